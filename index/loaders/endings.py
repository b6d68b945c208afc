"""Endings: of which kind is a file, by its name?

The last ending says it, but for pages that a downloader saved under what a server calls them
(`article.php?id=3`, `story.html.1`).
"""

from __future__ import annotations

import os
import re
from typing import Final

_AS_SERVED: Final = re.compile(
    r".(?P<ending>\.(?:x?html?|shtml|php|aspx?|jsp))(?:\?.*|\.\d{1,3})", re.IGNORECASE | re.DOTALL
)


def ending_of(name: str) -> str:
    """The ending of a file's name or path, in small letters and with its point; else empty."""
    served = _AS_SERVED.search(name)
    if served and served.end() == len(name):
        return served["ending"].lower()
    return os.path.splitext(name)[1].lower()  # noqa: PTH122  an archive may have a million names
