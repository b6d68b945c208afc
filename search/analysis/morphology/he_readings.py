"""Hebrew readings: the dictionary form of a word, by the dictionary and by what texts have.

Names are known elsewhere.
What comes out here of each word that the tables know is kept with them (`Lexicon.readings`), for it
takes long.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from search.analysis.lexicon import lexicon_of, rows
from search.analysis.morphology.he_acronyms import acronym, unmarked_acronym
from search.analysis.morphology.he_ranking import likeliest
from search.analysis.prefixes import splits

_SHORTEST: Final = 3  # letters of a word behind prefixes


def readings(word: str) -> list[str]:
    """The dictionary form of a normal word, or the two that are as likely."""
    if word.endswith("'") and word not in lexicon_of("he") and word[:-1] in lexicon_of("he"):
        return readings(word[:-1])  # the mark closes a quotation
    sure = _marked(word) or _irregular(word) or unmarked_acronym(word)
    return [sure] if sure else likeliest(word)


def _marked(word: str) -> str | None:
    """The dictionary form of a word with gershayim, or with a geresh if no table has it."""
    if '"' in word:
        return acronym(word)
    if "'" in word and word not in lexicon_of("he"):
        return _attested(word)
    return None


def _attested(word: str) -> str:
    """A foreign name with a geresh behind the prefix that leaves the most frequent rest."""
    frequency = lexicon_of("he").frequency
    rests = [word, *(rest for _, rest in splits(word, least=_SHORTEST))]
    return max(rests, key=lambda rest: max(frequency(rest), frequency(rest.replace("'", ""))))


def _irregular(word: str) -> str | None:
    """The dictionary form of a word, alone or behind prefixes, that is formed like no other.

    נשים, ללכת.
    """
    known = _irregulars()
    if word in known or lexicon_of("he").lemma(word) is not None:
        return known.get(word)
    return next((known[rest] for _, rest in splits(word, least=_SHORTEST) if rest in known), None)


@cache
def _irregulars() -> dict[str, str]:
    """Forms with their dictionary forms, where the ranking strays."""
    return dict(rows("he-irregular.tsv"))
