"""Records: files of one or many articles whose fields have names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.loaders import Loaded, Skipped, load, source
from search.errors import NotAnArticleError, SourceError
from tests.loaders.samples import articles, loaded, titles

THREE = [{"title": "One"}, {"title": "Two"}, {"title": "Three"}]


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(THREE, id="a list"),
        pytest.param({"articles": THREE}, id="an object with articles"),
        pytest.param({"status": "ok", "results": THREE}, id="an answer of a service"),
    ],
)
def test_json_holds_its_articles_in_several_ways(tmp_path: Path, document: object) -> None:
    assert ["One", "Two", "Three"] == titles(loaded(tmp_path / "a.json", json.dumps(document)))


def test_an_article_with_a_list_is_still_one_article(tmp_path: Path) -> None:
    """Not every list in an object holds the articles."""
    record = {"title": "One", "text": "Said.", "items": ["x", "y"]}

    assert ["One"] == titles(loaded(tmp_path / "a.json", json.dumps(record)))


def test_an_object_without_an_article_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotAnArticleError, match="no title and no text"):
        loaded(tmp_path / "a.json", '{"status": "ok", "items": 3}')


def test_broken_json_is_refused_with_the_place(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="line 1 column"):
        loaded(tmp_path / "a.json", '{"title": "One"')


def test_deep_json_is_refused(tmp_path: Path) -> None:
    """A file of brackets would end the run."""
    with pytest.raises(SourceError):
        loaded(tmp_path / "a.json", "[" * 200_000)


def test_a_broken_line_does_not_hide_the_others(tmp_path: Path) -> None:
    found = loaded(tmp_path / "a.jsonl", '{"title": "One"}\n{"title": \n\n[1]\n{"title": "Four"}\n')

    assert [Loaded, Skipped, Skipped, Loaded] == [type(part) for part in found]
    assert [1, 2, 3, 4] == [part.number for part in found]
    assert ["article 2", "article 3"] == [
        part.reason[:9] for part in found if isinstance(part, Skipped)
    ]


def test_a_line_separator_within_json_ends_no_line(tmp_path: Path) -> None:
    """JSON allows U+2028 in a string as it is."""
    found = loaded(
        tmp_path / "a.jsonl", '{"title": "One", "text": "first\N{LINE SEPARATOR}second"}\n'
    )

    assert ["first\nsecond"] == [part.text for part in found if isinstance(part, Loaded)]


RECORD_LINE = st.one_of(
    st.fixed_dictionaries({"title": st.text(max_size=5), "text": st.text(max_size=9)}).map(
        json.dumps
    ),
    st.sampled_from(["{", "null", "[]", '"x"', "{}", "nonsense"]),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(RECORD_LINE, max_size=8))
def test_no_line_is_lost(tmp_path: Path, lines: list[str]) -> None:
    """Articles in = indexed + skipped holds only if every record is one of both."""
    found = loaded(tmp_path / "a.jsonl", "\n".join(['{"title": "One"}', *lines]))

    assert 1 + len(lines) == len(found)


def test_json_lines_larger_than_memory_are_read_a_line_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An archive exported as one file has no limit: only what is read whole has."""
    monkeypatch.setattr("index.loaders.source.largest", lambda: 10)
    file = tmp_path / "large.jsonl"
    file.write_text(
        '{"text": "Președintele a vorbit."}\n\n{broken\n\0\1\n{"text": "שוחח"}\n', encoding="utf-8"
    )

    read = [one.text if isinstance(one, Loaded) else one.number for one in articles(file)]

    assert ["Președintele a vorbit.", 2, 3, "שוחח"] == read


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "cp1250"],
    ids=["UTF-8", "with a mark", "UTF-16", "an old code page"],
)
def test_a_file_that_is_not_small_is_read_as_a_small_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    """Line by line if it is UTF-8, so that it need not be held.

    Else whole, for all its lines are in one encoding.
    """
    lines = [
        f'{{"title": "Ședința {number}", "text": "S-a vorbit în ședință.\\nȘi despre țară."}}'
        for number in range(9)
    ]
    written = "\n\n".join(lines).replace("ș", "ş").replace("Ș", "Ş").replace("ț", "ţ") + "\n"
    file = tmp_path / "a.jsonl"
    file.write_bytes(written.encode(encoding))

    whole = articles(file)
    monkeypatch.setattr("index.loaders.source.SMALL", 10)

    assert 9 == len(whole)
    assert whole == articles(file)


@pytest.mark.parametrize(
    "delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"]
)
def test_a_table_shows_by_its_first_row_what_parts_its_cells(
    tmp_path: Path, delimiter: str
) -> None:
    """Spreadsheets write a semicolon where the comma is the decimal mark."""
    content = f"title{delimiter}date\r\nA call{delimiter}2016-10-23\r\n"

    (article,) = loaded(tmp_path / "a.csv", content)

    assert isinstance(article, Loaded)
    assert ("A call", "2016-10-23") == (article.title, article.published)


def test_a_cell_may_have_lines_and_marks(tmp_path: Path) -> None:
    content = 'title,text\n"One, two","He said ""yes"".\nShe too."\n'

    (article,) = loaded(tmp_path / "a.csv", content)

    assert isinstance(article, Loaded)
    assert ("One, two", 'He said "yes".\nShe too.') == (article.title, article.text)


@pytest.mark.parametrize("above", ["Export of the island's archive\nMade 2020-01-01\n\n", "A;B\n"])
def test_lines_above_the_names_of_the_columns_are_left_out(tmp_path: Path, above: str) -> None:
    """Databases write their own name there."""
    written = f'{above}Title,Text,Date\nOne,"They met, and spoke.",2016-10-23\n'

    (article,) = loaded(tmp_path / "a.csv", written)

    assert isinstance(article, Loaded)
    assert ("One", "They met, and spoke.", "2016-10-23") == (
        article.title,
        article.text,
        article.published,
    )
    assert any("above the names" in note for note in article.notes)


def test_quotes_behind_a_backslash_are_read(tmp_path: Path) -> None:
    """Databases that are no spreadsheets write them so."""
    written = 'title,text\n"One","He said \\"no\\", and left."\n"Two","So did she."\n'

    found = loaded(tmp_path / "a.csv", written)

    assert ['He said "no", and left.', "So did she."] == [
        part.text for part in found if isinstance(part, Loaded)
    ]


def test_a_row_that_does_not_fit_is_skipped(tmp_path: Path) -> None:
    """A comma without quotes would put words under the wrong names."""
    found = loaded(tmp_path / "a.csv", "title,text\nOne,a\nTwo,a,b\nThree,c\n")

    assert [
        "One",
        "article 2 has 3 cells under 2 names; a text with commas needs quotes",
        "Three",
    ] == titles(found)


def test_a_quote_that_is_never_closed_is_told(tmp_path: Path) -> None:
    """It would swallow all rows after it in silence."""
    found = loaded(tmp_path / "a.csv", 'title,text\nOne,a\nTwo,"b\nThree,c\n')

    assert [Loaded, Skipped] == [type(part) for part in found]


def test_a_table_without_texts_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(NotAnArticleError, match="a table without texts"):
        loaded(tmp_path / "a.csv", "1,2\n3,4\n")


@pytest.mark.parametrize("header", ["name,country", "naem,kind", "kind,name,notes"])
def test_a_table_of_names_with_other_columns_is_told_which_it_needs(
    tmp_path: Path, header: str
) -> None:
    with pytest.raises(NotAnArticleError, match="one of names has kind and name, and no columns"):
        loaded(tmp_path / "names.csv", f"{header}\nMira,md,a\n")


def test_a_long_cell_is_read(tmp_path: Path) -> None:
    """Python's csv stops at 128 KB unless told."""
    (article,) = loaded(tmp_path / "a.csv", f"title,text\nOne,{'word ' * 40_000}\n")

    assert isinstance(article, Loaded)
    assert 200_000 == len(article.text) + 1


def test_a_title_alone_is_an_article(tmp_path: Path) -> None:
    """Archives of headlines exist."""
    assert ["One"] == titles(loaded(tmp_path / "a.jsonl", '{"title": "One"}'))


def test_a_title_that_stands_in_the_text_too_is_left_out_of_it(tmp_path: Path) -> None:
    """Exports repeat it; it would be counted twice."""
    record = {"title": "A call", "text": "A call\n\nThey spoke."}

    (article,) = loaded(tmp_path / "a.json", json.dumps(record))

    assert isinstance(article, Loaded)
    assert "They spoke." == article.text


def test_blank_rows_of_a_table_are_no_articles(tmp_path: Path) -> None:
    """Spreadsheets end with many."""
    assert ["One", "Two"] == titles(
        loaded(tmp_path / "a.csv", "title,text\nOne,a\n,\n\nTwo,b\n,,\n")
    )


def test_a_value_wrapped_a_hundred_times_is_no_value(tmp_path: Path) -> None:
    """It would exhaust the stack, and the run with it."""
    title = '{"name": ' * 400 + '"x"' + "}" * 400

    (article,) = loaded(tmp_path / "a.jsonl", f'{{"title": {title}, "text": "Said."}}')

    assert isinstance(article, Loaded)
    assert (None, "Said.") == (article.title, article.text)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1255"])
def test_a_line_without_end_is_skipped_and_never_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    """One of 300 MB took 6 GB, and all that came before it with it."""
    monkeypatch.setattr(source, "LONGEST_LINE", 1_500_000)
    monkeypatch.setattr(source, "largest", lambda: 2_000_000)
    one, three = (json.dumps({"title": name}) for name in ("One", "Three"))
    long = json.dumps({"title": "שלום" * 600_000}, ensure_ascii=False)
    path = tmp_path / "a.jsonl"
    path.write_text(f"{one}\n{long}\n{three}\n", encoding=encoding)

    found = list(load(path))

    assert ["One", None, "Three"] == [getattr(part, "title", None) for part in found]
    assert [True] == [source.TOO_LONG in part.reason for part in found if isinstance(part, Skipped)]
