"""Beginnings: is a text a feed or a page, by how it begins and whatever its file is called?"""

from __future__ import annotations

import re
from typing import Final

PROLOG: Final = r"[\ufeff\s]*(?:<!--(?:(?!-->).)*-->\s*|<\?xml[^>]*>\s*|<!DOCTYPE[^>]*>\s*)*"
FEED_BEGINS: Final = re.compile(PROLOG + r"<(?:rss\s|rdf:RDF\s|feed\s[^>]*Atom)", re.DOTALL)
BEGINNING: Final = 4000  # characters in which it shows
PAGE_BEGINS: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_feed(written: str) -> bool:
    """Whether a text begins as a feed does, whatever its file is called."""
    return bool(FEED_BEGINS.match(written[:BEGINNING]))


def is_page(written: str) -> bool:
    """Whether a text begins as a page does."""
    return bool(PAGE_BEGINS.match(written[:BEGINNING]))
