"""Given names: is the word before a leader's surname somebody else's given name?

`Avner Netanyahu` is not Benjamin.
`search/names/given.tsv` has the names that many bear, but for words that stand before a surname for
what they mean (`Will Biden run?`). A name that the leader has, or that is spelled much like one, is
the leader's.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Final

from search import names
from search.analysis.language import script_of
from search.analysis.lexicon import lexicon_of
from search.analysis.normalize import normalize, strip_accents
from search.analysis.prefixes import OF_NAMES
from search.entities.inflection import APART, inflections_of
from search.model.languages import LANGUAGES_BY_SCRIPT
from search.names.own import follows

# Countries whose English names are given names too, each with how common a word may be that is a
# surname behind it (decimal logarithm of occurrences in 10⁹ words): Smith is one, President is not.
COUNTRIES_AS_GIVEN: Final = {"Chad": 4.9, "Jordan": 4.2, "Kenya": 4.2, "India": 3.7, "Israel": 3.5}
TITLE_WORDS: Final = frozenset({"Prime", "Foreign", "Crown", "Vice", "Emir", "Sultan", "Premier"})

ALIKE: Final = 0.75  # how much two spellings of one name are alike: Mohammed, Mohammad
SHORTEST_GIVEN_NAME: Final = 3  # letters that a name may be cut to: Vlad

# since, while: what comes then is a sentence, and who does something has one name
_NEVER: Final = ("מש", "בש", "לכש")


@follows
@lru_cache(maxsize=4096)
def is_anothers(word: str, leaders: tuple[str, ...]) -> bool:
    """Whether a word is a given name, and none that one of the leaders has."""
    if word[:1].islower():
        return False
    found = set(_given(strip_accents(normalize(word))))
    own = {name for leader in leaders for name in _own(leader)} if found else ()
    return bool(found) and not any(_are_alike(one, other) for one in found for other in own)


@lru_cache(maxsize=4096)
def is_given_name(country: str, following: str) -> bool:
    """Whether a country's name is somebody's given name (`Chad Smith`), by the word behind it.

    That is a capitalised word that is a surname rather than a word of every day.
    """
    if country not in COUNTRIES_AS_GIVEN or not following[:1].isupper() or following.isupper():
        return False
    frequency = lexicon_of("en-common").frequency(following.lower())
    is_title = following in TITLE_WORDS
    return frequency < COUNTRIES_AS_GIVEN[country] and not is_title


def is_given(spelling: str) -> bool:
    """Whether a word, in its normal spelling, is a given name itself."""
    return strip_accents(spelling) in _forms(script_of(spelling))


def is_own(word: str, leader: str) -> bool:
    """Whether a word is a name of a leader's, or spelled much like one."""
    spelling = strip_accents(normalize(word))
    return any(_are_alike(spelling, other) for other in _own(leader))


def _given(spelling: str) -> Iterator[str]:
    """The given names that a word is a form of.

    Hebrew prefixes aside, unless the word is one as it stands (מחנה).
    """
    script = script_of(spelling)
    forms = _forms(script)
    is_word = script == "Hebr" and lexicon_of("he").is_lemma(spelling)
    for cut in range(1 if is_word else len(spelling)):
        prefix, name = spelling[:cut], spelling[cut:]
        if name in forms and prefix in OF_NAMES and not prefix.endswith(_NEVER):
            yield forms[name]


def _are_alike(one: str, other: str) -> bool:
    """Whether two spellings may be one name: one begins the other, or few letters differ."""
    shorter, longer = sorted((one, other), key=len)
    is_short_form = len(shorter) >= SHORTEST_GIVEN_NAME and longer.startswith(shorter)
    return one == other or is_short_form or SequenceMatcher(None, one, other).ratio() >= ALIKE


@cache
def _forms(script: str) -> dict[str, str]:
    """Given names of a script by each of their forms; one that is another name is that name."""
    languages = LANGUAGES_BY_SCRIPT.get(script, ())
    rows = [
        (row.language, normalize(row.name)) for row in names.given() if row.language in languages
    ]
    inflected = {
        strip_accents(form): strip_accents(name)
        for language, name in rows
        for form in inflections_of(name, language)
    }
    return inflected | {strip_accents(name): strip_accents(name) for _, name in rows}


@follows
@lru_cache(maxsize=1024)
def _own(leader: str) -> frozenset[str]:
    """The words of a leader's names."""
    return frozenset(
        strip_accents(normalize(word))
        for name in names.names_of_leaders().get(leader, ())
        for word in APART.split(name.name)
    )
