"""Similar: which other articles tell of the same?

First those that report the same contact, in whatever language, then those that share leaders,
countries, ideas and rare words. A copy tells the same, and is no other article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from search.analysis.tokens import EXACT, LEMMA, AnalysedArticle
from search.engine.nodes import AS_TYPED, FieldIs, Group
from search.engine.port import Engine, Ranked, Request
from search.model.articles import Article
from search.model.contacts import Contact, key, pair_of
from search.service.named_ideas import in_all_languages, named_ideas
from search.service.near_duplicates import tell_the_same

MOST: Final = 10
RARE_WORDS: Final = 12
COMPARED: Final = 16  # articles of each way to find some
FEW: Final = 5  # articles that may share a word, however small the archive; else a tenth of it
MOST_IDEAS: Final = 4  # that an article names most often
OF_LEADERS, OF_COUNTRIES, OF_IDEAS, OF_WORDS = (
    2.0,
    1.0,
    1.0,
    1.0,
)  # what all of them, shared, are worth
SAME_CONTACT: Final = 10.0  # more than all of these


def similar(
    engine: Engine, article: Article, analysed: AnalysedArticle, most: int = MOST
) -> Iterator[Ranked]:
    """At most so many other articles, the most similar first, each with how similar it is."""
    named = named_ideas(analysed, article.lang)[:MOST_IDEAS]
    scores: defaultdict[str, float] = defaultdict(float)
    for limits in _shared(article):
        scores.update((hit.article_id, 0.0) for hit in _found(engine, limits=limits))
    for clauses, worth in (
        (tuple(map(in_all_languages, named)), OF_IDEAS),
        (_rare(engine, analysed), OF_WORDS),
    ):
        hits = _found(engine, clauses=clauses, match="any") if clauses else ()
        for hit in hits:
            scores[hit.article_id] += worth * hit.score / hits[0].score
    told: list[Article] = [article]
    for other, worth in _ranked(article, engine.get(scores), scores):
        if len(told) > most:
            return
        if not any(tell_the_same(other, one) for one in told):
            told.append(other)
            yield Ranked(other.article_id, worth)


def _found(engine: Engine, **asked: Any) -> Sequence[Ranked]:  # noqa: ANN401  as `Request` has them
    return engine.search(Request(size=COMPARED, **asked)).hits


def _ranked(
    article: Article, others: Iterable[Article], told: Mapping[str, float]
) -> Sequence[tuple[Article, float]]:
    worth = {
        other.article_id: (other, _worth(article, other) + told[other.article_id])
        for other in others
        if other.duplicate_of is None and other.article_id != article.article_id
    }
    return sorted(worth.values(), key=lambda one: (-one[1], one[0].article_id))


def _worth(one: Article, other: Article) -> float:
    same = any(_is_same(own, its) for own in one.contacts for its in other.contacts)
    leaders = OF_LEADERS * _resemblance(one.leaders, other.leaders)
    return (
        SAME_CONTACT * same + leaders + OF_COUNTRIES * _resemblance(one.countries, other.countries)
    )


def _is_same(one: Contact, other: Contact) -> bool:
    """Whether two contacts may be one: of one kind, between the same, and of one date."""
    if one.kind != other.kind or set(one.leaders) != set(other.leaders):
        return False
    return bool(one.date and other.date) and (
        str(one.date).startswith(str(other.date)) or str(other.date).startswith(str(one.date))
    )


def _resemblance(one: Sequence[str], other: Sequence[str]) -> float:
    return len({*one} & {*other}) / len({*one, *other} or {""})


def _shared(article: Article) -> Iterator[tuple[FieldIs, ...]]:
    """What others may share: contacts, the first two leaders, the first two countries."""
    pairs = {key(one.kind, pair) for one in article.contacts if (pair := pair_of(one.leaders))}
    if pairs:
        yield (FieldIs("contact", frozenset(pairs)),)
    for facet, values in (("leader", article.leaders), ("country", article.countries)):
        if values:
            yield tuple(FieldIs(facet, frozenset({value})) for value in values[:2])


def _rare(engine: Engine, analysed: AnalysedArticle) -> tuple[Group, ...]:
    """The words that tell most of the article: often in it, and seldom elsewhere."""
    often = Counter(
        next((term for term in terms if term.startswith(LEMMA)), f"{EXACT}{exact}")
        for text in (analysed.title, analysed.body)
        for exact, terms in zip(text.exacts, text.terms, strict=True)
    )
    frequencies = engine.frequencies(often)
    common = max(FEW, engine.statistics().articles // 10)
    elsewhere = {term: n for term, n in frequencies.items() if 1 < n <= common}
    best = sorted(elsewhere, key=lambda term: (elsewhere[term] / often[term], term))[:RARE_WORDS]
    return tuple(Group(term, ((term, AS_TYPED),)) for term in best)
