"""Sentences: where does each sentence of a text begin and end?

A full stop ends a sentence unless the word before it is an abbreviation, an initial (`Vladimir V.
Putin`) or a row of them (`U.N.`), or the next word goes on in small letters.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import resources
from typing import Final

from search.model.articles import Span
from search.model.line_wrapping import goes_on, unwrapped

ENDS: Final = ".!?…؟۔"
CLOSING: Final = "\"'”“’»״)]"
# nothing before the marks: a row of letters would be gone over from each of them
SENTENCE_END: Final = re.compile(
    rf"(?<![{ENDS}])(?P<mark>[{ENDS}]++)[{re.escape(CLOSING)}]*+(?=\s+(?P<next>\S)|\s*\Z)"
)
# characters that are looked at before a full stop: no abbreviation has more
LONGEST_WORD: Final = 40
# V or U.N, the last full stop being the mark
INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


def sentences(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The sentences of some stretches of a text, in code points; none goes over a paragraph."""
    text = unwrapped(text)
    for start, end in spans:
        for begin, stop in _paragraphs(text, start, end):
            yield from _within(text, begin, stop)


def first(text: str) -> str:
    """The first sentence, at most up to the end of its paragraph."""
    start, end = next(sentences(text, [(0, len(text))]), (0, 0))
    return unwrapped(text)[start:end].strip()


def is_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return line.rstrip(f"{CLOSING} \t")[-1:] in tuple(ENDS)


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """Lines, joined with those that only the width of a page has parted from them."""
    begin = start
    while begin < end:
        stop = text.find("\n", begin, end)
        stop = end if stop < 0 else stop
        last = begin
        while stop < end and goes_on(text[last:stop], text[stop + 1 : stop + 80]):
            last = stop + 1
            stop = text.find("\n", last, end)
            stop = end if stop < 0 else stop
        if text[begin:stop].strip():
            yield begin, stop
        begin = stop + 1


def _within(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of a paragraph."""
    begin = start
    for match in SENTENCE_END.finditer(text, start, end):
        if _ends(match):
            yield begin, match.end()
            begin = match.end()
    if text[begin:end].strip():
        yield begin, end


def _ends(match: re.Match[str]) -> bool:
    """Whether the mark ends a sentence here."""
    following = match["next"]
    if following is None:
        return True
    if following.islower():
        return False
    before = match.string[max(0, match.start() - LONGEST_WORD) : match.start()]
    word = "" if before[-1:].isspace() else "".join(before.split()[-1:]).lstrip("\"'“„«([")
    return match["mark"] != "." or not (
        INITIALS.fullmatch(word) or word.casefold() in _abbreviations()
    )


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    """The words of abbreviations.tsv, after which a full stop ends nothing."""
    text = resources.files(__package__).joinpath("abbreviations.tsv").read_text(encoding="utf-8")
    return frozenset(row["word"] for row in csv.DictReader(text.splitlines(), delimiter="\t"))
