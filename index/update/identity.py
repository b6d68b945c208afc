"""Identity: which ids may an article have, and when are two articles the same?"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from base64 import b85encode
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from index.update.rows import Source
from search.model.articles import Article


def names(source: Source, locator: str) -> Iterator[str]:
    """The path, then with more and more of its root's name before it.

    Behind it where in the file the article is.
    """
    yield source.path + locator
    path = source.path
    for parent in Path(source.root).parts[:0:-1]:
        path = f"{parent}/{path}"
        yield path + locator
    yield source.file + locator


def source_names(source: Source, source_id: str) -> Iterator[str]:
    """The id that the source gives; if another file has it, with the path before it."""
    yield source_id
    yield from (f"{name}:{source_id}" for name in names(source, ""))


def content(article: Article) -> str:
    """What two articles with the same title and text share.

    Case, forms and white space do not count.
    """
    words = unicodedata.normalize("NFKC", f"{article.title}\n{article.text}").casefold().split()
    return _hash(" ".join(words))


def digest(article: Article) -> str:
    """What changes with anything that is known of the article before it is tagged.

    When it was first seen says nothing of it, nor which others say the same.
    """
    unseen = replace(article, sequence=0, first_seen=None, duplicate_of=None)
    return _hash(json.dumps(unseen.to_json(), sort_keys=True))


def _hash(text: str) -> str:
    """Half a SHA-256 in few letters: the manifest keeps three an article, and 128 bits suffice."""
    whole = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return b85encode(whole[: len(whole) // 2]).decode()
