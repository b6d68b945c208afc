"""Given names: a surname behind somebody else's given name is not the leader's."""

from __future__ import annotations

import unicodedata
from importlib.resources import files

import pytest

from search.analysis.analyzer import analyse
from search.entities.gazetteer import Gazetteer
from search.model.languages import NAME_LANGUAGES


def test_a_surname_in_the_title_is_explained_by_the_body(known: Gazetteer) -> None:
    """Titles are short, and the body has the whole name."""
    parts = [
        (text, analyse(text, side="article", lang="en"))
        for text in ("May calls", "Theresa May called.")
    ]

    title, body = known.mentions_in(*parts)

    assert ["theresa-may"] == [mention.id for mention in title]
    assert ["theresa-may"] == [mention.id for mention in body]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param(
            "en", "Volodymir Zelensky called.", "volodymyr-zelensky", id="spelled otherwise"
        ),
        pytest.param("en", "Frank Steinmeier called.", "frank-walter-steinmeier", id="one of two"),
        pytest.param("ro", "premierul Vladimir Filat", "vlad-filat", id="in full"),
        pytest.param("en", "Will Biden run?", "joe-biden", id="a word that is a name too"),
        pytest.param(
            "en", "It was John. Trump answered.", "donald-trump", id="in the sentence before"
        ),
        pytest.param(
            "he", "כך אמר לי נתניהו", "benjamin-netanyahu", id="a Hebrew word that is a name too"
        ),
        pytest.param("he", "עידן טראמפ", "donald-trump", id="an era"),
        pytest.param(
            "he", "הם משטים באובמה", "barack-obama", id="a Hebrew word that ends as a name does"
        ),
        pytest.param("he", "מחנה רוחאני חוגג", "hassan-rouhani", id="another"),
    ],
)
def test_a_leader_keeps_the_surname_behind_a_given_name_of_their_own(
    known: Gazetteer, lang: str, text: str, expected: str
) -> None:
    found = known.mentions(text, analyse(text, side="article", lang=lang))

    assert {expected} == {mention.id for mention in found if mention.facet == "leader"}


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        pytest.param(
            "Netanyahu's last letter",
            "Yonatan Netanyahu fell at Entebbe.",
            set(),
            id="a namesake first",
        ),
        pytest.param(
            "Netanyahu flies",
            "Netanyahu and Sara Netanyahu left.",
            {"benjamin-netanyahu"},
            id="a namesake after the leader",
        ),
        pytest.param(
            "Prime Minister Netanyahu flies",
            "Sara Netanyahu came along.",
            {"benjamin-netanyahu"},
            id="a title says who",
        ),
    ],
)
def test_whom_the_text_begins_with_bears_the_surname_in_the_title(
    known: Gazetteer, title: str, body: str, expected: set[str]
) -> None:
    parts = [(text, analyse(text, side="article", lang="en")) for text in (title, body)]

    found = [mention for part in known.mentions_in(*parts) for mention in part]

    assert expected == {mention.id for mention in found if mention.facet == "leader"}


def test_given_names_are_sorted_and_stand_once_in_nfc() -> None:
    """A change then shows as one line."""
    head, *rows = (
        files("search.names")
        .joinpath("given.tsv")
        .read_text(encoding="utf-8")
        .rstrip("\n")
        .split("\n")
    )

    assert "language\tname\tsource\tas_of" == head
    assert sorted(set(rows)) == rows
    assert set(NAME_LANGUAGES) == {row.split("\t")[0] for row in rows}
    assert [] == [
        row for row in rows if row != unicodedata.normalize("NFC", row) or len(row.split("\t")) != 4
    ]
