"""Folds: how well do Hebrew forms meet by trees that never saw the words that they read?

The words of both treebanks are parted by dictionary form. Each fifth is read by trees learnt from the
other four, and all words are then measured together, as `wordforms` does.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import Final
from unittest.mock import patch

import lightgbm

from search.analysis.lexicon import Lexicon
from search.analysis.morphology.he_ranking import rank
from search.analysis.morphology.he_readings import readings
from search.analysis.normalize import normalize
from search.analysis.tokens import Side
from tests.quality import shelf
from tests.quality.ablation import forgotten
from tests.quality.wordforms import Reader, gold, measured, ours
from tools.build_tables.hebrew_trees import learnt, ranked
from tools.build_tables.weights import Example, examples

FOLDS: Final = 5
TREEBANKS: Final = {"he wiki (IAHLT)": "he-iahltwiki", "he parliament (IAHLT)": "he-iahltknesset"}
_LETTERS: Final = re.compile("[א-ת]+")
SIDES: Final[tuple[Side, ...]] = ("article", "query")


def folds_table() -> Iterator[list[str]]:
    """A row a treebank.

    By what the tables keep, whose trees were learnt from it, and by trees learnt without.
    """
    yield [
        "word forms",
        "F1, learnt from the same words",
        "recall",
        "precision",
        "F1, from other words",
    ]
    reader = unseen()
    for name, treebank in TREEBANKS.items():
        own, held = measured(treebank), measured(treebank, reader=reader)
        yield [name, *(f"{value:.3f}" for value in (own.f1, *held, held.f1))]


def unseen() -> Reader:
    """The terms of each word of the treebanks by trees that never saw it or its kin."""
    known = [
        example
        for treebank in TREEBANKS.values()
        for example in examples(shelf.wordforms(treebank))
    ]
    homes = _homes()
    terms: dict[tuple[str, Side], set[str]] = {}
    for fold in range(FOLDS):
        trees = learnt(others(known, homes, fold))
        terms |= _read([word for word in homes if homes[word] == fold], trees)
    return lambda word, side: terms[word, side]


def others(learnt: list[Example], homes: Mapping[str, int], fold: int) -> list[Example]:
    """What may be learnt from to read a fold.

    Neither its words nor forms of its dictionary forms.
    """
    held = {normalize(word) for word, home in homes.items() if home == fold}
    return [
        example for example in learnt if example.word not in held and fold_of(example.lemma) != fold
    ]


def fold_of(lemma: str) -> int:
    """The fold of a dictionary form and of all its forms; the same on every machine."""
    return zlib.crc32(lemma.encode()) % FOLDS


def _homes() -> dict[str, int]:
    """The fold of each word: that of the first of its dictionary forms."""
    lemmas: dict[str, set[str]] = {}
    for treebank in TREEBANKS.values():
        for word, senses in gold(treebank, without_accents=False).items():
            lemmas.setdefault(word, set()).update(lemma for lemma, _ in senses)
    return {word: fold_of(min(own)) for word, own in lemmas.items()}


def _read(words: list[str], trees: Sequence[lightgbm.Booster]) -> dict[tuple[str, Side], set[str]]:
    """The terms of words by other trees; what the tables keep was chosen by ours."""
    plain = [word for word in words if _LETTERS.fullmatch(word)]
    shares = dict(zip(plain, ranked(plain, trees), strict=True))

    def kept(lexicon: Lexicon, word: str) -> tuple[list[str], str | None]:
        """What is kept of a word, chosen once more."""
        is_known = word in lexicon
        return readings(word, lambda one: shares.get(one) or rank(one)) if is_known else ([], None)

    with ExitStack() as stack:
        stack.enter_context(patch.object(Lexicon, "ranked", kept))
        stack.enter_context(forgotten())
        return {(word, side): ours("he")(word, side) for word in words for side in SIDES}
