"""Shapes: where in a JSON document are the articles?

People keep them as a list, as objects by key, as columns or rows of a table, as the hits of a
search engine, and inside objects that say more than that. An object with a title and a list is a
feed unless it has a text of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from index.loaders import field_names, fields, values
from index.loaders.record_tables import rows_of, table_of

DEEPEST_HOLDER: Final = 2  # lists in objects and lists within each other
TOO_DEEP: Final = "articles lie too deep in it, at {}: make a file of that list"

# Lists of these names are of the articles; a title alone makes an article of what is in them.
HOLDERS: Final = frozenset(
    {
        "articles",
        "data",
        "docs",
        "documents",
        "entries",
        "hits",
        "items",
        "news",
        "posts",
        "records",
        "results",
        "rows",
        "stories",
    }
)
# Objects of these names are only the outermost of what XML was: {"rss": {"channel": {"item": …}}}.
ROOTS: Final = frozenset({"rdf:rdf", "root", "rss", "xml"})
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
# Of a hit of a search engine and a line of its dump, the article.
HIT_SOURCE: Final = "_source"


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A record, or what is no record; `path` says where in the document a list lies too deep."""

    value: Any
    too_deep: str | None = None


def records(document: Any) -> list[FoundRecord]:  # noqa: ANN401 - JSON is any value
    """What stands where articles stand in a document, in its order."""
    return list(_records(document, 0, "", is_held=False))


def _records(
    value: Any,  # noqa: ANN401
    depth: int,
    path: str,
    *,
    is_held: bool,
) -> Iterator[FoundRecord]:
    if isinstance(value, list):
        yield from _listed(value, depth, path)
    elif not isinstance(value, Mapping) or HIT_SOURCE in value:
        yield FoundRecord(value)
    elif not fields.has_text(value) and (_is_empty_feed(value) or "$schema" in value):
        return
    elif (table := table_of(value)) is not None:
        yield from map(FoundRecord, table)
    elif fields.has_text(value):
        yield FoundRecord(value)
    elif holders := list(_holders(value)):
        for name, inner in holders:
            below = f"{path}.{name}".lstrip(".")
            if depth < DEEPEST_HOLDER:
                deeper = depth + (str(name).casefold() not in ROOTS)
                found = _records(inner, deeper, below, is_held=True)
                yield from map(_with_language(value), found)
            else:
                yield FoundRecord(None, too_deep=below)
    elif not is_held and (keyed := _by_key(value)):
        yield from map(FoundRecord, keyed)
    else:
        yield FoundRecord(value)


def _is_empty_feed(record: Mapping[str, Any]) -> bool:
    """Whether a record has a list for articles and none in it."""
    return any(one == [] and str(name).casefold() in HOLDERS for name, one in record.items())


def _listed(value: list[Any], depth: int, path: str) -> Iterator[FoundRecord]:
    """The records of a list."""
    if value and all(isinstance(row, list) for row in value) and not _are_lists_of_objects(value):
        yield from map(FoundRecord, rows_of(value) or value)
        return
    for one in value:
        if isinstance(one, Mapping):
            yield from _records(one, depth, path, is_held=True)
        elif isinstance(one, list) and depth < DEEPEST_HOLDER and _are_lists_of_objects([one]):
            yield from _listed(one, depth + 1, path)
        else:
            yield FoundRecord(one)


def _are_lists_of_objects(rows: list[Any]) -> bool:
    return any(isinstance(cell, Mapping) for row in rows for cell in row)


def _holders(record: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The lists of a record that hold articles, or what holds such lists."""
    for name, value in record.items():
        plain = str(name).casefold()
        if plain in OTHERS:
            continue
        if (isinstance(value, list) and _are_articles(value, is_named=plain in HOLDERS)) or (
            isinstance(value, Mapping) and not values.is_wrapped(value) and _holds(value)
        ):
            yield name, value


def _holds(value: Mapping[str, Any], depth: int = 0) -> bool:
    """Whether somewhere in an object there is a list of articles."""
    if depth > DEEPEST_HOLDER or fields.has_text(value):
        return False
    if table_of(value) is not None or any(True for _ in _lists(value)):
        return True
    return any(isinstance(one, Mapping) and _holds(one, depth + 1) for one in value.values())


def _lists(record: Mapping[str, Any]) -> Iterator[str]:
    for name, value in record.items():
        plain = str(name).casefold()
        is_list = plain not in OTHERS and isinstance(value, list)
        if is_list and _are_articles(value, is_named=plain in HOLDERS):
            yield name


def _are_articles(listed: Sequence[Any], *, is_named: bool) -> bool:
    """Whether a list is of articles: with a title or a text by its name, else with a text."""
    objects = [one for one in listed if isinstance(one, Mapping)]
    if not objects or len(objects) * 2 < len(listed):
        return False
    sample = objects[:50]
    good = sum(_is_article(one, is_named=is_named) for one in sample)
    return good * 2 >= len(sample)


def _is_article(record: Mapping[str, Any], *, is_named: bool) -> bool:
    if HIT_SOURCE in record or fields.has_text(record):
        return True
    if any(True for _ in _lists(record)):
        return True  # a list of sections, each with its articles
    said = fields.read(record)
    return bool(said.text) if not is_named else bool(said.title or said.text)


def _with_language(holder: Mapping[str, Any]) -> Callable[[FoundRecord], FoundRecord]:
    """Give a record the language of the feed it is in, where it names none."""
    said = {
        name: holder[name] for name in holder if (field_names.meaning(name) or "")[:1] == ("lang",)
    }

    def given(found: FoundRecord) -> FoundRecord:
        is_record = said and isinstance(found.value, Mapping)
        return FoundRecord({**said, **found.value}, found.too_deep) if is_record else found

    return given


def _by_key(value: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Articles that are kept by their keys, which are their ids unless they only count."""
    inner = {key: one for key, one in value.items() if isinstance(one, Mapping)}
    if not inner or len(inner) < len(value) or fields.is_article(value):
        return None
    if not all(_is_article(one, is_named=True) for one in list(inner.values())[:50]):
        return None
    if all(str(key).isdecimal() for key in inner) or len(inner) == 1:
        return [dict(one) for one in inner.values()]
    return [{"id": key, **one} for key, one in inner.items()]
