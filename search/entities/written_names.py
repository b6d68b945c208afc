"""Written names: is a name in a text as it must be written to be one?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from search.analysis.lexicon import lexicon_of
from search.analysis.prefixes import OF_NAMES
from search.entities.entry import NameEntry

WRITTEN_BARE: Final = ("en", "ro")
FREQUENCIES: Final = "{}-common"
COMMON: Final = 4.6  # the frequency of a word: `putin` is *puțin*, a little, without its accent
SHORTEST: Final = 5  # letters
GENITIVES: Final = ("'s", "’s")  # small behind capitals too: the UK's

_INITIALS: Final = re.compile(r"(?<!\w)(?:[^\W\d_]\.\s?){2,}")


def case_of(word: str) -> str:
    """How a word is written, as a digit; scripts without case count as capitals."""
    if word[:1].islower():
        return "0"
    bare = word[:-2] if word.endswith(GENITIVES) else word
    return "2" if bare.upper() == bare else "1"


def cases_of(words: Sequence[str], text: str) -> str:
    """How the words of a text are written, a digit a word.

    A text without any capital, as an address has its title, leaves them out of its names too.
    """
    cases = "".join(map(case_of, words))
    if cases.strip("0") or not _is_lower(text):
        return cases
    return "1" * len(words) if len(words) > 1 or _is_no_word(words[0]) else cases


@lru_cache(maxsize=4)  # the title and the text that are read: each of their names asks
def _is_lower(text: str) -> bool:
    """Whether a text has letters, and no capital."""
    return text.islower()


@lru_cache(maxsize=1024)
def _is_no_word(written: str) -> bool:
    """Whether a word is long, and rare in languages that leave accents and capitals out."""
    known = (lexicon_of(language) for language in WRITTEN_BARE)
    common = (lexicon_of(FREQUENCIES.format(language)) for language in WRITTEN_BARE)
    return (
        len(written) >= SHORTEST
        and all(lexicon.lemma(written) is None for lexicon in known)
        and all(lexicon.frequency(written) < COMMON for lexicon in common)
    )


def fits(entry: NameEntry, cases: str, *, comma: bool) -> bool:
    """Whether the text has capitals where the name has them, and no comma that the name has not."""
    return (entry.comma or not comma) and all(
        int(has) >= needs for has, needs in zip(cases, entry.cases, strict=True)
    )


def is_initial(text: str, start: int, end: int) -> bool:
    """Whether a word is a capital with a full stop, as second given names are often written."""
    return end - start == 1 and text[start].isupper() and text.startswith(".", end)


def is_stem(word: str, stems: tuple[str, ...]) -> bool:
    """Whether a word is one of the stems behind prefixes that names take.

    No name has an article, few are `like`; ו that begins a name doubles: בוורשה, in Warsaw.
    """
    return not stems or any(
        word.endswith(stem) and _is_prefix(word[: -len(stem)], stem) for stem in stems
    )


def _is_prefix(written: str, stem: str) -> bool:
    is_doubled = written[1:].endswith("ו") and stem.startswith("ו") and stem[1:2] != "ו"
    return written in OF_NAMES or (is_doubled and written[:-1] in OF_NAMES)


def with_other_initials(name: str) -> Iterator[str]:
    """A name as others write its initials: J. D. Vance is J.D. and JD."""
    initials = _INITIALS.search(name)
    if initials is None or not initials[0].isupper():  # Hebrew has forms for letters at an end
        return
    letters = [char for char in initials[0] if char.isalpha()]
    ways = (
        "".join(f"{one}. " for one in letters),
        f"{'.'.join(letters)}. ",
        f"{''.join(letters)} ",
    )
    yield from (f"{name[: initials.start()]}{way}{name[initials.end() :]}" for way in ways)
