"""Page dates: on which day did the article of a saved page appear?

From the page's own metadata, the JSON-LD of its article, the `<time>` or the line that dates it;
never from a comment, another story, a footer, a script or a modification.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from index.dates import metadata_dates
from index.loaders import page_sentences, values
from index.loaders.page import CHANGED, NOT_PUBLISHED, Element, Page, is_small, marks_of, text_of

# Names of <meta>, the surer ones first; compared without case.
DATE_NAMES: Final = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "rnews:datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "bt:pubdate",
    "originalpublicationdate",
    "article_date_original",
    "published_time",
    "publisheddate",
    "publication_date",
    "publish_date",
    "publish_time",
    "published",
    "pubdate",
    "pdate",
    "ptime",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.published",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "citation_date",
    "article:create_at",
    "article:created",
    "datecreated",
    "displaydate",
    "og:pubdate",
    "og:publish_date",
    "article:published_date",
    "article_date",
    "story_date",
    "date_posted",
    "date_issued",
    "dc.issued",
    "dc.created",
    "prism.publicationdate",
    "timestamp",
    "date",
)

LONGEST_DATE_LINE: Final = 120  # characters of a line that dates an article

_DATED: Final = re.compile(
    r"(?:^|[-_ ])(?:dates?|pubdate|published|publish|publication|posted|timestamp|time|datetime"
    r"|dateline|datum|fecha|data|byline|meta)(?:$|[-_ ])"
    r"|(?:publish|pub|post|article|entry|news|story|create)(?:ed)?[-_]?(?:date|time)",
    re.IGNORECASE,
)
_NAMED_SO: Final = re.compile(r"byline|meta", re.IGNORECASE)  # with an author and other things
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
MOST_BESIDE: Final = (5, 4)  # beside the numbers of a date: in a line of its own, beside an author
_BROKEN_DATE: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_PARTS: Final = re.compile(r"\s*[|•·]\s*|\s+[/–—]+\s+|\s{2,}")
_LINES: Final = (
    *("a", "b", "dd", "div", "em", "h2", "h3", "h4", "h5"),
    *("li", "p", "small", "span", "strong", "td"),
)


def published(page: Page) -> tuple[str | None, str | None]:
    """The day on which a page's article appeared, and what is to be said about it."""
    lang = values.language(page.tree.get("lang"))
    said: str | None = None
    for witness in WITNESSES:
        for written in witness(page):
            found, remark = metadata_dates.published(written, lang)
            if found:
                return found, remark
            said = said or (remark if witness is _of_metas else None)
    return None, said


def _of_metas(page: Page) -> Iterator[str]:
    said: dict[str, str] = {}
    for name, value in page.metas.items():
        said.setdefault(_letters(name), value)
    names = dict.fromkeys(map(_letters, DATE_NAMES))
    return (said[name] for name in names if name in said)


def _letters(name: str) -> str:
    """`DC.date.issued`, `dc:date-issued` and `dcDateIssued` are one name."""
    return "".join(filter(str.isalpha, name))


def _of_documents(page: Page) -> Iterator[Any]:
    for name in ("datePublished", "uploadDate", "dateCreated"):
        yield from (one[name] for one in page.documents if one.get(name))
    broken = {day for script in page.broken_scripts for day in _BROKEN_DATE.findall(script)}
    yield from broken if len(broken) == 1 else ()


def _of_marks(page: Page) -> Iterator[str]:
    """What `itemprop`, `pubdate` and microformats mark as the date of publication."""
    for element in page.tree.iter("abbr", "div", "i", "li", "meta", "p", "span", "time"):
        is_marked = (
            "datePublished" in (element.get("itemprop") or "")
            or "pubdate" in element.attrib
            or "dt-published" in marks_of(element)
            or (element.tag == "abbr" and "published" in marks_of(element))
        )
        if is_marked and is_small(element) and not page.is_elsewhere(element):
            yield from _values_of(element)


def _of_times(page: Page) -> Iterator[str]:
    """Each <time> of the article that is not of a change, the first one first."""
    for element in page.tree.iter("time", "relative-time"):
        is_line = is_small(element) and not page.is_elsewhere(element)
        if is_line and not _is_of_change(element):
            yield from _values_of(element)


def _of_lines(page: Page) -> Iterator[str]:
    """What a page's classes call a date."""
    for element in page.tree.iter(*_LINES):
        marks = marks_of(element)
        if not _DATED.search(marks) or NOT_PUBLISHED.search(marks) or not is_small(element):
            continue
        text = text_of(element)
        may = text and len(text) <= LONGEST_DATE_LINE and any(map(str.isdigit, text))
        if may and not page.is_elsewhere(element) and not _is_of_change(element):
            yield from _short(_pieces(text), marks)


# In this order: a page's metadata is written for machines, its lines for people.
WITNESSES: Final[tuple[Callable[[Page], Iterator[Any]], ...]] = (
    _of_metas,
    _of_documents,
    _of_marks,
    _of_times,
    _of_lines,
    page_sentences.published_in,
)


def _values_of(element: Element) -> Iterator[str]:
    for name in ("datetime", "content", "title", "data-datetime", "data-time"):
        if element.get(name):
            yield element.get(name)
    text = text_of(element)
    if text and len(text) <= LONGEST_DATE_LINE:
        yield from _pieces(text)


def _pieces(line: str) -> Iterator[str]:
    """A line, and what stands between its bars; not what speaks of a change."""
    for piece in (line, *_PARTS.split(line)):
        if piece and not CHANGED.search(piece):
            yield piece


def _short(pieces: Iterator[str], marks: str) -> Iterator[str]:
    """The pieces that say little more than a date: a sentence speaks of another day."""
    most = MOST_BESIDE[1 if _NAMED_SO.search(marks) else 0]
    return (piece for piece in pieces if len(_LETTERS.findall(piece)) <= most)


def _is_of_change(element: Element) -> bool:
    """Whether an element, what is around it or what stands before it speaks of a change."""
    around = [marks_of(element), element.get("itemprop") or ""]
    above, before = element.getparent(), element.getprevious()
    if above is not None:
        around += [marks_of(above), above.text or ""] if before is None else [marks_of(above)]
    if before is not None:
        label = (before.tail or "").strip() or (text_of(before) if is_small(before) else "")
        around += [] if any(map(str.isdigit, label)) else [label[-60:]]  # else it has its own date
    return any(map(CHANGED.search, around))
