"""XML articles: where in XML that is no feed are the title, the text and the day of an article?

News agencies write NITF and NewsML, corpora and databases a root with articles under names of
their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from lxml import etree  # type: ignore[import-untyped]

from index.loaders import field_names
from index.loaders.columns import is_prose

Element = Any  # lxml is untyped

# Names without their namespace, in small letters, the better ones first.
ARTICLES: Final = frozenset(
    {"article", "doc", "document", "newsitem", "nitf", "page", "record", "row", "story", "tei"}
)
TITLES: Final = ("hl1", "headline", "title")
TEXTS: Final = (
    *("body.content", "inlinexml", "datacontent", "articlebody", "fulltext", "text", "body"),
    *("content", "story"),
)
PARAGRAPHS: Final = frozenset({"block", "li", "p", "para", "paragraph"})
DAYS: Final = (
    *("date.issue", "contentcreated", "firstcreated", "date.publication", "publicationdate"),
    *("pubdate", "published", "date"),
)
DAY_MARKS: Final = ("norm", "date", "when", "value")  # attributes that hold a day
MOST_EMPTY: Final = 50  # elements called articles that are none, beyond those that are
OUTLETS: Final = ("source", "provider", "publication", "newspaper", "publisher")


def records(written: str) -> list[Mapping[str, str]]:
    """The record of each article in a document; none if it has no title with a text."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(written.encode(), parser)
    except (etree.LxmlError, ValueError):
        return []
    return [] if root is None else list(filter(None, _records(root)))


def _records(root: Element) -> Iterator[Mapping[str, str]]:
    """The articles with prose, and beside them, under the same name, those of few words or none."""
    found = {one: record for one in _articles(root) if (record := _record(one))}
    places = {(one.getparent(), one.tag) for one in found}
    for one in root.iter(*{tag for _, tag in places}) if found else ():
        if one in found:
            yield found[one]
        elif (one.getparent(), one.tag) in places and not any(map(found.get, one.iter())):
            yield _record(one, is_short=True)


def _articles(root: Element) -> Iterator[Element]:
    """The outermost elements that are called articles, or else all there is."""
    waiting, found, empty = [root], 0, 0
    while waiting:
        element = waiting.pop()
        is_article = _name(element) in ARTICLES and empty <= found + MOST_EMPTY
        if is_article and _record(element):
            found += 1
            yield element
        else:
            empty += is_article
            waiting.extend(reversed(element))
    if not found:
        yield root


def _record(element: Element, *, is_short: bool = False) -> Mapping[str, str]:
    """What an element says as an article; nothing if it has no title, or no prose to it."""
    named: dict[str, list[Element]] = {}
    for one in element.iter():
        named.setdefault(_name(one), []).append(one)
    title = next(filter(None, (_line(one) for one in _called(named, TITLES))), "")
    texts = (_text(one) for one in _called(named, TEXTS))
    text = next(filter(None if is_short else is_prose, texts), "")
    if not title or not (text or is_short):
        return {}
    days = (element, *_called(named, DAYS))
    outlets = (one.get("literal") or _line(one) for one in _called(named, OUTLETS))
    return {
        "title": title,
        "text": text,
        "date": next(filter(None, map(_day, days)), ""),
        "outlet": next(filter(None, outlets), ""),
        "id": element.get("id") or element.get("itemid") or element.get("guid") or "",
    }


def _called(named: Mapping[str, Sequence[Element]], names: Sequence[str]) -> Iterator[Element]:
    return (one for name in names for one in named.get(name, ()))


def _day(element: Element) -> str:
    """The day in an attribute of an element, or in one that is called a day."""
    marked = next((element.get(mark) for mark in DAY_MARKS if element.get(mark)), "")
    meant = field_names.meaning(_name(element)) or ("",)
    is_day = meant[0] == "published" or _name(element) in DAYS
    return marked or (_line(element) if is_day and not len(element) else "")


def _text(element: Element) -> str:
    """The paragraphs of an element; the whole of it where it has none."""
    found = [_line(one) for one in element.iter() if _name(one) in PARAGRAPHS]
    return "\n\n".join(filter(None, found)) or "".join(element.itertext()).strip()


def _line(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _name(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
