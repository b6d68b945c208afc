"""The pages of the interface: where can a reader get to, and what does the server answer there?"""

from __future__ import annotations

from typing import Final

import pytest

PLACES: Final = {
    "first visit": ("/", 200),
    "results": ("/search?q=Putin&year=2025", 200),
    "mixed results": ("/search?q=putin netanyahu&sort=newest", 200),
    "subjects alone": ("/search?q=Putin&about=vladimir-putin", 200),
    "no results": ("/search?q=nosuchword&year=2016&leader=vladimir-putin", 200),
    "article": ("/article/000.txt?q=Putin", 200),
    "undated article": ("/article/000-en.txt?year=unknown", 200),
    "all of a facet": ("/facet/country?q=Putin&leader=vladimir-putin", 200),
    "help": ("/help", 200),
    "map": ("/map/leader", 200),
    "map of a choice": ("/map/country?leader=vladimir-putin&leader=donald-trump", 200),
    "what can't be meant": ("/search?year=soon", 200),
    "error": ("/export.csv?year=soon", 400),
    "not here": ("/article/none", 404),
}

everywhere = pytest.mark.parametrize(("path", "status"), PLACES.values(), ids=PLACES)
