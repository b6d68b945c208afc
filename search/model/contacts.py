"""Contacts: calls, meetings and messages between leaders that an article reports as held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["call", "meeting", "message"]
Where = Literal["title", "lead", "body"]
DateSource = Literal["text", "weekday", "published"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A contact as its article reports it.

    `date` is a day, month or year as far as it is known: written in the text, resolved from a
    weekday or a word such as today, or the year of publication. `start` and `end` are code points
    into the title or the text, where `words`, the whole sentence, stand.
    """

    kind: Kind
    video: bool
    leaders: tuple[str, ...]
    date: str | None
    date_source: DateSource | None
    where: Where
    words: str
    start: int
    end: int

    def to_json(self) -> dict[str, Any]:
        """The contact as it is stored, and as the API gives it."""
        known = {name: getattr(self, name) for name in self.__slots__}
        known["in"] = known.pop("where")
        return known | {"leaders": list(self.leaders)}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Contact:
        """The contact that `to_json` gave."""
        known = {name: value for name, value in stored.items() if name != "in"}
        return cls(**{**known, "where": stored["in"], "leaders": tuple(stored["leaders"])})
