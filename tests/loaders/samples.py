"""Samples: one article of ours, written as every kind of file that is loaded."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import textwrap
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from pathlib import Path
from typing import Final, Literal
from xml.sax.saxutils import escape
from zipfile import ZipFile

from index.loaders import Ignored, Loaded, Skipped, load
from tests.loaders.pdfs import Printed, pdf

TITLE: Final = "Doi președinți au vorbit despre grâne"
PARAGRAPHS: Final = (
    "Cei doi președinți au vorbit astăzi la telefon despre transportul grânelor pe Dunăre și pe mare.",
    "Ei s-au înțeles ca miniștrii lor să se întâlnească luna viitoare, ca să ducă mai departe discuția de astăzi.",
    "Convorbirea a durat o oră, iar cele două birouri au dat câte un comunicat scurt despre ce s-a spus.",
)
TEXT: Final = "\n\n".join(PARAGRAPHS)
RECORD: Final = {
    "title": TITLE,
    "text": TEXT,
    "date": "2024-05-06",
    "lang": "ro-RO",
    "url": "https://example.org/grane",
    "leaders": "Ana Pop; Ion Rusu",
    "source": "Ziarul de probă",
    "id": "grane-7",
}


def bare() -> str:
    return TEXT


def markdown() -> str:
    head = "\n".join(f'{name}: "{value}"' for name, value in RECORD.items() if name != "text")
    return f"---\n{head}\n---\n\n{TEXT}\n"


def html() -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html lang="ro"><head><meta charset="utf-8"><title>{TITLE}</title>'
        f'<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="{RECORD["source"]}">'
        f'<meta property="article:published_time" content="{RECORD["date"]}T10:00:00+03:00">'
        f'<link rel="canonical" href="{RECORD["url"]}"></head><body><nav><a href="/">Acasă</a></nav>'
        f"<article><h1>{TITLE}</h1>{body}</article><footer>Contact</footer></body></html>"
    )


def json_document() -> str:
    return json.dumps(RECORD, ensure_ascii=False, indent=1)


def json_lines() -> str:
    return json.dumps(RECORD) + "\n"


def table(delimiter: str) -> str:
    out = io.StringIO()
    rows = csv.DictWriter(out, list(RECORD), delimiter=delimiter)
    rows.writeheader()
    rows.writerow(RECORD)
    return out.getvalue()


def compressed(compress: Callable[[bytes], bytes]) -> bytes:
    return compress(json_lines().encode())


def zipped() -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("year/sample.json", json_document())
    return out.getvalue()


def tarred(mode: Literal["w", "w:gz"]) -> bytes:
    out, raw = io.BytesIO(), json_document().encode()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        info = tarfile.TarInfo("year/sample.json")
        info.size = len(raw)
        archive.addfile(info, io.BytesIO(raw))
    return out.getvalue()


def letter() -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = f"{RECORD['source']} <ziar@example.org>"
    message["Date"] = "Mon, 06 May 2024 10:00:00 +0300"
    message["Archived-At"] = f"<{RECORD['url']}>"
    message.set_content(TEXT)
    return message


def box() -> bytes:
    return b"From ziar@example.org Mon May  6 10:00:00 2024\n" + letter().as_bytes() + b"\n"


def saved_page() -> bytes:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = RECORD["url"]
    message.set_content(html(), subtype="html")
    message.make_related()
    message.add_related(b"\x89PNG", "image", "png", cid="<picture>")
    return message.as_bytes()


def feed() -> str:
    body = escape("".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS))
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{RECORD["source"]}</title><item>'
        f"<title>{TITLE}</title><link>{RECORD['url']}</link><guid>{RECORD['id']}</guid>"
        f"<pubDate>Mon, 06 May 2024 10:00:00 +0300</pubDate><description>{body}</description></item></channel></rss>"
    )


def atom() -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{RECORD["source"]}</title><entry><id>{RECORD["id"]}</id>'
        f'<title>{TITLE}</title><link href="{RECORD["url"]}"/><published>2024-05-06T10:00:00+03:00</published>'
        f"<updated>2024-05-07T10:00:00+03:00</updated>"
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{body}</div></content></entry></feed>'
    )


def subtitles(head: str, mark: str) -> str:
    cues = (
        f"{number}\n00:00:0{number}{mark}000 --> 00:00:0{number}{mark}900\n<i>{text}</i>\n"
        for number, text in enumerate(PARAGRAPHS, 1)
    )
    return head + "\n".join(cues)


def parts(members: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for place, written in members.items():
            archive.writestr(place, written)
    return out.getvalue()


def docx(body: str | None = None, **more: str) -> bytes:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    paragraphs = "".join(
        f"<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>" for paragraph in (TITLE, *PARAGRAPHS)
    )
    head = f'<cp xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title></cp>'
    return parts(
        {
            "word/document.xml": f'<w:document xmlns:w="{w}"><w:body>{body or paragraphs}</w:body></w:document>',
            "docProps/core.xml": head,
            **{
                f"word/{name}.xml": f'<w:{name} xmlns:w="{w}">{inner}</w:{name}>'
                for name, inner in more.items()
            },
        }
    )


def odt(body: str | None = None) -> bytes:
    paragraphs = "".join(f"<text:p>{paragraph}</text:p>" for paragraph in PARAGRAPHS)
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "draw")
    )
    inner = body or f'<text:h text:style-name="Heading_20_1">{TITLE}</text:h>{paragraphs}'
    return parts(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}><office:body><office:text>{inner}"
            "</office:text></office:body></office:document-content>",
        }
    )


def epub() -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return parts(
        {
            "META-INF/container.xml": '<container><rootfile full-path="in/book.opf"/></container>',
            "in/book.opf": f'<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>{TITLE}</dc:title>'
            f"<dc:date>{RECORD['date']}</dc:date><dc:publisher>{RECORD['source']}</dc:publisher></metadata>"
            '<manifest><item id="a" href="a%20b.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="a"/></spine></package>',
            "in/a b.xhtml": f"<html><head><title>x</title></head><body><h1>{TITLE}</h1>{body}</body></html>",
        }
    )


def portable() -> bytes:
    lines = [Printed(TITLE, 740, size=18)]
    y = 700.0
    for paragraph in PARAGRAPHS:
        for line in textwrap.wrap(paragraph, 60):
            lines.append(Printed(line, y))
            y -= 15
        y -= 20
    return pdf(lines, title=f"{TITLE} - {RECORD['source']}")


def rtf() -> bytes:
    def coded(text: str) -> str:
        return "".join(letter if letter.isascii() else f"\\u{ord(letter)}?" for letter in text)

    return ("{\\rtf1\\ansi " + "\\par\\par ".join(map(coded, PARAGRAPHS)) + "}").encode()


def warc() -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for kind, raw in (("image/png", b"\x89PNG"), ("text/html; charset=utf-8", html().encode())):
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
        record = writer.create_warc_record(
            RECORD["url"],
            "response",
            payload=io.BytesIO(raw),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2024-06-01T10:00:00Z"},
        )
        writer.write_record(record)
    return out.getvalue()


def wacz() -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("archive/data.warc.gz", gzip.compress(warc()))
        archive.writestr("datapackage.json", "{}")
    return out.getvalue()


# what servers call pages
SERVED: Final = (".asp", ".aspx", ".jsp", ".php", ".shtml", ".xhtml")
TEXTS: Final[Mapping[str, Callable[[], str]]] = {
    **dict.fromkeys(SERVED, html),
    ".txt": bare,
    ".text": bare,
    ".md": markdown,
    ".markdown": markdown,
    ".html": html,
    ".htm": html,
    ".json": json_document,
    ".jsonl": json_lines,
    ".ndjson": json_lines,
    ".csv": lambda: table(","),
    ".tsv": lambda: table("\t"),
    ".atom": atom,
    ".rdf": feed,
    ".rss": feed,
    ".xml": feed,
    ".srt": lambda: subtitles("", ","),
    ".vtt": lambda: subtitles("WEBVTT\n\n", "."),
}
BINARIES: Final[Mapping[str, Callable[[], bytes]]] = {
    ".bz2": lambda: compressed(bz2.compress),
    ".docm": docx,
    ".docx": docx,
    ".epub": epub,
    ".eml": lambda: letter().as_bytes(),
    ".gz": lambda: compressed(gzip.compress),
    ".mbox": box,
    ".mht": saved_page,
    ".mhtml": saved_page,
    ".odt": odt,
    ".pdf": portable,
    ".rtf": rtf,
    ".tar": lambda: tarred("w"),
    ".tgz": lambda: tarred("w:gz"),
    ".wacz": wacz,
    ".warc": warc,
    ".xz": lambda: compressed(lzma.compress),
    ".zip": zipped,
}
FORMATS: Final = [*TEXTS, *BINARIES]
NAMES: Final = {".bz2": "sample.jsonl.bz2", ".gz": "sample.jsonl.gz", ".xz": "sample.jsonl.xz"}
TITLED: Final = {".docm", ".docx", ".odt", ".pdf"}  # with a title, and nothing else
BARE: Final = {".rtf", ".srt", ".text", ".txt", ".vtt"}
WITHOUT_DATE: Final = BARE | TITLED
PAGES: Final = {*SERVED, ".htm", ".html", ".mht", ".mhtml", ".wacz", ".warc"}
FEEDS: Final = {".atom", ".rdf", ".rss", ".xml"}
BOOKS: Final = {".epub"}
LETTERS: Final = {".eml", ".mbox"}
WITH_METADATA: Final = sorted({*FORMATS} - WITHOUT_DATE - BOOKS)
RECORDS: Final = sorted({*FORMATS} - WITHOUT_DATE - PAGES - FEEDS - BOOKS - LETTERS)


def sample(extension: str) -> bytes:
    return BINARIES[extension]() if extension in BINARIES else TEXTS[extension]().encode()


def name(extension: str) -> str:
    return NAMES.get(extension, f"sample{extension}")


def loaded(path: Path, content: str) -> list[Loaded | Skipped]:
    path.write_text(content, encoding="utf-8", newline="")
    return articles(path)


def articles(path: Path) -> list[Loaded | Skipped]:
    return [part for part in load(path) if not isinstance(part, Ignored)]


def titles(found: list[Loaded | Skipped]) -> list[str | None]:
    return [part.title if isinstance(part, Loaded) else part.reason for part in found]
