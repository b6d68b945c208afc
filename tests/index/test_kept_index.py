"""An index that a release made is opened by the next, or refused with what to do."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from index.cli import app

KEPT = Path(__file__).parents[1] / "data" / "indexes"  # three articles of the sample each


@pytest.fixture(params=sorted(KEPT.iterdir()), ids=lambda kept: str(kept.name))
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An index as it was made, in a folder that is ours alone."""
    index = tmp_path / "index"
    shutil.copytree(request.param, index)
    for one in (index, *index.rglob("*")):
        one.chmod(0o700 if one.is_dir() else 0o600)
    return index


@pytest.mark.parametrize("query", ["Putin", "פוטין", "leader:vladimir-putin"])
def test_an_index_of_a_release_is_searched_or_refused_with_what_to_do(
    kept: Path, query: str
) -> None:
    """Who upgrades has an archive already."""
    result = CliRunner().invoke(app, ["search", query, "--index", str(kept), "--json"])

    if result.exit_code:
        assert (2, "") == (result.exit_code, result.stdout)
        assert "readout index --rebuild" in result.stderr
    else:
        assert 3 == json.loads(result.stdout)["total"]


def test_verify_says_of_it_what_search_says(kept: Path) -> None:
    """It is whole, and so is no damage, even where its form is an older one."""
    result = CliRunner().invoke(app, ["verify", "--index", str(kept)])

    assert "Traceback" not in result.output
    assert 0 == result.exit_code or "readout index --" in result.output
