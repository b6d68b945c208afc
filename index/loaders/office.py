"""Documents of office programs: DOCX, and ODT of LibreOffice.

When a document was made or changed is no date of publication, so its properties give none.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from index.loaders import blocks, bundles, packages
from index.loaders.blocks import Block, Vocabulary
from index.loaders.loaded import Loaded, Skipped
from index.loaders.packages import Package
from search.errors import SourceError

# What is deleted or moved away, alternatives for old programs, and how things look, which has tabs,
# too.
WORD_VOCABULARY: Final = Vocabulary(
    paragraphs=frozenset({"p"}),
    style="pStyle",
    signs={"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"},
    counts="",
    texts=frozenset({"t"}),
    left_out=frozenset(
        {"del", "moveFrom", "Fallback", "pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr"}
    ),
    after=frozenset({"txbxContent"}),
    row="tr",
    cell="tc",
)
WRITER_VOCABULARY: Final = Vocabulary(
    paragraphs=frozenset({"p", "h"}),
    style="style-name",
    signs={"s": " ", "tab": "\t", "line-break": "\n"},
    counts="c",
    texts=None,
    left_out=frozenset(
        {
            "tracked-changes",
            "annotation",
            "annotation-end",
            "note-citation",
            "sequence-decls",
            "forms",
            "desc",
            "title",
        }
    ),
    after=frozenset({"note", "frame", "custom-shape"}),
    row="table-row",
    cell="table-cell",
)
HEADINGS: Final = frozenset({"title", "heading 1", "heading_20_1", "heading1"})
NOTES: Final = ("footnotes", "endnotes")
# no notes, but lines
NOTE_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def load_docx(path: Path) -> Iterator[Loaded | Skipped]:
    """The one article of a DOCX, its notes at the end."""
    with packages.opened(path, "DOCX") as package:
        name = _main_part(package)
        body = package.tree(name)
        if body is None:
            raise SourceError(str(path), "damaged, or no DOCX: it has no text")
        styles = _styles(package, posixpath.dirname(name))
        found = [
            Block(one.text, styles.get(one.style, ""))
            for one in blocks.blocks(body, WORD_VOCABULARY)
        ]
        for kind in NOTES:
            found += _notes(package.tree(f"{posixpath.dirname(name)}/{kind}.xml"))
        stated = packages.text_of(packages.first(package.tree("docProps/core.xml"), "title"))
    yield from _articles(found, stated)


def load_odt(path: Path) -> Iterator[Loaded | Skipped]:
    """The one article of an ODT."""
    with packages.opened(path, "ODT") as package:
        if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
            raise SourceError(str(path), "protected by a password")
        body = packages.first(package.tree("content.xml"), "text")
        if body is None:
            raise SourceError(str(path), "damaged, or no ODT: it has no text")
        found = list(blocks.blocks(body, WRITER_VOCABULARY))
        stated = packages.text_of(packages.first(package.tree("meta.xml"), "title"))
    yield from _articles(found, stated)


def _articles(found: list[Block], stated: str) -> Iterator[Loaded | Skipped]:
    title = blocks.title(found, stated, HEADINGS)
    return bundles.loaded(Loaded(number=1, title=title, text=blocks.text(found)))


def _main_part(package: Package) -> str:
    """The part that has the text: most programs call it so, some otherwise."""
    relations = package.tree("_rels/.rels")
    targets = (
        packages.attribute(one, "Target").lstrip("/")
        for one in (() if relations is None else relations)
        if packages.attribute(one, "Type").endswith("/officeDocument")
    )
    return next(targets, "word/document.xml")


def _styles(package: Package, folder: str) -> dict[str, str]:
    """What each style is called in every language, by what it is called in this document."""
    styles = package.tree(f"{folder}/styles.xml")
    return {
        packages.attribute(style, "styleId"): packages.attribute(name, "val")
        for style in (() if styles is None else styles)
        if (name := packages.first(style, "name")) is not None
    }


def _notes(notes: Any) -> Iterator[Block]:  # noqa: ANN401 - lxml's element
    """The notes at the foot of pages, or at the end."""
    for note in () if notes is None else notes:
        if packages.attribute(note, "type") not in NOTE_SEPARATORS:
            yield from blocks.blocks(note, WORD_VOCABULARY)
