"""What somebody comes for: find, narrow, read; at any desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from tests.browser.reader import PHONE, ROOMY, Desk, Reader

DESKS: Final = (  # every two of language, screen and JavaScript meet
    Desk(code="en", width=ROOMY, script=True),
    Desk(code="en", width=PHONE, script=False),
    Desk(code="he", width=ROOMY, script=False),
    Desk(code="he", width=PHONE, script=True),
    Desk(code="ro", width=ROOMY, script=True),
    Desk(code="ro", width=PHONE, script=False),
)
SitDown = Callable[[Desk], Reader]


@pytest.fixture(params=DESKS, ids=str)
def reader(request: pytest.FixtureRequest, sit_down: SitDown) -> Reader:
    desk: Desk = request.param
    return sit_down(desk)


def test_a_search_shows_marks_in_every_hit(reader: Reader) -> None:
    """A name typed in one script is marked in the others too."""
    reader.open("/search?lang=he&lang=ro")
    reader.search("Putin")

    hits = reader.page.locator(".hit")
    assert hits.count() == hits.filter(has=reader.page.locator("mark")).count() > 0
    assert {"Putin", "פוטין"} <= set(reader.page.locator(".hit mark").all_inner_texts())


def test_filters_narrow_as_they_promised_and_can_be_undone(reader: Reader) -> None:
    reader.open("/search?q=telefon OR telephone OR טלפון")
    all_of_them = reader.found()

    for facet, value in [("leader", "vladimir-putin"), ("year", "2016")]:
        promised = reader.promised(facet, value)
        reader.toggle(facet, value)
        assert reader.articles(promised) == reader.found()

    assert ["true", "true"] == [
        reader.value(facet, value).get_attribute("aria-current")
        for facet, value in [("leader", "vladimir-putin"), ("year", "2016")]
    ]
    with reader.page.expect_navigation():
        reader.page.locator(".chips a").first.click()
    assert "leader=" not in reader.page.url
    reader.toggle("year", "2016")
    assert all_of_them == reader.found()


def test_every_step_can_be_gone_back(reader: Reader) -> None:
    """Each search is a page of its own, so the browser's own buttons work, and an article knows its search."""
    reader.open("/search?q=Putin")
    before = reader.found(), reader.shown()
    reader.toggle("year", "2025")
    after = reader.found(), reader.shown()
    with reader.page.expect_navigation():
        reader.page.locator(".hits h2 a").first.click()

    with reader.page.expect_navigation():
        reader.link("article.back").click()
    assert after == (reader.found(), reader.shown())
    for _ in range(3):
        reader.page.go_back()
    assert before == (reader.found(), reader.shown())
    reader.page.go_forward()
    assert after == (reader.found(), reader.shown())


def test_an_article_is_read_from_mark_to_mark(reader: Reader) -> None:
    """Without JavaScript each mark is a link to the next."""
    reader.open("/search?q=Putin")
    with reader.page.expect_navigation():
        reader.page.locator(".hits h2 a").first.click()
    marks = reader.page.locator(".text a.m")

    reader.page.locator('.walk a[aria-keyshortcuts="n"]').click()
    assert "m1" == reader.page.locator(":target").get_attribute("id")
    if reader.desk.script:
        reader.page.keyboard.press("n")
    else:
        marks.first.click()

    assert marks.count() > 1
    assert "m2" == reader.page.locator(":target").get_attribute("id")
    reader.page.locator(":target").wait_for(state="visible")
