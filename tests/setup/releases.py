"""What does a package registry hold.

Small releases, the pages that list them, and a lock of some of them.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

BACKEND: Final = (Path(__file__).parent / "backend.py").read_text(encoding="utf-8")
BACKENDS: Final = {"hatchling": "hatchling/build.py", "setuptools": "setuptools/build_meta.py"}
DESCRIPTION: Final = """\
[build-system]
requires = ["setuptools", "wheel"]
build-backend = "setuptools.build_meta"

[project]
name = "{name}"
version = "{version}"
"""


@dataclass(frozen=True, slots=True)
class Release:
    """A version of a distribution, with what it asks for as its metadata say it."""

    name: str
    version: str
    requires: Sequence[str] = ()
    extras: Sequence[str] = ()
    marker: str = ""
    as_source: bool = False

    @property
    def stem(self) -> str:
        return f"{self.name.replace('-', '_')}-{self.version}"

    @property
    def file(self) -> str:
        return f"{self.stem}.tar.gz" if self.as_source else f"{self.stem}-py3-none-any.whl"


def publish(folder: Path, releases: Iterable[Release]) -> str:
    """Write the files and the pages of a registry (PEP 503); its address."""
    ordered = sorted(releases, key=lambda release: release.name)
    for name, group in groupby(ordered, key=lambda release: release.name):
        page = folder / name
        page.mkdir(parents=True)
        for release in group:
            (page / release.file).write_bytes(packed(release))
        links = "".join(f'<a href="{file.name}">{file.name}</a>\n' for file in page.iterdir())
        (page / "index.html").write_text(
            f"<!DOCTYPE html><html><body>{links}</body></html>", encoding="utf-8"
        )
    return folder.as_uri()


def lock(releases: Iterable[Release]) -> str:
    """A lock file, written as `make lock` writes it."""
    return "".join(
        f"{release.name}=={release.version}{release.marker} \\\n    --hash=sha256:{_digest(release)}\n"
        for release in sorted(releases, key=lambda release: release.name)
    )


def packed(release: Release) -> bytes:
    """The release as a file; the same bytes each time."""
    return _source(release) if release.as_source else _wheel(release)


def _digest(release: Release) -> str:
    return hashlib.sha256(packed(release)).hexdigest()


def _metadata(release: Release) -> str:
    fields = [("Metadata-Version", "2.1"), ("Name", release.name), ("Version", release.version)]
    fields += [("Provides-Extra", extra) for extra in release.extras]
    fields += [("Requires-Dist", requirement) for requirement in release.requires]
    return "".join(f"{key}: {value}\n" for key, value in fields)


def _wheel(release: Release) -> bytes:
    about = f"{release.stem}.dist-info"
    files = {
        f"{about}/METADATA": _metadata(release),
        f"{about}/WHEEL": "Wheel-Version: 1.0\nTag: py3-none-any\n",
    }
    if release.name == "pyicu-wheels":
        files["icu.py"] = ""
    if release.name in BACKENDS:
        files |= {f"{release.name}/__init__.py": "", BACKENDS[release.name]: BACKEND}
    files[f"{about}/RECORD"] = "".join(f"{path},,\n" for path in [*files, f"{about}/RECORD"])
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as wheel:
        for path, text in files.items():
            wheel.writestr(zipfile.ZipInfo(path), text)
    return held.getvalue()


def _source(release: Release) -> bytes:
    files = {
        "PKG-INFO": _metadata(release),
        "pyproject.toml": DESCRIPTION.format(name=release.name, version=release.version),
    }
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for path, text in files.items():
            entry = tarfile.TarInfo(f"{release.stem}/{path}")
            entry.size = len(text.encode())
            archive.addfile(entry, io.BytesIO(text.encode()))
    return gzip.compress(held.getvalue(), mtime=0)
