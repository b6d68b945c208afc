"""Filling in: what is not known of articles goes out as a table and comes back as metadata."""

from __future__ import annotations

import csv
import json

from click.testing import CliRunner

from index.cli import app
from tests.index.archive import ENGLISH, Archive


def test_what_is_missing_is_a_table_that_is_read_back(archive: Archive) -> None:
    """It opens in a spreadsheet: with a mark of its encoding, and without a formula."""
    archive.write("a.txt", ENGLISH)
    archive.write("שיחה.txt", "=1+1 is no call\n\nNobody said who was there, and nobody asked.")
    archive.write("c.jsonl", '{"title": "Many", "text": "Nobody was there."}')

    printed = CliRunner().invoke(app, ["tags", str(archive.folder), "--missing", "--csv"])

    assert printed.stdout_bytes.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(printed.stdout_bytes.decode("utf-8-sig").splitlines()))
    assert [("a.txt", ""), ("שיחה.txt", "")] == [(row["file"], row["published"]) for row in rows]
    assert rows[1]["about"].startswith("'=1+1")
    assert "left out 1 articles" in printed.stderr

    rows[0] |= {"published": "2016-10-23", "leaders": "none"}
    with (archive.folder / "metadata.csv").open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    archive.build()

    first, second = archive.article("a.txt"), archive.article("שיחה.txt")
    assert ("2016-10-23", "sentence") == (first.published, first.title_source)
    assert (None, "=1+1 is no call") == (second.published, second.title)


def test_what_is_known_to_be_unknown_is_not_missing(archive: Archive) -> None:
    archive.write("a.txt", "A call\n\nNobody said who was there, and nobody asked.")
    archive.write("metadata.csv", "file,date,leaders,countries\na.txt,unknown,none,none\n")

    printed = CliRunner().invoke(app, ["tags", str(archive.folder), "--missing", "--json"])

    assert [] == json.loads(printed.stdout)["articles"]
