"""Loaded articles.

What a file says of each article in it, before anything is concluded from the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from search.model.contacts import ContactStatement

# the last: the day on which an archive of the web took a page
PublishedSource = Literal["metadata", "html", "capture"]

EMPTY: Final = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataFields:
    """What a file or the metadata beside it says of an article; None where it says nothing.

    `leaders` and `countries`, and whom `contacts` name, are as people wrote them.
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
    contacts: tuple[ContactStatement, ...] | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded(MetadataFields):
    """An article of a file; `number` counts from 1 within the file.

    `head` has lines that a page shows above the text, one of which may be its date.
    `member` is where it stands in a file that packs others, as its id says it: `/b.txt`,
    `/b.mbox#2`.
    """

    number: int
    text: str
    published_source: PublishedSource | None = None
    head: str = ""
    member: str | None = None

    @property
    def locator(self) -> str:
        """What tells it from the other articles of its file, behind the file's path."""
        if self.member is not None:
            return self.member
        return f"#{self.number}" if self.number > 1 else ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A part of a file that can't be read, with the reason in a few words."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """A file packed in another that is no article: its path in there, and why.

    None if its kind is not read.
    """

    name: str
    reason: str | None = None


Part = Loaded | Skipped | Ignored
