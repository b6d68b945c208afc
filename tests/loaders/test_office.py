"""Office programs: their documents read as the program shows them, and bombs and locks are told."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from index.loaders import Loaded, load, packages
from search.errors import SourceError
from tests.loaders.reading import read
from tests.loaders.samples import articles, docx, odt, parts


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
