"""The locks: whatever is needed on any system and Python stands in them, and nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires
from itertools import product
from typing import Any, Final, NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests import installed


class System(NamedTuple):
    """What a marker may ask of an operating system."""

    sys_platform: str
    os_name: str
    platform_system: str


SYSTEMS: Final = (
    System("linux", "posix", "Linux"),
    System("darwin", "posix", "Darwin"),
    System("win32", "nt", "Windows"),
)
PYTHONS: Final = ("3.11", "3.12", "3.13", "3.14")
MACHINES: Final = ("x86_64", "arm64")
PYICU_IS_BUILT_BY: Final = ["setuptools", "wheel"]
HATCHLING_ASKS_WHEN_IT_BUILDS: Final = ["editables"]


@cache
def described() -> dict[str, Any]:
    loaded: dict[str, Any] = tomllib.loads(
        (installed.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    )
    return loaded


def roots(lock: str) -> list[Requirement]:
    """What a lock is made for."""
    project = described()["project"]
    builds = (
        described()["build-system"]["requires"] + HATCHLING_ASKS_WHEN_IT_BUILDS + PYICU_IS_BUILT_BY
    )
    asked = {
        "requirements.lock": project["dependencies"],
        "requirements-dev.lock": project["dependencies"] + project["optional-dependencies"]["dev"],
        "requirements-icu-wheel.lock": ["pyicu-wheels"],
        "requirements-build.lock": builds,
    }
    return [Requirement(line) for line in asked[lock]]


def environments() -> Iterator[dict[str, str]]:
    """Everything that a marker asks about, for each place where Readout may run."""
    for system, python, machine in product(SYSTEMS, PYTHONS, MACHINES):
        yield system._asdict() | {
            "python_version": python,
            "python_full_version": f"{python}.0",
            "implementation_version": f"{python}.0",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "platform_machine": machine,
            "platform_release": "",
            "platform_version": "",
        }


@cache
def asked_by(name: str) -> tuple[Requirement, ...]:
    """What a distribution asks for.

    Of one that is another system's, and not installed here, nothing is known.
    """
    try:
        return tuple(Requirement(line) for line in requires(name) or ())
    except PackageNotFoundError:
        return ()


def closure(asked: list[Requirement], environment: dict[str, str]) -> list[Requirement]:
    """All that is asked for in an environment, by whatever is asked for, with the extras that are asked for."""
    found: list[Requirement] = []
    seen: set[tuple[str, str]] = set()
    waiting = [requirement for requirement in asked if holds(requirement, environment, "")]
    while waiting:
        requirement = waiting.pop()
        found.append(requirement)
        for extra in {"", *requirement.extras}:
            if (requirement.name, extra) not in seen:
                seen.add((requirement.name, extra))
                waiting += [
                    asked
                    for asked in asked_by(requirement.name)
                    if holds(asked, environment, extra)
                ]
    return found


def holds(requirement: Requirement, environment: dict[str, str], extra: str) -> bool:
    return requirement.marker is None or requirement.marker.evaluate(environment | {"extra": extra})


def locked(lock: str, environment: dict[str, str]) -> dict[str, str]:
    pins = [pin for pin in installed.pins(lock) if holds(pin, environment, "")]
    return {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pins}


@pytest.mark.parametrize("lock", installed.LOCKS)
def test_a_lock_has_what_is_needed_on_any_system_and_nothing_else(lock: str) -> None:
    """The set-up installs a lock as it stands, so what is missing there is missing in the environment."""
    for environment in environments():
        needed = {
            canonicalize_name(requirement.name) for requirement in closure(roots(lock), environment)
        }

        assert needed == set(locked(lock, environment))


@pytest.mark.parametrize("lock", installed.LOCKS)
def test_a_pin_is_a_version_that_everybody_who_needs_it_can_work_with(lock: str) -> None:
    for environment in environments():
        pins = locked(lock, environment)
        needed = closure(roots(lock), environment)

        assert [] == [
            str(requirement)
            for requirement in needed
            if not requirement.specifier.contains(
                pins[canonicalize_name(requirement.name)], prereleases=True
            )
        ]


def test_an_extra_is_followed() -> None:
    """`pip check` does not see that jusText asks for lxml_html_clean by way of `lxml[html_clean]`."""
    names = {
        requirement.name for requirement in closure([Requirement("jusText")], next(environments()))
    }

    assert {"jusText", "lxml", "lxml_html_clean"} == names


@pytest.mark.parametrize("dependency", described()["project"]["dependencies"])
def test_no_release_is_allowed_that_is_older_than_what_is_tested(dependency: str) -> None:
    """A package is installed without the lock, and an environment may hold any release that it allows.

    After `make lock`, raise the floor in pyproject.toml to the minor release that is pinned.
    """
    wanted = Requirement(dependency)
    pin = locked("requirements.lock", next(environments()))[canonicalize_name(wanted.name)]

    floors = [
        Version(bound.version) for bound in wanted.specifier if bound.operator in {">=", "=="}
    ]

    assert [Version(pin).release[:2]] == [floor.release[:2] for floor in floors]
