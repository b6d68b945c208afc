"""Corpus: how are the articles and queries of the benchmark made, the same on every machine?

Articles in Hebrew, Romanian and English take turns. Words come as often as in the language, so a
few are everywhere and most are rare; a fifth of an article's words come from thirty of its own, as
an article has a subject. Leaders and countries are skewed, years are not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from wordfreq import get_frequency_dict

from tests.bench.archive import Queries, Row, rows

# and their first and last letter
LANGUAGES: Final = {"he": ("א", "ת"), "ro": ("a", "ț"), "en": ("a", "z")}
VOCABULARY: Final = 80_000
TITLE: Final = 8  # words
LEADERS: Final = 200
COUNTRIES: Final = 100
SUBJECT: Final = 30  # words that an article comes back to
EACH: Final = 48  # queries a kind
_SAMPLE: Final = 3_000  # articles from whose words the queries are made

Chance = np.random.Generator
Words = NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A language's words, the most frequent first, and how much of the language is reached with each."""

    words: Words
    reached: NDArray[np.float64]

    @classmethod
    def of(cls, lang: str) -> Vocabulary:
        """The words that are written in the language's own letters."""
        first, last = LANGUAGES[lang]
        known = get_frequency_dict(lang, wordlist="best")
        held = [
            (-often, word)
            for word, often in known.items()
            if len(word) > 1 and _is_written(word, first, last)
        ]
        chosen = sorted(held)[:VOCABULARY]
        often = np.array([-negative for negative, _ in chosen])
        return cls(
            np.array([word for _, word in chosen], dtype=object), np.cumsum(often / often.sum())
        )

    def drawn(self, chance: Chance, count: int, *, rarer: bool = False) -> Words:
        """So many words as they come; `rarer` leaves out the words that every article has."""
        share = chance.random(count)
        at = np.searchsorted(self.reached, 0.55 + 0.44 * share if rarer else share)
        found: Words = self.words[np.minimum(at, len(self.words) - 1)]
        return found


def write(folder: Path, count: int) -> None:
    """Make `articles.tsv` and `queries.json` in a folder, unless they are there."""
    if (folder / "queries.json").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "articles.tsv").open("w", encoding="utf-8") as file:
        file.writelines("\t".join(astuple(row)) + "\n" for row in _rows(count))
    made = json.dumps(_queries(list(islice(rows(folder), _SAMPLE))), ensure_ascii=False)
    (folder / "queries.json").write_text(made, encoding="utf-8")


def _is_written(word: str, first: str, last: str) -> bool:
    return word.isalpha() and all(first <= letter <= last for letter in word)


def _rows(count: int) -> Iterator[Row]:
    chance = np.random.default_rng(20240501)
    spoken = [(lang, Vocabulary.of(lang)) for lang in LANGUAGES]
    leaders, countries = (
        _skewed(chance, LEADERS, count, 1.0),
        _skewed(chance, COUNTRIES, count, 0.9),
    )
    years = 1995 + chance.integers(0, 30, count)
    lengths = np.clip(chance.lognormal(np.log(235), 0.4, count), 40, 1200).astype(int)
    for number, length in enumerate(lengths.tolist()):
        lang, known = spoken[number % len(spoken)]
        words = known.drawn(chance, length + TITLE)
        subject = known.drawn(chance, SUBJECT, rarer=True)
        again = chance.random(len(words)) < 0.2
        words[again] = subject[chance.integers(0, SUBJECT, int(again.sum()))]
        facets = (
            f"leader{leaders[number]:03}",
            f"country{countries[number]:02}",
            str(years[number]),
        )
        yield Row(f"{number:07}", lang, *facets, " ".join(words[:TITLE]), " ".join(words[TITLE:]))


def _skewed(chance: Chance, kinds: int, count: int, slope: float) -> NDArray[np.int64]:
    share = 1 / np.arange(1, kinds + 1) ** slope
    return chance.choice(kinds, count, p=share / share.sum())


def _queries(sample: list[Row]) -> Queries:
    chance = np.random.default_rng(7)
    picks = [_Picks([row for row in sample if row.lang == lang], chance) for lang in LANGUAGES]
    made: Queries = {}
    for number in range(EACH):
        for kind, words in picks[number % len(picks)].each(number).items():
            made.setdefault(kind, []).append(words)
    return made


class _Picks:
    """The words of one language's sample by how many of its articles have them."""

    def __init__(self, sample: list[Row], chance: Chance) -> None:
        self._sample, self._chance = sample, chance
        holders: dict[str, int] = {}
        for row in sample:
            for word in set(row.body.split(" ")):
                holders[word] = holders.get(word, 0) + 1
        share = {
            word: count / len(sample) / len(LANGUAGES) for word, count in sorted(holders.items())
        }
        self._rare = [word for word in share if holders[word] == 2]
        self._usual = [word for word, part in share.items() if 0.005 <= part < 0.05]
        self._frequent = [word for word, part in share.items() if part >= 0.05]

    def each(self, number: int) -> dict[str, list[str]]:
        """A query of every kind."""
        either = self._frequent if number // 3 % 2 else self._usual
        row = self._sample[int(self._chance.integers(len(self._sample)))]
        first = int(self._chance.integers(len(row.body.split(" ")) - 1))
        return {
            "rare": [self._one(self._rare)],
            "frequent": [self._one(self._frequent)],
            "and": [self._one(self._frequent), self._one(either)],
            "or": [self._one(self._frequent), self._one(self._usual), self._one(either)],
            "phrase": row.body.split(" ")[first : first + 2],
            "prefix": [self._one(self._usual, longer=4)[: 3 if row.lang == "he" else 4]],
            "one off": [self._slip(self._one(self._usual, longer=5))],
            "two off": [self._slip(self._slip(self._one(self._usual, longer=7)))],
            "filter": [self._one(either), row.country],
            "facets": [self._one(either)],
            "page": [self._one(self._usual), self._one(either), row.country],
        }

    def _one(self, among: list[str], longer: int = 1) -> str:
        long = [word for word in among if len(word) >= longer]
        return long[int(self._chance.integers(len(long)))]

    def _slip(self, word: str) -> str:
        at = int(self._chance.integers(1, len(word) - 1))
        return word[:at] + word[at + 1 :]
