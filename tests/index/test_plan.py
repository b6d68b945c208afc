"""The plan as a table: what is known, what is there, and what becomes of an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from index.update.plan import Planned, identify, plan
from index.update.rows import FirstSeen, ManifestEntry

DAY = "2026-11-28"


def entry(article_id: str, file: str, content: str = "", number: int = 0, copy_of: str | None = None) -> ManifestEntry:  # fmt: skip
    """An article of a file, which was seen as the first, the second…"""
    day = DAY if number else ""
    return ManifestEntry(article_id, file, number, "", content, copy_of, number, day)


@dataclass
class Rows:
    """What is known, and which of it is lost, or turns out to be gone when its file is asked."""

    entries: list[ManifestEntry]
    lost: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)

    def entry(self, article_id: str) -> ManifestEntry | None:
        return next((one for one in self.entries if one.article_id == article_id), None)

    def alike(self, content: str) -> Iterable[ManifestEntry]:
        found = (one for one in self.entries if one.content == content)
        return sorted(found, key=lambda one: (one.sequence, one.article_id))

    def is_lost(self, entry: ManifestEntry) -> bool:
        return entry.article_id in self.lost

    def has_lost(self, content: str, but: str) -> bool:
        return any(self.is_lost(one) for one in self.alike(content) if one.article_id != but)

    def is_there(self, entry: ManifestEntry) -> bool:
        return entry.article_id not in self.lost | self.gone


@pytest.mark.parametrize(
    ("names", "known", "expected"),
    [
        pytest.param(["1"], Rows([]), "1", id="new"),
        pytest.param(["1"], Rows([entry("1", "here")]), "1", id="known"),
        pytest.param(["1", "here:1"], Rows([entry("1", "there")]), "here:1", id="another has it"),
        pytest.param(
            ["1", "here:1"],
            Rows([entry("1", "there"), entry("here:1", "here")]),
            "here:1",
            id="it has the second, and another the first",
        ),
        pytest.param(
            ["1", "here:1"],
            Rows([entry("1", "there"), entry("here:1", "here")], lost={"1"}),
            "here:1",
            id="the other is gone, but an id stays",
        ),
        pytest.param(
            ["1", "here:1"], Rows([entry("1", "there")], lost={"1"}), "1", id="it moved here"
        ),
        pytest.param(
            ["1", "here:1"],
            Rows([entry("1", "there")], gone={"1"}),
            "1",
            id="it moved here from a file that is yet to be read",
        ),
        pytest.param(
            ["1", "here:1"],
            Rows([entry("1", "there"), entry("here:1", "elsewhere")]),
            None,
            id="others have all",
        ),
    ],
)
def test_which_id_an_article_gets(names: list[str], known: Rows, expected: str | None) -> None:
    assert expected == identify(names, "here", known)


@pytest.mark.parametrize(
    ("known", "seen", "original", "is_settled"),
    [
        pytest.param(Rows([]), None, None, True, id="new"),
        pytest.param(Rows([entry("me", "here", "same", 3)]), 3, None, True, id="known"),
        pytest.param(Rows([entry("me", "here", "was", 3)]), 3, None, True, id="says otherwise"),
        pytest.param(Rows([entry("a", "there", "same", 3)]), None, "a", True, id="a new copy"),
        pytest.param(
            Rows([entry("me", "here", "same", 3), entry("a", "there", "same", 2)]),
            3,
            "a",
            True,
            id="a copy of what was seen before",
        ),
        pytest.param(
            Rows([entry("me", "here", "same", 2), entry("z", "there", "same", 3, "me")]),
            2,
            None,
            True,
            id="the original, as the other knows",
        ),
        pytest.param(
            Rows([entry("me", "here", "was", 2), entry("z", "there", "same", 3)]),
            2,
            None,
            False,
            id="the original, as the other does not know",
        ),
        pytest.param(
            Rows([entry("a", "there", "same", 3)], lost={"a"}),
            3,
            None,
            False,
            id="in place of what is lost, unless that stays",
        ),
        pytest.param(
            Rows([entry("a", "there", "same", 3)], gone={"a"}),
            3,
            "a",
            True,
            id="in place of what turns out to be gone",
        ),
        pytest.param(
            Rows([entry("a", "there", "same", 3), entry("b", "there", "same", 4)], lost={"a"}),
            None,
            "b",
            False,
            id="a copy of what is there, not of what is lost",
        ),
        pytest.param(
            Rows([entry("a", "here", "same", 3)]), None, "a", True, id="a copy in the same file"
        ),
    ],
)
def test_what_becomes_of_it(
    known: Rows, seen: int | None, original: str | None, *, is_settled: bool
) -> None:
    first = FirstSeen(seen, DAY) if seen else None

    assert Planned(first, original, is_settled) == plan("me", "same", "here", known)
