"""The default install.

Which distributions it is made of, what they weigh, and under which licences they are.
`python -m tests.installed` prints all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

ROOT: Final = Path(__file__).parent.parent
LOCKS: Final = (
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-icu-wheel.lock",
    "requirements-build.lock",
)
ROOMS: Final = ("search", "index", "web")
_PIN: Final = re.compile(r"^[A-Za-z][^\\\n]*==[^\\\n]*", re.MULTILINE)
_READY_MADE: Final = {"pyicu": "pyicu-wheels"}  # what READOUT_ICU_WHEEL=1 takes instead
_MEGABYTE: Final = 1_000_000


def pins(lock: str) -> list[Requirement]:
    """What a lock file lists, for every system and Python."""
    return [
        Requirement(pin.strip()) for pin in _PIN.findall((ROOT / lock).read_text(encoding="utf-8"))
    ]


def runtime() -> list[Distribution]:
    """The installed distributions that Readout runs with on this machine."""
    wanted = [
        pin for pin in pins("requirements.lock") if pin.marker is None or pin.marker.evaluate()
    ]
    return [_installed(pin.name) for pin in wanted]


def megabytes() -> float:
    """What the run-time dependencies and Readout itself take on the disk, as the set-up installs them.

    Compiled modules come with use and go again, so they are not counted.
    """
    ours = (path for room in ROOMS for path in (ROOT / room).rglob("*"))
    theirs = (Path(str(path.locate())) for installed in runtime() for path in installed.files or ())
    counted = (path for path in (*ours, *theirs) if path.suffix != ".pyc" and path.is_file())
    return sum(path.stat().st_size for path in counted) / _MEGABYTE


def licences(installed: Distribution) -> list[str]:
    """Every word that a distribution says about its licence."""
    says = installed.metadata.get_all
    classifiers = [line for line in says("Classifier", []) if line.startswith("License ::")]
    return [*says("License-Expression", []), *says("License", []), *classifiers]


def _installed(name: str) -> Distribution:
    try:
        return distribution(name)
    except ModuleNotFoundError:
        if name not in _READY_MADE:
            raise
        return distribution(_READY_MADE[name])


def licence(installed: Distribution) -> str:
    """What a distribution says first about its licence, in a line; the text of one may be long."""
    said = [
        line.splitlines()[0].removeprefix("License :: ") for line in licences(installed) if line
    ]
    return said[0] if said else "says nothing"


def _report() -> Iterator[str]:
    for part in sorted(runtime(), key=lambda part: part.name.casefold()):
        yield f"{part.name} {part.version}: {licence(part)}"
    yield f"default install: {megabytes():.0f} MB in {len(runtime())} distributions"


if __name__ == "__main__":
    print("\n".join(_report()))  # noqa: T201 - it is a command
