"""Weights: what should each feature of a Hebrew reading count, by a treebank?

    python -m tools.build_tables.weights TREEBANK.tsv...

A treebank is a table with the columns `surface`, `upos` and `lemma` (the dictionary form of the
word's main part). The weights that make its dictionary forms the likeliest are found by gradient
descent, and written to `tables/he-weights.tsv`. Those of Readout come from the development parts of
UD_Hebrew-IAHLTwiki and UD_Hebrew-IAHLTknesset (CC BY-SA 4.0).
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from search.analysis.lexicon import rows
from search.analysis.morphology.he_candidates import single_vav
from search.analysis.morphology.he_ranking import WEIGHTS_FILE, readings
from search.analysis.normalize import normalize
from tools.build_tables.writing import write_rows

_CONTENT: Final = {"NOUN", "PROPN", "VERB", "ADJ"}
_LETTERS: Final = re.compile("[א-ת]+")
_MOST: Final = 3  # a word that comes more often counts no more
# of the descent (Kingma and Ba, "Adam", 2015)
_STEPS, _RATE, _DECAY, _SPREAD = 400, 0.05, 0.9, 0.999
_PULL: Final = 1e-3  # towards zero
_TINY: Final = 1e-8

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A word, its dictionary form by the treebank, and how much it counts."""

    word: str
    lemma: str
    count: int


def examples(treebank: Path) -> list[Example]:
    """The words with a meaning."""
    with treebank.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        seen = Counter(
            (normalize(row["surface"]), normalize(row["lemma"].replace("_", "")))
            for row in table
            if row["upos"] in _CONTENT
        )
    return [
        Example(word, single_vav(lemma), min(count, _MOST))
        for (word, lemma), count in sorted(seen.items())
        if _LETTERS.fullmatch(word)
    ]


def trained(learnt: Iterable[Example], names: Sequence[str]) -> dict[str, float]:
    """The weights of the features that `names` lists."""
    columns = {name: place for place, name in enumerate(names)}
    lines: list[Floats] = []
    right: list[bool] = []
    starts: list[int] = []
    counts: list[int] = []
    for example in learnt:
        found = readings(example.word)
        if any(lemma == example.lemma for lemma, _ in found):
            starts.append(len(lines))
            counts.append(example.count)
            lines += [_line(features, columns) for _, features in found]
            right += [lemma == example.lemma for lemma, _ in found]
    weights = _descend(
        np.array(lines), np.array(right), np.array(starts), np.array(counts, np.float64)
    )
    return dict(zip(names, np.round(weights, 3).tolist(), strict=True))


def _line(features: Mapping[str, float], columns: Mapping[str, int]) -> Floats:
    line = np.zeros(len(columns))
    for name, value in features.items():
        if name in columns:
            line[columns[name]] = value
    return line


def _descend(
    lines: Floats, right: NDArray[np.bool_], starts: NDArray[np.int64], counts: Floats
) -> Floats:
    """The weights under which the right readings have most of the probability."""
    owner = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(lines))))
    share = counts[owner] / counts.sum()
    weights, mean, spread = (np.zeros(lines.shape[1]) for _ in range(3))
    for step in range(1, _STEPS + 1):
        scores = lines @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        given = odds / np.add.reduceat(odds, starts)[owner]
        wanted = odds * right
        wanted /= np.add.reduceat(wanted, starts)[owner]
        slope = lines.T @ ((given - wanted) * share) + _PULL * weights
        mean = _DECAY * mean + (1 - _DECAY) * slope
        spread = _SPREAD * spread + (1 - _SPREAD) * slope**2
        weights -= (
            _RATE * (mean / (1 - _DECAY**step)) / (np.sqrt(spread / (1 - _SPREAD**step)) + _TINY)
        )
    return weights


def _written(weights: Mapping[str, float]) -> Iterator[tuple[str, float, str]]:
    """The table as it is, with new weights: what each feature means is kept."""
    yield from ((name, weights[name], meaning) for name, _, meaning in rows(WEIGHTS_FILE))


def main(treebanks: Sequence[str]) -> None:
    """Learn from treebanks."""
    learnt = [example for treebank in treebanks for example in examples(Path(treebank))]
    names = [name for name, *_ in rows(WEIGHTS_FILE)]
    write_rows(
        WEIGHTS_FILE, ("feature", "weight", "meaning"), list(_written(trained(learnt, names)))
    )


if __name__ == "__main__":
    main(sys.argv[1:])
