"""Formats: what is particular to one kind of file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.loaders import LOADERS, Loaded, Skipped, load
from search.errors import SourceError
from tests.loaders.samples import PARAGRAPHS, TEXT, loaded, titles


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


@pytest.mark.parametrize(
    "heading", ["# A *warm* call", "# A warm call #", "A warm call\n==========="]
)
def test_the_first_heading_is_the_title(tmp_path: Path, heading: str) -> None:
    (article,) = loaded(tmp_path / "a.md", f"{heading}\n\n{TEXT}\n")

    assert isinstance(article, Loaded)
    assert ("A warm call", TEXT) == (article.title, article.text)


def test_front_matter_wins_over_the_heading(tmp_path: Path) -> None:
    (article,) = loaded(
        tmp_path / "a.md", f"---\ntitle: Given\nlang: no\n---\n# Heading\n\n{TEXT}\n"
    )

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


HEADS = [
    pytest.param(
        "+++\ntitle = 'Given'\ndate = 2016-10-23T10:00:00+03:00\ndraft = true\n+++\n", id="TOML"
    ),
    pytest.param('{\n  "title": "Given",\n  "date": "2016-10-23"\n}\n', id="JSON"),
    pytest.param("Title: Given\nDate: 2016-10-23 10:20\nSlug: given\n", id="labels"),
    pytest.param("Titlu: Given\nData: 23.10.2016\nAutor: Ion\n", id="labels in Romanian"),
    pytest.param("כותרת: Given\nתאריך: 23.10.2016\n", id="labels in Hebrew"),
    pytest.param("---\ntitle: Given\nby: a: b\ndate: 2016-10-23\n---\n", id="colons in values"),
]


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize("head", HEADS)
def test_a_text_is_told_by_what_stands_above_it(tmp_path: Path, name: str, head: str) -> None:
    (article,) = loaded(tmp_path / name, f"{head}\n{TEXT}\n")

    assert isinstance(article, Loaded)
    assert ("Given", "2016-10-23", TEXT) == (article.title, article.published, article.text)


def test_a_block_of_lines_with_percent_signs_is_a_title(tmp_path: Path) -> None:
    (article,) = loaded(tmp_path / "a.md", f"% Given\n% Ana\n% 23 October 2016\n\n{TEXT}\n")

    assert isinstance(article, Loaded)
    assert ("Given", "2016-10-23", TEXT) == (article.title, article.published, article.text)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("Moscow: talks go on\nKiev: no answer", id="names that mean nothing"),
        pytest.param("He said: no.\nShe said: yes.", id="a talk"),
        pytest.param("Talks\nDate: 2016-10-23", id="a line without a label"),
        pytest.param("Date: 2016-10-23", id="one label, of a date"),
    ],
)
def test_other_lines_above_a_text_are_of_it(tmp_path: Path, head: str) -> None:
    (article,) = loaded(tmp_path / "a.txt", f"{head}\n\n{TEXT}\n")

    assert isinstance(article, Loaded)
    assert f"{head}\n\n{TEXT}" == article.text


def test_an_address_for_a_source_is_the_articles_address(tmp_path: Path) -> None:
    """So note-taking programs write where a page was clipped."""
    (article,) = loaded(
        tmp_path / "a.md", f"---\ntitle: Given\nsource: https://example.org/1\n---\n{TEXT}\n"
    )

    assert isinstance(article, Loaded)
    assert (None, "https://example.org/1") == (article.outlet, article.url)


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


@pytest.mark.parametrize(
    "content", ["", "   \n\n", "\ufeff"], ids=["no byte", "blank lines", "only a mark"]
)
def test_an_empty_text_is_told(tmp_path: Path, content: str) -> None:
    assert [Skipped(1, "empty")] == loaded(tmp_path / "a.txt", content)


def test_repaired_letters_are_noted(tmp_path: Path) -> None:
    (article,) = loaded(tmp_path / "a.txt", "Preºedintele a vorbit cu miniºtrii de la Cluj.")

    assert isinstance(article, Loaded)
    assert (
        "Preşedintele a vorbit cu miniştrii de la Cluj.",
        ("repaired old code page letters",),
    ) == (
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


def test_a_library_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One kind of file is skipped, the others go on."""
    monkeypatch.setitem(LOADERS, ".html", ("no_such_module", "load"))

    with pytest.raises(SourceError, match="no_such_module"):
        loaded(tmp_path / "a.html", "<p>Words.</p>")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()

    with pytest.raises(SourceError, match="not a file"):
        list(load(tmp_path / "a.txt"))


def test_a_page_that_breaks_its_reader_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No page of the web may end a run."""

    def breaking(*_: object, **__: object) -> None:
        raise ValueError("a broken tree")

    monkeypatch.setattr("trafilatura.bare_extraction", breaking)

    with pytest.raises(SourceError, match="not readable as HTML: ValueError"):
        loaded(tmp_path / "a.html", "<p>Words.</p>")
