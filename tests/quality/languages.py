"""Languages: how often is the language of a few words told rightly?

Stretches of three words, two and one are cut at random places from passages and news; `und` counts
as wrong.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from search.analysis.language import language_of
from tests.quality import shelf
from tests.quality.shelf import Row

EACH: Final = 300
LENGTHS: Final = (3, 2, 1)
SOURCES: Final = {
    "he": ("retrieval/he-heq-passages", "retrieval/he-parashoot-passages", "news/news-he-ynet2026"),
    "ro": ("retrieval/ro-xquad-passages", "news/news-ro-moldova"),
    "en": ("retrieval/en-xquad-passages", "news/news-en-reuters21578"),
    "ru": ("retrieval/ru-xquad-passages", "news/news-ru-moldova"),
    "ar": ("retrieval/ar-xquad-passages",),
    "fa": ("retrieval/fa-persianqa-passages",),
}
# Words in the letters of the language: a Latin name in a Hebrew text is not Hebrew.
_WORDS: Final = {
    "he": re.compile('[א-ת]{2,}(?:"[א-ת])?'),
    **dict.fromkeys(("ro", "en"), re.compile(r"[^\W\d_א-ۿЀ-ӿ]{2,}")),
    "ru": re.compile("[А-яЁё]{2,}"),
    **dict.fromkeys(("ar", "fa"), re.compile("[\u0621-\u06cc\u200c]{2,}")),
}


def told(language: str, length: int) -> float:
    """The share of stretches of so many words whose language is told."""
    return sum(language == language_of(cut) for cut in islice(cuts(language, length), EACH)) / EACH


def cuts(language: str, length: int) -> Iterator[str]:
    """Stretches of a text of any of the sources, the same each time."""
    chance = random.Random(f"{language}{length}")  # noqa: S311 - the same places each time
    texts = [row["text"] for source in SOURCES[language] for row in _some(source)]
    while True:
        found = _WORDS[language].findall(chance.choice(texts))
        if len(found) >= length:
            first = chance.randrange(len(found) - length + 1)
            yield " ".join(found[first : first + length])


def _some(source: str) -> Iterator[Row]:
    return islice(shelf.lines(f"{source}.jsonl"), EACH)


def languages_table() -> Iterator[list[str]]:
    """A row a number of words, a column a language, then all."""
    yield ["language told", *SOURCES, "all"]
    for length in LENGTHS:
        shares = [told(language, length) for language in SOURCES]
        shown = (*shares, sum(shares) / len(shares))
        yield [f"{length} words" if length > 1 else "1 word", *(f"{share:.3f}" for share in shown)]
