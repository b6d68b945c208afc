"""A reader with a browser of their own: what do they see, and what does the browser complain about?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response

from web.texts import Tongue, tongue

ROOMY: Final = 1280  # CSS pixels
PHONE: Final = 390


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
        """Go to a page that answers with this status."""
        answer = self.page.goto(self.url + path)
        assert isinstance(answer, Response)
        assert status == answer.status
        if status != 200:  # the console repeats it
            self.faults.remove(_loaded(status))

    @property
    def texts(self) -> Tongue:
        """What the interface says in the reader's language."""
        return tongue(self.desk.code)

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

    def value(self, facet: str, value: str) -> Locator:
        """A value among the filters, which a phone folds away."""
        found = self.page.locator(f'a[data-value="{facet} {value}"]')
        if not found.is_visible():
            self.page.locator(".filters > summary").click()
        return found

    def toggle(self, facet: str, value: str) -> None:
        """Choose a value, or take it away."""
        with self.page.expect_navigation():
            self.value(facet, value).click()

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
        return self.texts.count("articles", number)

    def shown(self) -> list[str]:
        """The titles of the hits."""
        return list(self.page.locator(".hits h2").all_inner_texts())

    def width(self) -> int:
        """How wide the page is, whatever the screen."""
        wide: int = self.page.evaluate("document.documentElement.scrollWidth")
        return wide

    def tab_to(self, wanted: Locator, most: int = 60) -> None:
        """Press Tab until the focus is there."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if wanted.evaluate("one => one === document.activeElement"):
                return
        raise AssertionError(f"Tab does not lead to {wanted}")


def watch(page: Page, url: str) -> list[str]:
    """The list that gets errors, refusals of the content policy (errors of the console too), and other hosts."""
    faults: list[str] = []

    def note_message(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            faults.append(message.text)

    def note_request(request: Request) -> None:
        if not request.url.startswith((f"{url}/", "data:")):
            faults.append(f"asked elsewhere: {request.url}")

    page.on("console", note_message)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", note_request)
    return faults


def _loaded(status: int) -> str:
    reasons = {400: "Bad Request", 404: "Not Found"}
    return f"Failed to load resource: the server responded with a status of {status} ({reasons[status]})"
