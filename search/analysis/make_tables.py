"""Make the tables of `search/analysis/tables`: `python -m search.analysis.make_tables [PART...]`, without a part all.

Takes simplemma and wordfreq from the development dependencies, ten minutes of all cores, and 2 GB of memory.
Irregular forms, the grammar of Hebrew endings and the weights of the ranking are not made here: people keep the first
two, and `search.analysis.making.weights` learns the third.
"""

from __future__ import annotations

import sys
from typing import Final

from search.analysis.making import english, hebrew, letters, licences, plain, romanian

PARTS: Final = {"letters": letters, "plain": plain, "english": english, "romanian": romanian, "hebrew": hebrew}


def main(*parts: str) -> None:
    """Make tables, then say what each comes from."""
    for part in parts or PARTS:
        PARTS[part].make()
    licences.make()


if __name__ == "__main__":
    main(*sys.argv[1:])
