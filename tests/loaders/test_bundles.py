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


def with_edition(number: int) -> str:
    return nexis(number).replace(" Wednesday\n", " Wednesday\n                Final Edition\n")


def newer(number: int) -> str:
    return f"{TITLES[number - 1]}\nIsland Post\nMay {number}, 2019 Wednesday\n\nCopyright 2019 Media\nSection: NEWS; Pg. {number}\nLength: 30 words\nByline: Jane Doe\n\nBody\n\n{BODIES[number - 1]}\n\nLoad-Date: June 5, 2020\n\n"


def counted(number: int) -> str:
    return f"{TITLES[number - 1]}\n\nBy Jane Doe\n412 words\n{number} May 2019\n10:15\nIsland Post\nISLPOS\nEnglish\nCopyright 2019. Media.\n\n{BODIES[number - 1]}\n\nDocument ISLPOS002019050{number}ef5100001\n\n"


def listed(number: int) -> str:
    return f"Title: {TITLES[number - 1]}\nAuthors: Doe, Jane\nSource: Island Post\nPublication Date: 2019050{number}\nAbstract: None.\nFull Text: {BODIES[number - 1]}\n\n"


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
        pytest.param(joined("{} of 3 DOCUMENTS\n", with_edition), id="an edition below the day"),
        pytest.param(
            "End of Document\n\n".join(newer(number) for number in (1, 2, 3)), id="lines of a head"
        ),
        pytest.param(joined("", counted), id="words counted, then the day and the outlet"),
        pytest.param(joined("Record: {}\n", listed), id="numbered, and a list of labels"),
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
        pytest.param("Notes\n\nRecord: 1\n\nOne.\n\nRecord: 2\n\nTwo.", id="below a title"),
        pytest.param(
            f"A title\n\n{'=' * 40}\n\nThey met.\n\n{'=' * 40}\n\nThey parted.", id="rules alone"
        ),
        pytest.param("1 of 3 DOCUMENTS\n\nOne.\n\n2 of 3 DOCUMENTS\n\nTwo.", id="one is missing"),
    ],
)
def test_a_text_that_counts_documents_is_one_article(tmp_path: Path, text: str) -> None:
    assert 1 == len(loaded(tmp_path / "a.txt", text))


def test_rules_part_texts_that_each_have_a_title_and_a_day(tmp_path: Path) -> None:
    texts = [
        f"{title}\n{day}\n\n{body}" for title, day, body in zip(TITLES, DAYS, BODIES, strict=True)
    ]

    found = loaded(tmp_path / "a.txt", f"\n\n{'=' * 40}\n\n".join(texts))

    assert texts == [part.text for part in found if isinstance(part, Loaded)]


@pytest.mark.parametrize("name", ["a.html", "a.txt"])
def test_each_article_of_a_page_of_several_is_one(tmp_path: Path, name: str) -> None:
    """A database hands out pages too."""
    parts = (
        f"<div class='article'><div id='hd'><span>{title}</span></div><div>412 words</div>"
        f"<div>{number} May 2019</div><div>Island Post</div><div>English</div><p>{body}</p>"
        f"<p>Document ISLPOS002019050{number}ef5100001</p></div>"
        for number, (title, body) in enumerate(zip(TITLES, BODIES, strict=True), 1)
    )

    found = loaded(tmp_path / name, f"<html><title>All</title><body>{''.join(parts)}</body></html>")

    assert list(zip(TITLES, DAYS, BODIES, ["Island Post"] * 3, strict=True)) == [
        (one.title, one.published, one.text, one.outlet) for one in found if isinstance(one, Loaded)
    ]


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
