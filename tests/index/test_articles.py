"""The articles of a run: which id each gets, and what is skipped, kept, linked or deleted."""

from __future__ import annotations

import json

import pytest

from index.inspection import check
from tests.index.archive import ENGLISH, ROMANIAN, Archive


def lines(*articles: dict[str, str]) -> str:
    return "".join(json.dumps(article) + "\n" for article in articles)


def test_articles_of_one_file_are_numbered_and_source_ids_kept(archive: Archive) -> None:
    archive.write(
        "x.jsonl",
        lines(
            {"text": ENGLISH}, {"text": ROMANIAN}, {"id": "own id", "text": "The third of them."}
        ),
    )

    assert (3, 0, 0, 0) == archive.counts()
    assert ["own id", "x.jsonl", "x.jsonl#2"] == archive.ids()


def test_what_is_skipped_is_named_by_its_file_and_number_each_time(archive: Archive) -> None:
    """In a file of thousands, `empty` would not be found."""
    some = archive.write(
        "1.jsonl",
        lines({"id": "same", "text": ENGLISH}, {"text": " "}, {"id": "same", "text": "Two."}),
    )
    none = archive.write("2.txt", "\0\0\1\2")

    first, second = archive.build(), archive.build()

    found = {(skip["path"], skip["number"], skip["reason"]) for skip in first["skipped"]}
    assert {(str(some), 2, "empty"), (str(some), 3, "id taken")} == {
        skip for skip in found if skip[1]
    }
    assert [(str(none), None)] == [skip[:2] for skip in found if not skip[1]]
    assert found == {(skip["path"], skip["number"], skip["reason"]) for skip in second["skipped"]}


def test_a_source_id_from_two_files_is_two_articles(archive: Archive) -> None:
    """Exports number their articles from one, each anew."""
    archive.write("1.jsonl", lines({"id": "same", "text": ENGLISH}))
    archive.write("2.jsonl", lines({"id": "same", "text": ROMANIAN}, {"id": "own", "text": "Two."}))

    assert (3, 0, 0, 0) == archive.counts()
    assert ["2.jsonl:same", "own", "same"] == archive.ids()
    assert ENGLISH == archive.article("same").text


@pytest.mark.parametrize("mode", ["changes", "full"])
def test_an_id_with_a_path_stays_when_its_owner_is_gone(archive: Archive, mode: str) -> None:
    """Somebody may have linked to it."""
    first = archive.write("1.jsonl", lines({"id": "same", "text": ENGLISH}))
    archive.write("2.jsonl", lines({"id": "same", "text": ROMANIAN}))
    archive.build()
    first.unlink()
    archive.write("3.jsonl", lines({"id": "other", "text": "Three."}))

    archive.build(mode=mode)

    assert ["2.jsonl:same", "other"] == archive.ids()


def test_an_id_twice_in_the_second_file_is_taken(archive: Archive) -> None:
    archive.write("1.jsonl", lines({"id": "same", "text": ENGLISH}))
    archive.write(
        "2.jsonl", lines({"id": "same", "text": "Two."}, {"id": "same", "text": "Three."})
    )

    assert (2, 0, 0, 1) == archive.counts()
    assert (0, 2, 0, 1) == archive.counts()


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        pytest.param("xabcde", (1, 5, 0, 0), id="one more at the top"),
        pytest.param("bcde", (0, 4, 1, 0), id="the first is gone"),
        pytest.param("abxde", (1, 4, 1, 0), id="another in the middle"),
        pytest.param("edcba", (0, 5, 0, 0), id="the other way round"),
        pytest.param("abcdea", (0, 5, 0, 1), id="one twice"),
    ],
)
def test_articles_with_ids_may_change_their_places(
    archive: Archive, ids: str, expected: tuple[int, ...]
) -> None:
    """Exports put the newest first: a line more must not make all others new, or taken."""
    texts = {name: f"What was said of {name} on the telephone." for name in "abcdex"}
    archive.write("x.jsonl", lines(*({"id": name, "text": texts[name]} for name in "abcde")))
    archive.build()
    archive.write("x.jsonl", lines(*({"id": name, "text": texts[name]} for name in ids)))

    assert expected == archive.counts()
    assert {name: texts[name] for name in ids} == {
        name: archive.article(name).text for name in archive.ids()
    }
    assert (0, len(set(ids)), 0, expected[-1]) == archive.counts()
    assert () == check(archive.index).problems


def test_articles_with_ids_may_move_to_another_file(archive: Archive) -> None:
    """A file that is renamed must not lose its articles to itself."""
    file = archive.write(
        "x.jsonl", lines({"id": "a", "text": ENGLISH}, {"id": "b", "text": ROMANIAN})
    )
    archive.build()
    file.rename(file.with_name("y.jsonl"))

    assert (0, 2, 0, 0) == archive.counts()
    assert ["a", "b"] == archive.ids()
    assert (0, 2, 0, 0) == archive.counts()


def test_an_article_without_an_id_does_not_take_that_of_its_place(archive: Archive) -> None:
    archive.write("x.jsonl", lines({"id": "own", "text": ENGLISH}))
    archive.build()
    archive.write("x.jsonl", lines({"text": ROMANIAN}, {"id": "own", "text": ENGLISH}))

    assert (1, 1, 0, 0) == archive.counts()
    assert (ROMANIAN, ENGLISH) == (archive.article("x.jsonl").text, archive.article("own").text)


def test_an_article_with_neither_title_nor_text_is_empty(archive: Archive) -> None:
    archive.write(
        "x.jsonl", lines({"title": "", "text": " "}, {"title": "A title alone", "text": ""})
    )

    summary = archive.build()

    assert (1, ["empty"]) == (summary["indexed"], [skip["reason"] for skip in summary["skipped"]])


def test_what_was_skipped_is_said_again_by_the_next_run(archive: Archive) -> None:
    """Articles in = indexed + unchanged + skipped, every time."""
    archive.write("x.jsonl", lines({"text": ENGLISH}) + "{broken\n")

    assert [(1, 0, 0, 1), (0, 1, 0, 1)] == [archive.counts(), archive.counts()]


def test_one_changed_line_does_not_index_the_others_again(archive: Archive) -> None:
    archive.write("x.jsonl", lines({"text": ENGLISH}, {"text": ROMANIAN}))
    archive.build()
    archive.write("x.jsonl", lines({"text": ENGLISH}, {"text": "Quite another text."}))

    assert (1, 1, 0, 0) == archive.counts()


def test_an_article_that_left_its_file_is_deleted(archive: Archive) -> None:
    archive.write("x.jsonl", lines({"text": ENGLISH}, {"text": ROMANIAN}))
    archive.build()
    archive.write("x.jsonl", lines({"text": ENGLISH}))

    assert (0, 1, 1, 0) == archive.counts()


def test_a_file_that_can_t_be_read_now_stays(two: Archive) -> None:
    (two.folder / "a.txt").write_bytes(b"\0\1\2\0\0\0 not a text \0")

    assert (0, 1, 0, 1) == two.counts()
    assert ENGLISH == two.article("a.txt").text


def test_a_file_that_can_t_be_read_now_is_carried_into_a_full_rebuild(two: Archive) -> None:
    (two.folder / "a.txt").write_bytes(b"\0\1\2\0\0\0 not a text \0")

    assert (1, 0, 0, 1) == two.counts(mode="full")
    assert ENGLISH == two.article("a.txt").text


def test_duplicates_are_indexed_and_linked_to_the_first(two: Archive) -> None:
    two.write("c.txt", ENGLISH.upper())

    assert 1 == two.build()["duplicates"]
    assert ("a.txt", None) == (two.article("c.txt").duplicate_of, two.article("a.txt").duplicate_of)


def test_the_first_copy_takes_the_place_of_an_article_that_is_gone(two: Archive) -> None:
    two.write("c.txt", ENGLISH)
    two.write("d.txt", ENGLISH)
    two.build()
    (two.folder / "a.txt").unlink()
    two.build()

    assert (None, "c.txt") == (two.article("c.txt").duplicate_of, two.article("d.txt").duplicate_of)
    assert () == check(two.index).problems


def test_an_edit_of_the_metadata_beside_it_is_an_edit_of_the_article(two: Archive) -> None:
    two.write("metadata.csv", "file,date,leaders\na.txt,2016-10-23,Vladimir Putin\n")

    assert (1, 1, 0, 0) == two.counts()
    article = two.article("a.txt")
    assert ("2016-10-23", "metadata", ("vladimir-putin",)) == (
        article.published,
        article.published_source,
        article.leaders,
    )
