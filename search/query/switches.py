"""Switches: which query says the same, but has a name as typed only?"""

from __future__ import annotations

import re
from typing import Final

_QUOTE: Final = '["“”„‟״＂«»]'


def as_typed(query: str, name: str) -> str | None:
    """The query with `=` before the words of a name, or before its quotation mark; None if it does not stand there."""
    words = r"\s+".join(map(re.escape, name.split()))
    quoted, found = re.subn(rf"(?<!=){_QUOTE}\s*{words}\s*{_QUOTE}", r"=\g<0>", query)
    if found:
        return quoted
    alone = re.compile(rf"(?<![^\s(:-]){words}(?![^\s)])")
    changed, found = alone.subn(lambda match: re.sub(r"\S+", r"=\g<0>", match[0]), query)
    return changed if found else None
