"""A name finds its leader in every script.

Each of sixty leaders, asked for in four languages, in the other three.
"""

from __future__ import annotations

from functools import cache
from itertools import permutations
from typing import Final

import pytest

from search import names
from search.analysis.normalize import normalize
from search.entities.ambiguity import is_borne_by_many
from search.model.articles import Article
from search.model.response import Search
from search.service.searcher import Searcher
from tests.archive import searcher_of

SENTENCES: Final = {
    "en": "On Monday {} spoke by telephone about the ceasefire.",
    "he": "ביום שני שוחח {} בטלפון על הפסקת האש.",
    "ro": "Luni, {} a vorbit la telefon despre încetarea focului.",
    "ru": "В понедельник {} говорил по телефону о прекращении огня.",
}
LABELS: Final = {
    (name.owner, name.language): name.name for name in names.leaders() if name.kind == "name"
}
NAMED: Final = [
    leader
    for leader in sorted(names.people())
    if all((leader, lang) in LABELS for lang in SENTENCES)
    and not any(is_borne_by_many(normalize(LABELS[leader, lang])) for lang in SENTENCES)
]
# one of those who share a surname, by which the others are found too
KNOWN: Final = [*{LABELS[leader, "en"].split()[-1]: leader for leader in NAMED}.values()]
LEADERS: Final = KNOWN[:: max(1, len(KNOWN) // 60)][:60]


@cache
def searcher() -> Searcher:
    return searcher_of(
        Article(
            article_id=f"{leader} {lang}",
            title="",
            text=sentence.format(LABELS[leader, lang]),
            lang=lang,
        )
        for leader in LEADERS
        for lang, sentence in SENTENCES.items()
    )


@cache
def found(query: str) -> frozenset[str]:
    answer = searcher().search(Search(query=query, size=100))
    return (
        frozenset(hit.article.article_id for hit in answer.hits)
        if answer.match == "all"
        else frozenset()
    )


@pytest.mark.parametrize(("asked", "other"), [*permutations(SENTENCES, 2)])
@pytest.mark.parametrize("leader", LEADERS)
def test_a_leader_is_found_in_the_other_language(leader: str, asked: str, other: str) -> None:
    assert f"{leader} {other}" in found(LABELS[leader, asked])


@pytest.mark.parametrize("asked", SENTENCES)
@pytest.mark.parametrize("leader", LEADERS)
def test_nobody_else_is_found(leader: str, asked: str) -> None:
    assert {leader} == {article_id.rsplit(" ", 1)[0] for article_id in found(LABELS[leader, asked])}


def asked_in(query: str, *texts: str) -> list[str]:
    """The texts that a query finds, the best first, with what is marked between brackets."""
    searcher = searcher_of(
        Article(article_id=str(number), title="", text=text) for number, text in enumerate(texts)
    )
    shown = []
    for hit in searcher.search(Search(query=query)).hits:
        (passage,), text = hit.passages, hit.passages[0].text
        for start, end in reversed(passage.marks):
            text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
        shown.append(text)
    return shown


@pytest.mark.parametrize(
    ("query", "finds", "passes"),
    [
        pytest.param(
            "Путин",
            ["[Путину]", "[Путиным]", "[Putin]", "[بوتين]", "[پوتین]", "[לפוטין]"],
            ["путь", "cel puțin"],
            id="in its cases and in every script",
        ),
        pytest.param(
            "Netanyahu",
            ["[נתניהו]", "[Netaniahu]", "[Нетаньяху]", "[نتنياهو]", "[Bibi]"],
            ["Nathan"],
            id="by a nickname",
        ),
        pytest.param("Putin script:he", ["[פוטין]"], ["Putin", "Путин"], id="in one script only"),
        pytest.param("=Putin", ["[Putin]"], ["Путин", "פוטין"], id="as typed only"),
        pytest.param(
            "SUA",
            [
                "[Statele Unite]",
                "[ארצות הברית]",
                "[United States]",
                "[США]",
                "[U.S]. troops",
                "[USA]",
            ],
            ["us", "state vecine"],
            id="a country",
        ),
        pytest.param(
            '"Statele Unite"',
            ["[Statele Unite]", "[SUA]"],
            ["Statele sunt unite"],
            id="a country in quotation marks",
        ),
        pytest.param(
            "Київ", ["[Київ]", "[Киев]", "[Kyiv]", "[Kiev]", "[קייב]"], ["Україна"], id="a capital"
        ),
        pytest.param(
            "Нетаньяху",
            ["[Нетаньяху]", "[נתניהו]", "[Netanyahu]"],
            ["Nathan"],
            id="a name that has no cases",
        ),
        pytest.param(
            "Трампом",
            ["[Трамп]", "[Трампу]", "[Trump]", "[טראמפ]"],
            ["трамплин"],
            id="typed in a case",
        ),
        pytest.param(
            "Зеленським",
            ["[Зеленський]", "[Зеленский]", "[Zelensky]"],
            ["зелений"],
            id="in Ukrainian",
        ),
        pytest.param(
            "lui Putin",
            ["apelul [lui] [Putin]", "[Путин]", "[לפוטין]"],
            ["lui Trump"],
            id="a Romanian genitive",
        ),
        pytest.param("שפוטין", ["[Putin]", "[לפוטין]"], ["פו"], id="under a Hebrew prefix"),
        pytest.param("Bush", ["[Bush]", "[בוש]", "[Буша]"], ["Busch"], id="a surname of two"),
        pytest.param(
            "Yonatan Netanyahu",
            ["[Yonatan] [Netanyahu]"],
            ["נתניהו", "Bibi", "Benjamin Netanyahu"],
            id="somebody else of that surname",
        ),
        pytest.param(
            "Vladimir Putin",
            ["[Vladimir] [Putin]", "[Putin]", "[Путин]"],
            ["Vladimir"],
            id="a whole name",
        ),
        pytest.param(
            "Xi", ["[Xi Jinping]", "שי [ג'ינפינג]"], ["שי"], id="a name that needs company"
        ),
    ],
)
def test_a_name_finds_and_marks(query: str, finds: list[str], passes: list[str]) -> None:
    texts = [text.replace("[", "").replace("]", "") for text in (*finds, *passes)]

    assert sorted(finds) == sorted(asked_in(query, *texts))


@pytest.mark.parametrize(
    ("query", "finds", "passes"),
    [
        pytest.param(
            "Xi",
            ["[Xi] spune", "[XI JINPING] VINE", "TRUMP, [XI]"],
            ["secolul XI", "XI."],
            id="a name is no numeral",
        ),
        pytest.param(
            "XI", ["secolul [XI]", "[Xi] spune"], ["secolul XX"], id="capitals may mean either"
        ),
        pytest.param(
            "secolul xi",
            ["[secolul] [XI]", "[Secolul] [xi]"],
            ["secolul XX"],
            id="small letters too",
        ),
    ],
)
def test_xi_is_a_name_and_a_numeral(query: str, finds: list[str], passes: list[str]) -> None:
    texts = [text.replace("[", "").replace("]", "") for text in (*finds, *passes)]

    assert sorted(finds) == sorted(asked_in(query, *texts))


def test_the_word_as_typed_comes_first() -> None:
    assert ["[Putin] spoke.", "[Путин] говорил."] == asked_in(
        "Putin", "Путин говорил.", "Putin spoke."
    )


def test_what_is_excluded_is_excluded_in_every_script() -> None:
    assert ["talks in Kyiv"] == asked_in("-Putin", "פוטין", "Путин", "Putin", "talks in Kyiv")
