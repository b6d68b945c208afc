"""How is a small package built: by a backend that packs what pyproject.toml says.

It notes which release of the backend did so.
"""

from __future__ import annotations

import tomllib
import zipfile
from importlib.metadata import version
from pathlib import Path


def build_wheel(
    wheel_directory: str, config_settings: object = None, metadata_directory: object = None
) -> str:
    """A wheel without a module: its name and version are what the tests ask for."""
    del config_settings, metadata_directory
    return _pack(Path(wheel_directory), {})


def build_editable(
    wheel_directory: str, config_settings: object = None, metadata_directory: object = None
) -> str:
    """A wheel that points to the folder."""
    del config_settings, metadata_directory
    return _pack(Path(wheel_directory), {"editable.pth": str(Path.cwd())})


def _pack(folder: Path, files: dict[str, str]) -> str:
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    stem = f"{project['name'].replace('-', '_')}-{project['version']}"
    about = f"{stem}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    described = {
        "METADATA": metadata,
        "WHEEL": f"Wheel-Version: 1.0\nGenerator: {built_by()}\nTag: py3-none-any\n",
    }
    with zipfile.ZipFile(folder / f"{stem}-py3-none-any.whl", "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
        for name, text in described.items():
            wheel.writestr(f"{about}/{name}", text)
        wheel.writestr(f"{about}/RECORD", "".join(f"{path},,\n" for path in wheel.namelist()))
    return f"{stem}-py3-none-any.whl"


def built_by() -> str:
    """The distribution that this module lies in as a package's backend, with its version."""
    name = __name__.split(".", maxsplit=1)[0]
    return f"{name}=={version(name)}"
