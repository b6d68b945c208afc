"""Metrics: how good are rankings, against what a person judged to be relevant?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple, dataclass
from statistics import fmean


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Means over queries: `precision` and `recall` of all that was found, `success`.

    Is the first hit relevant?
    """

    precision: float
    recall: float
    success: float

    def reaches(self, floor: Scores) -> bool:
        """Whether no score is below the floor's."""
        return all(mine >= least for mine, least in zip(astuple(self), astuple(floor), strict=True))


def scores(answers: Iterable[tuple[Sequence[str], Collection[str]]]) -> Scores:
    """The scores of rankings, each with the ids that are relevant.

    A query that should find nothing counts too.
    """
    rows = [_row(ranking, relevant) for ranking, relevant in answers]
    precision, recall, success = (fmean(column) for column in zip(*rows, strict=True))
    return Scores(precision=precision, recall=recall, success=success)


def _row(ranking: Sequence[str], relevant: Collection[str]) -> tuple[float, float, float]:
    if not relevant or not ranking:
        right = float(not relevant and not ranking)
        return right, right, right
    right = sum(article_id in relevant for article_id in ranking)
    return right / len(ranking), right / len(relevant), float(ranking[0] in relevant)


def first_right(ranking: Sequence[str], relevant: Collection[str]) -> int:
    """The place of the first relevant hit, from 1; 0 if there is none."""
    return next((place for place, article_id in enumerate(ranking, 1) if article_id in relevant), 0)


def success(places: Collection[int], depth: int = 1) -> float:
    """How often a relevant hit is among the first `depth`."""
    return fmean(0 < place <= depth for place in places)


def reciprocal_rank(places: Collection[int], depth: int = 10) -> float:
    """The mean of 1 / place of the first relevant hit; what comes after `depth` counts nothing."""
    return fmean(1 / place if 0 < place <= depth else 0.0 for place in places)
