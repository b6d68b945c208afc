"""How is a small package built: by a backend that packs what pyproject.toml says.

It notes which release of the backend did so.
"""

from __future__ import annotations

import os
import tomllib
import zipfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

ICU = """\
import os

if os.environ.get("ICU", "") != "{there}":
    raise ImportError("libicui18n.so.{there}: cannot open shared object file")
"""


def build_wheel(
    wheel_directory: str, config_settings: object = None, metadata_directory: object = None
) -> str:
    """A wheel without a module, unless it is PyICU: that can be loaded where ICU is as it was."""
    del config_settings, metadata_directory
    there = os.environ.get("ICU", "")
    modules = {"icu.py": ICU.format(there=there)} if _project()["name"] == "pyicu" else {}
    return _pack(Path(wheel_directory), modules)


def build_editable(
    wheel_directory: str, config_settings: object = None, metadata_directory: object = None
) -> str:
    """A wheel that points to the folder."""
    del config_settings, metadata_directory
    return _pack(Path(wheel_directory), {"editable.pth": str(Path.cwd())})


def _project() -> dict[str, Any]:
    described: dict[str, Any] = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    project: dict[str, Any] = described["project"]
    return project


def _pack(folder: Path, modules: dict[str, str]) -> str:
    project = _project()
    stem = f"{project['name'].replace('-', '_')}-{project['version']}"
    metadata = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    commands = [f"{name} = {call}" for name, call in project.get("scripts", {}).items()]
    about = {
        "METADATA": metadata,
        "WHEEL": f"Wheel-Version: 1.0\nGenerator: {built_by()}\nTag: py3-none-any\n",
        "entry_points.txt": "\n".join(["[console_scripts]", *commands]),
    }
    files = modules | {f"{stem}.dist-info/{name}": text for name, text in about.items()}
    files[f"{stem}.dist-info/RECORD"] = "".join(f"{path},,\n" for path in files)
    with zipfile.ZipFile(folder / f"{stem}-py3-none-any.whl", "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
    return f"{stem}-py3-none-any.whl"


def built_by() -> str:
    """The distribution that this module lies in as a package's backend, with its version."""
    name = __name__.split(".", maxsplit=1)[0]
    return f"{name}=={version(name)}"
