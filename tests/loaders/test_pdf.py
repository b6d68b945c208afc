"""PDF: paragraphs from lines, and lines from the right in the order in which they are read."""

from __future__ import annotations

from pathlib import Path

import icu
import pytest

from index.loaders import Loaded, load
from index.loaders.visual_order import bracketed, reading_order
from search.errors import SourceError
from tests.loaders.pdfs import Printed, pdf, right
from tests.loaders.samples import articles


def read(folder: Path, raw: bytes) -> Loaded:
    path = folder / "a.pdf"
    path.write_bytes(raw)
    (article,) = articles(path)
    assert isinstance(article, Loaded)
    return article


def below(*texts: str, start: float = 700) -> list[Printed]:
    """Lines as close as lines of a paragraph are."""
    return [Printed(text, start - 15 * number) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        pytest.param(".לחנב האובתה תא וריבעה םה", "הם העבירו את התבואה בנחל.", id="Hebrew"),
        pytest.param(
            ".רהנב (לועפל תכשמה) האובתה",
            "התבואה (המשכת לפעול) בנהר.",
            id="brackets as they are drawn",
        ),
        pytest.param(
            ".רהנב )לועפל תכשמה( האובתה",
            "התבואה (המשכת לפעול) בנהר.",
            id="brackets as they are meant",
        ),
        pytest.param(".הנידמה לש Ion Rusu רמ", "מר Ion Rusu של המדינה.", id="a name of two words"),
        pytest.param(
            ".23.10.2016 םוי דע ןוט 1,200-כ", "כ-1,200 טון עד יום 23.10.2016.", id="numbers"
        ),
        pytest.param(".25% הלע ריחמה", "המחיר עלה 25%.", id="a share"),
        pytest.param(
            "https://example.org/a :ףסונ עדימ", "מידע נוסף: https://example.org/a", id="an address"
        ),
        pytest.param("םירזוח [ךכ רוקמב] םהו", "והם [במקור כך] חוזרים", id="square brackets"),
    ],
)
def test_a_line_from_the_right_is_read_from_the_right(
    tmp_path: Path, shown: str, meant: str
) -> None:
    """Whatever the program that wrote it made of brackets and of spaces."""
    more = "םויב ובש םירבד ורמאנ העידיב"

    assert (
        f"{meant}\n\n{more[::-1]}"
        == read(tmp_path, pdf([right(shown, 700), right(more, 600)])).text
    )


def test_words_that_are_only_placed_apart_are_words(tmp_path: Path) -> None:
    """TeX writes no spaces."""
    placed = [Printed("האובת", 700, x=300), Printed("לע", 700, x=340)]

    assert "על תבואה" == read(tmp_path, pdf(placed)).text


def test_lines_of_a_paragraph_are_one(tmp_path: Path) -> None:
    lines = below(
        "They spoke on the telephone about grain on the river and",
        "about the prices of water in the hills, for an hour.",
    )

    assert f"{lines[0].text} {lines[1].text}" == read(tmp_path, pdf(lines)).text


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            [
                *below("One paragraph of a line or so.", "It goes on here for a while yet."),
                *below("Another begins below a gap, as", "they are wont to do.", start=640),
            ],
            id="a gap",
        ),
        pytest.param(
            [
                *below("One paragraph of two lines which is long", "and ends early."),
                *below("Another, just below it, is as long as that.", "and ends", start=670),
            ],
            id="a short last line",
        ),
        pytest.param(
            [
                Printed("One paragraph of two lines which is long", 700, x=90),
                Printed("and its last line is as long as the others.", 685),
                Printed("Another stands in by as much as the first", 670, x=90),
                Printed("and its last line is as long as the others.", 655),
            ],
            id="a first line that stands in",
        ),
        pytest.param(
            [
                Printed("A heading in large letters", 700, size=18),
                *below("And its text.", start=678),
            ],
            id="a size",
        ),
    ],
)
def test_a_paragraph_ends(tmp_path: Path, lines: list[Printed]) -> None:
    assert 1 == read(tmp_path, pdf(lines)).text.count("\n\n")


def test_a_paragraph_goes_on_over_the_page(tmp_path: Path) -> None:
    pages = (
        below("They spoke on the telephone about grain on the river and"),
        below("about the prices of water in the hills, for an hour."),
    )

    assert "\n" not in read(tmp_path, pdf(*pages)).text


def test_what_stands_at_the_edge_of_all_pages_is_read_once(tmp_path: Path) -> None:
    """It is the head of the book; and its pages' numbers are no text at all."""
    pages = [
        [
            Printed("The paper of ours", 760),
            *below(*(f"Line {letter} of page {page} has its end here." for letter in "abcd")),
            Printed(f"- {number} -", 40),
        ]
        for number, page in enumerate(("one", "two", "three", "four"), 1)
    ]

    text = read(tmp_path, pdf(*pages)).text

    assert (1, 0, 4) == (text.count("The paper of ours"), text.count("- "), text.count("Line a"))


def test_what_a_browser_prints_around_a_page_is_not_of_it(tmp_path: Path) -> None:
    """The day is that of the printing; the address is the article's."""
    page = [
        Printed("11/29/26, 10:15 AM", 780),
        Printed("A call about grain - Paper", 780, x=300),
        *below("A call about grain", "They spoke about grain for an hour."),
        Printed("https://example.org/call", 20),
        Printed("1/1", 20, x=500),
    ]

    article = read(tmp_path, pdf(page, title="A call about grain - Paper"))

    assert ("A call about grain", "https://example.org/call", None) == (
        article.title,
        article.url,
        article.published,
    )
    assert "They spoke about grain for an hour." == article.text


def test_a_scan_says_that_it_has_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([], []))

    with pytest.raises(SourceError, match="a scan without text"):
        list(load(path))


def test_pages_without_text_are_told(tmp_path: Path) -> None:
    article = read(tmp_path, pdf(below("They spoke."), [], []))

    assert ("2 of 3 pages have no text that can be read",) == article.notes


def test_a_password_is_asked_for(tmp_path: Path) -> None:
    locked = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> /ID [<00> <00>]"
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(below("They spoke."), trailer=locked.format("00" * 32)))

    with pytest.raises(SourceError, match="protected by a password"):
        list(load(path))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("א )ב( ג", "א (ב) ג"),
        ("א (ב) ג", "א (ב) ג"),
        ("א( ב) ג", "א) ב) ג"),
        ("א) ראשון ב) שני", "א) ראשון ב) שני"),
        ("ה-)UN(, ב", "ה-(UN), ב"),
        ("(א [ב] ג)", "(א [ב] ג)"),
    ],
)
def test_a_bracket_opens_or_closes_by_its_place(written: str, meant: str) -> None:
    assert meant == bracketed(written)


def shown(read: str) -> str:
    """A line of Hebrew as it is shown, by Unicode's rules."""
    bidi = icu.Bidi()
    bidi.setPara(icu.UnicodeString(read), 1)
    return str(bidi.writeReordered(icu.Bidi.KEEP_BASE_COMBINING))


@pytest.mark.parametrize(
    "line",
    [
        "דירוג Dun's 100 בישראל",
        "וירוס Covid-19 והחיסון",
        "דירוג Dun's (100) בישראל",
        "טלפון 03-5051051 במשרד",
        "בין 2014-2016 היו 3,400 (10%) פניות",
        'סה"כ: ₪1,200.50, לא כולל',
        "חוזר מס' 5/2016 של ה-UN (האומות המאוחדות).",
        "מידע: https://example.org/a/b (באנגלית).",
        "בשעה 10:30, ב-23.10.2016",
        "חייגו +972 או 100",
        "יום 23/10/2016 (ב-Geneva, שווייץ) נפגשו",
        "الرئيس (يوم 23/10/2016) أن 25% من السكان",
        "بين 2014-2016 بلغ 1,200.50",
        'צה"ל ו-IDF',
    ],
)
def test_a_line_is_read_as_it_was_written(line: str) -> None:
    """Unicode's rules show it, and ours read it back."""
    letters = shown(line)
    order = reading_order(letters, right_to_left=True)

    assert line == bracketed("".join(letters[place] for place in order))


def test_words_from_the_right_are_read_in_a_line_from_the_left() -> None:
    letters = "He said םולש לכל 5 and left"
    order = reading_order(letters, right_to_left=False)

    assert "He said לכל שלום 5 and left" == "".join(letters[place] for place in order)
