"""Samples: one article of ours, written as every kind of file that is loaded."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from pathlib import Path
from typing import Final, Literal
from zipfile import ZipFile

from index.loaders import Ignored, Loaded, Skipped, load

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


TEXTS: Final[Mapping[str, Callable[[], str]]] = {
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
}
BINARIES: Final[Mapping[str, Callable[[], bytes]]] = {
    ".bz2": lambda: compressed(bz2.compress),
    ".eml": lambda: letter().as_bytes(),
    ".gz": lambda: compressed(gzip.compress),
    ".mbox": box,
    ".mht": saved_page,
    ".mhtml": saved_page,
    ".tar": lambda: tarred("w"),
    ".tgz": lambda: tarred("w:gz"),
    ".xz": lambda: compressed(lzma.compress),
    ".zip": zipped,
}
FORMATS: Final = [*TEXTS, *BINARIES]
NAMES: Final = {".bz2": "sample.jsonl.bz2", ".gz": "sample.jsonl.gz", ".xz": "sample.jsonl.xz"}
WITHOUT_DATE: Final = {".txt", ".text"}
PAGES: Final = {".html", ".htm", ".mht", ".mhtml"}
LETTERS: Final = {".eml", ".mbox"}
WITH_METADATA: Final = sorted({*FORMATS} - WITHOUT_DATE)
RECORDS: Final = sorted({*FORMATS} - WITHOUT_DATE - PAGES - LETTERS)


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
