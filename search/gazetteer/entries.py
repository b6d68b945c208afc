"""Entries: the names of leaders and countries as the automaton keeps them, made from the reviewed data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from search import icu, names
from search.analysis.fold import bare, normal, undotted
from search.analysis.pipeline import analyse
from search.analysis.tokens import EXACT, LEMMA
from search.gazetteer.automaton import Entry, Subject, first_rows

# Names are entered a script at a time, when a text first has it: dictionaries of other scripts stay closed.
SCRIPTS: Final[Mapping[str, tuple[str, ...]]] = {
    "Latn": ("en", "ro"),
    "Hebr": ("he",),
    "Cyrl": ("ru", "uk"),
    "Arab": ("ar", "fa"),
}
CAPITALS: Final = 2
FINALS: Final = {"כ": "ך", "מ": "ם", "נ": "ן", "פ": "ף", "צ": "ץ"}  # a lemma may end so where a name does not
WHOLE: Final = frozenset({"name", "variant"})  # kinds of leaders' names that nobody else has

_APART: Final = re.compile(r"[\s\-\u2010-\u2013־]")  # what parts the words of a name
_BREAK: Final = "\n|\n"  # between names that are analysed together
_QUOTES: Final = re.compile("[\"']")  # Hebrew lemmas are without: ארה"ב is ארהב


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name as it is written, before it is analysed."""

    subject: Subject
    owner: str
    name: str
    whole: bool
    is_word: bool = False  # of a people, and as such a word of the language with all its forms


def entries(language: str) -> Iterator[tuple[list[tuple[str, ...]], Entry]]:
    """The names of a language, each as the terms of its words."""
    spelled = list(dict.fromkeys(_spelled(language)))
    for name in spelled:
        if not _APART.search(name.name):
            yield [_terms(name.name, undotted(normal(name.name)), language)], _entry(name, [name.name], language)
    yield from _phrases([name for name in spelled if _APART.search(name.name)], language)


def _phrases(phrases: list[Spelled], language: str) -> Iterator[tuple[list[tuple[str, ...]], Entry]]:
    """Names of several words, analysed in one go: `Саудовская Аравия` is inflected in both."""
    text = _BREAK.join(name.name for name in phrases)
    analysed = analyse(text, side="article", lang=language)
    rows = first_rows(analysed.positions)
    end, next_row = 0, 0
    for name in phrases:
        end += len(name.name)
        first = next_row
        while next_row < len(rows) and analysed.starts[rows[next_row]] < end:
            next_row += 1
        own = rows[first:next_row]
        written = [text[analysed.starts[row] : analysed.ends[row]] for row in own]
        words = zip(written, (analysed.exacts[row] for row in own), (analysed.terms[row] for row in own), strict=True)
        yield (
            [_terms(word, spelled, language, terms) for word, spelled, terms in words],
            _entry(name, written, language),
        )
        end += len(_BREAK)


def _entry(name: Spelled, written: list[str], language: str) -> Entry:
    """What a name means, and what a text must have to mean it."""
    spelling = normal(name.name)
    weak = spelling in _guarded() or (not name.whole and spelling in _shared())
    stems = _stems(spelling) if language == "he" and len(written) == 1 and not name.is_word else ()
    return Entry(name.subject, name.owner, name.whole, weak, tuple(map(_case, written)), "," in name.name, stems)


def _stems(spelling: str) -> tuple[str, ...]:
    """The spellings of a Hebrew name, whose lemma other words may have: יפנו, they will turn, is not Japan."""
    joins = names.spelling_joins("he")
    usual = joins.get(spelling, spelling)
    return (spelling, usual, *(word for word, joined in joins.items() if joined == usual))


def _spelled(language: str) -> Iterator[Spelled]:
    """Every name of a language: the reviewed ones, CLDR's, and what looks like one of them."""
    for name in names.leaders():
        if name.language == language:
            yield Spelled("leader", name.owner, name.name, name.kind in WHOLE)
    for name in names.countries():
        if name.language == language:
            yield Spelled("country", name.owner, name.name, whole=True, is_word=name.kind == "demonym")
    for code in icu.country_codes():
        yield Spelled("country", code.lower(), icu.country_name(code, language), whole=True)
    for other in names.others():
        if other.language == language:
            person = other.means == "person"
            yield Spelled("person" if person else "thing", normal(other.name.split()[-1]), other.name, whole=True)


def _terms(written: str, spelled: str, language: str, terms: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What a word of a name is found by: its spelling, its forms, and lemmas; without accents if it has a capital.

    A lemma of its own counts in a phrase only: alone, a name's lemma may be a common word (`US` is `we`).
    """
    exacts = (spelled, *([bare(spelled)] if _case(written) else []), *_forms(spelled, language))
    if _case(written) == CAPITALS:
        return tuple(dict.fromkeys(EXACT + word for word in exacts))
    lemma = _QUOTES.sub("", spelled)
    lemmas = (spelled, lemma, lemma[:-1] + FINALS.get(lemma[-1:], lemma[-1:]))
    own = (term for term in terms if term.startswith(LEMMA))
    return tuple(dict.fromkeys((*(EXACT + word for word in exacts), *(LEMMA + word for word in lemmas), *own)))


def _forms(word: str, language: str) -> Iterator[str]:
    """A name's forms: dictionaries know few names, and take Путину for the season of a fish."""
    starts, ends = _inflections(language, "start"), _inflections(language, "end")
    cuts = range(len(word) + 1)
    start = next((word[:cut] for cut in reversed(cuts) if word[:cut] in starts), None)
    end = next((word[cut:] for cut in cuts if word[cut:] in ends), None)
    if start is not None:
        yield from (form + word.removeprefix(start) for form in starts[start])
    if end is not None:
        yield from (word.removesuffix(end) + form for form in ends[end])


@cache
def _inflections(language: str, place: Literal["start", "end"]) -> Mapping[str, tuple[str, ...]]:
    """What becomes of the start or the end of a language's names."""
    forms: dict[str, tuple[str, ...]] = {}
    for row in names.inflections():
        if (row.language, row.place) == (language, place):
            forms[normal(row.written)] = (*forms.get(normal(row.written), ()), normal(row.form))
    return forms


def _case(word: str) -> int:
    """What a text must have: 2 capitals only, 1 a capital first, 0 anything."""
    if len(word) > 1 and word.isupper():
        return CAPITALS
    return int(word[0].isupper())


@cache
def _guarded() -> frozenset[str]:
    """Names that need company."""
    return frozenset(normal(row.word) for row in names.guarded())


@cache
def _shared() -> frozenset[str]:
    """Surnames of two leaders."""
    owners: dict[str, set[str]] = {}
    for name in names.leaders():
        if name.kind not in WHOLE:
            owners.setdefault(normal(name.name), set()).add(name.owner)
    return frozenset(surname for surname, bearers in owners.items() if len(bearers) > 1)


@cache
def title_terms() -> frozenset[str]:
    """The terms of the last words of titles: what stands right before a leader's name."""
    last = {normal(title.title.split()[-1]) for title in names.titles()}
    return frozenset(tier + word for word in last for tier in (EXACT, LEMMA))
