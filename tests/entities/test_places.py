"""Names that look like a country or a leader are taken for what they mean where they stand."""

from __future__ import annotations

import pytest

from search.analysis.analyzer import analyse
from search.entities.gazetteer import gazetteer
from search.entities.recognition import subject


def named(text: str, published: str | None = None) -> set[str]:
    return {one.id for one in gazetteer().mentions(text, analyse(text), published=published)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The envoy met farmers in Northern Ireland.", {"gb"}, id="a part of a country"),
        pytest.param("A fost la Tiraspol, în Transnistria.", {"md"}, id="Transnistria, Romanian"),
        pytest.param("Ушли из Донбасса и из Крыма.", {"ua"}, id="regions, Russian"),
        pytest.param("Elections were held in Republika Srpska.", {"ba"}, id="Republika Srpska"),
        pytest.param("Атака киевского режима сорвана.", {"ua"}, id="adjective of a capital"),
        pytest.param("השר נפגש עם מלך ירדן, וגבול ירדן נסגר.", {"jo"}, id="a weak name behind a title"),
        pytest.param("ירדן כהן ניגן בפסנתר.", set(), id="a given name, Hebrew"),
        pytest.param("לירדן ביבס ולישראל איינהורן", set(), id="given names with unknown surnames, Hebrew"),
        pytest.param("המשלחת ביקרה בירדן.", {"jo"}, id="a country, Hebrew"),
        pytest.param("ישראל תיסוג, ירדן הגישה הצעה.", {"il", "jo"}, id="countries that act, Hebrew"),
        pytest.param("על גדת הירדן ובבקעת הירדן.", set(), id="a river"),
        pytest.param("נבחרת הולנד ניצחה את ספרד.", {"nl", "es"}, id="a country with a leader's name"),
        pytest.param("Strikes spread to Montenegro.", {"me"}, id="another one"),
        pytest.param("הנשיא הוונצואלי פגש את האנגולים.", {"ve", "ao"}, id="peoples behind an article, Hebrew"),
        pytest.param("החיילים מסרבים והחלונות מאירים.", set(), id="verbs with a people's letters, Hebrew"),
        pytest.param("אסע לוושינגטון.", {"us"}, id="a capital in two ו, Hebrew"),
        pytest.param("Mulțimea de pe Bulevardul Regina Elisabeta a aplaudat.", set(), id="a leader's street, Romanian"),
        pytest.param("Авария на улице Юрия Андропова.", set(), id="a leader's street, Russian"),
        pytest.param("בשדרות נתניהו אמר זאת.", {"benjamin-netanyahu"}, id="a town and a leader, Hebrew"),
        pytest.param("Witnesses told Agence France-Presse of it.", set(), id="an agency"),
        pytest.param("Chad Smith plays drums.", set(), id="a given name"),
        pytest.param("Israel Katzman wrote a book.", set(), id="a given name with an unknown surname"),
        pytest.param("Chad President Mahamat Déby spoke.", {"td"}, id="a country before an office"),
        pytest.param("India Prime Minister visits.", {"in"}, id="a country before two words of an office"),
        pytest.param("Israel Defense Forces said so.", {"il"}, id="a country before an institution"),
        pytest.param("The governor of Georgia signed the bill.", set(), id="a state of the US"),
        pytest.param("The president of Georgia signed the law.", {"ge"}, id="the country"),
        pytest.param("הספר תורגם מצרפתית ומרוסית.", set(), id="languages, Hebrew"),
        pytest.param("שרה צרפתית ביקרה בבית הספר.", {"fr"}, id="a demonym, Hebrew"),
        pytest.param("În regiunea Moldova au căzut ploi.", set(), id="a region of Romania"),
        pytest.param("Biletele sunt în limbile română și rusă.", set(), id="two languages, Romanian"),
        pytest.param("Книга вышла на румынском и русском языках.", set(), id="two languages, Russian"),
        pytest.param("Domnul Novak a sosit din Ungaria.", {"hu"}, id="a title that anybody has"),
        pytest.param("השיחות התקיימו בוורשה ובוונצואלה.", {"pl", "ve"}, id="a name in ו doubles it behind a prefix"),
        pytest.param("שר נורווגי ושרה קנדית.", {"no", "ca"}, id="peoples, Hebrew"),
        pytest.param("הספר תורגם לנורווגית.", set(), id="their language, Hebrew"),
        pytest.param("Мы купили их за пять долларов США.", set(), id="a currency"),
        pytest.param("מתנחלים בגדה המערבית.", {"ps"}, id="a phrase that loses its article behind a prefix"),
        pytest.param("Real Madrid and Spartak Moscow drew.", set(), id="clubs"),
        pytest.param('בית"ר ירושלים ניצחה את ריאל מדריד.', set(), id="clubs, Hebrew"),
        pytest.param("American Airlines and US Steel fell.", set(), id="companies"),
        pytest.param("The UK's debt and the US’s rose.", {"gb", "us"}, id="capitals before a genitive"),
        pytest.param("Talks in Wales on Scottish fish.", {"gb"}, id="parts of a kingdom"),
        pytest.param("New South Wales burned.", set(), id="a state of another country, named so"),
        pytest.param("The Republic of Congo voted.", {"cg"}, id="one of two Congos"),
        pytest.param("King Charles Spaniel won the show.", set(), id="a dog"),
    ],
)  # fmt: skip
def test_a_place_is_the_one_that_is_meant(text: str, expected: set[str]) -> None:
    assert expected == named(text) - {"mahamat-deby"}


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        pytest.param("הנשיא הרצוג נפגש עם השר.", None, "isaac-herzog", id="president, Hebrew"),
        pytest.param("Prime Minister May resigned.", "2019-05-24", "theresa-may", id="prime minister"),
        pytest.param("נתניהו נפגש בירדן עם המלך עבדאללה.", "2014-11-13", "abdullah-ii-of-jordan", id="a king at home"),
        pytest.param("Prime Minister Poul Schlueter spoke.", "1990-05-01", "poul-schluter", id="dots written as e"),
        pytest.param("Lars Loekke Rasmussen and Turgut Oezal left.", None, "turgut-ozal", id="dots at the head"),
        pytest.param("The Biden-Harris ticket paid.", "2022-05-01", "kamala-harris", id="a hyphen"),
        pytest.param("The Biden-\u2060Harris Administration paid.", "2022-05-01", "kamala-harris", id="a tied hyphen"),
        pytest.param("Jill Biden thanked the Biden-Harris ticket.", "2022-05-01", "kamala-harris", id="a hyphen behind a namesake"),
        pytest.param("Prime Minister Johnson spoke.", "2020-06-01", "boris-johnson", id="a shared name"),
    ],
)  # fmt: skip
def test_a_title_that_says_an_office_is_company_for_a_surname(
    text: str, published: str | None, expected: str
) -> None:
    assert expected in named(text, published)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mr May sold his house.", id="anybody's title"),
        pytest.param("President May of the club resigned.", id="an office that she never held"),
        pytest.param("In May it rained.", id="no title"),
    ],
)
def test_another_title_is_none(text: str) -> None:
    assert "theresa-may" not in named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ce spune nicusor dan despre noul premier", {"nicusor-dan"}, id="a whole name"
        ),
        pytest.param("may said that turkey is cheap", set(), id="words"),
        pytest.param("bolojan validat presedinte interimar", {"ilie-bolojan"}, id="a rare surname"),
        pytest.param("a castigat cu mai putin", set(), id="a word without its accent"),
        pytest.param("Prices rose, and boris johnson left.", set(), id="a text that has capitals"),
    ],
)
def test_a_text_without_capitals_has_whole_names(text: str, expected: set[str]) -> None:
    """Addresses give titles in small letters."""
    assert expected == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ראש הממשלה לשעבר בנט דיבר.", {"naftali-bennett"}, id="a former one"),
        pytest.param("Premierul desemnat Ciucă a venit.", {"nicolae-ciuca"}, id="one designate"),
        pytest.param("ממשלת בנט נפלה.", {"naftali-bennett"}, id="a government"),
        pytest.param("Он служил в правительстве Филипа.", {"pavel-filip"}, id="the same, Russian"),
        pytest.param(
            "I-am spus domnului Ciucă și lui Ciolacu.",
            {"nicolae-ciuca", "marcel-ciolacu"},
            id="a courtesy beside a colleague",
        ),
        pytest.param("I-am spus domnului Ciucă.", set(), id="a courtesy alone"),
        pytest.param("המאמן אלי כהן החליף חלוץ.", set(), id="a name that many bear"),
        pytest.param(
            "אלי כהן ונתניהו דיברו.", {"eli-cohen", "benjamin-netanyahu"}, id="beside a colleague"
        ),
    ],
)
def test_a_guarded_name_counts_in_the_company_of_offices_and_colleagues(
    text: str, expected: set[str]
) -> None:
    assert expected == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Polls closed in Georgia, said officials in Atlanta.", set(), id="its town"),
        pytest.param("Georgia Congresswoman Lucy McBath spoke.", set(), id="an office of a state"),
        pytest.param("They hired in Ohio, then in Georgia.", set(), id="another state"),
        pytest.param("Georgia and Ukraine, said a lawyer from Atlanta.", {"ge", "ua"}, id="a list"),
        pytest.param("Georgia's envoy left Atlanta for Tbilisi.", {"ge"}, id="its capital"),
        pytest.param("Georgian wine is sold in Atlanta.", {"ge"}, id="its people"),
    ],
)
def test_georgia_is_a_state_near_what_is_its_own(text: str, expected: set[str]) -> None:
    """Of sixteen American articles that named it, eleven meant the state."""
    assert expected == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Next is Steve Holland.", set(), id="behind a given name"),
        pytest.param("Jim Jordan asked. Jordan said so.", set(), id="his surname later"),
        pytest.param("Jim Jordan flew to Amman. Jordan said so.", {"jo"}, id="in company"),
        pytest.param("השבוע עם ישראל התפלל. ישראל תגיב.", {"il"}, id="a people is nobody"),
    ],
)
def test_a_country_is_somebodys_surname_behind_his_given_name(
    text: str, expected: set[str]
) -> None:
    """A correspondent made four briefings name the Netherlands."""
    assert expected == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Мали и Буркина-Фасо ушли.", {"ml", "bf"}, id="Russian, first"),
        pytest.param("Парагвай, Перу, Польша", {"py", "pe", "pl"}, id="Russian, in the middle"),
        pytest.param("В комнате стоял чад.", set(), id="Russian, a word"),
        pytest.param("הודו ופקיסטן חתמו.", {"in", "pk"}, id="Hebrew"),
        pytest.param("הודו לה' כי טוב.", set(), id="Hebrew, a word"),
    ],
)
def test_a_country_that_is_a_word_counts_in_a_list_of_countries(
    text: str, expected: set[str]
) -> None:
    assert expected == named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Протесты в Загребе и Бишкеке.", {"hr", "kg"}, id="Russian"),
        pytest.param("Summitul de la Skopje și cel de la Tașkent.", {"mk", "uz"}, id="Romanian"),
        pytest.param("הוא טס מזאגרב לבוגוטה.", {"hr", "co"}, id="Hebrew"),
        pytest.param("Talks in Podgorica and Phnom Penh.", {"me", "kh"}, id="English"),
        pytest.param("Башкан Гагаузии приехал.", {"md"}, id="a region"),
        pytest.param("Pirates in the Gulf of Guinea.", set(), id="a gulf"),
        pytest.param("The Washington Capitals lost.", set(), id="a club"),
        pytest.param("Представитель Госдепа уехал.", {"us"}, id="a seat of government"),
    ],
)
def test_capitals_of_the_world_are_their_countries(text: str, expected: set[str]) -> None:
    assert expected == named(text)


@pytest.mark.parametrize("typed", ["Crimea", "Крым", "Северная Ирландия", "Transnistria"])
def test_a_region_is_not_searched_as_its_country(typed: str) -> None:
    """Whoever typed Crimea got every article on Ukraine."""
    assert subject(typed) is None
