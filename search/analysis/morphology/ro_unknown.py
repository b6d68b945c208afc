"""Romanian words that no list has: what are they a form of?

A dictionary has some forms of a word and lacks others (prevenția, no prevenției), and words that
its prefixes make (extracelulară). Others meet by what their usual ending leaves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from search.analysis.lexicon import lexicon_of, rows
from search.analysis.morphology.endings import guess
from search.analysis.normalize import strip_accents

LANGUAGE: Final = "ro"
_LONGEST: Final = 5  # letters of an ending
_STEM: Final = 3  # letters that a change leaves
_WHOLE: Final = 5  # letters of a word behind a prefix
_ROOT, _ENDLESS = 4, 40  # letters of what is left of a word
STEM: Final = "~"  # before what is left of such a word, which is no word
_PREFIXED: Final = re.compile(
    "(?:aero|agro|anti|arhi|auto|bio|contra|cvasi|eco|electro|euro|extra|foto|hidro|hiper|hipo"
    "|inter|intra|macro|mega|micro|mini|mono|multi|nano|narco|neo|neuro|non|para|post|pre|pro"
    "|pseudo|radio|re|semi|socio|sub|super|supra|tele|termo|trans|ultra|vice)-?(?=.{5})"
)
# What an article, a number or a case adds to a noun or adjective, longest first.
_ENDINGS: Final = (
    *("urilor", "iilor", "urile", "ilor", "elor", "ului", "iile", "ele", "ile", "uri", "iei"),
    *("ule", "ul", "ei", "ii", "ea", "ia", "ie", "a", "ă", "e", "i", "u"),
)

Change = tuple[int, str, float]  # letters cut off, letters put in their place, share of words


def forms(word: str) -> list[str]:
    """The likeliest dictionary form of a word, and what is left of it without its ending."""
    known = _known_base(word) or _behind_prefix(word)
    return [known or guess(LANGUAGE, strip_accents(word)), *_roots(word)]


def _known_base(word: str) -> str | None:
    """The dictionary form that a word most likely is of, by its ending."""
    found = max(_bases(word), default=None)
    return None if found is None else found[1]


def _bases(word: str) -> Iterator[tuple[float, str]]:
    """Every dictionary form that a word may be of, and how likely its ending makes it."""
    changes = _changes() if word != strip_accents(word) else _bare_changes()
    for length in range(min(_LONGEST, len(word) - _STEM), 0, -1):
        change = changes.get(word[-length:])
        if change is not None and len(word) - change[0] >= _STEM:
            cut, added, share = change
            base = _in_dictionary(word[: len(word) - cut] + added)
            if base is not None:
                yield share, base


def _in_dictionary(base: str) -> str | None:
    """A dictionary form with the accents that it has, if a base is its spelling with or without."""
    found = (lexicon_of(table).lemma(base) for table in (LANGUAGE, f"{LANGUAGE}-bare"))
    return next((form for form in found if form and base in {form, strip_accents(form)}), None)


def _behind_prefix(word: str) -> str | None:
    """A word that a prefix and a known word make, as that word's dictionary form has it."""
    prefix = _PREFIXED.match(word)
    rest = word[prefix.end() :] if prefix else ""
    known = lexicon_of(LANGUAGE).lemma(rest) or lexicon_of(f"{LANGUAGE}-bare").lemma(rest)
    return word[: -len(rest)] + known if known and len(rest) >= _WHOLE else None


def _roots(word: str) -> list[str]:
    """What is left of a word without its ending; nothing of what is too short or endless."""
    ending = next((one for one in _ENDINGS if word.endswith(one)), "")
    root = word.removesuffix(ending) if len(word) - len(ending) >= _ROOT else word
    return [STEM + root] if _ROOT <= len(root) <= _ENDLESS else []


@cache
def _changes() -> Mapping[str, Change]:
    """How at least half the words with an ending change, with accents."""
    return {
        ending: (int(cut), added, float(share))
        for ending, cut, added, share in rows(f"{LANGUAGE}-inflections.tsv")
    }


@cache
def _bare_changes() -> Mapping[str, Change]:
    """The same without accents; of endings that meet, the likelier change."""
    found: dict[str, Change] = {}
    for ending, (cut, added, share) in _changes().items():
        bare = strip_accents(ending)
        if bare not in found or found[bare][2] < share:
            found[bare] = cut, strip_accents(added), share
    return found
