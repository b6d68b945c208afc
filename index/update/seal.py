"""Seal: is the manifest still what was written?

Beside it stands its SHA-256, from the end of one run to the begin of the next, and the folders
that it knows: they must be known too where it can't be read any more. While a run writes there is
no seal, and so after one that was broken off.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Literal

from index.disk import sync_folder

_ENDING: Final = ".json"
_WAITING: Final = "-wal"  # what SQLite calls a file of changes that are not in the manifest yet

State = Literal["whole", "open", "broken"]


def put(manifest: Path, folders: list[str]) -> None:
    """Seal a manifest that is closed; where the disk has no room for it, it stays open."""
    fresh = manifest.with_suffix(f"{_ENDING}.new")
    with suppress(OSError):
        if waits(manifest):
            return
        with fresh.open("w", encoding="utf-8") as file:
            file.write(_written(_digest(manifest), folders))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(manifest.with_suffix(_ENDING))
        sync_folder(manifest.parent)


def take_off(manifest: Path) -> None:
    """Open a manifest for a run that writes."""
    if (seal := manifest.with_suffix(_ENDING)).exists():
        seal.unlink()
        sync_folder(manifest.parent)


def state(manifest: Path) -> State:
    """Whether a manifest and its seal are as they were written.

    It is open while a run writes, and after one that was broken off.
    """
    if not manifest.exists():
        return "broken"
    try:
        seal = manifest.with_suffix(_ENDING).read_bytes()
    except FileNotFoundError:
        return "open"
    if waits(manifest):
        return "open"  # a copy that was made in the middle of a run
    said = _said(seal)
    whole = seal == _written(_digest(manifest), said.get("folders", [])).encode()
    return "whole" if whole else "broken"


def vouches(manifest: Path) -> bool:
    """Whether a seal that is broken itself still says that the manifest is whole."""
    try:
        said = _said(manifest.with_suffix(_ENDING).read_bytes())
        return said.get("manifest") == _digest(manifest)
    except OSError:
        return False


def folders(manifest: Path) -> list[str]:
    """The folders and files that a manifest knew when it was sealed, as far as that can be told."""
    try:
        said = _said(manifest.with_suffix(_ENDING).read_bytes())
    except OSError:
        return []
    listed = said.get("folders", [])
    return list(listed) if said.get("sha256") == _folders_digest(listed) else []


def waits(manifest: Path) -> bool:
    """Whether there are changes that are not in the manifest itself yet."""
    waiting = manifest.with_name(manifest.name + _WAITING)
    return waiting.exists() and waiting.stat().st_size > 0


def _said(seal: bytes) -> dict[str, Any]:
    with suppress(ValueError, RecursionError):
        said = json.loads(seal)
        if isinstance(said, dict):
            return said
    return {}


def _written(digest: str, folders: object) -> str:
    said = {"manifest": digest, "folders": folders, "sha256": _folders_digest(folders)}
    return json.dumps(said) + "\n"


def _folders_digest(folders: object) -> str:
    return hashlib.sha256(json.dumps(folders).encode()).hexdigest()


def _digest(manifest: Path) -> str:
    with manifest.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
