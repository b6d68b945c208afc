"""Commits: does the index stay whole when somebody reads, kills, breaks or forges it?"""

from __future__ import annotations

import gc
import os
import random
import subprocess
import sys
import threading
from pathlib import Path
from unittest.mock import patch

import pytest

from index.embedded import writer
from index.embedded.commits import Commits
from index.embedded.engine import EmbeddedEngine
from index.embedded.segment_info import SegmentInfo
from index.segments.segment import Segment
from search.engine.nodes import Fuzzy, Prefix
from search.engine.port import Request
from search.errors import IndexBusyError, IndexStateError
from tests.embedded.letters import everything, ids, letters
from tests.engines.plain import article

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc or kills by signal")


def test_searches_go_on_during_commits(engine: EmbeddedEngine, folder: Path) -> None:
    """A commit may take files away while another process opens them."""
    failed: list[BaseException] = []
    done = threading.Event()

    def search() -> None:
        while not done.is_set():
            try:
                assert everything(EmbeddedEngine(folder)).total >= 100
            except BaseException as error:  # noqa: BLE001 - any failure is the finding
                failed.append(error)

    thread = threading.Thread(target=search)
    thread.start()
    for number in range(30):
        engine.write(letters(2, seed=number, first=number))
        engine.commit()
    done.set()
    thread.join()

    assert [] == failed


def test_a_file_that_vanishes_while_opening_is_looked_for_again(
    engine: EmbeddedEngine, folder: Path
) -> None:
    calls = iter((FileNotFoundError("gone"), None))

    def opened(self: Commits, entry: SegmentInfo) -> Segment:
        error = next(calls, None)
        if error:
            raise error
        return entry.arrays(self.folder)

    with patch.object(Commits, "open", opened):
        assert everything(engine).total == everything(EmbeddedEngine(folder)).total


@ON_LINUX
def test_a_reader_lets_go_of_segments_that_were_replaced(
    engine: EmbeddedEngine, folder: Path
) -> None:
    """A server looks for cycles so seldom that one a commit takes all its descriptors, and the disk keeps the files."""
    reader = EmbeddedEngine(folder)
    gc.disable()
    try:
        for number in range(30):
            engine.write(letters(3, seed=number, first=number))
            engine.commit()
            everything(reader)
            reader.search(Request(clauses=(Fuzzy("abc", 1), Prefix(("e:a",)))))
            list(reader.words(""))
        maps = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    finally:
        gc.enable()

    assert [] == [line for line in maps if str(folder) in line and line.endswith("(deleted)")]


@pytest.mark.parametrize("name", ["toc", "arrays"])
@pytest.mark.parametrize("share", [0, 0.3, 0.999], ids=["all", "most", "the last byte"])
def test_a_file_that_is_cut_is_refused(
    engine: EmbeddedEngine, folder: Path, name: str, share: float
) -> None:
    """When it is opened, not when a search comes there."""
    engine.close()
    path = min(folder.glob(f"*.{name}"))
    os.truncate(path, int(path.stat().st_size * share))

    with pytest.raises(IndexStateError, match="damaged"):
        EmbeddedEngine(folder)


def test_a_writer_that_lost_something_commits_no_more(
    engine: EmbeddedEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waited in memory is gone; whoever caught the error must not make that look whole."""
    before = everything(engine)
    monkeypatch.setattr(writer, "BATCH", 1)
    with (
        patch("index.embedded.whoosh_storage.Committing.save", side_effect=OSError("disk full")),
        pytest.raises(OSError, match="full"),
    ):
        engine.write(letters(1, first=500))

    with pytest.raises(IndexStateError, match="nothing more is written after an error: disk full"):
        engine.write(letters(1, first=600))
    with pytest.raises(IndexStateError, match="nothing more is written after an error: disk full"):
        engine.commit()
    engine.close()

    assert before == everything(engine) == everything(EmbeddedEngine(folder))
    engine.write(letters(1, first=700))
    engine.commit()
    assert before.total + 1 == everything(engine).total


def test_a_commit_that_fails_gives_the_room_back(
    engine: EmbeddedEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A merge that a full disk ended would else keep it full."""
    before = sorted(folder.iterdir())
    monkeypatch.setattr(writer, "SEGMENTS", 1)
    engine.write(letters(5, first=500))

    with (
        patch("index.embedded.whoosh_storage.TOC.write", side_effect=OSError("disk full")),
        pytest.raises(OSError, match="full"),
    ):
        engine.commit()

    assert before == sorted(folder.iterdir())


def test_a_change_has_a_word_of_its_own(engine: EmbeddedEngine) -> None:
    """By which the manifest knows its commit.

    Where segments are merged the articles are the same.
    """
    before = engine.change
    engine.merge()
    merged = engine.change
    engine.write(letters(1, first=500))
    written = engine.change
    engine.commit()
    committed = engine.change
    engine.delete(["0500"])
    engine.commit()

    assert before == merged == written
    assert 3 == len({before, committed, engine.change})


@ON_LINUX
def test_everything_is_on_the_disk_before_a_commit_returns(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoosh never calls fsync. First the files, then the TOC, then its name."""
    engine = EmbeddedEngine(folder, create=True)
    events: list[str] = []
    fsync, rename = os.fsync, os.rename

    def synced(number: int) -> None:
        events.append("sync " + Path(f"/proc/self/fd/{number}").readlink().suffix.strip("."))
        fsync(number)

    def renamed(old: str, new: str) -> None:
        events.append("name the toc")
        rename(old, new)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "rename", renamed)
    engine.write([article("a", "word")])
    engine.commit()

    arrays, folder_before, toc, named, folder_after = events
    assert ("sync arrays", "sync ", "name the toc", "sync ") == (
        arrays,
        folder_before,
        named,
        folder_after,
    )
    assert toc.startswith("sync ")


def test_a_commit_that_fails_changes_nothing(engine: EmbeddedEngine, folder: Path) -> None:
    before = everything(engine)
    engine.write(letters(5, first=500))

    with (
        patch("index.embedded.whoosh_storage.TOC.write", side_effect=OSError("disk full")),
        pytest.raises(OSError, match="full"),
    ):
        engine.commit()

    assert before == everything(engine) == everything(EmbeddedEngine(folder))
    engine.write(letters(1, first=700))
    engine.commit()
    assert before.total + 1 == everything(engine).total
    assert len(engine._newest().leaves) == len(list(folder.glob("*.arrays")))


KILLED = """
import os, sys
from pathlib import Path
from index.embedded.engine import EmbeddedEngine
from tests.engines.plain import article
count, fsync = [int(sys.argv[2])], os.fsync
def dies(number):
    fsync(number)
    count[0] -= 1
    if not count[0]:
        os.kill(os.getpid(), 9)
engine = EmbeddedEngine(Path(sys.argv[1]))
engine.write([article("killed", "a"), article("0001", "changed")])
engine.delete(["0002"])
os.fsync = dies
engine.commit()
"""


@ON_LINUX
@pytest.mark.kills
@pytest.mark.parametrize("syncs", [1, 2, 3, 4], ids="after {} syncs".format)
def test_a_killed_commit_is_whole_or_not_there(
    engine: EmbeddedEngine, folder: Path, syncs: int
) -> None:
    before = ids(everything(engine))
    killed = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(syncs)], check=False)

    assert -9 == killed.returncode
    after = set(before) - {"0002"} | {"killed"} if syncs == 4 else set(before)
    assert after == set(ids(everything(EmbeddedEngine(folder))))
    engine.write(letters(1, first=700))
    engine.commit()
    assert after | {"0700"} == set(ids(everything(engine)))
    assert [] == engine.check()


@pytest.mark.parametrize("seed", range(25))
def test_a_flipped_bit_is_found(folder: Path, seed: int) -> None:
    """Of 200 flips Whoosh did not notice 162."""
    engine = EmbeddedEngine(folder, create=True)
    engine.write(letters(20))
    engine.commit()
    path = next(folder.glob("*.arrays"))
    content = bytearray(path.read_bytes())
    chance = random.Random(seed)  # noqa: S311
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)

    try:
        found = EmbeddedEngine(folder).check()
    except IndexStateError as error:
        found = [str(error)]

    assert found


def test_a_second_writer_is_told_so(engine: EmbeddedEngine, folder: Path) -> None:
    engine.write(letters(1, first=300))

    with pytest.raises(IndexBusyError, match="somebody else is writing"):
        EmbeddedEngine(folder).write(letters(1))

    code = "import sys; from whoosh import index; index.open_dir(sys.argv[1]).writer(timeout=0)"
    other = subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=False
    )
    assert "LockError" in other.stderr
    engine.commit()
    EmbeddedEngine(folder).write(letters(1))
