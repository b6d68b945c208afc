"""WARC and WACZ: archives of the web; each page that was found there is an article.

A page that does not say when it was published has the day on which it was taken, which its source
says.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from email.message import Message
from io import StringIO
from pathlib import Path
from typing import Any, Final, cast
from zipfile import ZipExtFile, ZipFile

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader
from warcio.exceptions import ArchiveLoadFailed

from index.loaders import mime, pages, values
from index.loaders.loaded import Ignored, Part, Skipped
from index.loaders.source import largest
from index.loaders.unpacking import DAMAGED, Unpacking
from search.errors import NotAnArticleError, SourceError

PAGES: Final = ("text/html", "application/xhtml+xml")
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
RECORDS: Final = re.compile(r"archive/[^/]+\.warc(?:\.gz)?")


def load(path: Path) -> Iterator[Part]:
    """The pages of an archive of the web.

    Pictures, scripts and what was not found are passed by.
    """
    number = 0
    try:
        with path.open("rb") as file:
            records = iter(ArchiveIterator(file))
            while record := _next(records):
                if _is_page(record):
                    number += 1
                    yield _article(number, record)
    except OSError as error:
        raise SourceError(str(path), error.strerror or str(error)) from error
    except (ArchiveLoadFailed, *DAMAGED, ValueError, AttributeError, KeyError) as error:
        if not number:
            raise SourceError(str(path), f"damaged, or no WARC: {error}") from error
        yield Skipped(number + 1, f"damaged after page {number}: {error}")


def _next(records: Iterator[Any]) -> Any:  # noqa: ANN401 - warcio's record
    """The next record; None at the end. What warcio prints of odd ones is no message of ours."""
    with redirect_stderr(StringIO()):
        return next(records, None)


def load_package(path: Path, unpacking: Unpacking | None = None) -> Iterator[Part]:
    """The pages of each archive in a WACZ; what else is in there only helps to show them."""
    unpacking = unpacking or Unpacking.of(path)
    try:
        with ZipFile(path) as package:
            for name in sorted(filter(RECORDS.fullmatch, package.namelist())):
                with package.open(name) as stream:
                    yield from unpacking.articles(name, cast("ZipExtFile", stream), step=f"/{name}")
    except (*DAMAGED, NotImplementedError, RuntimeError, ValueError) as error:
        raise SourceError(str(path), f"damaged, or no WACZ: {error}") from error
    except OSError as error:
        raise SourceError(str(path), error.strerror or str(error)) from error


def _is_page(record: Any) -> bool:  # noqa: ANN401
    """Whether a record is a page as a reader got it."""
    if record.rec_type == "resource":
        return _type(record.rec_headers)[0] in PAGES
    headers = record.http_headers
    return (
        record.rec_type == "response"
        and headers
        and headers.get_statuscode() == "200"
        and _type(headers)[0] in PAGES
    )


def _is_brotli(record: Any) -> bool:  # noqa: ANN401
    headers = record.http_headers
    return bool(headers) and headers.get_header("Content-Encoding") == "br"


def _type(headers: Any) -> tuple[str, str | None]:  # noqa: ANN401
    """Of what kind something is, and in which charset."""
    said = Message()
    said["Content-Type"] = headers.get_header("Content-Type") or ""
    return said.get_content_type(), said.get_content_charset()


def _article(number: int, record: Any) -> Part:  # noqa: ANN401
    """The article of a page."""
    if _is_brotli(record) and "br" not in BufferedReader.DECOMPRESSORS:
        return Skipped(number, f"packed with Brotli: `{sys.executable} -m pip install Brotli`")
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    raw = record.content_stream().read(largest())
    charset = _type(record.http_headers or record.rec_headers)[1]
    try:
        article = pages.page(mime.characters(raw, charset) if charset else raw)
    except NotAnArticleError as error:
        return Ignored(address, error.reason)
    if isinstance(article, Skipped):
        return Ignored(address, article.reason)
    article = replace(article, number=number, url=values.link(address.strip("<>")) or article.url)
    taken = DAY.match(record.rec_headers.get_header("WARC-Date") or "")
    return (
        article
        if article.published or not taken
        else replace(article, published=taken[0], published_source="capture")
    )
