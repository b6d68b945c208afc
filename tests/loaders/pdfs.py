"""PDFs of ours, as small as they can be: lines at places, in letters that a font names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# Adobe's names of letters beyond ASCII; PDFium knows which letter each name is.
NAMES: Final = {
    "ă": "abreve",
    "â": "acircumflex",
    "î": "icircumflex",
    "ș": "uni0219",
    "ț": "uni021B",
    **{chr(0x05D0 + number): f"afii{57664 + number}" for number in range(27)},
}
CODES: Final = {letter: 128 + number for number, letter in enumerate(NAMES)}
PAGE: Final = "/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800]"
FONT: Final = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 32 /LastChar 255"
CODING: Final = "/Type /Encoding /BaseEncoding /WinAnsiEncoding"
WIDTH: Final = 0.5  # of the size, for every letter


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of letters as they are seen, from the left; `y` grows upwards."""

    text: str
    y: float
    x: float = 72
    size: float = 12


def pdf(*pages: Sequence[Printed], title: str = "", trailer: str = "") -> bytes:
    """A document with these pages."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    named = " ".join(f"/{name}" for name in NAMES.values())
    widths = " ".join(["500"] * 224)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        f"<< {FONT} /Widths [{widths}] /Encoding << {CODING} /Differences [128 {named}] >> >>",
        f"<< /Title <FEFF{title.encode('utf-16-be').hex()}> >>",
    ]
    for number, page in enumerate(pages):
        stream = "\n".join(map(_drawn, page))
        objects += [
            f"<< {PAGE} /Resources << /Font << /F 3 0 R >> >> /Contents {6 + 2 * number} 0 R >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    return _file(objects, trailer)


def right(text: str, y: float) -> Printed:
    """A line that ends at the right edge, as lines of Hebrew do."""
    return Printed(text, y, x=540 - len(text) * WIDTH * 12)


def _drawn(line: Printed) -> str:
    codes = bytes(CODES.get(letter, ord(letter)) for letter in line.text)
    return f"BT /F {line.size} Tf {line.x} {line.y} Td <{codes.hex()}> Tj ET"


def _file(objects: Sequence[str], trailer: str) -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number, written in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{written}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {trailer} >>\n"
        f"startxref\n{len(out)}\n%%EOF\n"
    ).encode("latin-1")
