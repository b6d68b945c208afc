"""Dictionary only: Russian, Ukrainian, Arabic and Persian, with rules for unknown words alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from search.analysis import term_builders
from search.analysis.lexicon import lexicon_of
from search.analysis.morphology import ar_clitics, fa_endings
from search.analysis.morphology.endings import guess
from search.analysis.morphology.name_spellings import usual_spellings
from search.analysis.morphology.surnames import mostly, surnames
from search.analysis.tokens import TermReadings, WrittenWord

SURNAMES: Final = frozenset({"ru", "uk"})  # languages whose surnames have cases
DERIVED: Final = frozenset({"fa"})  # languages whose tables have what a word is derived from


def _itself(word: str) -> list[str]:
    return [word]


def _by_endings(language: str, word: str) -> list[str]:
    return [guess(language, word)]


# What an unknown word is a form of.
UNKNOWN: Final[Mapping[str, Callable[[str], list[str]]]] = {
    "ru": partial(_by_endings, "ru"),
    "uk": partial(_by_endings, "uk"),
    "ar": ar_clitics.unknown,
    "fa": fa_endings.unknown,
}


def read(language: str, written: WrittenWord) -> TermReadings:
    """The terms of a word: as it is spelled, and as the dictionary has it."""
    word, joins = written.normal, usual_spellings(language)
    known = _known(language, written)
    found = [joins.get(form, form) for form in known or UNKNOWN.get(language, _itself)(word)]
    if language in SURNAMES:
        found += _names(written, is_known=bool(known))
    undotted = ar_clitics.teh_marbuta(word) if language == "ar" and word.endswith("ه") else None
    if undotted:
        found += lexicon_of(language).forms(undotted) or ar_clitics.unknown(undotted)
    strong = [term_builders.exact(word), *map(term_builders.lemma, _once(found))]
    if "'" in word:  # as some leave it out: обєднання
        strong.append(term_builders.exact(word.replace("'", "")))
    if language not in DERIVED:
        return TermReadings(tuple(strong))
    other = lexicon_of(language).loose(word)
    return TermReadings(tuple(strong), (term_builders.lemma(other),) if other else ())


def _known(language: str, written: WrittenWord) -> list[str]:
    """The dictionary forms of a word, or of what its points say that it is an accusative of."""
    plene, forms = written.plene, lexicon_of(language).forms
    return [plene] if plene and forms(plene) == [plene] else forms(written.normal)


def _once(forms: Sequence[str]) -> Sequence[str]:
    return forms if len(forms) == 1 else list(dict.fromkeys(forms))


def _names(written: WrittenWord, *, is_known: bool) -> Sequence[str]:
    """The surnames that a word may be a form of.

    What its neighbours leave of them is settled later.
    """
    if is_known:
        is_typed_small = written.is_query and not written.is_capital
        return surnames(written.normal) if is_typed_small and mostly(written.normal) else ()
    return surnames(written.normal) if written.is_query or written.is_capital else ()
