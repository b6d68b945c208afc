"""Every page for everybody: does axe-core find a barrier, and does anything leave the screen?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser

from tests.browser.places import everywhere
from tests.browser.reader import HEIGHT, PHONE, ROOMY, Desk, Reader, seated

SitDown = Callable[[Desk], Reader]

NARROW: Final = 320  # CSS pixels, what WCAG calls reflow
ZOOMED: Final = 640  # a screen of 1280 at 200 %
# what WCAG has readers set
SPACED: Final = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important } p { margin-block-end: 2em !important }"
)


@cache
def axe() -> str:
    """The script of axe-core."""
    shipped = distribution("axe-playwright-python").locate_file("axe_playwright_python/axe.min.js")
    return Path(str(shipped)).read_text(encoding="utf-8")


def barriers(reader: Reader) -> list[dict[str, Any]]:
    """What axe-core calls a violation: the rule and the elements."""
    if not reader.page.evaluate("'axe' in window"):
        reader.page.evaluate(axe())
    # rules that axe-core leaves to whoever asks for WCAG 2.2
    asked = "{resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}"
    found = reader.page.evaluate(f"axe.run({asked})")
    return [{one["id"]: [node["html"] for node in one["nodes"]]} for one in found["violations"]]


@pytest.fixture(scope="module", params=["en", "he", "ro"])
def visitor(request: pytest.FixtureRequest, chromium: Browser, site: str) -> Iterator[Reader]:
    """Somebody who looks at one page after the other."""
    with seated(chromium, site, Desk(code=request.param)) as reader:
        yield reader


@everywhere
def test_axe_finds_no_barrier_on_two_screens_by_day_or_night(
    visitor: Reader, path: str, status: int
) -> None:
    visitor.open(path, status=status)
    for width in (ROOMY, PHONE):
        visitor.page.set_viewport_size({"width": width, "height": HEIGHT})
        visitor.page.emulate_media(color_scheme="light")
        assert [] == barriers(visitor), width
        visitor.page.emulate_media(color_scheme="dark")
        assert [] == barriers(visitor), width


def test_axe_finds_no_barrier_on_a_phone_with_filters_and_suggestions_open(
    sit_down: SitDown,
) -> None:
    reader = sit_down(Desk(width=PHONE))
    reader.open("/search?q=Putin")
    reader.page.locator(".filters > summary").click()
    reader.box.fill("put")
    reader.page.get_by_role("option").first.wait_for()

    reader.page.locator(".done").evaluate("end => end.scrollIntoView()")  # it floats over the list

    assert [] == barriers(reader)


def test_what_is_chosen_can_be_seen_in_colours_of_the_readers_own(sit_down: SitDown) -> None:
    """They take every background away, and a box that is full looks like one that is empty."""
    reader = sit_down(Desk())
    reader.page.emulate_media(forced_colors="active")
    reader.open("/search?q=Putin&leader=vladimir-putin&year=2025")

    for chosen, other in (
        (".leader a[aria-current]", ".leader a:not([aria-current])"),
        (".years a[aria-current] svg", ".years a:not([aria-current]) svg"),
    ):
        shown = [
            reader.page.locator(one).first.evaluate(
                "one => [getComputedStyle(one, '::before').backgroundColor, getComputedStyle(one).fill]"
            )
            for one in (chosen, other)
        ]
        assert shown[0] != shown[1]


def test_axe_sees_a_barrier(sit_down: SitDown) -> None:
    """Else its silence would mean nothing."""
    reader = sit_down(Desk())
    reader.open()
    reader.page.evaluate("document.querySelector('main').append(document.createElement('button'))")

    assert ["button-name"] == [rule for found in barriers(reader) for rule in found]


@everywhere
def test_nothing_is_wider_than_the_screen(visitor: Reader, path: str, status: int) -> None:
    """Lines that must be followed sideways can't be read."""
    visitor.page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    visitor.open(path, status=status)
    if visitor.page.locator(".filters > summary").is_visible():
        visitor.page.locator(".filters > summary").click()

    assert visitor.width() <= NARROW
    visitor.page.set_viewport_size({"width": ZOOMED, "height": ZOOMED // 2})
    assert visitor.width() <= ZOOMED


@everywhere
def test_nothing_is_lost_where_text_is_spaced(visitor: Reader, path: str, status: int) -> None:
    """Readers with dyslexia space lines, letters, words and paragraphs (WCAG 1.4.12)."""
    visitor.page.set_viewport_size({"width": PHONE, "height": HEIGHT})
    visitor.open(path, status=status)
    visitor.page.evaluate(
        """rule => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(rule);
          document.adoptedStyleSheets = [sheet];
        }""",
        SPACED,
    )
    cut = visitor.page.evaluate(
        """() => [...document.querySelectorAll("a, button, p, h1, h2, summary, label, dd, td")]
          .filter((one) => getComputedStyle(one).overflow === "hidden" && !one.closest(".hidden")
            && one.scrollHeight > one.clientHeight + 1)
          .map((one) => one.outerHTML.slice(0, 80))"""
    )

    assert [] == cut
    assert visitor.width() <= PHONE


def test_what_has_the_focus_is_not_covered(sit_down: SitDown) -> None:
    """The line that walks the matches stays at the top, and links go under it (WCAG 2.4.11)."""
    reader = sit_down(Desk(width=PHONE))
    reader.open("/article/000-en.txt?q=Putin OR Trufanov OR Hamas OR Russia OR Netanyahu")
    last = reader.page.locator(".text a.m").last
    last.focus()
    for _ in range(reader.page.locator(".text a.m").count() - 1):
        reader.page.keyboard.press("Shift+Tab")
        covered = reader.page.evaluate(
            """() => {
              const { x, y, width, height } = document.activeElement.getBoundingClientRect();
              const top = document.elementFromPoint(x + width / 2, y + height / 2);
              return !document.activeElement.contains(top);
            }"""
        )
        assert not covered


def test_what_the_content_policy_refuses_is_noted(sit_down: SitDown) -> None:
    """Else a silent browser would prove nothing about our pages."""
    reader = sit_down(Desk())
    reader.open()
    with reader.page.expect_console_message(lambda said: "Content Security Policy" in said.text):
        reader.page.evaluate(
            "document.body.append(Object.assign(new Image(), {src: 'https://elsewhere.example/'}))"
        )

    assert any("Content Security Policy" in fault for fault in reader.faults)
    reader.faults.clear()
