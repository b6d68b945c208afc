"""Reading: the one article of a file that has just been written."""

from __future__ import annotations

from pathlib import Path

from index.loaders import Loaded
from tests.loaders.samples import articles


def read(folder: Path, name: str, raw: bytes | str) -> Loaded:
    """Write a file and load it."""
    path = folder / name
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    (article,) = articles(path)
    assert isinstance(article, Loaded)
    return article
