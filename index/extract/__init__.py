"""Extraction: what a text says of itself besides its words.

Its title, its date, what in it is not the article.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import resources
from typing import Final

EXTRACT_VERSION: Final = 4  # raised by hand when the rules change


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """The rules by which texts were read.

    The version and a hash of the words that the rules look for.
    """
    digest = hashlib.sha256()
    for table in sorted(resources.files(__package__).iterdir(), key=lambda file: file.name):
        if table.name.endswith(".tsv"):
            digest.update(table.name.encode() + b"\0" + table.read_bytes())
    return f"{EXTRACT_VERSION}:{digest.hexdigest()[:16]}"
