"""Parity: does a cluster find what the embedded engine finds, and in how near an order?

python -m tests.opensearch.parity FOLDER_OF_AN_INDEX ADDRESS [--each 17]

Prints a line a form: how many queries have the same sets and counts, the mean nDCG@10 against the
embedded order, and of how many the first ten are the same (scores within 1e-4 may swap).
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from index.address import read_address
from index.engines import open_engine
from search.engine.port import Ranked
from search.entities.gazetteer import gazetteer
from search.model.response import Answer, Search
from search.model.search_options import LARGEST_RUN
from search.service.searcher import Searcher
from tests.opensearch.forms import Forms

TOP: Final = 10
TIE: Final = 1e-4


@dataclass(frozen=True, slots=True)
class Compared:
    """One query on two engines."""

    form: str
    query: str
    same_set: bool
    same_counts: bool
    ndcg: float
    same_ten: bool


def compared(form: str, asked: Search, one: Searcher, other: Searcher) -> Compared:
    """What the other finds beside what the one finds, which is right."""
    answers = one.search(asked), other.search(asked)
    largest = replace(asked, size=LARGEST_RUN)
    by_date = replace(largest, sort="newest")
    right, ranked = one.rank(largest), other.rank(largest)
    if answers[0].total <= LARGEST_RUN:
        same = {hit.article_id for hit in right} == {hit.article_id for hit in ranked}
    else:  # the first thousand in an order that no score decides
        same = [hit.article_id for hit in one.rank(by_date)] == [
            hit.article_id for hit in other.rank(by_date)
        ]
    return Compared(
        form,
        asked.query,
        same,
        counts(answers[0]) == counts(answers[1]),
        ndcg(right, ranked),
        same_ten(right, ranked),
    )


def counts(answer: Answer) -> tuple[object, ...]:
    """All that an answer counts."""
    facets = {
        facet: tuple((value.value, value.count) for value in values)
        for facet, values in answer.facets.items()
    }
    return answer.total, answer.match, facets


def ndcg(right: Sequence[Ranked], ranked: Sequence[Ranked]) -> float:
    """How near the first ten are to the right ones, of which the first are worth most.

    Ties are worth the same.
    """
    gains: dict[str, float] = {}
    gain, last = float(TOP), math.inf
    for place, hit in enumerate(right):
        if last - hit.score > TIE * abs(last):
            gain, last = max(0.0, float(TOP - place)), hit.score
        elif last == math.inf:
            last = hit.score
        gains[hit.article_id] = gain
    ideal = _discounted([gains[hit.article_id] for hit in right[:TOP]])
    found = _discounted([gains.get(hit.article_id, 0.0) for hit in ranked[:TOP]])
    return found / ideal if ideal else 1.0


def same_ten(right: Sequence[Ranked], ranked: Sequence[Ranked]) -> bool:
    """Whether the first ten are the same but for ties."""
    scores = {hit.article_id: hit.score for hit in right}
    return all(
        one.article_id == other.article_id
        or abs(scores.get(other.article_id, -1.0) - one.score) <= TIE * max(1.0, abs(one.score))
        for one, other in zip(right[:TOP], ranked[:TOP], strict=False)
    )


def report(rows: Sequence[Compared]) -> str:
    """A line a form, and one of all; then each query that is not the same."""
    by_form: defaultdict[str, list[Compared]] = defaultdict(list)
    for row in rows:
        by_form[row.form].append(row)
    said = [_line(form, own) for form, own in [*by_form.items(), ("all", list(rows))]]
    worse = [row for row in rows if not (row.same_set and row.same_counts and row.same_ten)]
    return "\n".join(said + [f"{row.form}: {row.query} ndcg {row.ndcg:.3f} {row}" for row in worse])


def _line(form: str, rows: Sequence[Compared]) -> str:
    sets, counted = sum(row.same_set for row in rows), sum(row.same_counts for row in rows)
    mean, ten = sum(row.ndcg for row in rows) / len(rows), sum(row.same_ten for row in rows)
    number = len(rows)
    return f"{form:24} {number:4} sets {sets:4} counts {counted:4} nDCG {mean:.4f} ten {ten:4}"


def _discounted(gains: Sequence[float]) -> float:
    return sum((2**gain - 1) / math.log2(place + 2) for place, gain in enumerate(gains))


def main() -> None:
    """Compare, and say so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("address", type=read_address)
    parser.add_argument("--each", type=int, default=17)
    asked = parser.parse_args()
    engines = open_engine(asked.folder), open_engine(asked.address)
    one, other = (Searcher(engine, gazetteer()) for engine in engines)
    languages = ("en", "he", "ro", "ru")
    samples = (Search(filters={"lang": (language,)}, size=LARGEST_RUN) for language in languages)
    articles = [
        article
        for sample in samples
        for article in engines[0].get(hit.article_id for hit in one.rank(sample))
    ]
    queries = Forms(articles).queries(asked.each)
    rows = [compared(form, query, one, other) for form, query in queries]
    print(report(rows))  # noqa: T201 - it is a command


if __name__ == "__main__":
    main()
