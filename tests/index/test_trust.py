"""An index that others can write to is opened only for those who trust them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from index.archive import in_use
from index.cli import app
from tests.index.archive import Archive
from tests.users import NOBODY

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there a folder has no mode")

COMMANDS = [
    ("index",),
    ("search", "president"),
    ("show", "a.txt"),
    ("stats",),
    ("tags",),
    ("set", "a.txt", "--lang", "en"),
    ("verify",),
]


def run(index: Path, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--index", str(index)])


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_an_index_that_others_can_write_to_is_refused(two: Archive, words: tuple[str, ...]) -> None:
    two.index.chmod(0o770)

    refused = run(two.index, *words)

    assert (2, "") == (refused.exit_code, refused.stdout)
    assert refused.stderr.startswith(f"readout: '{two.index}' can be written by others")
    assert 0 == run(two.index, *words, "--trust-index").exit_code


@pytest.mark.parametrize("part", ["readout.json", "g1", "g1/manifest.db", "g1/postings"])
def test_each_part_counts(two: Archive, part: str) -> None:
    """A folder of its own may lie in one of the group's, and be put together by hand."""
    path = two.index / part
    two.index.chmod(0o755)
    path.chmod(path.stat().st_mode | 0o002)

    assert f"'{path}' can be written by others" in run(two.index, "stats").stderr


def test_in_a_folder_that_is_closed_to_others_files_may_have_any_mode(two: Archive) -> None:
    """Many systems let a user's own group write to whatever is new."""
    for path in two.index.rglob("*"):
        path.chmod(path.stat().st_mode | 0o020)

    assert 0 == run(two.index, "stats").exit_code


def test_it_can_be_made_ones_own_again(two: Archive) -> None:
    """As the message says."""
    two.index.chmod(0o777)
    in_use(two.index).postings.chmod(0o777)
    for path in (two.index, *two.index.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o022)

    assert 0 == run(two.index, "stats").exit_code


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_an_index_of_somebody_else_is_refused(two: Archive) -> None:
    os.chown(two.index, NOBODY, NOBODY)

    refused = run(two.index, "search", "president")

    assert (2, True) == (refused.exit_code, "belongs to nobody" in refused.stderr)
    assert 0 == run(two.index, "search", "president", "--trust-index").exit_code


def test_who_trusts_once_for_all_says_it_in_the_environment(
    two: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some file systems know no modes, and show all as free to all."""
    two.index.chmod(0o777)
    monkeypatch.setenv("READOUT_TRUST_INDEX", "1")

    assert 0 == run(two.index, "stats").exit_code


def test_an_index_that_is_only_read_by_others_is_opened(two: Archive) -> None:
    for path in (two.index, *two.index.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)

    assert 0 == run(two.index, "search", "president").exit_code
