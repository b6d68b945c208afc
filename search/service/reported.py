"""Reported: which calls, meetings and messages between two leaders do articles report?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from search.analysis.analyzer import analyse
from search.engine.nodes import FieldIs
from search.engine.port import Engine, Request
from search.entities.gazetteer import Gazetteer
from search.model.articles import Article, Span
from search.model.contacts import ANY_KIND, Contact, Kind, Pair, key
from search.names import own

SHOWN: Final = 3  # contacts, and accounts of each
MOST_ARTICLES: Final = 200  # those that are read for it, the newest first
WHOLE_DAY: Final = 10  # characters
_HEAD: Final = 1_000  # code points of a text that say who is who
_MARKED: Final = 512  # sentences that are kept: who asks of a pair turns pages


@dataclass(frozen=True, slots=True)
class Account:
    """How one article tells of a contact: its sentence, with the names of the two marked."""

    article: Article
    contact: Contact
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ReportedContact:
    """A contact with some accounts that the archive has of it, the newest first."""

    kind: Kind
    video: bool
    date: str | None
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """What is reported between two leaders.

    `contacts` are the newest ones, those without a date last; of the others `undated` have none.
    `is_whole` says whether all articles were read that may report more. Of all `kinds` if none is
    named.
    """

    pair: Pair
    kinds: tuple[str, ...]
    contacts: tuple[ReportedContact, ...]
    undated: int
    total: int
    is_whole: bool


def reported(
    engine: Engine, gazetteer: Gazetteer, pair: Pair, kinds: Collection[str], chosen: Request
) -> Reported | None:
    """What is reported between two leaders in articles that pass what is chosen; None if nothing.

    Of contacts of some kinds alone, if any are named.
    """
    between = FieldIs("contact", frozenset({key(ANY_KIND, pair)}))
    found = engine.search(
        replace(chosen, limits=(*chosen.limits, between), sort="newest", size=MOST_ARTICLES)
    )
    told = [
        (article, contact)
        for article in engine.get(hit.article_id for hit in found.hits)
        if article.duplicate_of is None
        for contact in article.contacts
        if set(pair) <= set(contact.leaders) and (not kinds or contact.kind in kinds)
    ]
    groups = list(_grouped(told))
    groups.sort(key=lambda group: group[0][1].date or "", reverse=True)  # undated ones come last
    if not groups:
        return None
    shown = tuple(_contact(gazetteer, group, pair) for group in groups[:SHOWN])
    undated = sum(not group[0][1].date for group in groups[SHOWN:])
    return Reported(
        pair, tuple(sorted(kinds)), shown, undated, len(groups), found.total <= len(found.hits)
    )


def _grouped(
    told: Iterable[tuple[Article, Contact]],
) -> Iterator[Sequence[tuple[Article, Contact]]]:
    """Those of one kind and one fully known day are one; others stand alone."""
    days: dict[tuple[Kind, str], list[tuple[Article, Contact]]] = {}
    for article, contact in told:
        if contact.date and len(contact.date) == WHOLE_DAY:
            days.setdefault((contact.kind, contact.date), []).append((article, contact))
        else:
            yield [(article, contact)]
    yield from days.values()


def _contact(
    gazetteer: Gazetteer, told: Sequence[tuple[Article, Contact]], pair: Pair
) -> ReportedContact:
    _, first = told[0]
    accounts = tuple(
        Account(
            article,
            contact,
            _marks(gazetteer, article, contact, pair),
        )
        for article, contact in told[:SHOWN]
    )
    video = any(contact.video for _, contact in told)
    return ReportedContact(first.kind, video, first.date, accounts)


def _marks(
    gazetteer: Gazetteer, article: Article, contact: Contact, pair: Pair
) -> tuple[Span, ...]:
    """Where a sentence names the two; if it does not say whose a surname is, the article's head."""
    named: dict[Span, str] = {}
    for head in ("", f"{article.title}\n{article.text[:_HEAD]}"):
        named = _named(gazetteer, head, contact.words, article.lang, article.published)
        if set(pair) <= set(named.values()):
            break
    return tuple(span for span, leader in named.items() if leader in pair)


@own.follows
@lru_cache(maxsize=_MARKED)
def _named(
    gazetteer: Gazetteer, head: str, words: str, lang: str, published: str | None
) -> dict[Span, str]:
    """Where a sentence behind such a head names whom."""
    parts = ((text, analyse(text, lang=lang)) for text in (head, words))
    _, named = gazetteer.mentions_in(*parts, published=published)
    return {(one.start, one.end): one.id for one in named if one.facet == "leader"}
