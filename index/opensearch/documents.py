"""Documents: how does an article stand in a cluster?"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Any, Final

from index.opensearch.fields import BETWEEN, FACET_FIELD, GAP, KEY_FIELD, SPACE
from search.analysis.tokens import EXACT, AnalysedArticle
from search.engine.positions import length, positions, term_offsets
from search.engine.ranking import encode_length, kept_lengths
from search.model.articles import Article
from search.model.dates import earliest, latest
from search.model.facets import TABLE, FacetKind, text_key, values_of

MOST_TERMS: Final = 20_000_000  # letters; what an article has behind them is shown, and not found
LONGEST: Final = 8_000  # letters of a term that are kept as they are: Lucene takes 32,766 bytes
_ESCAPE: Final = "%"
_ESCAPED: Final = re.compile(f"{_ESCAPE}([0-9a-f]{{6}})")
_OURS: Final = frozenset((BETWEEN, GAP, _ESCAPE))
Json = dict[str, Any]


def document(article: Article, analysed: AnalysedArticle) -> Json:
    """What is sent of an article."""
    offsets = term_offsets(analysed)
    places = {written(term): own for term, own in positions(offsets).items()}
    return {
        "terms": _within(joined(places)),
        "words": sorted(term for term in places if term.startswith(EXACT)),
        "length": length(analysed),
        "kept_length": int(kept_lengths()[encode_length(length(analysed))]),
        **columns(article),
        "title": json.dumps(article.title),
        "article": json.dumps(article.to_json()),
    }


def columns(article: Article) -> Json:
    """What an article is filtered, counted and ordered by; what is not known has no column."""
    day = article.day
    known: Json = {
        "id": identifier(article.article_id),
        "sequence": article.sequence,
        "day": day,
        "first_day": int(earliest(day)),
        "last_day": int(latest(day)),
        "seen": article.seen_day,
    }
    if not day:
        known = {name: value for name, value in known.items() if not name.endswith("day")}
    for facet in TABLE:
        values = values_of(article, facet.name)
        known[FACET_FIELD + facet.name] = list(map(identifier, values))
        if facet.kind is FacetKind.TEXT:
            known[KEY_FIELD + facet.name] = [cut(text_key(value)) for value in values]
    return known


def unpacked(source: Json) -> Article:
    """The article of a document."""
    return Article.from_json(json.loads(source["article"]))


def stored_title(source: Json) -> str:
    """The title of the article of a document."""
    title: str = json.loads(source["title"])
    return title


def joined(places: dict[str, list[int]]) -> str:
    """Terms with their positions as one text, whose words are positions."""
    stacks: dict[int, list[str]] = {}
    for term, own in places.items():
        for position in own:
            stacks.setdefault(position, []).append(term)
    last = max(stacks, default=-1)
    return SPACE.join(
        BETWEEN.join(stacks[position]) if position in stacks else GAP
        for position in range(last + 1)
    )


def written(term: str) -> str:
    """A term as the cluster has it: with nothing in it that parts terms, and not too long."""
    if not term.isalnum():  # most have a colon, and nothing else
        term = "".join(_escaped(char) for char in term)
    return cut(term)


def as_term(kept: str) -> str:
    """The term that `written` wrote; one that was too long stays cut."""
    whole = kept.partition(2 * _ESCAPE)[0]
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), whole)


def identifier(value: str) -> str:
    """An id or a value of a facet as a cluster takes it: without half a pair of UTF-16."""
    is_odd = value.startswith('"') or any("\ud800" <= char < "\ue000" for char in value)
    return cut(json.dumps(value) if is_odd else value)


def as_value(kept: str) -> str:
    """The value that `identifier` wrote."""
    return str(json.loads(kept)) if kept.startswith('"') else kept


def cut(text: str) -> str:
    """A text that is not too long for a term of Lucene's, with its digest where it was."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]}{2 * _ESCAPE}{hashlib.sha256(text.encode()).hexdigest()}"


def document_id(article_id: str) -> str:
    """What a cluster calls an article: an id may be longer than a cluster's."""
    return hashlib.sha256(article_id.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _within(terms: str) -> str:
    """What a cluster takes of terms: its reader of JSON takes texts of 50 million letters."""
    return terms if len(terms) <= MOST_TERMS else terms[:MOST_TERMS].rpartition(SPACE)[0]


def _escaped(char: str) -> str:
    code = ord(char)
    if char in _OURS or char.isspace() or code < 0x20 or 0xD800 <= code < 0xE000:
        return f"{_ESCAPE}{code:06x}"
    return char


def text_of(terms: Iterable[str]) -> str:
    """Terms that may stand at one position, as one word of a query."""
    return BETWEEN.join(map(written, terms))
