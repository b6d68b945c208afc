"""The facets beside the results: what a value leads to, and how it is taken away again."""

from __future__ import annotations

import re

import pytest

from search.model.articles import Article
from search.service.searcher import Searcher
from tests.archive import searcher_of
from tests.web.browser import Browser
from tests.web.markup import links
from web.app import application


def test_a_facet_link_narrows_and_the_chip_undoes_it(browser: Browser) -> None:
    page = browser.get("/search?q=Putin").text
    [narrower] = links(page, "<bdi>Masoud Pezeshkian</bdi></span>")
    narrowed = browser.get(narrower).text

    assert "<strong>2 articles</strong>" in narrowed
    assert ["/search?q=Putin"] * 2 == links(narrowed, "<bdi>Masoud Pezeshkian</bdi>")[:2]


def test_a_facet_says_how_many_of_its_values_are_chosen(browser: Browser) -> None:
    page = browser.get("/search?leader=vladimir-putin&leader=benjamin-netanyahu").text

    assert 'Leader <span class="n">2 chosen</span>' in " ".join(page.split())
    assert 1 == page.count(" chosen</span>")


def test_an_outlet_in_any_case_is_the_one_that_is_there(browser: Browser) -> None:
    """A link that somebody wrote by hand is settled as the archive writes the name."""
    page = browser.get("/search?outlet=the+daily").text

    assert "<strong>1 article</strong>" in page
    assert ["/search"] * 2 == links(page, "Daily</bdi>")[:2]
    assert "<strong>1 article</strong>" in browser.get("/search?q=outlet:%22THE+DAILY%22").text


@pytest.mark.parametrize(
    ("dates", "chip"),
    [("from=2016-10&to=2016-10", "2016-10"), ("from=2016-10&to=2017", "2016-10–2017"), ("to=2017", "–2017")],
)  # fmt: skip
def test_dates_are_a_chip_and_one_date_is_said_once(
    browser: Browser, dates: str, chip: str
) -> None:
    page = browser.get(f"/search?{dates}&q=Putin").text

    assert ["/search?q=Putin"] == links(page, f"<bdi>{chip}</bdi>")


def test_a_leader_in_any_spelling_can_be_taken_away(browser: Browser) -> None:
    """The reader may have typed the name in the URL as they write it."""
    page = browser.get("/search?leader=Путин").text

    assert "/search" in links(page, "Vladimir Putin")


def test_a_chosen_year_offers_what_has_no_date(browser: Browser) -> None:
    page = browser.get("/search?q=Putin&year=2023").text

    assert ["/search?q=Putin&year=2023&year=unknown"] == links(page, "+2 undated")
    assert "undated" not in browser.get("/search?q=Putin").text


def test_years_between_are_shown_though_nothing_happened(browser: Browser) -> None:
    """A gap is news, too."""
    page = browser.get("/search?q=Putin").text

    assert 'aria-label="2023, 1 article"' in page
    assert 1 == page.count('<li aria-hidden="true"></li>')


@pytest.mark.parametrize(("number", "shown", "more"), [(15, 15, []), (16, 12, ["4 more"])])
def test_a_long_facet_shows_a_dozen_and_where_the_others_are(
    number: int, shown: int, more: list[str]
) -> None:
    """Folding away one value would save nothing."""
    leaders = Browser(application(archive_of_leaders(number))).get("/").text
    section = leaders.partition('<section class="leader">')[2].partition("</section>")[0]

    assert (shown, more) == (section.count("<li>"), re.findall(r">(\d+ more)<", section))


def test_all_values_of_a_facet_are_on_a_page_of_their_own() -> None:
    """Those of the first dozen too: whoever looks for one does not know where it stands."""
    browser = Browser(application(archive_of_leaders(16)))
    [whole] = links(browser.get("/search?q=one&leader=x-3").text, "4 more")
    page = browser.get(whole).text

    assert "/facet/leader?q=one&leader=x-3" == whole
    assert 16 == page.partition('class="whole"')[2].count("<li>")
    assert "/search?q=one&leader=x-3&leader=x-9" in links(page, "<bdi>x-9</bdi></span>")
    assert "/facet/leader?q=one" in links(page, "<bdi>x-3</bdi>")
    assert 404 == browser.get("/facet/weather").status


def test_a_chosen_value_is_shown_wherever_it_stands() -> None:
    browser = Browser(application(archive_of_leaders(20)))
    last = browser.get("/").text.partition('<section class="leader">')[2]
    assert "x-9<" not in last.partition("</section>")[0]  # the last one by its id

    chosen = browser.get("/search?leader=x-9").text.partition('<section class="leader">')[2]

    assert "<bdi>x-9</bdi>" in chosen.partition("</section>")[0]


def archive_of_leaders(number: int) -> Searcher:
    ids = tuple(f"x-{one}" for one in range(number))
    return searcher_of((Article(article_id="1", title="One", text="One.", leaders=ids),))


def test_a_span_of_time_is_a_choice_like_others(browser: Browser) -> None:
    """It stands in two small fields and on a chip, stays when something else is chosen, and goes."""
    page = browser.get("/search?q=Putin&from=2023-12&to=2025").text
    [narrower] = links(page, "<bdi>Benjamin Netanyahu</bdi></span>")

    assert 'name="from" value="2023-12"' in page
    assert 'name="to" value="2025"' in page
    assert "/search?q=Putin" in links(page, "<bdi>2023-12–2025</bdi>")
    assert "from=2023-12&to=2025" in narrower
    assert "2 articles</strong>" in browser.get(narrower).text


def test_a_search_keeps_the_span_of_time(browser: Browser) -> None:
    """Whoever types other words has not asked for other years."""
    page = browser.get("/search?q=Putin&from=2023-12").text

    assert '<input type="hidden" name="from" value="2023-12">' in page.partition("</form>")[0]
