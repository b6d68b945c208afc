"""What was found, taken away as a file."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from tests.web.browser import Browser
from tests.web.markup import links


def test_everything_that_was_found_can_be_taken_away(browser: Browser) -> None:
    """The same articles in the same order, however many fit on a page."""
    page = browser.get("/search?q=Many&year=2001..2018&sort=oldest&size=5").text
    [table], [lines] = links(page, "CSV"), links(page, "JSON Lines")
    reply = browser.get(table)
    rows = list(csv.DictReader(StringIO(reply.body.decode("utf-8-sig"), newline="")))

    assert [str(year) for year in range(2001, 2019)] == [row["id"] for row in rows]
    assert [row["id"] for row in rows] == [
        json.loads(row)["id"] for row in browser.get(lines).text.splitlines()
    ]
    assert 'attachment; filename="readout.csv"' == reply.headers["Content-Disposition"]


@pytest.mark.parametrize("url", ["/export.csv?q=zzz", "/export.jsonl?q=zzz"])
def test_nothing_found_is_an_empty_file(browser: Browser, url: str) -> None:
    assert 1 >= len(browser.get(url).body.splitlines())


def test_an_export_that_can_not_be_asked_for_is_no_file(browser: Browser) -> None:
    assert 400 == browser.get("/export.csv?year=x").status


def test_an_export_of_what_is_no_parameter_is_the_same(browser: Browser) -> None:
    assert browser.get("/export.csv?q=Many").body == browser.get("/export.csv?q=Many&fbclid=x").body
