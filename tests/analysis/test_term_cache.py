"""Term cache: what is read again costs a look, and what is kept is bounded."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from search.analysis.term_cache import TermCache


class Counted(TermCache[str]):
    """What it made, in turn."""

    most = 3

    def __init__(self) -> None:
        super().__init__()
        self.read: list[str] = []

    def made(self, piece: str) -> str:
        self.read.append(piece)
        return piece.upper()


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    yield
    Counted._kind.caches.clear()
    Counted._kind.kept = 0


def test_a_piece_is_made_once() -> None:
    cache = Counted()

    assert ["A", "A", "B"] == [cache[piece] for piece in "aab"]
    assert ["a", "b"] == cache.read


def test_what_was_kept_before_is_kept_beside_what_is_new() -> None:
    cache = Counted()
    made = [cache[piece] for piece in "abcdab"]

    assert list("ABCDAB") == made
    assert list("abcd") == cache.read


def test_all_caches_of_a_kind_share_what_may_be_kept() -> None:
    """An archive is read file by file, and a worker would keep the words of every language."""
    one, other = Counted(), Counted()
    for cache in (one, other):
        for piece in "abc":
            cache[piece]

    assert ["A", "C"] == [one["a"], other["c"]]
    assert list("abca") == one.read
    assert list("abc") == other.read
