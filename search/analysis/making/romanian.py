"""Romanian: a dictionary that knows the words without their accents too, and endings for words that it has not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from search.analysis.fold import bare
from search.analysis.making.sources import dictionary, frequencies
from search.analysis.making.writing import write_rows, write_words

_LONGEST: Final = 8  # letters of an ending
_MOST_CUT, _MOST_ADDED = 6, 4
_ENOUGH: Final = 8  # words that must end so
_SURE: Final = 0.6  # share of them that must change alike
_SEEN: Final = 1e-7  # what a word counts that the frequencies do not know: they begin at 1e-6
Rule = tuple[int, str]


def make() -> None:
    """The exact dictionary, the bare one, and the endings learnt from both."""
    forms, shares = dictionary("ro"), frequencies("ro")
    lemmas = {form: _verb(lemma, forms) for form, lemma in forms.items()}
    bared = _bare_lemmas(lemmas, shares)
    write_words("ro", lemmas, shares)
    write_words("ro-bare", {form: lemma for form, lemma in bared.items() if lemmas.get(form) != lemma})
    learnt = _endings({form: bare(lemma) for form, lemma in bared.items()})
    write_rows("ro-endings.tsv", ("ending", "cut", "added"), sorted((end, *rule) for end, rule in learnt.items()))


def _verb(lemma: str, forms: Mapping[str, str]) -> str:
    """The verb of a participle: făcut is a form of face, and so is făcute."""
    return forms.get(lemma, lemma) if lemma[-1] in "ts" else lemma


def _bare_lemmas(lemmas: Mapping[str, str], shares: Mapping[str, float]) -> dict[str, str]:
    """For each spelling without accents the dictionary form that it most often stands for."""
    weights: dict[str, dict[str, float]] = {}
    for form, lemma in lemmas.items():
        found = weights.setdefault(bare(form), {})
        found[lemma] = found.get(lemma, 0.0) + shares.get(form, 0.0) + _SEEN * (2 if form.isascii() else 1)
    return {spelled: min(found, key=lambda lemma: (-found[lemma], lemma)) for spelled, found in weights.items()}


def _endings(lemmas: Mapping[str, str]) -> dict[str, Rule]:
    """How words with an ending mostly change; an ending that only repeats a shorter one is left out."""
    seen: dict[str, Counter[Rule]] = {}
    for form, lemma in lemmas.items():
        same = next(
            (n for n, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b), min(len(form), len(lemma))
        )
        cut, added = len(form) - same, lemma[same:]
        if same >= 2 and cut <= _MOST_CUT and len(added) <= _MOST_ADDED:
            for length in range(max(cut, 1), min(len(form) - 1, _LONGEST) + 1):
                seen.setdefault(form[-length:], Counter())[cut, added] += 1
    return _pruned({ending: rule for ending, rules in seen.items() if (rule := _usual(rules))})


def _usual(rules: Counter[Rule]) -> Rule | None:
    """The change that most words make, if enough do."""
    rule, count = min(rules.items(), key=lambda row: (-row[1], row[0]))
    return rule if count >= _ENOUGH and count / rules.total() >= _SURE else None


def _pruned(rules: Mapping[str, Rule]) -> dict[str, Rule]:
    """Without the endings that change as a shorter one does."""
    shorter = {ending: next((ending[n:] for n in range(1, len(ending)) if ending[n:] in rules), "") for ending in rules}
    return {ending: rule for ending, rule in rules.items() if rule != rules.get(shorter[ending], (0, ""))}
