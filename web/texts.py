"""Texts: what does the interface say, in the reader's language?

The words stand in gettext catalogues under `locale`, each text named by a key; `make texts` compiles them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from gettext import GNUTranslations, translation
from pathlib import Path
from typing import Final

from search.icu import format_date, format_number, is_rtl
from search.results import Hint

CATALOGUES: Final = Path(__file__).with_name("locale")
DOMAIN: Final = "readout"

_number: Final = lru_cache(maxsize=4096)(format_number)  # a page says the same few hundred times


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of the interface: its texts, numbers and dates."""

    code: str
    texts: GNUTranslations = field(repr=False)

    def __call__(self, key: str, **facts: str) -> str:
        """A text with its facts filled in."""
        return self.texts.gettext(key).format(**facts)

    def knows(self, key: str) -> bool:
        """Whether there is such a text."""
        return self.texts.gettext(key) != key

    def hint(self, hint: Hint) -> str:
        """What is said of a query, with its words kept in their own direction."""
        key = f"hint.{hint.code}"
        isolated = {name: f"\u2068{fact}\u2069" for name, fact in hint.facts}  # FIRST STRONG ISOLATE … POP
        return self(key, **isolated) if self.knows(key) else hint.message

    def count(self, key: str, number: int) -> str:
        """A text in the form that goes with a number."""
        return self.texts.ngettext(key, key, number).format(n=self.number(number))

    def number(self, number: float) -> str:
        """A number as the language writes it."""
        return _number(number, self.code)

    def date(self, published: str) -> str:
        """A date as precise as it is known."""
        return format_date(published, self.code)

    def year(self, choice: str) -> str:
        """A year, a range of years, or that it is unknown."""
        key = f"year.{choice}"
        return self(key) if self.knows(key) else choice.replace("..", "–")

    @property
    def dir(self) -> str:
        """The direction of the page."""
        return "rtl" if is_rtl(self.code) else "ltr"


@cache
def tongue(code: str) -> Tongue:
    """A language of the interface."""
    return Tongue(code, translation(DOMAIN, CATALOGUES, [code]))
