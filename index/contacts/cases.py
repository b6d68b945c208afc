"""Cases: does a Russian name stand in its dictionary form, as a subject does?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from search import names
from search.names.own import follows

SHORTEST: Final = 3  # letters that a name keeps in every case
CHANGED: Final = 2  # letters that change
ENDINGS: Final = re.compile("(?:[ауеыиюя]|о[мй]|е[мй]|ём|[ео]го|[ео]му|[ыи]м)")


def is_oblique(leader: str, written: str) -> bool:
    """Whether a word of a leader's name as it is written is in another case than the first."""
    known = _words(leader)
    return any(_is_form(word, known) for word in written.casefold().split() if word not in known)


def _is_form(word: str, known: frozenset[str]) -> bool:
    stems = (name[: len(name) - cut] for name in known for cut in range(CHANGED + 1))
    return any(
        (len(stem) >= SHORTEST or stem in known)
        and word.startswith(stem)
        and ENDINGS.fullmatch(word, len(stem))
        for stem in stems
    )


@follows
@lru_cache(maxsize=1024)
def _words(leader: str) -> frozenset[str]:
    """The words of what a leader is called in Russian, case folded."""
    own = names.names_of_leaders().get(leader, ())
    return frozenset(word for name in own for word in name.name.casefold().split())
