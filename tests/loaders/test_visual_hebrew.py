"""Visual Hebrew: lines that were written from their left are read from their right."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.loaders import Loaded, load
from index.loaders.visual_hebrew import as_read, is_visual

LINES = (
    "שרי החוץ של שתי המדינות נפגשו אתמול בבית המכס הישן",
    "וסיכמו כי הצדדים ייפגשו שוב (לפני החורף) בשנת 2016",
    "כך מסר דובר המשרד לעיתונאים שהמתינו שם.",
)


def shown(line: str) -> str:
    """A line from its left, as a screen shows it: numbers as they are, brackets turned."""
    turned = line[::-1].translate(str.maketrans("()", ")("))
    return turned.replace("6102", "2016")


@pytest.mark.parametrize("encoding", ["ibm862", "iso-8859-8", "utf-8"])
def test_a_text_in_visual_order_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\n".join(map(shown, LINES)).encode(encoding))

    (article,) = load(path)

    assert isinstance(article, Loaded)
    assert "\n".join(LINES) == article.text
    assert any("visual order" in note for note in article.notes)


def test_a_page_in_visual_order_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    title, text = shown(LINES[0]), "<br>".join(map(shown, LINES))
    path.write_bytes(
        f"<html><head><meta charset='iso-8859-8'><title>{title}</title></head>"
        f"<body><h1>{title}</h1><p>{text}</p></body></html>".encode("iso-8859-8")
    )

    (article,) = load(path)

    assert isinstance(article, Loaded)
    assert LINES[0] == article.title
    assert LINES[1] in article.text


def test_hebrew_as_it_is_written_stays() -> None:
    text = "\n".join(LINES)

    assert (False, True) == (is_visual(text), is_visual("\n".join(map(shown, LINES))))


def test_other_lines_stay() -> None:
    assert "Talks in 2016" == as_read("Talks in 2016")
