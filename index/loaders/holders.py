"""Holders: which objects and lists of a JSON document hold articles?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from index.loaders import fields, values
from index.loaders.record_tables import table_of

DEEPEST_OBJECT: Final = 6  # objects around a list
# Of a hit of a search engine and a line of its dump, the article.
HIT_SOURCE: Final = "_source"

# Lists of these names are of the articles; a title alone makes an article of what is in them.
HOLDERS: Final = frozenset(
    {
        "articles",
        "data",
        "docs",
        "documents",
        "edges",
        "entries",
        "hits",
        "items",
        "news",
        "nodes",
        "ordereditems",
        "pages",
        "posts",
        "records",
        "results",
        "rows",
        "stories",
        "value",
    }
)
# Lists of these names are of other things that have titles and texts.
OTHERS: Final = frozenset(
    {
        "attachments",
        "authors",
        "categories",
        "comments",
        "enclosures",
        "entities",
        "gallery",
        "images",
        "keywords",
        "links",
        "media",
        "multimedia",
        "quotes",
        "recommended",
        "related",
        "related_articles",
        "relatedarticles",
        "relatedlinks",
        "tags",
        "topics",
        "videos",
    }
)


def holders_in(record: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The lists of a record that hold articles, or what holds such lists."""
    for name, value in record.items():
        plain = str(name).casefold()
        if plain in OTHERS:
            continue
        is_list = isinstance(value, list)
        if (is_list and _are_articles(value, 0, is_named=plain in HOLDERS)) or (
            isinstance(value, Mapping)
            and not values.is_wrapped(value)
            and (_holds(value) or are_keyed(plain, value))
        ):
            yield name, value


def _holds(value: Mapping[str, Any], depth: int = 0) -> bool:
    """Whether somewhere in an object there is a list of articles."""
    if depth > DEEPEST_OBJECT or fields.has_text(value):
        return False
    if table_of(value) is not None or _has_list(value, depth + 1):
        return True
    inner = ((str(name), one) for name, one in value.items() if isinstance(one, Mapping))
    return any(are_keyed(name, one) or _holds(one, depth + 1) for name, one in inner)


def _has_list(record: Mapping[str, Any], depth: int) -> bool:
    """Whether one of the lists of a record is of articles."""
    named = ((str(name).casefold(), value) for name, value in record.items())
    return any(
        isinstance(value, list) and _are_articles(value, depth, is_named=name in HOLDERS)
        for name, value in named
        if name not in OTHERS
    )


def are_keyed(name: str, value: Any) -> bool:  # noqa: ANN401
    """Whether an object by the name of a list has articles by their keys."""
    is_named = name.casefold() in HOLDERS and isinstance(value, Mapping)
    return is_named and by_key(value) is not None


def _are_articles(listed: Sequence[Any], depth: int, *, is_named: bool) -> bool:
    """Whether a list is of articles: with a title or a text by its name, else with a text."""
    objects = [one for one in listed if isinstance(one, Mapping)]
    if not objects or len(objects) * 2 < len(listed):
        return False
    sample = objects[:50]
    good = sum(_is_article(one, depth, is_named=is_named) for one in sample)
    return good * 2 >= len(sample)


def _is_article(record: Mapping[str, Any], depth: int, *, is_named: bool) -> bool:
    if HIT_SOURCE in record or fields.has_text(record):
        return True
    if depth <= DEEPEST_OBJECT and (_has_list(record, depth + 1) or _holds_within(record, depth)):
        return True  # a list of sections, each with its articles
    said = fields.read(record)
    return bool(said.text) if not is_named else bool(said.title or said.text)


def _holds_within(record: Mapping[str, Any], depth: int) -> bool:
    """Whether an object of a record holds a list of articles."""
    named = ((name, one) for name, one in record.items() if str(name).casefold() not in OTHERS)
    inner = (one for _, one in named if isinstance(one, Mapping) and not values.is_wrapped(one))
    return any(_holds(one, depth + 1) for one in inner)


def by_key(value: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Articles that are kept by their keys, which are their ids unless they only count."""
    inner = {key: one for key, one in value.items() if isinstance(one, Mapping)}
    if not inner or len(inner) < len(value) or fields.is_article(value):
        return None
    if not all(
        _is_article(one, DEEPEST_OBJECT, is_named=True) for one in list(inner.values())[:50]
    ):
        return None
    if all(str(key).isdecimal() for key in inner) or len(inner) == 1:
        return [dict(one) for one in inner.values()]
    return [{"id": key, **one} for key, one in inner.items()]
