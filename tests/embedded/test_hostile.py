"""Hostile indexes: nothing in an index is run, and what is forged is refused."""

from __future__ import annotations

import hashlib
import os
import pickle
import re
from contextlib import nullcontext
from pathlib import Path

import pytest

from index.embedded.engine import EmbeddedEngine
from index.embedded.shape import ENGINE_MARKER
from search.errors import IndexStateError
from tests.embedded.letters import letters


class Hostile:
    """A pickle that would make a file if it were loaded."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> tuple[object, ...]:
        return (os.mkdir, (str(self.target),))


def rewritten(toc: Path, was: bytes, becomes: bytes) -> None:
    """Put other bytes into a table of contents as somebody does who can reckon a SHA-256."""
    content = toc.read_bytes()[:-32]
    assert was in content
    content = content.replace(was, becomes)
    begin = content.rindex(b'{"change"')
    content = content[:-4] + (len(content) - 4 - begin).to_bytes(4, "little")
    toc.write_bytes(content + hashlib.sha256(content).digest())


@pytest.mark.parametrize("ours", [True, False], ids=["in our index", "in another's"])
def test_a_hostile_index_runs_no_code(folder: Path, tmp_path: Path, *, ours: bool) -> None:
    """Whoosh loads pickles from whatever it opens.

    Here the one that is written for it is never loaded.
    """
    EmbeddedEngine(folder, create=True).close()
    rewritten(
        next(folder.glob("*.toc")),
        pickle.dumps([], -1),
        pickle.dumps([Hostile(tmp_path / "run")], -1),
    )
    if not ours:
        (folder / ENGINE_MARKER).unlink()

    with nullcontext() if ours else pytest.raises(IndexStateError):
        assert [] == list(EmbeddedEngine(folder).article_ids())

    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        pytest.param(b'"segment": "', b'"segment": "../', id="a way out of the folder"),
        pytest.param(
            b'"documents": 20', b'"documents": 2', id="more documents deleted than there are"
        ),
        pytest.param(b'"documents": 20', b'"documents": -20', id="fewer documents than none"),
        pytest.param(b'"documents": 20', b'"documents": 1e400', id="a number without end"),
        pytest.param(b'"documents": 20', b'"documents": "20"', id="a number that is none"),
        pytest.param(b'"documents": 20, ', b"", id="a number that is not there"),
        pytest.param(b'"deleted": "', b'"deleted": "!', id="letters that are no bits"),
        pytest.param(b'"sha256": "', b'"sha256": "0', id="a checksum that is none"),
        pytest.param(b'"change": "', b'"change": "0', id="a change that is none"),
        pytest.param(b'"segments": [', b'"segments": [' + b"[" * 100_000, id="lists in lists"),
        pytest.param(b'"segments": [', b'"segments": [{}, ', id="a segment of nothing"),
        pytest.param(b'"segments": [', b'"segments": 3, "": [', id="no list"),
    ],
)
def test_a_forged_table_of_contents_is_refused(folder: Path, was: bytes, becomes: bytes) -> None:
    """Every word and number in it is checked, whoever wrote it."""
    engine = EmbeddedEngine(folder, create=True)
    engine.write(letters(20))
    engine.commit()
    engine.delete(["0019"])
    engine.commit()
    rewritten(next(folder.glob("*.toc")), was, becomes)

    with pytest.raises(IndexStateError, match="damaged"):
        EmbeddedEngine(folder)


def test_a_segment_is_listed_once(engine: EmbeddedEngine, folder: Path) -> None:
    """Else its articles would count twice."""
    engine.close()
    toc = next(folder.glob("*.toc"))
    (first,) = re.findall(rb'"segments": \[({[^}]*})', toc.read_bytes())
    rewritten(toc, first, first + b", " + first)

    with pytest.raises(IndexStateError, match="damaged"):
        EmbeddedEngine(folder)


def test_no_pickle_is_written_but_the_list_of_segments(
    engine: EmbeddedEngine, folder: Path
) -> None:
    engine.commit()
    files = {path.suffix for path in folder.iterdir() if pickle.PROTO in path.read_bytes()[:2]}

    assert {".toc", ".arrays", ".json", ""} >= {path.suffix for path in folder.iterdir()}
    assert not files - {".toc"}
