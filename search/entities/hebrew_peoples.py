"""Hebrew peoples: how is the name of a people written behind prefixes?

The dictionary knows few of them (הוונצואלים, הקנדית), and has other words for some of the letters
(מסרבים).
A language is called by the feminine (בצרפתית), so that stands behind the article only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from search.analysis.lexicon import lexicon_of
from search.entities.inflection import APART, alone

DEFINITE: Final = ("ה", "וה", "כשה", "מה", "שה", "ושה")
BARE: Final = ("ב", "ו", "ול", "ל", "מ", "ש")
FEMININE: Final = "ית"
VAV: Final = "ו"
COMMON: Final = 4.3  # the frequency of a word whose plural a people's name is too: רומנים, novels


def before_people(name: str, language: str) -> Iterator[str]:
    """The name of a people behind prefixes, without what the dictionary knows as another word.

    Nothing in other languages, and of a name of several words.
    """
    known, people = lexicon_of("he"), alone(name)
    if language != "he" or APART.search(name):
        return
    lemma = known.lemma(people)
    if lemma not in {None, people} and known.frequency(lemma or "") > COMMON:
        return
    for prefix in (*DEFINITE, *(() if people.endswith(FEMININE) else BARE)):
        for vav in ("", VAV) if people.startswith(VAV) else ("",):
            form = prefix + vav + people
            if known.lemma(form) is None:
                yield form
