"""Sounds: which consonants has a name, in whatever script, and how may another script write them?

What each group of letters stands for is in `sounds.tsv`; a vowel stands for nothing, for scripts
write vowels as they like.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import Final

from search.analysis.normalize import strip_accents

MOST_SKELETONS: Final = 16  # ways to read one spelling
BEGINNING: Final = 2  # letters
WITH_VOWELS: Final = frozenset({"Cyrl", "Latn"})  # scripts that write them all
UNWRITTEN: Final = dict.fromkeys(map(ord, "ae"))  # what the others write seldom

_VOWEL: Final = ""


def likeness(word: str, script: str, other: str, of: str) -> float:
    """How much two spellings sound alike, from 0 to 1; some scripts write few vowels."""
    unwritten = UNWRITTEN if {script, of} - WITH_VOWELS else {}
    one, two = (
        "".join(_sounds_like(*written)).translate(unwritten)
        for written in ((word, script), (other, of))
    )
    return SequenceMatcher(None, one, two).ratio()


# a way to read a word, how many of its sounds were read, whether the last may be read again, and
# the letters that still belong to the group which was begun
_Place = tuple[int, int, bool, str]


def has_any(skeletons: Iterable[tuple[str, ...]], script: str) -> Callable[[str], bool]:
    """Whether a word has the consonants of one of some skeletons, as a test of words.

    All ways to read it are followed side by side, a letter at a time: a pattern would try each way
    to its end, which for a word of one letter in many places takes for ever.
    """
    silent = _writing(_VOWEL, script)
    written = (tuple(_writing(one, script) for one in skeleton) for skeleton in sorted(skeletons))
    ways = [tuple(filter(None, way)) for way in written]  # without what the script cannot write

    after = _steps(ways, silent)
    begin = frozenset((way, 0, False, "") for way in range(len(ways)))
    hopeless = "\n"  # as nothing begins that is found; words are asked for in their order

    def is_found(word: str) -> bool:
        nonlocal hopeless
        if word.startswith(hopeless):
            return False
        places = begin
        for place, letter in enumerate(word, 1):
            places = after(places, letter)
            if not places:
                hopeless = word[:place]
                return False
        return any(not group and read == len(ways[way]) for way, read, _, group in places)

    return is_found


def _steps(
    ways: Sequence[Sequence[Sequence[str]]], silent: Sequence[str]
) -> Callable[[frozenset[_Place], str], frozenset[_Place]]:
    """Where a letter leads from some places."""

    @cache
    def after(places: frozenset[_Place], letter: str) -> frozenset[_Place]:
        return frozenset(
            (way, read, again, group[1:])
            for place in places
            for way, read, again, group in _begun(place, ways[place[0]], silent)
            if group.startswith(letter)
        )

    return after


def _begun(
    place: _Place, sounds: Sequence[Sequence[str]], silent: Sequence[str]
) -> Iterator[_Place]:
    """The groups of letters that may go on at a place."""
    way, read, again, group = place
    if group:
        yield place
        return
    yield from ((way, read, False, more) for more in silent)
    if read < len(sounds):
        yield from ((way, read + 1, True, more) for more in sounds[read])
    if again:
        yield from ((way, read, True, more) for more in sounds[read - 1])


def skeletons(word: str, script: str) -> frozenset[tuple[str, ...]]:
    """The consonants of a word, in each of the ways in which it may be read."""
    ways = islice(product(*_read(word, script)), MOST_SKELETONS)
    return frozenset(tuple(_apart(way)) for way in ways)


def _read(word: str, script: str) -> Iterator[Sequence[str]]:
    """The sounds for which the letters of a word may stand."""
    known = letters().get(script, {})
    return (known.get(written, (written,)) for written in _groups(word, script))


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
    known = letters().get(script, {})
    place = 0
    while place < len(word):
        groups = [word[place : place + count] for count in (4, 3, 2, 1)]
        groups += map(strip_accents, groups[-1:])
        written = next((group for group in groups if group in known), groups[-1])
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


def beginnings(skeletons: frozenset[tuple[str, ...]], script: str) -> set[str]:
    """The first two letters that a word with one of some skeletons may have."""
    silent = ["", *_writing(_VOWEL, script)]
    found: set[str] = set()
    for first, second in {skeleton[:2] for skeleton in skeletons}:
        begun = {""}
        for written in (silent, _writing(first, script), silent, _writing(second, script)):
            begun = {(start + more)[:BEGINNING] for start in begun for more in written}
        found |= begun
    return found


def _writing(sound: str, script: str) -> list[str]:
    """The letters that may write a sound."""
    return [written for written, sounds in letters()[script].items() if sound in sounds]


@cache
def letters() -> Mapping[str, Mapping[str, Sequence[str]]]:
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
