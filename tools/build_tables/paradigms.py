"""Paradigms: which forms does a dictionary lack because another word has them already?

A list that keeps one dictionary form a form calls ради a preposition, and so no form of рада. Words
that end alike and have the same other forms tell which forms are missing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Final

Change = tuple[str, str]  # the end of a dictionary form, and of a form in its place
Paradigm = frozenset[Change]

_ENDS: Final = (2, 3, 4)  # letters that words must end alike in; the longest that tells counts
_LONGEST_END, _LONGEST_FORM = 4, 6
_FEWEST: Final = 3  # forms that a word must have to be compared
_COMMON: Final = 4  # words that must change so
_ALIKE: Final = 0.9  # share of a word's forms that another must have too
_MORE: Final = 3  # how much more frequent than the word that the dictionary gives
_SURE: Final = 0.8  # share of words alike that must have a form


def missing_forms(forms: Mapping[str, str], shares: Mapping[str, float]) -> dict[str, str]:
    """Forms that texts have, with a dictionary form that the dictionary does not give them.

    The other word must be far more frequent than the one that the dictionary gives, if it gives
    another.
    """
    paradigms, often = _paradigms(forms), _often(forms, shares)
    found: dict[str, str] = {}
    for length in _ENDS:
        best: dict[str, tuple[float, str]] = {}
        for share, form, lemma in _inferred(paradigms, length):
            given = forms.get(form, form)
            is_likely = given == form or often[lemma] >= _MORE * often[given]
            if form in shares and given != lemma and is_likely:
                best[form] = max(best.get(form, (0.0, "")), (share, lemma))
        found |= {form: lemma for form, (_, lemma) in best.items()}
    return found


def _often(forms: Mapping[str, str], shares: Mapping[str, float]) -> dict[str, float]:
    """How frequent all forms of a word are, by its dictionary form."""
    often: dict[str, float] = defaultdict(float)
    for form, lemma in forms.items():
        often[lemma] += shares.get(form, 0.0)
    return often


def _paradigms(forms: Mapping[str, str]) -> dict[str, Paradigm]:
    """How each dictionary form changes."""
    own: dict[str, set[Change]] = defaultdict(set)
    for form, lemma in forms.items():
        end, ending = _change(form, lemma)
        if len(end) <= _LONGEST_END and len(ending) <= _LONGEST_FORM:
            own[lemma].add((end, ending))
    return {lemma: frozenset(ways) for lemma, ways in own.items() if len(ways) >= _FEWEST}


def _change(form: str, lemma: str) -> Change:
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return lemma[same:], form[same:]


def _inferred(paradigms: Mapping[str, Paradigm], length: int) -> Iterator[tuple[float, str, str]]:
    """Missing forms with their dictionary forms, and how sure they are."""
    families: dict[str, dict[Paradigm, list[str]]] = defaultdict(lambda: defaultdict(list))
    for lemma, paradigm in paradigms.items():
        families[lemma[-length:]][paradigm].append(lemma)
    for family in families.values():
        counts = Counter(way for ways, members in family.items() for way in ways for _ in members)
        common = {way for way, count in counts.items() if count >= _COMMON}
        for paradigm, lemmas in family.items():
            for way, share in _lacking(paradigm, family, common):
                yield from ((share, _form(lemma, way), lemma) for lemma in lemmas)


def _lacking(
    paradigm: Paradigm, family: Mapping[Paradigm, list[str]], common: Collection[Change]
) -> Iterator[tuple[Change, float]]:
    """The changes that words with the same forms have, and this paradigm has not."""
    own = {way for way in paradigm if way in common and way != ("", "")}
    alike = Counter(
        {
            other: len(members) - (other == paradigm)
            for other, members in family.items()
            if len(own & other) >= _ALIKE * len(own)
        }
    )
    total = alike.total() if len(own) > 1 else 0
    if total >= _COMMON:
        have = Counter[Change]()
        for other, count in alike.items():
            have.update(dict.fromkeys(other - paradigm, count))
        yield from ((way, count / total) for way, count in have.items() if count >= _SURE * total)


def _form(lemma: str, way: Change) -> str:
    """A form of a word; nothing if the word does not end so."""
    end, ending = way
    return lemma.removesuffix(end) + ending if lemma.endswith(end) else ""
