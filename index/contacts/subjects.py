"""Subjects: whom is an article about, and whom does it only mention?

It is about those in its title, those who took part in a contact that it reports, and the subject of
its first sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from index.contacts.items import Item
from index.contacts.shapes import expanded
from index.contacts.symbols import Sentence, sentence
from index.extract.sentences import sentences
from search.analysis.analyzer import language_of
from search.entities.subjects import Mention
from search.model.articles import Article
from search.model.contacts import Contact

FIRST: Final = 1_000  # code points of the text in which the first sentence is looked for
HEAD: Final = 40  # code points of the text before the title, if that stands there once more
BREAK: Final = ";"
NOBODY: Final = "o"  # the symbol of a word that says nothing

_SUBJECT: Final = re.compile(expanded("(?:^|[^wfbaP])(?P<s><LIST>)"))  # behind `with`, `of`: none
_TOLD: Final = re.compile(r"(?<=[FU]),?;.*")  # what somebody says
_ASIDE: Final = re.compile(r";[^,]*")  # a clause of its own: `after Reagan spoke`


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
    begin = _behind_title(article)
    text = article.text[begin : begin + FIRST]
    start, end = next(iter(sentences(text, article.searched())), (0, 0))
    start, end = begin + start, begin + end
    inside = [mention for mention in mentions if start <= mention.start < end]
    if any(mention.facet == "leader" for mention in inside):
        language = language_of(article.text[start:end])
        read = sentence(article.text, (start, end), inside, language, headline=False)
        symbols = _main_clause(read)
        if match := _SUBJECT.search(symbols):
            places = range(*match.span("s"))
            yield from (read.items[at].leader for at in places if symbols[at] == "P")


def _behind_title(article: Article) -> int:
    """Where the text goes on behind its title, if that stands at its head once more."""
    title = article.title.strip()
    found = article.text.find(title, 0, HEAD + len(title)) if title else -1
    return found + len(title) if found >= 0 else 0


def _main_clause(read: Sentence) -> str:
    """The symbols of a sentence, of which only those of its main clause say who is named.

    `A spokesman said that Biden met Xi` is about neither, nor is who stands in a case of objects.
    """
    clause = "".join(
        NOBODY if item.oblique or _is_colon(item) else symbol
        for item, symbol in zip(read.items, read.symbols, strict=True)
    )
    for other in (_TOLD, _ASIDE):
        clause = other.sub(lambda found: NOBODY * len(found[0]), clause)
    return clause


def _is_colon(item: Item) -> bool:
    """Whether an item is a mark of punctuation that begins no clause aside: `17:50`."""
    return item.symbol == BREAK and not item.kind and item.end > item.start
