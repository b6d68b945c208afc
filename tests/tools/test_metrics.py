"""Evaluation counts what a reader would."""

from __future__ import annotations

import pytest

from tools.metrics import Scores, scores


@pytest.mark.parametrize(
    ("ranking", "relevant", "expected"),
    [
        pytest.param(
            ["a", "b"], {"a"}, Scores(precision=0.5, recall=1.0, success=1.0), id="one too many"
        ),
        pytest.param(
            ["b"], {"a", "c"}, Scores(precision=0.0, recall=0.0, success=0.0), id="the wrong one"
        ),
        pytest.param([], {"a"}, Scores(precision=0.0, recall=0.0, success=0.0), id="nothing found"),
        pytest.param(
            [], set(), Scores(precision=1.0, recall=1.0, success=1.0), id="rightly nothing"
        ),
        pytest.param(
            ["a"], set(), Scores(precision=0.0, recall=0.0, success=0.0), id="wrongly something"
        ),
    ],
)
def test_a_ranking_is_scored(ranking: list[str], relevant: set[str], expected: Scores) -> None:
    assert expected == scores([(ranking, relevant)])


def test_scores_are_means_over_queries() -> None:
    assert Scores(precision=0.5, recall=0.5, success=0.5) == scores(
        [(["a"], {"a"}), (["b"], {"a"})]
    )


def test_a_floor_is_reached_only_by_every_score() -> None:
    floor = Scores(precision=0.5, recall=0.5, success=0.5)

    assert floor.reaches(floor)
    assert not Scores(precision=1.0, recall=1.0, success=0.4).reaches(floor)
