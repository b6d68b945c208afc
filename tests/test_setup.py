"""The set-up: what it says before it changes anything, and what the everyday commands run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parent.parent
# Without what `make test` hands to the makes below it.
SHELL: Final = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
RELEASE: Final = Path("/etc/os-release")
OS: Final = RELEASE.read_text(encoding="utf-8") if RELEASE.exists() else ""
PLAIN: Final = ("sh", "cut", "paste", "sed", "touch")  # what every system has, and the set-up uses


@pytest.fixture
def bare_machine(tmp_path: Path) -> Path:
    """A PATH without Python, compiler or ICU, whose apt-get leaves a trace and whose user is not root."""
    for name in PLAIN:
        (tmp_path / name).symlink_to(shutil.which(name) or name)
    _command(tmp_path / "id", "echo 1000")
    _command(tmp_path / "apt-get", f"echo called >{tmp_path}/trace")
    return tmp_path


def _command(path: Path, body: str) -> None:
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


def set_up(
    machine: Path, python: str, lock: str = "requirements.lock"
) -> subprocess.CompletedProcess[str]:
    """The set-up with nobody at the terminal.

    It must stop before it touches the environment of this clone.
    """
    return subprocess.run(
        ["sh", ".ci/setup", lock],  # noqa: S607 - the machine's own
        cwd=ROOT,
        env={"PATH": str(machine), "PYTHON": python},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def planned(*arguments: str, **environment: str) -> str:
    """What make would run, set-up aside."""
    command = ["make", "--dry-run", "--no-print-directory", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=SHELL | environment, capture_output=True, text=True, check=True
    )
    return "\n".join(line for line in done.stdout.splitlines() if "readout " in line)


def test_a_python_that_does_not_do_is_named(bare_machine: Path) -> None:
    """Whoever names a Python wants that one, not another that was found."""
    done = set_up(bare_machine, python="false")

    assert (1, "readout: PYTHON=false is no Python of 3.11 or newer\n") == (
        done.returncode,
        done.stderr,
    )


def test_without_a_python_the_set_up_says_how_to_name_one(bare_machine: Path) -> None:
    done = set_up(bare_machine, python="")

    assert 1 == done.returncode
    assert "make PYTHON=" in done.stderr


def test_missing_packages_are_said_with_their_reason(bare_machine: Path) -> None:
    done = set_up(bare_machine, python=sys.executable)

    assert "  g++: the compiler that builds PyICU\n" in done.stderr
    assert "  libicu-dev: ICU" in done.stderr


@pytest.mark.skipif("ID=debian\n" not in OS, reason="not Debian, whose browser the tests drive")
@pytest.mark.parametrize(
    ("lock", "wanted"), [("requirements.lock", False), ("requirements-dev.lock", True)]
)
def test_only_the_tests_want_a_browser(bare_machine: Path, lock: str, *, wanted: bool) -> None:
    done = set_up(bare_machine, python=sys.executable, lock=lock)

    assert wanted == ("  chromium-headless-shell: reads the pages in the tests\n" in done.stderr)


def test_nothing_is_installed_when_nobody_can_be_asked(bare_machine: Path) -> None:
    """A script in the background must not wait for an answer, nor take it for granted."""
    _command(bare_machine / "sudo", '"$@"')

    done = set_up(bare_machine, python=sys.executable)

    assert 1 == done.returncode
    assert "as root, run: apt-get update && apt-get install" in done.stderr
    assert not (bare_machine / "trace").exists()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(
            ("serve",),
            'serve seeds/articles --index "${INDEX:-var/sample}"',
            id="the sample has its own index",
        ),
        pytest.param(
            ("serve", "ARTICLES=mine"),
            'serve "$ARTICLES" ${INDEX:+--index "$INDEX"}',
            id="own articles",
        ),
        pytest.param(
            ("index", "ARTICLES=mine"),
            'index "$ARTICLES" ${INDEX:+--index "$INDEX"}',
            id="new articles",
        ),
        pytest.param(("index",), "readout index ${INDEX:+", id="the folders it knows"),
        pytest.param(
            ("serve", "PORT=9000", "HOST=::1"), '--host "::1" --port "9000"', id="another address"
        ),
    ],
)
def test_a_target_runs_the_command_of_the_same_name(
    arguments: tuple[str, ...], expected: str
) -> None:
    assert expected in planned(*arguments)


def test_a_variable_of_the_shell_changes_no_target() -> None:
    """HOST and PORT are common names: a shell's own must not put an archive on the network."""
    assert planned("serve") == planned("serve", HOST="0.0.0.0", PORT="80", ARTICLES="elsewhere")  # noqa: S104 - the danger


def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    """Folders of articles are named by people."""
    folder = "two  blanks, it's $HOME"
    _command(tmp_path / "sh", 'printf "%s" "$ARTICLES"')

    done = subprocess.run(
        [  # noqa: S607
            "make",
            "index",
            f"ARTICLES={folder.replace('$', '$$')}",
            f"SHELL={tmp_path}/sh",
            "--always-make",
        ],
        cwd=ROOT,
        env=SHELL,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.endswith(folder)
