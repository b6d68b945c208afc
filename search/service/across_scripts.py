"""Across scripts: how may a name that no table knows be spelled in the other scripts of an archive?

By its consonants, for scripts write vowels as they like: each script's letters stand for sounds in
`sounds.tsv`, and a word of the index that has the same sounds in the same order may be the name.
What a dictionary knows is a word. Nothing is searched unasked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import Final

from search.analysis.language import script_of
from search.analysis.normalize import normalize, strip_accents
from search.analysis.tokens import EXACT
from search.engine.deadline import is_over
from search.engine.port import Engine
from search.entities.ambiguity import is_common
from search.entities.inflection import PREFIXES
from search.entities.recognition import subjects
from search.model.languages import LANGUAGES_BY_SCRIPT
from search.query.tree import AllOf, Query, Word

FEWEST_SOUNDS: Final = 3  # consonants that tell a name from many others
MOST_SKELETONS: Final = 16  # ways to read one spelling
BEGINNING: Final = 2  # letters
MOST_WORDS: Final = 20_000  # words of the index that are compared, in each script
MOST_PREFIXED: Final = 4  # letters before a Hebrew word
MOST_NAMES: Final = 3  # of a query
MOST_SPELLINGS: Final = 3  # of a name that are offered together
ALIKE: Final = 0.8  # how much two spellings of one name sound alike
WITH_VOWELS: Final = frozenset({"Cyrl", "Latn"})  # scripts that write them all
UNWRITTEN: Final = dict.fromkeys(map(ord, "ae"))  # what the others write seldom

_VOWEL: Final = ""


def offers(query: Query, engine: Engine) -> Iterator[tuple[str, str]]:
    """Queries for the names in a query by their spellings in other scripts, one a script.

    Each with the spelling that is shown.
    """
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in islice(_names(query), MOST_NAMES):
        for script, words in spellings(name, engine).items():
            found.setdefault(script, []).append(words)
    for _, names in sorted(found.items()):
        asked = (f"({' OR '.join(words)})" if len(words) > 1 else words[0] for words in names)
        yield " ".join(asked), " ".join(words[0] for words in names)


def _names(query: Query) -> Iterator[str]:
    """The words of a query that may be names, and are none that anybody knows."""
    parts = query.tree.children if isinstance(query.tree, AllOf) else (query.tree,)
    words = [part.text if isinstance(part, Word) else None for part in parts]
    known = {at for places, _ in subjects(words) for at in range(places.start, places.stop)}
    for place, word in enumerate(words):
        is_name = word is not None and place not in known and not is_a_word(word)
        # where letters have cases, a name has a capital
        if word is not None and is_name and (word[:1].isupper() or word.lower() == word.upper()):
            yield word


def spellings(typed: str, engine: Engine) -> dict[str, tuple[str, ...]]:
    """The words of an index that may be a name in each other script, the most frequent first."""
    script, word = script_of(typed), normalize(typed)
    skeletons = _skeletons(word, script)
    if script not in _letters() or min(map(len, skeletons), default=0) < FEWEST_SOUNDS:
        return {}
    found = {
        other: tuple(_alike((word, script), skeletons, other, engine))
        for other in _letters()
        if other != script
    }
    return {other: words for other, words in found.items() if words}


def is_a_word(typed: str) -> bool:
    """Whether a word is one of every day, so that it is no name, or one that is a word too."""
    spelling, script = normalize(typed), script_of(typed)
    cuts = range(MOST_PREFIXED) if script == "Hebr" else (0,)
    bare = [spelling[cut:] for cut in cuts if spelling[:cut] in PREFIXES]
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
    is_alike = re.compile("|".join(_pattern(one, script) for one in sorted(skeletons))).fullmatch
    begun = (
        term.removeprefix(EXACT)
        for start in sorted(_beginnings(skeletons, script))
        if not is_over()
        for term, _ in engine.words(EXACT + start)
    )
    same = (
        (other, _likeness(word, own, other, script))
        for other in dict.fromkeys(filter(is_alike, islice(begun, MOST_WORDS)))
        if not is_a_word(other)
    )
    likeness = {other: ratio for other, ratio in same if ratio >= ALIKE}
    counts = engine.frequencies(EXACT + other for other in likeness)
    ranked = sorted(
        likeness, key=lambda other: (-likeness[other], -counts.get(EXACT + other, 0), other)
    )
    return islice(ranked, MOST_SPELLINGS)


def _likeness(word: str, script: str, other: str, of: str) -> float:
    """How much two spellings sound alike, from 0 to 1; some scripts write few vowels."""
    unwritten = UNWRITTEN if {script, of} - WITH_VOWELS else {}
    one, two = (
        "".join(_sounds_like(*written)).translate(unwritten)
        for written in ((word, script), (other, of))
    )
    return SequenceMatcher(None, one, two).ratio()


def _pattern(skeleton: tuple[str, ...], script: str) -> str:
    """The words with these consonants, as an expression."""
    silent = f"(?:{_any_of(_writing(_VOWEL, script))})*"
    sounds = (f"(?:{_any_of(_writing(one, script))})+" for one in skeleton)
    return silent + silent.join(sounds) + silent


def _any_of(written: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, written), key=len, reverse=True))


def _skeletons(word: str, script: str) -> frozenset[tuple[str, ...]]:
    """The consonants of a word, in each of the ways in which it may be read."""
    ways = islice(product(*_read(word, script)), MOST_SKELETONS)
    return frozenset(tuple(_apart(way)) for way in ways)


def _read(word: str, script: str) -> Iterator[Sequence[str]]:
    """The sounds for which the letters of a word may stand."""
    letters = _letters().get(script, {})
    return (letters.get(written, (written,)) for written in _groups(word, script))


def _sounds_like(word: str, script: str) -> Iterator[str]:
    """What a word sounds like, with its vowels; a doubled sound is one."""
    before = ""
    for place, written in enumerate(_groups(word, script)):
        like = _like()[script].get(written, written)
        # at the start of a word waw is no vowel
        like = "b" if like == "u" and not place and script not in WITH_VOWELS else like
        if like != before:
            yield like
        before = like


def _groups(word: str, script: str) -> Iterator[str]:
    """The letters of a word, the longest groups first."""
    letters = _letters().get(script, {})
    place = 0
    while place < len(word):
        groups = [word[place : place + count] for count in (4, 3, 2, 1)]
        groups += map(strip_accents, groups[-1:])
        written = next((group for group in groups if group in letters), groups[-1])
        yield written
        place += max(1, len(written))


def _apart(way: Sequence[str]) -> Iterator[str]:
    """The sounds one by one, without vowels; a doubled consonant is one."""
    before = _VOWEL
    for sound in way:
        for one in sound:
            if one != before:
                yield one
            before = one
        before = before if sound else _VOWEL


def _beginnings(skeletons: frozenset[tuple[str, ...]], script: str) -> set[str]:
    """The first two letters that a word with one of some skeletons may have."""
    silent = ["", *_writing(_VOWEL, script)]
    return {
        (before + one + between + two)[:BEGINNING]
        for first, second, *_ in skeletons
        for one in _writing(first, script)
        for two in _writing(second, script)
        for before in silent
        for between in silent
    }


def _writing(sound: str, script: str) -> list[str]:
    """The letters that may write a sound."""
    return [written for written, sounds in _letters()[script].items() if sound in sounds]


@cache
def _letters() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The sounds of each group of letters, by script; a vowel is empty."""
    found: dict[str, dict[str, Sequence[str]]] = {}
    for script, written, sounds, _ in _rows():
        found.setdefault(script, {})[written] = tuple(sounds.replace("-", "").split(","))
    return found


@cache
def _like() -> Mapping[str, Mapping[str, str]]:
    """What each group of letters usually sounds like, by script."""
    found: dict[str, dict[str, str]] = {}
    for script, written, _, like in _rows():
        found.setdefault(script, {})[written] = like
    return found


def _rows() -> Iterator[list[str]]:
    _, *rows = Path(__file__).with_name("sounds.tsv").read_text(encoding="utf-8").splitlines()
    return (row.split("\t") for row in rows)
