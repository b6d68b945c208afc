"""The set-up a year later.

Newer releases of everything are out, and what is installed is what the locks say.
A registry of small packages, named and asking like the real ones, stands in for the time that
passes.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests import installed
from tests.registry.releases import Release, lock, publish

pytestmark = pytest.mark.slow

BUILDS: Final = pytest.mark.skipif(
    os.environ.get("READOUT_ICU_WHEEL") == "1", reason="PyICU is not built here"
)
WHAT_THE_SET_UP_LOOKS_FOR: Final = ("g++", "pkg-config", "chromium")
IMPORTS: Final = re.compile(r"-W ignore -c 'import ([\w., ]+)'")
WITH_THE_ENVIRONMENT: Final = {"pip", "setuptools"}


def release(pin: Requirement) -> Release:
    """A small package that asks for what the real one asks for."""
    name = canonicalize_name(pin.name)
    marker = f" ; {pin.marker}" if pin.marker else ""
    plain = Release(
        name, str(pin.specifier).removeprefix("=="), marker=marker, as_source=name == "pyicu"
    )
    try:
        real = metadata(pin.name)
    except PackageNotFoundError:  # another system's, or PyICU under its other name
        return plain
    return replace(
        plain, requires=real.get_all("Requires-Dist", []), extras=real.get_all("Provides-Extra", [])
    )


def newer(release: Release) -> Release:
    return replace(release, version=f"{int(release.version.partition('.')[0]) + 1}.0")


@pytest.fixture(scope="module")
def locked() -> dict[str, list[Release]]:
    return {lock: [release(pin) for pin in installed.pins(lock)] for lock in installed.LOCKS}


@pytest.fixture(scope="module")
def registry(locked: dict[str, list[Release]], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Its address; it has each package as it is locked, and a newer release of each."""
    known = {release.file: release for releases in locked.values() for release in releases}
    later = {release.file: release for release in map(newer, known.values())}
    return publish(tmp_path_factory.mktemp("registry") / "simple", (known | later).values())


@pytest.fixture
def clone(tmp_path: Path, locked: dict[str, list[Release]]) -> Path:
    """What the set-up needs of a clone, in a folder as people name them.

    The locks have the small packages' hashes.
    """
    folder = tmp_path / "a clone, it's mine"
    (folder / ".ci").mkdir(parents=True)
    for name in (".ci/setup", "pyproject.toml"):
        shutil.copy(installed.ROOT / name, folder / name)
    for name, releases in locked.items():
        (folder / name).write_text(lock(releases), encoding="utf-8")
    for module in what_is_compiled():
        path = folder.joinpath(*module.split(".")).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


def what_is_compiled() -> list[str]:
    """The modules that the set-up imports once."""
    found = IMPORTS.search((installed.ROOT / ".ci/setup").read_text(encoding="utf-8"))
    assert found
    return found[1].split(", ")


def surroundings(tmp_path: Path, registry: str) -> dict[str, str]:
    """An environment where all that PyICU is built with seems to be there, and the system installs nothing."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in WHAT_THE_SET_UP_LOOKS_FOR:
        (tools / name).symlink_to("/bin/true")
    (tools / "apt-get").symlink_to("/bin/false")
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PIP_", "READOUT_", "COV"))
    }
    return kept | {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHON": sys.executable,
        "PIP_INDEX_URL": registry,
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_CACHE_DIR": "1",
    }


def set_up(clone: Path, lock: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = ["sh", ".ci/setup", lock]
    return subprocess.run(
        command, cwd=clone, env=environment, capture_output=True, text=True, check=False
    )


def found(clone: Path) -> Iterator[tuple[str, str]]:
    """What is in the environment of the clone."""
    command = [
        str(clone / ".venv/bin/python"),
        "-m",
        "pip",
        "list",
        "--format",
        "json",
        "--disable-pip-version-check",
    ]
    for entry in json.loads(
        subprocess.run(command, capture_output=True, text=True, check=True).stdout
    ):
        yield canonicalize_name(entry["name"]), entry["version"]


def meant(*locks: str) -> dict[str, str]:
    pins = [
        pin
        for lock in locks
        for pin in installed.pins(lock)
        if pin.marker is None or pin.marker.evaluate()
    ]
    return {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pins}


@pytest.mark.parametrize(
    ("lock", "ready_made"),
    [
        pytest.param("requirements.lock", False, marks=BUILDS, id="to search"),
        pytest.param("requirements-dev.lock", False, marks=BUILDS, id="to test"),
        pytest.param("requirements.lock", True, id="with PyICU ready made"),
    ],
)
def test_what_is_installed_is_what_the_locks_say(
    clone: Path, registry: str, tmp_path: Path, lock: str, *, ready_made: bool
) -> None:
    """A lock that is resolved anew works until the first newer release of something that is asked for with an extra."""
    environment = surroundings(tmp_path, registry) | {"READOUT_ICU_WHEEL": str(int(ready_made))}
    expected = meant(lock, "requirements-icu-wheel.lock") if ready_made else meant(lock)

    done = set_up(clone, lock, environment)

    assert (0, "readout: set-up done") == (done.returncode, done.stderr.splitlines()[-1]), (
        done.stderr
    )
    assert all(line.startswith("readout: ") for line in done.stderr.splitlines()), done.stderr
    there = {name: version for name, version in found(clone) if name not in WITH_THE_ENVIRONMENT}
    assert there.pop("readout-search")
    if ready_made:
        expected.pop("pyicu")
    assert expected == there


@BUILDS
def test_what_is_built_is_built_by_what_the_locks_say(
    clone: Path, registry: str, tmp_path: Path
) -> None:
    """A newer setuptools may no longer build PyICU, nor a newer hatchling Readout."""
    builders = meant("requirements-build.lock")

    done = set_up(clone, "requirements.lock", surroundings(tmp_path, registry))

    assert 0 == done.returncode, done.stderr
    notes = [
        note.read_text(encoding="utf-8")
        for note in clone.glob(".venv/lib/*/site-packages/*.dist-info/WHEEL")
    ]
    assert {f"hatchling=={builders['hatchling']}", f"setuptools=={builders['setuptools']}"} == {
        line.removeprefix("Generator: ")
        for note in notes
        for line in note.splitlines()
        if "==" in line
    }


@pytest.mark.parametrize("module", what_is_compiled())
def test_what_the_set_up_compiles_is_there(module: str) -> None:
    """A module that was renamed would stop the set-up at its last step."""
    assert importlib.util.find_spec(module)
