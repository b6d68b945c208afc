"""Items: what is each word of a sentence: a leader, a word of the table, a mark, any other?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from index.contacts.cases import is_oblique
from index.contacts.hebrew import PREFIXES, before_name, before_word
from index.contacts.phrases import around_day, longest_phrase
from index.contacts.romanian import PARTED
from index.contacts.vocabulary import OTHER, WORD, classes, is_bare, longest, plain
from index.contacts.word_classes import DAY, SYMBOLS
from index.contacts.written_days import written_days
from search.analysis.lexicon import lexicon_of
from search.entities.subjects import Mention
from search.model.articles import Span
from search.model.languages import BY_CODE

RESIDENCE: Final = "residence"
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
DASH: Final = "dash"
_DASHES: Final = frozenset("–—")
_POSSESSIVE: Final = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")
_JUNIOR: Final = re.compile(r",?\s+(?:[JS]r)\b\.?(?:\s*,(?!\s[A-Z]))?")


class Item(NamedTuple):
    """A word of a sentence.

    Its symbol and place, whom it names if anybody, its class if it has one; `oblique`: a name in a
    case that no subject has.
    """

    symbol: str
    start: int
    end: int
    leader: str = ""
    kind: str = ""
    oblique: bool = False

    @property
    def is_prefix(self) -> bool:
        """Whether it is a letter before a Hebrew word or name."""
        return self.start == self.end

    @property
    def is_name(self) -> bool:
        """Whether it is a name of no leader, and no title."""
        return self.symbol == "a" and self.kind in {"", "place", RESIDENCE}

    @property
    def is_unknown(self) -> bool:
        """Whether it is a word that no table has."""
        return self.symbol == OTHER and not self.kind


def read_items(
    text: str, span: Span, mentions: Mapping[int, Mention], language: str, *, headline: bool
) -> Iterator[Item]:
    """The items of a sentence, given whom it names at which places."""
    bare = is_bare(text[slice(*span)], language)
    known = classes(language, headline=headline, bare=bare)
    words = list(_words(text, span, mentions, known, language))
    days = [match.span() for match in written_days(text, span, language)]
    place, limit = 0, longest(language)
    while place < len(words):
        start, end = words[place]
        if day := next((one for one in days if start < one[1] and one[0] < end), None):
            yield Item(SYMBOLS[DAY], start, day[1], kind=DAY)
            place = _past(words, place, day[1])
            continue
        if mention := mentions.get(start):
            yield from _named(text, mention, known, language)
            is_leader = mention.facet == "leader"
            place = _past(words, place, _behind(text, mention) if is_leader else mention.end)
            continue
        own = words[place : place + limit]
        count, items = _phrase(text, own, known, language, is_first=not place)
        yield from items
        place += count


def _phrase(
    text: str, words: Sequence[Span], known: Mapping[str, str], language: str, *, is_first: bool
) -> tuple[int, Sequence[Item]]:
    """How many words the longest phrase of the table in words has, and its items."""
    if language == "ro" and (around := around_day(text, words, known)):
        count, kind, day = around
        (start, _), (_, end), (first, last) = words[:PARTED]
        verb = Item(SYMBOLS[kind], start, end, kind=kind)
        return count, (verb, Item(SYMBOLS[day], first, last, kind=day))
    start, end = words[0]
    count, prefix, kind = longest_phrase(text, words, known, language, before_word)
    if not kind:
        written = text[start:end]
        is_word = is_first and _is_word(written, language)
        return count, tuple(_unknown(written.casefold() if is_word else written, start, end))
    letters = (Item(symbol, start, start) for symbol in map(PREFIXES.get, prefix) if symbol)
    return count, (*letters, Item(SYMBOLS[kind], start, words[count - 1][1], kind=kind))


def _words(
    text: str, span: Span, mentions: Mapping[int, Mention], known: Mapping[str, str], language: str
) -> Iterator[Span]:
    """The words of a sentence; the article of a name that is known without it is one: `Al-`.

    So is another given name in Romanian: `Vasilica-Viorica Dăncilă`; and initials are: `В.В.Путин`.
    """
    for match in WORD.finditer(text, *span):
        start, end = match.span()
        inner = (match[0].find("-") + 1) or (match[0].rfind(".") + 1)
        named = start + inner
        is_part = inner and named in mentions and start not in mentions
        is_given = match[0][0].isupper() and (language == "ro" or text[named - 1] == ".")
        if is_part and (is_given or known.get(plain(match[0][:inner])) == "article"):
            yield start, named
            start = named
        yield start, end


def _past(words: Sequence[Span], place: int, end: int) -> int:
    """The place of the first word behind one that begins at or behind an end."""
    return next((at for at in range(place + 1, len(words)) if words[at][0] >= end), len(words))


def _unknown(written: str, start: int, end: int) -> Iterator[Item]:
    """A word that is not in the table: a mark, a name, any other."""
    if written in _QUOTES:
        yield Item("q", start, end)
    elif written in _MARKS:
        yield Item(_MARKS[written], start, end, kind=DASH if written in _DASHES else "")
    elif written[0].isalnum():
        yield Item("a" if written[:1].isupper() else OTHER, start, end)


def _is_word(written: str, language: str) -> bool:
    """Whether the first word of a sentence has its capital for that alone."""
    is_ours = language in BY_CODE and written[:1].isupper()
    return is_ours and written.casefold() in lexicon_of(language)


def _named(text: str, mention: Mention, known: Mapping[str, str], language: str) -> Iterator[Item]:
    """A name with its Hebrew prefixes."""
    written = text[mention.start : mention.end]
    prefix = before_name(written, mention)
    for letter in prefix:
        if symbol := PREFIXES[letter]:
            yield Item(symbol, mention.start, mention.start)
    if mention.facet == "country":
        is_house = known.get(plain(written[len(prefix) :])) == RESIDENCE
        yield Item("a", mention.start, mention.end, kind=RESIDENCE if is_house else "")
    else:
        behind = text[mention.end : _behind(text, mention)]
        owns = (behind or written).rstrip().endswith(("'s", "’s", "s'", "s’"))
        oblique = language == "ru" and is_oblique(mention.id, written)
        symbol = "p" if owns else "P"
        yield Item(symbol, mention.start, mention.end, mention.id, oblique=oblique)


def _behind(text: str, mention: Mention) -> int:
    """Where what belongs to a name ends: `Jr.`, an apostrophe with s."""
    end = match.end() if (match := _JUNIOR.match(text, mention.end)) else mention.end
    match = _POSSESSIVE.match(text, end)
    return match.end() if match else end
