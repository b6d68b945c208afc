"""Visual Hebrew: was a text written as a screen of old showed it, each line from its left?

So pages in ISO-8859-8 and texts of DOS were. In a word that is turned round, the letters that
Hebrew has for a word's end stand at its beginning.
"""

from __future__ import annotations

import re
from typing import Final

from index.loaders.visual_order import bracketed, reading_order

FEWEST: Final = 3  # words that begin with a final letter
LEAD: Final = 4  # times as many as those that end with one

_BEGINS: Final = re.compile("(?<![א-ת])[ךםןףץ](?=[א-ת])")
_ENDS: Final = re.compile("(?<=[א-ת])[ךםןףץ](?![א-ת])")
_HEBREW: Final = re.compile("[א-ת]")


def is_visual(text: str) -> bool:
    """Whether the words of a text are turned round."""
    begins = len(_BEGINS.findall(text))
    return begins >= FEWEST and begins >= LEAD * len(_ENDS.findall(text))


def as_read(text: str) -> str:
    """A text in visual order as it is read, line by line; lines without Hebrew stay."""
    return "\n".join(_line(line) if _HEBREW.search(line) else line for line in text.split("\n"))


def _line(line: str) -> str:
    order = reading_order(line, right_to_left=True)
    return bracketed("".join(line[place] for place in order)).strip()
