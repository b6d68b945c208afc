"""Atom (RFC 4287), read strictly: what may stand where, and how often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

ATOM: Final = "{http://www.w3.org/2005/Atom}"
MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
# of each element, how often each other may stand in it: at least, at most
MANY: Final = 10**6
CHILDREN: Final = {
    "feed": {
        "id": (1, 1),
        "title": (1, 1),
        "updated": (1, 1),
        "subtitle": (0, 1),
        "author": (0, MANY),
        "link": (0, MANY),
        "category": (0, MANY),
        "entry": (0, MANY),
    },
    "entry": {
        "id": (1, 1),
        "title": (1, 1),
        "updated": (1, 1),
        "published": (0, 1),
        "summary": (0, 1),
        "content": (0, 1),
        "author": (0, MANY),
        "link": (0, MANY),
        "category": (0, MANY),
    },
    "author": {"name": (1, 1), "uri": (0, 1), "email": (0, 1)},
}


def faults(body: bytes) -> list[str]:
    """What of a feed is not as the standard has it."""
    feed = ET.fromstring(body)  # noqa: S314 - our own
    return [*_wrong(feed, "feed"), *_as_a_whole(feed)]


def entries(body: bytes) -> dict[str, str]:
    """The titles of a feed's entries by their ids, in their order."""
    found = ET.fromstring(body).iter(f"{ATOM}entry")  # noqa: S314 - our own
    return {one.findtext(f"{ATOM}id") or "": one.findtext(f"{ATOM}title") or "" for one in found}


def _wrong(element: ET.Element, name: str) -> Iterator[str]:
    if element.tag != ATOM + name:
        yield f"{element.tag} where a {name} is expected"
    met = Counter(child.tag.removeprefix(ATOM) for child in element)
    allowed = CHILDREN.get(name, {})
    yield from (f"{one} in {name}" for one in met.keys() - allowed.keys())
    for one, (least, most) in allowed.items():
        if not least <= met[one] <= most:
            yield f"{met[one]} × {one} in {name}"
    for child in element:
        own = child.tag.removeprefix(ATOM)
        yield from _wrong(child, own)
        yield from _said(child, own)


def _said(element: ET.Element, name: str) -> Iterator[str]:
    text = (element.text or "").strip()
    if name == "updated" and not MOMENT.fullmatch(text):
        yield f"no moment: {text}"
    if name == "id" and not urlsplit(text).scheme:
        yield f"no address: {text}"
    if name == "link" and not (urlsplit(element.get("href", "")).netloc and element.get("rel")):
        yield f"a link without a whole address: {element.attrib}"
    if name == "category" and not element.get("term"):
        yield "a category without its term"


def _as_a_whole(feed: ET.Element) -> Iterator[str]:
    ids = [one.text for one in feed.iter(f"{ATOM}id")]
    yield from (f"twice: {one}" for one, number in Counter(ids).items() if number > 1)
    kinds = [link.get("rel") for link in feed.iterfind(f"{ATOM}link")]
    if kinds.count("self") != 1 or kinds.count("alternate") > 1:
        yield f"links of the feed: {kinds}"
    for entry in feed.iterfind(f"{ATOM}entry"):
        own = [link.get("rel") for link in entry.iterfind(f"{ATOM}link")]
        if own.count("alternate") != 1:
            yield f"links of an entry: {own}"
    if feed.find(f"{ATOM}author") is None and any(
        entry.find(f"{ATOM}author") is None for entry in feed.iterfind(f"{ATOM}entry")
    ):
        yield "an entry without an author"
