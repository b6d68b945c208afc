"""Documents: of office programs, books, feeds, subtitles and archives of the web, as they are in the field."""

from __future__ import annotations

import importlib
import io
import re
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.bufferedreaders import BufferedReader

from index.loaders import Ignored, Loaded, Skipped, load, packages
from search.errors import NotAnArticleError, SourceError
from tests.loaders.samples import articles, docx, epub, html, odt, parts


def read(folder: Path, name: str, raw: bytes | str) -> Loaded:
    path = folder / name
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    (article,) = articles(path)
    assert isinstance(article, Loaded)
    return article


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            "<w:p><w:r><w:t>One </w:t></w:r><w:r><w:t>line.</w:t></w:r></w:p>",
            "One line.",
            id="runs",
        ),
        pytest.param(
            "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", "a\nb", id="a line break"
        ),
        pytest.param(
            "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
            "a",
            id="a place for tabs",
        ),
        pytest.param(
            "<w:p><w:ins><w:r><w:t>in</w:t></w:r></w:ins><w:del><w:r><w:delText>out</w:delText></w:r></w:del></w:p>",
            "in",
            id="a change",
        ),
        pytest.param(
            "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r></w:p>",
            "7",
            id="a field's order",
        ),
        pytest.param(
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>"
            "</w:tr><w:tr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>d</w:t></w:r></w:p></w:tc>"
            "</w:tr></w:tbl>",
            "a\tb\nc\td",
            id="a table",
        ),
        pytest.param(
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>One.</w:t></w:r></w:p><w:p><w:r><w:t>Two.</w:t></w:r></w:p></w:tc>"
            "</w:tr></w:tbl>",
            "One.\n\nTwo.",
            id="a table of layout",
        ),
        pytest.param(
            "<w:p><w:r><w:t>Before </w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Framed.</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r><w:r><w:t>after.</w:t></w:r></w:p>",
            "Before after.\n\nFramed.",
            id="a frame",
        ),
        pytest.param(
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>Controlled.</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            "Controlled.",
            id="a control",
        ),
    ],
)
def test_a_docx_reads_as_word_shows_it(tmp_path: Path, body: str, text: str) -> None:
    assert text == read(tmp_path, "a.docx", docx(body)).text


def test_notes_of_a_docx_come_at_the_end(tmp_path: Path) -> None:
    notes = (
        '<w:footnote w:type="separator"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>'
        "<w:footnote><w:p><w:r><w:t>Noted.</w:t></w:r></w:p></w:footnote>"
    )

    assert (
        "One.\n\nNoted."
        == read(
            tmp_path, "a.docx", docx("<w:p><w:r><w:t>One.</w:t></w:r></w:p>", footnotes=notes)
        ).text
    )


def test_a_style_of_titles_is_known_in_every_language(tmp_path: Path) -> None:
    """Word calls it by the language of the one who wrote, and keeps its English name beside."""
    body = (
        "<w:p><w:r><w:t>Press office</w:t></w:r></w:p>"
        '<w:p><w:pPr><w:pStyle w:val="Titlu"/></w:pPr><w:r><w:t>A call about grain</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>They spoke.</w:t></w:r></w:p>"
    )
    styles = '<w:style w:styleId="Titlu"><w:name w:val="Title"/></w:style>'

    assert "A call about grain" == read(tmp_path, "a.docx", docx(body, styles=styles)).title


def test_a_title_that_is_not_in_the_text_is_none(tmp_path: Path) -> None:
    """Programs keep the name of the template, or of a document long gone."""
    assert (
        read(tmp_path, "a.docx", docx("<w:p><w:r><w:t>They spoke.</w:t></w:r></w:p>")).title is None
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            '<text:p>a<text:s text:c="2"/>b<text:line-break/>c</text:p>',
            "a  b\nc",
            id="spaces and lines",
        ),
        pytest.param("<text:p>a <text:span>b</text:span> c</text:p>", "a b c", id="a span"),
        pytest.param(
            "<text:tracked-changes><text:p>out</text:p></text:tracked-changes><text:p>in</text:p>",
            "in",
            id="a change",
        ),
        pytest.param(
            "<text:p>One<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Noted.</text:p>"
            "</text:note-body></text:note>.</text:p>",
            "One.\n\nNoted.",
            id="a note",
        ),
        pytest.param(
            "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
            "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>",
            "a\tb",
            id="a table",
        ),
        pytest.param(
            "<text:p>One.<draw:frame><draw:text-box><text:p>Framed.</text:p></draw:text-box></draw:frame></text:p>",
            "One.\n\nFramed.",
            id="a frame",
        ),
        pytest.param(
            "<text:list><text:list-item><text:p>first</text:p></text:list-item></text:list>",
            "first",
            id="a list",
        ),
    ],
)
def test_an_odt_reads_as_libreoffice_shows_it(tmp_path: Path, body: str, text: str) -> None:
    assert text == read(tmp_path, "a.odt", odt(body)).text


def test_entities_do_not_grow(tmp_path: Path) -> None:
    """A thousand million laughs are a bomb of XML."""
    laughs = "".join(
        f'<!ENTITY l{n} "&l{n - 1};&l{n - 1};&l{n - 1};&l{n - 1};">' for n in range(1, 30)
    )
    bomb = f'<!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]><w><body><p><t>&l29;</t></p></body></w>'
    path = tmp_path / "a.docx"
    path.write_bytes(parts({"word/document.xml": bomb}))
    try:
        found = articles(path)
    except SourceError:
        return

    assert all(len(one.text) < 1000 for one in found if isinstance(one, Loaded))


def test_a_part_that_is_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "LARGEST_PART", 1 << 20)
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "0" * (8 << 20))
    path = tmp_path / "a.docx"
    path.write_bytes(out.getvalue())

    with pytest.raises(SourceError, match="has more than 1 MB"):
        list(load(path))


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        pytest.param(
            "a.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "protected by a password", id="Word"
        ),
        pytest.param(
            "a.odt",
            parts({"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": "<x/>"}),
            "protected by a password",
            id="LibreOffice",
        ),
        pytest.param(
            "a.epub",
            parts({"META-INF/encryption.xml": '<e><m Algorithm="aes128"/></e>'}),
            "DRM",
            id="a book",
        ),
    ],
)
def test_what_is_locked_says_so(tmp_path: Path, name: str, raw: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(raw)

    with pytest.raises(SourceError, match=reason):
        list(load(tmp_path / name))


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


def feed(*entries: str) -> str:
    return f"<rss><channel><title>Paper</title>{''.join(f'<item>{entry}</item>' for entry in entries)}</channel></rss>"


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


@pytest.mark.parametrize(
    ("written", "text"),
    [
        pytest.param(
            r"{\rtf1\ansi One \b bold\b0  word.\par Two.}", "One bold word.\n\nTwo.", id="formats"
        ),
        pytest.param(r"{\rtf1{\fonttbl{\f0 Arial;}}{\*\generator x;}One.}", "One.", id="tables"),
        pytest.param(r"{\rtf1 a{\i0\*\cs7 b}}", "ab", id="a star within a group"),
        pytest.param(
            r"{\rtf1\ansicpg1250\u537?edin\'fea}",
            "ședinţa",
            id="letters by number and by code page",
        ),
        pytest.param(r"{\rtf1\uc2\u1513\'f9\'f9x}", "שx", id="two signs stand in"),
        pytest.param(
            r"{\rtf1\ansicpg1252{\fonttbl{\f1\fcharset177 David;}}{\f1 \'f9\'e9\'e7\'e4} said}",
            "שיחה said",
            id="a font's",
        ),
        pytest.param(r"{\rtf1\u-10179?\u-8704?}", "😀", id="a pair"),
        pytest.param(r"{\rtf1 a\cell b\cell\row c\cell d\cell\row}", "a\tb\nc\td", id="a table"),
        pytest.param(r"{\rtf1 One{\footnote Noted.}.}", "One.\n\nNoted.", id="a note"),
        pytest.param(
            r"{\rtf1 a{\v hidden}{\deleted out}b\{\}\\}", r"ab{}" + "\\", id="what is hidden"
        ),
        pytest.param("{\\rtf1 a{\\pict\\bin3 }}}}b}", "ab", id="bytes of a picture"),
        pytest.param(
            r"{\rtf1{\field{\*\fldinst HYPERLINK x}{\fldrslt a link}}}", "a link", id="a link"
        ),
    ],
)
def test_rtf_reads_as_word_shows_it(tmp_path: Path, written: str, text: str) -> None:
    assert text == read(tmp_path, "a.rtf", written).text


def test_the_title_of_an_rtf_counts_if_it_stands_in_the_text(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        "a.rtf",
        r"{\rtf1{\info{\title A call about grain}}A call about grain\par They spoke.}",
    )

    assert ("A call about grain", "They spoke.") == (article.title, article.text)


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    pieces=st.lists(
        st.sampled_from(
            [
                "{",
                "}",
                "\\par",
                "\\u99999999?",
                "\\'",
                "\\'e9",
                "\\bin99 ",
                "\\f9",
                "\\fcharset177",
                "\\*",
                "\\",
                "x",
                "\\uc-1",
                "\\ansicpg99999",
                "\\title",
                "\\footnote ",
                "\\u-1",
                "\n",
            ]
        ),
        max_size=20,
    )
)
def test_any_rtf_is_read(tmp_path: Path, pieces: list[str]) -> None:
    """Broken files are the rule where old programs wrote them."""
    path = tmp_path / "a.rtf"
    path.write_text("{\\rtf1 " + "".join(pieces), encoding="utf-8")

    assert 1 == len(articles(path))


def test_subtitles_are_what_is_said(tmp_path: Path) -> None:
    first = "1\n00:01.000 --> 00:02.000 align:left\n<v Ana>They\nspoke.\n\n"
    written = f"WEBVTT\n\nNOTE made by hand\n\n{first}00:03.000 --> 00:04.000\nTwice.\n"

    assert "They spoke.\nTwice." == read(tmp_path, "a.vtt", written).text


def archived(*pages: tuple[str, str, str], encoding: str = "identity") -> bytes:
    """An archive of the web: of each page its address, its status and its HTML."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for address, status, written in pages:
        headers = StatusAndHeaders(
            status,
            [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", encoding)],
            protocol="HTTP/1.0",
        )
        raw = io.BytesIO(written.encode())
        dated = {"WARC-Date": "2024-06-01T10:00:00Z"}
        writer.write_record(
            writer.create_warc_record(
                address, "response", payload=raw, http_headers=headers, warc_headers_dict=dated
            )
        )
    return out.getvalue()


def test_each_page_of_an_archive_is_an_article_with_its_address(tmp_path: Path) -> None:
    """Its date is its own; that on which it was taken only stands in, and says so."""
    page = html()
    undated = re.sub("<meta property=.article:published_time[^>]*>", "", page)
    path = tmp_path / "a.warc"
    path.write_bytes(
        archived(
            ("https://example.org/a", "200 OK", page),
            ("https://example.org/gone", "404 Not Found", page),
            ("https://example.org/b", "200 OK", undated),
            ("https://example.org/none", "200 OK", "<html></html>"),
        )
    )

    found = list(load(path))

    assert [
        (1, "https://example.org/a", "2024-05-06", "html"),
        (2, "https://example.org/b", "2024-06-01", "capture"),
    ] == [
        (one.number, one.url, one.published, one.published_source)
        for one in found
        if isinstance(one, Loaded)
    ]
    assert ["https://example.org/none"] == [one.name for one in found if isinstance(one, Ignored)]


def test_a_library_that_is_missing_is_named_with_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Few have archives of the web, so what reads them is not installed with the rest."""
    path = tmp_path / "a.warc"
    path.write_bytes(archived())
    importlib.import_module("index.loaders.warc")
    monkeypatch.delitem(sys.modules, "index.loaders.warc")
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)

    with pytest.raises(SourceError, match="-m pip install warcio"):
        list(load(path))


def test_a_page_that_is_packed_with_brotli_names_what_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Browsers' own archives keep pages as they came."""
    monkeypatch.delitem(BufferedReader.DECOMPRESSORS, "br", raising=False)
    path = tmp_path / "a.warc"
    path.write_bytes(archived(("https://example.org/a", "200 OK", "x"), encoding="br"))

    (part,) = load(path)

    assert isinstance(part, Skipped)
    assert "pip install Brotli" in part.reason
