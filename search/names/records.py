"""Records: the rows of the files of names, a class a file."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple

NameKind = Literal[
    "name",
    "surname",
    "variant",
    "spelling",
    "nickname",
    "alias",
    "demonym",
    "capital",
    "capital-spelling",
    "seat",
]


class Name(NamedTuple):
    """One name of a leader or a country in one language.

    A row of `leaders.tsv` or `countries.tsv`.
    """

    owner: str
    language: str
    name: str
    kind: NameKind
    source: str
    as_of: str


class Person(NamedTuple):
    """A leader with the country that they speak for.

    `qid` is Wikidata's number, empty where no source gave it.
    """

    leader: str
    qid: str
    country: str
    source: str
    as_of: str


class Office(NamedTuple):
    """An office that a leader held, by days or years.

    An empty `end`: still held when sources were read.
    """

    leader: str
    office: str
    country: str
    start: str
    end: str
    source: str
    as_of: str

    def has_title(self, titles: Collection[str]) -> bool:
        """Whether one of some titles says it; a president may be one of a council."""
        return self.office in titles or self.office.split("-of-")[0] in titles

    def began_by(self, published: str) -> bool:
        """Whether it was held on a day, month or year, or before."""
        return _until(self.start, published)

    def covers(self, published: str) -> bool:
        """Whether it was held on a day, or at some time of a month or year."""
        return self.began_by(published) and (not self.end or _until(published, self.end))

    def meets(self, other: Office) -> bool:
        """Whether the two were held at the same time, for longer than the day of a handover."""
        return _is_held_after(self.start, other) and _is_held_after(other.start, self)


def _is_held_after(start: str, office: Office) -> bool:
    """Whether an office was held beyond a date."""
    return not office.end or not _until(office.end, start)


def _until(first: str, second: str) -> bool:
    """Whether a date is not after another, as far as both are known."""
    known = min(len(first), len(second))
    return first[:known] <= second[:known]


class AmbiguousName(NamedTuple):
    """A name that can't stand for its owner alone.

    A common word (`word`), a name that many bear (`shared`), or the surname of one who is less
    known than others who have it (`obscure`).
    """

    language: str
    word: str
    why: Literal["obscure", "shared", "word"]
    source: str
    as_of: str


class ReviewedName(NamedTuple):
    """A name that looks as if it needed company and does not.

    A `name` in the dictionary too, a `rare` word, or `kin`.
    Kin led one country together for a while, and time tells most of their articles apart.
    """

    language: str
    word: str
    why: Literal["kin", "name", "rare"]
    source: str
    as_of: str


class FalseFriend(NamedTuple):
    """Words that hold a leader's or a country's name and mean something else: `Washington Post`."""

    language: str
    name: str
    means: Literal[
        "currency", "language", "organisation", "outlet", "party", "person", "place", "thing"
    ]
    source: str
    as_of: str


class Honorific(NamedTuple):
    """What stands before a leader's name (`President`, `ראש הממשלה`), and the office that it says.

    A title without an office (`Leader`) may be anybody's who leads, one of `courtesy` anybody's.
    """

    language: str
    title: str
    office: str
    source: str
    as_of: str


class Inflection(NamedTuple):
    """What becomes of a name's end or start.

    Russian `-ин` is `-иным` too, Arabic writes `و` before a word.
    """

    language: str
    place: Literal["start", "end"]
    written: str
    form: str
    source: str
    as_of: str


class Given(NamedTuple):
    """A given name that many bear."""

    language: str
    name: str
    source: str
    as_of: str


class CombiningForm(NamedTuple):
    """What a people is called in the first part of a compound: `Franco-German`."""

    country: str
    language: str
    form: str
    source: str
    as_of: str


class StreetWord(NamedTuple):
    """A word for a street, before or behind its name, or for a state.

    A comma parts a state from its towns; what is of Georgia stands near it.
    """

    language: str
    word: str
    side: Literal["before", "behind", "comma", "near"]
    source: str
    as_of: str
