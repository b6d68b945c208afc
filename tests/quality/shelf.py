"""The shelf: what lies in the folder of third-party material, if it is there?

`READOUT_EVALUATION` names the folder, or one that has it as `data`. Nothing of it belongs to the
project.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

VARIABLE: Final = "READOUT_EVALUATION"
ABSENT: Final = f"{VARIABLE} names no folder of third-party material"

Row = dict[str, Any]


def folder() -> Path:
    """Where the material lies; a path that does not exist if there is none."""
    named = Path(os.environ.get(VARIABLE, "/nonexistent"))
    return named / "data" if (named / "data").is_dir() else named


def has(*parts: str) -> bool:
    """Whether a file or folder is there."""
    return folder().joinpath(*parts).exists()


def lines(*parts: str) -> Iterator[Row]:
    """The objects of a JSON Lines file."""
    with folder().joinpath(*parts).open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def table(*parts: str) -> Iterator[dict[str, str]]:
    """The rows of a TSV file with a header."""
    with folder().joinpath(*parts).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def wordforms(treebank: str) -> Path:
    """The words of a treebank's development part."""
    return folder() / "wordforms" / f"ud-{treebank}-dev.tsv"


needs_wordforms: Final = pytest.mark.skipif(
    not has("wordforms"), reason=f"{ABSENT} with wordforms/"
)
needs_retrieval: Final = pytest.mark.skipif(
    not has("retrieval"), reason=f"{ABSENT} with retrieval/"
)
