"""HTML: the article of a saved page, found by trafilatura, without the page around it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import trafilatura
from lxml.etree import LxmlError  # type: ignore[import-untyped]

from index.loaders import dates, values
from index.loaders.clean import clean
from index.loaders.loaded import Loaded, Skipped
from index.loaders.records import finished
from index.loaders.source import read, read_bytes
from search.errors import SourceError

CHARSET: Final = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
HEAD_BYTES: Final = 4096  # bytes in which a page may say its encoding; browsers look at 1024
DATE_SEARCH: Final = {
    "original_date": True,  # of publication, not of the last change
    "extensive_search": False,  # not any year that stands somewhere on the page
}
BLANK_LINES: Final = re.compile(r"\n{3,}")

for name in ("trafilatura", "htmldate", "courlan"):
    # They log every page that they find odd; what matters to us is in the reason of a SourceError.
    logging.getLogger(name).setLevel(logging.CRITICAL)


def load(path: Path) -> Iterator[Loaded | Skipped]:
    """The one article of the page; raises `SourceError` if there is none on it."""
    declared = CHARSET.search(read_bytes(path)[:HEAD_BYTES])
    page, notes = read(path, declared.group(1).decode("ascii").lower() if declared else None)
    found = _extract(page, path)
    published, remark = dates.published(found.date) if found.date else (None, None)
    # The page's lang is left alone: it speaks of the site's template as often as of the article.
    yield finished(
        Loaded(
            number=1,
            title=values.line(found.title),
            text=_body(found.text or ""),
            published=published,
            published_source="html" if published else None,
            outlet=values.line(found.sitename),
            url=values.link(found.url),
            notes=notes + ((remark,) if remark else ()),
        )
    )


def _extract(page: str, path: Path) -> Any:  # noqa: ANN401 - trafilatura's document
    """What trafilatura finds."""
    try:
        found = trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, date_extraction_params=DATE_SEARCH
        )
    except (LxmlError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise SourceError(str(path), f"not readable as HTML: {type(error).__name__}") from error
    if found is None:
        raise SourceError(str(path), "no article is found on this page")
    return found


def _body(text: str) -> str:
    """The text without the blanks that pages are laid out with."""
    return BLANK_LINES.sub(
        "\n\n", "\n".join(line.strip() for line in clean(text).split("\n"))
    ).strip()
