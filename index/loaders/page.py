"""A page: its tree, what it says of itself, and which of its parts are the article's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import Any, Final

from lxml import html  # type: ignore[import-untyped]
from lxml.etree import LxmlError  # type: ignore[import-untyped]

from search import icu

Element = Any  # lxml is untyped

TITLE_METAS: Final = ("og:title", "twitter:title", "dc.title", "title")
ARTICLE_TYPES: Final = re.compile(r"Article$|^BlogPosting$|^LiveBlogPosting$|^Report$")
PAGE_TYPES: Final = frozenset({"CreativeWork", "MediaObject", "VideoObject", "WebPage"})
DEEPEST_GRAPH: Final = 3
DEEPEST_ELEMENT: Final = 200  # elements around one that are looked at
MOST_HEADINGS: Final = 200
MOST_ARTICLES: Final = 50
MOST_IN_LINE: Final = 20  # elements in a line

# Classes and ids around what is not of the article.
_ELSEWHERE: Final = re.compile(
    r"comment|respon(?:d|se)|disqus|related|recommend|sidebar|widget|teaser|promo|popular"
    r"|(?<!post[-_])(?<!entry[-_])(?<!asset[-_])(?<!article[-_])(?<!header[-_])footer"
    r"|trending|latest|most[-_]?(?:read|viewed)|more[-_](?:news|from|stories)"
    r"|read[-_]?(?:more|also)"
    r"|ticker|newsletter|carousel|breadcrumb|copyright|archive|calendar|outbrain|taboola",
    re.IGNORECASE,
)
# Classes and ids of days that are another thing's.
NOT_PUBLISHED: Final = re.compile(
    r"current|today|now\b|clock|weather|forecast|event|expir|deadline|birth|crawl|print",
    re.IGNORECASE,
)
# What speaks of a change, in marks and in words.
CHANGED: Final = re.compile(
    r"updat|modif|edited|revis|changed|actualiz|aktualis|עדכ|עודכן|обновл|оновл|изменен|تحديث"
    r"|به[\u200c ]?روز",
    re.IGNORECASE,
)
_OUTSIDE: Final = frozenset({"aside", "footer", "form", "nav", "script", "style", "template"})
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*>")


@dataclass(frozen=True)
class Page:
    """A page as it was saved."""

    tree: Element

    @classmethod
    def of(cls, written: str) -> Page | None:
        """The page of a text; None where there is none in it."""
        parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
        try:
            tree = html.document_fromstring(_DECLARATION.sub("", written), parser=parser)
        except (LxmlError, ValueError):
            return None
        return cls(tree)

    @cached_property
    def metas(self) -> Mapping[str, str]:
        """What the page says of itself, by name in small letters; the first of equal names."""
        found: dict[str, str] = {}
        for element in self.tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop")
            if name and element.get("content") and _in_head(element):
                found.setdefault(name.strip().casefold(), element.get("content"))
        return found

    def meta(self, names: Iterable[str]) -> str | None:
        """The first value of a <meta> by names, the better ones first."""
        return next((self.metas[name] for name in names if self.metas.get(name)), None)

    @cached_property
    def address(self) -> str | None:
        """The address that the page gives as its own."""
        links = (one for one in self.tree.iter("link") if one.get("rel") == "canonical")
        return next((one.get("href") for one in links), None) or self.meta(("og:url",))

    @cached_property
    def title(self) -> str:
        """What the window was called."""
        return text_of(self.tree.find(".//title"))

    @cached_property
    def headline(self) -> Element | None:
        """The heading of the article: the longest that the page's titles have, else the first."""
        titles = [words_of(title) for title in (self.title, self.meta(TITLE_METAS)) if title]
        found = islice(filter(is_small, self.tree.iter("h1", "h2", "h3")), MOST_HEADINGS)
        headings = [(one, words_of(text_of(one))) for one in found]
        named = [
            (len(words), one)
            for one, words in headings
            if words and any(f" {words} " in f" {title} " for title in titles)
        ]
        if named:
            return max(named, key=lambda one: one[0])[1]
        return next((one for one, words in headings if words and one.tag == "h1"), None)

    @cached_property
    def documents(self) -> tuple[Mapping[str, Any], ...]:
        """The article of the page's JSON-LD, and the page there; of several the page's own."""
        found = [one for script in self.scripts for one in _objects(_parsed(script))]
        articles = [one for one in found if any(map(ARTICLE_TYPES.search, types_of(one)))]
        own = [one for one in articles if self.address and self.address in _addresses(one)]
        pages = [one for one in found if PAGE_TYPES.intersection(types_of(one))]
        return (*(own or articles)[:1], *pages[:1])

    @cached_property
    def scripts(self) -> tuple[str, ...]:
        """The page's JSON-LD as it is written."""
        found = (one for one in self.tree.iter("script") if one.text)
        return tuple(one.text for one in found if "ld+json" in (one.get("type") or "").casefold())

    @cached_property
    def broken_scripts(self) -> tuple[str, ...]:
        """The page's JSON-LD that is no JSON."""
        return tuple(one for one in self.scripts if _parsed(one) is None)

    @cached_property
    def article(self) -> Element | None:
        """The <article> of the headline, else the longest."""
        around = [] if self.headline is None else [*self.headline.iterancestors("article")]
        if around:
            return around[-1]
        articles = islice(self.tree.iter("article"), MOST_ARTICLES)
        return max(articles, key=lambda one: len(text_of(one)), default=None)

    @cached_property
    def around_headline(self) -> frozenset[Element]:
        """The elements that hold the headline: of the article, whatever they are called."""
        return frozenset(() if self.headline is None else self.headline.iterancestors())

    def is_elsewhere(self, element: Element) -> bool:
        """Whether an element is of something else on the page: a comment, another story."""
        for one in islice(chain((element,), element.iterancestors()), DEEPEST_ELEMENT):
            if one in self.around_headline or one is self.article or one.tag in {"body", "main"}:
                return False
            if one.tag in _OUTSIDE or one.tag == "article" or _ELSEWHERE.search(marks_of(one)):
                return True
        return False


def marks_of(element: Element) -> str:
    """The classes and the id of an element."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def is_small(element: Element) -> bool:
    """Whether an element holds a line and no more, as far as its elements show."""
    return sum(1 for _ in islice(element.iter(), MOST_IN_LINE + 1)) <= MOST_IN_LINE


def text_of(element: Element | None) -> str:
    """The text of an element in one line."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def words_of(text: str) -> str:
    """The words of a title, as titles are compared."""
    return " ".join(re.findall(r"\w+", icu.nfc(text).casefold()))


def _in_head(element: Element) -> bool:
    """Whether a <meta> is of the page; one in the body may be of a part of it."""
    return element.get("itemprop") is None or any(True for _ in element.iterancestors("head"))


def _parsed(script: str) -> Any:  # noqa: ANN401 - JSON is any value
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401
    """The objects of JSON-LD that stand by themselves: in a list, or in a graph."""
    if isinstance(value, list) and depth < DEEPEST_GRAPH:
        for one in value:
            yield from _objects(one, depth + 1)
    elif isinstance(value, Mapping):
        yield value
        for name in ("@graph", "mainEntity"):
            if isinstance(value.get(name), list | Mapping):
                yield from _objects(value[name], depth + 1)


def types_of(one: Mapping[str, Any]) -> list[str]:
    """What an object of JSON-LD says that it is."""
    found = one.get("@type")
    return [str(name) for name in found] if isinstance(found, list) else [str(found or "")]


def _addresses(one: Mapping[str, Any]) -> set[str]:
    """The addresses that an object gives for itself."""
    found = [one.get("url"), one.get("@id"), one.get("mainEntityOfPage")]
    inner = [place.get("@id") if isinstance(place, Mapping) else place for place in found]
    return {place for place in inner if isinstance(place, str)}
