"""Books: each chapter is an article."""

from __future__ import annotations

from pathlib import Path

from index.loaders import Loaded
from tests.loaders.reading import read
from tests.loaders.samples import articles, epub, parts


def book(**chapters: str) -> bytes:
    """A newspaper as a book, with a cover that its table of contents does not name."""
    names = ["cover", *chapters]
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>'
        for name in names
    )
    links = "".join(f'<li><a href="{name}.xhtml#top">{name.title()}</a></li>' for name in chapters)
    return parts(
        {
            "META-INF/container.xml": '<container><rootfile full-path="book.opf"/></container>',
            "book.opf": "<package><metadata><title>The paper</title><date>2016-10-23</date></metadata><manifest>"
            f'<item id="nav" properties="nav" href="nav.xhtml"/>{items}</manifest><spine>'
            + "".join(f'<itemref idref="{name}"/>' for name in names)
            + "</spine></package>",
            "nav.xhtml": f'<html xmlns:epub="x"><body><nav epub:type="toc"><ol>{links}</ol></nav></body></html>',
            "cover.xhtml": "<html><body><img/></body></html>",
            **{
                f"{name}.xhtml": f"<html><body><p>{text}</p></body></html>"
                for name, text in chapters.items()
            },
        }
    )


def test_each_chapter_of_a_book_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(book(grain="They spoke about grain.", water="They spoke about water."))

    read = [
        (one.title, one.text, one.published, one.outlet)
        for one in articles(path)
        if isinstance(one, Loaded)
    ]

    assert [
        ("Grain", "They spoke about grain.", "2016-10-23", "The paper"),
        ("Water", "They spoke about water.", "2016-10-23", "The paper"),
    ] == read


def test_a_book_without_a_table_of_contents_is_one_article(tmp_path: Path) -> None:
    assert 1 == read(tmp_path, "a.epub", epub()).number
