"""EPUB: each chapter that the table of contents names is an article.

What it does not name goes on the one before.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from index.dates import metadata_dates
from index.loaders import packages, pages, values
from index.loaders.encodings import decode
from index.loaders.loaded import Loaded, Skipped
from index.loaders.packages import Package
from index.loaders.records import finished
from search.errors import SourceError

FONTS: Final = re.compile(
    rb"Algorithm\s*=\s*[\"'](?!http://www\.idpf\.org/2008/embedding|http://ns\.adobe\.com/pdf/enc)"
)
UNDATED: Final = "0101-01-01"  # which Calibre writes where nothing is known


@dataclass(slots=True)
class Chapter:
    """An article of the book."""

    title: str | None
    text: str


def load(path: Path) -> Iterator[Loaded | Skipped]:
    """The chapters of the book, in the order in which they are read."""
    with packages.opened(path, "EPUB") as package:
        _refuse_locked(path, package)
        name = _place(package)
        book = package.tree(name)
        if book is None:
            raise SourceError(str(path), "damaged, or no EPUB: it has no list of its parts")
        chapters = list(_chapters(package, book, posixpath.dirname(name)))
    if not chapters:
        raise SourceError(str(path), "no text is in it")
    for number, chapter in enumerate(chapters, 1):
        yield _article(number, chapter, book, alone=len(chapters) == 1)


def _article(
    number: int,
    chapter: Chapter,
    book: Any,  # noqa: ANN401
    *,
    alone: bool,
) -> Loaded | Skipped:
    said = {
        name: packages.text_of(packages.first(book, name))
        for name in ("title", "publisher", "date")
    }
    written = said["date"] if not said["date"].startswith(UNDATED) else ""
    published, remark = metadata_dates.published(written) if written else (None, None)
    return finished(
        Loaded(
            number=number,
            title=values.line(said["title"] if alone else chapter.title),
            text=chapter.text,
            published=published,
            published_source="metadata" if published else None,
            outlet=values.line(said["publisher"] if alone else said["title"]),
            notes=(remark,) if remark else (),
        )
    )


def _chapters(package: Package, book: Any, folder: str) -> Iterator[Chapter]:  # noqa: ANN401
    """The chapters; a book without a table of contents is one."""
    parts = {
        packages.attribute(one, "id"): one for one in book.iter() if packages.name_of(one) == "item"
    }
    labels = _labels(package, parts.values(), folder)
    open_chapter: Chapter | None = None
    for one in book.iter():
        item = (
            parts.get(packages.attribute(one, "idref"))
            if packages.name_of(one) == "itemref"
            else None
        )
        if item is None or "nav" in packages.attribute(item, "properties").split():
            continue
        place = _beside(folder, packages.attribute(item, "href"))
        said = _shown(package, place)
        if open_chapter is None or (place in labels and open_chapter.title is not None):
            if open_chapter is not None and open_chapter.text:
                yield open_chapter
            open_chapter = Chapter(labels.get(place), said)
        else:
            open_chapter.title = open_chapter.title or labels.get(place)
            open_chapter.text = f"{open_chapter.text}\n\n{said}".strip()
    if open_chapter is not None and open_chapter.text:
        yield open_chapter


def _shown(package: Package, place: str) -> str:
    raw = package.part(place)
    return pages.whole(decode(raw, place)[0]) if raw else ""


def _labels(package: Package, items: Any, folder: str) -> Mapping[str, str]:  # noqa: ANN401
    """What the table of contents calls each part: the first entry that leads there."""
    found: dict[str, str] = {}
    for item in items:
        is_old = packages.attribute(item, "media-type") == "application/x-dtbncx+xml"
        if not is_old and "nav" not in packages.attribute(item, "properties").split():
            continue
        place = _beside(folder, packages.attribute(item, "href"))
        for target, label in _entries(package.tree(place), is_old=is_old):
            found.setdefault(_beside(posixpath.dirname(place), target), label)
    return found


def _entries(contents: Any, *, is_old: bool) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """Each entry of a table of contents: where it leads and what it says."""
    if contents is None:
        return
    if is_old:
        for point in contents.iter():
            if packages.name_of(point) == "navPoint":
                target = packages.first(point, "content")
                yield (
                    packages.attribute(target, "src"),
                    packages.text_of(packages.first(point, "text")),
                )
        return
    for listed in contents.iter():
        if packages.name_of(listed) == "nav" and packages.attribute(listed, "type") in {"toc", ""}:
            links = (one for one in listed.iter() if packages.name_of(one) == "a")
            yield from ((packages.attribute(one, "href"), packages.text_of(one)) for one in links)


def _beside(folder: str, href: str) -> str:
    """The part that a link leads to, without the place in it."""
    return posixpath.normpath(posixpath.join(folder, unquote(urlsplit(href).path)))


def _place(package: Package) -> str:
    """The part that lists the others."""
    return packages.attribute(
        packages.first(package.tree("META-INF/container.xml"), "rootfile"), "full-path"
    )


def _refuse_locked(path: Path, package: Package) -> None:
    """Refuse a book that is encrypted; fonts often are, and nobody reads those."""
    if FONTS.search(package.part("META-INF/encryption.xml") or b""):
        raise SourceError(str(path), "protected against reading by other programs (DRM)")
