"""Did you mean: what may a reader have meant who typed a word that no article has?

Two mistakes are undone: the keyboard was set to another language (`b,bhvu` for נתניהו), or a letter
or two are wrong. What is offered stands in the index, and is never searched unasked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Final

from search.analysis.language import script_of
from search.analysis.lexicon import lexicon_of
from search.analysis.morphology.name_spellings import spelled_names
from search.analysis.normalize import normalize
from search.analysis.tokens import EXACT
from search.engine.matching import distance
from search.engine.port import Engine
from search.model.languages import LANGUAGES_BY_SCRIPT
from search.query.limits import TWO_EDITS_FROM
from search.query.rewrite import Edit, edited
from search.query.tree import NOWHERE, Query, Quoted, Title, Tree, Word, children

# letters of a word whose spelling is doubted; most shorter ones are a letter from many others
SHORTEST_CORRECTED: Final = 4
SHORTEST_LAYOUT: Final = 2  # letters of a word that another keyboard makes of what was typed
MOST_CANDIDATES: Final = 12  # words of a query that are looked up
MOST_OFFERS: Final = 3  # words that another is looked for: each is several searches
MOST_NEIGHBOURS: Final = 4_000  # words that begin alike and are compared

# how often a known word comes in a milliard, as a logarithm, where dictionaries have rare ones
_KNOWN: Final = 2.5
_RANKED: Final = frozenset({"en", "he", "ro"})

_PLAIN: Final = re.compile(r"[^:*~=]*\w[^:*~=]*")  # fields, beginnings and exact letters are meant
_PIECE: Final = re.compile(r"\S+")  # of a phrase
_WORD: Final = re.compile(r"\w(?:[\w'’״׳\"]*\w)?")
_MARKS: Final = re.compile("[\"']")  # geresh and gershayim are letters of a Hebrew word
_OPERATORS: Final = frozenset({"AND", "OR", "NOT"})

IsThere = Callable[[str], bool]


def did_you_mean(query: Query, engine: Engine, is_there: IsThere) -> str | None:
    """The query with what may have been meant by each word that `is_there` denies.

    None without an offer.
    """
    doubtful = list(islice(_doubtful(query), MOST_CANDIDATES))
    missing = [word for word in doubtful if not is_there(word.written)][:MOST_OFFERS]
    edits = [edit for edit in (_other(word, engine, is_there) for word in missing) if edit]
    return edited(query, edits) if edits else None


def _doubtful(query: Query) -> Iterator[Edit]:
    """The words that may be mistaken, each with its place; a title, a field or a star is meant."""
    for leaf in _outside_titles(query.tree):
        if not isinstance(leaf, Word | Quoted) or leaf.span == NOWHERE:
            continue
        text = leaf.text if isinstance(leaf, Word) else "" if leaf.exactly else leaf.words
        first = query.text.find(text, *leaf.span)
        for piece in _PIECE.finditer(text):
            if first >= 0 and _PLAIN.fullmatch(piece[0]) and piece[0] not in _OPERATORS:
                yield Edit((first + piece.start(), first + piece.end()), piece[0])


def _outside_titles(tree: Tree) -> Iterator[Tree]:
    if not isinstance(tree, Title):
        yield tree
        for child in children(tree):
            yield from _outside_titles(child)


def _other(word: Edit, engine: Engine, is_there: IsThere) -> Edit | None:
    """What to write in the place of a word or a part of it; None if nothing is known."""
    (start, _), typed = word
    parts = list(_WORD.finditer(typed))
    retyped = next(filter(is_there, on_other_keyboards(typed)), None)
    if retyped is not None:
        return Edit(word.span, retyped)
    if not 0 < len(parts) <= MOST_CANDIDATES:
        return None
    missing = next((part for part in parts if not is_there(part[0])), None)
    if missing is None:  # Putin-Netanyahu, who are never named side by side
        apart = " ".join(part[0] for part in parts)
        return None if apart == typed else Edit(word.span, apart)
    spelled = normalize(missing[0])
    near = None if is_known(spelled) else nearest(spelled, engine)
    place = start + missing.start(), start + missing.end()
    return None if near is None else Edit(place, near)


def on_other_keyboards(typed: str) -> Iterator[str]:
    """What the same keys write when the keyboard is set otherwise.

    Latin to any, and any to Latin.
    """
    latin, *others = _layouts()
    for other in others:
        for here, there in ((latin, other), (other, latin)):
            keys = dict(zip(f'{here}"', f'{there}"', strict=True))  # no keyboard of ours moves it
            written = "".join(keys.get(char, "\0") for char in typed.casefold())
            letters = _MARKS.sub("", written)
            is_word = letters.isalpha() and len(letters) >= SHORTEST_LAYOUT and written[0].isalpha()
            if is_word and written != typed.casefold():
                yield written


def is_known(word: str) -> bool:
    """Whether a word is a name or a common word: an archive may lack it, unmistaken."""
    return any(
        word in spelled_names(language) or _is_listed(word, language)
        for language in LANGUAGES_BY_SCRIPT.get(script_of(word), ())
    )


def _is_listed(word: str, language: str) -> bool:
    lexicon = lexicon_of(language)
    return bool(lexicon.forms(word)) and (
        language not in _RANKED or lexicon.frequency(word) >= _KNOWN
    )


def nearest(word: str, engine: Engine) -> str | None:
    """The word of the index that is fewest letters away.

    Of several, the one that most articles have.
    """
    if len(word) < SHORTEST_CORRECTED:
        return None
    most = 1 + (len(word) >= TWO_EDITS_FROM)
    rows = [(1, -frequency, term) for term, frequency in engine.frequencies(_slips(word)).items()]
    for term, frequency in islice(engine.words(EXACT + word[: _sure(word)]), MOST_NEIGHBOURS):
        if abs(len(term) - len(EXACT) - len(word)) <= most:
            rows.append((distance(word, term.removeprefix(EXACT)), -frequency, term))
    near = [row for row in rows if 0 < row[0] <= most and row[1]]
    return min(near)[2].removeprefix(EXACT) if near else None


def _sure(word: str) -> int:
    """The letters at the start of a word that its neighbours share.

    A mistake in these is looked for letter by letter.
    More of them make fewer neighbours to compare, and more ways to begin otherwise.
    """
    return 2 if len(word) < TWO_EDITS_FROM else 3


def _slips(word: str) -> set[str]:
    """The terms of words with one mistake among the first letters, or two swapped anywhere."""
    letters = _alphabet(word)
    found = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    for at in range(_sure(word)):
        start, rest = word[:at], word[at:]
        found |= {start + rest[1:]}
        found |= {start + letter + end for letter in letters for end in (rest, rest[1:])}
    return {EXACT + other for other in found - {word}}


def _alphabet(word: str) -> Iterable[str]:
    """The letters of the first keyboard that can write a word's first letter."""
    layout = next((keys for keys in _layouts() if word[0] in keys), word)
    return sorted({key for key in layout if key.isalpha()})


@cache
def _layouts() -> tuple[str, ...]:
    """What the keys of each keyboard write, in one order."""
    _, *rows = Path(__file__).with_name("layouts.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(row.split("\t")[2] for row in rows)
