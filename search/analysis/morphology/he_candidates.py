"""Hebrew candidates.

Every way to read a word as a chain of prefixes and an inflected dictionary word.
ובממשלתם is ו + ב + ממשלתם, and ממשלתם is ממשלה with the ending that says whose. Which way is right,
the ranking says; here are all that the dictionary and the words of the press allow, each with what
speaks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from search.analysis.lexicon import Lexicon, lexicon_of, rows
from search.analysis.morphology.he_paradigms import paradigms
from search.analysis.normalize import final, unfinal
from search.analysis.prefixes import CHAINS, splits

# a lemma that no dictionary has must come three times in a hundred million words
_OCCURS: Final = 1.5
_LONG: Final = 4  # letters of a word whose first ו may be written twice
_LONGEST_ENDING: Final = 5
_LONGEST_CIRCUMFIX: Final = 4


class Candidate(NamedTuple):
    """A reading: prefix letters, the rest of the word, and its dictionary form."""

    prefix: str
    rest: str
    lemma: str


Evidence = dict[str, float]  # what speaks for a candidate, by the name of a feature
Change = tuple[str, float]


def candidates(word: str) -> dict[Candidate, Evidence]:
    """All readings of a normal word; the word as its own dictionary form is always one."""
    found: dict[Candidate, Evidence] = {}
    lexicon = lexicon_of("he")
    for prefix, rest in [("", word), *splits(word)]:
        for spelled in (rest, rest[1:]) if prefix and rest.startswith("וו") else (rest,):
            if prefix and spelled not in lexicon:
                continue  # ו that begins a word doubles inside one, so either may be meant
            for candidate, evidence in _readings(lexicon, prefix, spelled):
                found.setdefault(candidate, {}).update(evidence)
    return found


def _readings(lexicon: Lexicon, prefix: str, rest: str) -> Iterator[tuple[Candidate, Evidence]]:
    """What can stand behind a prefix."""
    irregular = irregulars().get(rest)
    lemma = irregular or lexicon.lemma(rest)
    if lemma is not None:
        known = {"in_dictionary": 1.0, "dictionary_keeps": float(lemma == rest)}
        yield (
            Candidate(prefix, rest, single_vav(lemma)),
            known | ({"irregular": 1} if irregular else {}),
        )
    if not irregular:
        yield Candidate(prefix, rest, single_vav(rest)), {"as_it_is": 1}
    for changed, evidence in (
        *_other_endings(rest),
        *_other_circumfixes(prefix, rest),
        *_other_verbs(rest),
    ):
        if changed != rest and _is_lemma(lexicon, changed):
            yield Candidate(prefix, rest, single_vav(changed)), evidence


def single_vav(word: str) -> str:
    """A dictionary form with one ו in front, where some write two: ועידה, וועידה."""
    return word[1:] if word.startswith("וו") and len(word) >= _LONG else word


def _is_lemma(lexicon: Lexicon, word: str) -> bool:
    """Whether a word may be a dictionary form: a dictionary has it, or the press often."""
    frequency, form, _ = lexicon.entry(word)
    return form is not None or frequency >= _OCCURS


def _other_endings(rest: str) -> Iterator[tuple[str, Evidence]]:
    """The word with its ending changed as the dictionary does, or as grammar would."""
    letters = unfinal(rest)
    for length in range(1, min(_LONGEST_ENDING, len(letters) - 2) + 1):
        stem, ending = letters[:-length], letters[-length:]
        for new, odds in _learnt_endings().get(ending, ()):
            yield final(stem + new), {"ending": 1, "ending_odds": odds}
        for new in _grammar_endings().get(ending, ()):
            if len(stem + new) > 1:
                yield final(stem + new), {"light_ending": 1}


def _other_circumfixes(prefix: str, rest: str) -> Iterator[tuple[str, Evidence]]:
    """The word with a change in front and at the end, as verbs have them: יאמרו, אמר.

    The ל of an infinitive stands behind a prefix only where the two make a legal chain.
    """
    letters = unfinal(rest)
    for cut in range(_LONGEST_CIRCUMFIX + 1):
        ends = _learnt_circumfixes().get(letters[:cut])
        if not ends:
            continue
        for length in range(min(_LONGEST_CIRCUMFIX, len(letters) - cut - 2) + 1):
            middle = letters[cut : len(letters) - length]
            for start, end, odds in ends.get(letters[len(letters) - length :], ()):
                if start or not prefix or not cut or prefix + letters[:cut] in CHAINS:
                    yield final(start + middle + end), {"circumfix": 1, "circumfix_odds": odds}


def _other_verbs(rest: str) -> Iterator[tuple[str, Evidence]]:
    """The verbs that the word may be a form of."""
    for verb, name in paradigms(rest):
        yield verb, {"paradigm": 1, f"paradigm_{name}": 1}


@cache
def irregulars() -> dict[str, str]:
    """Forms that are like no other, with their dictionary forms: נשים, ללכת."""
    return dict(rows("he-irregular.tsv"))


@cache
def _learnt_endings() -> dict[str, list[Change]]:
    """Endings as the dictionary changes them, with the logarithm of the share of words that do."""
    found: dict[str, list[Change]] = {}
    for ending, new, odds in rows("he-endings.tsv"):
        found.setdefault(ending, []).append((new, float(odds)))
    return found


@cache
def _grammar_endings() -> dict[str, list[str]]:
    """Endings of number, gender and owner with what the dictionary form may have in their place."""
    found: dict[str, list[str]] = {}
    for ending, new in rows("he-grammar.tsv"):
        found.setdefault(ending, []).append(new)
    return found


@cache
def _learnt_circumfixes() -> dict[str, dict[str, list[tuple[str, str, float]]]]:
    """Changes of start and end as the dictionary has them, with the logarithm of their number."""
    found: dict[str, dict[str, list[tuple[str, str, float]]]] = {}
    for start, end, new_start, new_end, odds in rows("he-circumfixes.tsv"):
        found.setdefault(start, {}).setdefault(end, []).append((new_start, new_end, float(odds)))
    return found
