"""Endings: how do words that end alike lead to their dictionary form?

Read off a dictionary, for words it has not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from tools.build_tables.writing import write_rows

_LONGEST: Final = 8  # letters of an ending
_MOST_CUT, _MOST_ADDED = 6, 4
_ENOUGH: Final = 8  # words that must end so
_SURE: Final = 0.6  # share of them that must change alike

# of the changes that lead to words of a dictionary: letters of an ending, words that must end so,
# and the share of them that must change alike
_SHORT, _FREQUENT, _LIKELY = 5, 20, 0.5

Rule = tuple[int, str]


def write_inflections(language: str, lemmas: Mapping[str, str]) -> None:
    """The table of the changes that half the words with an ending have, and what share of them."""
    usual = (
        (ending, *rules.most_common(1)[0], rules.total())
        for ending, rules in _changes(lemmas, _SHORT).items()
    )
    learnt = sorted(
        (ending, *rule, round(count / total, 2))
        for ending, rule, count, total in usual
        if total >= _FREQUENT and count >= _LIKELY * total
    )
    write_rows(f"{language}-inflections.tsv", ("ending", "cut", "added", "share"), learnt)


def write_endings(language: str, lemmas: Mapping[str, str]) -> None:
    """The table of endings that `search.analysis.morphology.endings` reads."""
    learnt = sorted((ending, *rule) for ending, rule in _endings(lemmas).items())
    write_rows(f"{language}-endings.tsv", ("ending", "cut", "added"), learnt)


def _endings(lemmas: Mapping[str, str]) -> dict[str, Rule]:
    """How words with an ending mostly change.

    An ending that only repeats a shorter one is left out.
    """
    seen = _changes(lemmas, _LONGEST)
    return _pruned({ending: rule for ending, rules in seen.items() if (rule := _usual(rules))})


def _changes(lemmas: Mapping[str, str], longest: int) -> dict[str, Counter[Rule]]:
    """How often the words with an ending change in each way."""
    seen: dict[str, Counter[Rule]] = {}
    for form, lemma in lemmas.items():
        same = next(
            (n for n, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b),
            min(len(form), len(lemma)),
        )
        cut, added = len(form) - same, lemma[same:]
        if same >= 2 and cut <= _MOST_CUT and len(added) <= _MOST_ADDED:
            for length in range(max(cut, 1), min(len(form) - 1, longest) + 1):
                seen.setdefault(form[-length:], Counter())[cut, added] += 1
    return seen


def _usual(rules: Counter[Rule]) -> Rule | None:
    """The change that most words make, if enough do."""
    rule, count = min(rules.items(), key=lambda row: (-row[1], row[0]))
    return rule if count >= _ENOUGH and count / rules.total() >= _SURE else None


def _pruned(rules: Mapping[str, Rule]) -> dict[str, Rule]:
    """Without the endings that change as a shorter one does."""
    shorter = {
        ending: next((ending[n:] for n in range(1, len(ending)) if ending[n:] in rules), "")
        for ending in rules
    }
    return {
        ending: rule
        for ending, rule in rules.items()
        if rule != rules.get(shorter[ending], (0, ""))
    }
