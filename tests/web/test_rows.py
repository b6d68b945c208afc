"""Rows: what a page has by the dozen is escaped, and says the same in every language."""

from __future__ import annotations

import re

import pytest

from search.model.articles import Article
from search.model.facet_values import FacetValue
from search.model.languages import INTERFACE_LANGUAGES
from search.model.response import Hit, Label, Passage
from search.service.near_duplicates import DuplicateGroup
from web.messages import locale
from web.rows import TAGS, Rows
from web.state import State

HOSTILE = "\"><script>alert('&')</script>"


def rows(ui: str = "en") -> Rows:
    return Rows(locale(ui), lambda _facet, _value: HOSTILE)


def hit(title: str = "A call", leaders: int = 0) -> Hit:
    article = Article(
        article_id=HOSTILE,
        title=title,
        text="",
        lang=HOSTILE,
        outlet=HOSTILE,
        published="2016-10-23",
    )
    return Hit(
        article=article,
        direction="ltr",
        title_marks=((0, 1),),
        passages=(Passage(HOSTILE, ((0, 2),)),),
        leaders=tuple(Label(f"{number}{HOSTILE}", HOSTILE) for number in range(leaders)),
        countries=(Label(HOSTILE, HOSTILE),),
        score=1.0,
    )


@pytest.mark.parametrize("ui", INTERFACE_LANGUAGES)
def test_nothing_of_an_archive_becomes_markup(ui: str) -> None:
    state = State(q=HOSTILE, filters=(("leader", HOSTILE),), ui=ui)
    value = FacetValue(HOSTILE, HOSTILE, 2, selected=True)
    group = DuplicateGroup(hit(HOSTILE, leaders=TAGS + 2), (hit(HOSTILE),))

    written = "".join(
        (
            rows(ui).listed([value], state, "leader"),
            rows(ui).bars([value, FacetValue("2016", "2016", 0, selected=False)], state),
            rows(ui).hits([group], state),
        )
    )

    assert "<script" not in written
    assert "alert('" not in written
    assert set(re.findall(r"<(\w+)", written)) <= {
        *("li", "a", "span", "bdi", "svg", "rect", "article", "h2", "p", "mark", "time", "ul"),
        *("details", "summary"),
    }


def test_tags_that_are_folded_are_counted() -> None:
    group = DuplicateGroup(hit(leaders=TAGS + 2), ())

    written = rows().hits([group], State())

    assert TAGS + 1 == written.count("<bdi>") - 1  # the outlet's is the other
    assert "#facts" in written
    assert "2 more" in written


def test_a_chosen_value_leads_to_the_page_without_it() -> None:
    state = State(filters=(("year", "2016"),))
    chosen, other = (
        rows().listed([FacetValue(year, year, 1, selected=year == "2016")], state, "year")
        for year in ("2016", "2017")
    )

    assert ('href="/search"', True) == (
        re.findall('href="[^"]*"', chosen)[0],
        "aria-current" in chosen,
    )
    assert 'href="/search?year=2016&amp;year=2017"' in other
