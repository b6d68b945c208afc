"""Vocabulary: which class has a word of a sentence about a contact?

The words stand in `words.tsv`, a class a row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

# Hebrew points stand behind the letters of a word, and it is the same word without them
_POINTS: Final = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
_LETTERS: Final = rf"[^\W_](?:[^\W_]|(?<=[א-ת{_POINTS}])[{_POINTS}])*"
WORD: Final = re.compile(rf"{_LETTERS}(?:['’׳\"״.-]{_LETTERS})*|[^\w\s]")
LANGUAGES: Final = ("en", "he", "ro", "ru")
OTHER: Final = "o"
MANY: Final = "-many"
HEADLINE: Final = "-now"  # the present tense of headlines: classes that are read in titles only

_SAME: Final = str.maketrans("şţŞŢ’׳״־", "șțȘȚ''\"-")
_POINTED: Final = re.compile(f"[{_POINTS}]")
_OLDER: Final = re.compile(r"(?<=\w)î(?=\w)")  # inside a Romanian word: â, as it is written now
_BARE: Final = str.maketrans("ăâîșț", "aaist")
_MARKED: Final = re.compile("[ăâîșşțţ]", re.IGNORECASE)


@lru_cache(maxsize=4096)
def plain(written: str) -> str:
    """A phrase as the table has it."""
    unpointed = _POINTED.sub("", written.translate(_SAME))
    return _OLDER.sub("â", " ".join(unpointed.casefold().split()))


def is_bare(written: str, language: str) -> bool:
    """Whether a Romanian sentence is typed without its diacritics, as many are."""
    return language == "ro" and not _MARKED.search(written)


@cache
def rows() -> tuple[tuple[str, str, str], ...]:
    """The rows of the table: language, class, words."""
    _, *lines = files(__package__).joinpath("words.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(
        (language, kind, words) for language, kind, words in (line.split("\t") for line in lines)
    )


@cache
def classes(language: str, *, headline: bool, bare: bool = False) -> Mapping[str, str]:
    """The class of each word or phrase of a language, case folded; a headline's present counts.

    In bare sentences they count without their diacritics too.
    """
    own = [(kind, plain(words)) for of, kind, words in rows() if of == language]
    past = {words: kind for kind, words in own if not kind.endswith(HEADLINE)}
    present = {words: kind.removesuffix(HEADLINE) for kind, words in own if kind.endswith(HEADLINE)}
    known = past | present if headline else past
    return known | {_without_marks(words): kind for words, kind in known.items()} if bare else known


@cache
def beginnings(language: str) -> Mapping[str, int]:
    """The first words of a language's phrases, with marks and bare: words of the longest such."""
    found: dict[str, int] = {}
    for words in (plain(words) for of, _, words in rows() if of == language):
        first = WORD.match(words)
        if first and first[0] != words:
            for begun in (first[0], _without_marks(first[0])):
                found[begun] = max(found.get(begun, 0), len(WORD.findall(words)))
    return found


def _without_marks(words: str) -> str:
    return words.translate(_BARE)


@cache
def longest(language: str) -> int:
    """How many words the longest phrase of a language has."""
    return max((len(WORD.findall(words)) for of, _, words in rows() if of == language), default=1)
