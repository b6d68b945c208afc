"""Spelling: how are digits, spaces and marks of a text written in one way?"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_INVISIBLE: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # marks of direction


_SAME: Final = (
    ("ş", "ș"),
    ("ţ", "ț"),
    ("Ş", "Ș"),
    ("Ţ", "Ț"),
    ("İ", "I"),
    ("ı", "i"),
    ("\u00a0", " "),
    ("׳", "'"),
)


def one_spelling(text: str) -> str:
    """One spelling for what looks the same; characters outside a date do not matter."""
    clean = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    for written, same in _SAME:
        clean = clean.replace(written, same)
    return clean
