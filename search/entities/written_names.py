"""Written names: is a name in a text as it must be written to be one?"""

from __future__ import annotations

from search.analysis.prefixes import OF_NAMES
from search.entities.entry import NameEntry


def case_of(word: str) -> str:
    """How a word is written, as a digit; scripts without case count as capitals."""
    if word[:1].islower():
        return "0"
    return "2" if word.upper() == word else "1"


def fits(entry: NameEntry, cases: str, *, comma: bool) -> bool:
    """Whether the text has capitals where the name has them, and no comma that the name has not."""
    return (entry.comma or not comma) and all(
        int(has) >= needs for has, needs in zip(cases, entry.cases, strict=True)
    )


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
