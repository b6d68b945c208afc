"""Archives of the web: their pages are articles, and what reads them is named where it is missing."""

from __future__ import annotations

import importlib
import io
import re
import sys
from pathlib import Path

import pytest
from warcio.bufferedreaders import BufferedReader

from index.loaders import Ignored, Loaded, Skipped, load
from search.errors import SourceError
from tests.loaders.samples import html


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
