"""Field names: which of the names that people give to columns and keys mean which field?"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Final

WEAK_RANK: Final = "50"  # the first rank of names that may mean something else
_TYPE: Final = re.compile(r"_(?:dts?|ss?|str|txt(?:_[a-z]{2})?|t|tdt|html)$")  # content_txt
_IN_BRACKETS: Final = re.compile(r"(?<!\s)\s*[(\[][^()\[\]]*[)\]]\s*$")  # date (dd/mm/yyyy)


def is_known(name: object) -> bool:
    """Whether a column or key of this name means something to us."""
    return meaning(name) is not None


def meaning(name: object) -> tuple[str, str] | None:
    """The field that a name means and its rank among the names of that field."""
    return _meaning(str(name))


@lru_cache(maxsize=4096)  # records of a file have the same names
def _meaning(written: str) -> tuple[str, str] | None:
    forms = (written, _IN_BRACKETS.sub("", written), _TYPE.sub("", written))
    return next(filter(None, (_meanings().get(_key(form)) for form in forms)), None)


def _key(name: str) -> str:
    """`Date Published` and `datePublished` are one name, and so are `conținut` and `continut`."""
    bare = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in bare if letter.isalnum())


@lru_cache(maxsize=1)
def _meanings() -> Mapping[str, tuple[str, str]]:
    """Each known name with its field and its rank among the names of that field."""
    text = resources.files(__package__).joinpath("fields.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {_key(row["name"]): (row["field"], row["rank"]) for row in rows}
