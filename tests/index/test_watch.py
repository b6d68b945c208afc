"""Watching: what changed is taken in when it has come to rest, and not before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from index.update.build import update
from index.update.kept import reading_of
from index.update.summary import Summary
from index.update.swap import writing
from index.update.watch import TRIED_AGAIN, Watch
from search.errors import IndexBusyError, SourceError
from tests.index.archive import ENGLISH, ROMANIAN, Archive

SHEET = "file,outlet\na.txt,The Paper\n"


def still() -> None:
    """Nothing happens while a watch rests."""


def watch(archive: Archive, meanwhile: Callable[[], object] = still, **given: object) -> Watch:
    paths = [archive.folder]
    run = partial(update, archive.index, paths)
    manifest = partial(reading_of, archive.index)
    rest: dict[str, Any] = {"pause": lambda _: meanwhile(), **given}
    return Watch(manifest, paths, run, **rest)


def test_a_new_article_is_taken_in(two: Archive) -> None:
    two.write("c.txt", ENGLISH)

    summary = watch(two).update()

    assert summary is not None
    assert (1, ["a.txt", "b.txt", "c.txt"]) == (summary.indexed, two.ids())


def test_without_a_path_the_folders_that_are_known_are_watched(two: Archive) -> None:
    two.write("c.txt", ENGLISH)

    Watch(
        partial(reading_of, two.index), [], partial(update, two.index, []), pause=lambda _: None
    ).update()

    assert ["a.txt", "b.txt", "c.txt"] == two.ids()


def test_an_article_that_is_gone_is_taken_out(two: Archive) -> None:
    (two.folder / "a.txt").unlink()

    watch(two).update()

    assert ["b.txt"] == two.ids()


def test_nothing_runs_where_nothing_changed(two: Archive) -> None:
    """A run reads the whole index; a look every few seconds must not."""
    assert watch(two).update() is None


def test_a_file_that_is_still_written_waits(two: Archive) -> None:
    """Half of it would be searched, and might be dated or tagged otherwise than the whole."""
    half = two.write("c.txt", "The first half.")
    watched = watch(two, lambda: half.write_text("The first half. The second half."))

    assert watched.update() is None
    assert ["a.txt", "b.txt"] == two.ids()
    assert watched.update() is None  # the same once more, for its time is another
    watch(two).update()
    assert ["a.txt", "b.txt", "c.txt"] == two.ids()


def test_a_file_that_is_made_empty_and_filled_later_is_read_then(two: Archive) -> None:
    """Scanners and drives that synchronise make the name first."""
    watched = watch(two)
    two.write("c.txt", "")
    empty = watched.update()
    two.write("c.txt", ENGLISH)
    filled = watched.update()

    assert empty is not None
    assert filled is not None
    assert (["empty"], []) == ([why for _, _, why in empty.skipped], filled.skipped)
    assert ["a.txt", "b.txt", "c.txt"] == two.ids()


def test_what_is_at_rest_does_not_wait_for_what_is_not(two: Archive) -> None:
    two.write("c.txt", ENGLISH)
    half = two.write("d.txt", "The first half.")

    watch(two, lambda: half.write_text("The first half. The second half.")).update()

    assert ["a.txt", "b.txt", "c.txt"] == two.ids()
    watch(two).update()
    assert ["a.txt", "b.txt", "c.txt", "d.txt"] == two.ids()


def test_what_comes_while_a_watch_rests_was_not_seen_at_rest(two: Archive) -> None:
    two.write("c.txt", ENGLISH)

    watch(two, lambda: two.write("d.txt", ROMANIAN)).update()

    assert ["a.txt", "b.txt", "c.txt"] == two.ids()


def test_an_article_stays_as_it_was_while_its_file_is_written_anew(two: Archive) -> None:
    before = two.article("a.txt")
    half = two.write("a.txt", "The first")
    two.write("c.txt", ENGLISH)

    watch(two, lambda: half.write_text("The first half.")).update()

    assert (before, ["a.txt", "b.txt", "c.txt"]) == (two.article("a.txt"), two.ids())


def test_a_folder_that_is_emptied_all_at_once_keeps_its_articles(two: Archive) -> None:
    """It is a share that is not mounted; that is said, and not at every look."""
    for name in ("a.txt", "b.txt"):
        (two.folder / name).unlink()
    watched = watch(two)

    first, second = watched.update(), watched.update()

    assert ["a.txt", "b.txt"] == two.ids()
    assert first is not None
    assert "--delete" in str(first.to_json())
    assert second is None


def test_a_file_that_is_put_back_at_once_was_never_gone(two: Archive) -> None:
    """Some editors take a file away before they write it."""
    (two.folder / "a.txt").unlink()

    assert watch(two, lambda: two.write("a.txt", ENGLISH)).update() is None
    assert ["a.txt", "b.txt"] == two.ids()


def test_side_metadata_that_is_still_written_is_waited_for(two: Archive) -> None:
    """It speaks of many files, and half of it would take what the other half says from them."""
    sheet = two.write("metadata.csv", SHEET)
    two.write("c.txt", ENGLISH)

    assert watch(two, lambda: sheet.write_text(SHEET + "b.txt,The Other\n")).update() is None
    watch(two).update()

    assert ["The Paper", "The Other"] == [two.article(one).outlet for one in ("a.txt", "b.txt")]


def test_what_can_not_be_taken_in_is_tried_again_after_a_while(
    two: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not at every look: a run costs more."""

    def refuse(*_given: object) -> None:
        raise SourceError(str(locked), "may not be read")

    now = [0.0]
    locked = two.write("c.txt", ENGLISH)
    watched = watch(two, clock=lambda: now[0])
    with monkeypatch.context() as patched:
        patched.setattr("index.update.reader.Reader.source", refuse)
        first, second = watched.update(), watched.update()
    now[0] = TRIED_AGAIN + 1
    third = watched.update()

    assert first is not None
    assert [(str(locked), None, "may not be read")] == first.skipped
    assert second is None
    assert third is not None
    assert ["a.txt", "b.txt", "c.txt"] == two.ids()


def test_a_run_that_failed_is_tried_again(two: Archive) -> None:
    """Another process may have been writing."""
    two.write("c.txt", ENGLISH)
    watched = watch(two)

    with writing(two.index), pytest.raises(IndexBusyError):
        watched.update()
    watched.update()

    assert ["a.txt", "b.txt", "c.txt"] == two.ids()


def test_a_folder_that_is_away_takes_nothing_out(two: Archive, tmp_path: Path) -> None:
    """A share that is not there is back later."""
    watched = watch(two)
    two.folder.rename(tmp_path / "away")

    with pytest.raises(SourceError):
        watched.update()

    assert ["a.txt", "b.txt"] == two.ids()


def test_a_summary_says_what_the_one_before_did_not() -> None:
    """A run names every file that was skipped, whenever that was."""
    old, new = ("a.pdf", None, "no text"), ("b.pdf", None, "no text")

    first = Summary(skipped=[old])
    second = Summary(skipped=[old, new])

    assert [new] == second.since(first).skipped
    assert (True, False) == (second.since(first).is_news, second.since(second).is_news)


def test_a_folder_that_is_empty_is_said_once(two: Archive) -> None:
    """Its disk may be gone, and nobody would know."""
    for file in two.folder.iterdir():
        file.unlink()

    summary = watch(two).update()

    assert summary is not None
    assert [str(two.folder)] == [path for path, _, _ in summary.withheld]
    assert (True, False) == (summary.since(Summary()).is_news, summary.since(summary).is_news)
