"""How tables are made, on word lists small enough to read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from search.analysis import lexicon
from search.analysis.lexicon import Lexicon, rows
from search.analysis.morphology import endings, he_acronyms, he_candidates, he_ranking
from tools.build_tables import __main__ as make_tables
from tools.build_tables import (
    arabic,
    dictionary_only,
    english,
    foreign,
    hebrew,
    licences,
    persian,
    romanian,
    russian,
    sources,
    writing,
)
from tools.build_tables.paradigms import missing_forms

Lists = Mapping[str, Mapping[str, str]]

SOURCES = "tools.build_tables.sources"
DICTIONARIES: Lists = {
    "ro": {
        "președintele": "președinte",
        "președintelui": "președinte",
        "președinte": "președintă",
        "preşedintele": "preşedintă",
        "făcută": "făcut",
        "făcut": "face",
        "statele": "stat",
        "stat": "sta",
        "u": "avea",
        "Rusiei": "Rusia",
        **{
            f"{stem}ilor": stem
            for stem in ("lup", "pom", "ban", "pui", "nor", "rac", "zid", "sac", "gard", "câmp")
        },
    },
    "en": {
        "thinking": "thinke",
        "closing": "closing",
        "Dr": "drive",
        "Scotsmen": "Scotsman",
        "m": "be",
        "talks": "talk",
        "cafés": "café",
    },
    "he": {
        "מלכים": "מלך",
        **{f"{stem}ים": stem for stem in ("שיר", "דגל", "ספר", "כיסא")},
        **{f"י{stem}ו": stem for stem in ("שמר", "למד", "כתב")},
    },
    "fa": {"می\u200cرود": "رفت", "مي\u200cرود": "رود", "کتاب\u200cها": "کتاب"},
    "ru": {"столы": "стол", "столищами": "столище", "стол": "стол", "банки": "банка"},
    "uk": {"столи": "стіл"},
    "ar": {"مدن": "مدينة", "الخاصة": "خاص", "خاصة": "خاصة"},
}
FREQUENCIES: Mapping[str, Mapping[str, float]] = {
    "ro": {"președinte": 1e-4, "președintă": 1e-7, "fată": 1e-5, "față": 1e-4, "stat": 1e-4},
    "en": {
        "think": 1e-3,
        "thinking": 1e-4,
        "close": 1e-4,
        "closing": 1e-4,
        "the": 5e-2,
        "thinke": 1e-9,
    },
    "he": {"מלך": 1e-4, "המלך": 1e-4, "של": 1e-2, "שירים": 1e-5, 'צה"ל': 1e-5},
    "fa": {"کتاب": 1e-4, "مردم": 1e-3},
    "ru": {
        "столы": 1e-5,
        "стол": 1e-4,
        "банки": 1e-5,
        "заявлено": 1e-5,
        "захаровой": 1e-6,
        "иван": 1e-4,
        "песков": 1e-6,
        "пескова": 1e-6,
        "песковым": 1e-8,
        "голов": 1e-5,
    },
    "uk": {"столи": 1e-5},
    "ar": {"مدينة": 1e-5, "خاصة": 1e-5, "الخاصة": 1e-5, "والمدن": 1e-7, "بمدينة": 1e-6},
}


CACHED = (
    sources.given,
    sources.dictionary,
    sources.frequencies,
    sources.spelled_frequencies,
    dictionary_only.listed_forms,
    russian._parses,
    endings.rules_of,
    lexicon.lexicon_of,
    he_candidates._learnt_endings,
    he_candidates._grammar_endings,
    he_candidates._learnt_circumfixes,
    he_ranking._weights,
    he_ranking._seen,
    he_candidates.irregulars,
    he_acronyms.spelled_apart,
)


def forget() -> None:
    """Nothing that was read in one folder may be used in the other."""
    for cached in CACHED:
        cached.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place for tables, and word lists that fill it."""
    for name in (
        "slavic-abbreviations.tsv",
        "he-weights.tsv",
        "he-grammar.tsv",
        "he-irregular.tsv",
        "he-paradigms.tsv",
        "ro-irregular.tsv",
        "en-irregular.tsv",
    ):  # what is kept by hand
        (tmp_path / name).write_bytes((lexicon.FOLDER / name).read_bytes())
    for module in (lexicon, writing, licences):
        monkeypatch.setattr(module, "FOLDER", tmp_path)
    monkeypatch.setattr(foreign, "OTHERS", {})  # only ours have lists here
    monkeypatch.setattr(
        f"{SOURCES}.DefaultDictionaryFactory.get_dictionary",
        lambda _, language: DICTIONARIES[language],
    )
    monkeypatch.setattr(
        f"{SOURCES}.wordfreq.get_frequency_dict", lambda language, _: FREQUENCIES[language]
    )
    for name in ("_COMMON_ENDING", "_COMMON_CIRCUMFIX"):
        monkeypatch.setattr(hebrew, name, 3)
    forget()
    yield tmp_path
    forget()


@pytest.mark.usefixtures("folder")
def test_romanian_forms_lead_where_readers_expect() -> None:
    """The dictionary calls a president a form of its feminine, and knows a state as a participle alone."""
    romanian.make()
    written = Lexicon("ro")

    assert {"președinte"} == {
        written.lemma(form) for form in ("președintele", "președintelui", "președinte")
    }
    assert ("făcut", "face") == (written.lemma("făcută"), written.second("făcută"))
    assert ("stat", "sta") == (written.lemma("stat"), written.second("stat"))
    assert (None, "rusia") == (written.lemma("u"), written.lemma("rusiei"))


@pytest.mark.usefixtures("folder")
def test_romanian_words_are_known_without_accents() -> None:
    romanian.make()

    assert "președinte" == Lexicon("ro-bare").lemma("presedintele")
    assert ["ilor", "5", ""] not in list(rows("ro-endings.tsv"))
    assert ["ilor", "4", ""] in list(rows("ro-endings.tsv"))


@pytest.mark.usefixtures("folder")
def test_english_verbs_are_the_regular_ones() -> None:
    """Think is what thinking comes from, not the thinke of old texts; Dr is no drive."""
    english.make()
    written = Lexicon("en")

    assert ("think", "close", None) == (
        written.lemma("thinking"),
        written.second("closing"),
        written.lemma("dr"),
    )
    assert ("scotsman", None, "cafe") == (
        written.lemma("scotsmen"),
        written.lemma("m"),
        written.lemma("cafes"),
    )


@pytest.mark.usefixtures("folder")
def test_hebrew_readings_are_ranked_once() -> None:
    hebrew.make()
    written = Lexicon("he")

    assert ["ימ", "", "0.0"] == next(rows("he-endings.tsv"))
    assert [["י", "ו", "", "", "1.099"]] == list(rows("he-circumfixes.tsv"))
    assert [["מלך"], ["מלך"], ['צה"ל'], []] == [
        written.readings(word) for word in ("מלכים", "המלך", 'צה"ל', "דגל,")
    ]


@pytest.mark.usefixtures("folder")
def test_other_languages_keep_the_forms_that_are_met() -> None:
    """Ukrainian lists have a million forms that no text has."""
    dictionary_only.make()

    assert "стіл" == Lexicon("uk").lemma("столи")
    assert Lexicon("ro-bare-common").frequency("fata") > Lexicon("ro-common").frequency("față")


@pytest.mark.usefixtures("folder")
def test_a_persian_verb_has_its_past_as_dictionary_form() -> None:
    """Joiners part prefix and word; a form that the dictionary lacks comes from the verb's two."""
    persian.make()
    written = Lexicon("fa")

    assert ("رفت", "رفت") == (written.lemma("ميرود"), written.lemma("نميروند"))
    assert written.lemma("مردم") is None


@pytest.mark.usefixtures("folder")
def test_an_arabic_word_is_read_alike_with_the_article_and_without() -> None:
    """With the article it is a noun or an adjective; what clitics tell is left out."""
    arabic.make()
    written = Lexicon("ar")

    assert ("خاص", "مدينة") == (written.lemma("خاصة"), written.lemma("مدن"))
    assert (False, False) == ("والمدن" in written, "الخاصة" in written)


def test_forms_that_another_word_has_are_told_by_words_alike() -> None:
    """A list with one word a form calls ради a preposition and no form of рада."""
    nouns = ("вода", "мода", "нода", "кода", "сода", "рада")
    forms = {noun[:-1] + end: noun for noun in nouns for end in ("и", "і", "у", "ою", "а")}
    given = {**forms, "ради": "ради"}

    assert {"ради": "рада"} == missing_forms(given, dict.fromkeys(given, 1e-6))


@pytest.mark.usefixtures("folder")
def test_russian_forms_keep_two_words_where_both_are_likely() -> None:
    """Lists have a million forms that no text has.

    A participle is the verb's, a woman's surname her own.
    """
    russian.make()
    written = Lexicon("ru")

    assert ("стол", False) == (written.lemma("столы"), "столищами" in written)
    assert {"банк", "банка"} == {*written.forms("банки")}
    assert ["заявить"] == written.forms("заявлено")
    assert ["захарова"] == written.forms("захаровой")


@pytest.mark.usefixtures("folder")
def test_surnames_that_are_words_are_listed() -> None:
    russian.make()

    assert [["голов", "word"], ["песков", "name"]] == list(rows("slavic-surnames.tsv"))
    assert [["иван"]] == list(rows("slavic-given.tsv"))


def test_all_tables_are_made_and_their_sources_named(folder: Path) -> None:
    make_tables.main()
    listed = {file: (checksum, source) for file, checksum, source, _ in rows(licences.FILE)}

    assert {path.name for path in folder.iterdir()} - {licences.FILE} == set(listed)
    assert hashlib.sha256((folder / "ro.trie").read_bytes()).hexdigest() == listed["ro.trie"][0]
    assert all(
        source.startswith(("simplemma ", "wordfreq ", "pymorphy3", "IAHLT", "written"))
        for _, source in listed.values()
    )
