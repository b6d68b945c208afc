"""PDF: the text of a document as it was laid out, in paragraphs and in the order of reading.

When the file was made is no date of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pypdfium2

from index.loaders import blocks, bundles, values
from index.loaders.blocks import Block
from index.loaders.loaded import Loaded, Skipped
from index.loaders.pdf_layout import paragraphs
from index.loaders.pdf_lines import BROKEN, PrintedLine, lines
from search.errors import SourceError

SCANNED: Final = "a scan without text; a program for OCR, such as ocrmypdf, puts the text in"
UNREADABLE: Final = 0.3  # of its letters: fonts that do not say which letters they draw
PRINTED_HEAD: Final = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d{2}(?: ?[AP]M)?\s+")
PRINTED_FOOT: Final = re.compile(r"(?:https?|file)://\S+\s+\d+/\d+")


def load(path: Path) -> Iterator[Loaded | Skipped]:
    """The one article of the file."""
    stated, pages = _read(path)
    if not any(pages):
        raise SourceError(str(path), SCANNED)
    pages, url = _unprinted(pages, stated)
    found = [Block(one) for one in paragraphs(pages)]
    text = blocks.text(found)
    broken = sum(letter == BROKEN or "\ue000" <= letter <= "\uf8ff" for letter in text)
    if broken > UNREADABLE * len("".join(text.split())):
        raise SourceError(str(path), "its fonts do not say which letters they draw; OCR reads it")
    empty = sum(not page for page in pages)
    notes = (f"{empty} of {len(pages)} pages have no text that can be read",) if empty else ()
    title = blocks.title(found, stated, frozenset())
    yield from bundles.loaded(Loaded(number=1, title=title, text=text, url=url, notes=notes))


def _read(path: Path) -> tuple[str, list[list[PrintedLine]]]:
    """The title that the file states, and the lines of each page."""
    try:
        with path.open("rb"), closing(pypdfium2.PdfDocument(path)) as document:
            return _stated(document), [_page(document, number) for number in range(len(document))]
    except OSError as error:
        raise SourceError(str(path), error.strerror or str(error)) from error
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError(str(path), "protected by a password") from error
        raise SourceError(str(path), f"damaged, or no PDF: {error}") from error


def _stated(document: Any) -> str:  # noqa: ANN401 - PDFium's
    try:
        return str(document.get_metadata_value("Title") or "")
    except UnicodeDecodeError:
        return ""  # not in letters; the pages may be


def _page(document: Any, number: int) -> list[PrintedLine]:  # noqa: ANN401 - PDFium's
    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            return list(lines(text))
    except pypdfium2.PdfiumError:
        return []  # a page that is damaged: the others may be whole


def _unprinted(
    pages: Sequence[Sequence[PrintedLine]], stated: str
) -> tuple[list[list[PrintedLine]], str | None]:
    """The pages without what a browser prints around one, and the address that it prints."""
    kept: list[list[PrintedLine]] = []
    url = None
    for page in pages:
        head = [one for one in page if _is_head(one.text, stated)]
        feet = [one for one in page if PRINTED_FOOT.fullmatch(one.text)]
        printed = head + feet if head and feet else []
        if printed:
            url = values.link(feet[0].text.split()[0])
        kept.append([one for one in page if one not in printed])
    return kept, url


def _is_head(line: str, stated: str) -> bool:
    match = PRINTED_HEAD.match(line)
    return match is not None and " ".join(line[match.end() :].split()) == " ".join(stated.split())
