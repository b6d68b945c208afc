"""The hosted workflow: it can't run here, so what it calls is looked up, and a linter reads it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Final

import pytest
import yaml

from tests.installed import ROOT

WORKFLOW: Final = ROOT / ".github" / "workflows" / "checks.yml"
WRITTEN: Final = WORKFLOW.read_text(encoding="utf-8")
JOBS: Final = yaml.safe_load(WRITTEN)["jobs"]
COMMANDS: Final = [step["run"] for job in JOBS.values() for step in job["steps"] if "run" in step]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    linter = shutil.which("zizmor", path=sysconfig.get_path("scripts"))
    assert linter, "make test installs zizmor"
    return subprocess.run(
        [linter, "--offline", "--no-progress", folder], capture_output=True, text=True, check=False
    )


def test_the_linter_finds_nothing() -> None:
    done = lint(WORKFLOW.parent)

    assert 0 == done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param("runs-on: ubuntu-latest", "runs-onn: ubuntu-latest", id="a key that is none"),
        pytest.param("contents: read", "contents: everything", id="a permission that is none"),
        pytest.param(
            "@11bd71901bbe5b1630ceea73d27597364c9af683", "@main", id="an action that may change"
        ),
    ],
)
def test_the_linter_would_find(tmp_path: Path, right: str, wrong: str) -> None:
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    (tmp_path / ".github" / "workflows" / "checks.yml").write_text(
        WRITTEN.replace(right, wrong), encoding="utf-8"
    )

    assert lint(tmp_path / ".github" / "workflows").returncode


def test_debian_runs_what_the_readme_calls_everything() -> None:
    assert ".ci/run" in [step.get("run") for step in JOBS["debian"]["steps"]]


@pytest.mark.parametrize("job", JOBS)
def test_a_job_runs_our_checks(job: str) -> None:
    """A job that only installs would always be green."""
    assert [
        step["run"]
        for step in JOBS[job]["steps"]
        if re.search(r"^\.ci/run|\bmake check", step.get("run", ""))
    ]
