"""Subjects: whom is an article about, and whom does it only mention?

It is about those in its title, those who took part in a contact that it reports, and the subject of
its first sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from index.contacts.shapes import expanded
from index.contacts.symbols import sentence
from index.extract.sentences import sentences
from search.analysis.analyzer import language_of
from search.entities.subjects import Mention
from search.model.articles import Article
from search.model.contacts import Contact

FIRST: Final = 1_000  # code points of the text in which the first sentence is looked for

_SUBJECT: Final = re.compile(expanded("(?:^|[^wfbaP])(?P<s><LIST>)"))  # behind `with`, `of`: none


def subjects(
    article: Article,
    title: Sequence[Mention],
    body: Sequence[Mention],
    contacts: Sequence[Contact],
) -> tuple[str, ...]:
    """The leaders and countries that an article is about, of those that its parts name."""
    leaders = {mention.id for mention in title if mention.facet == "leader"}
    leaders.update(leader for contact in contacts for leader in contact.leaders)
    leaders.update(_first_subject(article, body))
    countries = {mention.id for mention in title if mention.facet == "country"}
    return (*sorted(leaders), *sorted(countries))


def _first_subject(article: Article, mentions: Sequence[Mention]) -> Iterator[str]:
    """The subject of the first sentence, if it is a leader."""
    if not any(mention.facet == "leader" and mention.start < FIRST for mention in mentions):
        return
    start, end = next(iter(sentences(article.text[:FIRST], article.searched())), (0, 0))
    inside = [mention for mention in mentions if start <= mention.start < end]
    if any(mention.facet == "leader" for mention in inside):
        language = language_of(article.text[start:end])
        read = sentence(article.text, (start, end), inside, language, headline=False)
        if match := _SUBJECT.search(read.symbols):
            places = range(*match.span("s"))
            yield from (read.items[at].leader for at in places if read.symbols[at] == "P")
