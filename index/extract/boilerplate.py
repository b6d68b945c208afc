"""Boilerplate: what in a text is not the article?

Two things are looked for: prompts that stand on lines of their own (`Read also: …`, `2 minute
read`), and the tail after the article (links to other stories, weather, buttons). The words are in
boilerplate.tsv; whether they count is decided by where they stand. Whatever is doubtful is the
article's: a heading begins a tail only if prose came before it and none comes after.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final, NamedTuple

from index.extract import sentences
from search.model.articles import Span

# characters: a line of this length is prose however it ends; no headline, no prompt is as long
LONG_LINE: Final = 150
PROSE: Final = 80  # a line of this length is prose if it ends as a sentence
EDGES: Final = " \t\u00a0\u200e\u200f.,:;!?|<>()[]{}*•·-–—_»«›‹→↑…\"'“”„=+©"
DIGITS: Final = re.compile(r"\d+")
SEPARATOR: Final = re.compile(r"\s*[:|>»]|\s+[-–—]\s|\s*\Z")  # a hyphen within a word parts nothing


class TextLine(NamedTuple):
    """A line without the space around it.

    It `goes_on` if it finishes the sentence of the line above.
    """

    text: str
    start: int
    goes_on: bool

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph that somebody wrote to be read."""
        return len(self.text) >= LONG_LINE or (
            len(self.text) >= PROSE and sentences.is_sentence(self.text)
        )


@dataclass(frozen=True, slots=True)
class Phrases:
    """The rows of boilerplate.tsv by what they are."""

    tail: frozenset[str]  # a heading over other things
    prompt: frozenset[str]  # alone on its line
    label: tuple[str, ...]  # before a colon or a dash
    opening: tuple[str, ...]  # at the beginning of a short line
    glued: re.Pattern[str]  # a prompt of several words at the beginning of a line
    first: tuple[str, ...]  # the first word of each that is at the beginning of a line


@lru_cache(maxsize=2)  # asked twice of an article: for its date, and to leave them out
def spans(text: str) -> tuple[Span, ...]:
    """The parts of the text that are not the article, in order.

    Whole lines, or the words of a prompt.
    """
    lines = list(_lines(text))
    tail = _tail(lines)
    found = [(line.start, line.end) for line in lines[tail:]]
    inline = [span for line in lines[:tail] if (span := _prompt(line))]
    return tuple(_joined(text, [*inline, *found]))


def is_prompt(line: str) -> bool:
    """Whether a line alone is nothing of an article's."""
    bare = line.strip()
    return _may_be_prompt(bare) and _is_prompt(bare)


def _lines(text: str) -> Iterator[TextLine]:
    """The lines that are not blank."""
    start, above = 0, ""
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            goes_on = bare[0].islower() and bool(above) and not sentences.is_sentence(above)
            yield TextLine(bare, start + line.index(bare), goes_on)
        start, above = start + len(line) + 1, bare


def _tail(lines: Sequence[TextLine]) -> int:
    """The number of the line at which the article is over."""
    prose = [number for number, line in enumerate(lines) if line.is_prose]
    if not prose:
        return len(lines)
    for number in range(prose[-1] + 1, len(lines)):
        if not lines[number].goes_on and _normal(lines[number].text) in _phrases().tail:
            return number
    end = len(lines)
    while end > prose[-1] + 1 and not lines[end - 1].goes_on and _is_rest(lines[end - 1].text):
        end -= 1
    return end


def _is_rest(line: str) -> bool:
    """Whether a last line is a left-over: a prompt, or marks without a word or a figure."""
    return is_prompt(line) or not any(letter.isalnum() for letter in line)


def _prompt(line: TextLine) -> Span | None:
    """The part of a line that is a prompt."""
    if line.goes_on or not _may_be_prompt(line.text):
        return None
    if _is_prompt(line.text):
        return line.start, line.end
    match = _phrases().glued.match(line.text)
    if match and line.text[match.end() - 1].islower() and line.text[match.end()].isupper():
        return line.start, line.start + match.end()
    return None


def _may_be_prompt(line: str) -> bool:
    """Whether the first word of a line begins a phrase: few do, and that is soon seen."""
    word = line.lstrip(EDGES).split(maxsplit=1)[:1]
    return not word or _begins_phrase(word[0])


@lru_cache(maxsize=1 << 14)
def _begins_phrase(word: str) -> bool:
    normal = _normal(word)
    return not normal or normal.startswith(_phrases().first)


def _is_prompt(line: str) -> bool:
    """Whether a whole line is a prompt."""
    normal = _normal(line) if len(line) < LONG_LINE else ""
    phrases = _phrases()
    if not normal:
        return False
    if _words(normal) in phrases.prompt or normal.startswith(phrases.opening):
        return True
    if not normal.startswith(phrases.label):
        return False
    return any(
        normal.startswith(label) and SEPARATOR.match(normal, len(label)) for label in phrases.label
    )


def _joined(text: str, found: Iterable[Span]) -> Iterator[Span]:
    """Spans with nothing but space between them as one."""
    waiting: Span | None = None
    for start, end in found:
        if waiting and not text[waiting[1] : start].strip():
            waiting = waiting[0], end
            continue
        if waiting:
            yield waiting
        waiting = start, end
    if waiting:
        yield waiting


@lru_cache(maxsize=4096)
def _normal(line: str) -> str:
    """A line as the table has it: lower case, no accents, `#` for a number, no marks around it."""
    letters = unicodedata.normalize("NFD", line.casefold().replace("’", "'"))
    marks = dict.fromkeys(ord(letter) for letter in set(letters) if unicodedata.combining(letter))
    bare = letters.translate(marks) if marks else letters
    return " ".join(DIGITS.sub("#", bare).split()).strip(EDGES)


def _words(normal: str) -> str:
    """A normal line without the colons within: `reading time: # minutes`."""
    return " ".join(normal.replace(":", " ").split())


@lru_cache(maxsize=1)
def _phrases() -> Phrases:
    """The phrases of boilerplate.tsv."""
    text = resources.files(__package__).joinpath("boilerplate.tsv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    kinds = {
        kind: [row["phrase"] for row in rows if row["kind"] == kind]
        for kind in ("tail", "prompt", "label", "opening")
    }
    several = sorted(
        (phrase for phrase in kinds["prompt"] if " " in phrase and "#" not in phrase), key=len
    )
    glued = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in reversed(several))
    first = {
        _normal(phrase.split()[0])
        for kind in ("prompt", "label", "opening")
        for phrase in kinds[kind]
    }
    return Phrases(
        first=tuple(first),
        tail=frozenset(map(_normal, kinds["tail"])),
        prompt=frozenset(_words(_normal(phrase)) for phrase in kinds["prompt"]),
        label=tuple(map(_normal, kinds["label"])),
        opening=tuple(map(_normal, kinds["opening"])),
        glued=re.compile(rf"(?:{glued})(?=\S)", re.IGNORECASE),
    )
