"""Vocabulary: the words that stand around dates in seven languages, from date_words.tsv."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows() -> list[list[str]]:
    """The rows: language, kind, word, source."""
    _, *lines = (
        files(__package__).joinpath("date_words.tsv").read_text(encoding="utf-8").splitlines()
    )
    return [line.split("\t") for line in lines]


@cache
def words(kind: str) -> tuple[str, ...]:
    """The words of a kind in every language, sorted."""
    return tuple(sorted({row[2] for row in rows() if row[1] == kind}))
