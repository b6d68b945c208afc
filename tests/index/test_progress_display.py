"""Progress as it is shown: a line now and then where there is no terminal."""

from __future__ import annotations

import pytest

from index.progress_display import Lines, described
from index.update.progress import Progress

HALF = Progress(500_000_000, 1_000_000_000, 12_345)


def test_a_line_has_bytes_articles_and_the_time_to_go() -> None:
    assert "50% (500 of 1,000 MB), 12,345 articles, 4 min to go" == described(HALF, 240)


def test_nothing_is_foretold_from_nothing() -> None:
    assert "0% (0 of 1 MB), 0 articles" == described(Progress(0, 1_000_000, 0), 1)


def test_a_line_comes_every_thirty_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    """A log stays short, and nobody thinks that the run hangs."""
    now = 0.0
    lines = Lines("Indexing", lambda: now)
    for second in range(100):
        now = float(second)
        lines(HALF)

    said = capsys.readouterr()

    assert ("", 3) == (said.out, said.err.count("Indexing: 50%"))


def test_a_short_run_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines("Indexing", lambda: 0.0)
    lines(HALF)

    assert "" == capsys.readouterr().err
