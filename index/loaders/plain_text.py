"""Plain text: a file is one article, and all that is known stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from index.loaders.loaded import Loaded, Skipped
from index.loaders.records import finished
from index.loaders.source import read


def load(path: Path) -> Iterator[Loaded | Skipped]:
    """The one article of the file, without the empty lines around it."""
    text, notes = read(path)
    yield finished(Loaded(number=1, text=text.strip(), notes=notes))
