"""The compiled tables: what they say, where they come from, and how they are made."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import lexicon
from search.analysis.lexicon import FOLDER, Lexicon, lexicon_of, rows
from search.analysis.morphology import MORPHOLOGIES
from tools.build_tables import __main__ as make_tables
from tools.build_tables import writing
from tools.build_tables.writing import change, write_words

SOURCES = "SOURCES.tsv"
SLOW = ("plain", "russian", "romanian", "hebrew")
LARGEST = 24_000_000  # bytes: the tables are most of what an installation of ours weighs


@pytest.mark.parametrize(("file", "checksum"), [(row[0], row[1]) for row in rows(SOURCES)])
def test_each_table_is_the_one_whose_source_is_named(file: str, checksum: str) -> None:
    """The fingerprint of the analysis is taken from these sums, so a changed table must have a changed sum."""
    assert checksum == hashlib.sha256((FOLDER / file).read_bytes()).hexdigest()


def test_each_table_names_its_source_and_licence() -> None:
    listed = {row[0]: row for row in rows(SOURCES)}

    assert {path.name for path in FOLDER.iterdir()} - {SOURCES} == set(listed)
    assert all(source and licence for _, _, source, licence in listed.values())


@pytest.mark.parametrize(
    "file", sorted(path.name for path in FOLDER.glob("*.tsv") if "changes" not in path.name)
)
def test_what_people_read_is_sorted_unique_and_composed(file: str) -> None:
    """A row is found, and a change seen; changes are numbered by their place instead."""
    written = [tuple(row) for row in rows(file)]

    assert sorted(row[0] for row in written) == [row[0] for row in written]
    assert len(set(written)) == len(written)
    assert all(unicodedata.is_normalized("NFC", field) for row in written for field in row)


@pytest.mark.slow
@pytest.mark.parametrize(
    "part", ["letters", "english", *(SLOW if os.environ.get("READOUT_TABLES") else ())]
)
def test_a_table_is_what_its_sources_give(
    part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest takes ten minutes and 2 GB; it is compared where READOUT_TABLES is set."""
    kept = FOLDER
    for path in kept.glob("*.tsv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    for module in (writing, lexicon):
        monkeypatch.setattr(module, "FOLDER", tmp_path)

    make_tables.PARTS[part].make()

    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {name: (kept / name).read_bytes() for name in made}


def test_the_tables_stay_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= LARGEST


@pytest.mark.parametrize("language", sorted(MORPHOLOGIES))
def test_each_language_has_words(language: str) -> None:
    assert any(True for _ in lexicon_of(language))


@pytest.mark.parametrize(
    ("language", "form", "lemma"),
    [
        ("ro", "oamenilor", "om"),
        ("en", "went", "go"),
        ("ru", "людям", "человек"),
        ("uk", "містами", "місто"),
        ("ar", "مدن", "مدينة"),
    ],
)
def test_a_form_leads_to_its_dictionary_form(language: str, form: str, lemma: str) -> None:
    assert lemma == lexicon_of(language).lemma(form)


@pytest.mark.parametrize(
    ("language", "lemma", "form"),
    [
        ("en", "minister", "ministers"),
        ("he", "תוכנית", "תוכניות"),
        ("ro", "ministru", "miniștrilor"),
        ("ru", "министр", "министров"),
        ("uk", "міністр", "міністрів"),
        ("ar", "مدينة", "مدن"),
    ],
)
def test_dictionary_forms_are_told_from_others(language: str, lemma: str, form: str) -> None:
    """Also where it is not known how often words come."""
    lexicon = lexicon_of(language)

    assert (True, False) == (lexicon.is_lemma(lemma), lexicon.is_lemma(form))


def test_what_is_not_known_is_said_so() -> None:
    lexicon = lexicon_of("he")

    assert (False, 0.0, False, None, None, []) == (
        "קקקקק" in lexicon,
        lexicon.frequency("קקקקק"),
        lexicon.is_lemma("קקקקק"),
        lexicon.lemma("קקקקק"),
        lexicon.second("קקקקק"),
        lexicon.readings("קקקקק"),
    )


@given(st.text("אבגד", min_size=1, max_size=8), st.text("אבגד", min_size=1, max_size=8))
def test_a_change_leads_from_the_word_to_its_lemma(word: str, lemma: str) -> None:
    front, back, start, end = change(word, lemma)

    assert lemma == start + word[front : len(word) - back] + end


def test_what_is_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Frequencies are kept in sixteenths of a power of ten."""
    monkeypatch.setattr(writing, "FOLDER", tmp_path)
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)

    lemmas, shares, best = (
        {"went": "go", "going": "go"},
        {"go": 1e-3, "the": 5e-2},
        {"going": "going", "the": "the"},
    )
    write_words("xx", lemmas, shares, preferred=best, alternates={"going": "go"})
    written = Lexicon("xx")

    assert ["go", "going", "the", "went"] == sorted(written)
    assert ("go", None) == (written.lemma("went"), written.lemma("the"))
    assert ("go", None) == (written.second("going"), written.second("went"))
    assert (["going", "go"], ["the"], []) == tuple(map(written.readings, ("going", "the", "went")))
    assert (True, False) == (written.is_lemma("go"), written.is_lemma("went"))
    assert 6.0 == written.frequency("go")
    assert abs(7.7 - written.frequency("the")) < 1 / 16
