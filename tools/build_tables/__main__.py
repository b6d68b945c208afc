"""Make the tables of `search/analysis/tables`.

`python -m tools.build_tables [PART...]`, without a part all.
Takes simplemma, wordfreq and pymorphy3 from the development dependencies, ten minutes of all cores,
and 2 GB of memory. Irregular forms, the grammar of Hebrew endings and the weights of the ranking
are not made here: people keep the first two, and `tools.build_tables.weights` learns the third.
"""

from __future__ import annotations

import sys
from typing import Final

from tools.build_tables import (
    arabic,
    dictionary_only,
    english,
    foreign,
    hebrew,
    kin,
    letters,
    licences,
    persian,
    romanian,
    russian,
)

PARTS: Final = {
    "letters": letters,
    "foreign": foreign,
    "plain": dictionary_only,
    "arabic": arabic,
    "persian": persian,
    "russian": russian,
    "english": english,
    "romanian": romanian,
    "hebrew": hebrew,
    "kin": kin,  # of the dictionary forms of the others
}


def main(*parts: str) -> None:
    """Make tables, then say what each comes from."""
    for part in parts or PARTS:
        PARTS[part].make()
    licences.make()


if __name__ == "__main__":
    main(*sys.argv[1:])
