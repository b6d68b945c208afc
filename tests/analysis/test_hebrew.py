"""Hebrew words that must meet, and words that must not."""

from __future__ import annotations

import pytest

from search.analysis.analyzer import analyse
from search.analysis.morphology.he import lemmas, read
from search.analysis.morphology.he_ranking import rank
from search.analysis.normalize import final, unfinal
from search.analysis.prefixes import CHAINS, splits
from search.analysis.tokens import WrittenWord
from tests.analysis.conftest import Finds


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("ממשלה", "ובממשלה", id="two prefixes"),
        pytest.param("ממשלה", "ממשלתו", id="whose"),
        pytest.param("בממשלות", "הממשלה", id="prefixes on both sides"),
        pytest.param("מדינה", "המדינות", id="plural"),
        pytest.param("ועדה", "הוועדה", id="ו doubles behind a prefix"),
        pytest.param("ועדה", "בוועדת", id="construct state"),
        pytest.param("שאמרו", "לומר", id="forms of a verb"),
        pytest.param("שיחה", "שיחתם", id="their call"),
        pytest.param("חטוף", "לחטופים", id="adjective as a noun"),
        pytest.param("תוכנית", "תכנית", id="full and defective spelling"),
        pytest.param("האיראנים", "איראני", id="a people"),
        pytest.param("אישה", "לנשים", id="an irregular plural"),
        pytest.param("מניה", "המניות", id="shares"),
        pytest.param("הלך", "ללכת", id="an irregular infinitive"),
        pytest.param("אמר", "יאמר", id="a future"),
        pytest.param("שאלה", "בשאלה", id="a word that ends like a name"),
        pytest.param("מבנה", "מבני הציבור", id="two readings that are as likely"),
        pytest.param("בן", "מבני המשפחה", id="the other one of the two"),
        pytest.param("יום", "מימי שלטונו", id="a form like no other behind a prefix"),
        pytest.param("עיר", "בערי הדרום", id="though the whole is a word"),
        pytest.param("רבשנתי", "תוכנית רבשנתית", id="a compound's feminine"),
        pytest.param("חדצדדי", "צעדים חדצדדיים", id="and its plural"),
        pytest.param("ועידה", "לוועידת האקלים", id="a vav that doubles behind a prefix"),
        pytest.param("קידם", "לקדם את ההסכם", id="a verb that has a yod more"),
        pytest.param("דרש", "האופוזיציה דורשת בחירות", id="a participle"),
        pytest.param("גר", "יגורו", id="a future whose verb has no ו"),
        pytest.param("יצא", "תצאו", id="a future that lost its yod"),
        pytest.param("ליווה", "ללוות", id="two vavs in a verb"),
        pytest.param("הלך", "אלך", id="a future like no other"),
        pytest.param("נתניהו", "כשנתניהו", id="a leader behind prefixes"),
        pytest.param("בנט", "נמסר לבנט", id="a leader, or a word that is no more frequent"),
        pytest.param("ותיקן", "בוותיקן", id="a name of one vav or two"),
        pytest.param("ישראל", "יותר מבישראל", id="than in"),
        pytest.param("רבין", "נמסר שרבין", id="a leader behind that, which is a surname too"),
        pytest.param("הרצגובינה", "בוסניה והרצגובינה", id="the second half of a country"),
        pytest.param("קייב", "נמסר בקייב", id="a capital that is a surname with in before it"),
        pytest.param('כטב"ם', 'הכטב"מים', id="a final letter in an acronym"),
        pytest.param('או"ם', 'באו"מ', id="an acronym without its final letter"),
        pytest.param('תשפ"ו', "בה'תשפ\"ו", id="a year with its thousands"),
        pytest.param("לנתניהו", "ולנתניהו", id="prefixes in the query"),
        pytest.param("ביידן", "לביידן", id="a name that begins like a prefix"),
        pytest.param("מצרים", "ממצרים", id="a country that begins with מ"),
        pytest.param("לבנון", "מלבנון", id="a country that begins with ל"),
        pytest.param("עזה", "מעזה", id="a city"),
        pytest.param("איראן", "באירן", id="a country in another spelling"),
        pytest.param("אוקריינה", "אוקראינה", id="and another"),
        pytest.param("טראמפ", "לטרמפ", id="a leader in another spelling"),
        pytest.param("קרמלין", "הקרמלין", id="a name with the article"),
        pytest.param('צה"ל', "צה״ל", id="gershayim"),
        pytest.param("צהל", 'ולצה"ל', id="gershayim left out"),
        pytest.param('שב"כ', 'מהשב"כ', id="an acronym behind prefixes"),
        pytest.param('בג"ץ', 'לבג"ץ', id="an acronym that begins like a prefix"),
        pytest.param('ארה"ב', "ובארה״ב", id="a country's acronym"),
        pytest.param('או"ם', "האום", id="an acronym without its mark behind a prefix"),
        pytest.param('מנכ"ל', 'המנכ"לית', id="an acronym with an ending"),
        pytest.param('מנכ"ל', "המנכלים", id="the same without its mark"),
        pytest.param('כטב"ם', "כטבמים", id="and behind a final letter"),
        pytest.param('דו"ח', "דוחות", id="an acronym that became a word"),
        pytest.param("ג'ורג'", "לג׳ורג׳", id="geresh"),
        pytest.param("הארץ", 'ב"הארץ"', id="a prefix before a quotation"),
        pytest.param("תל אביב", "בתל־אביב", id="maqaf parts words"),
        pytest.param("תל־אביב", "תל אביב", id="and from the query"),
        pytest.param("7 באוקטובר", "ה־7 באוקטובר", id="a prefix before a number"),
        pytest.param("שלום", "שָׁלוֹם", id="niqqud"),
    ],
)
def test_a_query_finds_the_forms_of_its_word(query: str, text: str, finds: Finds) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("לב", "כלב", id="a dog has no heart"),
        pytest.param("בנון", "בלבנון", id="a person in a country"),
        pytest.param("לבנון", "בנון", id="a country and a person"),
        pytest.param("רק", "לברק", id="only"),
        pytest.param("רון", "לשרון", id="sharon is no relative"),
        pytest.param("מדינה", "מדיניות", id="a state and a policy"),
        pytest.param('מע"ם', "עם", id="a tax and a people"),
        pytest.param('עו"ד', "עוד", id="a lawyer and more"),
        pytest.param("נתניהו", "נתן", id="a name inside a name"),
        pytest.param("דינה", "מדינה", id="a state and a given name"),
        pytest.param("כהן", "מכהן", id="more frequent than of Cohen would be"),
        pytest.param("חיה", "חייה", id="too short for another spelling"),
    ],
)
def test_a_query_does_not_find_other_words(query: str, text: str, finds: Finds) -> None:
    assert not finds(query, text)


def test_a_name_that_no_table_has_is_found_behind_every_prefix(finds: Finds) -> None:
    """The archive is not counted to read it, so that its terms do not depend on what came before."""
    assert all(
        finds("גזנפרישווילי", f"{chain}גזנפרישווילי") for chain in ("", "ב", "של", "ול", "וכש")
    )


def test_other_spellings_and_readings_are_loose(finds: Finds, finds_loosely: Finds) -> None:
    """They never change how many articles a query finds, unless they are asked for."""
    assert not finds("קליפורניא", "קליפורניה")
    assert finds_loosely("מיליון", "מליון")
    assert not finds("מיליון", "מליון")


def test_articles_have_no_loose_terms() -> None:
    assert {()} == set(analyse("אמר ראש הממשלה בירושלים").loose)


def test_probabilities_of_readings_are_shares() -> None:
    readings = rank("בממשלתם")

    assert "ממשלה" == readings[0][0]
    assert [share for _, share in readings] == sorted(
        (share for _, share in readings), reverse=True
    )
    assert sum(share for _, share in readings) <= 1.0001


def test_a_vav_that_doubles_behind_a_prefix_is_one() -> None:
    assert ["ועדה"] == lemmas("הוועדה")


def test_a_mark_inside_a_word_that_is_no_acronym_is_left_out() -> None:
    assert ["שלוםעולם"] == lemmas('שלום"עולם')


def test_a_language_is_asked_about_letters_of_its_script_only() -> None:
    assert (("x:'א", "l:'א"),) == (read(WrittenWord("'א")).terms,)


def test_chains_are_legal() -> None:
    assert {"ו", "וכשה", "שב", "מה", "לכש"} <= CHAINS
    assert not {"לל", "הב", "בל", "הו"} & CHAINS


def test_splits_leave_letters_and_no_mark_in_front() -> None:
    assert [("ו", "בבית"), ("וב", "בית")] == splits("ובבית")
    assert [] == splits('ב"כ')


@pytest.mark.parametrize("word", ["שלום", "ארץ", "כסף", "מלך", "בן", ""])
def test_final_letters_go_and_come_back(word: str) -> None:
    assert word == final(unfinal(word))


@pytest.mark.parametrize("word", ["א", "ה", 'ד"ר', "'", "וו", "לה", 'ב"ב'])
def test_the_shortest_words_have_a_dictionary_form(word: str) -> None:
    assert lemmas(word)[0]


def test_an_unknown_word_that_is_a_name_but_for_a_vowel_is_found_loosely(
    finds: Finds, finds_loosely: Finds
) -> None:
    """Strictly it may be somebody else's name."""
    assert not finds("ארדואן", "נשיא טורקיה ארדוואן")
    assert finds_loosely("ארדואן", "נשיא טורקיה ארדוואן")
