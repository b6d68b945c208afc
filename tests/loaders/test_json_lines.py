"""Lines of JSON and documents: either name, and what is broken costs itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.loaders import Loaded, Skipped
from tests.loaders.envoys import BOTH, ONE, TWO
from tests.loaders.samples import loaded, titles


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(f"{json.dumps(ONE)}\n{json.dumps(TWO)}\n", id="lines"),
        pytest.param(f"{json.dumps(ONE)},\n{json.dumps(TWO)},\n", id="lines with commas"),
        pytest.param(
            f"{json.dumps(ONE, indent=1)}\n{json.dumps(TWO, indent=1)}\n", id="documents in a row"
        ),
        pytest.param(
            f"\x1e{json.dumps(ONE)}\n\x1e{json.dumps(TWO)}\n", id="a sequence of RFC 7464"
        ),
        pytest.param(
            f'["title", "text"]\n{json.dumps([*ONE.values()])}\n{json.dumps([*TWO.values()])}\n',
            id="arrays a line",
        ),
        pytest.param(
            f'{{"index": {{"_id": "7"}}}}\n{json.dumps(ONE)}\n{{"index": {{"_id": "8"}}}}\n{json.dumps(TWO)}\n',
            id="a bulk file",
        ),
        pytest.param(json.dumps([ONE, TWO], indent=2), id="a document"),
        pytest.param(json.dumps({"articles": [ONE, TWO]}), id="an object in a line"),
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_lines_and_documents_go_by_either_name(tmp_path: Path, name: str, written: str) -> None:
    """Nobody looks at the ending when saving."""
    assert BOTH == titles(loaded(tmp_path / name, written))


def test_a_broken_line_under_the_name_of_a_document_costs_itself_only(tmp_path: Path) -> None:
    found = loaded(tmp_path / "a.json", f"{json.dumps(ONE)}\n{{broken\n{json.dumps(TWO)}\n")

    assert [Loaded, Skipped, Loaded] == [type(part) for part in found]


def test_a_list_that_is_cut_off_keeps_what_is_whole(tmp_path: Path) -> None:
    """A download that was broken off."""
    found = loaded(tmp_path / "a.json", json.dumps([ONE, TWO], indent=1)[:-20])

    assert [BOTH[0], "article 2 is not JSON"] == [
        shown[:21] if shown else shown for shown in titles(found)
    ]
