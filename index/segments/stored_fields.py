"""Stored fields: how are an article, and the offsets of its words, kept as bytes?

Beside the article stand the rows of its words: twice the position, and one more for the joined form
of a hyphenated word; where it starts; how long it is. The first two are kept as steps, which are
small and deflate well.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, fields
from typing import Any, Final

import numpy as np

from index.segments.arrays import Ints, row
from search.analysis.tokens import AnalysedArticle
from search.engine.positions import body_start
from search.model.articles import Article

_FAST: Final = 1  # zlib's quickest level
# numpy's types, by what is too much
_HOLD: Final = {kind: 1 << 8 * np.dtype(kind).itemsize - 1 for kind in "bhiq"}
_read: Final = json.JSONDecoder().raw_decode
_UNKNOWN: Final = {field.name: field.default for field in fields(Article)}


def packed(article: Article) -> bytes:
    """The article as bytes: what is known of it as JSON in one line, then its text, deflated."""
    known = {
        name: value
        for name, value in article.to_json().items()
        if getattr(article, name) != _UNKNOWN[name]
    }
    text = known.pop("text").encode("utf-8", "surrogatepass")
    line = json.dumps(known, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return line + b"\n" + zlib.compress(text, _FAST)


def unpacked(stored: bytes) -> Article:
    """The article that `packed` packed."""
    known, deflated = _known(stored)
    return Article.from_json(
        {**known, "text": zlib.decompress(deflated).decode("utf-8", "surrogatepass")}
    )


def stored_title(stored: bytes) -> str:
    """The title of the article that `packed` packed; its text stays as it is."""
    title: str = _known(stored)[0]["title"]
    return title


def _known(stored: bytes) -> tuple[dict[str, Any], bytes]:
    """What is known of an article, and its text, deflated."""
    line, _, deflated = stored.partition(b"\n")
    known: dict[str, Any] = _read(line.decode("utf-8", "surrogatepass"))[0]
    return known, deflated


@dataclass(frozen=True, slots=True)
class WordRows:
    """The rows of an article's words as columns, those of its title first; `places` rise."""

    titled: int
    places: Ints
    starts: Ints
    lengths: Ints

    @classmethod
    def of(cls, article: AnalysedArticle) -> WordRows:
        """The rows of an analysed article."""
        title, body = article.title, article.body
        starts = np.array(title.starts + body.starts, np.int64)
        lengths = np.array(title.ends + body.ends, np.int64) - starts
        positions = np.array(body.positions, np.int64) + body_start(article)
        places = row([placed(np.array(title.positions, np.int64)), placed(positions)], np.int64)
        return cls(len(title), places, starts, lengths)

    def packed(self) -> bytes:
        """The rows as bytes."""
        numbers = np.empty(1 + 3 * len(self.places), np.int64)
        numbers[0], columns = self.titled, numbers[1:].reshape(3, -1)
        columns[:] = self.places, self.starts, self.lengths
        columns[:2, 1:] -= columns[:2, :-1].copy()
        most = int(np.abs(numbers).max())
        kind = next(kind for kind, end in _HOLD.items() if most < end)
        return kind.encode() + zlib.compress(numbers.astype(f"<{kind}").tobytes(), _FAST)

    @classmethod
    def unpacked(cls, kept: bytes) -> WordRows:
        """The rows that `packed` packed."""
        numbers = np.frombuffer(zlib.decompress(kept[1:]), f"<{chr(kept[0])}")
        columns = numbers[1:].reshape(3, -1)
        places, starts = columns[:2].cumsum(axis=1, dtype=np.int64)
        return cls(int(numbers[0]), places, starts, columns[2])


def placed(positions: Ints) -> Ints:
    """Rising positions doubled, and one more for the second row of a position."""
    places = 2 * positions
    places[1:] += positions[1:] == positions[:-1]
    return places
