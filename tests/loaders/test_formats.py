"""Formats: what is particular to one kind of file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.loaders import LOADERS, Loaded, Skipped, load
from search.errors import SourceError
from tests.loaders.samples import PARAGRAPHS, TEXT

THREE = [{"title": "One"}, {"title": "Two"}, {"title": "Three"}]


def loaded(path: Path, content: str) -> list[Loaded | Skipped]:
    path.write_text(content, encoding="utf-8", newline="")
    return list(load(path))


def titles(found: list[Loaded | Skipped]) -> list[str | None]:
    return [part.title if isinstance(part, Loaded) else part.reason for part in found]


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
    assert ["empty"] == titles(loaded(tmp_path / "a.json", '{"status": "ok", "items": 3}'))


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


def test_a_line_separator_within_json_ends_no_line(tmp_path: Path) -> None:
    """JSON allows U+2028 in a string as it is."""
    found = loaded(tmp_path / "a.jsonl", '{"title": "One", "text": "first\N{LINE SEPARATOR}second"}\n')

    assert ["first\nsecond"] == [part.text for part in found if isinstance(part, Loaded)]


RECORD_LINE = st.one_of(
    st.fixed_dictionaries({"title": st.text(max_size=5), "text": st.text(max_size=9)}).map(json.dumps),
    st.sampled_from(["{", "null", "[]", '"x"', "{}", "nonsense"]),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(RECORD_LINE, max_size=8))
def test_no_line_is_lost(tmp_path: Path, lines: list[str]) -> None:
    """Articles in = indexed + skipped holds only if every record is one of both."""
    found = loaded(tmp_path / "a.jsonl", "\n".join(lines))

    assert len(lines) == len(found)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
def test_a_table_shows_by_its_first_row_what_parts_its_cells(tmp_path: Path, delimiter: str) -> None:
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


def test_a_row_that_does_not_fit_is_skipped(tmp_path: Path) -> None:
    """A comma without quotes would put words under the wrong names."""
    found = loaded(tmp_path / "a.csv", "title,text\nOne,a\nTwo,a,b\nThree,c\n")

    assert ["One", "3 cells under 2 names; a text with commas needs quotes", "Three"] == titles(found)


def test_a_quote_that_is_never_closed_is_told(tmp_path: Path) -> None:
    """It would swallow all rows after it in silence."""
    found = loaded(tmp_path / "a.csv", 'title,text\nOne,a\nTwo,"b\nThree,c\n')

    assert [Loaded, Skipped] == [type(part) for part in found]


def test_a_table_without_known_names_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="first row"):
        loaded(tmp_path / "a.csv", "1,2\n3,4\n")


def test_a_long_cell_is_read(tmp_path: Path) -> None:
    """Python's csv stops at 128 KB unless told."""
    (article,) = loaded(tmp_path / "a.csv", f"title,text\nOne,{'word ' * 40_000}\n")

    assert isinstance(article, Loaded)
    assert 200_000 == len(article.text) + 1


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("a [call](https://example.org/x) today", "a call today", id="link"),
        pytest.param("before ![map](map.png) after", "before  after", id="image"),
        pytest.param("**very** *warm* and __long__", "very warm and long", id="emphasis"),
        pytest.param("2 * 3 * 4 and a_b_c", "2 * 3 * 4 and a_b_c", id="no emphasis"),
        pytest.param("## What was said", "What was said", id="heading"),
        pytest.param("> quoted words", "quoted words", id="quotation"),
        pytest.param("use `ceasefire` here", "use ceasefire here", id="code"),
        pytest.param(r"\# not a heading", "# not a heading", id="escape"),
        pytest.param("seen <!-- hidden --> seen", "seen  seen", id="comment"),
        pytest.param("see <https://example.org/x>", "see https://example.org/x", id="bare address"),
    ],
)
def test_markdown_is_read_as_it_looks(tmp_path: Path, written: str, shown: str) -> None:
    """A search for a word of an address finds the article, not its links."""
    (article,) = loaded(tmp_path / "a.md", f"First words.\n\n{written}\n")

    assert isinstance(article, Loaded)
    assert f"First words.\n\n{shown}" == article.text


@pytest.mark.parametrize("heading", ["# A *warm* call", "# A warm call #", "A warm call\n==========="])
def test_the_first_heading_is_the_title(tmp_path: Path, heading: str) -> None:
    (article,) = loaded(tmp_path / "a.md", f"{heading}\n\n{TEXT}\n")

    assert isinstance(article, Loaded)
    assert ("A warm call", TEXT) == (article.title, article.text)


def test_front_matter_wins_over_the_heading(tmp_path: Path) -> None:
    (article,) = loaded(tmp_path / "a.md", f"---\ntitle: Given\nlang: no\n---\n# Heading\n\n{TEXT}\n")

    assert isinstance(article, Loaded)
    assert ("Given", "no", TEXT) == (article.title, article.lang, article.text)


@pytest.mark.parametrize(
    "head",
    ["title: [never closed", "date: {a: b: c}", "a: &a [*a", "x: " + "[" * 5000],
    ids=["list", "map", "alias", "deep"],
)
def test_broken_front_matter_costs_the_metadata_only(tmp_path: Path, head: str) -> None:
    (article,) = loaded(tmp_path / "a.md", f"---\n{head}\n---\n\n{TEXT}\n")

    assert isinstance(article, Loaded)
    assert (TEXT, True) == (article.text, article.notes[0].startswith("front matter can't be read"))


def test_rules_around_a_paragraph_are_no_front_matter(tmp_path: Path) -> None:
    (article,) = loaded(tmp_path / "a.md", f"---\nOnly a paragraph.\n---\n\n{TEXT}\n")

    assert isinstance(article, Loaded)
    assert article.text.startswith("Only a paragraph.")


def test_a_page_in_windows_1255_is_read_by_its_own_word(tmp_path: Path) -> None:
    text = "ראש הממשלה שוחח הערב בטלפון עם נשיא המדינה השכנה, והשניים סיכמו להיפגש בשבוע הבא בבירה."
    page = f'<html><head><meta charset="windows-1255"><title>שיחה</title></head><body><article><p>{text}</p></article>'
    path = tmp_path / "a.html"
    path.write_bytes(page.encode("windows-1255"))

    (article,) = load(path)

    assert isinstance(article, Loaded)
    assert (text, ("read as windows-1255",)) == (article.text, article.notes)


def test_menus_and_footers_are_not_the_article(tmp_path: Path) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = f"<html><body><nav><ul><li>Sport</li></ul></nav><article>{body}</article><footer>Contact 1999</footer>"

    (article,) = loaded(tmp_path / "a.html", page)

    assert isinstance(article, Loaded)
    assert ("\n".join(PARAGRAPHS), None) == (article.text, article.published)


@pytest.mark.parametrize("content", ["", "   \n\n", "\ufeff"], ids=["no byte", "blank lines", "only a mark"])
def test_an_empty_text_is_told(tmp_path: Path, content: str) -> None:
    assert [Skipped(1, "empty")] == loaded(tmp_path / "a.txt", content)


def test_a_title_alone_is_an_article(tmp_path: Path) -> None:
    """Archives of headlines exist."""
    assert ["One"] == titles(loaded(tmp_path / "a.jsonl", '{"title": "One"}'))


def test_a_title_that_stands_in_the_text_too_is_left_out_of_it(tmp_path: Path) -> None:
    """Exports repeat it; it would be counted twice."""
    record = {"title": "A call", "text": "A call\n\nThey spoke."}

    (article,) = loaded(tmp_path / "a.json", json.dumps(record))

    assert isinstance(article, Loaded)
    assert "They spoke." == article.text


def test_repaired_letters_are_noted(tmp_path: Path) -> None:
    (article,) = loaded(tmp_path / "a.txt", "Preºedintele a vorbit cu miniºtrii de la Cluj.")

    assert isinstance(article, Loaded)
    assert ("Preşedintele a vorbit cu miniştrii de la Cluj.", ("repaired old code page letters",)) == (
        article.text,
        article.notes,
    )


def test_a_title_is_repaired_with_its_text(tmp_path: Path) -> None:
    """Three words alone do not show their language."""
    record = {"title": "Preºedintele la Bucureºti", "text": "El a vorbit cu miniºtrii."}

    assert ["Preşedintele la Bucureşti"] == titles(loaded(tmp_path / "a.json", json.dumps(record)))


def test_letters_that_cannot_be_read_are_noted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Cei doi președinți au vorbit în țară.".encode()[:-1] + b"\xff")

    (article,) = load(path)

    assert isinstance(article, Loaded)
    assert ("some letters can't be read",) == article.notes


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no article"):
        loaded(tmp_path / "a.html", "<html><body></body></html>")


def test_a_library_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One kind of file is skipped, the others go on."""
    monkeypatch.setitem(LOADERS, ".html", ("no_such_module", "load"))

    with pytest.raises(SourceError, match="no_such_module"):
        loaded(tmp_path / "a.html", "<p>Words.</p>")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()

    with pytest.raises(SourceError, match="not a file"):
        list(load(tmp_path / "a.txt"))


def test_a_page_that_breaks_its_reader_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No page of the web may end a run."""

    def breaking(*_: object, **__: object) -> None:
        raise ValueError("a broken tree")

    monkeypatch.setattr("trafilatura.bare_extraction", breaking)

    with pytest.raises(SourceError, match="not readable as HTML: ValueError"):
        loaded(tmp_path / "a.html", "<p>Words.</p>")


def test_blank_rows_of_a_table_are_no_articles(tmp_path: Path) -> None:
    """Spreadsheets end with many."""
    assert ["One", "Two"] == titles(loaded(tmp_path / "a.csv", "title,text\nOne,a\n,\n\nTwo,b\n,,\n"))


def test_a_value_wrapped_a_hundred_times_is_no_value(tmp_path: Path) -> None:
    """It would exhaust the stack, and the run with it."""
    title = '{"name": ' * 400 + '"x"' + "}" * 400

    (article,) = loaded(tmp_path / "a.jsonl", f'{{"title": {title}, "text": "Said."}}')

    assert isinstance(article, Loaded)
    assert (None, "Said.") == (article.title, article.text)
