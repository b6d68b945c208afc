"""Items: what is each word of a sentence: a leader, a word of the table, a mark, any other?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from index.contacts.cases import is_oblique
from index.contacts.hebrew import PREFIXES, before_name, before_word
from index.contacts.romanian import PERFECT, past
from index.contacts.vocabulary import (
    OTHER,
    WORD,
    beginnings,
    classes,
    is_bare,
    longest,
    plain,
)
from index.contacts.word_classes import DAY, SYMBOLS
from index.contacts.written_days import written_days
from search.analysis.lexicon import lexicon_of
from search.entities.subjects import Mention
from search.model.articles import Span
from search.model.languages import BY_CODE

SHORT: Final = 3  # words of a past tense: the verb that makes it, an adverb, the participle
INFLECTED: Final = frozenset({"en", "ro", "ru"})
RESIDENCE: Final = "residence"
NOUNS: Final = frozenset({"person", "minister", "peer", "title"})
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
_JUNIOR: Final = re.compile(r",?\s+(?:[JS]r)\b\.?(?:\s*,)?")


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
        count, prefix, kind = _longest(text, words[place : place + limit], known, language)
        if kind:
            yield from (
                Item(symbol, start, start) for symbol in map(PREFIXES.get, prefix) if symbol
            )
            yield Item(SYMBOLS[kind], start, words[place + count - 1][1], kind=kind)
        else:
            written = text[start:end]
            is_word = not place and _is_word(written, language)
            yield from _unknown(written.casefold() if is_word else written, start, end)
        place += count


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


def _longest(
    text: str, words: Sequence[Span], known: Mapping[str, str], language: str
) -> tuple[int, str, str]:
    """The length of the longest phrase of the table in words, the prefixes before it, its class."""
    first, end = words[0]
    if language != "he":
        words = words[: _reach(plain(text[first:end]), language)]
    phrases = [plain(text[first:end]) for _, end in words]
    is_past = language == "ro" and phrases[0] in PERFECT
    for count, phrase in sorted(enumerate(phrases, 1), reverse=True):
        if is_past and count == 1 and (told := past(_own(text, words), known)):
            return told[0], "", told[1]
        if kind := known.get(phrase):
            return count, "", kind
        if language == "he" and (found := before_word(phrase, known)):
            return count, *found
    is_name = language == "en" and text[words[0][0]].isupper()
    return 1, "", "" if is_name else _inflected(phrases[0], known, language)


def _own(text: str, words: Sequence[Span]) -> Sequence[str]:
    return [plain(text[start:end]) for start, end in words]


def _reach(first: str, language: str) -> int:
    """How many words a phrase that begins with a word may have; one may stand within a tense."""
    longest = beginnings(language).get(first, 1)
    return max(longest + 1, SHORT) if language == "ro" and first in PERFECT else longest


def _inflected(word: str, known: Mapping[str, str], language: str) -> str:
    """The class of a word for a person that the table has in its dictionary form only."""
    if language not in INFLECTED or (language == "en" and not word.endswith("s")):
        return ""  # `doubled` and `partnered` are no persons
    lemma = lexicon_of(language).lemma(word)
    kind = known.get(lemma or "", "")
    return kind if kind in NOUNS else ""


def _unknown(written: str, start: int, end: int) -> Iterator[Item]:
    """A word that is not in the table: a mark, a name, any other."""
    if written in _QUOTES:
        yield Item("q", start, end)
    elif written in _MARKS:
        yield Item(_MARKS[written], start, end)
    elif written[0].isalnum():
        yield Item("a" if written[:1].isupper() else OTHER, start, end)


def _is_word(written: str, language: str) -> bool:
    """Whether the first word of a sentence has its capital for that alone."""
    is_ours = language in BY_CODE and written[:1].isupper()
    return is_ours and written.casefold() in lexicon_of(language)


def _named(text: str, mention: Mention, known: Mapping[str, str], language: str) -> Iterator[Item]:
    """A name with its Hebrew prefixes."""
    written = text[mention.start : mention.end]
    for letter in before_name(written, mention):
        if symbol := PREFIXES[letter]:
            yield Item(symbol, mention.start, mention.start)
    if mention.facet == "country":
        is_house = known.get(plain(written)) == RESIDENCE
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
