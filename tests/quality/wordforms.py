"""Word forms: does a query with one form of a word find the other forms, and only those?

Over ordered pairs of different words of a treebank: recall is the share of pairs of one dictionary
form and part of speech that find each other, precision the share of finds that are of one
dictionary form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations
from typing import Final, NamedTuple

import simplemma

from search.analysis.analyzer import analyse
from search.analysis.normalize import normalize, strip_accents
from search.analysis.tokens import Side
from tests.quality import shelf
from tests.quality.ablation import RESOURCES, left_with

CONTENT: Final = {"NOUN", "PROPN", "VERB", "ADJ"}
TREEBANKS: Final = {
    "he news (HTB)": ("he-htb", False),
    "he wiki (IAHLT)": ("he-iahltwiki", False),
    "he parliament (IAHLT)": ("he-iahltknesset", False),
    "ro (RRT)": ("ro-rrt", False),
    "ro without accents": ("ro-rrt", True),
    "ro medicine (SiMoNERo)": ("ro-simonero", False),
    "en web (EWT)": ("en-ewt", False),
    "en (GUM)": ("en-gum", False),
    "ru (GSD)": ("ru-gsd", False),
    "ru web (Taiga)": ("ru-taiga", False),
    "uk (IU)": ("uk-iu", False),
    "uk parliament (ParlaMint)": ("uk-parlamint", False),
    "ar (PUD)": ("ar-pud", False),
    "fa (Seraji)": ("fa-seraji", False),
    "fa (PerDT)": ("fa-perdt", False),
}
HALVES: Final = frozenset({"ar-pud"})  # of which a half lies there, and no development part
Pair = tuple[str, str]
Sense = tuple[str, str]
Reader = Callable[[str, Side], set[str]]


class Measured(NamedTuple):
    """How well forms meet."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.recall * self.precision / (self.recall + self.precision)


def measured(
    treebank: str, *, without_accents: bool = False, reader: Reader | None = None
) -> Measured:
    """How well the forms of a treebank meet, by our terms or another reader's."""
    senses = gold(treebank, without_accents=without_accents)
    same = _pairs((sense, word) for word, own in senses.items() for sense in own)
    allowed = _pairs((lemma, word) for word, own in senses.items() for lemma, _ in own)
    finds = _found(sorted(senses), reader or ours(treebank[:2]))
    return Measured(len(finds & same) / len(same), len(finds & allowed) / len(finds))


def gold(treebank: str, *, without_accents: bool) -> dict[str, set[Sense]]:
    """The senses (dictionary form and part of speech) of each word with a meaning."""
    senses: dict[str, set[Sense]] = {}
    part = "half" if treebank in HALVES else "dev"
    for row in shelf.table("wordforms", f"ud-{treebank}-{part}.tsv"):
        if (
            row["upos"] in CONTENT
            and row["lemma"] not in {"", "_"}
            and any(map(str.isalpha, row["surface"]))
        ):
            word = row["surface"].casefold()
            shown = strip_accents(normalize(word)) if without_accents else word
            senses.setdefault(shown, set()).add(
                (normalize(row["lemma"].replace("_", "")), row["upos"])
            )
    return senses


def ours(language: str) -> Reader:
    """The terms of a word as Readout reads it."""
    return lambda word, side: {
        term for terms in analyse(word, side=side, lang=language).terms for term in terms
    }


def simplemma_alone(language: str) -> Reader:
    """The word and its dictionary form as the package simplemma has it.

    Of a compound each part, as with ours.
    """

    def read(text: str, side: Side) -> set[str]:
        parts = analyse(text, side=side, lang=language).exacts
        words = parts if len(parts) > 1 else (text,)
        return {*words, *(simplemma.lemmatize(word, lang=language).casefold() for word in words)}

    return read


def _found(words: list[str], reader: Reader) -> set[Pair]:
    """Which word, asked for, finds which in an article."""
    holders: dict[str, set[str]] = {}
    for word in words:
        for term in reader(word, "article"):
            holders.setdefault(term, set()).add(word)
    asked = ((word, term) for word in words for term in reader(word, "query"))
    return {
        (word, other) for word, term in asked for other in holders.get(term, ()) if other != word
    }


def _pairs(groups: Iterator[tuple[object, str]]) -> set[Pair]:
    """Every two words of one group."""
    members: dict[object, set[str]] = {}
    for group, word in groups:
        members.setdefault(group, set()).add(word)
    return {pair for words in members.values() for pair in permutations(words, 2)}


def forms_table() -> Iterator[list[str]]:
    """A row a treebank: ours, and the dictionary package by itself."""
    yield ["word forms", "recall", "precision", "F1", "F1 of simplemma alone"]
    for name, (treebank, without_accents) in TREEBANKS.items():
        own = measured(treebank, without_accents=without_accents)
        alone = measured(
            treebank, without_accents=without_accents, reader=simplemma_alone(treebank[:2])
        )
        yield [name, *(f"{value:.3f}" for value in (*own, own.f1, alone.f1))]


def resources_table() -> Iterator[list[str]]:
    """A row a resource that is left out, a column a treebank: F1."""
    yield ["F1 of word forms", *TREEBANKS]
    for resource in RESOURCES:
        with left_with(resource):
            scores = [
                measured(bank, without_accents=without).f1 for bank, without in TREEBANKS.values()
            ]
        yield [resource, *(f"{score:.3f}" for score in scores)]
