"""The walk of a query: whoever follows one through the code opens so many files, and no more."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import FrameType

import pytest

from index.engines import open_engine
from index.update.build import build
from search.entities.gazetteer import gazetteer
from search.model.response import Search
from search.service.searcher import Searcher

ROOT = Path(__file__).parent.parent
MOST = 26  # files
LONG_AGO = 1_000_000_000


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    index = tmp_path_factory.mktemp("walk") / "index"
    build(index, [ROOT / "seeds" / "articles"])
    for file in index.rglob("*"):  # what was just written is looked at again
        os.utime(file, (LONG_AGO, LONG_AGO))
    return Searcher(open_engine(index), gazetteer())


def walked(searcher: Searcher, query: str) -> set[str]:
    """The files of ours whose functions a search calls that was asked before."""
    searcher.search(Search(query=query))
    files: set[str] = set()

    def called(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            files.add(frame.f_code.co_filename)

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        searcher.search(Search(query=query))
    finally:
        sys.setprofile(before)
    ours = {str(ROOT / room) for room in ("search", "index", "web")}
    return {file for file in files if any(file.startswith(f"{room}/") for room in ours)}


@pytest.mark.parametrize(
    "query",
    ["iran", "gaza", "ceasefire talks", "Putin Netanyahu call", "ראש הממשלה", '"prime minister"'],
)
def test_a_query_goes_through_few_hands(searcher: Searcher, query: str) -> None:
    files = walked(searcher, query)

    assert searcher.total(Search(query=query))
    assert MOST >= len(files) > 0, sorted(files)
