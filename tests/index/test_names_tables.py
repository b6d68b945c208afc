"""Tables of names: what in a names.csv can't be right, or looks like a slip, is said once."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.own_names import below, read_table
from tests.index.archive import Archive
from tests.index.own_archive import HEAD, MIRA, three_articles


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return three_articles(tmp_path)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param(
            "vladmir-putin,leader,en,Vladmir Putin,ru,,",
            "did you mean 'vladimir-putin'?",
            id="an id like ours",
        ),
        pytest.param(
            "putin,leader,en,Old Putin,ru,,", "did you mean 'vladimir-putin'?", id="a name as an id"
        ),
        pytest.param(
            "v-putin,leader,en,Vladimir Putin,ru,,", "two share it", id="a name that another has"
        ),
        pytest.param("vladimir-putin,leader,en,Vova,us,,", "speaks for 'ru'", id="another country"),
        pytest.param("ana-may,leader,en,May,gb,,", "is a word too", id="a common word"),
        pytest.param("ana,ruler,en,Ana Pop,ro,,", "kind 'ruler'", id="no such kind"),
        pytest.param("ana,leader,en,Ana Pop,atlantis,,", "no such country", id="no such country"),
        pytest.param("ana,leader,en,Ana Pop,ro,yesterday,", "from 'yesterday'", id="no date"),
        pytest.param("ana,leader,en,,ro,,", "it has no name", id="no name"),
        pytest.param("ana,leader,el,Άννα,gr,,", "script", id="a script without names"),
        pytest.param("ana,leader,en,Ana Pop,ro,2001,2002,2003", "8 cells", id="a cell too many"),
    ],
)
def test_what_can_not_be_right_is_said(tmp_path: Path, row: str, said: str) -> None:
    path = tmp_path / "names.csv"
    path.write_text(f"{HEAD}{row}\n", encoding="utf-8")

    assert said in " ".join(read_table(path)[1])


def test_what_is_right_needs_no_word(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text(MIRA, encoding="utf-8")

    assert [] == read_table(path)[1]


def test_two_files_that_clash_are_said_once(archive: Archive) -> None:
    """Each is right by itself, and the one that is read first wins."""
    archive.write("a/names.csv", f"{HEAD}mira,leader,ro,Mira Olteanu,md,,\n")
    archive.write("b/names.csv", f"{HEAD}olteanu-mira,leader,ro,Mira Olteanu,ro,,\n")
    said = "'Mira Olteanu' is a name of 'mira' and of 'olteanu-mira': two share it"

    notes = archive.build()["notes"]

    assert [said] == [one["note"] for one in notes]
    assert [] == archive.build()["notes"]


def test_a_table_that_was_always_empty_is_nothing(archive: Archive) -> None:
    archive.write("names.csv", "\n\n")

    report = archive.build()

    assert ([], []) == (report["notes"], report["skipped"])
    assert () == below([archive.folder])


def test_a_table_of_names_is_no_article(archive: Archive) -> None:
    archive.write("names.csv", MIRA)

    assert (3, 0, 0, 0) == archive.counts()


def test_a_names_csv_with_other_columns_is_a_table_of_articles(archive: Archive) -> None:
    archive.write("names.csv", "title,text\nCall,They spoke by telephone for an hour.\n")

    assert (4, 0, 0, 0) == archive.counts()
