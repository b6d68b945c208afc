"""Every page for everybody: does axe-core find a barrier, and does anything leave the screen?"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, Final

import pytest

from tests.browser.reader import Desk, Reader

SitDown = Callable[[Desk], Reader]

PAGES: Final = {
    "first visit": ("/", 200),
    "results": ("/search?q=Putin&year=2025", 200),
    "mixed results": ("/search?q=putin netanyahu&sort=newest", 200),
    "no results": ("/search?q=nosuchword&year=2016&leader=vladimir-putin", 200),
    "article": ("/article/000.txt?q=Putin#m1", 200),
    "help": ("/help", 200),
    "map": ("/map/leader", 200),
    "error": ("/search?year=soon", 400),
    "not here": ("/article/none", 404),
}
AXE: Final = Path(str(distribution("axe-playwright-python").locate_file("axe_playwright_python/axe.min.js")))
NARROW: Final = 320  # CSS pixels, what WCAG calls reflow
ZOOMED: Final = 640  # a screen of 1280 at 200 %

pages = pytest.mark.parametrize(("path", "status"), PAGES.values(), ids=PAGES)


def barriers(reader: Reader) -> list[dict[str, Any]]:
    """What axe-core calls a violation: the rule and the elements."""
    if not reader.page.evaluate("'axe' in window"):
        reader.page.evaluate(AXE.read_text(encoding="utf-8"))
    found = reader.page.evaluate("axe.run({resultTypes: ['violations']})")
    return [{one["id"]: [node["html"] for node in one["nodes"]]} for one in found["violations"]]


@pytest.mark.parametrize("code", ["en", "he"])
@pages
def test_axe_finds_no_barrier_by_day_or_night(sit_down: SitDown, code: str, path: str, status: int) -> None:
    reader = sit_down(Desk(code=code))
    reader.open(path, status=status)

    assert [] == barriers(reader)
    reader.page.emulate_media(color_scheme="dark", reduced_motion="reduce")  # no colour is on its way to another
    assert [] == barriers(reader)


def test_axe_finds_no_barrier_on_a_phone_with_filters_and_suggestions_open(sit_down: SitDown) -> None:
    reader = sit_down(Desk(width=390))
    reader.open("/search?q=Putin")
    reader.page.locator(".filters > summary").click()
    reader.box.fill("put")
    reader.page.get_by_role("option").first.wait_for()

    assert [] == barriers(reader)


def test_axe_sees_a_barrier(sit_down: SitDown) -> None:
    """Else its silence would mean nothing."""
    reader = sit_down(Desk())
    reader.open()
    reader.page.evaluate("document.querySelector('main').append(document.createElement('button'))")

    assert ["button-name"] == [rule for found in barriers(reader) for rule in found]


@pytest.mark.parametrize("code", ["en", "he", "ro"])
@pages
def test_nothing_is_wider_than_the_screen(sit_down: SitDown, code: str, path: str, status: int) -> None:
    """Lines that must be followed sideways can't be read."""
    reader = sit_down(Desk(code=code, width=NARROW))
    reader.open(path, status=status)
    if reader.page.locator(".filters > summary").is_visible():
        reader.page.locator(".filters > summary").click()

    assert reader.width() <= NARROW
    reader.page.set_viewport_size({"width": ZOOMED, "height": ZOOMED // 2})
    assert reader.width() <= ZOOMED


def test_what_the_content_policy_refuses_is_noted(sit_down: SitDown) -> None:
    """Else a silent browser would prove nothing about our pages."""
    reader = sit_down(Desk())
    reader.open()
    reader.page.evaluate("document.body.append(Object.assign(new Image(), {src: 'https://elsewhere.example/'}))")
    reader.page.wait_for_timeout(100)

    assert any("Content Security Policy" in fault for fault in reader.faults)
    reader.faults.clear()
