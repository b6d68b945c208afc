"""The set-up a year later: newer releases of everything are out, and the locks still decide."""

from __future__ import annotations

import importlib.util
import os
from typing import Final

import pytest

from tests.setup.clones import Clone, compiled_modules, meant

pytestmark = pytest.mark.slow

BUILDS: Final = pytest.mark.skipif(
    os.environ.get("READOUT_ICU_WHEEL") == "1", reason="PyICU is not built here"
)


@BUILDS
@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_what_is_installed_is_what_the_lock_says(fresh: Clone, lock: str) -> None:
    """A lock that is resolved works until something that is asked for with an extra is newer."""
    fresh.set_up(lock)

    assert meant(lock) == fresh.packages(lock)


def test_pyicu_comes_ready_made_from_a_lock_of_its_own(fresh: Clone) -> None:
    expected = meant("requirements.lock", "requirements-icu-wheel.lock")
    del expected["pyicu"]

    fresh.set_up("requirements.lock", READOUT_ICU_WHEEL="1")

    assert expected == fresh.packages()


@BUILDS
def test_what_is_built_is_built_by_what_the_lock_says(fresh: Clone) -> None:
    """A newer setuptools may no longer build PyICU, nor a newer hatchling Readout."""
    pins = meant("requirements-build.lock")

    fresh.set_up()

    assert {f"{name}=={pins[name]}" for name in ("hatchling", "setuptools")} == fresh.builders()


@pytest.mark.parametrize("module", compiled_modules())
def test_what_the_set_up_compiles_is_there(module: str) -> None:
    """A module that was renamed would stop the set-up at its last step."""
    assert importlib.util.find_spec(module)
