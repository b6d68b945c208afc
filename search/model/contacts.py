"""Contacts: calls, meetings and messages between leaders that an article reports as held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final, Literal, NamedTuple, get_args

Kind = Literal["call", "meeting", "message"]
Pair = tuple[str, str]  # two leaders, in the order of their ids
Where = Literal["title", "lead", "body"]
ContactSource = Literal["text", "metadata"]
DateSource = Literal["text", "weekday", "published"]

KINDS: Final = get_args(Kind)
ANY_KIND: Final = "any"
_JOINT: Final = "|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A contact as its article reports it.

    `date` is a day, month or year as far as it is known: written in the text, resolved from a
    weekday or a word such as today, or the year of publication. `start` and `end` are code points
    into the title or the text, where `words`, the whole sentence, stand; of a contact that only
    metadata gives they are the title's.
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
    source: ContactSource = "text"

    def to_json(self) -> dict[str, Any]:
        """The contact as it is stored, and as the API gives it."""
        known = {name: getattr(self, name) for name in self.__slots__}
        known["in"] = known.pop("where")
        return known | {"leaders": list(self.leaders)}

    def statement(self) -> str:
        """The contact as metadata states it: `video call: a, b, 2016-10-21`."""
        kind = f"video {self.kind}" if self.video else self.kind
        return f"{kind}: {', '.join((*self.leaders, *filter(None, (self.date,))))}"

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Contact:
        """The contact that `to_json` gave."""
        known = {name: value for name, value in stored.items() if name != "in"}
        return cls(**{**known, "where": stored["in"], "leaders": tuple(stored["leaders"])})


class ContactStatement(NamedTuple):
    """What metadata says of contacts: that one was held, or that one was `taken` away.

    `kind` may be any, `date` empty. Without leaders all are taken away that the text reports.
    """

    kind: str
    leaders: tuple[str, ...]
    date: str = ""
    taken: bool = False
    video: bool = False


def keys_of(contacts: Iterable[Contact]) -> tuple[str, ...]:
    """What an index keeps of an article's contacts: each kind, and each kind between each two."""
    keys: dict[str, None] = {}
    for contact in contacts:
        keys[contact.kind] = None
        for pair in map(pair_of, combinations(contact.leaders, 2)):
            keys |= dict.fromkeys((key(contact.kind, pair), key(ANY_KIND, pair)))
    return tuple(keys)


def key(kind: str, pair: Pair | None) -> str:
    """What an index keeps for a kind of contact between two leaders, or between any."""
    return kind if pair is None else _JOINT.join((kind, *pair))


def kind_in(kept: str) -> str:
    """The kind of what an index keeps."""
    return kept.partition(_JOINT)[0]


def pair_of(leaders: Iterable[str]) -> Pair | None:
    """The two leaders, if they are two."""
    first, *others = sorted(set(leaders)) or [""]
    return (first, others[0]) if len(others) == 1 else None
