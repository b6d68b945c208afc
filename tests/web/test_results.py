"""What was found.

Each hit, how the pages follow, and what is said when there is little or nothing.
"""

from __future__ import annotations

import re

import pytest

from search.model.articles import Article
from tests.archive import searcher_of
from tests.web.browser import Browser
from tests.web.markup import links
from web.app import application


def test_a_hit_shows_its_marks_in_its_own_direction(browser: Browser) -> None:
    """The interface's direction is not the article's."""
    page = browser.get("/search?q=נתניהו").text

    assert '<h2 lang="he" dir="rtl">' in page
    assert "<mark>ונתניהו</mark>" in page
    assert '<p class="passage" lang="he" dir="rtl"><mark>נתניהו</mark>' in page


def test_a_passage_in_another_script_has_the_direction_of_that_script(browser: Browser) -> None:
    """The post is English; the article's language must not be claimed for it."""
    page = browser.get("/search?q=thanked").text

    assert '<p class="passage" lang="" dir="ltr">Putin <mark>thanked</mark>' in page


def test_labels_from_articles_are_isolated(browser: Browser) -> None:
    """RIGHT-TO-LEFT OVERRIDE in an outlet's name must not turn our own words round."""
    assert "<bdi>The \u202eDaily</bdi>" in browser.get("/search?q=Putin").text


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/search?q=weather+iran&ui=en", "December 10, 2023"),
        ("/search?q=נתניהו&ui=en", "from the text"),
        ("/search?q=Pezeshkian&ui=en", "Undated"),
        ("/search?q=נתניהו&ui=he", "לפי הטקסט"),
    ],
)
def test_a_date_says_how_it_is_known(browser: Browser, url: str, expected: str) -> None:
    assert expected in browser.get(url).text


def test_a_hit_shows_its_first_names_and_where_the_others_stand() -> None:
    ids = tuple(f"x-{number}" for number in range(9))
    page = Browser(
        application(searcher_of((Article(article_id="1", title="One", text="One.", leaders=ids),)))
    ).get("/")
    tags = page.text.partition('class="tags"')[2].partition("</ul>")[0]

    assert 7 == tags.count("<li>")
    assert ["/article/1#facts"] == links(tags, "3 more")


def test_the_search_box_keeps_the_filters_and_forgets_the_page(browser: Browser) -> None:
    form = browser.get("/search?q=Many&year=2001&sort=oldest&page=1&match=any").text.partition(
        "<form"
    )[2]
    form = form.partition("</form>")[0]

    assert '<input type="hidden" name="year" value="2001">' in form
    assert '<input type="hidden" name="sort" value="oldest">' in form
    assert 'name="page"' not in form
    assert 'name="match"' not in form


def test_pages_lead_to_each_other(browser: Browser) -> None:
    first = browser.get("/search?q=Many").text
    second = browser.get("/search?q=Many&page=2").text

    assert ["/search?q=Many&page=2"] == links(first, "Next")
    assert ["/search?q=Many"] == links(second, "Previous")
    assert ["/search?q=Many&page=3"] == links(second, "Next")
    assert '<span aria-current="page">2</span>' in second


def test_a_page_past_the_end_leads_back(browser: Browser) -> None:
    reply = browser.get("/search?q=Many&page=99")

    assert 200 == reply.status
    assert ["/search?q=Many"] == links(reply.text, "To the first page")


def test_nothing_found_is_said_with_what_to_drop(browser: Browser) -> None:
    page = browser.get("/search?q=Putin&year=1999").text

    assert "Nothing was found." in page
    assert "/search?q=Putin" in links(page, "<bdi>1999</bdi>")


def test_nothing_found_says_how_many_there_would_be(browser: Browser) -> None:
    page = browser.get("/search?q=Pezeshkian&year=1999&lang=he").text
    advice = page.partition('class="remaining"')[2].partition("</ul>")[0]

    assert ["2 articles"] == re.findall(r'<span class="n">(.*?)</span>', advice)
    assert ["/search?q=Pezeshkian"] == links(advice, "Clear all")


def test_a_hint_speaks_the_language_of_the_page(browser: Browser) -> None:
    assert "למירכאות אין סוגר" in browser.get('/search?q="Putin&ui=he').text


def test_when_no_article_has_all_the_words_the_page_says_so(browser: Browser) -> None:
    page = browser.get("/search?q=Putin+zebra").text

    assert "No article has all the words" in page
    assert '<article class="hit">' in page


def test_what_was_meant_is_offered_as_a_link(browser: Browser) -> None:
    """And the reader sees what was found for what they typed."""
    page = browser.get("/search?q=b,bhvu&year=2025").text

    [offered] = [url for url in links(page, "נתניהו") if "q=%D7%A0" in url]
    assert "<mark>נתניהו</mark>" in browser.get(offered).text


def test_nothing_found_is_said_once(browser: Browser) -> None:
    page = browser.get("/search?q=zzzz").text

    assert 1 == page.count("Nothing was found.")
    assert "0 articles</strong>" not in page


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/search?q=Many", "Many · 25 articles – Readout"),
        ("/search?q=Many&ui=he", "Many · 25 כתבות – Readout"),
        ("/search?q=zzzz", "zzzz · 0 articles – Readout"),
        ("/search?leader=vladimir-putin", "Search the archive · 4 articles – Readout"),
        ("/", "Search the archive – Readout"),
    ],
)
def test_the_title_says_how_many_were_found(browser: Browser, url: str, expected: str) -> None:
    """It is what a screen reader says first, and what stands on the tab."""
    assert f"<title>{expected}</title>" in browser.get(url).text


def test_other_names_of_two_leaders_stand_in_one_line(browser: Browser) -> None:
    page = browser.get("/search?q=Putin+Netanyahu").text

    assert 1 == page.count("Also searched:")
    assert 2 == len(links(page, "Only as typed"))
    assert all(name in page.partition("Also searched:")[2] for name in ("Путин", "נתניהו"))
