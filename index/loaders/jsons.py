"""JSON: an article, a list of articles, or an object that holds such a list.

And JSON Lines, an article a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from index.loaders.fields import is_article
from index.loaders.loaded import Loaded, Skipped
from index.loaders.records import article
from index.loaders.source import lines, read
from search.errors import SourceError

HOLDERS: Final = ("articles", "items", "documents", "docs", "results", "records", "entries", "data")


def load(path: Path) -> Iterator[Loaded | Skipped]:
    """The articles of a whole JSON document."""
    text, notes = read(path)
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SourceError(str(path), f"not JSON: {_short(error)}") from error
    for number, record in enumerate(_records(document), 1):
        yield _loaded(number, record, notes)


def load_lines(path: Path) -> Iterator[Loaded | Skipped]:
    """The articles of JSON Lines; a line that is not JSON is skipped, the rest goes on."""
    for number, (line, notes) in enumerate(lines(path), 1):
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Skipped(number, f"article {number} is not JSON: {_short(error)}")
        else:
            yield _loaded(number, record, notes)


def _records(document: Any) -> list[Any]:  # noqa: ANN401 - JSON is any value
    """The records of a document."""
    if isinstance(document, list):
        return document
    if isinstance(document, Mapping) and not is_article(document):
        for name in HOLDERS:
            if isinstance(document.get(name), list):
                return list(document[name])
    return [document]


def _loaded(number: int, record: Any, notes: tuple[str, ...]) -> Loaded | Skipped:  # noqa: ANN401
    if not isinstance(record, Mapping):
        return Skipped(
            number,
            f"article {number} is no object with a title and a text, but {type(record).__name__}",
        )
    return article(number, record, notes)


def _short(error: Exception) -> str:
    return str(error).split("\n", 1)[0] if isinstance(error, ValueError) else "nested too deeply"
