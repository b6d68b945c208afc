"""Markdown: the text as it reads, its front matter as metadata, a first heading as title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import yaml

from index.loaders import fields
from index.loaders.clean import clean
from index.loaders.loaded import Loaded, Skipped
from index.loaders.records import described, finished
from index.loaders.source import read

FRONT_MATTER: Final = re.compile(r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
HEADING: Final = re.compile(r"\s*(?:# +(.+?)(?: +#+)?|(\S.*)\n=+)[ \t]*(?:\n|\Z)")

# What a reader of the page does not see, with what remains. Images before links: an image may stand in a link.
MARKUP: Final = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),
    (re.compile(r"\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"\[([^\]\n]+)\]\[[^\]\n]*\]"), r"\1"),
    (re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]+\S+.*\n?", re.MULTILINE), ""),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE), r"\1"),
    (re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"(?<![*\w])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![*\w])"), r"\2"),
    (re.compile(r"(?<![_\w])(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?![_\w])"), r"\2"),
    (re.compile(r"(?<!`)(`+)([^`\n]+)\1(?!`)"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])"), r"\1"),
    (re.compile(r"\n{3,}"), "\n\n"),
)


def load(path: Path) -> Iterator[Loaded | Skipped]:
    """The one article of the file."""
    text, notes = read(path)
    record, body, more = _front_matter(clean(text))
    title, body = _heading(body)
    loaded = Loaded(number=1, title=title, text=_plain(body), notes=notes + more)
    said = fields.read(record)
    yield finished(described(loaded, replace(said, text=None)))


def _front_matter(text: str) -> tuple[Mapping[str, object], str, tuple[str, ...]]:
    """The metadata between two lines `---`, what comes after, and what is wrong with it."""
    match = FRONT_MATTER.match(text)
    if not match:
        return {}, text, ()
    try:
        # The base loader leaves every value as it is written: the language `no` is no truth value.
        record = yaml.BaseLoader(match.group(1)).get_single_data()
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return {}, text[match.end() :], (f"front matter can't be read: {str(error).splitlines()[0]}",)
    if isinstance(record, Mapping):
        return record, text[match.end() :], ()
    # Two rules around a paragraph: no front matter, but part of the text.
    return {}, text, ()


def _heading(body: str) -> tuple[str | None, str]:
    """The title if the text begins with a heading of the first level, and the text after it."""
    match = HEADING.match(body)
    if not match:
        return None, body
    return " ".join(_plain(match.group(1) or match.group(2)).split()), body[match.end() :]


def _plain(body: str) -> str:
    """The text without the marks that only say how it looks."""
    for mark, shown in MARKUP:
        body = mark.sub(shown, body)
    return body.strip()
