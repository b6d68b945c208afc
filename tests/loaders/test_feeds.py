"""Feeds: an entry reads as a reader of the feed sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.loaders import Ignored, Loaded, load
from search.errors import NotAnArticleError
from tests.loaders.reading import read
from tests.loaders.samples import articles


def feed(*entries: str) -> str:
    return f"<rss><channel><title>Paper</title>{''.join(f'<item>{entry}</item>' for entry in entries)}</channel></rss>"


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.xml", "a.php"])
def test_a_feed_is_one_under_any_name(tmp_path: Path, name: str) -> None:
    """A browser saves it as a page."""
    written = '<?xml version="1.0"?>\n' + feed(
        "<title>One</title><description>They met.</description>",
        "<title>Two</title><description>They parted.</description>",
    ).replace("<rss>", '<rss version="2.0">')
    (tmp_path / name).write_text(written, encoding="utf-8")

    assert ["One", "Two"] == [
        part.title for part in load(tmp_path / name) if isinstance(part, Loaded)
    ]


def test_a_page_that_is_written_as_xml_is_a_page(tmp_path: Path) -> None:
    said = "The envoys of the two islands met in the old customs house and spoke until the evening."
    (tmp_path / "a.xml").write_text(
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Envoys</title></head>'
        f"<body><h1>Envoys</h1><p>{said}</p></body></html>",
        encoding="utf-8",
    )

    assert [said] == [part.text for part in load(tmp_path / "a.xml") if isinstance(part, Loaded)]


def test_what_a_blog_exports_beside_posts_is_ignored(tmp_path: Path) -> None:
    kind = "http://schemas.google.com/blogger/2008/kind#{}"
    entries = "".join(
        f'<entry><category term="{kind.format(what)}"/><title>{what}</title>'
        f"<content>They met in the old customs house.</content></entry>"
        for what in ("post", "comment", "settings")
    )
    (tmp_path / "a.xml").write_text(
        f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>', encoding="utf-8"
    )

    found = list(load(tmp_path / "a.xml"))

    assert [Loaded, Ignored, Ignored] == [type(part) for part in found]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        pytest.param(
            "<description>Short.</description><encoded>Whole.</encoded>",
            "Whole.",
            id="the longer form",
        ),
        pytest.param(
            "<description>&lt;p>One.&lt;/p>&lt;p>Two.&lt;/p></description>",
            "One.\n\nTwo.",
            id="HTML",
        ),
        pytest.param(
            "<description><![CDATA[<b>One</b> line]]></description>", "One line", id="CDATA"
        ),
        pytest.param(
            "<description>One.\n\nTwo: 3 &lt; 4 &amp; more</description>",
            "One.\n\nTwo: 3 < 4 & more",
            id="text",
        ),
        pytest.param(
            "<description>caf&eacute;&nbsp;&#146;s</description>",
            "café\u00a0’s",
            id="HTML's characters",
        ),
        pytest.param(
            "<description>A <x:y>nested</x:y> name</description>",
            "A nested name",
            id="an unknown prefix",
        ),
    ],
)
def test_an_entry_reads_as_a_reader_sees_it(tmp_path: Path, entry: str, text: str) -> None:
    assert text == read(tmp_path, "a.rss", feed(entry)).text


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param(
            "<updated>2016-10-24</updated><published>2016-10-23</published>",
            "2016-10-23",
            id="both",
        ),
        pytest.param(
            "<updated>2016-10-24T01:00:00Z</updated>", "2016-10-24", id="Atom asks for no other"
        ),
    ],
)
def test_an_entry_is_dated_by_when_it_was_published(
    tmp_path: Path, dates: str, expected: str
) -> None:
    entry = f"<feed><entry><title>A call</title>{dates}</entry></feed>"

    assert expected == read(tmp_path, "a.atom", entry).published


def test_ids_that_all_entries_share_are_none(tmp_path: Path) -> None:
    """Else all but the first would be refused."""
    path = tmp_path / "a.rss"
    path.write_text(
        feed(*(f"<guid>x</guid><title>{name}</title>" for name in "ABC")), encoding="utf-8"
    )

    assert ["x", None, None] == [one.source_id for one in articles(path) if isinstance(one, Loaded)]


def test_an_entry_that_was_gathered_keeps_its_outlet(tmp_path: Path) -> None:
    article = read(tmp_path, "a.rss", feed('<title>A call</title><source url="x">Agency</source>'))

    assert "Agency" == article.outlet


def test_of_an_exported_site_only_what_was_written_is_read(tmp_path: Path) -> None:
    """WordPress exports its pictures and menus, too."""
    path = tmp_path / "site.xml"
    kinds = ("post", "attachment", "nav_menu_item", "page")
    entries = (
        f"<title>A {kind}</title><wp:post_type xmlns:wp='x'>{kind}</wp:post_type>" for kind in kinds
    )
    path.write_text(feed(*entries), encoding="utf-8")

    found = list(load(path))

    assert ["A post", "A page"] == [one.title for one in found if isinstance(one, Loaded)]
    assert ["no post, but attachment", "no post, but nav_menu_item"] == [
        one.reason for one in found if isinstance(one, Ignored)
    ]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        pytest.param("<urlset><url/></urlset>", "XML, but no feed", id="other XML"),
        pytest.param(feed(), "there is no article in it", id="a feed without entries"),
    ],
)
def test_xml_without_articles_is_told(tmp_path: Path, written: str, reason: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text(written, encoding="utf-8")

    with pytest.raises(NotAnArticleError, match=reason):
        list(load(path))


def test_a_feed_that_is_cut_off_gives_what_there_is(tmp_path: Path) -> None:
    path = tmp_path / "a.rss"
    path.write_text(
        feed("<title>One</title>", "<title>Two</title><description>cut")[:-40], encoding="utf-8"
    )

    assert "One" in [one.title for one in articles(path) if isinstance(one, Loaded)]
