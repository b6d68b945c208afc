"""What was found goes out whole, and does no harm where it is opened."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.loaders import Loaded, load
from search.model.articles import Article
from search.model.contacts import Contact, ContactStatement
from search.service.export import COLUMNS, FORMULA, csv_lines, json_lines, ris_lines

CALL = Contact(
    kind="call",
    video=True,
    leaders=("vladimir-putin", "benjamin-netanyahu"),
    date="2016-10-21",
    date_source="text",
    where="lead",
    words="They spoke; by video.",
    start=0,
    end=21,
)
ARTICLE = Article(
    article_id="a/1",
    title='A "call", and more',
    text="First.\nSecond; נתניהו și Țuțea.",
    lang="en",
    published="2025-04",
    published_source="text",
    leaders=("vladimir-putin", "benjamin-netanyahu"),
    countries=("ru",),
    contacts=(CALL, replace(CALL, kind="meeting", video=False, date=None)),
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def read(lines: str) -> list[list[str]]:
    return list(csv.reader(StringIO(lines.removeprefix("\ufeff"), newline="")))


def test_a_spreadsheet_reads_every_column() -> None:
    """The byte order mark is what tells it that this is UTF-8."""
    lines = "".join(csv_lines([ARTICLE]))
    head, row = read(lines)

    assert lines.startswith("\ufeffid,")
    assert list(COLUMNS) == head
    assert [
        "a/1",
        'A "call", and more',
        "2025-04",
        "text",
        "en",
        "",
        "",
        "vladimir-putin; benjamin-netanyahu",
        "ru",
        (
            "video call: vladimir-putin, benjamin-netanyahu, 2016-10-21; "
            "meeting: vladimir-putin, benjamin-netanyahu"
        ),
        "First.\nSecond; נתניהו și Țuțea.",
    ] == row


def test_a_program_reads_every_column() -> None:
    [line] = json_lines([ARTICLE])
    row = json.loads(line)

    assert list(COLUMNS) == list(row)
    assert ["vladimir-putin", "benjamin-netanyahu"] == row["leaders"]
    assert None is row["url"]
    assert CALL.to_json() == row["contacts"][0]
    assert 1 == line.count("\n")


@pytest.mark.parametrize("start", FORMULA, ids=[repr(start) for start in FORMULA])
def test_no_cell_is_a_formula(start: str) -> None:
    """=HYPERLINK(…) in a title would run on the machine of whoever opens the file."""
    _, row = read(
        "".join(csv_lines([Article(article_id=f"{start}1", title=f"{start}cmd|x", text="")]))
    )

    assert [f"'{start}1", f"'{start}cmd|x"] == row[:2]


@given(texts, texts)
@example("'=1+1", "''@")
def test_whatever_is_written_stays_in_its_cell(title: str, text: str) -> None:
    """Whoever takes the quotation mark off again has what the article says."""
    _, row = read("".join(csv_lines([Article(article_id="1", title=title, text=text)])))

    assert [title, text] == [
        cell.removeprefix("'") if cell.lstrip("'").startswith(FORMULA) else cell
        for cell in (row[1], row[-1])
    ]


@pytest.mark.parametrize(("name", "lines"), [("found.csv", csv_lines), ("found.jsonl", json_lines)])
def test_what_was_taken_away_can_be_indexed_again(
    tmp_path: Path, name: str, lines: Callable[[Iterable[Article]], Iterator[str]]
) -> None:
    """A part of an archive is an archive."""
    path = tmp_path / name
    path.write_text("".join(lines([ARTICLE])), encoding="utf-8", newline="")

    [loaded] = load(path)

    assert isinstance(loaded, Loaded)
    assert ("a/1", ARTICLE.title, ARTICLE.text) == (loaded.source_id, loaded.title, loaded.text)
    assert ("2025-04", "en") == (loaded.published, loaded.lang)
    assert (ARTICLE.leaders, ARTICLE.countries) == (loaded.leaders, loaded.countries)
    assert (
        ContactStatement("call", ARTICLE.leaders, "2016-10-21", video=True),
        ContactStatement("meeting", ARTICLE.leaders),
    ) == loaded.contacts


@given(texts)
def test_a_line_of_json_is_one_line(text: str) -> None:
    """LINE SEPARATOR parts lines for some programs.

    JSON may hold it as it is, so only ours is counted.
    """
    assert [text] == [
        json.loads(line)["text"]
        for line in json_lines([Article(article_id="1", title="", text=text)])
    ]


def test_a_reference_manager_reads_what_can_be_cited() -> None:
    """By the tags that Zotero maps for a newspaper article (RIS.js of its translators)."""
    article = replace(ARTICLE, outlet="The Daily", url="https://news.example/1", title="A\ncall")
    [record] = ris_lines([article], lambda _facet, value: value.title())

    assert [
        "TY  - NEWS",
        "TI  - A call",
        "T2  - The Daily",
        "PY  - 2025",
        "DA  - 2025/04//",
        "N1  - The date was read in the text.",
        "LA  - en",
        "UR  - https://news.example/1",
        "AN  - a/1",
        "KW  - Vladimir-Putin",
        "KW  - Benjamin-Netanyahu",
        "KW  - Ru",
        "ER  - ",
        "",
        "",
    ] == record.split("\r\n")


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2016-10-23", ["PY  - 2016", "DA  - 2016/10/23/"]),
        ("2016", ["PY  - 2016", "DA  - 2016///"]),
        (None, []),
    ],
)
def test_a_citation_is_as_precise_as_is_known(published: str | None, expected: list[str]) -> None:
    [record] = ris_lines(
        [Article(article_id="1", title="A", text="", published=published)], str.join
    )

    assert expected == [line for line in record.split("\r\n") if line[:2] in {"PY", "DA", "N1"}]


@given(texts)
def test_whatever_a_title_says_it_is_one_line_of_its_record(title: str) -> None:
    """A line that begins as a tag would be one."""
    [record] = ris_lines([Article(article_id="1", title=f"{title}\nER  - ", text="")], str.join)

    assert [1, 1] == [record.count("\r\nER  - \r\n"), record.count("TY  - ")] or "TY  - " in title
