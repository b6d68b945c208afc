"""Ministers: whom do texts name who lead a ministry and no state?"""

from __future__ import annotations

import pytest

from search.analysis.analyzer import analyse
from search.entities.gazetteer import Gazetteer


def leaders(known: Gazetteer, text: str, lang: str, published: str | None) -> set[str]:
    """The leaders whom a text names."""
    found = known.mentions(text, analyse(text, side="article", lang=lang), published=published)
    return {mention.id for mention in found if mention.facet == "leader"}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("en", "Wang Yi hosted Radek Sikorski.", {"wang-yi", "radoslaw-sikorski"}),
        pytest.param("he", "ואנג יי אירח את רדק שיקורסקי", {"wang-yi", "radoslaw-sikorski"}),
        pytest.param(
            "ro", "Serghei Șoigu l-a sunat pe Lloyd Austin.", {"sergei-shoigu", "lloyd-austin"}
        ),
        pytest.param("ru", "Ван И принял Петера Сийярто.", {"wang-yi", "peter-szijjarto"}),
        pytest.param(
            "uk", "Розмова з Ллойдом Остіном про Сергія Шойгу.", {"lloyd-austin", "sergei-shoigu"}
        ),
        pytest.param(
            "ar", "التقى فيصل بن فرحان أيمن الصفدي", {"faisal-bin-farhan", "ayman-safadi"}
        ),
    ],
    ids=["en", "he", "ro", "ru", "uk", "ar"],
)
def test_a_minister_is_known_in_each_script(
    known: Gazetteer, lang: str, text: str, expected: set[str]
) -> None:
    """An archive that knows him in one script alone would part an article from its translation."""
    assert expected == leaders(known, text, lang, None)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", "Austin has grown, and Gates and Hunt live there.", id="en"),
        pytest.param("en", "Such a gallant gang cleverly left.", id="words"),
        pytest.param("he", "צילום: עוז מועלם, מערכת", id="he"),
        pytest.param("he", "פרץ ויכוח", id="a Hebrew word"),
        pytest.param("ro", "Austin a crescut, iar revista are pete.", id="ro"),
        pytest.param("ru", "Остин вырос, пошли ливни.", id="ru"),
        pytest.param("en", "Stephen Smith and James Baker sing.", id="a whole name of many"),
    ],
)
def test_a_guarded_minister_is_nobody_alone(known: Gazetteer, lang: str, text: str) -> None:
    """A town, a word and a photographer are met more often than the minister."""
    assert set() == leaders(known, text, lang, "2014-05-04")


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("en", "Defense Secretary Austin called.", {"lloyd-austin"}, id="en"),
        pytest.param("en", "Secretary of Defense Austin called.", {"lloyd-austin"}, id="of"),
        pytest.param("he", "שר הביטחון גנץ התקשר", {"benny-gantz"}, id="he"),
        pytest.param("he", "שר ההגנה אוסטין התקשר", {"lloyd-austin"}, id="he, abroad"),
        pytest.param("ro", "Ministrul apărării Reznikov a sunat.", {"oleksii-reznikov"}, id="ro"),
        pytest.param("ru", "Министр обороны Остин звонил.", {"lloyd-austin"}, id="ru"),
        pytest.param("uk", "Міністр оборони Резніков дзвонив.", {"oleksii-reznikov"}, id="uk"),
    ],
)
def test_a_title_names_the_guarded_minister(
    known: Gazetteer, lang: str, text: str, expected: set[str]
) -> None:
    """Then no country need be named."""
    assert expected == leaders(known, text, lang, "2022-05-04")


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        pytest.param(
            "2024-09-04",
            "Australian Foreign Minister Wong landed.",
            {"penny-wong"},
            id="a minister",
        ),
        pytest.param(
            "2024-09-04",
            "Singapore's Prime Minister Wong landed.",
            {"lawrence-wong"},
            id="a premier",
        ),
        pytest.param("2022-08-01", "Foreign Minister Lee landed.", set(), id="nobody known"),
        pytest.param(
            "2022-08-01", "Prime Minister Lee landed.", {"lee-hsien-loong"}, id="one known"
        ),
        pytest.param(
            "2017-01-04", "Foreign Secretary Johnson landed.", {"boris-johnson"}, id="then"
        ),
    ],
)
def test_the_whole_title_says_the_office(
    known: Gazetteer, published: str, text: str, expected: set[str]
) -> None:
    """Foreign and prime ministers share the last word of their titles."""
    assert expected == leaders(known, text, "en", published)
