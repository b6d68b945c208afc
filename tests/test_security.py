"""What SECURITY.md and docs/serving.md promise is held by tests and options that are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from web.cli import serve

ROOT = Path(__file__).parents[1]
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
SERVING = (ROOT / "docs" / "serving.md").read_text(encoding="utf-8")
ROWS = [line for line in SECURITY.splitlines() if line.startswith("| ")][2:]
WHERE = {"--help", "--index", "--port", "--trust-index", "--version", "--watch"}


@pytest.mark.parametrize("row", ROWS, ids=range(len(ROWS)))
def test_each_row_names_a_test_that_is_there(row: str) -> None:
    """A promise that nothing holds would be worse than none."""
    named = re.search(r"`(tests/[\w/]+\.py)::(test_\w+)` \|$", row)
    assert named is not None

    module = ast.parse((ROOT / named[1]).read_text(encoding="utf-8"))

    assert named[2] in {node.name for node in module.body if isinstance(node, ast.FunctionDef)}


def test_each_option_that_lets_others_in_or_limits_them_is_explained() -> None:
    options = {name for one in serve.params for name in one.opts if name.startswith("--")}

    assert options - WHERE == {name for name in options if re.search(rf"{name}\b", SERVING)} - WHERE
    assert {"--token-file", "--public", "--time-limit", "--log"} <= options - WHERE


def test_what_is_not_asked_about_fails_the_audit() -> None:
    """Without --strict a mirror that has no list of faults is taken for one that has none in it."""
    (command,) = re.findall(r"`(pipx run pip-audit[^`]*)`", SECURITY)

    assert {"--strict", "--require-hashes", "requirements.lock"} <= set(command.split())
