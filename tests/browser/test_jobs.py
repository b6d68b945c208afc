"""What somebody comes for: find, narrow, read; at any desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import PHONE, ROOMY, Desk, Reader, seated

SitDown = Callable[[Desk], Reader]

DESKS: Final = tuple(
    Desk(code=code, width=width, script=script)
    for code, width, script in product(["en", "he", "ro"], [ROOMY, PHONE], [True, False])
)
LEADER: Final = ("leader", "vladimir-putin")
YEAR: Final = ("year", "2016")


@pytest.fixture(scope="module", params=DESKS, ids=str)
def reader(request: pytest.FixtureRequest, chromium: Browser, site: str) -> Iterator[Reader]:
    """Somebody who does one thing after the other."""
    with seated(chromium, site, request.param) as seat:
        yield seat


def test_a_search_shows_marks_in_every_hit(reader: Reader) -> None:
    """A name typed in one script is marked in the others too."""
    reader.open("/search?lang=he&lang=ro")
    reader.search("Putin")

    hits = reader.page.locator(".hit")
    assert hits.count() == hits.filter(has=reader.page.locator("mark")).count() > 0
    assert {"Putin", "פוטין"} <= set(reader.page.locator(".hit mark").all_inner_texts())


def test_filters_narrow_as_they_promised_and_can_be_undone(reader: Reader) -> None:
    """By leader, by both, by year alone, and by nothing again."""
    reader.open("/search?q=telefon OR telephone OR טלפון")
    all_of_them = reader.found()
    by_leader, by_year = reader.promised(*LEADER), reader.promised(*YEAR)

    reader.follow(reader.value(*LEADER))
    assert reader.articles(by_leader) == reader.found()
    by_both = reader.promised(*YEAR)
    reader.follow(reader.value(*YEAR))
    assert reader.articles(by_both) == reader.found()
    assert ["true", "true"] == [
        reader.value(*chosen).get_attribute("aria-current") for chosen in (LEADER, YEAR)
    ]

    reader.follow(reader.page.locator(".chips a").first)
    assert "leader=" not in reader.page.url
    assert reader.articles(by_year) == reader.found()
    reader.follow(reader.value(*YEAR))
    assert all_of_them == reader.found()


def test_every_step_can_be_gone_back(reader: Reader) -> None:
    """Each search is a page of its own, so the browser's own buttons work, and an article knows its search."""
    reader.open("/search?q=Putin")
    before = reader.found(), reader.shown()
    reader.follow(reader.value("year", "2025"))
    after = reader.found(), reader.shown()
    reader.follow(reader.page.locator(".hits h2 a").first)

    reader.follow(reader.link("article.back"))
    assert after == (reader.found(), reader.shown())
    for _ in range(3):
        reader.page.go_back()
    assert before == (reader.found(), reader.shown())
    reader.page.go_forward()
    assert after == (reader.found(), reader.shown())


def test_an_article_is_read_from_mark_to_mark(reader: Reader) -> None:
    """Without JavaScript each mark is a link to the next."""
    reader.open("/search?q=Putin")
    reader.follow(reader.page.locator(".hits h2 a").first)
    marks = reader.page.locator(".text a.m")
    assert marks.count() > 1

    reader.page.locator('.walk a[aria-keyshortcuts="n"]').click()
    expect(reader.page.locator("#m1:target")).to_be_in_viewport()
    if reader.desk.script:
        reader.page.keyboard.press("n")
    else:
        marks.first.click()
    expect(reader.page.locator("#m2:target")).to_be_in_viewport()


def test_a_whole_facet_is_searched(reader: Reader) -> None:
    """In its place with JavaScript, without it on a page of its own."""
    reader.open("/search?q=Putin OR Trump OR Biden OR Obama")
    if (fold := reader.page.locator(".filters > summary")).is_visible():
        fold.click()
    more = reader.page.locator(".facets .country .more a")
    if not reader.desk.script:
        reader.follow(more)
        assert reader.page.locator(".whole li").count() > 12
        return
    before = reader.page.url
    more.click()
    find = reader.page.locator(".country .find")
    expect(find).to_be_focused()
    name = reader.page.locator('a[data-value="country il"] bdi').inner_text()
    find.fill(name.upper().replace("E", "É"))
    assert [name] == reader.page.locator(".country li bdi:visible").all_inner_texts()
    find.fill("zz")
    expect(reader.page.locator(".country .none")).to_have_text(reader.texts("find.none"))
    assert before == reader.page.url


def test_results_are_read_one_after_the_other(reader: Reader) -> None:
    reader.open("/search?q=Putin&size=3")
    titles = reader.shown()
    reader.follow(reader.page.locator(".hits h2 a").first)
    read = [reader.page.locator("h1").inner_text()]
    for _ in range(3):
        reader.follow(reader.link("beside.next"))
        read.append(reader.page.locator("h1").inner_text())
    reader.follow(reader.link("article.back"))

    assert (titles, reader.shown()[0]) == (read[:3], read[3])


@pytest.mark.parametrize("language", ["en", "he", "ro"])
def test_the_ways_on_stand_beside_each_other_on_a_phone(sit_down: SitDown, language: str) -> None:
    """One that drops into a line of its own looks like the way back."""
    reader = sit_down(Desk(code=language, width=PHONE))
    reader.open(f"/search?q=Putin&ui={language}")
    reader.follow(reader.page.locator(".hits h2 a").nth(1))
    tops = reader.page.locator(".back [rel]").evaluate_all(
        "links => links.map(link => link.getBoundingClientRect().top)"
    )

    assert 2 == len(tops)
    assert 1 == len(set(tops))


def test_what_only_mentions_a_leader_is_left_out_and_comes_back(reader: Reader) -> None:
    reader.open("/search?q=Trump")
    everything, switch = reader.found(), reader.page.locator(".only a")

    reader.follow(switch)
    assert "about=donald-trump" in reader.page.url
    assert everything != reader.found()
    assert "true" == switch.get_attribute("aria-current")

    reader.follow(switch)
    assert everything == reader.found()


def test_what_was_chosen_stands_over_a_whole_facet_as_over_results(sit_down: SitDown) -> None:
    """A list of choices has boxes to tick, and what was chosen none."""
    reader = sit_down(Desk(code="en", width=1200))
    shapes = []
    for path in ("/search", "/facet/country"):
        reader.open(f"{path}?leader=vladimir-putin")
        shapes += reader.page.locator(".chips a").evaluate_all(
            "links => links.map(link => [getComputedStyle(link).display, getComputedStyle(link, '::before').content])"
        )

    assert [["inline-flex", "none"]] * 2 == shapes


@pytest.mark.parametrize("language", ["en", "he", "ro"])
def test_the_orders_and_the_ways_out_stand_in_one_line_of_a_desk(
    sit_down: SitDown, language: str
) -> None:
    """With two leaders there is one order more."""
    reader = sit_down(Desk(code=language, width=1200))
    reader.open(f"/search?q=Putin&leader=putin&leader=netanyahu&ui={language}")
    tops = reader.page.locator(".tools > *").evaluate_all(
        "parts => parts.map(part => part.getBoundingClientRect().top)"
    )

    assert 4 == len(tops)
    assert 1 == len(set(tops))


def test_a_passage_is_copied_with_where_it_stands(reader: Reader) -> None:
    if not reader.desk.script:
        return
    reader.open("/article/000-en.txt")
    button = reader.page.locator(".quote button")
    expect(button).to_be_hidden()
    reader.page.evaluate("getSelection().selectAllChildren(document.querySelector('#p3'))")
    button.click()
    expect(button).to_have_text(reader.texts("cite.copied"))

    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Netanyahu thanked Putin for helping to free Sasha Trufanov")
    assert copied.endswith(f" ¶ 3: {reader.url}/article/000-en.txt#p3\n")


def test_a_finger_on_the_bars_is_told_their_years(sit_down: SitDown) -> None:
    reader = sit_down(Desk())
    reader.open("/search?q=Putin")
    told = reader.page.evaluate(
        """() => {
          const bar = document.querySelector(".years a[data-says^='2025']");
          const { x, y, width, height } = bar.getBoundingClientRect();
          const finger = new Touch({ identifier: 1, target: bar,
            clientX: x + width / 2, clientY: y + height / 2 });
          bar.dispatchEvent(new TouchEvent("touchstart", { touches: [finger], bubbles: true }));
          const shown = getComputedStyle(bar, "::after").content;
          bar.dispatchEvent(new TouchEvent("touchend", { touches: [], bubbles: true }));
          return [shown, getComputedStyle(bar, "::after").content];
        }"""
    )

    assert told[0].startswith('"2025 · ')
    assert told[1] == "none"
