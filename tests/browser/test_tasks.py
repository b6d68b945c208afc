"""What somebody wants who has never been here before, and how many clicks it takes them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.reader import Desk, Reader, seated


@dataclass(slots=True)
class Stranger:
    """A reader who counts: asking is a click, and so is each link and button."""

    reader: Reader
    clicks: int = 0

    def ask(self, query: str) -> None:
        self.clicks += 1
        self.reader.search(query)

    def follow(self, link: Locator) -> None:
        self.clicks += 1
        self.reader.follow(link)


@pytest.fixture
def stranger(chromium: Browser, site: str) -> Iterator[Stranger]:
    with seated(chromium, site, Desk()) as reader:
        reader.open()
        yield Stranger(reader)


def test_when_two_leaders_last_spoke(stranger: Stranger) -> None:
    """The latest is on top, and what has no date is said to stand elsewhere."""
    stranger.ask("Putin Netanyahu")
    stranger.follow(stranger.reader.link("sort.newest"))

    expect(stranger.reader.page.locator(".hit .meta").first).to_contain_text("2025")
    expect(stranger.reader.page.locator(".status")).to_contain_text("undated come last")
    assert 2 == stranger.clicks


def test_which_countries_come_up_with_a_leader_in_a_year(stranger: Stranger) -> None:
    stranger.ask("Netanyahu")
    stranger.follow(stranger.reader.value("year", "2016"))

    countries = stranger.reader.page.locator("section.country bdi").all_inner_texts()
    assert {"Israel", "Russia", "Syria", "United States"} == set(countries)
    assert 2 == stranger.clicks


def test_an_article_in_another_language_than_that_of_the_query(stranger: Stranger) -> None:
    """The passages say which of the articles tells of the release."""
    stranger.ask("released hostage")
    stranger.follow(stranger.reader.page.locator(".said").get_by_role("link", name="Hebrew"))
    hit = stranger.reader.page.locator(".hit", has_text="בשחרורו")
    stranger.follow(hit.locator("h2 a"))

    expect(stranger.reader.page.locator(".text")).to_contain_text("טרופנוב")
    assert 3 == stranger.clicks


def test_all_of_a_year_on_a_country_as_a_table(stranger: Stranger, tmp_path: Path) -> None:
    page = stranger.reader.page
    stranger.reader.box.press_sequentially("iran")
    stranger.follow(page.get_by_role("option", name="Iran country"))  # `ira` would offer Iraq too
    stranger.follow(stranger.reader.value("year", "2025"))
    found = stranger.reader.found()
    page.locator(".export > summary").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    download.value.save_as(tmp_path / "table.csv")

    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert found == stranger.reader.articles(len(rows))
    assert {True} == {
        row["published"].startswith("2025") and "ir" in row["countries"] for row in rows
    }
    assert 3 == stranger.clicks + 1


def test_an_article_cited(stranger: Stranger) -> None:
    page = stranger.reader.page
    stranger.ask("Putin Trump pause")
    stranger.follow(page.locator(".hits h2 a").first)
    page.locator(".copy").click()

    expect(page.locator(".copy")).to_have_text(stranger.reader.texts("cite.copied"))
    assert "Putin and Trump agree on a pause in strikes on energy sites." in page.evaluate(
        "navigator.clipboard.readText()"
    )
    assert 3 == stranger.clicks + 1
