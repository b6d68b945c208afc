"""Engines: which engine keeps the articles of an index?

Nothing else names an engine: what searches gets an `Engine`, what writes a `Store`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from index.address import Address, Location
from index.archive import INDEX_MARKER, Generation, in_use
from index.embedded import damage
from index.embedded.commits import Commits
from index.embedded.engine import EmbeddedEngine
from index.embedded.shape import is_of_this_shape
from index.embedded.verify import Checked, checked
from index.kept_names import NAMES_FILE, KeptNames, read
from search.engine.nodes import Node
from search.engine.port import Engine, Found, Ranked, Request, Statistics, Store
from search.engine.positions import TermOffsets
from search.errors import IndexStateError
from search.model.articles import Article
from search.names.own import NONE, OwnNames

Stamp = tuple[int, int] | None

if TYPE_CHECKING:  # nobody loads what speaks to a cluster who has none
    from index.opensearch.access import Writing as Writing  # noqa: PLC0414  handed on


def open_engine(index: Location) -> Engine:
    """The engine of an index, for searching; raises `IndexStateError`."""
    if isinstance(index, Address):
        return _searching(index)
    engine = CurrentEngine(index)
    engine.statistics()
    return engine


def awaited_engine(index: Location) -> Engine:
    """The same, whether or not there is an index now.

    Each search that can't read one raises `IndexStateError`, until there is one again.
    """
    return _searching(index) if isinstance(index, Address) else CurrentEngine(index)


def writing_to(index: Address) -> AbstractContextManager[Writing]:
    """An index of a cluster, for the one that writes; raises `IndexBusyError`, `ClusterError`."""
    writing: AbstractContextManager[Writing] = _clusters().writing_to(index)
    return writing


def manifest_of(index: Address) -> bytes:
    """The manifest of an index of a cluster; raises `IndexStateError`."""
    content: bytes = _clusters().manifest_of(index)
    return content


def kept_names(index: Location) -> KeptNames:
    """The names that an index adds to ours; raises `IndexDamagedError`."""
    if not isinstance(index, Address):
        return read(in_use(index).folder)
    kept: KeptNames = _clusters().kept_names_of(index)
    return kept


def size(index: Location) -> int:
    """What an index takes on the disk, in bytes."""
    if isinstance(index, Address):
        return int(_clusters().size(index))
    files = (file for file in in_use(index).folder.rglob("*") if file.is_file())
    return sum(file.stat().st_size for file in files)


def versions(index: Location) -> dict[str, str]:
    """The releases of what keeps an index, beside our own packages."""
    return {"opensearch": _clusters().version(index)} if isinstance(index, Address) else {}


def open_store(generation: Generation, *, create: bool = False) -> Store:
    """The engine of a generation, for writing too; raises `IndexStateError`."""
    return EmbeddedEngine(generation.postings, create=create)


def is_readable(generation: Generation) -> bool:
    """Whether the engine can read what is there; what is not there yet, it will write."""
    return is_of_this_shape(generation.postings)


def damaged_parts(generation: Generation) -> tuple[str, ...]:
    """What of an engine's files is not as it was written, by name; every byte is read.

    Raises `IndexDamagedError` if nothing can be read without it.
    """
    return damage.damaged_segments(generation.postings)


@contextmanager
def damage_explained(index: Location) -> Iterator[None]:
    """Read an index; what fails because it is damaged says so. Other failures are as they were."""
    if isinstance(index, Address):
        yield
        return
    with damage.explained(in_use(index).postings):
        yield


def articles_without(generation: Generation, parts: Collection[str]) -> set[str]:
    """The ids of the articles that are not in these parts."""
    return damage.articles_without(generation.postings, parts)


def leave_out(generation: Generation, parts: Collection[str]) -> None:
    """Go on without these parts."""
    damage.leave_out(generation.postings, parts)


def verified_in(index: Address) -> Checked:
    """What is wrong with an index of a cluster, and what articles are whole."""
    problems, article_ids, change = _clusters().verified(index)
    return Checked(problems, article_ids, change)


def verified(generation: Generation) -> Checked:
    """What is wrong with an engine's files, and what articles are whole; nothing is written."""
    return checked(Commits(generation.postings))


class CurrentEngine(Engine):
    """The engine of whichever generation is in use: a swap is seen by the next search."""

    def __init__(self, index: Path) -> None:
        """Nothing is opened before the first search."""
        self._index = index
        self._swapping = Lock()
        self._read: Stamp = None
        self._opened: tuple[Generation, Engine] | None = None
        self._named: tuple[Stamp, OwnNames] = None, NONE

    def get(self, article_ids: Iterable[str]) -> list[Article]:
        """The articles with these ids, in this order, missing ones left out."""
        return self._newest().get(article_ids)

    def titles(self, article_ids: Iterable[str]) -> dict[str, str]:
        """The titles of those of the articles that are there, in this order."""
        return self._newest().titles(article_ids)

    def show(
        self, article_ids: Iterable[str], clauses: Iterable[Node]
    ) -> list[tuple[Article, TermOffsets]]:
        """Articles as `get` gives them, and where in each the words of the clauses stand."""
        return self._newest().show(article_ids, clauses)

    def search(self, request: Request) -> Found:
        """Rank, count and cut out one page."""
        return self._newest().search(request)

    def search_many(self, requests: Iterable[Request]) -> list[Found]:
        """The same for several requests, in one call."""
        return self._newest().search_many(requests)

    def every(self, request: Request) -> Iterator[Ranked]:
        """All that `search` finds, in its order, from the first on."""
        return self._newest().every(request)

    def clause_sets(self, request: Request) -> Mapping[tuple[int, ...], int]:
        """Which clauses articles have, and how many have just these."""
        return self._newest().clause_sets(request)

    def words(self, prefix: str) -> Iterator[tuple[str, int]]:
        """The terms that begin with `prefix` (tier included), sorted, with their frequencies."""
        return self._newest().words(prefix)

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """How many live articles have each term."""
        return self._newest().frequencies(terms)

    def statistics(self) -> Statistics:
        """Counts over live articles."""
        return self._newest().statistics()

    def names(self) -> OwnNames:
        """The names that the generation in use adds, as they are now."""
        folder = self._current()[0].folder
        now = _stamp(folder / NAMES_FILE)
        if now != self._named[0]:
            self._named = now, read(folder).names
        return self._named[1]

    def revision(self) -> str:
        """What names the newest commit of the generation in use."""
        return self._newest().revision()

    def _newest(self) -> Engine:
        """The engine of the generation in use; raises `IndexStateError` if there is none."""
        return self._current()[1]

    def _current(self) -> tuple[Generation, Engine]:
        marker, opened = _stamp(self._index / INDEX_MARKER), self._opened
        if opened is None or marker != self._read:
            with self._swapping:
                marker, opened = _stamp(self._index / INDEX_MARKER), self._opened
                if opened is None or marker != self._read:
                    generation = in_use(self._index)
                    opened = generation, open_store(generation)
                    self._opened, self._read = opened, marker
        return opened


def _searching(index: Address) -> Engine:
    engine: Engine = _clusters().searching(index)
    return engine


def _clusters() -> Any:  # noqa: ANN401  a module
    """What speaks to clusters; raises `IndexStateError` where it is not installed."""
    try:
        from index.opensearch import access  # noqa: PLC0415 - as said above
    except ImportError as error:
        raise IndexStateError(
            f"an index of a cluster needs opensearch-py ({error}); "
            "install it with `pip install 'opensearch-py>=3.0,<3.1'`"
        ) from None
    return access


def _stamp(path: Path) -> Stamp:
    """What changes with a file, for each is written anew; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns
