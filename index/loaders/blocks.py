"""Blocks: which paragraphs does a document of an office program show, in their order?

What the programs call things is a table a format; the walk is one. A row of a table is a line, its
cells parted by tabs, unless a cell holds more than a paragraph, as in a table of layout.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from index.loaders.packages import attribute, name_of

FIRST: Final = 10  # paragraphs among which a title stands
SHORTEST: Final = 8  # letters of a title that is known by how it begins alone


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the elements of a format are called, without their namespace.

    `signs` are characters that an element stands for, `counts` the attribute that says how many of
    them. `texts` hold the letters; None if any element does. `left_out` is not shown, `after` comes
    after the paragraph.
    """

    paragraphs: frozenset[str]
    style: str
    signs: Mapping[str, str]
    counts: str
    texts: frozenset[str] | None
    left_out: frozenset[str]
    after: frozenset[str]
    row: str
    cell: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a row of a table, with the name of its style."""

    text: str
    style: str = ""


def blocks(root: Any, words: Vocabulary) -> Iterator[Block]:  # noqa: ANN401 - lxml's element
    """The paragraphs below an element that are not empty."""
    for element in root:
        name = name_of(element)
        if name in words.left_out:
            continue
        if name in words.paragraphs:
            yield from _paragraph(element, words)
        elif name == words.row:
            yield from _row(element, words)
        else:
            yield from blocks(element, words)


def text(found: Sequence[Block]) -> str:
    """The paragraphs as one text; rows of a table stand close."""
    parts: list[str] = []
    for before, block in zip((None, *found), found, strict=False):
        close = before is not None and "\t" in block.text and "\t" in before.text
        parts.append(("\n" if close else "\n\n") + block.text)
    return "".join(parts).strip()


def title(found: Sequence[Block], stated: str, styles: frozenset[str]) -> str | None:
    """The first paragraph in a title's style.

    Else the title that the document states, if it stands in the text.
    Programs state what they like: the name of the file, of the template, of a document long gone. A
    browser adds the site's name, so a paragraph with which the stated title begins is the title,
    too.
    """
    head = found[:FIRST]
    for block in head:
        if block.style.casefold() in styles:
            return _line(block.text)
    wanted = _line(stated)
    lines = [_line(line) for block in head for line in block.text.split("\n")]
    if wanted in lines:
        return wanted or None
    return next((line for line in lines if len(line) >= SHORTEST and wanted.startswith(line)), None)


def _line(written: str) -> str:
    return " ".join(written.split())


def _row(element: Any, words: Vocabulary) -> Iterator[Block]:  # noqa: ANN401
    """A row of a table as a line; of one that only lays out, the paragraphs."""
    cells = [list(blocks(cell, words)) for cell in element if name_of(cell) == words.cell]
    if any(len(cell) > 1 for cell in cells) or sum(map(bool, cells)) < 2:
        for cell in cells:
            yield from cell
    else:
        line = "\t".join(_line(cell[0].text) if cell else "" for cell in cells)
        yield Block(line.strip("\t"))


def _paragraph(element: Any, words: Vocabulary) -> Iterator[Block]:  # noqa: ANN401
    """A paragraph, then what is anchored in it: frames, notes."""
    anchored: list[Any] = []
    said = "".join(_letters(element, words, anchored)).strip()
    if said:
        yield Block(said, attribute(element, words.style) or _style(element, words))
    for one in anchored:
        yield from blocks(one, words)


def _style(element: Any, words: Vocabulary) -> str:  # noqa: ANN401
    """The style of a paragraph that says it in an element of its own."""
    return next(
        (attribute(one, "val") for one in element.iter() if name_of(one) == words.style), ""
    )


def _letters(element: Any, words: Vocabulary, anchored: list[Any]) -> Iterator[str]:  # noqa: ANN401
    """What is written in an element, in its order."""
    name = name_of(element)
    if words.texts is None or name in words.texts:
        yield element.text or ""
    for child in element:
        called = name_of(child)
        if called in words.after:
            anchored.append(child)
        elif called in words.signs:
            yield words.signs[called] * _count(child, words)
        elif called not in words.left_out:
            yield from _letters(child, words, anchored)
        if words.texts is None:
            yield child.tail or ""


def _count(element: Any, words: Vocabulary) -> int:  # noqa: ANN401
    said = attribute(element, words.counts) if words.counts else ""
    return min(int(said), 80) if said.isdecimal() else 1
