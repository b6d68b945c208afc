"""Rows: how are the values of facets and the hits written, which a page has by the dozen?

A template shows what stands on a page once. What stands there over and over is written here, of
pieces that are kept: pages name the same leaders, years and languages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from search.model.articles import UNKNOWN, Article
from search.model.facet_values import FacetValue
from search.model.paragraphs import direction
from search.model.response import Hit, Opened
from search.service.near_duplicates import DuplicateGroup
from web.html import escaped, marked
from web.messages import Locale
from web.state import State

TAGS: Final = 6  # leaders, and as many countries, of a hit
TAGGED: Final = ("leader", "country")
_KEPT: Final = 4096
_CHOSEN: Final = ' aria-current="true"'

# from the value of a facet to the address that it leads to
Narrowed = Mapping[str, Callable[[str], str]]


class Rows:
    """Writes in one language; `label` names the values of facets in it."""

    def __init__(self, t: Locale, label: Callable[[str, str], str]) -> None:
        """With these texts."""
        self._t, self._label = t, label
        self._remove = escaped(t("remove"))
        self._value = lru_cache(_KEPT)(self._value_written)
        self._about = lru_cache(_KEPT)(self._about_written)

    def listed(self, rows: Iterable[FacetValue], state: State, facet: str) -> Markup:
        """Values as links with their counts; a chosen one is taken away."""
        removed = f'<span class="hidden"> {self._remove}</span>'
        return _joined(
            f'  <li><a href="{escaped(url)}" rel="nofollow"{_CHOSEN if row.selected else ""}'
            f"{self._value(facet, row.value, row.label)}{self._t.number(row.count)}</span>"
            f"{removed if row.selected else ''}</a></li>\n"
            for url, row in state.toggles(facet, rows)
        )

    def bars(self, years: Sequence[FacetValue], state: State) -> Markup:
        """Years as bars that are links."""
        fullest, chosen = max(row.count for row in years) or 1, state.values("year")
        return _joined(
            self._bar(url, row, 2 + 98 * row.count // fullest, is_named=row.value in chosen)
            for url, row in state.toggles("year", years)
        )

    def hits(self, groups: Iterable[DuplicateGroup], state: State) -> Markup:
        """Hits with their passages and tags, each with those that tell the same."""
        narrowed = {facet: state.narrowing(facet) for facet in TAGGED}
        return _joined(piece for group in groups for piece in self._group(group, state, narrowed))

    def about(self, article: Article) -> Markup:
        """What stands under a title."""
        return self._about(
            article.published, article.published_source, article.lang, article.outlet
        )

    def dated(self, article: Article) -> Markup:
        """The date, and where it was read if nobody gave it."""
        return _joined((self._date(article.published, article.published_source),))

    def tags(self, shown: Hit | Opened, narrowed: Narrowed, most: int, more: str = "") -> Markup:
        """Leaders and countries as links that narrow, and how many more stand at `more`."""
        return _joined(self._tags(shown, narrowed, most, more))

    def _tags(self, shown: Hit | Opened, narrowed: Narrowed, most: int, more: str) -> Iterator[str]:
        labelled = dict(zip(TAGGED, (shown.leaders, shown.countries), strict=True))
        if not any(labelled.values()):
            return
        yield '<ul class="tags">\n'
        for facet, labels in labelled.items():
            for one in labels[:most]:
                url, label = escaped(narrowed[facet](one.id)), escaped(one.label)
                yield f'  <li><a href="{url}" rel="nofollow"><bdi>{label}</bdi></a></li>\n'
        folded = sum(len(labels[most:]) for labels in labelled.values())
        if folded and more:
            said = escaped(self._t("more", n=self._t.number(folded)))
            yield f'  <li><a href="{more}#facts">{said}</a></li>\n'
        yield "</ul>\n"

    def _group(self, group: DuplicateGroup, state: State, narrowed: Narrowed) -> Iterator[str]:
        hit, article = group.first, group.first.article
        way, url = direction(article.title, hit.direction), escaped(_address(hit, state))
        other = " other" if way != self._t.dir else ""
        yield f'    <li><article class="hit{other}">\n      <h2{_spoken(hit, way)}>'
        yield f'<a href="{url}">{marked(article.title, hit.title_marks)}</a></h2>\n'
        yield f"      {self.about(article)}\n"
        for passage in hit.passages:
            spoken = _spoken(hit, direction(passage.text, hit.direction))
            yield f'      <p class="passage"{spoken}>{marked(passage.text, passage.marks)}</p>\n'
        yield "      "
        yield from self._tags(hit, narrowed, TAGS, url)
        yield "\n"
        if group.others:
            yield from self._same(group.others, state)
        yield "    </article></li>\n"

    def _same(self, others: Sequence[Hit], state: State) -> Iterator[str]:
        """Hits that tell what one above them tells."""
        said = escaped(self._t.counted(len(others), "same"))
        yield f'      <details class="same">\n        <summary>{said}</summary>\n        <ul>\n'
        for hit in others:
            lang, url = escaped(hit.article.lang), escaped(_address(hit, state))
            way = direction(hit.article.title, hit.direction)
            title = marked(hit.article.title, hit.title_marks)
            yield f'          <li><a lang="{lang}" dir="{way}" href="{url}">{title}</a>\n'
            yield f"            {self.about(hit.article)}</li>\n"
        yield "        </ul>\n      </details>\n"

    def _bar(self, url: str, row: FacetValue, height: int, *, is_named: bool) -> str:
        if not row.count and not row.selected:
            return '    <li aria-hidden="true"></li>\n'
        value, counted = escaped(row.value), escaped(self._t.counted(row.count, "articles"))
        says = f"{value}, {counted}{f', {self._remove}' if is_named else ''}"
        return (
            f'    <li><a href="{escaped(url)}" rel="nofollow" aria-label="{says}"'
            f'{_CHOSEN if row.selected else ""} data-value="year {value}"'
            f' data-says="{value} · {self._t.number(row.count)}">'
            '<svg viewBox="0 0 1 100" preserveAspectRatio="none" aria-hidden="true">'
            f'<rect y="{100 - height}" width="1" height="{height}"/></svg></a></li>\n'
        )

    def _value_written(self, facet: str, value: str, label: str) -> str:
        shown = escaped(self._t.year(value) if facet == "year" else label)
        named = f'data-value="{facet} {escaped(value)}"'
        return f' {named}><span><bdi>{shown}</bdi></span> <span class="n">'

    def _about_written(
        self, published: str | None, source: str | None, lang: str, outlet: str | None
    ) -> Markup:
        language = escaped(self._label("lang", lang))
        told = f"<bdi>{escaped(outlet)}</bdi>" if outlet else ""
        date = self._date(published, source)
        return _joined((f'<p class="meta">{date}<span>{language}</span>{told}</p>\n',))

    def _date(self, published: str | None, source: str | None) -> str:
        if not published:
            return f"<span>{escaped(self._t.year(UNKNOWN))}</span>"
        key, day = f"source.{source}", escaped(self._t.date(published))
        read = f', <span class="from">{escaped(self._t(key))}</span>' if self._t.knows(key) else ""
        return f'<span><time datetime="{escaped(published)}">{day}</time>{read}</span>'


def _address(hit: Hit, state: State) -> str:
    return state.article(hit.article.article_id)


def _spoken(hit: Hit, way: str) -> str:
    """The language of a text of a hit, where it is the article's, and its direction."""
    return f' lang="{escaped(hit.article.lang if way == hit.direction else "")}" dir="{way}"'


def _joined(pieces: Iterable[str]) -> Markup:
    """Pieces of HTML that are escaped already."""
    return Markup("".join(pieces))  # noqa: S704
