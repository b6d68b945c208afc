"""Access: what is opened of a cluster by its address, to search and to write?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from index.address import Address
from index.kept_names import KeptNames
from index.opensearch.archive import Archive
from index.opensearch.blocks import BlockFile, names_of
from index.opensearch.engine import ClusterEngine
from index.opensearch.lease import Lease, writing
from index.opensearch.mapping import stamp
from index.opensearch.store import COMMIT, ClusterStore, checked
from search.errors import IndexDamagedError


def searching(address: Address) -> ClusterEngine:
    """The engine of the generation in use, whichever that is at each search.

    Each search raises `IndexStateError` where there is none, or one of other rules.
    """
    return ClusterEngine(Archive(address), address.name)


def kept_names_of(address: Address) -> KeptNames:
    """The names that the generation in use adds; raises `IndexDamagedError`."""
    archive = Archive(address)
    return names_of(archive, archive.existing())


def manifest_of(address: Address) -> bytes:
    """The manifest of the generation in use; raises `IndexStateError`."""
    generation = Archive(address).existing()
    digests = BlockFile(Archive(address), generation).digests()
    if not digests:
        raise IndexDamagedError(str(address), "has no manifest")
    return _content(address, generation, digests)


@lru_cache(maxsize=1)
def _content(address: Address, generation: str, digests: tuple[str, ...]) -> bytes:
    """A manifest, kept by who watches folders and asks for it every few seconds."""
    return BlockFile(Archive(address), generation).content(digests)


def verified(address: Address) -> tuple[list[str], list[str], str]:
    """What is wrong, a sentence each; the ids of all articles; the newest commit."""
    archive = Archive(address)
    generation = archive.existing()
    archive.check(generation)
    rows = list(checked(archive, generation))
    problems = [problem for _, problem in rows if problem]
    change = str(archive.note(COMMIT + generation).get("change", ""))
    return problems, [article_id for article_id, _ in rows], change


def size(address: Address) -> int:
    """What the generation in use takes on the disks, in bytes, each article once."""
    archive = Archive(address)
    return archive.bytes(archive.existing())


def version(address: Address) -> str:
    """The release of the cluster."""
    return Archive(address).version()


class Writing:
    """An index of a cluster, for the one that writes."""

    def __init__(self, archive: Archive, lease: Lease) -> None:
        """Write to an archive as long as a lease is held."""
        self._archive = archive
        self._lease = lease

    def in_use(self) -> str | None:
        """The generation in use; None where there is none."""
        return self._archive.in_use()

    def following(self) -> str:
        """The name of the next generation."""
        return self._archive.following()

    def rules(self, generation: str) -> tuple[bool, bool]:
        """Whether a generation's articles can be read, and whether all its rules are ours."""
        made, ours = self._archive.stamp(generation), stamp()
        is_readable = made is not None and made.shape == ours.shape
        return is_readable, is_readable and made is not None and made.analysis == ours.analysis

    def check_rules(self, generation: str) -> None:
        """Raises `IndexStateError` if a generation was made by other rules than ours."""
        self._archive.check(generation)

    def store(self, generation: str) -> ClusterStore:
        """The articles of a generation; where there is none, it is made with the first."""
        return ClusterStore(self._archive, generation, self._lease.check)

    def blocks(self, generation: str) -> BlockFile:
        """The manifest of a generation."""
        return BlockFile(self._archive, generation)

    def check(self) -> None:
        """Raises `IndexBusyError` if somebody else may write by now."""
        self._lease.check()

    def use(self, generation: str) -> None:
        """Make this the generation in use, at once."""
        self._lease.check()
        self._archive.use(generation)

    def clear_others(self) -> None:
        """Take away every generation that is not in use."""
        self._lease.check()
        self._archive.clear_others(self._archive.in_use())


@contextmanager
def writing_to(address: Address) -> Iterator[Writing]:
    """Be the only one that writes; raises `IndexBusyError`, `ClusterError`."""
    archive = Archive(address)
    with writing(archive) as lease:
        yield Writing(archive, lease)
