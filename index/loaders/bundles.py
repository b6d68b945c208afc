"""Bundles: several articles in one text, as news databases hand them out.

Each begins with its number (`1 of 3 DOCUMENTS`, `Record: 1`) or ends with a line that says so.
A rule of signs parts texts that each begin with a title and a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from index.loaders import bundle_heads
from index.loaders.bundle_heads import LONGEST_HEADING, day_of, has_words
from index.loaders.loaded import Loaded, Skipped
from index.loaders.records import finished

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
    r"^[ \t]*(?:End of Document|Document [A-Z]{2}[0-9A-Za-z]{14,})[ \t]*$", re.MULTILINE
)
_COUNTED: Final = re.compile(
    rf"^[ \t]*(?:{_KINDS})(?:: ?| no\.? ?| ?#)(\d+)[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_RULE: Final = re.compile(r"^[ \t]*([=_*#~+-])\1{4,}[ \t]*$", re.MULTILINE)
_MARK_ON_A_PAGE: Final = re.compile(
    rf">\s*(?:End of Document|Document [A-Z]{{2}}[0-9A-Za-z]{{14,}}|\d+ {_OF} \d+ (?:{_KINDS})"
    rf"|(?:{_KINDS}) \d+ ?{_OF} ?\d+)\s*<",
    re.IGNORECASE,
)


def loaded(whole: Loaded) -> Iterator[Loaded | Skipped]:
    """The articles of a bundle; the one that a text is if it is none."""
    yield from articles(whole.text, whole.notes) or [finished(whole)]


def articles(text: str, notes: tuple[str, ...]) -> Iterator[Loaded | Skipped] | None:
    """The articles of a bundle; None if a text is none."""
    parts = _parts(text)
    if parts is None:
        ruled = enumerate(_ruled(text) or (), 1)
        apart = [
            finished(Loaded(number=number, text=part.strip(), notes=notes))
            for number, part in ruled
        ]
        return iter(apart) if apart else None
    return (
        finished(bundle_heads.article(number, _ENDED.sub("", part), notes))
        for number, part in enumerate(parts, 1)
    )


def _parts(text: str) -> list[str] | None:
    """The texts of a bundle; None if there are not at least two, or their numbers don't agree."""
    marks = list(_NUMBERED.finditer(text))
    are_all = {mark["all"] or mark["all_"] for mark in marks} == {str(len(marks))}
    if not are_all:
        marks = list(_COUNTED.finditer(text))
        numbers = [int(mark[1]) for mark in marks]
        are_all = len(marks) > 1 and numbers == list(range(1, len(marks) + 1))
    if are_all and not has_words(text[: marks[0].start()]):
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        return [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
    parts = [part for part in _ENDED.split(text) if part.strip()]
    return parts if len(parts) > 1 else None


def may_be_several(written: str) -> bool:
    """Whether a page has two marks or more that end or begin articles of a bundle."""
    return len(_MARK_ON_A_PAGE.findall(written)) > 1


def _ruled(text: str) -> list[str] | None:
    """The texts between rules of signs, if each begins with a title and a day of its own."""
    if len(_RULE.findall(text)) < 1:
        return None
    starts = [0, *(rule.end() for rule in _RULE.finditer(text))]
    ends = [*(rule.start() for rule in _RULE.finditer(text)), len(text)]
    parts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    parts = [part for part in parts if part.strip()]
    return parts if len(parts) > 1 and all(map(_begins_with_a_day, parts)) else None


def _begins_with_a_day(part: str) -> bool:
    """Whether a whole day stands alone in one of the lines below the first."""
    head = [line.strip() for line in part.strip().split("\n") if line.strip()][:4]
    return len(head[0]) <= LONGEST_HEADING and any(map(day_of, head[1:-1]))
