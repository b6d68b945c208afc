"""Table of contents.

How does a commit's list of segments become bytes, and which bytes are taken for one?
    what Whoosh writes · our list as JSON · its length · the SHA-256 of all before it

Whoosh's own list is a pickle, which can run any code: it is written for Whoosh, and never loaded
here. Ours says the same in words and numbers, each of which is checked.
"""

from __future__ import annotations

import hashlib
import json
import re
import struct
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from index.embedded.segment_info import SegmentInfo
from search.errors import IndexDamagedError

_LENGTH: Final = struct.Struct("<I")
_DIGEST: Final = hashlib.sha256().digest_size
_SEGMENT: Final = re.compile("[0-9a-f]{16}")
_SHA256: Final = re.compile("[0-9a-f]{64}")
_CHANGE: Final = re.compile("([0-9a-f]{16})?")


class Listed(NamedTuple):
    """A commit: its number, a word that is another after each change, and its segments."""

    generation: int
    change: str
    entries: tuple[SegmentInfo, ...]


def sealed(whooshs: bytes, change: str, entries: Iterable[SegmentInfo]) -> bytes:
    """The bytes of a table of contents."""
    listed = json.dumps({"change": change, "segments": list(map(_described, entries))}).encode()
    content = whooshs + listed + _LENGTH.pack(len(listed))
    return content + hashlib.sha256(content).digest()


def unsealed(toc: Path) -> tuple[str, tuple[SegmentInfo, ...]]:
    """What a table of contents lists; raises `IndexDamagedError` if it is not as it was written."""
    content, digest = (whole := toc.read_bytes())[:-_DIGEST], whole[-_DIGEST:]
    if len(content) < _LENGTH.size or hashlib.sha256(content).digest() != digest:
        raise IndexDamagedError(str(toc))
    try:
        (length,) = _LENGTH.unpack(content[-_LENGTH.size :])
        listed = json.loads(content[-_LENGTH.size - length : -_LENGTH.size])
        return _matching(_CHANGE, listed["change"]), _entries(listed["segments"])
    except (ValueError, KeyError, TypeError, RecursionError):  # a forger can reckon a SHA-256 too
        raise IndexDamagedError(str(toc)) from None


def _described(entry: SegmentInfo) -> dict[str, object]:
    """A segment in words and numbers; which documents are deleted, a bit each."""
    deleted = np.zeros(entry.count, np.bool_)
    deleted[sorted(entry.deleted)] = True
    return {
        "segment": entry.segid,
        "documents": entry.count,
        "deleted": b64encode(np.packbits(deleted).tobytes()).decode() if entry.deleted else "",
        "bytes": entry.size,
        "sha256": entry.digest,
    }


def _entries(listed: Sequence[dict[str, Any]]) -> tuple[SegmentInfo, ...]:
    entries = tuple(map(_entry, listed))
    if len({entry.segid for entry in entries}) != len(entries):
        raise ValueError(entries)
    return entries


def _entry(listed: dict[str, Any]) -> SegmentInfo:
    count, packed = _number(listed["documents"]), b64decode(listed["deleted"], validate=True)
    if packed and len(packed) != -(-count // 8):
        raise ValueError(packed)
    deleted = np.flatnonzero(np.unpackbits(np.frombuffer(packed, np.uint8))).tolist()
    if deleted and deleted[-1] >= count:
        raise ValueError(deleted)
    entry = SegmentInfo(count, deleted, segid=_matching(_SEGMENT, listed["segment"]))
    entry.digest, entry.size = _matching(_SHA256, listed["sha256"]), _number(listed["bytes"])
    return entry


def _number(value: object) -> int:
    """A whole number that is not below 0."""
    if type(value) is not int or value < 0:
        raise ValueError(value)
    return value


def _matching(pattern: re.Pattern[str], value: str) -> str:
    if not pattern.fullmatch(value):
        raise ValueError(value)
    return value
