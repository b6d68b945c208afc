"""Page text: what of an article stands where extraction does not look for it?

A standfirst may be above the article, the whole text in an element that is usually something else,
and the line that dates the article between the headline and the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml.etree import iterwalk  # type: ignore[import-untyped]

from index.loaders.page import (
    CHANGED,
    DEEPEST_ELEMENT,
    NOT_PUBLISHED,
    Element,
    Page,
    is_small,
    marks_of,
    text_of,
    words_of,
)

LONG_PARAGRAPH: Final = 150  # characters: with such a paragraph the text has begun
SHORTEST_STANDFIRST: Final = 40  # characters
MOST_HEAD_LINES: Final = 25
LONGEST_HEAD_LINE: Final = 120

_STANDFIRST: Final = re.compile(
    r"(?:^|[-_ ])(?:sub-?title|sub-?head(?:line|ing)?|stand-?first|deck|dek|lead|lede|teaser-text"
    r"|article-(?:lead|intro|summary|description|subtitle)|intro|introduction|summary|abstract"
    r"|sapo|chapo|vorspann|excerpt|kicker-text|sous-titre|entradilla|subtitulo|bajada)(?:$|[-_ ])",
    re.IGNORECASE,
)
_BLOCKS: Final = frozenset(
    {"article", "blockquote", "div", "li", "main", "ol", "p", "section", "ul"}
)
_BREAKS: Final = _BLOCKS | {"br", "h1", "h2", "h3", "h4", "table", "td", "tr"}
_PARAGRAPHS: Final = ("p", "h2", "h3", "h4", "li", "blockquote", "pre")
_NOT_TEXT: Final = frozenset({"footer", "form", "head", "nav", "script", "style", "template"})


def standfirst(page: Page, text: str) -> str | None:
    """The words under the headline that are not in the text that was found."""
    found: dict[str, None] = {}
    for element in page.tree.iter("p", "div", "h2", "h3", "h4", "span", "section", "strong"):
        if not _STANDFIRST.search(marks_of(element)) and element.get("itemprop") != "description":
            continue
        line = text_of(element) if _is_plain(element) else ""
        if len(line) >= SHORTEST_STANDFIRST and not page.is_elsewhere(element):
            found.setdefault(line)
    known = words_of(text)
    missing = [line for line in found if words_of(line)[:80] not in known]
    return missing[0] if len(missing) == 1 and len(missing[0]) * 2 < len(text) else None


def _is_plain(element: Element) -> bool:
    """Whether an element holds a paragraph and no more."""
    inner = element.iter("p", "div", "li", "h1", "h2", "h3")
    return is_small(element) and sum(1 for _ in inner) <= 2


def head_lines(page: Page) -> str:
    """The lines between the headline and the text, and the one above: one of them may be dated."""
    if page.headline is None:
        return ""
    before, after = _around(page)
    return "\n".join(dict.fromkeys([*islice(after, MOST_HEAD_LINES), *before[-1:]]))


def _around(page: Page) -> tuple[list[str], Iterator[str]]:
    before: list[str] = []
    elements = page.tree.iter()
    for element in elements:
        if element is page.headline:
            break
        if line := _line(element):
            before.append(line)
    return before, _lines(page, elements)


def _lines(page: Page, elements: Iterator[Element]) -> Iterator[str]:
    for element in elements:
        if element.tag == "p" and len(text_of(element)) >= LONG_PARAGRAPH:
            return
        if (line := _line(element)) and not page.is_elsewhere(element):
            yield line


def _line(element: Element) -> str:
    """The line that an element is, if it is one and has a number."""
    if not isinstance(element.tag, str) or not is_small(element):
        return ""
    marks = f"{marks_of(element)} {element.get('itemprop') or ''}"
    if NOT_PUBLISHED.search(marks) or (CHANGED.search(marks) and "publish" not in marks):
        return ""
    if any(one.tag in _BLOCKS for one in element):
        return ""
    line = text_of(element)
    return line if len(line) <= LONGEST_HEAD_LINE and any(map(str.isdigit, line)) else ""


def all_paragraphs(page: Page) -> str:
    """The paragraphs of a page wherever they stand, but for its menus, forms and footer."""
    found: dict[str, None] = {}
    for element in page.tree.iter(*_PARAGRAPHS):
        above = islice(element.iterancestors(), DEEPEST_ELEMENT)
        inner = islice(element.iter("blockquote", "li"), 1, None)
        if any(one.tag in _NOT_TEXT for one in above) or any(True for _ in inner):
            continue
        line = text_of(element)
        is_prose = element.tag in {"p", "blockquote", "pre"} or len(line) >= LONG_PARAGRAPH
        if line and is_prose:
            found.setdefault(line)
    return "\n\n".join(found)


def visible(page: Page) -> str:
    """All that a reader of the page sees beside menus and forms, a line a block."""
    parts: list[str] = []
    walk = iterwalk(page.tree, events=("start", "end"))
    for event, element in walk:
        is_seen = isinstance(element.tag, str) and element.tag not in _NOT_TEXT
        if event == "start" and not is_seen:
            walk.skip_subtree()
        elif event == "start":
            parts += ["\n" if element.tag in _BREAKS else "", element.text or ""]
        else:
            parts += ["\n" if element.tag in _BLOCKS else "", element.tail or ""]
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(filter(None, lines))
