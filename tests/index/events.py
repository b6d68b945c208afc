"""Events: what people and machines do to an archive, one thing after another, and to its index."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from hypothesis import strategies as st

from index.archive import in_use
from index.embedded.engine import EmbeddedEngine
from index.inspection import check
from index.loaders import load
from index.update import reconcile, writing
from index.update.build import build
from index.update.manifest import reading
from index.update.rules import Mode
from search.errors import ReadoutError

FOLDER: Final = "articles"
OTHER: Final = "more"
TEXTS: Final = (
    "The president called the prime minister on Sunday.",
    "ראש הממשלה שוחח עם הנשיא בטלפון ביום ראשון.",
    "Președintele a vorbit cu omologul său în București.",
    "",
)
# two differ in case, two in the form of a letter; one sorts before that which is rotated to it
NAMES: Final = (
    "articles/a.txt",
    "articles/b.txt",
    "articles/B.txt",
    "articles/caf\u00e9.txt",
    "articles/cafe\u0301.txt",
    "articles/news.jsonl",
    "articles/news-2016.jsonl",
    "articles/sub/news.jsonl",
    "articles/t.csv",
    "more/a.txt",
    "more/news.jsonl",
)

Record = tuple[str | None, int]
Event = tuple[Any, ...]
State = dict[str, dict[str, Any]]

_ids: Final = st.sampled_from([None, "1", "2", "3", "a.txt", "t.csv#2"])
_texts: Final = st.integers(0, len(TEXTS) - 1)
_records: Final = st.lists(st.tuples(_ids, _texts), max_size=4)
_names: Final = st.sampled_from(NAMES)
_places: Final = st.sampled_from([(FOLDER, OTHER), (FOLDER,), (OTHER,), (f"{FOLDER}/sub",), ()])
_modes: Final = st.sampled_from(["changes", "changes", "full"])

_write: Final = st.tuples(st.just("write"), _names, _records)

FIRST: Final = st.lists(_write, min_size=2, max_size=5)
EVENTS: Final = st.one_of(
    _write,
    _write,
    st.tuples(st.just("rename"), _names, _names),
    st.tuples(st.just("rename"), _names, _names),
    st.tuples(st.just("swap"), _names, _names),
    st.tuples(st.just("delete"), _names),
    st.tuples(st.just("empty"), _names),
    st.tuples(st.just("restore"), _names),
    st.tuples(st.just("describe"), _names, st.sampled_from(["", "The Paper", "Ziarul"]), _ids),
    st.tuples(st.just("unmount"), st.sampled_from([FOLDER, OTHER])),
    st.tuples(st.just("take away"), st.sampled_from([FOLDER, OTHER])),
    st.tuples(st.just("bring back"), st.sampled_from([FOLDER, OTHER])),
    st.tuples(st.just("run"), _places, _modes, st.booleans()),
    st.tuples(st.just("kill"), _places, _modes, st.integers(1, 6)),
    st.tuples(st.just("bad disk"), _names, st.integers(0, 2), _places, _modes),
    st.tuples(st.just("compare"), st.booleans()),
    st.tuples(st.just("compare on a bad disk"), st.booleans(), _names, st.integers(0, 2)),
)


class World:
    """Two folders of articles, and the index of both."""

    def __init__(self, place: Path) -> None:
        self.place, self.index = place, place / "index"
        self._clock = 10**18
        self._before: dict[str, bytes] = {}  # what files said before they were written last
        for folder in (FOLDER, OTHER):
            (place / folder).mkdir(parents=True)

    def happen(self, event: Event) -> None:
        """Let something happen; what can't happen now does not."""
        kind, *facts = event
        getattr(self, f"_{kind.replace(' ', '_')}")(*facts)

    def _write(self, name: str, records: list[Record]) -> None:
        self._put(name, _bytes(name, records))

    def _put(self, name: str, content: bytes) -> None:
        path = self.place / name
        if not (self.place / name.partition("/")[0]).exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            self._before[name] = path.read_bytes()
        path.write_bytes(content)
        self._clock += 10**10
        os.utime(path, ns=(self._clock, self._clock))

    def _rename(self, name: str, other: str) -> None:
        path, to = self.place / name, self.place / other
        if path.exists() and to.parent.exists() and path.suffix == to.suffix:
            path.replace(to)

    def _swap(self, name: str, other: str) -> None:
        path, to = self.place / name, self.place / other
        if path.exists() and to.exists() and path != to and path.suffix == to.suffix:
            path.rename(self.place / "between")
            to.rename(path)
            (self.place / "between").rename(to)

    def _delete(self, name: str) -> None:
        path = self.place / name
        if path.exists():
            self._before[name] = path.read_bytes()
            path.unlink()

    def _empty(self, name: str) -> None:
        if (self.place / name).exists():
            self._put(name, b"")

    def _restore(self, name: str) -> None:
        if name in self._before:
            self._put(name, self._before[name])

    def _describe(self, name: str, outlet: str, source_id: str | None) -> None:
        """Say something of a file in the sheet beside it, or nothing of any."""
        folder, _, file = name.rpartition("/")
        rows = f"{file},{outlet},{source_id or ''}\n" if outlet or source_id else ""
        if (self.place / folder).exists():
            self._put(f"{folder}/metadata.csv", f"file,outlet,id\n{rows}".encode())

    def _unmount(self, folder: str) -> None:
        """Leave an empty folder in a folder's place."""
        self._take_away(folder)
        if not (self.place / folder).exists():
            (self.place / folder).mkdir()

    def _take_away(self, folder: str) -> None:
        away = self.place / f"{folder} away"
        if not away.exists() and (self.place / folder).exists():
            (self.place / folder).rename(away)

    def _bring_back(self, folder: str) -> None:
        away = self.place / f"{folder} away"
        if away.exists():
            shutil.rmtree(self.place / folder, ignore_errors=True)
            away.rename(self.place / folder)

    def _run(self, places: tuple[str, ...], mode: Mode, deletes: bool) -> None:  # noqa: FBT001
        self.brought_up_to_date(places, mode, deletes=deletes)

    def _kill(self, places: tuple[str, ...], mode: Mode, commits: int) -> None:
        child = os.fork()
        if child == 0:
            try:
                with _killed_at(commits):
                    self.brought_up_to_date(places, mode, deletes=False)
            finally:
                os._exit(0)
        os.waitpid(child, 0)

    def _bad_disk(self, name: str, parts: int, places: tuple[str, ...], mode: Mode) -> None:
        with _unreadable(self.place / name, parts):
            self.brought_up_to_date(places, mode, deletes=False)

    def _compare(self, deletes: bool) -> None:  # noqa: FBT001
        """A run gives what a full one gives, and there is nothing to do after either."""
        twin = self.place / "twin"
        shutil.rmtree(twin, ignore_errors=True)
        if self.index.exists():
            shutil.copytree(self.index, twin)
        places = (FOLDER, OTHER)
        summary = self.brought_up_to_date(places, "changes", deletes=deletes)
        self.brought_up_to_date(places, "full", deletes=deletes, index=twin)
        now = state(self.index)
        assert now == state(twin)
        if summary is None:
            return
        assert () == check(self.index).problems
        assert () == check(twin).problems
        again = self.brought_up_to_date(places, "changes", deletes=deletes)
        assert again is not None
        assert (0, 0) == (again["indexed"], again["deleted"])
        self.brought_up_to_date(places, "full", deletes=deletes)
        assert now == state(self.index)

    def _compare_on_a_bad_disk(self, deletes: bool, name: str, parts: int) -> None:  # noqa: FBT001
        with _unreadable(self.place / name, parts):
            self._compare(deletes)

    def brought_up_to_date(
        self, places: tuple[str, ...], mode: Mode, *, deletes: bool, index: Path | None = None
    ) -> dict[str, Any] | None:
        """What a run did; None if it said that it can't."""
        paths = [self.place / place for place in places]
        try:
            with patch.object(writing, "COMMIT_EVERY", 2):
                return build(index or self.index, paths, mode=mode, deletes=deletes).to_json()
        except ReadoutError:
            return None


def _bytes(name: str, records: list[Record]) -> bytes:
    if name.endswith(".txt"):
        return TEXTS[records[0][1]].encode() if records else b"Nothing else."
    if name.endswith(".csv"):
        rows = [f'{one or ""},"{TEXTS[text]}"' for one, text in records]
        return "\n".join(["id,text", *rows]).encode()
    lines = [
        {"text": TEXTS[text]} if one is None else {"id": one, "text": TEXTS[text]}
        for one, text in records
    ]
    return "\n".join(map(json.dumps, lines)).encode()


@contextmanager
def _killed_at(commits: int) -> Iterator[None]:
    """Die before a commit, without a word."""
    left = iter(range(commits - 1, -1, -1))
    commit = reconcile.commit

    def dying(*facts: Any) -> None:  # noqa: ANN401
        if next(left, 0) == 0:
            os._exit(9)
        commit(*facts)

    with patch.object(reconcile, "commit", dying):
        yield


@contextmanager
def _unreadable(path: Path, parts: int) -> Iterator[None]:
    """Have the disk fail in the middle of a file."""

    def failing(file: Path) -> Iterator[Any]:
        for number, part in enumerate(load(file)):
            if file == path and number == parts:
                break
            yield part
        if file == path:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with patch("index.update.reader.load", failing):
        yield


def state(index: Path) -> State:
    """All that an index has of each article, but for what says when it was written."""
    try:
        generation = in_use(index)
    except ReadoutError:
        return {}
    with reading(generation.manifest) as manifest:
        entries = {one: manifest.entry(one) for one in manifest.article_ids()}
    with closing(EmbeddedEngine(generation.postings)) as engine:
        articles = {one.article_id: one.to_json() for one in engine.get(engine.article_ids())}
    return {
        one: {
            "file": entry.file if entry else None,
            "duplicate of": entry.duplicate_of if entry else None,
            "seen": (entry.sequence, entry.first_seen) if entry else None,
            "article": articles.get(one),
        }
        for one, entry in entries.items()
    }
