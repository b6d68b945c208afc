"""Clones: what the set-up needs of one, and what it left there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests import installed
from tests.setup.releases import Release, lock

SOUGHT_BY_THE_SET_UP: Final = ("g++", "pkg-config", "chromium")
IMPORTS: Final = re.compile(r"-W ignore -c 'import ([\w., ]+)'")
WITH_THE_ENVIRONMENT: Final = {"pip", "setuptools"}

Locks = dict[str, list[Release]]


def release(pin: Requirement) -> Release:
    """A small package that asks for what the real one asks for."""
    name = canonicalize_name(pin.name)
    marker = f" ; {pin.marker}" if pin.marker else ""
    version = str(pin.specifier).removeprefix("==")
    plain = Release(name, version, marker=marker, as_source=name == "pyicu")
    try:
        real = metadata(pin.name)
    except PackageNotFoundError:  # another system's, or PyICU under its other name
        return plain
    asks, extras = real.get_all("Requires-Dist", []), real.get_all("Provides-Extra", [])
    return replace(plain, requires=asks, extras=extras)


def newer(release: Release) -> Release:
    return replace(release, version=f"{int(release.version.partition('.')[0]) + 1}.0")


def meant(*locks: str) -> dict[str, str]:
    """What locks list for this system, and Readout itself."""
    pins = [pin for lock in locks for pin in installed.pins(lock)]
    here = [pin for pin in pins if pin.marker is None or pin.marker.evaluate()]
    return {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in here}


def compiled_modules() -> list[str]:
    """The modules that the set-up imports once."""
    found = IMPORTS.search((installed.ROOT / ".ci/setup").read_text(encoding="utf-8"))
    assert found
    return found[1].split(", ")


def surroundings(place: Path, registry: str) -> dict[str, str]:
    """Variables of a machine that seems to have all tools, and whose system installs nothing."""
    tools = place / "tools"
    tools.mkdir()
    for name in SOUGHT_BY_THE_SET_UP:
        (tools / name).symlink_to("/bin/true")
    (tools / "apt-get").symlink_to("/bin/false")
    others = ("COV", "MAKE", "MFLAGS", "PIP_", "READOUT_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(others)}
    return kept | {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHON": sys.executable,
        "PIP_INDEX_URL": registry,
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_CACHE_DIR": str(place / "cache"),
    }


@dataclass(frozen=True, slots=True)
class Clone:
    """A folder with the set-up, and the variables under which it is run."""

    folder: Path
    environment: dict[str, str]

    def run(self, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = self.environment | variables
        return subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )

    def set_up(self, lock: str = "requirements.lock", **variables: str) -> str:
        """Run the set-up, which says nothing but what is its own; what it says."""
        done = self.run("sh", ".ci/setup", lock, **variables)
        said = done.stderr.splitlines()
        assert (0, "readout: set-up done") == (done.returncode, said[-1]), done.stderr
        assert [] == [line for line in said if not line.startswith("readout: ")]
        return done.stderr

    def is_usable(self, **variables: str) -> bool:
        return not self.run("sh", ".ci/usable", **variables).returncode

    def moved(self, name: str) -> Clone:
        return replace(self, folder=self.folder.rename(self.folder.with_name(name)))

    def packages(self, *locks: str) -> dict[str, str]:
        """Names and versions of what the environment has.

        What every environment comes with counts only where a lock lists it.
        """
        command = (".venv/bin/python", "-m", "pip", "list", "--format", "json")
        listed = json.loads(self.run(*command, PIP_DISABLE_PIP_VERSION_CHECK="1").stdout)
        found = {canonicalize_name(entry["name"]): entry["version"] for entry in listed}
        assert found.pop(canonicalize_name("readout-search"))
        beside = WITH_THE_ENVIRONMENT - meant(*locks).keys()
        return {name: found[name] for name in found.keys() - beside}

    def builders(self) -> set[str]:
        """What the packages that were built here were built by."""
        notes = self.folder.glob(".venv/lib/*/site-packages/*.dist-info/WHEEL")
        lines = [line for note in notes for line in note.read_text(encoding="utf-8").splitlines()]
        return {line.removeprefix("Generator: ") for line in lines if "==" in line}


def clone(folder: Path, locks: Locks) -> None:
    """Write what the set-up needs; the locks have the hashes of small packages."""
    (folder / ".ci").mkdir(parents=True)
    for name in (".ci/setup", ".ci/usable", "Makefile", "pyproject.toml"):
        shutil.copy(installed.ROOT / name, folder / name)
    for name, releases in locks.items():
        (folder / name).write_text(lock(releases), encoding="utf-8")
    for module in compiled_modules():
        path = folder.joinpath(*module.split(".")).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
