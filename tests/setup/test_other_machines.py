"""The set-up on machines that are used: settings of pip's, folders that move, systems that are renewed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.setup.clones import Clone, meant

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        os.environ.get("READOUT_ICU_WHEEL") == "1", reason="PyICU is not built here"
    ),
]


def test_variables_that_send_packages_elsewhere_do_not_hold(fresh: Clone, tmp_path: Path) -> None:
    """They are set for other work, and forgotten."""
    (tmp_path / "constraint").write_text("lxml==1\nhatchling==1\n", encoding="utf-8")

    fresh.set_up(
        PIP_USER="1",
        PIP_TARGET=str(tmp_path / "elsewhere"),
        PIP_PREFIX=str(tmp_path / "elsewhere"),
        PIP_CONSTRAINT=str(tmp_path / "constraint"),
        PIP_NO_BINARY=":all:",
        PIP_REQUIRE_VIRTUALENV="1",
    )

    assert meant("requirements.lock") == fresh.packages()
    assert not (tmp_path / "elsewhere").exists()


def test_who_installs_for_the_user_alone_can_set_up(fresh: Clone, tmp_path: Path) -> None:
    """Such a line in pip.conf is a common advice, and no environment can be filled with it."""
    (tmp_path / "pip.conf").write_text("[install]\nuser = true\n", encoding="utf-8")

    fresh.set_up(PIP_CONFIG_FILE=str(tmp_path / "pip.conf"))

    assert meant("requirements.lock") == fresh.packages()


def test_a_folder_that_was_moved_is_set_up_anew(fresh: Clone) -> None:
    """The commands of an environment name the folder in which it was made."""
    first = fresh.run("make", ".venv/.run")
    assert 0 == first.returncode, first.stderr
    assert 0 == fresh.run("make", "--question", ".venv/.run").returncode

    moved = fresh.moved("moved")

    assert 1 == moved.run("make", "--question", ".venv/.run").returncode
    again = moved.run("make", ".venv/.run")
    assert 0 == again.returncode, again.stderr
    commands = [path for path in (moved.folder / ".venv" / "bin").iterdir() if path.is_file()]
    lost = str(fresh.folder).encode()
    assert [] == [path.name for path in commands if lost in path.read_bytes()]


def test_an_environment_whose_python_is_gone_is_made_anew(fresh: Clone) -> None:
    """A new release of the system brings another Python."""
    fresh.set_up()
    python = fresh.folder / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to(fresh.folder / "gone")

    assert not fresh.is_usable()
    fresh.set_up()
    assert fresh.is_usable()


def test_pyicu_is_built_once(fresh: Clone) -> None:
    """A new lock of something else should not take two minutes, nor say that it does."""
    assert "building PyICU" in fresh.set_up()
    assert "building PyICU" not in fresh.set_up("requirements-dev.lock")


def test_pyicu_is_built_for_the_icu_that_is_there(fresh: Clone) -> None:
    """Pip keeps what it built, and knows nothing of the ICU that this was built for."""
    fresh.set_up(ICU="72")
    assert fresh.is_usable(ICU="72")

    assert not fresh.is_usable(ICU="76")
    fresh.set_up(ICU="76")
    assert fresh.is_usable(ICU="76")
