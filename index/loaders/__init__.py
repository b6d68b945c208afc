"""Loaders: which articles does a file hold, and what does it say of each?

One row a kind of file. A loader's module is imported when the first file of its kind comes: the
libraries for HTML and YAML are slow to import, and searching needs neither.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Final

from index.disk import is_elsewhere
from index.loaders import no_article
from index.loaders.endings import ending_of
from index.loaders.folders import CSV_SIDECAR, Listing, Seen, is_beside, listings, sidecars_of
from index.loaders.loaded import EMPTY, Ignored, Loaded, Part, Skipped
from index.loaders.names_table import NAMES_TABLES
from index.loaders.refusals import ONLINE_ONLY, Refused, why_not
from index.loaders.time_limits import limited
from index.settings import file_limits
from search.errors import NotAnArticleError, SourceError

__all__ = [
    "EMPTY",
    "EXTENSIONS",
    "LOADERS",
    "ONE_ARTICLE",
    "Ignored",
    "Listing",
    "Loaded",
    "Part",
    "Refused",
    "Seen",
    "Skipped",
    "load",
    "reading_files",
    "walk",
]

Loader = Callable[..., Iterator[Part]]
NOTHING: Final = "there is no article in it"

# Extension → module and function.
LOADERS: Final[dict[str, tuple[str, str]]] = {
    ".asp": ("html", "load"),
    ".aspx": ("html", "load"),
    ".atom": ("feeds", "load"),
    ".bz2": ("packed", "load_compressed"),
    ".csv": ("csvs", "load"),
    ".docm": ("office", "load_docx"),
    ".docx": ("office", "load_docx"),
    ".eml": ("mail", "load"),
    ".epub": ("epub", "load"),
    ".gz": ("packed", "load_compressed"),
    ".htm": ("html", "load"),
    ".html": ("html", "load"),
    ".json": ("jsons", "load"),
    ".jsonl": ("jsons", "load_lines"),
    ".jsp": ("html", "load"),
    ".markdown": ("markdown", "load"),
    ".mbox": ("mail", "load_box"),
    ".md": ("markdown", "load"),
    ".mht": ("mhtml", "load"),
    ".mhtml": ("mhtml", "load"),
    ".ndjson": ("jsons", "load_lines"),
    ".odt": ("office", "load_odt"),
    ".pdf": ("pdf", "load"),
    ".php": ("html", "load"),
    ".rdf": ("feeds", "load"),
    ".rss": ("feeds", "load"),
    ".rtf": ("rtf", "load"),
    ".shtml": ("html", "load"),
    ".srt": ("subtitles", "load"),
    ".tar": ("packed", "load_tar"),
    ".text": ("plain_text", "load"),
    ".tgz": ("packed", "load_compressed"),
    ".tsv": ("csvs", "load"),
    ".txt": ("plain_text", "load"),
    ".vtt": ("subtitles", "load"),
    ".wacz": ("warc", "load_package"),
    ".warc": ("warc", "load"),
    ".xhtml": ("html", "load"),
    ".xml": ("xmls", "load"),
    ".xz": ("packed", "load_compressed"),
    ".zip": ("packed", "load_zip"),
}
EXTENSIONS: Final = frozenset(LOADERS)
EXTRAS: Final = {"warc": "warcio Brotli"}  # what a loader takes that is not installed with Readout
# What is read by a library in C that a broken file may hang, or end with its process.
ISOLATED: Final = {".pdf": ("isolation", "load")}
# Files of these hold others.
PACKED: Final = frozenset({".bz2", ".eml", ".gz", ".mbox", ".tar", ".tgz", ".wacz", ".xz", ".zip"})
# Files of these hold many articles, or may; of all others each is one.
SEVERAL: Final = PACKED | {
    ".atom",
    ".csv",
    ".epub",
    ".json",
    ".jsonl",
    ".ndjson",
    ".rdf",
    ".rss",
    ".tsv",
    ".warc",
    ".xml",
}
ONE_ARTICLE: Final = EXTENSIONS - SEVERAL


def load(path: Path, unpacking: object = None) -> Iterator[Part]:
    """Every article of a file in its order.

    What can't be read in it is `Skipped` and the rest goes on.
    `unpacking` is what may still come out of the file that this one is packed in.
    Raises `SourceError` when nothing of the file can be read, and `NotAnArticleError` when there
    is nothing to be read in it.
    """
    ending = ending_of(path.name)
    if ending not in EXTENSIONS:
        known = " ".join(sorted(EXTENSIONS))
        raise SourceError(str(path), f"unknown kind of file {path.suffix!r}; known are {known}")
    if reason := no_article.of_name(path.name):
        raise NotAnArticleError(str(path), reason)
    loader = loader_of(path, {**LOADERS, **ISOLATED})
    try:
        parts = loader(path, unpacking) if ending in PACKED else loader(path)
        yield from _counted(limited(parts, path), path)
    except (SourceError, OSError, MemoryError):
        raise
    except Exception as error:  # a library met bytes that nobody foresaw: the other files go on
        reason = f"damaged: reading it ended with {type(error).__name__}"
        raise SourceError(str(path), reason) from error


@contextmanager
def reading_files() -> Iterator[None]:
    """Read files, and have no process left for it; raises `BadSettingError` for a limit."""
    file_limits()
    try:
        yield
    finally:
        if f"{__name__}.isolation" in sys.modules:
            import_module(f"{__name__}.isolation").close()


def _counted(parts: Iterable[Part], path: Path) -> Iterator[Part]:
    """The articles counted over all that is packed in a file.

    Of one that holds none, that it holds none.
    """
    number = 0
    part: Part | None = None
    for part in parts:
        if isinstance(part, Ignored):
            yield part
        else:
            number += 1
            yield part if part.number == number else replace(part, number=number)
    if part is None:
        raise NotAnArticleError(str(path), NOTHING)


def walk(root: Path) -> Iterator[Listing]:
    """The files of articles below a folder (or the file itself) and those beside, by folder."""
    if root.is_file():
        found = Listing(str(root.parent).rstrip(os.sep))
        if is_elsewhere(root.stat()):
            found.refused.append(Refused(root, ONLINE_ONLY))
        elif not is_beside(str(root), root.name):
            found.articles.append(_seen(root))
        tables = sorted(map(root.with_name, NAMES_TABLES))
        names = [table for table in tables if is_beside(str(table), table.name)]
        for path in (root.with_name(CSV_SIDECAR), sidecars_of(root), *names):
            if path.is_file() and (reason := why_not(path, root.parent)):
                found.refused.append(Refused(path, reason))
            elif path.is_file():
                found.beside.append(_seen(path))
        yield found
    else:
        yield from listings(root, EXTENSIONS)


def _seen(path: Path) -> Seen:
    stat = path.stat()
    return path.name, stat.st_size, stat.st_mtime_ns


def loader_of(path: Path, table: Mapping[str, tuple[str, str]] = LOADERS) -> Loader:
    """The loader of this kind of file; as a table says that is no other, in this process."""
    module, function = table[ending_of(path.name)]
    try:
        loader: Loader = getattr(import_module(f"index.loaders.{module}"), function)
    except ImportError as error:
        extra = EXTRAS.get(module)
        wanted = f"`{sys.executable} -m pip install {extra}`" if extra else str(error)
        raise SourceError(
            str(path), f"it takes a library that is not installed: {wanted}"
        ) from error
    return loader
