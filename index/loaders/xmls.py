"""XML: a feed, a page that is written as XML, or articles as agencies and corpora write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from index.loaders import feeds, xml_articles
from index.loaders.loaded import Part
from index.loaders.records import article
from index.loaders.source import SMALL, read, reading_source
from search.errors import NotAnArticleError

PAGE_BEGINS: Final = re.compile(
    rb"[\xef\xbb\xbf\s]*(?:<!--(?:(?!-->).)*-->\s*|<\?xml[^>]*>\s*|<!DOCTYPE[^>]*>\s*)*<html[\s>]",
    re.DOTALL | re.IGNORECASE,
)


def load(path: Path) -> Iterator[Part]:
    """The entries of a feed, the article of a page, or the articles of other XML."""
    with reading_source(path), path.open("rb") as file:
        is_page = PAGE_BEGINS.match(file.read(SMALL))
    if is_page:
        from index.loaders import html  # noqa: PLC0415  it takes longer to load than most feeds

        yield from html.load(path)
        return
    try:
        yield from feeds.load(path)
    except NotAnArticleError:
        yield from _others(path)


def _others(path: Path) -> Iterator[Part]:
    """The articles of XML that is no feed; raises `NotAnArticleError` if there are none."""
    written, notes = read(path)
    found = xml_articles.records(feeds.without_prologue(written))
    if not found:
        raise NotAnArticleError(str(path), "XML, but no feed, and no title with a text in it")
    for number, record in enumerate(found, 1):
        yield article(number, record, notes)
