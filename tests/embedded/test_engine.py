"""Embedded: folders, commits and the care of an index."""

from __future__ import annotations

import shutil
import stat
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.embedded import shape, writer
from index.embedded.commits import Commits
from index.embedded.engine import EmbeddedEngine
from index.embedded.segment_info import EXTENSION
from index.embedded.shape import ENGINE_MARKER
from index.embedded.whoosh_storage import Committing
from index.segments.arrays import Arrays, distinct, ends, runs, spread
from index.segments.segment import Segment
from index.segments.segment_layout import ARRAYS
from index.segments.stored_fields import WordRows, packed, restored
from search.engine.matching import distance
from search.engine.memory import MemoryEngine
from search.engine.nodes import Group, Node, Phrase
from search.engine.port import Request
from search.errors import IndexStateError, UnknownFacetError
from search.model.articles import Article
from search.model.facets import TABLE
from search.service.relaxation import best_set
from tests.embedded.letters import LETTERS, letters
from tests.engines.plain import article, word


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "postings"


def _written(folder: Path, *bodies: str, first: int = 0) -> EmbeddedEngine:
    engine = EmbeddedEngine(folder, create=True)
    engine.write(article(f"a{first + number}", body) for number, body in enumerate(bodies))
    engine.commit()
    return engine


def _total(engine: EmbeddedEngine, *words: str) -> int:
    return engine.search(Request(clauses=tuple(map(word, words)))).total


def test_a_new_folder_is_for_its_owner_alone(folder: Path) -> None:
    """Archives may be private."""
    EmbeddedEngine(folder, create=True)

    assert 0o700 == stat.S_IMODE(folder.stat().st_mode)


def test_creating_opens_what_is_there(folder: Path) -> None:
    _written(folder, "word")

    assert 1 == _total(EmbeddedEngine(folder, create=True), "word")


@pytest.mark.parametrize("exists", [True, False], ids=["an empty folder", "no folder"])
def test_a_folder_without_an_index_is_refused(folder: Path, *, exists: bool) -> None:
    if exists:
        folder.mkdir(parents=True)

    with pytest.raises(IndexStateError, match="holds no index of Readout"):
        EmbeddedEngine(folder)


def test_an_index_of_another_version_is_refused(folder: Path) -> None:
    _written(folder, "word")
    (folder / ENGINE_MARKER).write_text('{"engine": "readout", "format": 4}\n', encoding="utf-8")

    with pytest.raises(IndexStateError, match="another version"):
        EmbeddedEngine(folder)


def test_an_index_of_other_facets_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its keys begin with the number of a field: with one facet more they mean another field."""
    _written(folder, "word")
    monkeypatch.setattr(shape, "TABLE", (*TABLE, replace(TABLE[-1], name="zone", field="url")))

    with pytest.raises(IndexStateError, match="another version; `readout index --rebuild`"):
        EmbeddedEngine(folder)


def test_a_segment_has_the_arrays_that_its_shape_names(folder: Path) -> None:
    _written(folder, "word")
    (segment,) = folder.glob(f"*{EXTENSION}")

    assert sorted(ARRAYS) == sorted(Arrays(segment).names)


def test_articles_are_packed_as_the_shape_says() -> None:
    """If this fails, raise PACKING: an index of before would be read as what it does not say."""
    article = Article(
        article_id="a", title="A", text="b", published="2016-10-23", boilerplate=((0, 1),)
    )
    line, _, text = packed(article).partition(b"\n")
    columns = map(np.array, ([1, 3], [1, 300], [1, 7], [5, 75]))
    rows = WordRows(1, *columns)

    assert (
        b'{"article_id": "a", "title": "A", "boilerplate": [[0, 1]], "published": "2016-10-23"}'
        == line
    )
    assert b"b" == text
    small = bytes((1, 2, 1, 0, 1, 128, 1, 7, 5, 70))
    assert b"\x0a\0\0\0" + small + b"\x2a\1\0\0" == restored(rows.packed())
    assert 10 == shape.PACKING


def test_anothers_index_is_not_written_to(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "_MAIN_1.toc").write_bytes(b"")

    with pytest.raises(IndexStateError, match="not Readout's"):
        EmbeddedEngine(folder, create=True)


def test_an_index_that_lacks_a_file_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _written(folder, "word")
    monkeypatch.setattr("index.embedded.commits._PAUSE", 0)
    next(folder.glob("*.arrays")).unlink()

    with pytest.raises(IndexStateError, match="lacks files"):
        EmbeddedEngine(folder)


def test_what_is_not_committed_is_not_seen(folder: Path) -> None:
    engine = _written(folder, "word")
    engine.write([article("b", "word")])

    assert 1 == _total(engine, "word")


def test_closing_forgets_what_is_not_committed(folder: Path) -> None:
    """And the next writer is let in."""
    engine = _written(folder, "word")
    engine.write([article("b", "word")])
    engine.close()

    assert 2 == _total(_written(folder, "word", first=5), "word")


def test_a_commit_of_another_engine_is_seen_at_the_next_search(folder: Path) -> None:
    reader = _written(folder, "word")
    _written(folder, "word", first=1)

    assert 2 == _total(reader, "word")


def test_an_index_put_in_place_of_another_is_seen(folder: Path, tmp_path: Path) -> None:
    """Both have as many commits."""
    reader = _written(folder, "word")
    _written(tmp_path / "new", "word", "word")
    shutil.move(folder, tmp_path / "old")
    shutil.move(tmp_path / "new", folder)

    assert 2 == _total(reader, "word")


def test_there_are_never_many_segments(folder: Path) -> None:
    engine = EmbeddedEngine(folder, create=True)
    for number in range(40):
        engine.write([article(f"{number}", f"word w{number}")])
        engine.commit()
        assert writer.SEGMENTS >= len(engine._newest().leaves)

    assert 40 == _total(engine, "word")
    assert [] == engine.check()


def test_a_long_run_keeps_few_segments_before_its_commit(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each article that is added is looked for in all of them.

    What was written again meanwhile is gone from all.
    """
    monkeypatch.setattr(writer, "BATCH", 1)
    engine = EmbeddedEngine(folder, create=True)
    engine.write(article(f"{number % 25}", f"word w{number}") for number in range(60))
    assert engine._writer is not None
    waiting = len(engine._writer._entries)
    engine.commit()

    assert writer.WAITING >= waiting
    assert 25 == _total(engine, "word")
    assert [] == engine.check()


def test_all_segments_become_one_when_asked(folder: Path) -> None:
    engine = EmbeddedEngine(folder, create=True)
    for number in range(3):
        engine.write([article(f"{number}", f"word w{number}"), article("again", f"word {number}")])
        engine.commit()
    assert 1 < len(engine._newest().leaves)

    engine.merge()

    assert 1 == len(engine._newest().leaves)
    assert ["0", "1", "2", "again"] == sorted(engine.article_ids())
    assert (4, 0, 1) == tuple(_total(engine, asked) for asked in ("word", "0", "2"))
    assert [] == engine.check()


def test_a_segment_goes_with_its_last_article(folder: Path) -> None:
    engine = _written(folder, "word", "word")
    engine.delete(["a0", "a1", "a2"])
    engine.commit()

    assert [] == list(folder.glob("*.arrays"))
    assert 0 == _total(engine, "word")
    assert (0, 0.0) == (engine.statistics().articles, engine.statistics().average_length)


def test_nothing_to_commit_makes_no_commit(folder: Path) -> None:
    engine = _written(folder, "word")
    before = engine._newest()
    engine.delete(["nobody"])
    engine.commit()
    engine.commit()

    assert before is engine._newest()


def test_long_articles_and_many_words_fit(folder: Path) -> None:
    """Positions and frequencies beyond one and two bytes."""
    engine = _written(folder, "a " * 300 + "b " * 70_000 + "c", "c a b")
    engine.write([article("z", "a")])
    engine.commit()

    assert ["a1", "a0"] == [
        hit.article_id for hit in engine.search(Request(clauses=(word("c"),))).hits
    ]
    assert [] == engine.check()


def test_half_a_surrogate_pair_is_kept(folder: Path) -> None:
    """File names need not be Unicode."""
    engine = _written(folder, "word")
    engine.write([article("\udc80", "\udcff word")])
    engine.commit()

    assert ["\udcff word"] == [found.text for found in engine.get(["\udc80"])]
    assert [] == engine.check()


@pytest.mark.parametrize(
    "asked",
    [{"facets": ("city",)}, {"filters": {"city": frozenset({"x"})}}],
    ids=["counts", "filter"],
)
def test_an_unknown_facet_is_an_error(folder: Path, asked: dict[str, object]) -> None:
    with pytest.raises(UnknownFacetError):
        _written(folder, "word").search(Request(**asked))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({"dates": 1}, "another id or date", id="dates"),
        pytest.param({"docs": 0}, "out of order", id="documents"),
        pytest.param({"all_places": 0}, "positions of a term", id="places"),
        pytest.param({"counts": 2}, "places don't belong", id="counts"),
        pytest.param({"signs": 2}, "places don't belong", id="signs"),
        pytest.param({"rows": 0}, "postings don't belong", id="rows"),
        pytest.param({"words": 9}, "terms are out of order", id="words"),
    ],
)
def test_what_should_never_have_been_written_is_found(
    folder: Path, change: dict[str, int], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Checksums only find what changed afterwards."""
    engine = _written(folder, "a b a b", "b a b a")
    segment = engine._newest().leaves[0].segment
    for name, number in change.items():
        wrong = segment.arrays[name.removeprefix("all_")].copy()
        wrong[:] = number
        if name == "words":
            monkeypatch.setattr(segment.dictionary, "_letters", wrong.data)
        else:
            monkeypatch.setattr(segment, name, wrong)

    assert any(expected in problem for problem in engine.check())


def test_a_document_count_that_is_wrong_is_found(folder: Path) -> None:
    engine = _written(folder, "a")
    generation, change, (entry,) = Commits(folder).listed()
    entry.count = 3
    Committing(folder).publish([entry], generation + 1, change)

    assert "where the commit says 3" in engine.check()[0]


@pytest.mark.parametrize("most", [0, 1, 2])
@pytest.mark.parametrize("sought", ["ab", "kitten", "țară", "", "קול"])
def test_near_words_are_those_near_by_the_usual_table(folder: Path, sought: str, most: int) -> None:
    words = "a ab abc ba kitten sitten sitting mitten țar țara țară tara קו קול כל קולות x"
    segment: Segment = _written(folder, words)._newest().leaves[0].segment

    near = [segment.text(term)[2:] for term in segment.near("x:", sought, most).tolist()]

    assert sorted(one for one in words.split() if distance(one, sought) <= most) == near


def test_runs_spread_over_their_places() -> None:
    starts, sizes = ends([2, 0, 3])[:-1] + 10, ends([2, 0, 3])[1:] - ends([2, 0, 3])[:-1]

    assert [10, 11, 12, 13, 14] == spread(starts, sizes).tolist()
    assert [] == spread(starts[:0], sizes[:0]).tolist()


def test_distinct_numbers_of_several_columns() -> None:
    first, second = ends([1, 1, 1]), ends([2, 3])

    assert [0, 1, 2, 3, 5] == distinct([first, second]).tolist()
    assert [[], []] == [column.tolist() for column in runs(first[:0])]


def test_the_fullest_sets_of_a_long_query_are_those_of_the_memory_engine(folder: Path) -> None:
    """More clauses than a byte has bits, most of which few articles have."""
    known = letters(60, seed=4)
    pairs = [(one, other) for one in LETTERS for other in LETTERS if one < other][:18]
    groups = {letter: Group(letter, ((f"x:{letter}", 1.0),)) for letter in [*LETTERS, "zebra"]}
    phrases = [Phrase((groups[one], groups[two])) for one, two in pairs]
    clauses: tuple[Node, ...] = (*groups.values(), *phrases)
    expected, actual = MemoryEngine(), EmbeddedEngine(folder, create=True)
    for made in (expected, actual):
        made.write(known)
        made.commit()

    sets = expected.clause_sets(Request(clauses=clauses))
    fullest = actual.clause_sets(Request(clauses=clauses))

    assert best_set(sets, clauses) == best_set(fullest, clauses)
    assert fullest.items() <= sets.items()
    assert len(fullest) < len(sets)
