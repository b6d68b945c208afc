"""Loaders: which articles does a file hold, and what does it say of each?

One row a kind of file. A loader's module is imported when the first file of its kind comes: the libraries for HTML
and YAML are slow to import, and searching needs neither.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Final

from index.loaders.loaded import EMPTY, Loaded, Skipped
from index.loaders.source import CSV_SIDECAR, Listing, Refused, Seen, beside, listings
from search.errors import SourceError

__all__ = [
    "EMPTY",
    "EXTENSIONS",
    "LOADERS",
    "ONE_ARTICLE",
    "Listing",
    "Loaded",
    "Refused",
    "Seen",
    "Skipped",
    "load",
    "walk",
]

# Extension → module and function.
LOADERS: Final[dict[str, tuple[str, str]]] = {
    ".csv": ("csvs", "load"),
    ".htm": ("html", "load"),
    ".html": ("html", "load"),
    ".json": ("jsons", "load"),
    ".jsonl": ("jsons", "load_lines"),
    ".markdown": ("markdown", "load"),
    ".md": ("markdown", "load"),
    ".ndjson": ("jsons", "load_lines"),
    ".text": ("bare", "load"),
    ".tsv": ("csvs", "load"),
    ".txt": ("bare", "load"),
}
EXTENSIONS: Final = frozenset(LOADERS)
_ENDINGS: Final = tuple(LOADERS)
ONE_ARTICLE: Final = frozenset({".htm", ".html", ".markdown", ".md", ".text", ".txt"})  # a file of these is one


def load(path: Path) -> Iterator[Loaded | Skipped]:
    """Every article of a file in its order; what can't be read in it is `Skipped` and the rest goes on.

    Raises `SourceError` when nothing of the file can be read.
    """
    if path.suffix.lower() not in EXTENSIONS:
        known = " ".join(sorted(EXTENSIONS))
        raise SourceError(str(path), f"unknown kind of file {path.suffix!r}; known are {known}")
    yield from _loader(path)(path)


def walk(root: Path) -> Iterator[Listing]:
    """What of articles there is below a folder (or the file itself) and beside them, folder by folder."""
    if root.is_file():
        sides = [_seen(path) for path in (root.with_name(CSV_SIDECAR), beside(root)) if path.is_file()]
        yield Listing(str(root.parent).rstrip(os.sep), [_seen(root)], sides)
    else:
        yield from listings(root, _ENDINGS)


def _seen(path: Path) -> Seen:
    stat = path.stat()
    return path.name, stat.st_size, stat.st_mtime_ns


def _loader(path: Path) -> Callable[[Path], Iterator[Loaded | Skipped]]:
    """The loader of this kind of file."""
    module, function = LOADERS[path.suffix.lower()]
    try:
        loader: Callable[[Path], Iterator[Loaded | Skipped]] = getattr(
            import_module(f"index.loaders.{module}"), function
        )
    except ImportError as error:
        raise SourceError(str(path), f"a library for this kind of file is missing: {error}") from error
    return loader
