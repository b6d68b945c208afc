"""Blocks: how is a file kept in a cluster, so that only what changes of it is sent?"""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from typing import Any, Final

from index.kept_names import KeptNames, parsed
from index.opensearch.archive import Archive
from search.errors import IndexDamagedError

Json = dict[str, Any]

_AT_ONCE: Final = 16  # blocks
_BLOCK: Final = 1 << 18  # bytes


class BlockFile:
    """The manifest of a generation, of which only blocks that change are sent, and its names.

    A block is named by its digest, so the list of names, which is written last, is of one file.
    """

    def __init__(self, archive: Archive, generation: str) -> None:
        """The manifest of a generation."""
        self._archive = archive
        self._generation = generation
        self._sent: frozenset[str] = frozenset()  # the digests of its blocks

    def put(self, content: bytes, names: bytes) -> None:
        """Keep a manifest, and names, in place of those before."""
        blocks = [content[at : at + _BLOCK] for at in range(0, len(content), _BLOCK)]
        digests = [hashlib.sha256(block).hexdigest() for block in blocks]
        fresh = dict(zip(digests, blocks, strict=True))
        for some in _batches(sorted(fresh.keys() - self._sent)):
            rows: list[Json] = []
            for digest in some:
                block = b64encode(fresh[digest]).decode()
                rows += [{"index": {"_id": self._named(digest)}}, {"block": block, **self._owner}]
            self._archive.bulk(rows)
        listed = {"blocks": digests, "names": b64encode(names).decode(), **self._owner}
        self._archive.write_note(self._generation, listed)
        gone = sorted(self._sent - fresh.keys())
        self._sent = frozenset(fresh)
        if gone:
            self._archive.bulk([{"delete": {"_id": self._named(digest)}} for digest in gone])

    def get(self) -> tuple[bytes, bytes] | None:
        """The manifest and the names; None if there is none yet.

        Raises `IndexDamagedError` if it is not whole.
        """
        listed = self._archive.note(self._generation)
        if "blocks" not in listed:
            return None
        self._sent = frozenset(listed["blocks"])
        return self.content(listed["blocks"]), b64decode(listed["names"])

    def digests(self) -> tuple[str, ...]:
        """What names the manifest as it is now; nothing where there is none."""
        return tuple(self._archive.note(self._generation, only="blocks").get("blocks", ()))

    def content(self, digests: Iterable[str]) -> bytes:
        """The file of these blocks; raises `IndexDamagedError` if it is not whole."""
        return b"".join(map(self._block, digests))

    def names(self) -> bytes:
        """The names alone."""
        return b64decode(self._archive.note(self._generation, only="names").get("names", ""))

    @property
    def _owner(self) -> Json:
        return {"of": self._generation}

    def _block(self, digest: str) -> bytes:
        block = b64decode(self._archive.note(self._named(digest)).get("block", ""))
        if hashlib.sha256(block).hexdigest() != digest:
            raise IndexDamagedError(f"{self._archive.address}, manifest")
        return block

    def _named(self, digest: str) -> str:
        """The name of a block of this generation: it goes with it."""
        return f"{self._generation}-{digest}"


def names_of(archive: Archive, generation: str) -> KeptNames:
    """The names that a generation adds; raises `IndexDamagedError`."""
    content = BlockFile(archive, generation).names()
    return parsed(content, f"{archive.address}, names") if content else KeptNames()


def _batches(digests: list[str]) -> Iterator[list[str]]:
    return (digests[at : at + _AT_ONCE] for at in range(0, len(digests), _AT_ONCE))
