"""Trees: which reading of a Hebrew word do boosted trees prefer, by a treebank?

    python -m tools.build_tables.hebrew_trees TREEBANK.tsv...

Trees see more than the log-linear model of `he_ranking` (`hebrew_features`), and what goes
together. They are too slow for a text that is read, so `hebrew.make` asks them about every word
that the tables know and keeps the answers; words that no table has are ranked by the weights. The
trees of `hebrew-trees.txt.xz` were learnt from the development parts of
UD_Hebrew-IAHLTwiki and UD_Hebrew-IAHLTknesset (CC BY-SA 4.0).
"""

from __future__ import annotations

import lzma
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import lightgbm
import numpy as np
from numpy.typing import NDArray

from search.analysis.morphology.he_ranking import rank
from tools.build_tables.hebrew_features import Floats, features
from tools.build_tables.weights import Example, examples

FILE: Final = Path(__file__).with_name("hebrew-trees.txt.xz")
_BETWEEN: Final = "\f"  # between the trees of two objectives
_OBJECTIVES: Final = (
    "binary",
    "lambdarank",
)  # is it right; is it before the others: each errs where the other does not
_TREES: Final = 300
_SETTINGS: Final[Mapping[str, Any]] = {
    "learning_rate": 0.04,
    "num_leaves": 24,
    "min_data_in_leaf": 10,
    "feature_fraction": 0.7,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 1.0,
    "label_gain": [0, 1],
    "lambdarank_truncation_level": 3,
    "verbosity": -1,
    "num_threads": 1,
    "deterministic": True,
    "seed": 1,
}
Ranked = list[tuple[str, float]]


def learnt(known: Iterable[Example]) -> list[lightgbm.Booster]:
    """Trees for each objective."""
    tables: list[Floats] = []
    right: list[bool] = []
    sizes: list[int] = []
    counts: list[int] = []
    for example in known:
        lemmas, table = features(example.word)
        if example.lemma in lemmas:
            tables.append(table)
            right += [lemma == example.lemma for lemma in lemmas]
            sizes.append(len(lemmas))
            counts += [example.count] * len(lemmas)
    if not tables:
        return []
    table = np.concatenate(tables)
    return [
        lightgbm.train(
            {**_SETTINGS, "objective": objective},
            lightgbm.Dataset(
                table, np.array(right, int), group=sizes, weight=np.array(counts, float)
            ),
            _TREES,
        )
        for objective in _OBJECTIVES
    ]


def ranked(words: Sequence[str], trees: Sequence[lightgbm.Booster]) -> list[Ranked]:
    """For each word its dictionary forms with their probabilities, best first."""
    if not trees or not words:
        return [rank(word) for word in words]
    seen = [features(word) for word in words]
    table = np.concatenate([own for _, own in seen])
    scores = np.mean([tree.predict(table, raw_score=True, num_threads=1) for tree in trees], axis=0)
    ends = np.cumsum([len(lemmas) for lemmas, _ in seen])
    return [
        _shares(lemmas, scores[end - len(lemmas) : end])
        for (lemmas, _), end in zip(seen, ends, strict=True)
    ]


@cache
def kept() -> tuple[lightgbm.Booster, ...]:
    """The trees that were learnt and kept."""
    written = lzma.decompress(FILE.read_bytes()).decode()
    return tuple(lightgbm.Booster(model_str=one) for one in written.split(_BETWEEN))


def keep(trees: Iterable[lightgbm.Booster]) -> None:
    """Keep trees in place of those that were kept."""
    written = _BETWEEN.join(tree.model_to_string(importance_type="gain") for tree in trees)
    FILE.write_bytes(lzma.compress(written.encode(), preset=9))


def _shares(lemmas: Sequence[str], scores: NDArray[np.float64]) -> Ranked:
    """The probabilities of dictionary forms, several readings of one added up."""
    odds = np.exp(scores - scores.max())
    shares: dict[str, float] = {}
    for lemma, share in zip(lemmas, (odds / odds.sum()).tolist(), strict=True):
        shares[lemma] = shares.get(lemma, 0.0) + share
    return sorted(shares.items(), key=lambda row: (-row[1], row[0]))


def main(treebanks: Sequence[str]) -> None:
    """Learn from treebanks."""
    keep(learnt(example for treebank in treebanks for example in examples(Path(treebank))))


if __name__ == "__main__":
    main(sys.argv[1:])
