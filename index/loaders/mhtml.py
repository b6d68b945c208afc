"""MHTML: a page saved as one file with its pictures.

Its article, and the address that it was saved from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from index.loaders import mime, pages, values
from index.loaders.loaded import Loaded, Skipped
from index.loaders.mail import parsed
from index.loaders.source import read_bytes
from search.errors import SourceError


def load(path: Path) -> Iterator[Loaded | Skipped]:
    """The article of the page.

    Frames and advertisements come after it in the file, and are left out.
    """
    message = parsed(read_bytes(path))
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise SourceError(str(path), "damaged, or no saved page: there is no HTML in it")
    article = pages.page(mime.text(page))
    if isinstance(article, Skipped):
        raise SourceError(str(path), article.reason)
    places = (
        mime.header(message, "snapshot-content-location"),
        mime.header(page, "content-location"),
    )
    address = next(filter(None, map(values.link, places)), None)
    yield replace(article, url=article.url or address)
