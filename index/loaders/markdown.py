"""Markdown: the text as it reads, its front matter as metadata, a first heading as title.

markdown-it-py parses it: CommonMark with tables, in time that grows with the length, whatever the
text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.loaders import fields, html_fragments
from index.loaders.clean import clean
from index.loaders.loaded import Loaded, Skipped
from index.loaders.records import described, finished
from index.loaders.source import read

FRONT_MATTER: Final = re.compile(
    r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
LONGEST_FRONT_MATTER: Final = 1 << 16  # characters; what is longer would take seconds to read
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
    record, body, more = _front_matter(clean(text))
    title, text = _shown(body)
    loaded = Loaded(number=1, title=title, text=text, notes=notes + more)
    said = fields.read(record)
    yield finished(described(loaded, replace(said, text=None)))


def _front_matter(text: str) -> tuple[Mapping[str, object], str, tuple[str, ...]]:
    """The metadata between two lines `---`, what comes after, and what is wrong with it."""
    match = FRONT_MATTER.match(text)
    if not match:
        return {}, text, ()
    try:
        record = _yaml(match.group(1))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = f"front matter can't be read: {str(error).splitlines()[0]}"
        return {}, text[match.end() :], (reason,)
    if isinstance(record, Mapping):
        return record, text[match.end() :], ()
    # Two rules around a paragraph: no front matter, but part of the text.
    return {}, text, ()


def _yaml(written: str) -> object:
    """The values of YAML, each as it is written: the language `no` is no truth value.

    Raises ValueError where it is too long, or repeats a part by its name: a few such lines can
    stand for gigabytes.
    """
    if len(written) > LONGEST_FRONT_MATTER:
        raise ValueError(f"longer than {LONGEST_FRONT_MATTER:,} characters")
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(written, yaml.BaseLoader)):
        raise ValueError("an alias (*name) is not followed; write the value out")
    return yaml.load(written, yaml.BaseLoader)  # noqa: S506  the base loader makes nothing but text


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
