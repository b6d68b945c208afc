"""The keyboard alone.

Is every thing reachable, and does the focus stay where the reader left it?
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.reader import Desk, Reader

SitDown = Callable[[Desk], Reader]


@pytest.fixture
def reader(sit_down: SitDown) -> Reader:
    return sit_down(Desk())


@pytest.fixture
def options(reader: Reader) -> Locator:
    """The suggestions for `put`, which comes at once, so that no suggestions for `pu` come before."""
    reader.open()
    reader.page.keyboard.press("/")
    reader.page.keyboard.insert_text("put")
    found = reader.page.get_by_role("option")
    found.first.wait_for()
    return found


def active(reader: Reader) -> Locator:
    return reader.page.locator(f"#{reader.box.get_attribute('aria-activedescendant')}")


@pytest.mark.parametrize(
    "desk", [Desk(), Desk(script=False), Desk(code="he"), Desk(code="ro", script=False)], ids=str
)
def test_search_narrow_and_open_need_no_mouse(desk: Desk, sit_down: SitDown) -> None:
    reader = sit_down(desk)
    reader.open()
    keys = reader.page.keyboard

    reader.tab_to(reader.box)
    keys.type("Putin")
    with reader.page.expect_navigation():
        keys.press("Enter")
    promised = reader.promised("leader", "donald-trump")
    reader.tab_to(reader.value("leader", "donald-trump"))
    with reader.page.expect_navigation():
        keys.press("Enter")

    assert reader.articles(promised) == reader.found()
    title = reader.page.locator(".hits h2 a").first
    reader.tab_to(title)
    with reader.page.expect_navigation():
        keys.press("Enter")
    reader.tab_to(reader.page.locator('.walk a[aria-keyshortcuts="n"]'))
    keys.press("Enter")
    expect(reader.page.locator("#m1")).to_be_in_viewport()


def test_a_filter_keeps_the_focus_and_the_place(reader: Reader) -> None:
    """Whoever chooses a second value should not look for the list again."""
    reader.open("/search?q=Putin")
    chosen = reader.value("country", "sy")
    chosen.focus()
    place = reader.page.evaluate("scrollY")
    with reader.page.expect_navigation():
        reader.page.keyboard.press("Enter")

    expect(reader.value("country", "sy")).to_be_focused()
    assert place == reader.page.evaluate("scrollY")


def test_the_first_tab_skips_to_the_results(reader: Reader) -> None:
    reader.open("/search?q=Putin")
    reader.page.keyboard.press("Tab")
    expect(reader.link("skip")).to_be_focused()
    expect(reader.link("skip")).to_be_in_viewport()

    reader.page.keyboard.press("Enter")
    reader.page.keyboard.press("Tab")

    assert reader.page.locator(":focus").evaluate(
        "one => document.querySelector('main').contains(one)"
    )


def test_letters_walk_the_marks_and_say_where_one_is(reader: Reader) -> None:
    """After the last comes the first, and before the first the last."""
    reader.open("/article/004.txt?q=Putin")
    total = reader.page.locator(".text a.m").count()
    said = reader.page.locator(".walk [role=status]")

    for key, number in [("n", 1), ("n", 2), ("p", 1), ("p", total), ("n", 1)]:
        reader.page.keyboard.press(key)
        expect(said).to_have_text(reader.texts("walk.of", n=str(number), m=str(total)))
        expect(reader.page.locator(f"#m{number}")).to_be_in_viewport()


def test_walking_the_marks_adds_no_pages_to_go_back(reader: Reader) -> None:
    reader.open("/search?q=Putin")
    results = reader.page.url
    reader.follow(reader.page.locator(".hits h2 a").first)
    reader.page.keyboard.press("n")
    reader.page.wait_for_url("**#m1")
    reader.page.keyboard.press("n")
    reader.page.wait_for_url("**#m2")

    reader.page.go_back()

    assert results == reader.page.url


def test_keys_are_letters_while_somebody_types(reader: Reader) -> None:
    reader.open("/article/004.txt?q=Putin")
    before = reader.page.url
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("n/p?")

    assert "n/p?" == reader.box.input_value()
    assert before == reader.page.url


def test_a_question_mark_asks_for_help(reader: Reader) -> None:
    reader.open()
    with reader.page.expect_navigation():
        reader.page.keyboard.press("?")

    assert reader.texts("help.title") == reader.page.locator("h1").inner_text()


def test_single_keys_can_be_switched_off(reader: Reader) -> None:
    """Whoever speaks to the computer says letters that are no keys (WCAG 2.1.4)."""
    reader.open("/help")
    switch = reader.page.get_by_role("checkbox")
    expect(switch).to_be_checked()
    switch.uncheck()
    reader.open("/search?q=Putin")
    reader.page.keyboard.press("?")
    reader.page.keyboard.press("/")

    expect(reader.box).not_to_be_focused()
    assert "/search" in reader.page.url
    reader.open("/help")
    reader.page.get_by_role("checkbox").check()
    reader.page.locator("h1").click()
    reader.page.keyboard.press("/")
    expect(reader.box).to_be_focused()


def test_a_suggestion_is_chosen_with_arrows_and_enter(reader: Reader, options: Locator) -> None:
    """The focus stays in the box; what is active is said."""
    reader.page.keyboard.press("ArrowDown")

    expect(reader.box).to_be_focused()
    expect(active(reader)).to_have_attribute("aria-selected", "true")
    expect(options.first).to_have_id(active(reader).get_attribute("id") or "")
    with reader.page.expect_navigation():
        reader.page.keyboard.press("Enter")
    assert reader.page.url.endswith("/search?q=Vladimir+Putin&leader=vladimir-putin")
    assert "Putin" in reader.page.locator(".hit mark").first.inner_text()


def test_arrows_go_around_the_suggestions(reader: Reader, options: Locator) -> None:
    """Beyond either end is the box itself."""
    reader.page.keyboard.press("ArrowUp")
    expect(options.last).to_have_id(active(reader).get_attribute("id") or "")

    reader.page.keyboard.press("ArrowDown")

    expect(reader.page.locator("#suggestions [aria-selected=true]")).to_have_count(0)
    assert reader.box.get_attribute("aria-activedescendant") is None


@pytest.mark.usefixtures("options")
def test_escape_closes_the_suggestions_and_keeps_what_was_typed(reader: Reader) -> None:
    reader.page.keyboard.press("Escape")

    expect(reader.box).to_have_attribute("aria-expanded", "false")
    expect(reader.page.locator("#suggestions")).to_be_hidden()
    assert "put" == reader.box.input_value()


@pytest.mark.usefixtures("options")
def test_enter_without_a_suggestion_searches_what_was_typed(reader: Reader) -> None:
    with reader.page.expect_navigation():
        reader.page.keyboard.press("Enter")

    assert reader.page.url.endswith("/search?q=put")


def test_the_citation_can_be_copied(reader: Reader) -> None:
    reader.open("/article/004.txt")
    copy = reader.page.get_by_role("button", name=reader.texts("cite.copy"))
    copy.focus()
    reader.page.keyboard.press("Enter")

    expect(reader.page.locator(".copy")).to_have_text(reader.texts("cite.copied"))
    assert reader.page.locator(".cite").inner_text() == reader.page.evaluate(
        "navigator.clipboard.readText()"
    )


def test_single_keys_work_while_another_script_is_typed(sit_down: SitDown) -> None:
    """Whoever reads Hebrew has its letters on the keys."""
    reader = sit_down(Desk(code="he"))
    reader.open("/article/000-en.txt?q=Trufanov")
    for key, code, at in (("מ", "KeyN", "#m1"), ("т", "KeyN", "#m2"), ("פ", "KeyP", "#m1")):
        reader.page.evaluate(
            "([key, code]) => document.body.dispatchEvent("
            "new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }))",
            [key, code],
        )
        assert reader.page.url.endswith(at)
