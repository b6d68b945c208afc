"""Feeds: each entry of an RSS or Atom file is an article.

So is each post of a site that WordPress exported.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from lxml import etree  # type: ignore[import-untyped]

from index.loaders import html_fragments
from index.loaders.loaded import Ignored, Loaded, Part, Skipped
from index.loaders.records import article
from index.loaders.source import SMALL, read, read_bytes
from search.errors import NotAnArticleError, SourceError

FEED_ROOTS: Final = frozenset({"rss", "RDF", "feed", "channel"})
ENTRIES: Final = frozenset({"item", "entry"})
DECLARED: Final = re.compile(rb"""^[\xef\xbb\xbf\s]*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)""")
XML_DECLARATION: Final = re.compile(r"\A[\ufeff\s]*<\?xml[^>]*\?>")
DOCTYPE: Final = re.compile(r"\A<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL)
# HTML's names of characters, and the numbers that only HTML takes for letters
FOREIGN_ENTITY: Final = re.compile(
    r"&(?:(?!amp;|lt;|gt;|quot;|apos;)[A-Za-z][A-Za-z0-9]{1,31}"
    r"|#1[2-5]\d|#[xX][89][0-9a-fA-F]|#X[0-9a-fA-F]{1,6});"
)
ELEMENT: Final = re.compile(r"</?[A-Za-z][^<>]*>")

# Names of elements without their namespace, the best first.
ENTRY_TEXTS: Final = ("encoded", "content", "body", "description", "summary")
# Atom says when an entry was changed, and only if it likes when it was published: where it does
# not, that is all.
ENTRY_DATES: Final = ("pubDate", "published", "issued", "date", "created", "updated", "modified")
IDS: Final = ("guid", "id")
POSTS: Final = frozenset(
    {"", "post", "page", "article", "news"}
)  # what WordPress exports besides are pictures and menus


def load(path: Path) -> Iterator[Part]:
    """The entries of a feed."""
    declared = DECLARED.match(read_bytes(path)[:SMALL])
    text, notes = read(path, declared.group(1).decode("ascii").lower() if declared else None)
    met: set[str] = set()
    number = 0
    for entry in _entries(text, path):
        if entry is None:
            raise NotAnArticleError(str(path), "XML, but no feed")
        if (kind := _kind(entry)) not in POSTS:
            yield Ignored(f"{_text(entry, 'title') or 'an entry'}", f"no post, but {kind}")
        else:
            number += 1
            yield _article(number, entry, met, notes)


def _kind(entry: Any) -> str:  # noqa: ANN401
    """What an entry is, where an export says it: WordPress and Blogger pack more than posts."""
    terms = (one.get("term", "") for one in _children(entry, "category"))
    told = (term.partition("#")[2] for term in terms if "/blogger/" in term)
    return _text(entry, "post_type") or next(told, "")


def _entries(written: str, path: Path) -> Iterator[Any]:
    """Each entry, emptied when it is done with; None at once if this is no feed."""
    parser = etree.XMLPullParser(
        events=("start", "end"),
        recover=True,
        resolve_entities=False,
        no_network=True,
        huge_tree=True,
    )
    is_known = False
    for event, element in _events(
        parser,
        FOREIGN_ENTITY.sub(_character, without_prologue(written[:SMALL]) + written[SMALL:]),
        path,
    ):
        if not is_known and _name(element) not in FEED_ROOTS:
            yield None
            return
        is_known = True
        if event == "end" and _name(element) in ENTRIES:
            yield element
            element.clear()


def _events(parser: Any, written: str, path: Path) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """What begins and ends; of a file that is cut off all that there is."""
    begun = False
    for start in range(0, len(written), SMALL):
        parser.feed(written[start : start + SMALL])
        for event in parser.read_events():
            begun = True
            yield event
    try:
        parser.close()
    except etree.LxmlError as error:
        if not begun:
            raise SourceError(str(path), f"damaged, or no XML: {error}") from error
    yield from parser.read_events()


def _article(
    number: int,
    entry: Any,  # noqa: ANN401
    met: set[str],
    notes: tuple[str, ...],
) -> Loaded | Skipped:
    entry_id = _first(entry, IDS)
    record = {
        "title": _shown(entry, "title"),
        "text": next(filter(None, (_shown(entry, name) for name in ENTRY_TEXTS)), ""),
        "date": _first(entry, ENTRY_DATES),
        "url": _link(entry),
        "outlet": _outlet(entry),
        "id": "" if entry_id in met else entry_id,  # some feeds give all entries the same
    }
    met.add(entry_id)
    return article(number, record, notes)


def without_prologue(written: str) -> str:
    """XML without what it declares of itself: its first `<!DOCTYPE` is the only one that is one."""
    before, mark, behind = XML_DECLARATION.sub("", written).partition("<!DOCTYPE")
    return before + DOCTYPE.sub("", mark + behind)


def _character(match: re.Match[str]) -> str:
    """HTML's name of a character, which XML does not know."""
    return html.unescape(match.group())


def _name(element: Any) -> str:  # noqa: ANN401
    """The name of an element without its namespace, or a prefix that means none.

    Empty for comments.
    """
    return re.split("[}:]", element.tag)[-1] if isinstance(element.tag, str) else ""


def _children(element: Any, name: str) -> Iterator[Any]:  # noqa: ANN401
    return (child for child in element if _name(child) == name)


def _text(element: Any, name: str) -> str:  # noqa: ANN401
    """The text of the first child of this name."""
    return next(
        (" ".join("".join(child.itertext()).split()) for child in _children(element, name)), ""
    )


def _first(element: Any, names: tuple[str, ...]) -> str:  # noqa: ANN401
    return next(filter(None, (_text(element, name) for name in names)), "")


def _shown(element: Any, name: str) -> str:  # noqa: ANN401
    """What a reader sees of the first child of this name that says something."""
    return next(filter(None, map(_seen, _children(element, name))), "")


def _seen(child: Any) -> str:  # noqa: ANN401
    kind = child.get("type", "")
    if len(child):  # XHTML
        inner = (child.text or "") + "".join(
            etree.tostring(one, encoding="unicode", method="html") for one in child
        )
        return html_fragments.shown(inner)
    written = child.text or ""
    if kind in {"text", "text/plain"} or not ELEMENT.search(written):
        return written.strip() if kind == "text" else html.unescape(written).strip()
    return html_fragments.shown(written)


def _link(entry: Any) -> str:  # noqa: ANN401
    """Where the entry is to be read: Atom's links say what they are for, RSS has one."""
    for link in _children(entry, "link"):
        if link.get("rel", "alternate") == "alternate" and (
            address := link.get("href") or (link.text or "").strip()
        ):
            return str(address)
    guid = next(_children(entry, "guid"), None)
    return (
        str(guid.text or "").strip()
        if guid is not None and guid.get("isPermaLink") != "false"
        else ""
    )


def _outlet(entry: Any) -> str:  # noqa: ANN401
    """Who published it first, if the feed gathers from others; else the feed."""
    for source in _children(entry, "source"):
        if title := _text(source, "title") or (source.text or "").strip():
            return str(title)
    feed = entry.getparent()
    if feed is not None and _name(feed) == "RDF":
        feed = next(_children(feed, "channel"), feed)
    return _shown(feed, "title") if feed is not None else ""
