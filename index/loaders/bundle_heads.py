"""Bundle heads: what stands above the text of an article that a news database hands out?

The outlet, the day and the title in the order of the database, and lines with a label
(`LENGTH: 30 words`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from index.dates import metadata_dates
from index.loaders import field_names, fields, values
from index.loaders.loaded import Loaded
from index.loaders.records import described

# after the title: 412 words, the day, the outlet, its code, the language
_WORD_COUNT: Final = re.compile(
    r"\d[\d,. ]* (?:words|cuvinte|mots|Wörter|palabras|parole|слов[а-я]*|מילים|كلمة)"
)
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{3,4})?")
HEAD_BLOCKS: Final = 12  # above a text there are no more
_LABEL: Final = re.compile(
    r"([A-Z][A-Z /-]{2,24}|[A-Z][a-z]+(?: [A-Za-z]+){0,2}): *(.*)", re.DOTALL
)
_NEXT_LABEL: Final = re.compile(r"\n(?=[ \t]*[A-Z][A-Za-z /-]{2,24}: )")
_LABEL_NAME: Final = re.compile(r"^[A-Z][A-Za-z /-]{2,24}(?=:)")
_EDITION: Final = re.compile(
    r"\b(?:edition|édition|ediți[ae]|ausgabe|выпуск)\b|מהדורה", re.IGNORECASE
)
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


def has_words(text: str) -> bool:
    """Whether there is more in a text than lines that part others."""
    return any(map(str.isalnum, text))


def article(number: int, part: str, notes: tuple[str, ...]) -> Loaded:
    """An article of a bundle, with what stands above its text."""
    head = _Head()
    body: list[str] = []
    whole = [block.strip() for block in _BLOCK.split(part) if has_words(block)]
    blocks = [one for place, block in enumerate(whole) for one in _lines(block, place)]
    _take_newer(head, blocks)
    _take_counted(head, blocks)
    for block in blocks:
        if _RIGHTS.match(block) or _take_label(head, block, body):
            continue
        if body or not _take_line(head, block):
            body.append(block)
    said = fields.read(_record(head))
    text = "\n\n".join(body).strip()
    loaded = Loaded(number=number, text=text or said.text or "\n\n".join(head.lines), notes=notes)
    return described(loaded, replace(said, text=None))


def _lines(block: str, place: int) -> list[str]:
    """A block; its lines, where they stand above a text and one of them is a day or has a label."""
    lines = [line.strip() for line in block.split("\n")]
    if len(lines) < 2 or place >= HEAD_BLOCKS:
        return [block]
    if all(_LABEL.fullmatch(line) for line in lines[:3]):
        # capitals, for in a list of labels each is one, known or not
        return [
            _LABEL_NAME.sub(lambda name: name[0].upper(), one) for one in _NEXT_LABEL.split(block)
        ]
    is_head = all(len(line) <= LONGEST_HEADING for line in lines)
    if not is_head or not any(map(day_of, lines)):
        return [block]
    return [line for line in lines if not _EDITION.search(line)]


def day_of(line: str) -> str | None:
    """The whole day that a line is."""
    found = metadata_dates.published(line)[0] if any(map(str.isdigit, line)) else None
    return found if found and len(found) == len("2016-10-23") else None


def _take_counted(head: _Head, blocks: list[str]) -> None:
    """Take the title, the number of words, the day and the outlet off, where they come so."""
    counts = [at for at, one in enumerate(blocks[:HEAD_BLOCKS]) if _WORD_COUNT.fullmatch(one)]
    if not counts or not counts[0] or len(blocks) < counts[0] + 3:
        return
    day = day_of(blocks[counts[0] + 1])
    if day is None:
        return
    rest = counts[0] + 2 + bool(_CLOCK.fullmatch(blocks[counts[0] + 2]))
    head.published = day
    head.labelled |= {"title": blocks[0], "source": blocks[rest]}
    langs = [at for at in range(rest, min(rest + 4, len(blocks))) if values.language(blocks[at])]
    head.lines, head.before_date = [""], 0
    del blocks[: (langs[0] if langs else rest) + 1]


def _take_newer(head: _Head, blocks: list[str]) -> None:
    """Take the title, the outlet and the day off the blocks, where they stand in this order.

    So newer exports begin, in which the text stands below a line `Body`.
    """
    begin = next((place for place, one in enumerate(blocks) if one.casefold() in _BODY), 0)
    days = [place for place, one in enumerate(blocks[:begin]) if day_of(one)]
    if begin and days and days[0] >= 2:
        head.published = day_of(blocks[days[0]])
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
    is_label = field_names.is_known(label) or (label.isupper() and len(value) <= LONGEST_HEADING)
    if "\n" in value or not is_label:
        return False
    head.labelled.setdefault(label, value)
    return True


def _take_line(head: _Head, block: str) -> bool:
    """Whether a block is a line of the head: the outlet, the day or the title."""
    if "\n" in block or len(block) > LONGEST_HEADING or len(head.lines) > head.before_date:
        return False
    day = day_of(block)
    if day and head.published is None:
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
    said = {(field_names.meaning(label) or (label,))[0] for label in head.labelled}
    if "title" in said:
        del named["title"]
    return {name: value for name, value in {**named, **head.labelled}.items() if value}
