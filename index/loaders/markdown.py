"""Markdown: the text as it reads, its front matter as metadata, a first heading as title.

markdown-it-py parses it: CommonMark with tables, in time that grows with the length, whatever the
text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.loaders import fields, front_matter, html_fragments
from index.loaders.clean import clean
from index.loaders.loaded import Loaded, Skipped
from index.loaders.records import described, finished
from index.loaders.source import read

_TITLE_BLOCK: Final = re.compile(r"% (.+)\n(?:%(.*)\n)?(?:%(.*)\n)?")
MOST_NESTED: Final = 40  # quotations and lists within each other; deeper ones are not read
BREAK_TAG: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)

# What begins a block of its own, with an empty line before it. Items and rows follow line by line.
BLOCKS: Final = frozenset(
    {
        "blockquote_open",
        "bullet_list_open",
        "code_block",
        "fence",
        "heading_open",
        "html_block",
        "ordered_list_open",
        "paragraph_open",
        "table_open",
    }
)


def load(path: Path) -> Iterator[Loaded | Skipped]:
    """The one article of the file."""
    text, notes = read(path)
    given = front_matter.parted(_titled(clean(text)))
    title, text = _shown(given.body)
    loaded = Loaded(number=1, title=title, text=text, notes=notes + given.notes)
    said = fields.read(given.record)
    yield finished(described(loaded, replace(said, text=None)))


def _titled(text: str) -> str:
    """Pandoc's three lines `%` with the title, the authors and the date, as others write them."""
    if not (match := _TITLE_BLOCK.match(text)):
        return text
    title, _, date = (part or "" for part in match.groups())
    return f"Title: {title}\nDate: {date}\n\n{text[match.end() :]}"


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": MOST_NESTED}).enable(["table", "strikethrough"])


def _shown(body: str) -> tuple[str | None, str]:
    """The title, if the text begins with a heading of the first level, and the text after it."""
    tokens = _parser().parse(body)
    if tokens and (tokens[0].type, tokens[0].tag) == ("heading_open", "h1"):
        return " ".join(_inline(tokens[1].children).split()) or None, _text(tokens[3:])
    return None, _text(tokens)


def _text(tokens: Sequence[Token]) -> str:
    """What a reader of the page sees: without the marks that only say how it looks."""
    parts: list[str] = []
    # of the lists that are open, the number of the next item; None: without
    numbers: list[int | None] = []
    is_after_mark = False
    for token in tokens:
        kind = token.type
        if kind in BLOCKS and not is_after_mark:
            parts.append("\n" if numbers and token.hidden else "\n\n")
        if kind in {"bullet_list_open", "ordered_list_open"}:
            numbers.append(int(token.attrs.get("start", 1)) if kind[0] == "o" else None)
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            numbers.pop()
        elif kind == "list_item_open":
            parts.append(f"\n{_mark(numbers, token)} ")
        elif kind in {"tr_open", "th_close", "td_close"}:
            parts.append("\n" if kind == "tr_open" else "\t")
        else:
            parts.append(_content(token))
        is_after_mark = kind == "list_item_open" or (is_after_mark and kind in BLOCKS)
    lines = (line.rstrip() for line in "".join(parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _mark(numbers: list[int | None], token: Token) -> str:
    """The mark before an item of a list."""
    number = numbers[-1]
    if number is None:
        return token.markup
    numbers[-1] = number + 1
    return f"{number}{token.markup}"


def _content(token: Token) -> str:
    """The words of a block."""
    if token.type == "inline":
        return _inline(token.children)
    if token.type == "html_block":
        return html_fragments.shown(token.content)
    return token.content if token.type in {"code_block", "fence"} else ""


def _inline(children: Sequence[Token] | None) -> str:
    """The words of a line, without addresses, pictures and tags."""
    return "".join(map(_piece, children or ()))


def _piece(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    if token.type == "html_inline":
        return "\n" if BREAK_TAG.fullmatch(token.content) else ""
    return token.content if token.type in {"text", "code_inline"} else ""
