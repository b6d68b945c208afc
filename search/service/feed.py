"""Feed: how does an article become an entry that readers of feeds know again (Atom, RFC 4287)?"""

from __future__ import annotations

import re
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from search.model.articles import Article

LONG_AGO: Final = "1970-01-01"
_NOT_OF_XML: Final = re.compile(
    "[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]"
)  # what XML 1.0 can't hold


def entry_id(article_id: str) -> str:
    """The same for an article for ever, at whatever address it is served."""
    return uuid5(NAMESPACE_URL, article_id.encode(errors="replace").decode()).urn


def updated(article: Article | None) -> str:
    """When an article was first seen, as Atom writes a moment; without one, long ago."""
    return f"{(article.first_seen if article else None) or LONG_AGO}T00:00:00Z"


def plain(text: str) -> str:
    """The text without what XML can't hold."""
    return _NOT_OF_XML.sub("\ufffd", text)
