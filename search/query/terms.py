"""Terms: by which terms is a typed word found?

A typed word may have parts (cease-fire), and may be part of a word (cease fire): it is found
joined, apart and hyphenated. Its terms weigh what their tier weighs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import pairwise
from typing import Final

from search.analysis import compounds
from search.analysis.analyzer import analyse
from search.analysis.normalize import normalize, strip_accents
from search.analysis.tokens import EXACT, LEMMA, Token
from search.analysis.word_spans import is_bound
from search.engine.nodes import Group, Node, Or, Phrase, Weighted
from search.engine.ranking import LOOSE, SPELT_APART, weight
from search.entities.automaton import first_rows
from search.icu import script_of
from search.ideas import IdeaLabel
from search.query.combine import conjunction
from search.query.term_options import TermOptions
from search.query.typed_words import Typed, typed

BEHIND_VERB: Final = 6  # words between those of a verb: spoke with the president by phone

_ANY: Final = frozenset({"Zyyy", "Zinh"})  # digits and marks stand with any script


def word(text: str, reading: TermOptions) -> Node | None:
    """The words of a text, all of them, in any order."""
    return conjunction(_group(one, reading) for one in typed(text, reading.context))


def phrase(text: str, slop: int, reading: TermOptions) -> Node | None:
    """The words of a text in this order; compounds joined or apart."""
    found = typed(text, reading.context)
    if len(found) < 2 or reading.apart:
        return word(text, reading)
    joined = _hyphenated(tuple(group for one in found for group in _joined(one, reading)), reading)
    apart = _hyphenated(tuple(group for one in found for group in _apart(one, reading)), reading)
    ways = tuple(Phrase(way, slop) for way in dict.fromkeys((apart, joined)))
    return ways[0] if len(ways) == 1 else Or(ways)


def joint(first: str, second: str, reading: TermOptions) -> Group:
    """The one word that two words make.

    `ceasefire` for `cease fire`, `e-mail` for `e mail`, `F16` for `F 16`.
    """
    exacts = [
        one.parts[0].exact.lower()
        for text in (first, second)
        for one in typed(text, reading.context)
        if len(one.parts) == 1
    ]
    if len(exacts) != 2 or (reading.any_word and compounds.is_label(*exacts)):
        return Group("", ())
    terms = [(reading.place + term, weight(term)) for term in _bound(*exacts)]
    letters = compounds.joined_initials(first, second)
    if letters:
        terms.append((reading.place + EXACT + letters, weight(EXACT)))
    whole = (
        compounds.joined(*exacts)
        or compounds.beside_half_space(first, second)
        or compounds.behind_prefix(*exacts)
    )
    if whole is not None:
        terms += _weighted(typed(whole, reading.context)[0].parts[0], replace(reading, loose=False))
    return Group("".join(exacts), tuple((term, SPELT_APART * worth) for term, worth in terms))


def _bound(first: str, second: str) -> tuple[str, ...]:
    """What an article has for two words that it ties by a hyphen, if one is no word by itself."""
    is_tied = (is_bound(first) or is_bound(second)) and not (first + second).isdecimal()
    return (EXACT + strip_accents(f"{first}-{second}"),) if is_tied else ()


def _hyphenated(way: tuple[Group, ...], reading: TermOptions) -> tuple[Group, ...]:
    """The words of a phrase, short ones also as parts of a compound with their neighbour."""
    words = [normalize(group.word) for group in way]
    return tuple(
        _also(group, terms, reading) if terms else group
        for group, terms in zip(way, map(partial(_as_parts, words), range(len(words))), strict=True)
    )


def _also(group: Group, terms: Iterable[str], reading: TermOptions) -> Group:
    """A word that is found by more terms, as much worth as their tier."""
    more = ((reading.place + term, weight(term)) for term in terms)
    return replace(group, terms=tuple(dict.fromkeys((*group.terms, *more))))


def _as_parts(words: Sequence[str], place: int) -> tuple[str, ...]:
    """What a short word is as the part of a compound with the word before or behind it."""
    if not is_bound(words[place]):
        return ()
    around = pairwise(words[max(0, place - 1) : place + 2])
    return tuple(term for pair in around for term in _bound(*pair))


def idea_group(word: str, labels: Iterable[IdeaLabel], reading: TermOptions) -> Group:
    """Any of an idea's labels, in any form."""
    ways = {
        tuple(
            Group(label.label, _weighted(token, replace(reading, loose=False)))
            for token in _in(label.language, label.label)
        ): BEHIND_VERB if label.kind == "verb" else 0
        for label in labels
    }
    read = {way: slop for way, slop in ways.items() if all(group.terms for group in way)}
    alone = (pair for way in read if len(way) == 1 for pair in way[0].terms)
    phrases = tuple(
        Phrase(way, slop, weight=weight(LEMMA)) for way, slop in read.items() if len(way) > 1
    )
    return Group(word, tuple(dict.fromkeys(alone)), phrases)


@lru_cache(maxsize=1024)
def _in(language: str, text: str) -> tuple[Token, ...]:
    """The words of a text in a language."""
    analysed = analyse(text, side="query", lang=language)
    return tuple(analysed.token(row, text) for row in first_rows(analysed.positions))


def is_read(spelling: str, reading: TermOptions) -> bool:
    """Whether the letters of a spelling are of the scripts that are asked for."""
    return not reading.scripts or reading.scripts | _ANY >= {script_of(char) for char in spelling}


def _group(one: Typed, reading: TermOptions) -> Group:
    ways = [_spelt(way) for way in _compounds(one, reading)]
    if len(one.parts) == 1:
        ways_written = filter(None, (one.parts[0], one.joined))  # amato, d'amato
        terms = (term for token in ways_written for term in _weighted(token, reading))
        return Group(one.parts[0].word, tuple(dict.fromkeys(terms)), tuple(ways))
    if len({part.exact for part in one.parts}) == 1:  # s-a has no word in it, and is one
        return replace(_of(one.parts[0], reading), word=one.word)
    parts = _spelt(tuple(_part(part, reading) for part in one.parts))
    whole = () if reading.exactly or one.joined is None else _weighted(one.joined, reading)
    return Group(one.word, whole, tuple(dict.fromkeys((parts, *ways))))


def _spelt(way: tuple[Group, ...]) -> Phrase:
    """The words of a compound side by side."""
    return Phrase(way, weight=SPELT_APART)


def _joined(one: Typed, reading: TermOptions) -> tuple[Group, ...]:
    if one.joined is None or reading.exactly:
        return tuple(_part(part, reading) for part in one.parts)
    return (_of(one.joined, reading),)


def _apart(one: Typed, reading: TermOptions) -> tuple[Group, ...]:
    ways = _compounds(one, reading) if len(one.parts) == 1 else []
    return next(iter(ways), None) or tuple(_part(part, reading) for part in one.parts)


def _compounds(one: Typed, reading: TermOptions) -> list[tuple[Group, ...]]:
    """The words that a word is made of, in each way that the dictionary knows."""
    if reading.exactly:
        return []
    whole = one.parts[0] if len(one.parts) == 1 else one.joined
    pairs = compounds.apart(one.word, whole.exact if whole else "")
    return [
        _hyphenated(
            tuple(_of(typed(part, reading.context)[0].parts[0], reading) for part in pair), reading
        )
        for pair in pairs
    ]


def _part(token: Token, reading: TermOptions) -> Group:
    """A part of a compound; one that is no word by itself also as it stands apart: e mail."""
    group, alone = _of(token, reading), EXACT + normalize(token.word)
    is_new = is_bound(token.word.lower()) and alone not in token.terms
    return _also(group, (alone,), reading) if is_new else group


def _of(token: Token, reading: TermOptions) -> Group:
    return Group(token.word, _weighted(token, reading))


def _weighted(token: Token, reading: TermOptions) -> tuple[Weighted, ...]:
    """A word's terms with their weights, strong ones first."""
    strong = (EXACT + token.exact,) if reading.exactly else token.terms
    loose = token.loose if reading.loose and not reading.exactly else ()
    pairs = [
        *((term, weight(term)) for term in strong),
        *((term, LOOSE) for term in loose if term not in strong),
    ]
    return tuple(
        (reading.place + term, worth) for term, worth in pairs if is_read(term[2:], reading)
    )
