"""Texts: what does the interface say, in the reader's language?

The words stand in `texts.tsv`, a row a text, a column a language; a text that counts has a row for each plural form.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from search.icu import format_date, format_number, is_rtl
from search.results import Hint

TABLE: Final = Path(__file__).with_name("texts.tsv")
PLURALS: Final[dict[str, Callable[[int], str]]] = {  # CLDR's rules for whole numbers
    "en": lambda n: "one" if n == 1 else "other",
    "he": lambda n: {1: "one", 2: "two"}.get(n, "other"),
    "ro": lambda n: "one" if n == 1 else "few" if n == 0 or 1 <= n % 100 <= 19 else "other",
}


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of the interface: its texts, numbers and dates."""

    code: str
    texts: dict[str, str] = field(repr=False)

    def __call__(self, key: str, **facts: str) -> str:
        """A text with its facts filled in."""
        return self.texts[key].format(**facts)

    def hint(self, hint: Hint) -> str:
        """What is said of a query, with its words kept in their own direction."""
        known = self.texts.get(f"hint.{hint.code}")
        isolated = {name: f"\u2068{fact}\u2069" for name, fact in hint.facts}  # FIRST STRONG ISOLATE … POP
        return known.format(**isolated) if known else hint.message

    def count(self, key: str, number: int) -> str:
        """A text in the form that goes with a number."""
        return self(f"{key}.{PLURALS[self.code](number)}", n=self.number(number))

    def number(self, number: float) -> str:
        """A number as the language writes it."""
        return format_number(number, self.code)

    def date(self, published: str) -> str:
        """A date as precise as it is known."""
        return format_date(published, self.code)

    def year(self, choice: str) -> str:
        """A year, a range of years, or that it is unknown."""
        return self.texts.get(f"year.{choice}", choice.replace("..", "–"))

    @property
    def dir(self) -> str:
        """The direction of the page."""
        return "rtl" if is_rtl(self.code) else "ltr"


@cache
def tongue(code: str) -> Tongue:
    """A language of the interface."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return Tongue(code, {row["key"]: row[code] for row in rows})
