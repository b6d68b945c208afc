"""Shared lists: a dictionary form has its exact term's postings where both have the same."""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from index.embedded.engine import EmbeddedEngine
from index.embedded.verify import _owned
from index.segments import segment_merge
from index.segments.segment import Segment, key
from index.segments.segment_draft import SegmentDraft
from index.segments.segment_merge import merge_segments
from index.segments.segment_writer import SegmentBuffer
from index.segments.shared_lists import lists, owners
from search.engine.memory import MemoryEngine
from search.engine.nodes import Prefix
from search.engine.port import Request
from tests.engines.plain import article, word

POSTINGS = ("rows", "docs", "counts", "places", "signs")

TALK = ("x:talk", "l:talk")


def saved(draft: SegmentDraft, path: Path) -> Segment:
    with path.open("wb") as file:
        draft.save(file)
    return Segment(path)


def segment_of(path: Path, bodies: Iterable[tuple[str, str]]) -> Segment:
    """Articles by their ids."""
    buffer = SegmentBuffer()
    for article_id, body in bodies:
        buffer.add(*article(article_id, body))
    return saved(buffer.draft(path.parent), path)


def merged(path: Path, segments: list[Segment], *deleted: set[int]) -> Segment:
    without = deleted or [set[int]()] * len(segments)
    alive = [one.alive(gone) for one, gone in zip(segments, without, strict=True)]
    return saved(merge_segments(segments, alive, path.parent), path)


def shared(segment: Segment) -> dict[str, str]:
    """The forms without postings of their own, and the terms that have them."""
    return {
        segment.text(form): segment.text(exact)
        for form, exact in owners(segment, segment.span("terms")).items()
    }


def postings(segment: Segment, term: str) -> tuple[list[int], list[int], list[int]]:
    rows = segment.postings(segment.find("terms", term))
    places = segment.places(np.arange(rows.start, rows.stop))
    return segment.docs[rows].tolist(), segment.counts[rows].tolist(), places.tolist()


def test_a_form_that_is_always_the_word_itself_has_its_postings(tmp_path: Path) -> None:
    segment = segment_of(tmp_path / "a", [("1", "talk war wars"), ("2", "talk wars talk")])

    assert {"l:talk": "x:talk"} == shared(segment)
    assert ([0, 1], [1, 2], [0, 0, 4]) == postings(segment, "l:talk")
    assert ([0, 1], [2, 1], [2, 4, 2]) == postings(segment, "l:war")
    assert ([0], [1], [2]) == postings(segment, "x:war")


@pytest.mark.parametrize(
    ("first", "second"),
    [("talk talk talks", "talk talks"), ("talks", "talk"), ("talk talks", "talks talk")],
    ids=["counts", "documents", "places"],
)
def test_what_differs_in_anything_stands_twice(tmp_path: Path, first: str, second: str) -> None:
    assert {} == shared(segment_of(tmp_path / "a", [("1", first), ("2", second)]))


@pytest.mark.parametrize("stretch", [1, 7, 50, 1_000_000], ids="{} postings at a time".format)
@pytest.mark.parametrize("seed", range(5), ids="seed {}".format)
def test_merged_segments_share_what_one_of_all_articles_shares(
    tmp_path: Path, stretch: int, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the dictionaries are cut, and whichever articles stand together."""
    monkeypatch.setattr(segment_merge, "_STRETCH", stretch)
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    known = [f"{letter}{end}" for letter in "abcdefghijkl" for end in ("", "", "", "s")]
    bodies = [(f"{n:02}", " ".join(chance.choices(known, k=6))) for n in range(12)]
    cuts = [0, *sorted(chance.sample(range(1, 12), 2)), 12]
    parts = [
        segment_of(tmp_path / f"part{first}", bodies[first:last]) for first, last in pairwise(cuts)
    ]
    whole = segment_of(tmp_path / "whole", bodies)
    together = merged(tmp_path / "merged", parts)

    assert shared(whole)
    assert whole.dictionary.keys(whole.terms) == together.dictionary.keys(together.terms)
    for name in POSTINGS:
        assert whole.arrays[name].tolist() == together.arrays[name].tolist()


def test_what_a_deleted_article_alone_had_is_gone(tmp_path: Path) -> None:
    """A form is no word of a segment where its exact term is none."""
    first = segment_of(tmp_path / "a", [("1", "talk"), ("2", "war")])
    second = segment_of(tmp_path / "b", [("3", "war wars"), ("4", "truce")])

    segment = merged(tmp_path / "c", [first, second], {0}, {0})

    assert ["l:truce", "l:war", "x:truce", "x:war"] == segment.texts(segment.span("terms"))
    assert {"l:truce": "x:truce"} == shared(segment)  # `war` was apart in one of them
    assert ([0], [1], [0]) == postings(segment, "l:war")


@pytest.mark.parametrize("stem", ["l:", "l:ta", "l:talk", "x:ta", ""], ids="{!r}".format)
def test_a_beginning_finds_what_is_shared(folder: Path, stem: str) -> None:
    """No query asks so of dictionary forms; an engine answers it."""
    kept = [article("1", "talk tale"), article("2", "talks tax"), article("3", "war")]
    memory, embedded = MemoryEngine(), EmbeddedEngine(folder, create=True)
    for engine in (memory, embedded):
        engine.write(kept)
        engine.commit()
    request = Request(clauses=(Prefix((stem,)), word("talk")), match="any")

    assert list(memory.words(stem)) == list(embedded.words(stem))
    assert memory.search(request).total == embedded.search(request).total
    expected, found = (engine.show(["1", "2"], request.clauses) for engine in (memory, embedded))
    for (_, every), (_, own) in zip(expected, found, strict=True):
        asked = {term for term in every.rows if term.startswith(stem) or term in TALK}
        assert {term: every.rows[term] for term in asked} == own.rows


def test_lists_of_neighbours_are_their_own_and_the_shared(tmp_path: Path) -> None:
    segment = segment_of(tmp_path / "a", [("1", "a b bs"), ("2", "a")])

    rows = lists(segment, segment.span("terms", "l:"))

    assert [[0], [0, 1]] == [sorted(segment.docs[own].tolist()) for own in rows]


@pytest.mark.parametrize(
    ("term", "rows"),
    [("l:b", (0, 0, 1)), ("f:a", (0, 0, 1)), ("l:a", (0, 1, 1)), ("l:a", (0, 2, 1))],
    ids=["no such word", "another tier", "an exact term without", "backwards"],
)
def test_a_term_without_postings_is_a_form_of_a_word_that_has_some(
    term: str, rows: tuple[int, ...]
) -> None:
    """Whatever else has none should never have been written."""
    exact = key("terms", "x:a")

    assert _owned([key("terms", "l:a"), exact], np.array((0, 0, 1)))
    assert not _owned([key("terms", term), exact], np.array(rows))
