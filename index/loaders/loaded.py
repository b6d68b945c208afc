"""Loaded articles: what a file says of each article in it, before anything is concluded from the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

PublishedSource = Literal["metadata", "html"]

EMPTY: Final = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a file or the metadata beside it says of an article; None where it says nothing.

    `leaders` and `countries` are as people wrote them.
    `notes` say what was done to read it: an old encoding, a value that could not be understood.
    """

    title: str | None = None
    source_id: str | None = None
    published: str | None = None
    lang: str | None = None
    outlet: str | None = None
    url: str | None = None
    leaders: tuple[str, ...] | None = None
    countries: tuple[str, ...] | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded(Said):
    """An article of a file; `number` counts from 1 within the file."""

    number: int
    text: str
    published_source: PublishedSource | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A part of a file that can't be read, with the reason in a few words."""

    number: int
    reason: str
