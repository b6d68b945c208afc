"""Safety: whatever stops a run, and when, the index is whole and the next run makes it right.

READOUT_KILLS says how many runs are killed; twenty unless told.
"""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pytest

from index.archive import in_use
from index.cli import app
from index.embedded.engine import EmbeddedEngine
from index.inspection import check
from index.update.build import build
from search.engine.port import Request
from search.errors import IndexStateError

KILLS: Final = int(os.environ.get("READOUT_KILLS", "20"))
TEXTS: Final = (
    "The president called the prime minister.",
    "ראש הממשלה שוחח עם הנשיא.",
    "Președintele a vorbit.",
)

Articles = dict[str, str]


class Archive:
    """A folder of articles, and the index of it."""

    def __init__(self, place: Path) -> None:
        self.folder, self.index = place / "articles", place / "index"
        self.folder.mkdir()

    def holds(self, articles: Articles) -> None:
        """Make the folder hold these articles and no others."""
        for path in self.folder.iterdir():
            if path.stem not in articles:
                path.unlink()
        for name, text in articles.items():
            article = {"id": name, "title": name, "text": text}
            (self.folder / f"{name}.json").write_text(json.dumps(article), encoding="utf-8")

    def build(self) -> None:
        build(self.index, [self.folder])

    def found(self) -> Articles:
        """What the index has, with nothing wrong with it and nothing twice."""
        with closing(EmbeddedEngine(in_use(self.index).postings)) as engine:
            ids = [hit.article_id for hit in engine.search(Request(size=10_000)).hits]
            assert [] == engine.check()
            assert sorted(set(ids)) == sorted(ids) == sorted(engine.article_ids())
            return {article.article_id: article.text for article in engine.get(ids)}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = Archive(tmp_path)
    made.holds(dict(zip("abcdef", TEXTS * 2, strict=True)))
    made.build()
    return made


def is_between(found: Articles, before: Articles, after: Articles) -> bool:
    """Whether each article is as it was or as it is to be, and one that is in both is there."""
    known = all(text in {before.get(name), after.get(name)} for name, text in found.items())
    return known and before.keys() & after.keys() <= found.keys()


def changed(before: Articles, chance: random.Random) -> Articles:
    """Some articles more, some others, some gone."""
    kept = {name: text for name, text in before.items() if chance.random() < 0.9}
    edited = {
        name: f"{text} {chance.random()}" for name, text in kept.items() if chance.random() < 0.2
    }
    added = {
        f"n{chance.randrange(10**6)}": chance.choice(TEXTS) for _ in range(chance.randrange(1, 30))
    }
    return {**kept, **edited, **added}


def run(archive: Archive, *, kill_after: float | None = None) -> float:
    """The command in a process of its own, which may be killed; how long it ran."""
    began, child = time.perf_counter(), os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        try:
            app(["index", str(archive.folder), "--index", str(archive.index)])
        finally:
            os._exit(0)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return time.perf_counter() - began


@pytest.mark.kills
@pytest.mark.skipif(
    not hasattr(os, "fork"), reason="only where processes fork: loading the command takes too long"
)
def test_a_run_may_be_killed_at_any_time(archive: Archive) -> None:
    """Power cuts, full memory, impatience.

    What was there is there, and the next run ends the work.
    """
    chance = random.Random(3)  # noqa: S311 - the same changes each time; when the kill comes is never the same
    before = archive.found()
    usual = run(archive)

    for _ in range(KILLS):
        after = changed(before, chance)
        archive.holds(after)
        run(archive, kill_after=chance.uniform(0, 1.5 * usual))
        assert is_between(archive.found(), before, after)
        usual = max(usual, run(archive))
        assert after == archive.found()
        assert () == check(archive.index).problems
        before = after


class Faults:
    """Fails one call of those it is laid around, as a disk does that is full."""

    def __init__(self, fails: int) -> None:
        self.calls = 0
        self._fails = fails

    def around(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def guarded(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the call takes
            self.calls += 1
            if self.calls == self._fails:
                raise OSError(errno.ENOSPC, "no space left on this disk")
            return call(*given, **named)

        return guarded


def lay(faults: Faults, patch: pytest.MonkeyPatch) -> None:
    """Put the faults around every fsync and rename."""
    for name in ("fsync", "rename", "replace"):
        patch.setattr(os, name, faults.around(getattr(os, name)))


def test_a_disk_may_fail_at_every_call(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each fsync and rename of a run fails once, on any system.

    The index is the old one or the new one.
    Where processes are born as on Linux, `tests/faults` lets every call fail that changes the disk.
    """
    before = archive.found()
    after = {**before, "a": "changed", "new": "text"}
    del after["b"]
    archive.holds(after)
    shutil.copytree(archive.index, tmp_path / "kept")
    with monkeypatch.context() as patch:
        lay(counted := Faults(0), patch)
        archive.build()

    failed = 0
    for number in range(1, counted.calls + 1):
        shutil.rmtree(archive.index)
        shutil.copytree(tmp_path / "kept", archive.index)
        with monkeypatch.context() as patch:
            lay(Faults(number), patch)
            try:
                archive.build()
            except IndexStateError:
                failed += 1
            else:  # the manifest could not be sealed, and stays open
                assert after == archive.found()
        assert archive.found() in (before, after)
        archive.build()
        assert after == archive.found()
        assert () == check(archive.index).problems

    assert counted.calls > failed > 4
