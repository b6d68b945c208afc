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
_OWNED: Final = re.compile(r"X(?:[fa]|(?<=X)w)*P")
_SAME: Final = str.maketrans("şţŞŢ’׳״־", "șțȘȚ''\"-")
_JUNIOR: Final = re.compile(r",?\s+(?:[JS]r)\b\.?(?:\s*,)?")
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
    language: str


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
    symbols = _OWNED.sub(lambda found: found[0][:-1] + "D", symbols)
    return Sentence(tuple(items), symbols, language)


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
        count, kind = _longest(text, words[place : place + LONGEST], known)
        if kind:
            yield Item(SYMBOLS[kind], start, words[place + count - 1][1], kind=kind)
        else:
            yield from _unknown(text, start, end, known, language)
        place += count


def _longest(text: str, words: Sequence[Span], known: Mapping[str, str]) -> tuple[int, str]:
    for count in range(len(words), 0, -1):
        written = _plain(text[words[0][0] : words[count - 1][1]])
        if kind := known.get(written):
            return count, kind
    return 1, ""


def _plain(written: str) -> str:
    return " ".join(written.translate(_SAME).casefold().split())


def _unknown(
    text: str, start: int, end: int, known: Mapping[str, str], language: str
) -> Iterator[Item]:
    """A word that is not in the table: a mark, one behind Hebrew prefixes, a name, any other."""
    written = text[start:end]
    if written in _QUOTES:
        yield Item("q", start, end)
    elif written in _MARKS:
        yield Item(_MARKS[written], start, end)
    elif not written[0].isalnum():
        return
    elif language == "he" and (found := _prefixed(_plain(written), known)):
        prefix, kind = found
        for letter in prefix:
            if symbol := _PREFIXES[letter]:
                yield Item(symbol, start, start)
        yield Item(SYMBOLS[kind], start, end, kind=kind)
    else:
        yield Item("a" if written[:1].isupper() else OTHER, start, end)


def _prefixed(word: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    for count in (1, 2, 3):
        prefix, rest = word[:count], word[count:]
        if len(rest) < 2 or not set(prefix) <= _PREFIXES.keys():
            return None
        if rest in known:
            return prefix, known[rest]
    return None


def _named(text: str, mention: Mention) -> Iterator[Item]:
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


@lru_cache(maxsize=1024)
def _hebrew_parts(facet: str, owner: str) -> frozenset[str]:
    named = names.leaders() if facet == "leader" else names.countries()
    written = [name.name for name in named if name.owner == owner and name.language == "he"]
    written.append(names.label(facet, owner, "he"))
    return frozenset(_plain(part) for name in written for part in name.split())
