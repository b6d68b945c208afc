"""Ambiguity: which names need evidence in the same article before they mean their owner?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, Literal

from search import icu, names
from search.analysis.lexicon import lexicon_of
from search.analysis.normalize import normalize
from search.model.languages import NAME_LANGUAGES
from search.names import own, records

WHOLE: Final = frozenset({"name", "variant"})  # kinds of leaders' names that say who it is
# decimal logarithm of how often in a milliard words; below, a word is met by chance only
COMMON_WORD: Final = 2.0
# Hebrew has its frequencies with its dictionary; the others keep those of common words apart.
FREQUENCIES: Final = {language: f"{language}-common" for language in NAME_LANGUAGES} | {"he": "he"}
TRANSLITERATED: Final = "transliteration"  # the source of a name that no source has


def needs_evidence(spelling: str, *, is_whole: bool) -> bool:
    """Whether a normalized name is a common word, borne by many, or two leaders' surname."""
    return is_guarded(spelling) or (not is_whole and spelling in _shared(spelling[:1]))


def is_guarded(spelling: str) -> bool:
    """Whether a name, in its normal spelling, is a common word or borne by many who do not lead."""
    return is_word(spelling) or is_borne_by_many(spelling)


def is_word(spelling: str) -> bool:
    """Whether a name, in its normal spelling, is a common word."""
    return spelling in _guarded("word")


def is_borne_by_many(spelling: str) -> bool:
    """Whether a name, in its normal spelling, is borne by many who do not lead."""
    return spelling in _guarded("obscure", "shared")


@own.follows
@cache
def _guarded(*why: Literal["obscure", "shared", "word"]) -> frozenset[str]:
    """The names that are guarded for a reason; nobody looked at an archive's own, so words are."""
    reviewed = (normalize(row.word) for row in names.ambiguous_names() if row.why in why)
    return frozenset((*reviewed, *(_own_words() if "word" in why else ())))


def _own_words() -> Iterator[str]:
    """The names of one word that an archive adds and that are common words."""
    for row in own.current().rows:
        if row.kind != "organisation" and is_new_word(row.name, row.language):
            yield normalize(row.name)


def is_new_word(name: str, language: str) -> bool:
    """Whether a name is a common word, and none that the reviewed data has as a name.

    Who adds `Israel` once more makes it no other word than it was.
    """
    spelling = normalize(name)
    if not is_common(spelling, language):
        return False
    usual = (icu.country_name(code, language) for code in icu.country_codes())
    reviewed = (row.name for row in (*names.reviewed_leaders(), *names.reviewed_countries()))
    alike = (one for one in (*usual, *reviewed) if len(one) == len(name))
    return spelling not in map(normalize, alike)


def is_common(spelling: str, language: str) -> bool:
    """Whether a word, in its normal spelling, is in the dictionary of a language and not rare."""
    return (
        lexicon_of(language).lemma(spelling) is not None
        and lexicon_of(FREQUENCIES[language]).frequency(spelling) > COMMON_WORD
    )


@own.follows
@lru_cache(maxsize=1024)
def _shared(letter: str) -> frozenset[str]:
    """Surnames of two leaders, of those that begin so.

    All of them would keep a first search waiting.
    """
    owners: dict[str, set[str]] = {}
    for name in _surnames().get(letter, ()):
        owners.setdefault(normalize(name.name), set()).add(name.owner)
    return frozenset(surname for surname, bearers in owners.items() if len(bearers) > 1)


@own.follows
@cache
def _surnames() -> Mapping[str, Sequence[records.Name]]:
    """What leaders are called beside their whole names, by its first letter."""
    found: dict[str, list[records.Name]] = {}
    for name in names.leaders():
        if name.kind not in WHOLE:
            found.setdefault(normalize(name.name[:1]), []).append(name)
    return found
