"""Mapping: which fields has an article in a cluster, and by which rules were they made?

Our terms go in unchanged. The terms of a position stand in one word with `|` between them, words
with a space between them, and a position without terms is `_`; whitespace, a pattern and a stop
word take that apart again, so a cluster needs no plugin of ours.

    terms     every term at its positions, those of the title behind a `t` too
    words     the exact terms, for what begins so
    length    in words, and what Lucene's byte keeps of it
    day …     columns: dates as numbers, the values of each facet
    article   the article itself, as JSON, and its title; never searched

The similarity is ours, but for two things: a word's frequency among articles is asked for first and
comes as its boost, and the average length is the one that was true when the index had been made.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import Any, Final

from index.address import Address
from index.opensearch.fields import BETWEEN, FACET_FIELD, GAP, KEY_FIELD
from search.analysis.fingerprint import fingerprint
from search.engine.ranking import K1, B
from search.errors import IndexStateError
from search.model.articles import Article
from search.model.facets import TABLE

PACKING: Final = 1  # raised when the same fields are packed in another way
AVERAGE: Final = 300  # words, as long as no article is known
LONGEST_TERM: Final = 1 << 20  # letters of all terms at one position; Lucene's own is 255

_INTEGERS: Final = ("day", "first_day", "last_day", "seen", "length", "kept_length")
_ANALYSIS: Final = {
    "tokenizer": {"positions": {"type": "whitespace", "max_token_length": LONGEST_TERM}},
    "filter": {
        "stacked": {
            "type": "pattern_capture",
            "preserve_original": False,
            "patterns": [f"([^{BETWEEN}]+)"],
        },
        "gap": {"type": "stop", "stopwords": [GAP]},
    },
    "analyzer": {"terms": {"tokenizer": "positions", "filter": ["stacked", "gap"]}},
}
_SIMILARITY: Final = "query.boost * doc.freq / (doc.freq + {constant}D + doc.length * {factor}D)"


@dataclass(frozen=True, slots=True)
class Stamp:
    """By which rules an index was made, and how long its articles were thought to be."""

    shape: str
    analysis: str
    average: float

    def check(self, name: str) -> None:
        """Raises `IndexStateError` if these are other rules than ours."""
        if self.shape != shape():
            raise IndexStateError(
                f"the index '{name}' of the cluster was made by another release; "
                "`readout index --rebuild` makes it anew beside the old one"
            )
        if self.analysis != fingerprint():
            raise IndexStateError(
                f"the index '{name}' of the cluster was made by another analysis; "
                "`readout index --rebuild` makes it anew beside the old one"
            )

    def to_json(self) -> dict[str, Any]:
        """What the mapping carries."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_json(cls, carried: dict[str, Any]) -> Stamp | None:
        """What a mapping carries; None if that is nothing of ours."""
        try:
            return cls(str(carried["shape"]), str(carried["analysis"]), float(carried["average"]))
        except (KeyError, TypeError, ValueError):
            return None


def shape() -> str:
    """Which fields there are, and how they are packed."""
    said = {
        "packing": PACKING,
        "facets": [[facet.name, facet.field, facet.kind.name, facet.is_single] for facet in TABLE],
        "article": [field.name for field in fields(Article)],
    }
    return json.dumps(said, separators=(",", ":"))


def stamp(average: float = AVERAGE) -> Stamp:
    """Ours, for articles of this length."""
    return Stamp(shape(), fingerprint(), round(average, 1) or AVERAGE)


def similarity(average: float) -> dict[str, Any]:
    """What gives the share of a word's idf that an article earns, at this average length."""
    source = _SIMILARITY.format(constant=K1 * (1 - B), factor=K1 * B / average)
    return {"readout": {"type": "scripted", "script": {"source": source}}}


def index_body(address: Address, made: Stamp) -> dict[str, Any]:
    """What makes an index: its settings and its mapping."""
    keyword, integer, kept = {"type": "keyword"}, {"type": "integer"}, {"enabled": False}
    return {
        "settings": {
            "number_of_shards": address.shards,
            "number_of_replicas": address.replicas,
            "codec": "best_compression",  # of the articles' texts
            "refresh_interval": -1,  # what is not committed is not seen
            "similarity": similarity(made.average),
            "analysis": _ANALYSIS,
        },
        "mappings": {
            "dynamic": "strict",
            "_meta": made.to_json(),
            "_source": {"includes": ["article", "title", "id"]},
            "properties": {
                "terms": {"type": "text", "analyzer": "terms", "similarity": "readout"},
                "id": keyword,
                "words": keyword,
                "sequence": {"type": "long"},
                **dict.fromkeys(_INTEGERS, integer),
                **{FACET_FIELD + facet.name: keyword for facet in TABLE},
                **{KEY_FIELD + facet.name: keyword for facet in TABLE},
                "article": {"type": "object", **kept},
                "title": {"type": "object", **kept},
            },
        },
    }
