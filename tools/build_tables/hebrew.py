"""Hebrew: how endings change between a form and its dictionary form, read off the dictionary."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Final

from search.analysis.lexicon import lexicon_of
from search.analysis.morphology.he_candidates import candidates
from search.analysis.morphology.he_ranking import rank
from search.analysis.morphology.he_readings import HebrewReadings, readings
from search.analysis.normalize import unfinal
from tools.build_tables.hebrew_trees import kept, ranked
from tools.build_tables.sources import dictionary, frequencies
from tools.build_tables.writing import write_rows, write_words

_HEBREW: Final = re.compile("[א-ת][א-ת'\"]*")
_AT_ONCE: Final = 2000  # words that a process ranks before it tells
_COMMON_ENDING: Final = 25  # forms that must show a change of ending before it is believed
_COMMON_CIRCUMFIX: Final = 40


def make() -> None:
    """The word table, then the tables of endings, then the best reading of each word by these."""
    forms, shares = dictionary("he"), frequencies("he")
    write_rows("he-endings.tsv", ("ending", "replacement", "odds"), _endings(forms))
    write_rows(
        "he-circumfixes.tsv", ("start", "end", "new_start", "new_end", "odds"), _circumfixes(forms)
    )
    write_words("he", forms, shares)
    lexicon_of.cache_clear()
    likely = _likely(lexicon_of("he"))
    write_words(
        "he",
        forms,
        shares,
        preferred={word: found.strong[0] for word, found in likely.items()},
        alternates={word: found.strong[1] for word, found in likely.items() if found.strong[1:]},
        loose={word: found.loose for word, found in likely.items() if found.loose},
    )


def _likely(known: Iterable[str]) -> dict[str, HebrewReadings]:
    """The readings of each Hebrew word, so that it need not be ranked when it is met."""
    spelled = [word for word in known if _HEBREW.fullmatch(word)]
    stretches = [spelled[first : first + _AT_ONCE] for first in range(0, len(spelled), _AT_ONCE)]
    with ProcessPoolExecutor() as pool:
        found = [one for stretch in pool.map(_by_trees, stretches) for one in stretch]
    return dict(zip(spelled, found, strict=True))


def _by_trees(words: Sequence[str]) -> list[HebrewReadings]:
    """The readings of some words as the trees rank them, all at once."""
    unsure = [word for word in words if len({one.lemma for one in candidates(word)}) > 1]
    shares = dict(zip(unsure, ranked(unsure, kept()), strict=True))
    return [readings(word, lambda one: shares.get(one) or rank(one)) for word in words]


def _pairs(forms: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Form and dictionary form where they differ, without final letters."""
    return ((unfinal(form), unfinal(lemma)) for form, lemma in forms.items() if form != lemma)


def _endings(forms: Mapping[str, str]) -> list[tuple[str, str, float]]:
    """Each change of ending with the logarithm of its share among the words that end so."""
    totals: Counter[str] = Counter()
    for form in map(unfinal, forms):
        totals.update({form[len(form) - length :] for length in range(min(6, len(form) + 1))})
    seen = Counter(_ending(form, lemma) for form, lemma in _pairs(forms) if len(form) >= 3)
    seen.pop(None, None)
    common = [(pair, count) for pair, count in seen.items() if pair and count >= _COMMON_ENDING]
    return sorted(
        (end, new, round(math.log(count / totals[end]), 3)) for (end, new), count in common
    )


def _ending(form: str, lemma: str) -> tuple[str, str] | None:
    """What changes at the end, if two letters stay in front and the change is short."""
    same = next(
        (n for n, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b),
        min(len(form), len(lemma)),
    )
    is_short = same >= 2 and len(form) - same <= 5 and len(lemma) - same <= 3
    return (form[same:], lemma[same:]) if is_short else None


def _circumfixes(forms: Mapping[str, str]) -> list[tuple[str, str, str, str, float]]:
    """Changes of start and end at once, as verbs have them, with the logarithm of their number."""
    seen = Counter(
        _circumfix(form, lemma)
        for form, lemma in _pairs(forms)
        if len(form) >= 4 and form[0] != lemma[0]
    )
    common = [
        (change, count) for change, count in seen.items() if change and count >= _COMMON_CIRCUMFIX
    ]
    return sorted((*change, round(math.log(count), 3)) for change, count in common)


def _circumfix(form: str, lemma: str) -> tuple[str, str, str, str] | None:
    """What changes around the longest stretch that both share."""
    best = (0, 0, 0)
    for cut in range(5):
        for new in range(4):
            shared = _shared(form[cut:], lemma[new:])
            if cut + new and shared > best[0]:
                best = (shared, cut, new)
    shared, cut, new = best
    end, new_end = form[cut + shared :], lemma[new + shared :]
    return (
        (form[:cut], end, lemma[:new], new_end)
        if shared >= 2 and len(end) <= 4 and len(new_end) <= 2
        else None
    )


def _shared(first: str, second: str) -> int:
    """How many letters two words begin with alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
        min(len(first), len(second)),
    )
