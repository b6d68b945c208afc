"""Whoosh: does the engine keep clear of what is broken in Whoosh 2.7.4? And does Whoosh still read the index?"""

from __future__ import annotations

import os
import pickle
import random
import subprocess
import sys
import threading
from pathlib import Path
from unittest.mock import patch

import pytest
from whoosh import index as whoosh_index
from whoosh import query

from index.embedded import EmbeddedEngine, writer
from index.embedded.codec import Entry
from index.embedded.commits import MARKER, Commits
from index.embedded.segment import Segment
from search.analysis.tokens import AnalysedArticle
from search.articles import Article
from search.engine import All, Found, Fuzzy, Node, Or, Prefix, Request
from search.errors import IndexBusyError, IndexStateError
from tests.engines.plain import article, phrase, word

LETTERS = "abcdefghij"
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc or kills by signal")


def _archive(count: int, *, seed: int = 1, first: int = 0) -> list[tuple[Article, AnalysedArticle]]:
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    bodies = (" ".join(chance.choices(LETTERS, k=chance.randint(3, 30))) for _ in range(count))
    return [article(f"{first + n:04}", body, lang="en", leaders=("p",)) for n, body in enumerate(bodies)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "postings"


@pytest.fixture
def engine(folder: Path) -> EmbeddedEngine:
    """Three segments, with updates and deletions."""
    made = EmbeddedEngine(folder, create=True)
    for first in (0, 40, 80):
        made.write(_archive(50, seed=first, first=first))
        made.commit()
    made.delete(f"{n:04}" for n in range(0, 130, 7))
    made.commit()
    return made


def _ids(found: Found) -> list[str]:
    return [hit.article_id for hit in found.hits]


def _everything(engine: EmbeddedEngine) -> Found:
    return engine.search(Request(size=1000))


def test_updates_open_the_index_once(engine: EmbeddedEngine) -> None:
    """`update_document` opens the whole index for each call."""
    with patch.object(Commits, "read", autospec=True, side_effect=Commits.read) as read:
        engine.write(_archive(100, seed=9))
        engine.commit()

    assert 1 == read.call_count


@pytest.mark.parametrize("batch", [1, writer.BATCH], ids=["in two segments", "in one"])
def test_an_id_written_twice_before_a_commit_is_there_once(
    folder: Path, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoosh keeps both."""
    monkeypatch.setattr(writer, "BATCH", batch)
    engine = EmbeddedEngine(folder, create=True)

    engine.write([article("a", "old"), article("b", "other"), article("a", "new")])
    engine.commit()

    assert ["a"] == _ids(engine.search(Request(clauses=(word("new"),))))
    assert 0 == engine.search(Request(clauses=(word("old"),))).total
    assert 2 == _everything(engine).total
    assert [] == engine.check()


def test_opening_copies_nothing(engine: EmbeddedEngine, folder: Path) -> None:
    """Whoosh reads every file into memory, for every searcher."""
    opened = EmbeddedEngine(folder)
    leaf = opened._snapshot.leaves[0].segment

    for name in ("docs", "counts", "positions", "words", "stored"):
        assert (False, False) == (leaf.arrays[name].flags.owndata, leaf.arrays[name].flags.writeable)
    assert len(_ids(_everything(engine))) == _everything(opened).total


def test_threads_may_share_an_engine(engine: EmbeddedEngine) -> None:
    """A searcher of Whoosh's gives wrong answers then, silently."""
    nodes: list[Node] = [*map(word, LETTERS), phrase("a b", slop=1)]
    requests = [Request(clauses=(node,), facets=("leader",)) for node in nodes]
    expected = [engine.search(request) for request in requests]
    wrong: list[object] = []

    def search() -> None:
        for number in random.Random(threading.get_ident()).choices(range(len(requests)), k=100):  # noqa: S311
            answer = engine.search(requests[number])
            if answer != expected[number]:
                wrong.append(answer)

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [] == wrong


def test_searches_go_on_during_commits(engine: EmbeddedEngine, folder: Path) -> None:
    """A commit may take files away while another process opens them."""
    failed: list[BaseException] = []
    done = threading.Event()

    def search() -> None:
        while not done.is_set():
            try:
                assert _everything(EmbeddedEngine(folder)).total >= 100
            except BaseException as error:  # noqa: BLE001 - any failure is the finding
                failed.append(error)

    thread = threading.Thread(target=search)
    thread.start()
    for number in range(30):
        engine.write(_archive(2, seed=number, first=number))
        engine.commit()
    done.set()
    thread.join()

    assert [] == failed


def test_a_file_that_vanishes_while_opening_is_looked_for_again(engine: EmbeddedEngine, folder: Path) -> None:
    calls = iter((FileNotFoundError("gone"), None))

    def opened(self: Commits, entry: Entry) -> Segment:
        error = next(calls, None)
        if error:
            raise error
        return entry.arrays(self.storage)

    with patch.object(Commits, "open", opened):
        assert _everything(engine).total == _everything(EmbeddedEngine(folder)).total


def test_deleted_articles_stay_deleted(engine: EmbeddedEngine, folder: Path) -> None:
    """With `refresh` they come back."""
    other = EmbeddedEngine(folder)
    before = _everything(other).total
    engine.delete(["0001"])
    engine.commit()
    engine.write(_archive(1, first=900))
    engine.commit()

    assert before == _everything(other).total
    assert "0001" not in _ids(_everything(other))
    assert "0001" not in _ids(_everything(EmbeddedEngine(folder)))


def test_a_page_past_the_end_is_empty(engine: EmbeddedEngine) -> None:
    """`search_page` answers with the last page."""
    found = engine.search(Request(clauses=(word("a"),), offset=10_000, facets=("leader",)))

    assert () == found.hits
    assert found.total == found.counts["leader"]["p"]


def test_counts_do_not_depend_on_the_page(engine: EmbeddedEngine) -> None:
    """`groupedby` and `limit` don't know of each other."""
    requests = [Request(clauses=(word("a"),), size=size, facets=("leader", "year")) for size in (0, 1, 1000)]

    assert 1 == len({repr(engine.search(request).counts) for request in requests})


def test_a_clause_of_a_thousand_words_is_answered(engine: EmbeddedEngine) -> None:
    """Whoosh took 48 seconds."""
    node = Or(tuple(word(LETTERS[n % 10] + "x" * (n // 10)) for n in range(1000)))

    assert _everything(engine).total == engine.search(Request(clauses=(node,), size=1000)).total


def test_a_prefix_costs_no_more_for_many_words(folder: Path) -> None:
    """Whoosh asks for each of the words by itself: ten seconds for 21,000."""
    engine = EmbeddedEngine(folder, create=True)
    engine.write([article(f"{n}", " ".join(f"w{n * 20 + k}" for k in range(20))) for n in range(50)])
    engine.commit()
    leaf = engine._snapshot.leaves or engine._newest().leaves

    with patch.object(type(leaf[0].segment), "key", autospec=True, side_effect=type(leaf[0].segment).key) as read:
        assert 50 == engine.search(Request(clauses=(Prefix(("x:w",)),), size=0)).total

    assert read.call_count < 60


class Hostile:
    """A pickle that would make a file if it were loaded."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> tuple[object, ...]:
        return (os.mkdir, (str(self.target),))


@pytest.mark.parametrize("ours", [True, False], ids=["in our index", "in another's"])
def test_a_hostile_index_runs_no_code(folder: Path, tmp_path: Path, *, ours: bool) -> None:
    """Whoosh loads pickles from whatever it opens."""
    EmbeddedEngine(folder, create=True).close()
    toc = next(folder.glob("*.toc"))
    content = toc.read_bytes()
    empty = pickle.dumps([], -1)
    assert content.endswith(empty)
    toc.write_bytes(content[: -len(empty)] + pickle.dumps([Hostile(tmp_path / "run")], -1))
    if not ours:
        (folder / MARKER).unlink()

    with pytest.raises(IndexStateError):
        EmbeddedEngine(folder)

    assert not (tmp_path / "run").exists()


def test_no_pickle_is_written_but_the_list_of_segments(engine: EmbeddedEngine, folder: Path) -> None:
    engine.commit()
    files = {path.suffix for path in folder.iterdir() if pickle.PROTO in path.read_bytes()[:2]}

    assert {".toc", ".arrays", ".json", ""} >= {path.suffix for path in folder.iterdir()}
    assert not files - {".toc"}


@ON_LINUX
def test_everything_is_on_the_disk_before_a_commit_returns(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
    assert ("sync arrays", "sync ", "name the toc", "sync ") == (arrays, folder_before, named, folder_after)
    assert toc.startswith("sync ")


def test_a_commit_that_fails_changes_nothing(engine: EmbeddedEngine, folder: Path) -> None:
    before = _everything(engine)
    engine.write(_archive(5, first=500))

    with (
        patch("index.embedded.commits.TOC.write", side_effect=OSError("disk full")),
        pytest.raises(OSError, match="full"),
    ):
        engine.commit()

    assert before == _everything(engine) == _everything(EmbeddedEngine(folder))
    engine.write(_archive(1, first=700))
    engine.commit()
    assert before.total + 1 == _everything(engine).total
    assert len(engine._newest().leaves) == len(list(folder.glob("*.arrays")))


KILLED = """
import os, sys
from pathlib import Path
from index.embedded import EmbeddedEngine
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
@pytest.mark.parametrize("syncs", [1, 2, 3, 4], ids="after {} syncs".format)
def test_a_killed_commit_is_whole_or_not_there(engine: EmbeddedEngine, folder: Path, syncs: int) -> None:
    before = _ids(_everything(engine))
    killed = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(syncs)], check=False)

    assert -9 == killed.returncode
    after = set(before) - {"0002"} | {"killed"} if syncs == 4 else set(before)
    assert after == set(_ids(_everything(EmbeddedEngine(folder))))
    engine.write(_archive(1, first=700))
    engine.commit()
    assert after | {"0700"} == set(_ids(_everything(engine)))
    assert [] == engine.check()


@pytest.mark.parametrize("seed", range(25))
def test_a_flipped_bit_is_found(folder: Path, seed: int) -> None:
    """Of 200 flips Whoosh did not notice 162."""
    engine = EmbeddedEngine(folder, create=True)
    engine.write(_archive(20))
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
    engine.write(_archive(1, first=300))

    with pytest.raises(IndexBusyError, match="somebody else is writing"):
        EmbeddedEngine(folder).write(_archive(1))

    code = "import sys; from whoosh import index; index.open_dir(sys.argv[1]).writer(timeout=0)"
    other = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=False)
    assert "LockError" in other.stderr
    engine.commit()
    EmbeddedEngine(folder).write(_archive(1))


TERM = {letter: query.Term("terms", f"x:{letter}") for letter in LETTERS}


@pytest.mark.parametrize(
    ("asked", "same"),
    [
        pytest.param(TERM["a"], word("a"), id="a word"),
        pytest.param(query.Or([TERM["a"], TERM["b"]]), Or((word("a"), word("b"))), id="or"),
        pytest.param(query.Phrase("terms", ["x:a", "x:b"]), phrase("a b"), id="a phrase"),
        pytest.param(query.Phrase("terms", ["x:a", "x:b"], slop=3), phrase("a b", slop=2), id="a phrase with slop"),
        pytest.param(query.Prefix("terms", "x:"), Prefix(("x:",)), id="a prefix"),
        pytest.param(query.FuzzyTerm("terms", "x:a", prefixlength=2), Fuzzy("a", 1), id="one letter off"),
        pytest.param(query.Every(), All(), id="all"),
    ],
)
def test_whoosh_searches_the_index_too(folder: Path, engine: EmbeddedEngine, asked: object, same: object) -> None:
    """It is a Whoosh index, and Whoosh's matchers are a second oracle."""
    with whoosh_index.open_dir(str(folder)).searcher() as searcher:
        found = {hit["id"] for hit in searcher.search(asked, limit=None)}

    assert found
    assert found == set(_ids(engine.search(Request(clauses=(same,), size=1000))))  # type: ignore[arg-type]
