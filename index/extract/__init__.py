"""Extraction: what a text says of itself besides its words.

Its title, and what in it is not the article; its date is read in `index/dates`.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import resources
from typing import Final

EXTRACT_VERSION: Final = 4  # raised by hand when the rules change
ROOMS: Final = ("index.dates", "index.extract")


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """The rules by which texts were read.

    The version and a hash of the words that the rules look for.
    """
    digest = hashlib.sha256()
    files = [file for room in ROOMS for file in resources.files(room).iterdir()]
    for table in sorted(files, key=lambda file: file.name):
        if table.name.endswith(".tsv"):
            digest.update(table.name.encode() + b"\0" + table.read_bytes())
    return f"{EXTRACT_VERSION}:{digest.hexdigest()[:16]}"
