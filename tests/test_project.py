"""The project's promises about itself.

Small, free, pinned, and silent about the machines it was written on.
"""

from __future__ import annotations

import re
import subprocess
import tokenize
import tomllib
from functools import cache
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any, Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import web.cli  # noqa: F401 - adds `serve` to the commands
from index.cli import app
from tests import installed

ROOT: Final = installed.ROOT
# LGPL is not meant
COPYLEFT: Final = re.compile(r"(?<!L)\bA?GPL|(?<!Lesser )General Public", re.IGNORECASE)
MACHINE_PATH: Final = re.compile(r"(?<![\w.~}])/(?:work|root|home|tmp|Users)/\w")


def text(path: Path | str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def project() -> dict[str, Any]:
    loaded: dict[str, Any] = tomllib.loads(text("pyproject.toml"))["project"]
    return loaded


@cache
def public_files() -> tuple[Path, ...]:
    """What a clone has: the files that git knows, or would with the next commit."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return tuple(ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file())


def lines(folder: str, suffix: str) -> int:
    found = [
        path
        for path in public_files()
        if path.is_relative_to(ROOT / folder) and path.suffix == suffix
    ]
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in found)


def first_token(path: Path) -> tokenize.TokenInfo:
    """What a module begins with, behind comments: its docstring, if it has one."""
    passed = {tokenize.ENCODING, tokenize.COMMENT, tokenize.NL}
    with path.open("rb") as source:
        return next(one for one in tokenize.tokenize(source.readline) if one.type not in passed)


def offers_other_terms(licence: str) -> bool:
    """`MPL-1.1 OR GPL-2.0-only`: the taker chooses."""
    return any(not COPYLEFT.search(choice) for choice in re.split(r"\bOR\b", licence))


def pinned(lock: str) -> dict[str, Requirement]:
    return {canonicalize_name(pin.name): pin for pin in installed.pins(lock)}


# Small


def test_at_most_eighteen_dependencies_are_direct() -> None:
    """Each is a promise of somebody else that this project passes on."""
    assert 18 >= len(project()["dependencies"])


def test_the_default_install_weighs_at_most_220_megabytes() -> None:
    assert 220 >= installed.megabytes()


def test_the_web_room_has_at_most_1875_lines_of_python() -> None:
    """The page shows; what grows here belongs into the core."""
    assert 1875 >= lines("web", ".py")  # of 100 characters: 1,630 of the former 120


def test_the_web_room_has_at_most_250_lines_of_javascript() -> None:
    """The page works without any."""
    assert 250 >= lines("web", ".js")


def test_there_are_at_most_nine_commands() -> None:
    """Search, narrow and reindex take no more."""
    commands = set(app.commands)

    assert {"index", "search", "serve"} <= commands
    assert 9 >= len(commands)


def test_the_readme_has_at_most_160_lines() -> None:
    assert 160 >= len(text("README.md").splitlines())


# Free


@pytest.mark.parametrize("part", [pytest.param(part, id=part.name) for part in installed.runtime()])
def test_no_dependency_binds_its_user_to_the_gpl(part: Distribution) -> None:
    """Readout is MIT, and so must a program around it be able to be."""
    bound = [licence for licence in installed.licences(part) if not offers_other_terms(licence)]

    assert [] == bound


@pytest.mark.parametrize("name", ["LICENSE", "NOTICE"])
def test_the_licences_go_into_the_distribution(name: str) -> None:
    assert name in project()["license-files"]
    assert "Readout authors" in text(name)


# Pinned


@pytest.mark.parametrize("dependency", project()["dependencies"])
def test_the_lock_pins_what_the_project_asks_for(dependency: str) -> None:
    """A dependency added without `make lock` would be missing from the set-up."""
    wanted = Requirement(dependency)

    pin = pinned("requirements.lock")[canonicalize_name(wanted.name)]

    assert wanted.specifier.contains(str(pin.specifier).removeprefix("=="))


@pytest.mark.parametrize("dependency", project()["optional-dependencies"]["dev"])
def test_the_development_lock_pins_what_the_extra_asks_for(dependency: str) -> None:
    wanted = Requirement(dependency)

    pin = pinned("requirements-dev.lock")[canonicalize_name(wanted.name)]

    assert wanted.specifier.contains(str(pin.specifier).removeprefix("=="))


def test_development_runs_on_what_users_run() -> None:
    """Else the tests would be about another install."""
    development = pinned("requirements-dev.lock")

    assert {name: str(pin) for name, pin in pinned("requirements.lock").items()} == {
        name: str(development[name]) for name in pinned("requirements.lock")
    }


@pytest.mark.parametrize("lock", installed.LOCKS)
def test_a_lock_has_hashes_and_no_addresses(lock: str) -> None:
    """Whoever installs chooses the registry; the hashes say that it is the same thing."""
    locked = text(lock)

    assert not re.search(r"://|--index|--find-links|^-", locked, re.MULTILINE)
    assert len(installed.pins(lock)) <= locked.count("--hash=sha256:")


# Silent


def test_every_module_opens_with_the_question_it_answers() -> None:
    """An empty file only makes a folder a package."""
    opened = {path: first_token(path) for path in public_files() if path.suffix == ".py"}

    assert [] == [
        path
        for path, token in opened.items()
        if token.type != tokenize.ENDMARKER
        and not (token.type == tokenize.STRING and token.string.startswith('"""'))
    ]


def test_no_pickle_is_kept() -> None:
    """Whoever opens one runs what it holds; what a measurement leaves behind is nobody's source."""
    assert [] == [path for path in public_files() if path.suffix in {".pkl", ".pickle", ".npy"}]


def test_no_file_names_a_path_of_the_machine_it_was_written_on() -> None:
    """What is public must be true on every machine."""
    found = {
        path: MACHINE_PATH.findall(path.read_text(encoding="utf-8", errors="replace"))
        for path in public_files()
    }

    assert {} == {path: paths for path, paths in found.items() if paths}


@pytest.mark.parametrize(
    "page", [path for path in public_files() if path.suffix == ".md"], ids=lambda page: page.name
)
def test_every_module_that_a_page_names_is_there(page: Path) -> None:
    """Who follows a page to the code must find it."""
    named = re.findall(
        r"`((?:search|index|web|tools|tests)/[\w/]+(?:\.\w+)?)`", page.read_text("utf-8")
    )

    assert [] == [
        path for path in named if not (ROOT / path).exists() and not (ROOT / f"{path}.py").exists()
    ]
