"""Characters: which signs change no word, and which are typed for one another?"""

from __future__ import annotations

import unicodedata
from typing import Final

# Marks that change no word. Direction marks and joiners come from copying; niqqud, harakat and
# stress from teaching.
INVISIBLE: Final = "\u00ad\u061c\u200b\u200d\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
# Every sign that people type for gershayim and geresh, or as an apostrophe.
GERSHAYIM: Final = "\u05f4\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02\u2033"
# ACUTE ACCENT, GRAVE ACCENT, PRIME: what ICU takes for no part of a word
APOSTROPHES: Final = "\u00b4`\u2032"
GERESH: Final = f"\u05f3\u2019\u2018\u201b\u02bc\uff07{APOSTROPHES}"
# Latin letters that Unicode does not decompose, as those write them who have no such keys.
PLAIN_LETTERS: Final = {
    **dict(zip("łøđıħŧŋƒɓɗ", "lodihtnfbd", strict=True)),
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "ĸ": "k",
    "ſ": "s",
    "ə": "a",
}
# Greek letters without their accents, which capitals leave out.
GREEK: Final = {
    chr(code): unicodedata.normalize("NFD", chr(code))[0]
    for code in (*range(0x0390, 0x03D0), *range(0x1F00, 0x2000))
    if len(unicodedata.normalize("NFD", chr(code))) > 1
}
DIGITS: Final = {chr(zero + n): str(n) for zero in (0x0660, 0x06F0) for n in range(10)}
