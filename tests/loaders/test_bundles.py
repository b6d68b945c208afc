"""Bundles: the texts of several articles in one file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from index.loaders import Loaded
from tests.loaders.samples import loaded

BODIES: Final = [
    f"The envoys met on day {day} and said little to those who waited in the rain."
    for day in (1, 2, 3)
]
TITLES: Final = [f"Talks on the island, part {day}" for day in (1, 2, 3)]
DAYS: Final = [f"2019-05-0{day}" for day in (1, 2, 3)]


def nexis(number: int) -> str:
    return f"\nIsland Post\n\nMay {number}, 2019 Wednesday\n\n{TITLES[number - 1]}\n\nBYLINE: Jane Doe\n\nLENGTH: 30 words\n\n{BODIES[number - 1]}\n\nLOAD-DATE: June 5, 2020\n\nCopyright 2019 Island Post\nAll Rights Reserved\n\n"


def labelled(number: int) -> str:
    return f"\nTitle: {TITLES[number - 1]}\n\nPublication date: May {number}, 2019\n\nSource: Island Post\n\nFull text: {BODIES[number - 1]}\n\n"


def joined(mark: str, part: object) -> str:
    return "".join(mark.format(number) + part(number) for number in (1, 2, 3))  # type: ignore[operator]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(joined("{} of 3 DOCUMENTS\n", nexis), id="n of m DOCUMENTS"),
        pytest.param(
            joined("                    {} of 3 DOCUMENTS\n", nexis), id="in the middle of the line"
        ),
        pytest.param(joined("Document {} of 3\n", labelled), id="Document n of m"),
        pytest.param(
            joined("Document {} of 3\r\n", labelled).replace("\n\n", "\r\n\r\n"), id="Windows"
        ),
        pytest.param(joined(f"{'_' * 60}\n\nDocument {{}} of 3\n", labelled), id="rules between"),
        pytest.param(joined("Статья {} из 3\n", labelled), id="Russian"),
        pytest.param(joined("מסמך {} מתוך 3\n", labelled), id="Hebrew"),
        pytest.param(
            "End of Document\n".join(nexis(number) for number in (1, 2, 3)) + "End of Document\n",
            id="ends",
        ),
    ],
)
def test_each_article_of_a_bundle_is_one(tmp_path: Path, written: str) -> None:
    found = [part for part in loaded(tmp_path / "a.txt", written) if isinstance(part, Loaded)]

    assert list(zip(TITLES, DAYS, BODIES, ["Island Post"] * 3, strict=True)) == [
        (one.title, one.published, one.text, one.outlet) for one in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "He read 1 of 3 documents.\n\nThen he went home, and nobody asked for the others.",
            id="in a sentence",
        ),
        pytest.param(
            "Report\n\n1 of 3 documents\n\nwas missing when the clerks counted them on Friday.",
            id="a line of a text",
        ),
        pytest.param("1 of 3 DOCUMENTS\n\nOne.\n\n2 of 3 DOCUMENTS\n\nTwo.", id="one is missing"),
    ],
)
def test_a_text_that_counts_documents_is_one_article(tmp_path: Path, text: str) -> None:
    assert 1 == len(loaded(tmp_path / "a.txt", text))


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(
            json.dumps(
                [{"title": title, "text": body} for title, body in zip(TITLES, BODIES, strict=True)]
            ),
            id="a list",
        ),
        pytest.param(
            "\n".join(
                json.dumps({"title": title, "text": body})
                for title, body in zip(TITLES, BODIES, strict=True)
            ),
            id="lines",
        ),
    ],
)
def test_json_that_is_called_a_text_is_read_as_json(tmp_path: Path, written: str) -> None:
    found = loaded(tmp_path / "a.txt", written)

    assert TITLES == [part.title for part in found if isinstance(part, Loaded)]


def test_a_text_in_brackets_is_a_text(tmp_path: Path) -> None:
    (article,) = loaded(
        tmp_path / "a.txt", "[Agency] The envoys met and said little to those who waited."
    )

    assert isinstance(article, Loaded)
    assert article.text.startswith("[Agency]")
