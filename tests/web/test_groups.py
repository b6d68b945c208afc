"""What a person sees of articles that tell the same, that have no date, or that mix their directions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.model.articles import Article
from tests.archive import searcher_of
from tests.web.browser import Browser
from tests.web.markup import links
from web.app import application

TOLD = Article(
    article_id="first",
    title="They spoke of Syria",
    text="The two spoke of Syria. " * 20,
    outlet="Daily",
)
MIXED = 'נתניהו אמר ל־CNN: "No" והוסיף'


@pytest.fixture(scope="module")
def archive() -> Browser:
    copy = replace(TOLD, article_id="copy", outlet="Weekly")
    dated = Article(article_id="dated", title="A call in 2016", text="Of Syria.", published="2016")
    mixed = Article(
        article_id="mixed", title=MIXED, text="Said in Syria.", lang="en", published="2017"
    )
    return Browser(application(searcher_of((TOLD, copy, dated, mixed))))


def test_what_tells_the_same_stands_under_the_first_and_still_counts(archive: Browser) -> None:
    page = archive.get("/search?q=Syria").text
    folded = page.partition('<details class="same">')[2].partition("</details>")[0]

    assert "<strong>4 articles</strong>" in page
    assert 3 == page.count('<article class="hit')
    assert "<summary>1 more like this</summary>" in folded
    assert 1 == len(links(folded, "They spoke of"))
    assert 1 == folded.count("<bdi>")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param(
            "/search?q=Syria&sort=newest", ["/search?q=Syria&year=unknown&sort=newest"], id="newest"
        ),
        pytest.param(
            "/search?q=Syria&sort=oldest&ui=en",
            ["/search?q=Syria&year=unknown&sort=oldest"],
            id="oldest",
        ),
        pytest.param("/search?country=x", [], id="nothing found"),
        pytest.param("/search?q=Syria", [], id="best match: a date says nothing"),
        pytest.param(
            "/search?q=Syria&sort=newest&year=2016", [], id="years chosen: they are not there"
        ),
        pytest.param("/search?q=Syria&sort=newest&year=unknown", [], id="nothing else is there"),
    ],
)
def test_it_is_said_where_articles_without_a_date_come(
    archive: Browser, url: str, expected: list[str]
) -> None:
    """Whoever looks for the latest may be looking at the wrong end."""
    page = archive.get(url).text

    assert expected == links(page, "2 undated come last")


def test_a_title_has_the_direction_of_its_letters(archive: Browser) -> None:
    """The article's language is that of most of its text."""
    page = archive.get("/search?q=CNN").text

    assert '<article class="hit other">' in page
    assert '<h2 lang="" dir="rtl">' in page
    assert '<h1 lang="" dir="rtl">' in archive.get("/article/mixed").text


def test_what_other_languages_have_is_offered_in_each() -> None:
    """Whoever reads one of them is two clicks from its articles; the number is that of the page."""
    texts = {
        "en": "They agreed on a ceasefire.",
        "he": "הם הסכימו על הפסקת אש.",
        "ro": "Au convenit o încetare a focului.",
    }
    told = tuple(
        Article(article_id=f"{code}{number}", title=f"{code} {number}", text=text, lang=code)
        for code, text in texts.items()
        for number in range(2)
    )
    browser = Browser(application(searcher_of(told)))
    page = browser.get("/search?q=ceasefire").text
    [hebrew] = [url for url in links(page, "Hebrew") if "idea" in url]

    assert not [url for url in links(page, "English") if "idea" in url]
    assert "<strong>2 articles</strong>" in browser.get(hebrew).text
