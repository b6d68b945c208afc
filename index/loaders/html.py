"""HTML: the article of a saved page, found by trafilatura, without the page around it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import trafilatura
from lxml.etree import LxmlError  # type: ignore[import-untyped]

from index.loaders import (
    beginnings,
    bundles,
    feeds,
    no_article,
    page_dates,
    page_text,
    page_titles,
    values,
)
from index.loaders.clean import clean
from index.loaders.loaded import Loaded, Part, Skipped
from index.loaders.page import ARTICLE_TYPES, Page, text_of, types_of
from index.loaders.records import finished
from index.loaders.source import read, read_bytes
from search.errors import NotAnArticleError, SourceError

CHARSET: Final = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
HEAD_BYTES: Final = 4096  # bytes in which a page may say its encoding; browsers look at 1024
DATE_SEARCH: Final = {"original_date": True, "extensive_search": False}
SHORT_TEXT: Final = 200  # characters: what is found may not be the text
NO_WORDS: Final = "no article is found on this page: it has no text"
_PROGRAM: Final = re.compile(r"\s*(?:<\?php|<\?=|<%)", re.IGNORECASE)
BLANK_LINES: Final = re.compile(r"\n{3,}")

for name in ("trafilatura", "htmldate", "courlan"):
    # They log every page that they find odd; what matters to us is in the reason of a SourceError.
    logging.getLogger(name).setLevel(logging.CRITICAL)


def load(path: Path) -> Iterator[Part]:
    """The one article of the page, or each of several.

    Raises `NotAnArticleError` if there is none on it, and `SourceError` if it can't be read.
    """
    declared = CHARSET.search(read_bytes(path)[:HEAD_BYTES])
    written, notes = read(path, declared.group(1).decode("ascii").lower() if declared else None)
    if _PROGRAM.match(written):
        raise NotAnArticleError(str(path), "a program that makes pages, and no page")
    if beginnings.is_feed(written):
        yield from feeds.load(path)
        return
    yield from several(written, notes) or [of_page(written, path, notes)]


def several(written: str, notes: tuple[str, ...]) -> Iterator[Loaded | Skipped] | None:
    """The articles of a page on which a news database hands out several; None if it is none."""
    page = Page.of(written) if bundles.may_be_several(written) else None
    if page is None:
        return None
    return bundles.articles(page_text.visible(page).replace("\n", "\n\n"), notes)


def of_page(written: str, path: Path, notes: tuple[str, ...] = ()) -> Loaded | Skipped:
    """The article of a page, whatever its file is called; raises as `load` does."""
    page = Page.of(written)
    if page is None:
        raise NotAnArticleError(str(path), NO_WORDS)
    found = _extract(written, path)
    text = _text(page, _body(found.text or "") if found else "", path)
    published, remark = page_dates.published(page)
    # The page's lang is left alone: it speaks of the site's template as often as of the article.
    return finished(
        Loaded(
            number=1,
            title=page_titles.title(page, found.title if found else None),
            text=text,
            head=page_text.head_lines(page),
            published=published,
            published_source="html" if published else None,
            outlet=values.line(found.sitename) if found else None,
            url=values.link(found.url if found else page.address),
            notes=notes + ((remark,) if remark else ()),
        )
    )


def _text(page: Page, text: str, path: Path) -> str:
    """The text that was found, with the standfirst; if it is short, what else there is."""
    if len(text) < SHORT_TEXT:
        text = max(text, page_text.all_paragraphs(page), key=len)
    seen = page_text.visible(page)
    reason = no_article.of_page(page.title, text_of(page.headline), text or seen)
    if reason and not _says_article(page):
        raise NotAnArticleError(str(path), reason)
    if not text and len(seen.split()) <= no_article.EMPTY_PAGE:
        raise NotAnArticleError(str(path), NO_WORDS)
    standfirst = page_text.standfirst(page, text)
    return f"{standfirst}\n\n{text}" if standfirst else text or seen


def _says_article(page: Page) -> bool:
    """Whether a page says of itself that it is an article."""
    types = (name for one in page.documents for name in types_of(one))
    return page.meta(("og:type",)) == "article" or any(map(ARTICLE_TYPES.search, types))


def _extract(page: str, path: Path) -> Any:  # noqa: ANN401 - trafilatura's document
    """What trafilatura finds; None if nothing."""
    try:
        return trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, date_extraction_params=DATE_SEARCH
        )
    except (LxmlError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise SourceError(str(path), f"not readable as HTML: {type(error).__name__}") from error


def _body(text: str) -> str:
    """The text without the blanks that pages are laid out with."""
    return BLANK_LINES.sub(
        "\n\n", "\n".join(line.strip() for line in clean(text).split("\n"))
    ).strip()
