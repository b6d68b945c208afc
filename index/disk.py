"""Disk: how does a change of names get onto it, what is not on it, and who else writes to it?"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import Final

# what is kept elsewhere, in the attributes of Windows (the last two are not in `stat`) and of macOS
_OFFLINE: Final = stat.FILE_ATTRIBUTE_OFFLINE | 0x40000 | 0x400000
_DATALESS: Final = 0x40000000
_EVICTED: Final = re.compile(r"\.(.+)\.icloud")
# folders that a program keeps in step with other machines, as these programs name them
_SYNCED: Final = re.compile(
    r"(?P<OneDrive>onedrive(?:$|[ -].*))|(?P<Dropbox>dropbox(?:$| \(.*))"
    r"|(?P<iCloud>icloud ?drive.*|com~apple~clouddocs|mobile documents)"
    r"|(?P<Google_Drive>google ?drive(?:$|[ -].*)|drivefs)",
    re.IGNORECASE,
)


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk; Windows does so by itself and can't open a folder."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def is_elsewhere(found: os.stat_result) -> bool:
    """Whether a file is online only: its cloud drive would have to bring it here to be read."""
    attributes, flags = getattr(found, "st_file_attributes", 0), getattr(found, "st_flags", 0)
    return bool(attributes & _OFFLINE or flags & _DATALESS)


def evicted(name: str) -> str | None:
    """The file that a cloud drive took off this disk and left this hidden file for."""
    found = _EVICTED.fullmatch(name) if name.startswith(".") else None
    return found[1] if found else None


def synced_by(folder: Path) -> str | None:
    """The program that keeps a folder in step with other machines, by the name of one above it."""
    found = (_SYNCED.fullmatch(name) for name in folder.parts)
    one = next(filter(None, found), None)
    return one.lastgroup.replace("_", " ") if one and one.lastgroup else None
