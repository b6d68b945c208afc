"""Across scripts: how may a name that no table knows be spelled in the other scripts of an archive?

By its consonants: a word of the index that has the same in the same order, and sounds much the
same, may be the name. What a dictionary knows well is a word. Nothing is searched unasked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Final
from weakref import WeakKeyDictionary

from search.analysis.language import script_of
from search.analysis.normalize import normalize
from search.analysis.prefixes import OF_NAMES
from search.analysis.tokens import EXACT
from search.engine.deadline import is_over
from search.engine.port import Engine
from search.entities.ambiguity import is_common
from search.entities.recognition import subjects
from search.model.languages import LANGUAGES_BY_SCRIPT
from search.names.own import follows
from search.query.tree import AllOf, Query, Word
from search.service import sounds

FEWEST_SOUNDS: Final = 3  # consonants that tell a name from many others
MOST_WORDS_COMPARED: Final = 20_000  # words of the index that are compared, in each script
MOST_PREFIXED: Final = 4  # letters before a Hebrew word
MOST_NAMES: Final = 3  # of a query
MOST_SPELLINGS: Final = 3  # of a name that are offered together
ALIKE: Final = 0.8  # how much two spellings of one name sound alike
KEPT: Final = 1 << 10  # names whose spellings are kept

Spellings = dict[str, tuple[str, ...]]  # by script


@dataclass(frozen=True, slots=True)
class _Kept:
    """The spellings of names in an index as it was at one commit."""

    revision: str = ""
    spellings: dict[str, Spellings] = field(default_factory=dict)


_kept: Final[WeakKeyDictionary[Engine, _Kept]] = WeakKeyDictionary()


def offers(query: Query, engine: Engine) -> Iterator[tuple[str, str]]:
    """Queries for the names in a query by their spellings in other scripts, one a script.

    Each with the spelling that is shown.
    """
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in _names(query)[:MOST_NAMES]:
        for script, words in spellings(name, engine).items():
            found.setdefault(script, []).append(words)
    for _, names in sorted(found.items()):
        asked = (f"({' OR '.join(words)})" if len(words) > 1 else words[0] for words in names)
        yield " ".join(asked), " ".join(words[0] for words in names)


@follows
@lru_cache(maxsize=256)  # a query is asked again for each of its pages
def _names(query: Query) -> tuple[str, ...]:
    """The words of a query that may be names, and are none that anybody knows."""
    parts = query.tree.children if isinstance(query.tree, AllOf) else (query.tree,)
    words = [part.text if isinstance(part, Word) else None for part in parts]
    known = {at for places, _ in subjects(words) for at in range(places.start, places.stop)}
    unknown = (word for place, word in enumerate(words) if word and place not in known)
    # where letters have cases, a name has a capital
    named = (word for word in unknown if word[:1].isupper() or word.lower() == word.upper())
    return tuple(word for word in named if not is_a_word(word))


def spellings(typed: str, engine: Engine) -> Spellings:
    """The words of an index that may be a name in each other script, the likest first.

    Kept while nothing new is in the index: a page of a query is followed by its next, and thousands
    of words are compared.
    """
    kept, revision = _kept.setdefault(engine, _Kept()), engine.revision()
    if kept.revision != revision or len(kept.spellings) >= KEPT:
        _kept[engine] = kept = _Kept(revision)
    found = kept.spellings.get(typed)
    if found is None:
        found = _spellings(typed, engine)
        if not is_over():  # which leaves some out
            kept.spellings[typed] = found
    return found


def _spellings(typed: str, engine: Engine) -> Spellings:
    script, word = script_of(typed), normalize(typed)
    skeletons = sounds.skeletons(word, script)
    if script not in sounds.letters() or min(map(len, skeletons), default=0) < FEWEST_SOUNDS:
        return {}
    found = {
        other: tuple(_alike((word, script), skeletons, other, engine))
        for other in sounds.letters()
        if other != script
    }
    return {other: words for other, words in found.items() if words}


def is_a_word(typed: str) -> bool:
    """Whether a word is one of every day, so that it is no name, or one that is a word too."""
    spelling, script = normalize(typed), script_of(typed)
    cuts = range(MOST_PREFIXED) if script == "Hebr" else (0,)
    bare = [spelling[cut:] for cut in cuts if spelling[:cut] in OF_NAMES]
    return any(
        is_common(word, language)
        for word in bare
        for language in LANGUAGES_BY_SCRIPT.get(script, ())
        if len(word) >= FEWEST_SOUNDS or word == spelling
    )


def _alike(
    typed: tuple[str, str], skeletons: frozenset[tuple[str, ...]], script: str, engine: Engine
) -> Iterator[str]:
    """The words of a script that have one of some skeletons, the likest first."""
    word, own = typed
    is_alike = sounds.has_any(skeletons, script)
    begun = (
        term.removeprefix(EXACT)
        for start in sorted(sounds.beginnings(skeletons, script))
        if not is_over()
        for term, _ in engine.words(EXACT + start)
    )
    same = (
        (other, sounds.likeness(word, own, other, script))
        for other in dict.fromkeys(filter(is_alike, islice(begun, MOST_WORDS_COMPARED)))
        if not is_a_word(other)
    )
    likeness = {other: ratio for other, ratio in same if ratio >= ALIKE}
    counts = engine.frequencies(EXACT + other for other in likeness)
    ranked = sorted(
        likeness, key=lambda other: (-likeness[other], -counts.get(EXACT + other, 0), other)
    )
    return islice(ranked, MOST_SPELLINGS)
