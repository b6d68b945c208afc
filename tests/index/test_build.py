"""The index follows its folders: nothing is lost, nothing is counted twice, and an edit is seen."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from index import tagging
from index.archive import in_use, open_engine, open_manifest, writing
from index.build import build
from index.compose import compose
from index.embedded import EmbeddedEngine
from index.inspection import check
from index.loaders import load
from search.articles import Article
from search.engine import Request
from search.errors import IndexBusyError, IndexStateError, SourceError

ROMANIAN = "Președintele a vorbit la telefon cu omologul său. Convorbirea a durat o oră."
ENGLISH = "The prime minister spoke with the president by telephone on Sunday evening."


class Archive:
    """A folder of articles and the index made of it."""

    def __init__(self, place: Path) -> None:
        self.folder = place / "articles"
        self.folder.mkdir()
        self.index = place / "index"

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def build(self, *paths: Path, **asked: Any) -> dict[str, Any]:  # noqa: ANN401
        return build(self.index, paths or [self.folder], **asked).to_json()

    def counts(self, *paths: Path, **asked: Any) -> tuple[int, int, int, int]:  # noqa: ANN401
        summary = self.build(*paths, **asked)
        return summary["indexed"], summary["unchanged"], summary["deleted"], len(summary["skipped"])

    def ids(self) -> list[str]:
        found = open_engine(self.index).search(Request(size=100))
        return sorted(hit.article_id for hit in found.hits)

    def article(self, article_id: str) -> Article:
        return open_engine(self.index).get([article_id])[0]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


@pytest.fixture
def two(archive: Archive) -> Archive:
    archive.write("a.txt", ENGLISH)
    archive.write("b.txt", ROMANIAN)
    archive.build()
    return archive


def test_a_second_run_finds_nothing_to_do(two: Archive) -> None:
    assert (0, 2, 0, 0) == two.counts()


def test_a_new_a_changed_and_a_deleted_file_are_seen(two: Archive) -> None:
    two.write("a.txt", ENGLISH + " They will meet in May.")
    two.write("c.txt", "A third article about the same telephone call, written later.")
    (two.folder / "b.txt").unlink()

    assert (2, 0, 1, 0) == two.counts()
    assert ["a.txt", "c.txt"] == two.ids()
    assert two.article("a.txt").text.endswith("in May.")


def test_a_touched_file_is_not_indexed_again(two: Archive) -> None:
    """Size and time only say where to look: the content decides."""
    os.utime(two.folder / "a.txt", (1, 1))

    assert (0, 2, 0, 0) == two.counts()


def test_a_change_that_keeps_size_and_length_is_seen_by_its_time(two: Archive) -> None:
    path = two.write("a.txt", ENGLISH.replace("Sunday", "Monday"))
    os.utime(path, (5, 5))

    assert (1, 1, 0, 0) == two.counts()


def test_without_a_path_the_known_folders_are_gone_over(two: Archive) -> None:
    two.write("c.txt", "Another article of a known folder.")

    summary = build(two.index, []).to_json()

    assert (1, 2) == (summary["indexed"], summary["unchanged"])


def test_without_a_path_a_new_index_asks_for_one(archive: Archive) -> None:
    with pytest.raises(IndexStateError, match="no folder to index yet"):
        build(archive.index, [])


def test_other_folders_keep_their_articles(two: Archive, tmp_path: Path) -> None:
    """Gone means gone from the paths given now."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "z.txt").write_text("An article of another folder altogether.", encoding="utf-8")
    (two.folder / "a.txt").unlink()

    assert (1, 0, 0, 0) == two.counts(other)
    assert ["a.txt", "b.txt", "z.txt"] == two.ids()


def test_a_missing_path_changes_nothing(two: Archive) -> None:
    with pytest.raises(SourceError, match="nothing was changed"):
        two.build(two.folder, two.folder / "missing")

    assert ["a.txt", "b.txt"] == two.ids()


def test_a_file_given_as_path_is_known_by_its_name(archive: Archive) -> None:
    path = archive.write("deep/down/a.txt", ENGLISH)

    assert (1, 0, 0, 0) == archive.counts(path)
    assert ["a.txt"] == archive.ids()


@pytest.mark.parametrize("mode", ["changes", "full"])
def test_a_path_keeps_its_first_id_when_a_folder_above_is_indexed_later(archive: Archive, mode: str) -> None:
    """An id that somebody has cited must go on meaning the same article."""
    path = archive.write("deep/a.txt", ENGLISH)
    archive.build(path.parent)
    archive.write("b.txt", ROMANIAN)

    archive.build(archive.folder, mode=mode)

    assert ["a.txt", "b.txt"] == archive.ids()


def test_an_id_that_is_taken_gets_the_name_of_its_root(two: Archive, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("Another article that has the same name.", encoding="utf-8")

    two.build(other)

    assert ["a.txt", "b.txt", "other/a.txt"] == two.ids()


def lines(*articles: dict[str, str]) -> str:
    return "".join(json.dumps(article) + "\n" for article in articles)


def test_articles_of_one_file_are_numbered_and_source_ids_kept(archive: Archive) -> None:
    archive.write(
        "x.jsonl", lines({"text": ENGLISH}, {"text": ROMANIAN}, {"id": "own id", "text": "The third of them."})
    )

    assert (3, 0, 0, 0) == archive.counts()
    assert ["own id", "x.jsonl", "x.jsonl#2"] == archive.ids()


def test_a_source_id_from_two_files_is_taken_once(archive: Archive) -> None:
    archive.write("1.jsonl", lines({"id": "same", "text": ENGLISH}))
    archive.write("2.jsonl", lines({"id": "same", "text": ROMANIAN}))

    summary = archive.build()

    assert (1, ["id taken"]) == (summary["indexed"], [skip["reason"] for skip in summary["skipped"]])
    assert ENGLISH == archive.article("same").text


def test_an_article_with_neither_title_nor_text_is_empty(archive: Archive) -> None:
    archive.write("x.jsonl", lines({"title": "", "text": " "}, {"title": "A title alone", "text": ""}))

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


def test_a_full_run_is_swapped_in_and_the_old_index_goes(two: Archive) -> None:
    old = in_use(two.index)

    assert (2, 0, 0, 0) == two.counts(mode="full")
    assert not old.folder.exists()
    assert ["a.txt", "b.txt"] == two.ids()


def test_an_open_engine_sees_the_swap(two: Archive) -> None:
    engine = open_engine(two.index)
    two.write("c.txt", "A third article, seen by an engine that was open before.")
    two.build(mode="full")

    assert 3 == engine.statistics().articles


def test_an_index_of_another_analysis_is_refused_until_told(two: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.run.pipeline.fingerprint", lambda: "another")

    with pytest.raises(IndexStateError, match="--rebuild"):
        two.build()
    assert (2, 0, 0, 0) == two.counts(mode="rebuild")
    assert (0, 2, 0, 0) == two.counts(mode="rebuild")


def test_another_tagging_tags_the_stored_articles_anew(two: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.run.tagging.fingerprint", lambda: "another")
    monkeypatch.setattr("index.run.tagging.tag", lambda article, _: tagging_with(article))

    two.build()

    assert ("somebody",) == two.article("b.txt").leaders


def tagging_with(article: Article) -> Article:
    return Article.from_json({**article.to_json(), "leaders": ["somebody"]})


def test_another_extraction_reads_the_files_again(two: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.run.extract.fingerprint", lambda: "another")
    read: list[Path] = []

    def reading(path: Path) -> Iterator[Any]:
        read.append(path)
        return load(path)

    monkeypatch.setattr("index.run.load", reading)
    two.build()

    assert ["a.txt", "b.txt"] == [path.name for path in read]


def test_an_interrupted_run_goes_on_where_it_was(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was committed is not written again, what was not is not lost."""
    for number in range(6):
        archive.write(f"{number}.txt", f"Article number {number} of a long run.")
    monkeypatch.setattr("index.run.COMMIT_EVERY", 2)

    def dying(loaded: Any, **rest: Any) -> Article:  # noqa: ANN401
        if rest["article_id"] == "5.txt":
            raise KeyboardInterrupt
        return compose(loaded, **rest)

    monkeypatch.setattr("index.run.compose", dying)
    with pytest.raises(KeyboardInterrupt):
        archive.build()
    monkeypatch.setattr("index.run.compose", compose)

    indexed, unchanged, *_ = archive.counts()

    assert (6, True) == (indexed + unchanged, unchanged >= 4)
    assert () == check(archive.index).problems


def test_a_second_writer_is_told_so(two: Archive) -> None:
    with writing(two.index), pytest.raises(IndexBusyError, match="another process is writing"):
        two.build()


def test_a_folder_with_other_things_is_refused(archive: Archive) -> None:
    archive.write("a.txt", ENGLISH)

    with pytest.raises(IndexStateError, match="has other files in it"):
        build(archive.folder, [archive.folder])


def test_an_index_is_only_for_its_owner(two: Archive) -> None:
    assert 0o700 == two.index.stat().st_mode & 0o777


def test_a_marker_of_somebody_else_is_refused(two: Archive) -> None:
    (two.index / "readout.json").write_text("[]", encoding="utf-8")

    with pytest.raises(IndexStateError, match="not an index of Readout"):
        in_use(two.index)


def test_an_index_of_another_release_is_refused(two: Archive) -> None:
    (two.index / "readout.json").write_text('{"readout": 99, "generation": "g1"}', encoding="utf-8")

    with pytest.raises(IndexStateError, match="another release"):
        in_use(two.index)


def test_stray_articles_are_found_by_the_check(two: Archive) -> None:
    with closing(EmbeddedEngine(in_use(two.index).postings)) as engine:
        engine.delete(["a.txt"])
        engine.commit()

    assert ("article 'a.txt' is in the manifest alone",) == check(two.index).problems


def test_the_rules_of_the_index_are_written_down(two: Archive) -> None:
    assert tagging.fingerprint() == open_manifest(two.index).fact("tagging")


def test_progress_ends_with_every_file(archive: Archive) -> None:
    archive.write("a.txt", ENGLISH)
    seen: list[tuple[int, int]] = []

    archive.build(progress=lambda done, all_: seen.append((done, all_)))

    assert [(0, 1), (1, 1)] == seen
