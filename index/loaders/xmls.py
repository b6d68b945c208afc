"""XML: a feed, or a page that is written as XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from index.loaders import feeds
from index.loaders.loaded import Part
from index.loaders.source import SMALL, reading_source

PAGE_BEGINS: Final = re.compile(
    rb"[\xef\xbb\xbf\s]*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*|<!DOCTYPE[^>]*>\s*)*<html[\s>]",
    re.DOTALL | re.IGNORECASE,
)


def load(path: Path) -> Iterator[Part]:
    """The entries of a feed, or the article of a page."""
    with reading_source(path), path.open("rb") as file:
        is_page = PAGE_BEGINS.match(file.read(SMALL))
    if not is_page:
        yield from feeds.load(path)
        return
    from index.loaders import html  # noqa: PLC0415  it takes longer to load than most feeds

    yield from html.load(path)
