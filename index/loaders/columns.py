"""Columns: what do the columns of a table mean, as far as their names don't say it?

A text is known by what it is: the longest prose. The order of day and month is that of the dates
that can be read in one way only. A text that is there and is not used is named in a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from index.dates import metadata_dates
from index.dates.metadata_dates import Order
from index.loaders import field_names, fields, values
from index.loaders.holders import OTHERS

SAMPLED_RECORDS: Final = 200  # records that are looked at
SHORTEST_PROSE: Final = 40  # characters, and so many words, that a text has at least
PROSE_WORDS: Final = 6
PROSE_LETTERS: Final = 0.6  # the share of letters and spaces in prose
MUCH: Final = 200  # characters in a record that are not used without a word
ALIKE_SHARE: Final = (
    0.5  # two columns of which the shorter has this share of the longer's length are both texts
)
HEADLINE_WORDS: Final = (2, 25)  # words of a title, on average: so many and fewer than so many
NAMED_DAY_FIRST: Final = re.compile(r"\bdd?\W?mm?\b", re.IGNORECASE)
NAMED_MONTH_FIRST: Final = re.compile(r"\bmm?\W?dd?\b", re.IGNORECASE)

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Columns:
    """What columns mean beside what their names say: the field of each, the order of dates."""

    meant: Mapping[str, str]
    order: Order | None = None
    notes: tuple[str, ...] = ()

    def named(self, record: Record) -> Record:
        """A record with the columns that were found under names that are known."""
        if not self.meant:
            return record
        return {self.meant.get(name, name): value for name, value in record.items()}


NAMES_ONLY: Final = Columns({})


UNUSED: Final = "not used, though it looks like a text"


def understood(sample: Sequence[Record]) -> Columns:
    """What the columns of some records mean."""
    texts = [fields.read(record) for record in sample]
    lengths = _prose(sample)
    order = _order(sample)
    if sum(said.text is not None for said in texts) * 2 >= len(sample):
        if not any(said.title for said in texts) and len(sample) > 1:
            return Columns(_titled(sample), order)
        known = sum(len(said.text or "") for said in texts)
        enough = max(known, MUCH * len(sample))
        unused = [name for name, length in lengths.items() if length > enough]
        return Columns({}, order, (f"{UNUSED}: {_list(unused)}",) if unused else ())
    if not lengths:
        return Columns({}, order)
    longest = max(lengths, key=lambda name: lengths[name])
    meant = {longest: "text"}
    notes = [f"no column is called a text; {longest!r} is taken for it"]
    alike = [
        name
        for name in lengths
        if name != longest and lengths[name] >= ALIKE_SHARE * lengths[longest]
    ]
    if alike:
        notes.append(f"{UNUSED}: {_list(alike)}")
    if not any(field_names.is_known(name) for record in sample for name in record):
        meant |= _by_value(sample)
    if not any(said.title for said in texts) and (title := _title(sample, meant)):
        meant[title] = "title"
    return Columns(meant, order, tuple(notes))


def _titled(sample: Sequence[Record]) -> dict[str, str]:
    """The column of titles where only the text has a name that is known."""
    title = _title(sample, {})
    return {} if title is None else {title: "title"}


def _prose(sample: Iterable[Record]) -> Counter[str]:
    """The columns whose names mean nothing and that have prose, with how much."""
    lengths: Counter[str] = Counter()
    for record in sample:
        for name, value in record.items():
            if not _may_be_a_text(name, value):
                continue
            if is_prose(text := values.prose(value) or ""):
                lengths[name] += len(text)
    return lengths


def _may_be_a_text(name: str, value: object) -> bool:
    """Whether a name leaves it open what its value is.

    One for dates or persons does where pieces lie below it: no date is a list of paragraphs.
    """
    if str(name).casefold() in OTHERS:
        return False
    if isinstance(value, list | Mapping):
        return (field_names.meaning(name) or ("",))[0] != "text"
    return isinstance(value, str) and not field_names.is_known(name)


def is_prose(text: str) -> bool:
    """Whether somebody wrote a text to be read: words with spaces between."""
    if len(text) < SHORTEST_PROSE or len(text.split()) < PROSE_WORDS:
        return False
    start = text[:2000]
    return sum(letter.isalpha() or letter.isspace() for letter in start) >= PROSE_LETTERS * len(
        start
    )


def _title(sample: Sequence[Record], meant: Mapping[str, str]) -> str | None:
    """The other column of lines that differ and are as long as titles; of several the longest."""
    found: dict[str, float] = {}
    for name in dict.fromkeys(name for record in sample for name in record):
        if name in meant or field_names.is_known(name):
            continue
        lines = [line for record in sample if (line := values.line(record.get(name)))]
        words = sum(len(line.split()) for line in lines) / max(1, len(lines))
        is_usual = len(lines) * 2 > len(sample) and len(set(lines)) * 2 > len(lines)
        if is_usual and HEADLINE_WORDS[0] <= words < HEADLINE_WORDS[1]:
            found[name] = words
    return max(found, key=lambda name: found[name], default=None)


def _by_value(sample: Sequence[Record]) -> dict[str, str]:
    """The columns that hold nothing but dates or addresses."""
    meant: dict[str, str] = {}
    for name in dict.fromkeys(name for record in sample for name in record):
        written = [line for record in sample if (line := values.line(record.get(name)))]
        if not written or field_names.is_known(name):
            continue
        if all(values.link(line) for line in written):
            meant.setdefault(name, "url")
        elif all(
            not line.isdecimal() and len(metadata_dates.published(line)[0] or "") >= 7
            for line in written
        ):
            meant.setdefault(name, "published")
    return {name: field for name, field in meant.items() if list(meant.values()).count(field) == 1}


def _order(sample: Sequence[Record]) -> Order | None:
    """The order of day and month, by the column's name or by its dates."""
    named = {
        name
        for record in sample
        for name in record
        if (field_names.meaning(name) or ("",))[0] == "published"
    }
    if any(NAMED_DAY_FIRST.search(str(name)) for name in named):
        return "day"
    if any(NAMED_MONTH_FIRST.search(str(name)) for name in named):
        return "month"
    return metadata_dates.order_of(
        record[name] for record in sample for name in named if name in record
    )


def _list(names: Iterable[str]) -> str:
    return ", ".join(map(repr, names))
