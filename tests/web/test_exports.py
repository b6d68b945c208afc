"""What was found, taken away as a file."""

from __future__ import annotations

import csv
import gzip
import json
from io import StringIO

import pytest

from tests.web.browser import Browser
from tests.web.markup import links


def test_everything_that_was_found_can_be_taken_away(browser: Browser) -> None:
    """The same articles in the same order, however many fit on a page."""
    page = browser.get("/search?q=Many&year=2001..2018&sort=oldest&size=5").text
    [table], [lines], [cited] = (links(page, name) for name in ("CSV", "JSON Lines", "RIS"))
    reply = browser.get(table)
    rows = list(csv.DictReader(StringIO(reply.body.decode("utf-8-sig"), newline="")))

    assert [str(year) for year in range(2001, 2019)] == [row["id"] for row in rows]
    assert [row["id"] for row in rows] == [
        json.loads(row)["id"] for row in browser.get(lines).text.splitlines()
    ]
    assert 18 == browser.get(cited).text.count("TY  - NEWS\r\n")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "readout.csv"),
        ("q=Many", "readout-Many.csv"),
        (
            "q=%22Many+%2F..%2F+words%22%3A*%3F&year=2001..2018",
            "readout-Many-..-words-2001..2018.csv",
        ),
        ("q=נתניהו", "readout-%D7%A0%D7%AA%D7%A0%D7%99%D7%94%D7%95.csv"),
        ("q=%0D%0ASet-Cookie%3A+a", "readout-Set-Cookie-a.csv"),
        (f"q={'long+' * 100}", f"readout-{'long-' * 10}lo.csv"),
    ],
)
def test_a_file_says_what_was_asked(browser: Browser, query: str, expected: str) -> None:
    """In a folder of exports each is known by its name."""
    told = browser.get(f"/export.csv?{query}").headers["Content-Disposition"]

    assert f"attachment; filename=\"readout.csv\"; filename*=UTF-8''{expected}" == told


@pytest.mark.parametrize("kind", ["csv", "jsonl", "ris"])
def test_a_file_is_packed_for_those_who_take_it(browser: Browser, kind: str) -> None:
    plain, packed = (
        browser.get(f"/export.{kind}?q=Many", accept_encoding=one) for one in ("", "gzip")
    )

    assert (None, "gzip") == tuple(one.headers.get("Content-Encoding") for one in (plain, packed))
    assert plain.body == gzip.decompress(packed.body)
    assert len(packed.body) < len(plain.body) / 2


@pytest.mark.parametrize("url", ["/export.csv?q=zzz", "/export.jsonl?q=zzz"])
def test_nothing_found_is_an_empty_file(browser: Browser, url: str) -> None:
    assert 1 >= len(browser.get(url).body.splitlines())


def test_an_export_that_can_not_be_asked_for_is_no_file(browser: Browser) -> None:
    assert 400 == browser.get("/export.csv?year=x").status


def test_an_export_of_what_is_no_parameter_is_the_same(browser: Browser) -> None:
    assert browser.get("/export.csv?q=Many").body == browser.get("/export.csv?q=Many&fbclid=x").body
