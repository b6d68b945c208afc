"""Stored fields: how are an article, and the offsets of its words, kept as bytes?

Beside the article stand the rows of its words: twice the position, and one more for the joined form
of a hyphenated word; where it starts; how long it is. Of the first is kept how it differs from the
usual step, of the second the gap behind the word before: nearly all of them are the same few. The
text's soft line ends are kept there too, for looking for them takes longer than all else of a hit.

Each article is compressed alone, so that one is read without the others, with a dictionary
(Zstandard's) of what is frequent in some of them; the segment keeps the dictionary.
"""

from __future__ import annotations

import json
import struct
import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, Final
from zlib import crc32

import numpy as np

from index.segments.arrays import Ints, row
from search.analysis.tokens import AnalysedArticle
from search.engine.positions import body_start
from search.model.articles import Article
from search.model.line_wrapping import soft_line_ends

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
_STEP: Final = 2  # from the place of a word to that of the next
_LARGE: Final = -128  # stands for a number that a byte can't hold
_COUNT: Final = struct.Struct("<I")
_read: Final = json.JSONDecoder().raw_decode
_UNKNOWN: Final = {field.name: field.default for field in fields(Article)}


def packed(article: Article) -> bytes:
    """The article as bytes: what is known of it as JSON in one line, then its text."""
    known = {
        name: value
        for name, value in article.to_json().items()
        if getattr(article, name) != _UNKNOWN[name]
    }
    text: bytes = known.pop("text").encode("utf-8", "surrogatepass")
    line = json.dumps(known, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return line + b"\n" + text


def unpacked(stored: bytes) -> Article:
    """The article that `packed` packed."""
    line, _, text = stored.decode("utf-8", "surrogatepass").partition("\n")
    return Article.from_json({**_read(line)[0], "text": text})


def stored_title(stored: bytes) -> str:
    """The title of the article that `packed` packed."""
    line, _, _ = stored.partition(b"\n")
    known: dict[str, Any] = _read(line.decode("utf-8", "surrogatepass"))[0]
    title: str = known["title"]
    return title


@dataclass(frozen=True, slots=True)
class WordRows:
    """The rows of an article's words as columns, those of its title first; `places` rise.

    Beside them the soft line ends of its text.
    """

    titled: int
    places: Ints
    starts: Ints
    lengths: Ints
    soft_line_ends: Ints

    @classmethod
    def of(cls, article: Article, analysed: AnalysedArticle) -> WordRows:
        """The rows of an article."""
        title, body = analysed.title, analysed.body
        starts = np.array(title.starts + body.starts, np.int64)
        lengths = np.array(title.ends + body.ends, np.int64) - starts
        positions = np.array(body.positions, np.int64) + body_start(analysed)
        places = row([placed(np.array(title.positions, np.int64)), placed(positions)], np.int64)
        line_ends = analysed.soft_line_ends
        if line_ends is None:
            line_ends = soft_line_ends(article.text)
        return cls(len(title), places, starts, lengths, np.array(line_ends, np.int64))

    def packed(self) -> bytes:
        """The rows as bytes.

        How many numbers there are, a byte each, and behind these four bytes for each large one.
        The numbers: how many rows the title has, how many line ends there are, the columns of the
        rows, the line ends.
        """
        places, starts, line_ends = (
            np.diff(rising, prepend=0) for rising in (self.places, self.starts, self.soft_line_ends)
        )
        places[1:] -= _STEP
        starts[1:] -= self.lengths[:-1]
        counts = np.array([self.titled, len(line_ends)])
        numbers = np.concatenate((counts, places, starts, self.lengths, line_ends))
        is_large = np.abs(numbers) >= -_LARGE
        small = np.where(is_large, _LARGE, numbers).astype(np.int8)
        large = numbers[is_large].astype("<i4")
        return quickly(_COUNT.pack(len(numbers)) + small.tobytes() + large.tobytes())

    @classmethod
    def unpacked(cls, kept: bytes) -> WordRows:
        """The rows that `packed` packed."""
        numbers = _widened(restored(kept))
        titled, ended = numbers[:2].tolist()
        rows = len(numbers) - ended
        columns = numbers[2:rows].reshape(3, -1)
        columns[0, 1:] += _STEP
        columns[1, 1:] += columns[2, :-1]
        places, starts = columns[:2].cumsum(axis=1)
        return cls(titled, places, starts, columns[2], numbers[rows:].cumsum())


def _widened(kept: bytes) -> Ints:
    """The numbers that `WordRows.packed` packed."""
    (count,) = _COUNT.unpack_from(kept)
    small = np.frombuffer(kept, np.int8, count, _COUNT.size)
    numbers = small.astype(np.int64)
    numbers[small == _LARGE] = np.frombuffer(kept, "<i4", offset=_COUNT.size + count)
    return numbers


def placed(positions: Ints) -> Ints:
    """Rising positions doubled, and one more for the second row of a position."""
    places = 2 * positions
    places[1:] += positions[1:] == positions[:-1]
    return places


def trained(samples: Sequence[bytes], whole: int) -> bytes:
    """A dictionary from some articles, for `whole` bytes of them; empty if it would not pay."""
    size = min(_LARGEST, whole // _SHARE)
    if len(samples) < _FEWEST or size < _SMALLEST:
        return b""
    # zstd learns from the first three quarters and tries the rest, and neighbours are alike
    try:
        return zstd.train_dict(sorted(samples, key=crc32), size).dict_content
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
