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

HTML_HEAD: Final = re.compile(r"<head\b.*?</head\s*>", re.IGNORECASE | re.DOTALL)


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
    has_head = "</head" in written.lower()  # else its end would be looked for from each beginning
    return html_fragments.shown(HTML_HEAD.sub("", written, count=1) if has_head else written)
