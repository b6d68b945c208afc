"""What a page costs who opens it: is it light, is it quick, does it stay where it is?

The measures are those of Lighthouse, for a first visit with an empty cache. No clock decides: times
are only printed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import pytest

from tests.browser.places import everywhere
from tests.browser.reader import PATIENCE, Desk, Reader

SitDown = Callable[[Desk], Reader]

HTML: Final = 40_000  # bytes, packed
STYLE_AND_SCRIPT: Final = 30_000
REQUESTS: Final = 4  # the page, its style, its script and its icon
ELEMENTS: Final = 1_400  # beyond which Lighthouse speaks of an excessive DOM
SHIFT: Final = 0.1  # what Web Vitals calls good

FIGURES: Final = """async (patience) => {
    const painted = await new Promise((seen, never) => {
        setTimeout(never, patience);
        new PerformanceObserver((list) => {
            for (const paint of list.getEntriesByName("first-contentful-paint")) seen(paint.startTime);
        }).observe({type: "paint", buffered: true});
    });
    const shifts = new PerformanceObserver(() => {});
    shifts.observe({type: "layout-shift", buffered: true});
    const [page] = performance.getEntriesByType("navigation");
    const parts = performance.getEntriesByType("resource");
    const comforts = parts.filter((one) => /[.](css|js)$/.test(new URL(one.name).pathname));
    const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
    return {
        painted,
        loaded: page.loadEventEnd,
        shift: sum(shifts.takeRecords().map((one) => one.value)),
        elements: document.querySelectorAll("*").length,
        html: page.encodedBodySize,
        comforts: sum(comforts.map((one) => one.encodedBodySize)),
        total: sum([page, ...parts].map((one) => one.transferSize)),
        requests: 1 + parts.length,
    };
}"""
JUMP: Final = """(patience) => new Promise((seen, never) => {
    setTimeout(never, patience);
    new PerformanceObserver(seen).observe({type: "layout-shift"});
    document.body.prepend(Object.assign(document.createElement("div"), {style: "height: 50vh"}));
})"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What the browser measured of a page: milliseconds, bytes as they were sent, numbers."""

    painted: float
    loaded: float
    shift: float
    elements: int
    html: int
    comforts: int
    total: int
    requests: int

    def __str__(self) -> str:
        return (
            f"first contentful paint {self.painted:.0f} ms, loaded {self.loaded:.0f} ms, shift {self.shift:.3f}, "
            f"{self.elements:,} elements, HTML {self.html:,} bytes, CSS and JS {self.comforts:,}, "
            f"in all {self.total:,} in {self.requests} requests"
        )


def measured(reader: Reader) -> Figures:
    """The figures of the page that is open, once it is painted."""
    return Figures(**reader.page.evaluate(FIGURES, PATIENCE * 1000))


@everywhere
def test_a_page_is_light_and_keeps_still(
    sit_down: SitDown, path: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    reader = sit_down(Desk())
    reader.open(path, status=status)

    figures = measured(reader)

    with capsys.disabled():
        sys.stdout.write(f"\n{path}: {figures}\n")
    assert figures.html <= HTML
    assert figures.comforts <= STYLE_AND_SCRIPT
    assert figures.requests <= REQUESTS
    assert figures.elements <= ELEMENTS
    assert figures.shift <= SHIFT


def test_a_page_that_jumps_is_noticed(sit_down: SitDown) -> None:
    """Else a still page would prove nothing."""
    reader = sit_down(Desk())
    reader.open()
    assert measured(reader).shift <= SHIFT

    reader.page.evaluate(JUMP, PATIENCE * 1000)

    assert measured(reader).shift > SHIFT
