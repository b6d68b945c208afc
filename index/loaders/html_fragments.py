"""HTML fragments: exports of sites keep a text as HTML; what does a reader see of it?

Only values with an end tag or a line break of HTML in them are touched: `3 < 4` is not.
"""

from __future__ import annotations

import html
import re
from typing import Final

from index.loaders.clean import clean

HTML_MARKUP: Final = re.compile(
    r"</(?:p|div|a|b|i|em|strong|span|h[1-6]|li|blockquote)>|<br ?/?>", re.IGNORECASE
)
ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
UNSEEN: Final = frozenset({"script", "style", "template"})
BLOCKS: Final = frozenset(
    {"blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "table", "tr", "ul"}
)
CDATA: Final = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
DECLARATION: Final = re.compile(r"<[!?](?!--)[^<>]*>")
SPACE: Final = re.compile(r"[ \t\r\n]+")


class _Seen:
    """Gathers the text that is seen, a paragraph a block.

    What lxml's parser hands its events to.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._unseen = 0

    def start(self, tag: str, _attrs: object) -> None:
        self._unseen += tag in UNSEEN
        self._parts.append("\n" if tag == "br" else "\n\n" if tag in BLOCKS else "")

    def end(self, tag: str) -> None:
        self._unseen -= tag in UNSEEN and self._unseen > 0
        self._parts.append("\n\n" if tag in BLOCKS else "")

    def data(self, data: str) -> None:
        if not self._unseen:
            self._parts.append(SPACE.sub(" ", data))

    def close(self) -> str:
        return "".join(self._parts)


def seen(written: str) -> str:
    """The text as a reader sees it: without tags, with characters for entities."""
    if not HTML_MARKUP.search(written):
        return html.unescape(written) if ENTITY.search(written) else written
    return shown(written)


def shown(markup: str) -> str:
    """The text of a piece of HTML as a reader sees it."""
    # few values have tags
    from lxml.etree import HTMLParser  # type: ignore[import-untyped]  # noqa: PLC0415

    markup = _replaced(CDATA, "]]>", r"\1", clean(markup))
    markup = DECLARATION.sub("", _replaced(COMMENT, "-->", "", markup))
    parser = HTMLParser(target=_Seen(), huge_tree=True)
    # The parser takes all that follows a declaration without an end for a part of it.
    parser.feed("<body>" + markup.replace("<!", "&lt;!").replace("<?", "&lt;?"))
    lines = (line.strip() for line in parser.close().split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _replaced(pattern: re.Pattern[str], end: str, by: str, text: str) -> str:
    """The text with a pattern replaced, up to its last end.

    One without an end is not looked for from each start.
    """
    last = text.rfind(end) + len(end) if end in text else 0
    return pattern.sub(by, text[:last]) + text[last:]
