"""Romanian words that must meet, with accents and without, and words that must not."""

from __future__ import annotations

import pytest

from search.analysis.analyzer import analyse
from search.analysis.morphology.endings import guess
from search.analysis.morphology.ro import modern
from tests.analysis.conftest import Finds

ACCENTED = "Și așa a fost."  # makes a text one that writes accents
BARE = "Asa a fost atunci."  # and one that does not


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("președinte", "preşedintele", id="cedilla and article"),
        pytest.param("președinte", "președintelui", id="genitive"),
        pytest.param("președinte", "președinții", id="plural with article"),
        pytest.param("președinte", "presedintele", id="an accent typed, none written"),
        pytest.param("presedinte", "preşedinţilor", id="none typed, accents written"),
        pytest.param("presedinte", "presedintele", id="none at all"),
        pytest.param("acord", "acordurilor", id="plural with -uri"),
        pytest.param("război", "războaie", id="plural with another vowel"),
        pytest.param("razboi", "războiului", id="and typed bare"),
        pytest.param("țară", "tarile", id="a bare plural"),
        pytest.param("făcut", "făcând", id="participle and gerund"),
        pytest.param("împărțire", "impărțirea", id="one accent of three left out"),
        pytest.param("grăniceri", "GRANICERI LA FRONTIERA", id="capitals leave accents out"),
        pytest.param("stat", "statelor", id="a participle that became a noun"),
        pytest.param("sunt", "sînt", id="spelling of 1953"),
        pytest.param("România", "Romînia", id="a country in that spelling"),
        pytest.param("câine", "cîinilor", id="î inside a word"),
        pytest.param("neîncredere", "neincrederea", id="î behind a prefix"),
        pytest.param("Rusia", "Rusiei", id="a country's genitive"),
        pytest.param("Israel", "Israelului", id="with the article"),
        pytest.param("Iohannis", "Iohannisului", id="a leader's genitive"),
        pytest.param("Bardziman", "Bardzimanului", id="an unknown name's genitive"),
        pytest.param("Kremlin", "Kremlinul a tăcut", id="a country's seat with the article"),
        pytest.param("Kremlinul", "la ușa Kremlinului", id="and both with it"),
        pytest.param("articol", "potrivit art. 4 din lege", id="a word cut short"),
        pytest.param("coreean", "nord-coreeni", id="a people's plural"),
        pytest.param("pakistanez", "armata pakistaneză", id="and feminine"),
        pytest.param("București", "Bucureştiului", id="a city"),
        pytest.param("usakov", "Ușakov", id="a name typed bare"),
        pytest.param("exprimat", "şi-a exprimat", id="behind a clitic"),
        pytest.param("într-un", "într‑un", id="non-breaking hyphen"),
        pytest.param("pește", "peşte", id="as typed"),
    ],
)
def test_a_query_finds_the_forms_of_its_word(query: str, text: str, finds: Finds) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("Putin", f"puțin mai mult. {ACCENTED}", id="a leader and a little"),
        pytest.param("putin", "cel puţin trei", id="typed small"),
        pytest.param("PUTIN", "mai puțin", id="typed in capitals"),
        pytest.param("puțin", "Vladimir Putin", id="a little and a leader"),
        pytest.param("puțin", f"lui Putin. {BARE}", id="in an article without accents"),
        pytest.param("pește", f"peste tot. {ACCENTED}", id="an accent typed is meant"),
        pytest.param("fată", "fața", id="a girl and a face"),
        pytest.param("acord", "acordeon", id="an agreement and an instrument"),
        pytest.param("într-un", "dintr-un", id="two prepositions"),
        pytest.param("țară", f"Tara Smith a fost la Londra. {BARE}", id="a capital makes a name"),
    ],
)
def test_a_query_does_not_find_other_words(query: str, text: str, finds: Finds) -> None:
    assert not finds(query, text)


@pytest.mark.parametrize("name", ["Ciolacu", "Zelenski", "Peskov", "Mojtaba", "Bardziman"])
def test_an_unknown_name_keeps_its_letters(name: str) -> None:
    """The endings learnt from words would make of them what nobody is called."""
    assert f"l:{name.lower()}" in analyse(f"{ACCENTED} Domnul {name} a plecat.", lang="ro").terms[5]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("cîine", "câine"),
        ("sîntem", "suntem"),
        ("neîncredere", "neîncredere"),
        ("înainte", "înainte"),
        ("hotărî", "hotărî"),
        ("romîn", "român"),
    ],
)
def test_old_spellings_become_modern(old: str, new: str) -> None:
    assert new == modern(old)


def test_unknown_words_take_the_endings_that_words_have() -> None:
    assert guess("ro", "blogurilor") == guess("ro", "blogul")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("prevenție", "strategia prevenției", id="a form that the dictionary lacks"),
        pytest.param("angină", "simptomele anginei", id="without an accent in it"),
        pytest.param("celule extracelulare", "celula extracelulară", id="behind a prefix"),
        pytest.param("proeuropean", "partidele proeuropene", id="behind another"),
        pytest.param("plachetar", "funcția plachetară și cea plachetelor plachetare", id="a root"),
        pytest.param("rosiglitazonei", "cu rosiglitazonă și", id="and of a noun"),
    ],
)
def test_an_unknown_word_is_found_by_its_forms(query: str, text: str, finds: Finds) -> None:
    assert finds(query, text)


def test_an_unknown_word_is_no_word_of_another_root(finds: Finds) -> None:
    assert not finds("rosiglitazonă", "cu pioglitazonă și")


def test_a_word_of_one_letter_is_its_own() -> None:
    """Dictionaries list letters as forms of verbs."""
    assert ("x:u", "l:u") == analyse(f"{ACCENTED} u", lang="ro").terms[-1]
