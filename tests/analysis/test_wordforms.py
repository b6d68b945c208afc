"""How well word forms meet, measured on treebanks that lie outside the project.

Each floor may only rise.
"""

from __future__ import annotations

import pytest

from tests.quality.shelf import needs_wordforms
from tests.quality.wordforms import TREEBANKS, measured, ours, simplemma_alone

# Recall, precision and F1 as reached, rounded down.
FLOORS = {
    "he news (HTB)": (0.908, 0.906, 0.907),
    "he wiki (IAHLT)": (0.936, 0.938, 0.937),
    "he parliament (IAHLT)": (0.946, 0.946, 0.946),
    "ro (RRT)": (0.978, 0.896, 0.935),
    "ro without accents": (0.967, 0.891, 0.927),
    "ro medicine (SiMoNERo)": (0.988, 0.879, 0.930),
    "en web (EWT)": (0.926, 0.880, 0.903),
    "en (GUM)": (0.978, 0.907, 0.941),
    "ru (GSD)": (0.978, 0.937, 0.957),
    "ru web (Taiga)": (0.937, 0.970, 0.953),
    "uk (IU)": (0.970, 0.973, 0.971),
    "uk parliament (ParlaMint)": (0.991, 0.978, 0.984),
    "ar (PUD)": (0.826, 0.930, 0.875),
    "fa (Seraji)": (0.851, 0.940, 0.893),
    "fa (PerDT)": (0.746, 0.901, 0.816),
}


@needs_wordforms
@pytest.mark.parametrize("name", TREEBANKS)
def test_forms_meet_as_often_as_they_did(name: str) -> None:
    treebank, without_accents = TREEBANKS[name]

    reached = measured(treebank, without_accents=without_accents)

    assert all(
        value >= floor for value, floor in zip((*reached, reached.f1), FLOORS[name], strict=True)
    ), reached


@needs_wordforms
@pytest.mark.parametrize("treebank", ["ru-gsd", "uk-iu", "ar-pud", "fa-seraji"])
def test_rules_never_make_a_dictionary_worse(treebank: str) -> None:
    """Languages of which only a dictionary is known are at least as good as that dictionary."""
    assert measured(treebank).f1 >= measured(treebank, reader=simplemma_alone(treebank[:2])).f1


def test_a_reader_gives_the_terms_of_a_word() -> None:
    assert {"x:leaders", "l:leader"} == ours("en")("leaders", "article")
    assert {"leaders", "leader"} == simplemma_alone("en")("leaders", "article")
