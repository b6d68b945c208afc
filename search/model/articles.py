"""Articles: what is searched, and what is known of each.

Spans are pairs of offsets in Python code points into the text that the reader sees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from search.model.contacts import Contact, ContactStatement
from search.model.languages import UNDETERMINED

Span = tuple[int, int]
TitleSource = Literal["given", "line", "sentence"]
Field = Literal["title", "published", "lang", "outlet", "url", "leaders", "countries", "contacts"]

UNKNOWN: Final = "unknown"  # the value of the facet year for an article without a date
_LISTS: Final = (
    "leaders",
    "countries",
    "subjects",
    "from_metadata",
)  # of JSON, which are tuples here


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as it is stored: the whole text, and what is known of it with its source.

    `published` is `2016-10-23`, `2025-04`, `2025` or None, as precise as is known.
    `boilerplate` are spans of `text` that are shown but never searched, in reading order.
    A title taken from the text's first sentence (`sentence`) is a label: its words stand in `text`
    already. `from_metadata` names the fields that metadata gave: tagging leaves these alone.
    `sequence` and `first_seen` tell when an index took it in, behind which others and on which day.
    `contact_statements` say what metadata adds to its contacts or takes away.
    `subjects` are those of the leaders and countries that it is about, the others are mentioned.
    """

    article_id: str
    title: str
    text: str
    title_source: TitleSource = "given"
    boilerplate: tuple[Span, ...] = ()
    lang: str = UNDETERMINED
    published: str | None = None
    published_source: str | None = None
    outlet: str | None = None
    url: str | None = None
    leaders: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    contact_statements: tuple[ContactStatement, ...] = ()
    duplicate_of: str | None = None
    from_metadata: tuple[Field, ...] = ()
    sequence: int = 0
    first_seen: str | None = None

    @property
    def year(self) -> int | None:
        """The year of publication."""
        return int(self.published[:4]) if self.published else None

    @property
    def day(self) -> int:
        """The date as a number, 20161023; unknown parts are 00, no date is 0."""
        return int((self.published or "").replace("-", "").ljust(8, "0"))

    @property
    def seen_day(self) -> int:
        """The day on which it was first seen, likewise."""
        return int((self.first_seen or "0").replace("-", ""))

    def searched(self) -> Iterator[Span]:
        """The stretches of the text that are the article's own: those between its boilerplate."""
        last = 0
        for start, end in self.boilerplate:
            yield last, start
            last = max(last, end)
        yield last, len(self.text)

    def to_json(self) -> dict[str, Any]:
        """The stored form: plain JSON values."""
        known = {name: getattr(self, name) for name in self.__slots__}
        return known | {"contacts": [contact.to_json() for contact in self.contacts]}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Article:
        """The article that `to_json` stored; fields that are left out are not known."""
        known = stored | {name: tuple(stored[name]) for name in _LISTS if name in stored}
        known["contacts"] = tuple(map(Contact.from_json, stored.get("contacts", ())))
        said = stored.get("contact_statements", ())
        known["contact_statements"] = tuple(
            ContactStatement(kind, tuple(leaders), *rest) for kind, leaders, *rest in said
        )
        known["boilerplate"] = tuple((start, end) for start, end in stored.get("boilerplate", ()))
        return cls(**known)
