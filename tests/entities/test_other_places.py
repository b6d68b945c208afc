"""Where a country's name is a street's, a state's or somebody's, it tags no country."""

from __future__ import annotations

import pytest

from search.analysis.analyzer import analyse
from search.entities.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("ro", "pe strada Londra din Chișinău", {"md"}, id="Romanian street"),
        pytest.param("ro", "str. București 68", set(), id="cut short"),
        pytest.param("ru", "ул. Армянская и ул. Кишиневская", set(), id="Russian street"),
        pytest.param("ru", "на улице Московской", set(), id="an adjective"),
        pytest.param("ru", "на улице Москвы", {"ru"}, id="a street of a town"),
        pytest.param("he", "רחוב צרפת נחסם", set(), id="Hebrew street"),
        pytest.param("en", "He lives in London Street.", set(), id="English street"),
        pytest.param("en", "London street markets", {"gb"}, id="streets of a town"),
        pytest.param("he", 'בגאורגיה שבארה"ב', {"us"}, id="Georgia in the US"),
        pytest.param("ro", "statul american Georgia", {"us"}, id="the American one"),
        pytest.param("ro", "Georgia (SUA)", {"us"}, id="in brackets"),
        pytest.param("en", "Georgia, the US and Israel", {"ge", "us", "il"}, id="a list"),
        pytest.param("en", "He lives in Georgia, USA.", {"us"}, id="behind a comma"),
        pytest.param("en", "Georgia, US and EU envoys met.", {"ge", "us"}, id="a list, no article"),
        pytest.param("en", "He plays American football.", set(), id="a game"),
        pytest.param("ro", "Joacă fotbal american.", set(), id="a game, ro"),
        pytest.param("he", "מלך ירדן עבדאללה נאם", {"jo"}, id="a king's own in his name"),
        pytest.param("ro", "Secretariatul GUAM", set(), id="an organisation"),
        pytest.param("en", "Guam was hit by a typhoon.", {"gu"}, id="an island"),
        pytest.param("en", "Chad and his wife bought a house.", set(), id="a given name"),
        pytest.param("en", "Chad said he would go home.", set(), id="one who speaks"),
        pytest.param("en", "Chad said its troops left.", {"td"}, id="a country that speaks"),
        pytest.param("en", "Jordan, 23, won the race.", set(), id="one who has an age"),
        pytest.param("en", "Jordan scored 30 points.", set(), id="one who scores points"),
        pytest.param("en", "Jordan scored 2 goals.", {"jo"}, id="a team that scores"),
        pytest.param("en", "He lives in London, Ontario.", set(), id="a town of a province"),
        pytest.param("en", "A firm in Dublin, California, grew.", set(), id="a town of a state"),
        pytest.param("ru", "Париж (штат Техас)", set(), id="a town of a state, Russian"),
        pytest.param("he", "פריז שבטקסס", set(), id="a town of a state, Hebrew"),
        pytest.param("en", "London, Washington and New York", {"gb", "us"}, id="a list of towns"),
        pytest.param("en", "Oregon, Puerto Rico, Texas, Utah", {"pr"}, id="a list of states"),
        pytest.param("en", "Georgia, Ohio and Utah voted.", set(), id="states"),
        pytest.param("en", "She lost Georgia and Arizona.", set(), id="two states"),
        pytest.param("en", "Georgia, Armenia and Texas", {"ge", "am"}, id="a country among others"),
        pytest.param("en", "They drank Turkish coffee.", set(), id="a drink"),
        pytest.param("en", "Turkish coffee exports", set(), id="a drink at the head"),
        pytest.param("ro", "o porție de salată grecească", set(), id="a dish, Romanian"),
        pytest.param("ru", "тарелку греческого салата", set(), id="a dish, Russian"),
        pytest.param("he", "שתו קפה טורקי", set(), id="a drink, Hebrew"),
        pytest.param("en", "It is Russian roulette.", set(), id="an idiom"),
        pytest.param("ru", "кофе по-турецки", set(), id="a manner"),
        pytest.param("ru", "говорил по-румынски", set(), id="a language as a manner"),
        pytest.param("ru", "с румынского как государственного языка", set(), id="as a language"),
        pytest.param("ru", "на русском, румынском и гагаузском языках", set(), id="languages"),
        pytest.param(
            "ru", "румынский посол говорил на русском языке", {"ro"}, id="one who speaks it"
        ),
        pytest.param("en", "(In French.) Good afternoon.", set(), id="a language, English"),
        pytest.param("he", "כתבה דניאלה לונדון", set(), id="a surname behind a given name"),
        pytest.param("he", "ירי בבית הכנסת בישראל", {"il"}, id="a synagogue"),
        pytest.param("en", "Daniel London left Paris.", {"fr"}, id="a surname, English"),
        pytest.param("en", "They sang in Russian and Romanian.", set(), id="two of them"),
        pytest.param("en", "He answered in French courts.", {"fr"}, id="a people behind in"),
        pytest.param("en", "He spoke in Turkey.", {"tr"}, id="a country behind in"),
        pytest.param(
            "ru", "Он выступил на русском, она ответила.", set(), id="a language, Russian"
        ),
        pytest.param("ru", "на румынском рынке", {"ro"}, id="a people, Russian"),
        pytest.param("en", "They sang in English, French and Greek.", set(), id="three of them"),
        pytest.param("en", "In English, German leaders sang.", {"de"}, id="a people behind one"),
        pytest.param("en", "Talks in Paris, French and Greek.", {"fr", "gr"}, id="behind a town"),
        pytest.param("ro", "A cântat în rusă și română.", set(), id="two of them, Romanian"),
        pytest.param("ro", "El vorbește rusă, engleză și franceză.", set(), id="three, Romanian"),
        pytest.param("ro", "în presa rusă, în trupa română", {"ru", "ro"}, id="peoples, Romanian"),
        pytest.param("ru", "в Южно-Китайском море", set(), id="a sea, Russian"),
        pytest.param("ru", "Книгу перевели на русский.", set(), id="into a language, Russian"),
        pytest.param("ru", "на русский и румынский.", set(), id="into two of them, Russian"),
        pytest.param("ru", "поставки на украинский рынок", {"ua"}, id="a people's market, Russian"),
        pytest.param("en", "the Oslo Accords and the Minsk Group", set(), id="treaties"),
        pytest.param("ru", "нарушение Минских соглашений", set(), id="treaties, Russian"),
        pytest.param("he", "ביטול הסכמי אוסלו", set(), id="treaties, Hebrew"),
        pytest.param("ru", "судьи Кишиневского суда", {"md"}, id="a capital's adjective"),
        pytest.param(
            "en", "Chad said he left. Chadian troops stayed.", {"td"}, id="its people beside it"
        ),
    ],
)
def test_a_name_is_no_country_where_it_means_another_place(
    known: Gazetteer, lang: str, text: str, expected: set[str]
) -> None:
    """Lists of streets without light named a dozen countries."""
    found = known.mentions(text, analyse(text, side="article", lang=lang))

    assert expected == {mention.id for mention in found if mention.facet == "country"}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("ru", "палестино-израильский конфликт", {"ps", "il"}, id="Russian"),
        pytest.param("ru", "молдавско-румынской границы", {"md", "ro"}, id="a case of it"),
        pytest.param("ru", "российско-турецко-иранские переговоры", {"ru", "tr", "ir"}, id="three"),
        pytest.param("ru", "арабо-израильского конфликта", {"il"}, id="no country at first"),
        pytest.param("ru", "русско-английский словарь", set(), id="a dictionary"),
        pytest.param("ru", "татаро-монгольское иго", set(), id="another people"),
        pytest.param("uk", "українсько-польський кордон", {"ua", "pl"}, id="Ukrainian"),
        pytest.param("ro", "relațiile moldo-ruse", {"md", "ru"}, id="Romanian"),
        pytest.param("ro", "lupte greco-romane", set(), id="a sport"),
        pytest.param("en", "Franco-German talks", {"fr", "de"}, id="English"),
        pytest.param("en", "SINO-JAPANESE TIES", {"cn", "jp"}, id="capitals"),
        pytest.param("en", "the Indo-Pacific strategy", set(), id="an ocean"),
    ],
)
def test_each_part_of_a_compound_names_its_people(
    known: Gazetteer, lang: str, text: str, expected: set[str]
) -> None:
    """An adjective that a hyphen ties to another was read as one unknown word."""
    found = known.mentions(text, analyse(text, side="article", lang=lang))

    assert expected == {mention.id for mention in found if mention.facet == "country"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("ro", "relațiile româno-maghiare", id="Romanian"),
        pytest.param("ru", "польско-украинской границы", id="Russian"),
    ],
)
def test_a_part_of_a_compound_is_named_once(known: Gazetteer, lang: str, text: str) -> None:
    """Whether the part is a name by itself (`româno`) or not."""
    found = known.mentions(text, analyse(text, side="article", lang=lang))

    assert 2 == len(found) == len({mention.id for mention in found})
