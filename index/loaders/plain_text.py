"""Bare text: a file is one article, and all that is known stands in it.

A page or a document of JSON that was saved as text is read as what it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from index.loaders import beginnings, bundles, fields, front_matter, jsons, no_article
from index.loaders.clean import clean
from index.loaders.loaded import Loaded, Part
from index.loaders.records import described, finished
from index.loaders.source import read
from search.errors import NotAnArticleError


def load(path: Path) -> Iterator[Part]:
    """The one article of the file, without the empty lines around it."""
    text, notes = read(path)
    if beginnings.is_feed(text):
        from index.loaders import feeds  # noqa: PLC0415  as below

        yield from feeds.load(path)
    elif beginnings.is_page(text):
        from index.loaders import html  # noqa: PLC0415  it takes longer to load than most texts

        yield from html.several(text, notes) or [html.of_page(text, path, notes)]
    elif reason := no_article.of_text(text):
        raise NotAnArticleError(str(path), reason)
    elif _is_json(text):
        yield from jsons.load(path)
    else:
        yield from _labelled(clean(text).strip(), notes)


def _is_json(text: str) -> bool:
    """Whether a text is JSON, and not below it."""
    begins = text.lstrip()[:1] in ("{", "[") and jsons.is_json(text)
    return begins and not front_matter.above_a_text(text)


def _labelled(text: str, notes: tuple[str, ...]) -> Iterator[Part]:
    """The articles of a text, with what it says of itself above its first line."""
    if several := bundles.articles(text, notes):
        yield from several
        return
    given = front_matter.parted(text)
    said = replace(fields.read(given.record), text=None, source_id=None)
    notes += given.notes
    yield finished(described(Loaded(number=1, text=given.body.strip(), notes=notes), said))
