"""A reader with a browser of their own.

What do they see, and what does the browser complain about?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, Response

from web.messages import Locale, locale

ROOMY: Final = 1280  # CSS pixels
PHONE: Final = 390
HEIGHT: Final = 800
TABS: Final = 300  # more than any page has places to stop at
PATIENCE: Final = 120  # seconds that a reader waits for anything; a machine may be busy


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """How somebody reads: with or without JavaScript, in which language, on what screen."""

    script: bool = True
    code: str = "en"
    width: int = ROOMY

    def __str__(self) -> str:
        """A name for the tests."""
        return f"{self.code}-{self.width}-{'script' if self.script else 'no script'}"


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody before a page; `faults` is what the browser complained of since."""

    page: Page
    url: str
    desk: Desk
    faults: list[str]

    def open(self, path: str = "/", *, status: int = 200) -> None:
        """Go to a page that answers with this status.

        Of another than 200 the console tells, and may.
        """
        if status == 200:
            answer = self.page.goto(self.url + path)
        else:
            with self.page.expect_console_message(lambda said: f"status of {status}" in said.text):
                answer = self.page.goto(self.url + path)
            assert f"status of {status}" in self.faults.pop()
        assert isinstance(answer, Response)
        assert status == answer.status

    @property
    def texts(self) -> Locale:
        """What the interface says in the reader's language."""
        return locale(self.desk.code)

    @property
    def box(self) -> Locator:
        """Where a query is typed."""
        return self.page.get_by_label(self.texts("search.label"), exact=True)

    def search(self, query: str) -> None:
        """Type a query and press the button."""
        self.box.fill(query)
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=self.texts("search"), exact=True).click()

    def link(self, key: str) -> Locator:
        """The link with a text of the interface."""
        return self.page.get_by_role("link", name=self.texts(key), exact=True)

    def follow(self, link: Locator) -> None:
        """Go where a link leads."""
        with self.page.expect_navigation():
            link.click()

    def value(self, facet: str, value: str) -> Locator:
        """A value among the filters, unfolded where it is folded away."""
        found = self.page.locator(f'a[data-value="{facet} {value}"]')
        folds = (
            self.page.locator("details:not([open])", has=found)
            .locator("> summary")
            .filter(visible=True)
        )
        while not found.is_visible():
            folds.first.click()
        return found

    def promised(self, facet: str, value: str) -> int:
        """How many articles a value says it leads to."""
        link = self.value(facet, value)
        said = link.get_attribute("data-says") or link.inner_text()
        return int(re.findall(r"\d+", said)[-1])

    def found(self) -> str:
        """How many articles the page says it found."""
        return str(self.page.locator("main [role=status] strong").inner_text())

    def articles(self, number: int) -> str:
        """The same number as the interface would say it."""
        return self.texts.counted(number, "articles")

    def shown(self) -> list[str]:
        """The titles of the hits."""
        return list(self.page.locator(".hits h2").all_inner_texts())

    def width(self) -> int:
        """How wide the page is, whatever the screen."""
        wide: int = self.page.evaluate("document.documentElement.scrollWidth")
        return wide

    def tab_to(self, wanted: Locator) -> None:
        """Press Tab until the focus is there."""
        for _ in range(TABS):
            self.page.keyboard.press("Tab")
            if wanted.evaluate("one => one === document.activeElement"):
                return
        raise AssertionError(f"Tab does not lead to {wanted}")


@contextmanager
def seated(browser: Browser, url: str, desk: Desk) -> Iterator[Reader]:
    """A new reader at a desk, who must leave without a complaint of the browser.

    Nothing moves by itself, so no test meets a colour or a place that is on its way to another.
    """
    with browser.new_context(
        java_script_enabled=desk.script,
        locale=desk.code,
        viewport={"width": desk.width, "height": HEIGHT},
        color_scheme="light",
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    ) as context:
        context.set_default_timeout(PATIENCE * 1000)
        page = context.new_page()
        reader = Reader(page, url, desk, _watched(page, url))
        yield reader
    assert [] == reader.faults


def _watched(page: Page, url: str) -> list[str]:
    """The list that gets errors, refusals of the content policy (errors of the console too), and other hosts."""
    faults: list[str] = []

    def note(fault: str) -> None:
        faults.append(f"{page.url.removeprefix(url)}: {fault}")

    def note_message(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            note(message.text)

    def note_request(request: Request) -> None:
        if not request.url.startswith((f"{url}/", "data:")):
            note(f"asked elsewhere: {request.url}")

    page.on("console", note_message)
    page.on("pageerror", lambda error: note(str(error)))
    page.on("request", note_request)
    return faults
