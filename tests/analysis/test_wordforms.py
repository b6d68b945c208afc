"""How well word forms meet, measured on treebanks that lie outside the project.

Over ordered pairs of different words: recall is the share of pairs of one dictionary form that find each other,
precision the share of finds that are such pairs. Each floor may only rise.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from search.analysis.fold import bare, normal
from search.analysis.pipeline import analyse

CONTENT = {"NOUN", "PROPN", "VERB", "ADJ"}
Pair = tuple[str, str]
Sense = tuple[str, str]

FOLDER = os.environ.get("READOUT_EVALUATION")
pytestmark = pytest.mark.skipif(not FOLDER, reason="READOUT_EVALUATION names no folder with treebanks")


def gold(treebank: str, *, without_accents: bool) -> dict[str, set[Sense]]:
    """The senses (dictionary form and part of speech) of each word with a meaning."""
    senses: dict[str, set[Sense]] = {}
    path = Path(FOLDER or "") / "data" / "wordforms" / f"ud-{treebank}-dev.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["upos"] in CONTENT and row["lemma"] not in {"", "_"} and any(map(str.isalpha, row["surface"])):
                word = row["surface"].casefold()
                shown = bare(normal(word)) if without_accents else word
                senses.setdefault(shown, set()).add((normal(row["lemma"].replace("_", "")), row["upos"]))
    return senses


def found(words: list[str], lang: str) -> set[Pair]:
    """Which word, asked for, finds which in an article."""
    holders: dict[str, set[str]] = {}
    for word in words:
        for term in {term for terms in analyse(word, lang=lang).terms for term in terms}:
            holders.setdefault(term, set()).add(word)
    asked = ((word, terms) for word in words for terms in analyse(word, side="query", lang=lang).terms)
    return {
        (word, other) for word, terms in asked for term in terms for other in holders.get(term, ()) if other != word
    }


def pairs(groups: Iterator[tuple[object, str]]) -> set[Pair]:
    """Every two words of one group."""
    members: dict[object, set[str]] = {}
    for group, word in groups:
        members.setdefault(group, set()).add(word)
    return {pair for words in members.values() for pair in permutations(words, 2)}


@pytest.mark.parametrize(
    ("treebank", "without_accents", "least"),
    [
        ("he-htb", False, (0.855, 0.885, 0.870)),
        ("he-iahltwiki", False, (0.820, 0.875, 0.845)),
        ("ro-rrt", False, (0.950, 0.888, 0.920)),
        ("ro-rrt", True, (0.950, 0.885, 0.916)),
        ("en-ewt", False, (0.850, 0.870, 0.862)),
        ("en-gum", False, (0.910, 0.890, 0.902)),
        ("ru-gsd", False, (0.910, 0.890, 0.902)),
        ("fa-seraji", False, (0.715, 0.925, 0.810)),
    ],
    ids=["he news", "he wiki", "ro", "ro without accents", "en web", "en", "ru", "fa"],
)
def test_forms_meet_as_often_as_they_did(
    treebank: str,
    without_accents: bool,  # noqa: FBT001 - a column of the table
    least: tuple[float, float, float],
) -> None:
    senses = gold(treebank, without_accents=without_accents)
    same = pairs((sense, word) for word, own in senses.items() for sense in own)
    allowed = pairs((lemma, word) for word, own in senses.items() for lemma, _ in own)
    finds = found(sorted(senses), treebank[:2])
    recall, precision = len(finds & same) / len(same), len(finds & allowed) / len(finds)
    measured = (recall, precision, 2 * recall * precision / (recall + precision))

    assert all(value >= floor for value, floor in zip(measured, least, strict=True)), measured
