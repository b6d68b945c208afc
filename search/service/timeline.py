"""Timeline: in which order do articles tell of the contacts between two leaders?

By the date of the newest contact that each reports, those without a date last, and then what
reports none, the newest first: an order hides nothing.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import Final

from search.engine.nodes import FieldIs, Not
from search.engine.port import Engine, Ranked, Request
from search.model.articles import Article
from search.model.contacts import ANY_KIND, Pair, key

MOST_TIMED: Final = 1000  # articles whose contacts are read, the newest; older ones follow as found


def timeline(engine: Engine, request: Request, pair: Pair) -> tuple[Ranked, ...]:
    """One page of what is found, by the dates of the contacts between two leaders."""
    told = FieldIs("contact", frozenset({key(ANY_KIND, pair)}))
    plain = replace(request, sort="newest", facets=(), crossed=None)
    reporting = replace(plain, limits=(*plain.limits, told))
    found = engine.search(replace(reporting, offset=0, size=MOST_TIMED))
    dates = {
        article.article_id: _date(article, pair)
        for article in engine.get(hit.article_id for hit in found.hits)
    }
    timed = sorted(found.hits, key=lambda hit: dates.get(hit.article_id, ""), reverse=True)
    others = replace(plain, limits=(*plain.limits, Not(told)))
    first, last = request.offset, request.offset + request.size
    return tuple(
        chain(
            timed[first:last],
            _between(engine, reporting, max(first, len(timed)), min(last, found.total)),
            _between(engine, others, max(0, first - found.total), last - found.total),
        )
    )


def _date(article: Article, pair: Pair) -> str:
    """The date of the newest contact that an article reports between two leaders, or none."""
    of = (one.date or "" for one in article.contacts if set(pair) <= set(one.leaders))
    return max(of, default="")


def _between(engine: Engine, request: Request, first: int, last: int) -> tuple[Ranked, ...]:
    """What is found from one place on up to another."""
    if first >= last:
        return ()
    return engine.search(replace(request, offset=first, size=last - first)).hits
