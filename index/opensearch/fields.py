"""Fields: how are the columns of a facet named, and what parts the terms of a text?"""

from __future__ import annotations

from typing import Final

FACET_FIELD: Final = "facet_"  # and the name of the facet
KEY_FIELD: Final = "key_"  # of a facet whose choices are read without case and accents
BETWEEN: Final = "|"  # two terms of one position
GAP: Final = "_"  # a position without terms
SPACE: Final = " "  # between two positions
