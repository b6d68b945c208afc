"""Surnames: which Russian and Ukrainian ones in -ов, -ев, -ин may a word be a form of?

Песков is a spokesman, and many sands; Лаврова is a man's name in one case, and a woman's. Each form
leads to the name as a man bears it, as a woman does, or to both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, Literal

from search.analysis.lexicon import rows

Bearer = Literal["man", "woman", "both", "several"]
# what a surname with a capital mostly is, if it is a word's form too
Mostly = Literal["name", "word"]

_ENDINGS: Final[Mapping[str, Bearer]] = {
    "": "man",
    "а": "both",
    "у": "both",
    **dict.fromkeys(("ым", "им", "е", "ові"), "man"),
    **dict.fromkeys(("ой", "ою", "ої", "ій"), "woman"),
    **dict.fromkeys(("ы", "ых", "ыми", "и", "их", "ими"), "several"),
}
_FORM: Final = re.compile(rf"(.+(?:[оеє]в|[иіїы]н))({'|'.join(_ENDINGS)})")
_OF_ADJECTIVE: Final = "ой"  # of a woman whose surname is an adjective too: Ирины Яровой
_SHORTEST: Final = 4  # letters of a surname: a pronoun's ин and ов are none
_PATRONYMIC: Final = re.compile(r".+(?:[оеє]вич|йович|[оеє]вна|ична|[іїи]вна)")


@lru_cache(maxsize=1 << 13)
def surnames(word: str) -> tuple[str, ...]:
    """The surnames that a normal word may be a form of."""
    found = _FORM.fullmatch(word)
    if not found or len(found[1]) < _SHORTEST:
        return ()
    man, bearer = found[1], _ENDINGS[found[2]]
    if found[2] == _OF_ADJECTIVE:
        return f"{man}а", word
    return {"man": (man,), "woman": (f"{man}а",), "both": (man, f"{man}а"), "several": (man,)}[
        bearer
    ]


def mostly(word: str) -> Mostly | None:
    """Whether a form with a capital is mostly a name or a word.

    None if it is no word's form, or no name's.
    """
    found = _FORM.fullmatch(word)
    return _shared().get(found[1]) if found else None


def is_given_name(lemma: str) -> bool:
    """Whether a dictionary form is a given name or a patronymic."""
    return lemma in _given() or bool(_PATRONYMIC.fullmatch(lemma))


@cache
def _shared() -> Mapping[str, Mostly]:
    """The surnames with a form that is a word's too."""
    return {
        surname: "name" if kind == "name" else "word"
        for surname, kind in rows("slavic-surnames.tsv")
    }


@cache
def _given() -> frozenset[str]:
    return frozenset(name for (name,) in rows("slavic-given.tsv"))
