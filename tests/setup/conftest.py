"""A registry of small packages, named and asking like the real ones, and clones that are set up from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import installed
from tests.setup.clones import Clone, Locks, clone, newer, release, surroundings
from tests.setup.releases import publish


@pytest.fixture(scope="session")
def locks() -> Locks:
    return {lock: [release(pin) for pin in installed.pins(lock)] for lock in installed.LOCKS}


@pytest.fixture(scope="session")
def registry(locks: Locks, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Its address; it has each package as it is locked, and a newer release of each."""
    known = {release.file: release for releases in locks.values() for release in releases}
    later = {release.file: release for release in map(newer, known.values())}
    return publish(tmp_path_factory.mktemp("registry") / "simple", (known | later).values())


@pytest.fixture
def fresh(tmp_path: Path, locks: Locks, registry: str) -> Clone:
    """A clone that nobody set up, in a folder as people name them."""
    folder = tmp_path / "a clone, it's mine"
    clone(folder, locks)
    return Clone(folder, surroundings(tmp_path, registry))
