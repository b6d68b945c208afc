"""The statement on accessibility says of each criterion how it is known."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
STATEMENT = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
ROWS = re.findall(
    r"^\| (\d\.\d\.\d+) [^|]+\| (A+) \| ([a-z ]+) \| ([^|]+) \|$", STATEMENT, re.MULTILINE
)
# of each guideline of WCAG 2.2, the criteria of levels A and AA
CRITERIA = {
    "1.1": [1],
    "1.2": [1, 2, 3, 4, 5],
    "1.3": [1, 2, 3, 4, 5],
    "1.4": [1, 2, 3, 4, 5, 10, 11, 12, 13],
    "2.1": [1, 2, 4],
    "2.2": [1, 2],
    "2.3": [1],
    "2.4": [1, 2, 3, 4, 5, 6, 7, 11],
    "2.5": [1, 2, 3, 4, 7, 8],
    "3.1": [1, 2],
    "3.2": [1, 2, 3, 4, 6],
    "3.3": [1, 2, 3, 4, 7, 8],
    "4.1": [2, 3],
}


def test_each_criterion_of_levels_a_and_aa_has_a_line() -> None:
    expected = [f"{guideline}.{one}" for guideline, some in CRITERIA.items() for one in some]

    assert expected == [row[0] for row in ROWS]
    assert {"met", "not applicable"} == {row[2] for row in ROWS}


def test_what_is_named_as_proof_is_there() -> None:
    """A test that was renamed proves nothing."""
    access = (ROOT / "tests" / "browser" / "test_access.py").read_text(encoding="utf-8")

    assert re.findall(r"`(test_\w+)`", STATEMENT)
    for name in re.findall(r"`(test_\w+)`", STATEMENT):
        assert f"def {name}(" in access
    for file in re.findall(r"`(tests/\S+)`", STATEMENT):
        assert (ROOT / file).exists()
