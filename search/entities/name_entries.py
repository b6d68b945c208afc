"""Name entries: the names of leaders and countries as the automaton keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from search import icu, names
from search.analysis.analyzer import analyse
from search.analysis.normalize import normalize
from search.analysis.tokens import EXACT, LEMMA
from search.entities.ambiguity import TRANSLITERATED, WHOLE, is_guarded
from search.entities.automaton import first_rows
from search.entities.entry import NameEntry, SubjectKind
from search.entities.hebrew_peoples import before_people
from search.entities.inflection import APART, alone, case, cases_of_person, word_terms
from search.entities.written_names import with_other_initials
from search.names import words

COURTESY: Final = "courtesy"  # the office of titles that say none, and that anybody has
QUALIFIER: Final = "qualifier"  # that of words between a title and a name: the former, the elect
LONGEST_TITLE: Final = 40  # code points
_BREAK: Final = "\n"  # between names that are analysed together


class SpelledName(NamedTuple):
    """A name as it is written, before it is analysed."""

    subject: SubjectKind
    owner: str
    name: str
    whole: bool
    is_word: bool = False  # of a people, and as such a word of the language with all its forms
    is_weak: bool = False  # never names its owner alone, however it is spelled


def entries(
    of: Sequence[SpelledName], language: str
) -> Iterator[tuple[list[tuple[str, ...]], NameEntry]]:
    """Names of a language, each as the terms of its words."""
    for name in of:
        if not APART.search(name.name):
            terms = word_terms(name.name, alone(name.name), language)
            forms = before_people(name.name, language) if name.is_word else ()
            terms = (*terms, *(EXACT + form for form in forms))
            yield [terms], _entry(name, [name.name], language)
    yield from _phrases([name for name in of if APART.search(name.name)], language)


def _phrases(
    phrases: list[SpelledName], language: str
) -> Iterator[tuple[list[tuple[str, ...]], NameEntry]]:
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
        words = zip(
            written,
            (analysed.exacts[row] for row in own),
            (analysed.terms[row] for row in own),
            strict=True,
        )
        yield (
            [word_terms(word, spelled, language, terms) for word, spelled, terms in words],
            _entry(name, written, language),
        )
        end += len(_BREAK)


def _entry(name: SpelledName, written: list[str], language: str) -> NameEntry:
    """What a name means, and what a text must have to mean it."""
    spelling = normalize(name.name)
    weak = name.is_weak or is_guarded(spelling)
    whole = name.whole and not weak
    stems = _stems(spelling) if language == "he" and len(written) == 1 and not name.is_word else ()
    cases = cases_of_person(written) if name.subject == "leader" else tuple(map(case, written))
    return NameEntry(name.subject, name.owner, whole, weak, cases, "," in name.name, stems)


def has_words(of: Iterable[NameEntry]) -> bool:
    """Whether one of some names is a leader's, and of several words."""
    return any(entry.subject == "leader" and len(entry.cases) > 1 for entry in of)


def _stems(spelling: str) -> tuple[str, ...]:
    """The spellings of a Hebrew name, whose lemma other words may have.

    יפנו, they will turn, is not Japan.
    """
    joins = words.spelling_joins("he")
    usual = joins.get(spelling, spelling)
    return (spelling, usual, *(word for word, joined in joins.items() if joined == usual))


def spelled(language: str) -> tuple[SpelledName, ...]:
    """Every name of a language, once."""
    return tuple(dict.fromkeys(_spelled(language)))


def _spelled(language: str) -> Iterator[SpelledName]:
    """Every name of a language: the reviewed ones, CLDR's, and what looks like one of them."""
    for name in names.leaders():
        if name.language == language:
            is_known = name.source != TRANSLITERATED
            is_whole = is_known and name.kind in WHOLE
            yield SpelledName("leader", name.owner, name.name, is_whole, is_weak=not is_known)
            for written in with_other_initials(name.name):
                is_weak = not is_known or is_guarded(normalize(name.name))
                yield SpelledName("leader", name.owner, written, is_whole, is_weak=is_weak)
    for name in names.countries():
        if name.language == language:
            yield SpelledName(
                "country", name.owner, name.name, whole=True, is_word=name.kind == "demonym"
            )
    for code in icu.country_codes():
        yield SpelledName("country", code.lower(), icu.country_name(code, language), whole=True)
    for other in names.false_friends():
        if other.language == language:
            person = other.means == "person"
            yield SpelledName(
                "person" if person else "thing",
                normalize(other.name.split()[-1]),
                other.name,
                whole=True,
            )


@cache
def title_terms() -> frozenset[str]:
    """The terms of the last words of titles: what stands right before a leader's name.

    Without those that anybody has: `Mr Novak` need not lead.
    """
    return frozenset().union(
        *(terms for office, terms in _title_terms().items() if office not in {COURTESY, QUALIFIER})
    )


def courtesy_terms() -> frozenset[str]:
    """Those of the titles that anybody has."""
    return _title_terms()[COURTESY]


def qualifier_terms() -> frozenset[str]:
    """Those of what may stand between a title and a name: `ראש הממשלה לשעבר בנט`."""
    return _title_terms()[QUALIFIER]


def offices_said(terms: Iterable[str], text: str = "", start: int = 0) -> frozenset[str]:
    """The offices that the title right before a name says, by its terms.

    Where its last word is that of several (`Foreign Minister`), the longest title that a text has
    before the `start` of the name decides.
    """
    said = frozenset().union(*(_offices_of_titles().get(term, ()) for term in terms))
    words = _words_before(text, start) if len(said) > 1 else []
    ends = (" ".join(words[first:]) for first in range(len(words)))
    whole = next((_whole_titles()[end] for end in ends if end in _whole_titles()), None)
    if whole is None:
        return said
    return frozenset({whole} - {""})


def _words_before(text: str, start: int) -> list[str]:
    """The words that a title before a place of a text may have."""
    return normalize(text[max(0, start - LONGEST_TITLE) : start]).split()


@cache
def _whole_titles() -> Mapping[str, str]:
    """The office that each title says."""
    return {normalize(title.title): title.office for title in names.honorifics()}


@cache
def _offices_of_titles() -> Mapping[str, frozenset[str]]:
    """The offices that titles say, by the terms of their last words."""
    offices: dict[str, set[str]] = {}
    for office, terms in _title_terms().items():
        for term in terms if office not in {"", COURTESY, QUALIFIER} else ():
            offices.setdefault(term, set()).add(office)
    return {term: frozenset(said) for term, said in offices.items()}


@cache
def _title_terms() -> Mapping[str, frozenset[str]]:
    """The terms of the last words of titles, by the office that these say."""
    found: dict[str, set[str]] = {}
    for title in names.honorifics():
        found.setdefault(title.office, set()).update(
            tier + _last(title.title) for tier in (EXACT, LEMMA)
        )
    return {office: frozenset(terms) for office, terms in found.items()}


def _last(title: str) -> str:
    return normalize(title.rsplit(maxsplit=1)[-1])
