"""Samples: one article of ours, written as every kind of file that is loaded."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from index.loaders import Loaded, Skipped, load

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


FORMATS: Final[Mapping[str, Callable[[], str]]] = {
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
WITH_METADATA: Final = sorted(FORMATS.keys() - {".txt", ".text"})
RECORDS: Final = sorted(FORMATS.keys() - {".txt", ".text", ".html", ".htm"})


def loaded(path: Path, content: str) -> list[Loaded | Skipped]:
    path.write_text(content, encoding="utf-8", newline="")
    return list(load(path))


def titles(found: list[Loaded | Skipped]) -> list[str | None]:
    return [part.title if isinstance(part, Loaded) else part.reason for part in found]
