"""Rewrite: which query says the same, but for one name or word of it?"""

from __future__ import annotations

import re
from typing import Final

_QUOTE: Final = '["“”„‟״＂«»]'
_WORD: Final = re.compile(r"\S+")


def with_exact_name(query: str, name: str) -> str | None:
    """The query with `=` before the quotation mark of a name, or else before its words.

    None if it has no such name.
    """
    words = r"\s+".join(map(re.escape, name.split()))
    quoted, places = re.subn(rf"(?<!=){_QUOTE}\s*{words}\s*{_QUOTE}", r"=\g<0>", query)
    if places:
        return quoted
    alone, places = re.subn(
        rf"(?<![^\s(:-]){words}(?![^\s)])", lambda found: _WORD.sub(r"=\g<0>", found[0]), query
    )
    return alone if places else None
