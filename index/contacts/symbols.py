"""Symbols: a sentence as a string of one letter a word: who is named, what is done, what denies it.

What each letter stands for:

- who: `P` a leader who may take part, `p` one who only owns what follows (Putin's), `D` one to whom
  somebody else belongs (Trump's envoy, the spokesman for Putin), `X` that other person, `e` the two
  who were named, `a` a title, a place or another part of a name;
- verbs: `S` speak, `C` call, `M` meet, `R` receive, `Q` be received, `H` hold, `K` take place,
  `h` spend hours, `U` tell, `u` be told, `m` send, `W` write, `E` be delivered, `g` go,
  `F` say or do anything else; `j` speaking with and `k` after meeting, as participles;
- what was held: `N` a call, `d` a talk, `G` a meeting, `L` a letter, `T` by phone, `V` by video;
- between words: `w` with or to, `f` of or from, `i` in, `b` between, `B` before, `&` and, `r` who,
  `,` a comma, bracket or dash, `;` what begins a clause (that, when, he, after) or a colon,
  `q` a quotation mark, `z` separately;
- when: `t` a day, `y` once and no news, `Y` a time before what is told;
- what keeps it from being so: `x` not, or still to come, `c` refused or agreed, `n` denied;
- `o` any other word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from index.contacts import hebrew, romanian, russian
from index.contacts.adjectives import joined
from index.contacts.appositions import appositions
from index.contacts.country_leaders import without_names
from index.contacts.english import settled_tenses, without_speech
from index.contacts.items import Item, read_items
from index.contacts.vocabulary import OTHER
from search import names
from search.analysis.lexicon import lexicon_of
from search.entities.subjects import Mention
from search.model.articles import Span
from search.names.own import follows

_LEADER: Final = "leader"
_OWNED: Final = re.compile(r"X(?:[fa]|o[oa]?f|(?<=X)w)*P")
_TITLED: Final = re.compile(r"X(?=(?:[fa]|[,&]a)*,?P)")
# whom somebody or something else belongs to, and who stands beside them: `wives of Xi and Putin`
_ANOTHERS: Final = re.compile("(?<![QRSMNGdL])of{1,2}P")
_BESIDE: Final = re.compile("(?<=D)&[af]*P")
_BEFORE: Final = re.compile("P(?=[oa]?X)")  # `Putin critic`, `Trump special envoy`
_GIVEN: Final = re.compile(
    "(?:(?<=[a&])|(?<=a,))o(?=P)"
)  # a given name that is written in a way of its own
_TWICE: Final = re.compile("P(?=P)")
BY: Final = ("de", "de către")
_DONE_BY: Final = re.compile("[QuKE][otTVizaw,]{1,10}$")  # a fost primit aproape o oră de B
_BEFORE_NAME: Final = re.compile("o(?=P)")
_AND_GIVEN: Final = re.compile("(?<=P)o(?=P)")  # and one behind a Hebrew `and`
_AND: Final = "ו"
_FAMILY: Final = re.compile("(?<=P)wo")  # a name of a family that begins as `to` is written
_AL: Final = "אל"
_SEVERAL: Final = re.compile("[fa]*,?P(?:fa)*[,&]")
_QUOTED: Final = re.compile("q[oa]{1,4}q")  # a „very good” talk: no speech
_LEADERS: Final = re.compile("a(?![&,aefop]{0,8}P|[af,])")
_TALKS: Final = re.compile("(?<=[fioHBw])S")  # `a day of talks` in a headline
_OFFICIAL: Final = re.compile("X(?=[oGNdL])")  # `official talks`
# today (Thursday), last night (between Sunday and Monday), the night between Sunday and Monday
_DATED_DAY: Final = re.compile("t,t,|t,btwt,|t;btwt")
_UNHELD: Final = re.compile(
    "x(?=(j?))(?![oafw]{0,3}[NGdL]|k)"
)  # of no contact: `possible cooperation`
_ON_A_DAY: Final = re.compile("i(?=t)")  # the word before a weekday says nothing more
MEETING: Final = "G"
VERBAL: Final = ("ed", "es")
# offices that words for persons say which are no leaders' anywhere else
MINISTERS: Final = frozenset(
    {"defence-minister", "foreign-minister", "high-representative", "vice-president"}
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as items, and their symbols as one string of the same length."""

    items: tuple[Item, ...]
    symbols: str


def sentence(
    text: str, span: Span, mentions: Sequence[Mention], language: str, *, headline: bool
) -> Sentence:
    """A sentence of a text with the leaders and countries that stand in it."""
    named = sorted(mentions, key=lambda one: one.facet == _LEADER)  # מלך ירדן עבדאללה is himself
    by_place = {mention.start: mention for mention in named}
    read = list(read_items(text, span, by_place, language, headline=headline))
    items = _days_merged(text, _and_merged(text, read) if language == "he" else read)
    symbols = "".join([item.symbol for item in items])
    if language == "he":
        symbols = _hebrew(text, items, symbols)
    if language == "ro":
        symbols = romanian.settled(symbols, _words(text, items))
        symbols = joined(symbols, [item.kind for item in items], language)
    if language == "ru":
        items, symbols = _russian(text, items, symbols, mentions)
    symbols = _QUOTED.sub(lambda found: OTHER + found[0][1:-1] + OTHER, symbols)
    symbols = _LEADERS.sub(lambda found: _leaders(items[found.start()]), symbols)
    symbols = _TITLED.sub(lambda found: _title(items, found), symbols)
    if "X&a" in symbols:  # `deputy premier and foreign minister A`: the last first
        symbols = _TITLED.sub(lambda found: _title(items, found), symbols)
    symbols = _ON_A_DAY.sub("t", symbols)
    symbols = _UNHELD.sub(lambda found: _unheld(items, found), symbols)
    if language == "en":
        symbols = settled_tenses(without_speech(symbols), [item.kind for item in items])
        symbols = _TALKS.sub(lambda found: _talks(text, items[found.start()]), symbols)
        symbols = _OFFICIAL.sub(lambda found: _official(text, items[found.start()]), symbols)
        symbols = joined(symbols, [item.kind for item in items], language)
        symbols = _BEFORE.sub(lambda found: _before(text, items, found), symbols)
    return Sentence(items, _owned(text, items, symbols))


def _owned(text: str, items: Sequence[Item], symbols: str) -> str:
    """The symbols with those to whom somebody else belongs."""
    symbols = _OWNED.sub(lambda found: found[0][:-1] + "D", symbols)
    symbols = _ANOTHERS.sub(lambda found: _anothers(text, items, found), symbols)
    while _BESIDE.search(symbols):
        symbols = _BESIDE.sub(lambda found: found[0][:-1] + "D", symbols)
    return symbols


def _days_merged(text: str, items: Sequence[Item]) -> tuple[Item, ...]:
    """Items in which `today (Thursday)` is one, the Thursday; a night between two days is its."""
    symbols = "".join([item.symbol for item in items])
    merged: list[Item] = []
    kept = place = 0
    while found := _DATED_DAY.search(symbols, place):
        own = items[slice(*found.span())]
        place = found.start() + 1
        if own[1].is_prefix or text[own[1].start] == "(":
            day = own[2] if own[2].symbol == "t" else own[0]
            merged.extend(items[kept : found.start()])
            merged.append(day._replace(start=own[0].start, end=own[-1].end))
            kept = place = found.end()
    return (*merged, *items[kept:])


def _hebrew(text: str, items: Sequence[Item], symbols: str) -> str:
    """Symbols of a Hebrew sentence: with given names, and settled by the words around them."""
    symbols = _AND_GIVEN.sub(lambda found: _and(text, items, found.start()), symbols)
    symbols = _GIVEN.sub("a", symbols)
    symbols = _BEFORE_NAME.sub(lambda found: _given(text, items[found.start()]), symbols)
    symbols = _FAMILY.sub(lambda found: _family(text, items, found), symbols)
    return hebrew.settled(symbols, [item.kind for item in items], _words(text, items))


def _russian(
    text: str, items: Sequence[Item], symbols: str, mentions: Sequence[Mention]
) -> tuple[tuple[Item, ...], str]:
    """Items and symbols of a Russian sentence, some of them settled by the words around them."""
    kinds = ["oblique" if item.oblique else item.kind for item in items]
    words = _words(text, items)
    symbols, own = russian.settled(symbols, words, kinds)
    symbols = _named_twice(items, symbols)
    for start, end in appositions(symbols, words, kinds):
        symbols = symbols[:start] + "a" * (end - start) + symbols[end:]
    for start, end in without_names(symbols, kinds, [item.start for item in items], mentions):
        symbols = symbols[:start] + OTHER * (end - start - 1) + "e" + symbols[end:]
    read = list(items)
    for at, (symbol, kind) in own.items():
        read[at] = read[at]._replace(symbol=symbol, kind=kind)
    return tuple(read), symbols


def _named_twice(items: Sequence[Item], symbols: str) -> str:
    """Symbols without a name right behind the same: an official page explains who that is."""
    places = [match.end() for match in _TWICE.finditer(symbols)]
    for at in places:
        if items[at].leader == items[at - 1].leader:
            symbols = symbols[:at] + "a" + symbols[at + 1 :]
    return symbols


def _and_merged(text: str, read: Sequence[Item]) -> list[Item]:
    """Items in which a name right behind another has an `and`: ו is left out before ו."""
    items: list[Item] = []
    for item in read:
        is_next = item.leader and bool(items) and bool(items[-1].leader)
        if is_next and text[item.start] == _AND:
            items.append(Item("&", item.start, item.start))
        items.append(item)
    return items


def _and(text: str, items: Sequence[Item], place: int) -> str:
    """What a word between two names is: `and` with a given name, or any.

    A given name is no word of the dictionary, or it is one of the leader's behind it.
    """
    item, behind = items[place], items[place + 1]
    written = text[item.start : item.end]
    given = written.removeprefix(_AND)
    is_name = lexicon_of("he").lemma(given) is None or hebrew.is_part(
        given, "leader", behind.leader
    )
    return "&" if given != written and is_name else OTHER


def _words(text: str, items: Sequence[Item]) -> list[str]:
    return [text[item.start : item.end] for item in items]


def _leaders(item: Item) -> str:
    """What a word for several leaders is that stands before no names: those named before."""
    return "e" if item.kind == "leaders" else "a"


def _given(text: str, item: Item) -> str:
    """What a word before a Hebrew name is: a given name, if no dictionary has it."""
    written = text[item.start : item.end]
    is_word = bool(item.kind) or not written.isalpha() or lexicon_of("he").lemma(written)
    return OTHER if is_word else "a"


def _family(text: str, items: Sequence[Item], found: re.Match[str]) -> str:
    """What `al` with an unknown word is behind a Hebrew name: the rest of it, and not `to`."""
    item = items[found.start()]
    return "aa" if text[item.start : item.end] == _AL else found[0]


def _official(text: str, item: Item) -> str:
    """What `official` is: an adjective before what is no person."""
    return OTHER if text[item.start : item.end].casefold() == "official" else item.symbol


def _talks(text: str, item: Item) -> str:
    """What `talks` is behind a preposition: no verb."""
    return MEETING if text[item.start : item.end].casefold() == "talks" else item.symbol


def _title(items: Sequence[Item], found: re.Match[str]) -> str:
    """What a word for a minister is: before the name of one it is a title."""
    item = items[found.start()]
    ahead = (one.leader for one in items[found.end() :] if one.symbol == "P")
    is_beside = item.kind == "peer" and "f" not in found.string[found.end() :].split("P")[0]
    is_beside |= item.kind == "titles" and _are_titles(items, found)
    is_title = is_beside or (item.kind == "minister" and _is_minister(next(ahead, "")))
    return "a" if is_title else found[0]


def _are_titles(items: Sequence[Item], found: re.Match[str]) -> bool:
    """Whether those named are several, and no minister is only theirs: `ministers of A and B`."""
    if not _SEVERAL.match(found.string, found.end()):
        return False
    named = found.string.index("P", found.end())
    last = found.string.rfind("f", found.end(), named)
    return last < 0 or any(not item.kind for item in items[last + 1 : named])


def _anothers(text: str, items: Sequence[Item], found: re.Match[str]) -> str:
    """What a leader behind `of` is: whose something is.

    Not from whom it is, with a Hebrew letter, nor to whom, with a Romanian article.
    """
    of = items[found.end() - 2]
    if text[of.start : of.end] in BY and _DONE_BY.search(found.string, 0, found.end() - 2):
        return found[0]
    if of.is_prefix or romanian.is_dative(_words(text, items[: found.end() - 1])):
        return found[0]
    return found[0][:-1] + "D"


def _before(text: str, items: Sequence[Item], found: re.Match[str]) -> str:
    """What a leader before a person is: `Trump critics` are his, `Trump ordered aides` not."""
    between = items[found.end()]
    return "P" if text[between.start : between.end].endswith(VERBAL) else "D"


def _unheld(items: Sequence[Item], found: re.Match[str]) -> str:
    """What a word is that leaves what follows open, where that is no contact."""
    at = found.start()
    is_without = bool(found[1]) and items[at + 1].kind != "gerund-while"  # `without speaking to`
    return found[0] if is_without or items[at].kind != "open" else OTHER


@follows
@lru_cache(maxsize=1024)
def _is_minister(leader: str) -> bool:
    held = names.offices().get(leader, ())
    return any(office.office in MINISTERS for office in held)
