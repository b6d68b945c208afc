"""Tags: exports of web sites keep a text as HTML; what does a reader see of it?

Only values with an end tag or a line break of HTML in them are touched: `3 < 4` is not.
"""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import Final

MARKUP: Final = re.compile(r"</(?:p|div|a|b|i|em|strong|span|h[1-6]|li|blockquote)>|<br ?/?>", re.IGNORECASE)
ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
UNSEEN: Final = frozenset({"script", "style", "template"})
BLOCKS: Final = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "table", "tr"}
)
CDATA: Final = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
DECLARATION: Final = re.compile(r"<!--.*?-->|<!(?!--)[^<>]*>", re.DOTALL)
SPACE: Final = re.compile(r"[ \t\r\n]+")


class _Seen(HTMLParser):
    """Gathers the text that is seen, a paragraph a block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self._unseen += tag in UNSEEN
        self.parts.append("\n" if tag == "br" else "\n\n" if tag in BLOCKS else "")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in UNSEEN and self._unseen > 0
        self.parts.append("\n\n" if tag in BLOCKS else "")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(SPACE.sub(" ", data))


def seen(written: str) -> str:
    """The text as a reader sees it: without tags, with characters for entities."""
    if not MARKUP.search(written):
        return html.unescape(written) if ENTITY.search(written) else written
    return shown(written)


def shown(written: str) -> str:
    """What a reader sees of HTML."""
    parser = _Seen()
    # Python's parser stops at a declaration that it does not know, so none is left for it.
    parser.feed(DECLARATION.sub("", CDATA.sub(r"\1", written)).replace("<!", "&lt;!"))
    parser.close()
    lines = (line.strip() for line in "".join(parser.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
