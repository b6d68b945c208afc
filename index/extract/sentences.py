"""Sentences: where does the first one end?

A full stop ends a sentence unless the word before it is an abbreviation, an initial (`Vladimir V.
Putin`) or a row of them (`U.N.`), or the next word goes on in small letters.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib import resources
from typing import Final

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


def first(text: str) -> str:
    """The first sentence, at most up to the end of its paragraph."""
    paragraph = _paragraph(text)
    for match in SENTENCE_END.finditer(paragraph):
        if _ends(match):
            return paragraph[: match.end()]
    return paragraph


def _paragraph(text: str) -> str:
    """The first line, and those after it that only the width of a page has parted from it."""
    lines = unwrapped(text).strip().split("\n")
    count = 1
    while count < len(lines) and goes_on(lines[count - 1], lines[count]):
        count += 1
    return "\n".join(lines[:count]).rstrip()


def is_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return line.rstrip(f"{CLOSING} \t")[-1:] in tuple(ENDS)


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
