"""Characters: which signs change no word, and which are typed for one another?"""

from __future__ import annotations

from typing import Final

# Marks that change no word. Direction marks and joiners come from copying; niqqud, harakat and
# stress from teaching.
INVISIBLE: Final = "\u00ad\u061c\u200b\u200d\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
# Every sign that people type for gershayim and geresh, or as an apostrophe.
GERSHAYIM: Final = "\u05f4\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02\u2033"
# ACUTE ACCENT, GRAVE ACCENT, PRIME: what ICU takes for no part of a word
APOSTROPHES: Final = "\u00b4`\u2032"
GERESH: Final = f"\u05f3\u2019\u2018\u201b\u02bc\uff07{APOSTROPHES}"
