"""Kin: which dictionary forms have one stem, by Snowball's rules?

A stemmer joins what a dictionary parts (întâlni, întâlnire), and much that it should not, so it
makes a table for ranking alone, of words that texts have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from whoosh.lang.snowball.english import EnglishStemmer
from whoosh.lang.snowball.romanian import RomanianStemmer
from whoosh.lang.snowball.russian import RussianStemmer

from search.analysis.lexicon import lexicon_of
from tools.build_tables.sources import frequencies
from tools.build_tables.writing import write_rows

_CEDILLAS: Final = str.maketrans("șț", "şţ")  # as this Romanian stemmer spells
STEMMERS: Final[dict[str, Callable[[str], str]]] = {
    "en": EnglishStemmer().stem,
    "ro": lambda word: str(RomanianStemmer().stem(word.translate(_CEDILLAS))),
    "ru": RussianStemmer().stem,
}
_SHORTEST: Final = 4  # letters of a dictionary form
_MET: Final = 1e-7  # how large a part of all words its forms are together
_MOST: Final = 8  # members of a family, the most frequent ones


def make() -> None:
    """A table a language, a family a row."""
    for language, stem in STEMMERS.items():
        write_rows(f"{language}-kin.tsv", ("lemmas",), _families(language, stem))


def _families(language: str, stem: Callable[[str], str]) -> Iterator[tuple[str]]:
    families: dict[str, list[str]] = defaultdict(list)
    for lemma, share in sorted(_shares(language).items(), key=lambda row: (-row[1], row[0])):
        if len(lemma) >= _SHORTEST and lemma.isalpha() and share >= _MET:
            families[stem(lemma)].append(lemma)
    rows = (sorted(family[:_MOST]) for family in families.values() if len(family) > 1)
    yield from sorted((" ".join(family),) for family in rows)


def _shares(language: str) -> Mapping[str, float]:
    """How large a part of all words the forms of each dictionary form are."""
    shares: dict[str, float] = defaultdict(float)
    lexicon = lexicon_of(language)
    for word, share in frequencies(language).items():
        for lemma in lexicon.forms(word):
            shares[lemma] += share
    return shares
