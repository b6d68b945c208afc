"""Segment layout: which arrays does the file of a segment have?

words and words_*   the dictionary of keys: the field's number, then UTF-8
rows                for each term where its postings begin; `shared_lists` says whose are those
                    of a term that has none
docs, counts        a posting each: the document and how often the term stands there
places              for each posting as many as `counts` says: positions, as `WordRows` counts
*_exceptions, *_exception_places  numbers that are too large for their column, as `Patched` has
signs               where the places of every 64th posting begin
lengths, dates      for each document its words and its day as 20161023, unknown parts 00
seen, sequence      for each document the day it was first seen, and its number in that order
stored, stored_ends the articles, as `stored_fields` packs and compresses them
stored_dictionary   what they are compressed with
word_rows, word_rows_ends  the rows of their words, as `WordRows` packs them
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from index.segments.arrays import EXCEPTION_PLACES, EXCEPTIONS

PATCHED: Final[dict[str, type[np.unsignedinteger[Any]]]] = {
    "words_lengths": np.uint8,
    "counts": np.uint8,
    "places": np.uint16,
}
ARRAYS: Final = (
    "words",
    "words_shared",
    "words_lengths",
    "words_blocks",
    "rows",
    "docs",
    "counts",
    "places",
    "signs",
    "lengths",
    "dates",
    "seen",
    "sequence",
    "stored",
    "stored_ends",
    "stored_dictionary",
    "word_rows",
    "word_rows_ends",
    *(name.format(column) for column in PATCHED for name in (EXCEPTIONS, EXCEPTION_PLACES)),
)
SIGN_BLOCK: Final = 64  # postings from one to the next of which it is kept where their places begin
