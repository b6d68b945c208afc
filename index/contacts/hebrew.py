"""Hebrew prefixes: which of `and`, `that`, `to`, `in` stand before a word or a name as letters?"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from typing import Final

from index.contacts.vocabulary import plain
from index.contacts.word_classes import SYMBOLS
from search import names
from search.entities.subjects import Mention
from search.names.own import follows

_HEBREW: Final = re.compile("[א-ת]")
# in this order letters stand before a word, each at most once: no `the` behind `in`
_PREFIXES: Final = re.compile("ו?(?:כש|ש)?(?:[בכל]|מה?|ה)?")
# what a verb may bear: `מ` and `ב` before it are a participle and no prefix
_BEFORE_VERBS: Final = frozenset({"", "ו", "ש", "וש", "כש", "וכש", "ה"})
_VERBS: Final = frozenset("SMCRHUuFmWKQEghx")
# and a conjunction: `מהם` is no `from they`, `באולם` no `in but`
_BEFORE_BREAKS: Final = frozenset({"", "ו", "ש", "וש", "כש"})
_BEFORE_NUMBERS: Final = frozenset({"", "כ"})  # about
# `four years ago`, `almost two months ago`: Hebrew says it with `before`
_AGO: Final = re.compile("B(?=[otx]{1,4})")
_COUNTING: Final = frozenset({"number", "weekday-1"})  # שני is `second` and `two`
_MERGED: Final = frozenset("בכל")  # before a word they swallow its article
_MEANT: Final = ("נועד", "נועדה", "נועדו")
_SAYING: Final = re.compile("L(?=a*P|[ot]{0,2};|(?<=[PX]L)wa*P)")
_SENT: Final = frozenset("mUER")  # verbs whose noun a message may be
_TOWARDS: Final = frozenset("mCUuLEWFH")  # what is done to somebody
_OBJECT: Final = re.compile("o(?=w)")
_PLANNED: Final = re.compile("M(?=o)")
_INFINITIVE: Final = re.compile("o(?:[oatP]|ia|w(?=o)){0,8}x")
_DONE: Final = {"to-speak": "S", "to-meet": "M", "to-call": "C", "to-send": "m"}
_NOUNS: Final = frozenset("aXGNdL")
PREFIXES: Final = {"ו": "&", "ש": ";", "כ": "", "ל": "w", "ב": "i", "מ": "f", "ה": ""}


def before_word(phrase: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    """The Hebrew prefixes before a phrase of the table, and its class."""
    for count in (1, 2, 3):
        prefix, rest = phrase[:count], phrase[count:]
        if len(rest) < 2 or not set(prefix) <= PREFIXES.keys() or _is_his(phrase):
            return None
        if _PREFIXES.fullmatch(prefix) and (
            kind := known.get(rest) or _behind(prefix, rest, known)
        ):
            return (prefix, kind) if prefix in _own_prefixes(kind, prefix, rest) else None
    return None


def _own_prefixes(kind: str, prefix: str, rest: str) -> Container[str]:
    """The prefixes that a word of a class may bear."""
    if kind == "break":
        return _BEFORE_BREAKS
    if kind in {"number", "era"}:
        return _BEFORE_NUMBERS
    is_verb = SYMBOLS[kind] in _VERBS and not (rest[0] == "ל" and prefix == "מ")
    return _BEFORE_VERBS if is_verb else {prefix}


def _is_his(phrase: str) -> bool:
    """Whether a phrase begins with `his`, and not with `that` and `if`."""
    return phrase.startswith("שלו ")


def _behind(prefix: str, rest: str, known: Mapping[str, str]) -> str:
    """The class of a noun that loses its article behind a letter: `to the leader`."""
    kind = known.get("ה" + rest, "") if prefix[-1] in _MERGED else ""
    return kind if SYMBOLS.get(kind) in _NOUNS else ""


def before_name(written: str, mention: Mention) -> str:
    """The Hebrew prefixes of a name."""
    first = written.split(maxsplit=1)[0]
    if not _HEBREW.match(first):
        return ""
    parts = _hebrew_parts(mention.facet, mention.id)
    counts = range(4) if mention.facet == "leader" else (1, 2, 3, 0)  # of `the regime in Kyiv` too
    for count in counts:
        prefix, rest = first[:count], first[count:].lstrip("-־")
        if not set(prefix) <= PREFIXES.keys():
            continue
        if plain(rest) in parts or (prefix and plain(rest.removeprefix("ו")) in parts):
            return prefix
        if prefix and prefix[-1] in _MERGED and "ה" + plain(rest) in parts:
            return prefix
    return ""


def is_part(word: str, facet: str, owner: str) -> bool:
    """Whether a word is one of somebody's Hebrew names."""
    return plain(word) in _hebrew_parts(facet, owner)


@follows
@lru_cache(maxsize=1024)
def _hebrew_parts(facet: str, owner: str) -> frozenset[str]:
    named = names.leaders() if facet == "leader" else names.countries()
    written = [name.name for name in named if name.owner == owner and name.language == "he"]
    written.append(names.label(facet, owner, "he"))
    return frozenset(plain(part) for name in written for part in name.split())


def settled(symbols: str, kinds: Sequence[str], words: Sequence[str]) -> str:
    """The symbols of a sentence, given its words and their classes, where these may mean several.

    מסר before a name or `that` says something, נועד before an infinitive is what was planned, an
    infinitive behind `managed` is what was done, and a word in ו before את is another verb.
    """
    symbols = _OBJECT.sub(lambda found: _verb(symbols, kinds, words, found.start()), symbols)
    said = _SAYING.sub(lambda found: _said(symbols, words, found.start()), symbols)
    planned = _PLANNED.sub(lambda found: _planned(words, found.start()), said)
    planned = _AGO.sub(lambda found: _ago(kinds, words, found.start()), planned)
    for found in _INFINITIVE.finditer(planned):
        done = _DONE.get(kinds[found.end() - 1])
        if done and "managed" in kinds[found.start() : found.end() - 1]:
            to = ";" if words[found.end() - 2] == "כדי" else planned[found.end() - 2]
            planned = planned[: found.end() - 2] + to + done + planned[found.end() :]
    return planned


def _said(symbols: str, words: Sequence[str], at: int) -> str:
    """What `a message` or `said` is: the latter where nothing else was done."""
    if not words[at].endswith("מסר") or not _SENT.isdisjoint(symbols[:at]):
        return "L"
    if symbols[at + 1] != "w":
        return "F"
    return "U" if symbols[at - 1] == "P" else "m"


def _verb(symbols: str, kinds: Sequence[str], words: Sequence[str], at: int) -> str:
    """What a word before an object is: a verb, if it begins with `and` and no table has it.

    Whoever met or hosted somebody did so to nobody: before `to` it is one behind these too.
    """
    if kinds[at] or not words[at].startswith("ו"):
        return symbols[at]
    is_to = not words[at + 1] and _TOWARDS.isdisjoint(symbols[:at])
    return "F" if is_to or kinds[at + 1] == "object-mark" else symbols[at]


def _ago(kinds: Sequence[str], words: Sequence[str], at: int) -> str:
    """What `before` is: `ago` where a number of years, months or weeks follows."""
    behind = at + 1
    while behind < len(kinds) and (kinds[behind] in _COUNTING or words[behind].isdecimal()):
        behind += 1
    return "y" if "era" in kinds[behind : behind + 1] else "B"


def _planned(words: Sequence[str], at: int) -> str:
    """What `met` or `was meant to` is: the latter before an infinitive."""
    is_meant = words[at].endswith(_MEANT) and words[at + 1].startswith("ל")
    return "x" if is_meant else "M"
