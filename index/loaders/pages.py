"""Pages in other files.

Which article has a page that came in an e-mail, an archive of the web or a feed?
"""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from index.loaders import html_fragments, load
from index.loaders.loaded import EMPTY, Loaded, Skipped
from search.errors import NotAnArticleError, SourceError

HEAD_BEGINS: Final = re.compile(r"<head\b", re.IGNORECASE)
HEAD_ENDS: Final = re.compile(r"</head\s*>", re.IGNORECASE)


def page(raw: bytes | str) -> Loaded | Skipped:
    """The article of a page; a text is one whose encoding is known from elsewhere.

    Raises `NotAnArticleError` where the page holds none.
    """
    # the mark wins over what it says
    written = raw.encode("utf-8-sig", "replace") if isinstance(raw, str) else raw
    with TemporaryDirectory(prefix="readout-") as folder:
        file = Path(folder, "page.html")
        file.write_bytes(written)
        try:
            parts = list(load(file))
        except NotAnArticleError:
            raise
        except SourceError as error:
            return Skipped(1, error.reason)
    return next((part for part in parts if isinstance(part, Loaded | Skipped)), Skipped(1, EMPTY))


def whole(written: str) -> str:
    """All that is seen of a page that is an article from end to end, as in an e-mail."""
    begins = HEAD_BEGINS.search(written)
    ends = HEAD_ENDS.search(written, begins.end()) if begins else None
    head = slice(begins.start(), ends.end()) if begins and ends else slice(0, 0)
    return html_fragments.shown(written[: head.start] + written[head.stop :])
