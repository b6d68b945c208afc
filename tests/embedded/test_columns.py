"""Columns: numbers, keys and articles come back from the few bytes that they are kept in."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.segments.arrays import Numbers
from index.segments.dictionary import BLOCK
from index.segments.segment import Segment
from index.segments.segment_draft import DocumentColumns, PostingColumns, SegmentDraft
from index.segments.stored_fields import Compression, WordRows, trained

KEYS = st.lists(
    st.binary(min_size=1, max_size=3) | st.sampled_from([b"\x06" + b"a" * n for n in (254, 300)]),
    unique=True,
    max_size=3 * BLOCK,
).map(sorted)


def numbers(*values: int) -> Numbers:
    return np.array(values, np.int64)


def segment_of(folder: Path, *stretches: list[bytes], count: int = 1, place: int = 0) -> Segment:
    """A segment with these keys, each in one document, at places from `place` on."""
    draft = SegmentDraft(folder, 1, b"")
    for words in stretches:
        rows = np.arange(len(words))
        places = np.tile(np.arange(count) * 2 + place, len(words))
        draft.add_terms(words, PostingColumns(rows, 0 * rows, 0 * rows + count, places))
    column = numbers(1).astype(np.uint32)
    rowed = WordRows(0, *(numbers(0),) * 3, numbers()).packed()
    draft.add_documents(DocumentColumns(*(column,) * 4, stored=[b"{}\n"], word_rows=[rowed]))
    path = folder / "segment"
    with path.open("wb") as file:
        draft.save(file)
    return Segment(path)


@given(KEYS, st.integers(0, 3 * BLOCK), st.lists(st.binary(max_size=3), max_size=5))
def test_keys_are_found_where_a_list_has_them(
    keys: list[bytes], cut: int, others: list[bytes]
) -> None:
    """They come in stretches, and blocks don't end with those."""
    with TemporaryDirectory() as folder:
        own = segment_of(Path(folder), keys[:cut], keys[cut:]).dictionary

        assert keys == own.keys(range(len(keys)))
        assert keys == [own.key(number) for number in range(len(keys))]
        for sought in (*keys, *others):
            before = sum(key < sought for key in keys)
            assert before == own.place(sought)
            assert keys[before:] == list(own.keys_from(sought))


@given(KEYS, st.integers(0, 3 * BLOCK), st.integers(0, 3 * BLOCK))
def test_keys_are_spelt_as_they_are_read(keys: list[bytes], one: int, other: int) -> None:
    """All at once for words some letters off, one by one for everything else."""
    wanted = range(*sorted((min(one, len(keys)), min(other, len(keys)))))
    with TemporaryDirectory() as folder:
        spelt, begins = segment_of(Path(folder), keys).dictionary.spelt(wanted)

    own = [spelt[begin:end] for begin, end in pairwise(begins.tolist())]
    assert keys[wanted.start : wanted.stop] == own


@pytest.mark.parametrize("count", [1, 254, 255, 256, 70_000], ids="count {}".format)
@pytest.mark.parametrize("place", [0, 65_534, 65_535, 65_536], ids="place {}".format)
def test_what_is_too_large_for_its_column_is_kept_beside_it(
    tmp_path: Path, count: int, place: int
) -> None:
    """One book among news would else double what every posting takes."""
    segment = segment_of(tmp_path, [b"\x06a", b"\x06b"], count=count, place=place)
    expected = 2 * (np.arange(count) * 2 + place).tolist()

    assert [count, count] == segment.counts[:].tolist() == segment.counts[numbers(0, 1)].tolist()
    assert [count] == segment.counts[1:].tolist()
    assert expected == segment.places(numbers(0, 1)).tolist()
    assert [1, 2] == [segment.arrays[name].itemsize for name in ("counts", "places")]


def test_documents_are_numbered_in_two_bytes_where_they_are_few(tmp_path: Path) -> None:
    assert np.uint16 == segment_of(tmp_path, [b"\x06a"]).docs.dtype
    for documents, kind in ((1 << 16, np.uint16), ((1 << 16) + 1, np.uint32)):
        assert kind == SegmentDraft(tmp_path, documents, b"")._doc_type


@given(
    st.lists(
        st.tuples(st.integers(1, 300), st.integers(-(1 << 20), 1 << 20), st.integers(0, 1 << 20)),
        max_size=20,
    ),
    st.sets(st.integers(0, 1 << 20)).map(sorted),
)
def test_rows_of_words_come_back(rows: list[tuple[int, int, int]], ends: list[int]) -> None:
    places = np.cumsum([step for step, _, _ in rows], dtype=np.int64)
    starts, lengths = (numbers(*(row[column] for row in rows)) for column in (1, 2))
    kept = WordRows(len(rows) // 2, places, starts, lengths, numbers(*ends))
    found = WordRows.unpacked(kept.packed())

    assert (len(rows) // 2, places.tolist(), starts.tolist(), lengths.tolist(), ends) == (
        found.titled,
        found.places.tolist(),
        found.starts.tolist(),
        found.lengths.tolist(),
        found.soft_line_ends.tolist(),
    )


def test_articles_that_are_alike_take_less_together() -> None:
    """With a dictionary each still stands alone."""
    texts = [f"The president of {n} spoke by telephone on {n * n}.".encode() for n in range(900)]
    shared, alone = Compression(trained(texts, 900_000)), Compression(b"")

    assert texts == [shared.restored(one) for one in shared.compressed(texts)]
    assert texts == [alone.restored(one) for one in alone.compressed(texts)]
    assert 2 * sum(map(len, shared.compressed(texts))) < sum(map(len, alone.compressed(texts)))


@pytest.mark.parametrize(
    "samples",
    [
        pytest.param([], id="none"),
        pytest.param([b"text"] * 5, id="few"),
        pytest.param([b""] * 500, id="empty ones"),
        pytest.param([b"a"] * 500, id="letters"),
        pytest.param([str(number).encode() for number in range(500)], id="numbers"),
        pytest.param([bytes(range(256))] * 500, id="one thing"),
    ],
)
def test_what_no_dictionary_can_be_made_from_is_kept_without(samples: list[bytes]) -> None:
    own = Compression(trained(samples, 1_000_000))

    assert samples == [own.restored(one) for one in own.compressed(samples)]
