"""Reviewed: what is concluded of an article, and what it lacks."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Final

from search.model.contacts import Contact

CHECKED: Final = ("published", "leaders", "countries")  # what an article may lack


@dataclass(frozen=True, slots=True)
class ReviewedValue:
    """A leader or a country with the words that it came from.

    There are none if metadata gave it, or a contact its country.
    """

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedArticle:
    """What is known of an article, for a person to check."""

    article_id: str
    title: str
    lang: str
    published: str | None
    published_source: str | None
    leaders: tuple[ReviewedValue, ...]
    countries: tuple[ReviewedValue, ...]
    contacts: tuple[Contact, ...]
    file: str
    from_metadata: tuple[str, ...]

    def missing(self) -> tuple[str, ...]:
        """What is not known; what metadata calls unknown or none is known."""
        unknown = (name for name in CHECKED if not getattr(self, name))
        return tuple(name for name in unknown if name not in self.from_metadata)

    def to_json(self) -> dict[str, Any]:
        """The article as the command line prints it."""
        known = asdict(self) | {"contacts": [contact.to_json() for contact in self.contacts]}
        return {"id": known.pop("article_id"), **known, "missing": list(self.missing())}
