"""Columns: what a table's columns mean is in their names, or else in what they hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from index.loaders import Loaded
from tests.loaders.envoys import BOTH, MORE, SAID
from tests.loaders.samples import loaded, titles

TABLE: Final = f"{BOTH[0]}|{SAID}|2016-10-23|https://example.org/1\n{BOTH[1]}|{MORE}|2016-10-24|https://example.org/2\n"


@pytest.mark.parametrize(
    "head", ["", "a|b|c|d\n"], ids=["no first row of names", "names that say nothing"]
)
def test_a_table_without_names_is_read_by_what_is_in_it(tmp_path: Path, head: str) -> None:
    found = [part for part in loaded(tmp_path / "a.csv", head + TABLE) if isinstance(part, Loaded)]

    assert [
        (BOTH[0], SAID, "2016-10-23", "https://example.org/1"),
        (BOTH[1], MORE, "2016-10-24", "https://example.org/2"),
    ] == [(one.title, one.text, one.published, one.url) for one in found]


@pytest.mark.parametrize(
    "first", ["sep=;\n", '"sep=;"\n', "SEP=;\r\n"], ids=["plain", "quoted", "in capitals"]
)
def test_the_first_line_of_a_spreadsheet_is_no_row(tmp_path: Path, first: str) -> None:
    assert BOTH[:1] == titles(
        loaded(tmp_path / "a.csv", f"{first}title;text\nEnvoys meet;{SAID}\n")
    )


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param(
            ["04/03/2016", "23/10/2016"], ["2016-03-04", "2016-10-23"], id="the day first"
        ),
        pytest.param(
            ["04/03/2016", "10/23/2016"], ["2016-04-03", "2016-10-23"], id="the month first"
        ),
        pytest.param(["04/03/2016", "05/06/2016"], ["2016", "2016"], id="either"),
        pytest.param(
            ["04/03/2016", "23/10/2016", "10/23/2016"],
            ["2016", "2016-10-23", "2016-10-23"],
            id="both",
        ),
    ],
)
def test_the_other_dates_of_a_file_tell_the_order(
    tmp_path: Path, dates: list[str], expected: list[str]
) -> None:
    rows = "".join(f"Envoys meet {number},{SAID},{date}\n" for number, date in enumerate(dates))

    found = loaded(tmp_path / "a.csv", f"title,text,date\n{rows}")

    assert expected == [part.published for part in found if isinstance(part, Loaded)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("date (dd/mm/yyyy)", "2016-03-04"), ("date [MM/DD/YYYY]", "2016-04-03"), ("date", "2016")],
)
def test_a_column_may_name_the_order(tmp_path: Path, name: str, expected: str) -> None:
    (article,) = loaded(tmp_path / "a.csv", f"title,text,{name}\nEnvoys meet,{SAID},04/03/2016\n")

    assert isinstance(article, Loaded)
    assert expected == article.published


def test_the_language_of_the_text_tells_the_order(tmp_path: Path) -> None:
    """Nobody writes the month first in Romanian."""
    record = {
        "titlu": "Doi miniștri",
        "text": "Cei doi miniștri au vorbit despre porturi și despre grâne.",
        "data": "04/03/2016",
    }

    (article,) = loaded(tmp_path / "a.json", json.dumps(record))

    assert isinstance(article, Loaded)
    assert "2016-03-04" == article.published


def test_commas_within_quotes_part_no_cells(tmp_path: Path) -> None:
    (article,) = loaded(
        tmp_path / "a.csv", f'opening,long read\n"{SAID}, or so","{MORE}, {SAID}"\n'
    )

    assert isinstance(article, Loaded)
    assert (f"{MORE}, {SAID}", True) == (
        article.text,
        any("'opening'" in note for note in article.notes),
    )
