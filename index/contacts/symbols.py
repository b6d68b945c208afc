"""Symbols: a sentence as a string of one letter a word: who is named, what is done, what denies it.

A leader who may take part is `P`, one who only owns what follows (Putin's) is `p`, one to whom
somebody else belongs (Trump's envoy, the spokesman for Putin) is `D`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from index.contacts.vocabulary import LONGEST, OTHER, SYMBOLS, classes
from search import names
from search.entities.subjects import Mention
from search.model.articles import Span
from search.names.own import follows

WORD: Final = re.compile(r"[^\W_]+(?:['’׳\"״.-][^\W_]+)*|[^\w\s]")
_QUOTES: Final = frozenset('"“”„«»״')
_MARKS: Final[Mapping[str, str]] = {
    ",": ",",
    "(": ",",
    ")": ",",
    "–": ",",
    "—": ",",
    ";": ";",
    ":": ";",
}
_POSSESSIVE: Final = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")
_OWNED: Final = re.compile(r"X(?:[fa]|[oa]{1,2}f|(?<=X)w)*P")
_TITLED: Final = re.compile(r"X(?=(?:[fa]|,a)*,?P)")
_ON_A_DAY: Final = re.compile("i(?=t)")  # the word before a weekday says nothing more
_SAME: Final = str.maketrans("şţŞŢ’׳״־", "șțȘȚ''\"-")
_JUNIOR: Final = re.compile(r",?\s+(?:[JS]r)\b\.?(?:\s*,)?")
# offices that words for persons say which are no leaders' anywhere else
MINISTERS: Final = frozenset({"foreign-minister", "vice-president"})
_HEBREW: Final = re.compile("[א-ת]")
_PREFIXES: Final = {"ו": "&", "ש": ";", "כ": "", "ל": "w", "ב": "i", "מ": OTHER, "ה": ""}


class Item(NamedTuple):
    """A word of a sentence.

    Its symbol and place, whom it names if anybody, its class if it has one.
    """

    symbol: str
    start: int
    end: int
    leader: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as items, and their symbols as one string of the same length."""

    items: tuple[Item, ...]
    symbols: str


def sentence(
    text: str, span: Span, mentions: Sequence[Mention], language: str, *, headline: bool
) -> Sentence:
    """A sentence of a text with the leaders and countries that stand in it."""
    items = list(
        _items(
            text,
            span,
            {mention.start: mention for mention in mentions},
            language,
            headline=headline,
        )
    )
    symbols = "".join(item.symbol for item in items)
    symbols = _ON_A_DAY.sub("t", _TITLED.sub(lambda found: _title(items, found), symbols))
    symbols = _OWNED.sub(lambda found: found[0][:-1] + "D", symbols)
    return Sentence(tuple(items), symbols)


def _title(items: Sequence[Item], found: re.Match[str]) -> str:
    """What a word for a minister is: before the name of one it is a title."""
    item = items[found.start()]
    ahead = (one.leader for one in items[found.end() :] if one.symbol == "P")
    is_title = item.kind == "minister" and _is_minister(next(ahead, ""))
    return "a" if is_title else found[0]


@follows
@lru_cache(maxsize=1024)
def _is_minister(leader: str) -> bool:
    held = names.offices().get(leader, ())
    return any(office.office in MINISTERS for office in held)


def _items(
    text: str, span: Span, mentions: Mapping[int, Mention], language: str, *, headline: bool
) -> Iterator[Item]:
    known = classes(language, headline=headline)
    words = [match.span() for match in WORD.finditer(text, *span)]
    place = 0
    while place < len(words):
        start, end = words[place]
        mention = mentions.get(start)
        if mention is not None:
            yield from _named(text, mention)
            place += 1
            while place < len(words) and words[place][0] < mention.end:
                place += 1
            if mention.facet == "leader" and (behind := _behind(text, mention)):
                while place < len(words) and words[place][0] < behind:
                    place += 1
            continue
        count, prefix, kind = _longest(text, words[place : place + LONGEST], known, language)
        if kind:
            yield from (
                Item(symbol, start, start) for symbol in map(_PREFIXES.get, prefix) if symbol
            )
            yield Item(SYMBOLS[kind], start, words[place + count - 1][1], kind=kind)
        else:
            yield from _unknown(text[start:end], start, end)
        place += count


def _longest(
    text: str, words: Sequence[Span], known: Mapping[str, str], language: str
) -> tuple[int, str, str]:
    """The length of the longest phrase of the table in words, the prefixes before it, its class."""
    phrases = [_plain(text[words[0][0] : end]) for _, end in words]
    for count, phrase in sorted(enumerate(phrases, 1), reverse=True):
        if kind := known.get(phrase):
            return count, "", kind
        if language == "he" and (found := _prefixed(phrase, known)):
            return count, *found
    return 1, "", ""


def _plain(written: str) -> str:
    """A phrase as the table has it."""
    return " ".join(written.translate(_SAME).casefold().split())


def _unknown(written: str, start: int, end: int) -> Iterator[Item]:
    """A word that is not in the table: a mark, a name, any other."""
    if written in _QUOTES:
        yield Item("q", start, end)
    elif written in _MARKS:
        yield Item(_MARKS[written], start, end)
    elif written[0].isalnum():
        yield Item("a" if written[:1].isupper() else OTHER, start, end)


def _prefixed(phrase: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    """The Hebrew prefixes before a phrase of the table, and its class."""
    for count in (1, 2, 3):
        prefix, rest = phrase[:count], phrase[count:]
        if len(rest) < 2 or not set(prefix) <= _PREFIXES.keys():
            return None
        if rest in known:
            return prefix, known[rest]
    return None


def _named(text: str, mention: Mention) -> Iterator[Item]:
    """A name with its Hebrew prefixes."""
    written = text[mention.start : mention.end]
    for letter in _prefix(written, mention):
        if symbol := _PREFIXES[letter]:
            yield Item(symbol, mention.start, mention.start)
    if mention.facet == "country":
        yield Item("a", mention.start, mention.end)
    else:
        behind = text[mention.end : _behind(text, mention)]
        owns = (behind or written).rstrip().endswith(("'s", "’s", "s'", "s’"))
        yield Item("p" if owns else "P", mention.start, mention.end, mention.id)


def _behind(text: str, mention: Mention) -> int:
    """Where what belongs to a name ends: `Jr.`, an apostrophe with s."""
    end = match.end() if (match := _JUNIOR.match(text, mention.end)) else mention.end
    match = _POSSESSIVE.match(text, end)
    return match.end() if match else end


def _prefix(written: str, mention: Mention) -> str:
    """The Hebrew prefixes of a name."""
    first = written.split(maxsplit=1)[0]
    if not _HEBREW.match(first):
        return ""
    parts = _hebrew_parts(mention.facet, mention.id)
    for count in range(4):
        prefix, rest = first[:count], first[count:]
        if not set(prefix) <= _PREFIXES.keys():
            return ""
        if _plain(rest) in parts or (prefix and _plain(rest.removeprefix("ו")) in parts):
            return prefix
    return ""


@follows
@lru_cache(maxsize=1024)
def _hebrew_parts(facet: str, owner: str) -> frozenset[str]:
    named = names.leaders() if facet == "leader" else names.countries()
    written = [name.name for name in named if name.owner == owner and name.language == "he"]
    written.append(names.label(facet, owner, "he"))
    return frozenset(_plain(part) for name in written for part in name.split())
