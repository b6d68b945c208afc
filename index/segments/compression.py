"""Compression: how do a segment's articles share what many of them say?

Each is compressed alone, so that one is read without the others, with a dictionary (Zstandard's)
of what is frequent in some of them; the segment keeps the dictionary.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from random import Random
from typing import Final

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LEVEL: Final = 3  # at 6 a twentieth less in four times the time
QUICK: Final = 1  # of what is soon compressed again
SAMPLES: Final = 1_000  # articles that a dictionary is made from
LONGEST_SAMPLE: Final = 1 << 14  # bytes: a book has no more to say of the others
_FEWEST: Final = 64  # articles that are worth one
_SHARE: Final = 100  # a dictionary is a hundredth of what it is for
_LARGEST: Final = 1 << 18  # bytes
_SMALLEST: Final = 1 << 10


def trained(samples: Sequence[bytes], whole: int) -> bytes:
    """A dictionary from some articles, for `whole` bytes of them; empty if it would not pay."""
    size = min(_LARGEST, whole // _SHARE)
    if len(samples) < _FEWEST or size < _SMALLEST:
        return b""
    # zstd learns from the first three quarters and tries the rest, and neighbours are alike
    mixed = Random(0).sample(samples, len(samples))  # noqa: S311 - nobody gains by guessing it
    try:
        return zstd.train_dict(mixed, size).dict_content
    except (zstd.ZstdError, ValueError):  # as where all are empty, or the same
        return b""


def quickly(text: bytes) -> bytes:
    """Bytes, compressed without a dictionary."""
    return zstd.compress(text, QUICK)


def restored(compressed: bytes) -> bytes:
    """What `quickly` compressed."""
    return zstd.decompress(compressed)


class Compression:
    """Compresses and restores with one dictionary; any number of threads may use it."""

    def __init__(self, dictionary: bytes) -> None:
        """With this dictionary; none where it is empty."""
        self.dictionary = dictionary
        self._dictionary = zstd.ZstdDict(dictionary) if dictionary else None

    def compressed(self, texts: Sequence[bytes]) -> list[bytes]:
        """Each of some texts."""
        options: dict[int, int] = {
            zstd.CompressionParameter.compression_level: LEVEL,
            zstd.CompressionParameter.dict_id_flag: 0,
        }
        pen = zstd.ZstdCompressor(options=options, zstd_dict=self._dictionary)
        return [pen.compress(text, pen.FLUSH_FRAME) for text in texts]

    def restored(self, compressed: bytes) -> bytes:
        """What was compressed."""
        return zstd.decompress(compressed, self._dictionary)
