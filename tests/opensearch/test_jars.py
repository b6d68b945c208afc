"""Jars: where no cluster can be brought up, the tests are told why; nothing else is run."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.opensearch import jars
from tests.opensearch.__main__ import UNCOVERED, USAGE, main
from tests.opensearch.jars import NoClusterError

SAY = """
import os, sys
with open(sys.argv[1], "w") as said:
    print(os.environ["READOUT_NO_CLUSTER"], os.environ["READOUT_UNCOVERED"], file=said)
"""


def test_an_older_java_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jars, "OLDEST_JAVA", 999)

    with pytest.raises(NoClusterError, match="999 or newer"):
        jars.java_home()


def test_without_a_cluster_the_command_runs_and_is_told_why(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(jars, "OLDEST_JAVA", 999)
    said = tmp_path / "said"

    assert 0 == main(["--", sys.executable, "-c", SAY, str(said)])
    assert f"needs a Java Development Kit of 999 or newer (JAVA_HOME) {UNCOVERED}\n" == (
        said.read_text(encoding="utf-8")
    )
    assert "READOUT_UNCOVERED" not in os.environ


def test_a_command_must_be_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert USAGE == main([]) == main(["--"]) == main(["ls"])
    assert "COMMAND" in capsys.readouterr().err


def test_a_jar_that_is_another_is_not_run(tmp_path: Path) -> None:
    (tmp_path / "opensearch.jar").write_bytes(b"another")

    with pytest.raises(RuntimeError, match="not those of"):
        jars._check([tmp_path / "opensearch.jar"])
