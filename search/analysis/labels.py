"""Labels: how are letters with a figure called in other scripts?

Су-57 is Su-57, אף-35 is F-35: letters by their names, or each by its sound.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from search.analysis.lexicon import rows
from search.analysis.prefixes import splits

_LABEL: Final = re.compile(r"([^\W\d_]{1,5})(\d{1,4})")
_CYRILLIC: Final = re.compile("[а-яії]+")


def latin_label(word: str) -> str | None:
    """A label in Latin letters as those of other scripts call it: Су57 is su57, אף35 is f35."""
    found = _LABEL.fullmatch(word)
    if found is None:
        return None
    ways = (found[1], *(rest for _, rest in splits(found[1], least=2)))
    spelled = next(filter(None, map(_in_latin, ways)), None)
    return None if spelled is None else spelled + found[2]


def _in_latin(letters: str) -> str | None:
    """The letters of a label by their names, or each by its sound."""
    named = _label_letters().get(letters)
    each = [_label_letters().get(letter) for letter in letters]
    return named or ("".join(filter(None, each)) if _CYRILLIC.fullmatch(letters) else None)


@cache
def _label_letters() -> Mapping[str, str]:
    return dict(rows("label-letters.tsv"))
