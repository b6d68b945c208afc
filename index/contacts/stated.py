"""Stated: which contacts has an article when its metadata adds some or takes some away?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from search.model.articles import Article
from search.model.contacts import ANY_KIND, KINDS, Contact, ContactStatement

_KINDS: Final = {kind: kind for kind in KINDS}


def stated(article: Article, found: Sequence[Contact]) -> tuple[Contact, ...]:
    """The contacts of an article's text as its metadata corrects them."""
    contacts = tuple(found)
    for one in article.contact_statements:
        if one.taken:
            contacts = tuple(held for held in contacts if not _is_meant(held, one))
        elif len(set(one.leaders)) > 1:
            contacts = tuple(_with(article, contacts, one))
    return contacts


def _is_meant(held: Contact, said: ContactStatement) -> bool:
    return (
        said.kind in {ANY_KIND, held.kind}
        and set(said.leaders) <= set(held.leaders)
        and said.date in {"", held.date}
    )


def _told_better(held: Contact, said: ContactStatement) -> Contact:
    video = said.video or held.video
    if not said.date:
        return replace(held, source="metadata", video=video)
    return replace(held, source="metadata", video=video, date=said.date, date_source=None)


def _with(
    article: Article, contacts: Iterable[Contact], said: ContactStatement
) -> Iterable[Contact]:
    """Contacts with one that metadata gives; one that the text tells of keeps its sentence."""
    kept = list(contacts)
    place = _place(kept, said, article.contact_statements)
    if place is not None:
        kept[place] = _told_better(kept[place], said)
        return kept
    title = article.title
    added = Contact(
        kind=_KINDS[said.kind],
        video=said.video,
        leaders=said.leaders,
        date=said.date or None,
        date_source=None,
        where="title",
        words=title,
        start=0,
        end=len(title),
        source="metadata",
    )
    return [*kept, added]


def _place(
    contacts: Sequence[Contact], said: ContactStatement, every: Iterable[ContactStatement]
) -> int | None:
    """Which contact a statement means: that of its date, else one that no other statement means.

    Of these first one whose date may be this one, known less precisely.
    """
    alike = [
        place
        for place, held in enumerate(contacts)
        if held.kind == said.kind and set(held.leaders) == set(said.leaders)
    ]
    same = [place for place in alike if said.date in {"", contacts[place].date}]
    others = {one.date for one in every if _is_of_same(one, said)}
    free = [
        place
        for place in alike
        if contacts[place].source == "text" and contacts[place].date not in others
    ]
    free.sort(key=lambda place: not said.date.startswith(contacts[place].date or ""))
    return next(iter((*same, *free)), None)


def _is_of_same(one: ContactStatement, other: ContactStatement) -> bool:
    return (one.kind, set(one.leaders)) == (other.kind, set(other.leaders))
