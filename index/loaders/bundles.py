"""Bundles: several articles in one text, as news databases hand them out.

Each begins with its number (`1 of 3 DOCUMENTS`, `Document 1 of 3`) or ends with a line that says
so. Above its text stand the outlet, the day and the title, and lines with a label
(`LENGTH: 30 words`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from index.dates import metadata_dates
from index.loaders import field_names, fields, values
from index.loaders.loaded import Loaded, Skipped
from index.loaders.records import described, finished

_KINDS: Final = (
    r"documents?|articles?|items?|stor(?:y|ies)|records?|documentul|articolul|dokument|документ"
    r"|статья|стаття|מסמך|כתבה|وثيقة|مقال|سند"
)
_OF: Final = r"(?:of|/|din|von|из|з|מתוך|من|از)"
_NUMBERED: Final = re.compile(
    rf"^[ \t]*(?:\d+ {_OF} (?P<all>\d+) (?:{_KINDS})"
    rf"|(?:{_KINDS}) \d+ ?{_OF} ?(?P<all_>\d+))[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ENDED: Final = re.compile(
    r"^[ \t]*(?:End of Document|Document [A-Z]{2,}[0-9A-Za-z]{14,})[ \t]*$", re.MULTILINE
)
_LABEL: Final = re.compile(r"([A-Z][A-Z /-]{2,24}|[A-Z][a-z]+(?: [a-z]+){0,2}): *(.*)", re.DOTALL)
_RIGHTS: Final = re.compile(r"©|\(c\)|copyright|all rights reserved|load-date:", re.IGNORECASE)
_BLOCK: Final = re.compile(r"\n[ \t]*\n\s*")
_BODY: Final = frozenset({"body", "full text", "text"})
LONGEST_HEADING: Final = 160  # characters of a line above a text


@dataclass(slots=True)
class _Head:
    """What stands above a text: its lines without a label, and what its labels say."""

    lines: list[str] = field(default_factory=list)
    labelled: dict[str, str] = field(default_factory=dict)
    published: str | None = None
    before_date: int = 0  # lines above the day


def loaded(whole: Loaded) -> Iterator[Loaded | Skipped]:
    """The articles of a bundle; the one that a text is if it is none."""
    yield from articles(whole.text, whole.notes) or [finished(whole)]


def articles(text: str, notes: tuple[str, ...]) -> Iterator[Loaded | Skipped] | None:
    """The articles of a bundle; None if a text is none."""
    parts = _parts(text)
    if parts is None:
        return None
    return (finished(_article(number, part, notes)) for number, part in enumerate(parts, 1))


def _parts(text: str) -> list[str] | None:
    """The texts of a bundle; None if there are not at least two, or their numbers don't agree."""
    marks = list(_NUMBERED.finditer(text))
    said = {mark["all"] or mark["all_"] for mark in marks}
    if marks and said == {str(len(marks))} and not _has_words(text[: marks[0].start()]):
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        return [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
    parts = [part for part in _ENDED.split(text) if part.strip()]
    return parts if len(parts) > 1 else None


def _has_words(text: str) -> bool:
    """Whether there is more in a text than lines that part others."""
    return any(map(str.isalnum, text))


def _article(number: int, part: str, notes: tuple[str, ...]) -> Loaded:
    """An article of a bundle, with what stands above its text."""
    head = _Head()
    body: list[str] = []
    blocks = [block.strip() for block in _BLOCK.split(part) if _has_words(block)]
    _take_newer(head, blocks)
    for block in blocks:
        if _RIGHTS.match(block) or _take_label(head, block, body):
            continue
        if body or not _take_line(head, block):
            body.append(block)
    said = fields.read(_record(head))
    text = "\n\n".join(_ENDED.sub("", block) for block in body).strip()
    loaded = Loaded(number=number, text=text or "\n\n".join(head.lines), notes=notes)
    return described(loaded, replace(said, text=None))


def _take_newer(head: _Head, blocks: list[str]) -> None:
    """Take the title, the outlet and the day off the blocks, where they stand in this order.

    So newer exports begin, in which the text stands below a line `Body`.
    """
    begin = next((place for place, one in enumerate(blocks) if one.casefold() in _BODY), 0)
    days = [place for place, one in enumerate(blocks[:begin]) if metadata_dates.published(one)[0]]
    if begin and days and days[0] >= 2:
        head.published = metadata_dates.published(blocks[days[0]])[0]
        head.labelled |= {"title": blocks[0], "source": blocks[days[0] - 1]}
        head.lines, head.before_date = [""], 0  # no line more is one of the head
        del blocks[: begin + 1]


def _take_label(head: _Head, block: str, body: list[str]) -> bool:
    """Whether a block is a line with a label; its value is kept, or the text that begins there."""
    match = _LABEL.fullmatch(block)
    if match is None:
        return False
    label, value = match.groups()
    if label.casefold() in _BODY:
        body.append(value)
        return True
    if "\n" in value or not (label.isupper() or field_names.is_known(label)):
        return False
    head.labelled.setdefault(label, value)
    return True


def _take_line(head: _Head, block: str) -> bool:
    """Whether a block is a line of the head: the outlet, the day or the title."""
    if "\n" in block or len(block) > LONGEST_HEADING or len(head.lines) > head.before_date:
        return False
    day, _ = metadata_dates.published(block) if any(map(str.isdigit, block)) else (None, None)
    if day and len(day) == len("2016-10-23") and head.published is None:
        head.published, head.before_date = day, len(head.lines)
    else:
        head.lines.append(block)
        head.before_date += head.published is None and len(head.lines) == 1
    return True


def _record(head: _Head) -> Mapping[str, Any]:
    """What the head says, by names that are known."""
    outlet = head.lines[0] if head.published and head.before_date else None
    titles = head.lines[head.before_date :] if head.published else head.lines
    named = {"date": head.published, "source": outlet, "title": values.line(titles[:1])}
    return {name: value for name, value in {**named, **head.labelled}.items() if value}
