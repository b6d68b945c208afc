"""Unknown names: whom metadata names and nobody knows is kept as written, and said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from search.model.response import Search
from search.names import own
from tests.index.archive import Archive
from tests.index.own_archive import PLAIN, found, leaders, searcher, three_articles


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return three_articles(tmp_path)


@pytest.fixture(autouse=True)
def nobody_of_ones_own() -> Iterator[None]:
    """What other tests know is nothing to these, nor the other way round."""
    with own.used(own.NONE):
        yield


def test_an_unknown_leader_is_a_person_under_the_label_as_written(archive: Archive) -> None:
    archive.write("metadata.csv", "file,leaders\nplain.txt,Áine O'Mira\n")
    notes = archive.build()["notes"]

    assert ["plain.txt"] == found(archive, leader=("Áine O'Mira",))
    assert ["plain.txt"] == found(archive, leader=("aine omira",))
    labels = {one.label for one in searcher(archive).facet(Search(), "leader").values}
    assert "Áine O'Mira" in labels
    assert 1 == sum("Áine O'Mira" in one["note"] for one in notes)


def test_an_unknown_leader_is_said_once(archive: Archive) -> None:
    archive.write("metadata.csv", "file,leaders\nplain.txt,Aine Omira\n")
    archive.build()

    archive.write("plain.txt", PLAIN + " It rained.")

    assert [] == archive.build()["notes"]


def test_an_unknown_leader_is_one_with_diacritics_and_without(archive: Archive) -> None:
    """Sheets are filled in by many hands."""
    archive.write(
        "metadata.csv", "file,leaders\nplain.txt,Ștefan Brătescu\nro.txt,STEFAN BRATESCU\n"
    )
    archive.build()

    assert ["plain.txt", "ro.txt"] == found(archive, leader=("Stefan Bratescu",))
    assert 1 == len({name for one in ("plain.txt", "ro.txt") for name in leaders(archive, one)})


def test_index_asks_whether_a_known_leader_was_meant(archive: Archive) -> None:
    archive.write("metadata.csv", "file,leaders\nplain.txt,Vladmir Putin\n")

    (note,) = archive.build()["notes"]

    assert "did you mean 'vladimir-putin'?" in note["note"]


def test_an_unknown_leader_of_a_contact_is_said_too(archive: Archive) -> None:
    archive.write("metadata.csv", 'file,contacts\nplain.txt,"call: Aine Omira, Vladmir Putin"\n')

    notes = [one["note"] for one in archive.build()["notes"]]

    assert 2 == len(notes)
    assert "no leader is known as 'Aine Omira'" in notes[0]
    assert "did you mean 'vladimir-putin'?" in notes[1]
    assert ["plain.txt"] == found(archive, leader=("Aine Omira",))
