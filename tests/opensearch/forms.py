"""Forms: queries of every form of the language, made of an archive's own words; always the same."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from search.model.articles import Article
from search.model.response import Search

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_NAMES: Final = ("putin", "netanyahu", "trump", "פוטין", "נתניהו", "Iohannis", "Зеленский", "Biden")
_PLACES: Final = ("israel", "iran", "românia", "ukraine", "מצרים", "Moldova", "Россия", "Germany")


class Forms:
    """Makes queries."""

    def __init__(self, articles: Sequence[Article], seed: int = 7) -> None:
        """Make them of the words of these articles."""
        self._chance = random.Random(seed)  # noqa: S311 - the same queries each time
        self._words = [words for one in articles if len(words := _WORD.findall(one.text[:600])) > 8]

    def queries(self, each: int) -> Iterator[tuple[str, Search]]:
        """So many queries of each form, with its name."""
        for form, make in self._forms().items():
            yield from ((form, make()) for _ in range(each))

    def _forms(self) -> dict[str, Callable[[], Search]]:
        typed: dict[str, Callable[[], str]] = {
            "a word": lambda: self._some(1),
            "two words": lambda: self._some(2),
            "three words": lambda: self._some(3),
            "five words": lambda: self._some(5),
            "words of two articles": lambda: f"{self._some(2)} {self._some(1)}",
            "a phrase": lambda: f'"{self._beside(2)}"',
            "a longer phrase": lambda: f'"{self._beside(4)}"',
            "a phrase with slop": lambda: f'"{self._apart()}"~2',
            "a phrase and a word": lambda: f'"{self._beside(2)}" {self._some(1)}',
            "a name": lambda: self._chance.choice(_NAMES),
            "a name and a word": lambda: f"{self._chance.choice(_NAMES)} {self._some(1)}",
            "a country": lambda: self._chance.choice(_PLACES),
            "a beginning": lambda: f"{self._some(1)[:4]}*",
            "a word and a beginning": lambda: f"{self._some(1)} {self._some(1)[:3]}*",
            "letters off": lambda: f"{self._some(1)}~",
            "letters exactly": lambda: f"={self._some(1)}",
            "not": lambda: f"{self._some(1)} -{self._some(1)}",
            "or": lambda: f"{self._some(1)} OR {self._some(1)}",
            "brackets": lambda: f"({self._some(1)} OR {self._some(1)}) {self._some(1)}",
            "a title": lambda: f"title:{self._some(1)}",
            "a field": lambda: (
                f"{self._some(1)} lang:{self._chance.choice(('en', 'he', 'ro', 'ru'))}"
            ),
            "years": lambda: (
                f"{self._some(1)} year:{self._chance.choice(('2010..2020', 'unknown', '2022'))}"
            ),
            "dates": lambda: (
                f"{self._some(1)} date:{self._chance.choice(('2014', '..2015', '2020-01..2022-06'))}"
            ),
            "about": lambda: f"about:{self._chance.choice(_NAMES[:3])}",
            "a contact": lambda: f"contact:{self._chance.choice(('call', 'meeting', 'message'))}",
        }
        asked = {form: lambda write=write: Search(query=write()) for form, write in typed.items()}
        return {
            **asked,
            "any word": lambda: Search(query=self._some(3), match="any"),
            "loose": lambda: Search(query=self._some(2), loose=True),
            "a filter": lambda: Search(query=self._some(1), filters={"lang": ("en",)}),
            "two filters": lambda: Search(
                query=self._some(1), filters={"lang": ("he", "ro"), "year": ("2010..2030",)}
            ),
            "a leader": lambda: Search(
                query="", filters={"leader": (self._chance.choice(_NAMES),)}
            ),
            "newest": lambda: Search(query=self._some(1), sort="newest"),
            "oldest": lambda: Search(query=self._some(1), sort="oldest"),
        }

    def _some(self, number: int) -> str:
        return " ".join(self._chance.sample(self._chance.choice(self._words), number))

    def _beside(self, number: int) -> str:
        words = self._chance.choice(self._words)
        first = self._chance.randrange(len(words) - number)
        return " ".join(words[first : first + number])

    def _apart(self) -> str:
        first, _, last = self._beside(3).split()
        return f"{first} {last}"
