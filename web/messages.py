"""Messages: what does the interface say, in the reader's language?

The words stand in gettext catalogues under `locale`, each text named by a key; `make texts`
compiles them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from gettext import GNUTranslations, translation
from pathlib import Path
from typing import Final

from markupsafe import Markup, escape

from search.errors import ArticleNotFoundError, QueryError, SearchTimeoutError
from search.icu import format_date, format_number, is_rtl
from search.model.articles import UNKNOWN
from search.model.hints import Hint

CATALOGUES: Final = Path(__file__).with_name("locale")
DOMAIN: Final = "readout"
Problem = QueryError | ArticleNotFoundError | SearchTimeoutError
ISOLATED: Final = Markup('<bdi lang="">{}</bdi>')


@dataclass(frozen=True, slots=True)
class Locale:
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
        """What is said of a query, with its words and names each in a direction of their own."""
        return self._isolated(f"hint.{hint.code}", dict(hint.facts), hint.message)

    def error(self, error: Problem) -> str:
        """What is said of a mistake, likewise."""
        return self._isolated(f"error.{error.code}", error.facts, str(error))

    def plain(self, key: str, facts: Mapping[str, str], otherwise: str) -> str:
        """The same for programs."""
        return self(key, **facts) if self.knows(key) else otherwise

    def _isolated(self, key: str, facts: Mapping[str, str], otherwise: str) -> str:
        parts = {name: fact.replace(" …", ", …").split(", ") for name, fact in facts.items()}
        shown = {
            name: Markup(", ").join(map(ISOLATED.format, some)) for name, some in parts.items()
        }
        return escape(self.texts.gettext(key)).format(**shown) if self.knows(key) else otherwise

    def counted(self, number: int, key: str) -> str:
        """A text in the form that goes with a number."""
        return self.texts.ngettext(key, key, number).format(n=self.number(number))

    def number(self, number: float) -> str:
        """A number as the language writes it."""
        return format_number(number, self.code)

    def date(self, published: str) -> str:
        """A date as precise as it is known."""
        return format_date(published, self.code)

    def year(self, choice: str) -> str:
        """A year, a range of years, or that it is unknown."""
        return self("year.unknown") if choice == UNKNOWN else choice.replace("..", "–")

    @property
    def dir(self) -> str:
        """The direction of the page."""
        return "rtl" if is_rtl(self.code) else "ltr"


@cache
def locale(code: str) -> Locale:
    """A language of the interface."""
    return Locale(code, translation(DOMAIN, CATALOGUES, [code]))
