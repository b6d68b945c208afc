"""Refusals: which files must not be read, whatever is in them?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

NO_FILE: Final = "a pipe, a socket or a device, and no file"
FOLDER_LINK: Final = "a link to a folder is not followed; index that folder itself"
LINKS_OUT: Final = "a link out of the folder"
ONLINE_ONLY: Final = "it is online only; have its cloud drive keep it on this machine"
NOT_UNICODE: Final = "its name is not UTF-8; rename it"


@dataclass(frozen=True, slots=True)
class Refused:
    """A file or folder that is not gone into, with the reason."""

    path: Path
    reason: str


def why_not(path: Path, home: Path) -> str:
    """Why a file below `home` must not be read; empty if it may."""
    if path.is_symlink() and not path.resolve().is_relative_to(home.resolve()):
        return LINKS_OUT
    return "" if is_unicode(str(path)) else NOT_UNICODE


def is_unicode(name: str) -> bool:
    """Whether the name can be written down.

    Bytes that are no UTF-8 come as halves of surrogate pairs.
    """
    return not any("\ud800" <= letter <= "\udfff" for letter in name)
