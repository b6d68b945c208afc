"""The index as a whole.

Made anew, carried on after an interruption, and refused when it is not ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from index import tagging
from index.archive import in_use
from index.compose import compose
from index.embedded.engine import EmbeddedEngine
from index.engines import open_engine
from index.inspection import check
from index.loaders import load
from index.update.build import build
from index.update.manifest import Manifest
from index.update.swap import writing
from search.errors import IndexBusyError, IndexStateError
from search.model.articles import Article
from tests.index.archive import ENGLISH, Archive


def test_a_full_run_is_swapped_in_and_the_old_index_goes(two: Archive) -> None:
    old = in_use(two.index)

    assert (2, 0, 0, 0) == two.counts(mode="full")
    assert not old.folder.exists()
    assert ["a.txt", "b.txt"] == two.ids()


def test_a_whole_index_is_one_segment(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """However often a long run had to commit: a search asks every segment."""
    for number in range(6):
        archive.write(f"{number}.txt", f"Article number {number} of a long run.")
    monkeypatch.setattr("index.update.writing.COMMIT_EVERY", 2)

    archive.build()

    assert 1 == len(list(in_use(archive.index).postings.glob("*.arrays")))


def test_an_open_engine_sees_the_swap(two: Archive) -> None:
    engine = open_engine(two.index)
    two.write("c.txt", "A third article, seen by an engine that was open before.")
    two.build(mode="full")

    assert 3 == engine.statistics().articles


def test_an_index_of_another_analysis_is_refused_until_told(
    two: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.update.rules.fingerprint", lambda: "another")

    with pytest.raises(IndexStateError, match="--rebuild"):
        two.build()
    assert (2, 0, 0, 0) == two.counts(mode="rebuild")
    assert (0, 2, 0, 0) == two.counts(mode="rebuild")


def test_an_index_of_another_release_is_made_anew(two: Archive) -> None:
    """Its ids stay, though nothing but the manifest can be read of it."""
    (in_use(two.index).postings / "embedded.json").write_text(
        '{"engine": "readout", "format": 4}\n', encoding="utf-8"
    )

    with pytest.raises(IndexStateError, match="--rebuild"):
        two.build()
    assert (2, 0, 0, 0) == two.counts(mode="full")
    assert ["a.txt", "b.txt"] == two.ids()


def test_another_tagging_tags_the_stored_articles_anew(
    two: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.update.rules.tagging.fingerprint", lambda: "another")
    monkeypatch.setattr("index.update.rules.tagging.tag", lambda article, _: tagging_with(article))

    two.build()

    assert ("somebody",) == two.article("b.txt").leaders


def tagging_with(article: Article) -> Article:
    return Article.from_json({**article.to_json(), "leaders": ["somebody"]})


def test_another_extraction_reads_the_files_again(
    two: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.update.rules.extract.fingerprint", lambda: "another")
    read: list[Path] = []

    def reading(path: Path) -> Iterator[Any]:
        read.append(path)
        return load(path)

    monkeypatch.setattr("index.update.reader.load", reading)
    two.build()

    assert ["a.txt", "b.txt"] == [path.name for path in read]


def test_an_interrupted_run_goes_on_where_it_was(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was committed is not written again, what was not is not lost."""
    for number in range(6):
        archive.write(f"{number}.txt", f"Article number {number} of a long run.")
    monkeypatch.setattr("index.update.writing.COMMIT_EVERY", 2)

    def dying(loaded: Any, **rest: Any) -> Article:  # noqa: ANN401
        if rest["article_id"] == "5.txt":
            raise KeyboardInterrupt
        return compose(loaded, **rest)

    monkeypatch.setattr("index.update.run.compose", dying)
    with pytest.raises(KeyboardInterrupt):
        archive.build()
    monkeypatch.setattr("index.update.run.compose", compose)

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


@pytest.mark.parametrize("name", ["gaza", "g7", "g1"])
def test_a_folder_with_somebody_s_folders_is_refused(archive: Archive, name: str) -> None:
    """One that is called like a generation would be deleted as one."""
    archive.write("a.txt", ENGLISH)
    (archive.index / name).mkdir(parents=True)

    with pytest.raises(IndexStateError, match="has other files in it"):
        archive.build()


def test_an_index_may_lie_among_its_articles(archive: Archive) -> None:
    """Its own files are JSON, and no articles."""
    archive.write("a.txt", ENGLISH)
    archive.index = archive.folder / "index"

    assert [(1, 0, 0, 0), (0, 1, 0, 0)] == [archive.counts(), archive.counts()]


def test_what_a_first_run_left_that_was_broken_off_is_in_nobody_s_way(archive: Archive) -> None:
    archive.write("a.txt", ENGLISH)
    (archive.index / "g1").mkdir(parents=True)
    for name in ("writer.lock", "writer.lock-journal", "readout.json.new"):
        (archive.index / name).touch()

    assert (1, 0, 0, 0) == archive.counts()


def test_only_generations_are_taken_off_the_disk(two: Archive) -> None:
    for name in ("g5", "gaza"):
        (two.index / name).mkdir()
    two.build()

    assert {"g1", "gaza"} == {path.name for path in two.index.iterdir() if path.is_dir()}


def test_an_index_is_only_for_its_owner(two: Archive) -> None:
    assert 0o700 == two.index.stat().st_mode & 0o777


def test_a_marker_of_somebody_else_is_refused(archive: Archive) -> None:
    """Where there is nothing of an index it is not a marker that is damaged."""
    archive.index.mkdir()
    (archive.index / "readout.json").write_text("[]", encoding="utf-8")

    with pytest.raises(IndexStateError, match="not an index of Readout"):
        in_use(archive.index)


def test_an_index_of_another_release_is_refused(two: Archive) -> None:
    (two.index / "readout.json").write_text('{"readout": 99, "generation": "g1"}', encoding="utf-8")

    with pytest.raises(IndexStateError, match="another release"):
        in_use(two.index)


def test_stray_articles_are_found_by_the_check(two: Archive) -> None:
    with closing(EmbeddedEngine(in_use(two.index).postings)) as engine:
        engine.delete(["a.txt"])
        engine.commit()

    assert (
        "article 'a.txt' is in the manifest alone",
        "the engine has a commit that the manifest does not know",
    ) == check(two.index).problems
    assert (2, 0, 0, 0) == two.counts()
    assert () == check(two.index).problems


def test_the_rules_of_the_index_are_written_down(two: Archive) -> None:
    assert tagging.fingerprint() == Manifest(in_use(two.index).manifest).fact("tagging")
