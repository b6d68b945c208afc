"""Other places: where does a country's name mean a street, a town of a state or somebody?

`Strada Londra` is in Bucharest, `London, Ontario` in Canada, Georgia in the US is a state, and who
has a wife or an age is no country: there the name counts in company only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final, Literal

from search import names
from search.analysis.language import script_of
from search.analysis.normalize import normalize
from search.entities.american_georgia import GEORGIA, NamedPlace, is_american, states
from search.entities.automaton import NameMatch
from search.entities.candidates import EntityCandidate, Met
from search.entities.given_names import COUNTRIES_AS_GIVEN, is_given
from search.entities.surroundings import AROUND

# countries and capitals that are surnames too, behind a given name: דניאלה לונדון, Tom Holland
SURNAMES: Final = frozenset(
    {"Colombo", "England", "Holland", "Ireland", "Jordan", "London", "Washington"}
    | {"Лондон", "Лондона", "Лондону", "לונדון"}
)
SDEROT: Final = "שדרות"  # avenues, and a town where leaders speak
MANNER: Final = "по-"
# what stands before a language, between two, and how they end in Russian there
SPOKEN: Final = frozenset(
    {"In", "in", "into", "speak", "speaking", "speaks", "spoke", "На", "на"}
    | {"Vorbește", "vorbesc", "vorbește", "În", "în"}
)
COMMA: Final = ", "
GENITIVE: Final = re.compile("['’]s?$")
AND: Final = frozenset({"and", "or", "și", "sau", "и", "или"})
LANGUAGE_ENDS: Final = ("ском", "цком", "ский", "цкий")
NAMED_LANGUAGES: Final = re.compile("(.+) language|limba (.+)")
LANGUAGE: Final = " язык"
ADVERBS: Final = ("ски", "цки", "ськи", "цьки")
ENDS: Final = frozenset("йиоумхяею")  # of Russian adjectives and their adverbs
ADJECTIVES: Final = ("ая", "ой", "ом", "ского", "ский", "ую", "ська", "ський", "ської", "ській")

_WORD_BEFORE: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\.?\s?[«„“\"]?\Z")
_SENTENCE: Final = re.compile(r"(?:\A|[.!?\n\"“„«])\s?\Z")
# `Chad and his wife`, `Chad said he`, `Jordan, 23,`, `Jordan scored 30 points`
_PERSONAL: Final = re.compile(
    r" said s?he\b| (?:[^\s.,;!?]+ ){0,8}?(?:and|with) (?:his|her)\b|, \d\d,| \w+ed \d+ points\b"
)
# `румынского как государственного языка`, `на румынском, русском и гагаузском языках`
_AS_LANGUAGE: Final = re.compile(
    r"(?: как [а-я]+|[»\"]?(?:(?:,| и|, а не) [«\"]?[а-я]+[сц]к[а-я]{2,3}[»\"]?){0,3}) язык"
)
_TONGUE: Final = (
    r"(?:[A-Z][a-z]+(?:ish|ian|ese|ch|man|ew|ic|eek)|[a-zâ]+(?:an|ez|s|n)ă|[а-я]+[сц]к(?:ом|ий))"
)
_AND: Final = rf"(?:{'|'.join(sorted(AND))})"
_ALONE: Final = re.compile(rf"(?: {_AND} {_TONGUE})?(?:[.,;:)!?»]|\Z)")
_LISTED: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(SPOKEN))}) (?:{_TONGUE}, ){{0,3}}{_TONGUE}(?:,|,? {_AND}) \Z"
)
# what parts two of a list; Hebrew writes `and` to the second
_JOINT: Final = re.compile(r",? (?:and|or|și|şi|si|sau|и|или|та|й) |, |,? ו")
_BEFORE_STATE: Final = (", ", " (", " שב", ", שב")
# `London, Ontario`, `Париж (штат Техас)`, פריז שבטקסס
_IN_STATE: Final = (
    r"(?:, | \(|,? (?=שב))(?:штат )?(?:שב)?(?:{states})(?![^\W\d_])(?!,? (?:and )?(?:{states}))"
)


def in_place(text: str, met: Sequence[Met]) -> list[Met]:
    """The names of a text with what they mean where they stand.

    Behind somebody's whole name (`Jim Jordan`) the surname alone is the country's in company only.
    """
    found, people = [], set[str]()
    for place, (match, _) in enumerate(met):
        here = _in_place(text, met, place)
        written = text[match.start : match.end]
        if written in people and here.countries:
            here = here._replace(countries=(), weak=(*here.countries, *here.weak))
        last = GENITIVE.sub("", written.rpartition(" ")[2])
        if last in SURNAMES and (here.bearers or _is_surname(written, match)):
            people.add(last)
        found.append((match, here))
    return _with_listed(text, found)


def _in_place(text: str, met: Sequence[Met], place: int) -> EntityCandidate:
    """What one of the names means."""
    match, means = met[place]
    if means.leaders and _is_street(text, match, is_leader=True):
        return EntityCandidate()
    if not (means.countries or means.weak):
        return means
    is_in_state = text.startswith(_BEFORE_STATE, match.end) and _is_in_state(text, match.end)
    is_language = text[match.end - 1] in ENDS and _is_language(text, match)
    is_spoken = _is_spoken(text, match)
    is_persons = _is_surname(text[match.start : match.end], match)
    is_state = GEORGIA in means.countries and _is_state(text, met, place)
    if is_in_state or is_language or is_spoken or is_persons or is_state or _is_street(text, match):
        return means._replace(countries=(), weak=())
    if _is_somebody(text, match):
        return means._replace(countries=(), weak=(*means.countries, *means.weak))
    return means


def _is_state(text: str, met: Sequence[Met], place: int) -> bool:
    """Whether Georgia is the state of the United States."""
    every = [NamedPlace(one.start, one.end, (*of.countries, *of.weak)) for one, of in met]
    return is_american(text, every, place)


def _is_surname(written: str, match: NameMatch) -> bool:
    """Whether a place's name is somebody's surname, by the given name before it."""
    return written in SURNAMES and is_given(normalize(match.before))


def _is_language(text: str, match: NameMatch) -> bool:
    """Whether a Russian adjective says how one speaks or cooks (`по-турецки`), or the language."""
    if text.endswith(ADVERBS, match.start, match.end):
        return text[max(0, match.start - len(MANNER)) : match.start].lower() == MANNER
    is_near = text.find(LANGUAGE, match.end, match.end + AROUND) >= 0
    return is_near and _AS_LANGUAGE.match(text, match.end) is not None


def _is_spoken(text: str, match: NameMatch) -> bool:
    """Whether an adjective without a noun is a language: `(In French.)`, `на русском,`."""
    is_listed = match.before in AND or text.startswith(COMMA, max(0, match.start - len(COMMA)))
    if not (is_listed or match.before in SPOKEN):
        return False
    written = text[match.start : match.end]
    if written not in _languages() and not written.endswith(LANGUAGE_ENDS):
        return False
    before = max(0, match.start - AROUND)
    is_named = not is_listed or _LISTED.search(text, before, match.start) is not None
    return is_named and _ALONE.match(text, match.end) is not None


@cache
def _languages() -> frozenset[str]:
    """The languages that English and Romanian texts name."""
    named = (NAMED_LANGUAGES.fullmatch(row.name) for row in names.false_friends())
    return frozenset(one[one.lastindex or 0] for one in named if one)


def _is_in_state(text: str, end: int) -> bool:
    """Whether a town of a state is called so."""
    return _in_state().match(text, end) is not None


@cache
def _in_state() -> re.Pattern[str]:
    return re.compile(_IN_STATE.format(states="|".join(sorted(states()))))


def _is_street(text: str, match: NameMatch, *, is_leader: bool = False) -> bool:
    """Whether a street is called so."""
    if is_leader and match.before.endswith(SDEROT):
        return False
    if match.after[1] in _streets("behind"):
        return True
    if match.before:
        # `на улице Москвы` is in a street of Moscow, `на улице Московской` in one called so
        is_called = is_leader or text[match.start : match.end].endswith(ADJECTIVES)
        is_street = match.before.lower() in _streets("before")
        return is_street and (is_called or script_of(match.before) != "Cyrl")
    before = _WORD_BEFORE.search(text, max(0, match.start - AROUND), match.start)
    return before is not None and before[1].lower() in _streets("before")


@cache
def _streets(side: Literal["before", "behind"]) -> frozenset[str]:
    return frozenset(row.word for row in names.street_words() if row.side == side)


def _is_somebody(text: str, match: NameMatch) -> bool:
    """Whether a sentence begins with a given name of one whom it speaks of as a person."""
    return (
        text[match.start : match.end] in COUNTRIES_AS_GIVEN
        and _PERSONAL.match(text, match.end) is not None
        and _SENTENCE.search(text, max(0, match.start - AROUND), match.start) is not None
    )


def _with_listed(text: str, met: Sequence[Met]) -> list[Met]:
    """The names of a text, in which a weak one of a country is sure beside another country's.

    `Мали и Буркина-Фасо`, הודו ופקיסטן: by themselves these say *small* and *thanked*.
    """
    found = list(met)
    for at, ((first, one), (second, other)) in enumerate(pairwise(met)):
        if not (one.countries or other.countries) or not (_is_word(one) or _is_word(other)):
            continue
        if _JOINT.fullmatch(text, first.end, second.start + text.startswith("ו", second.start)):
            for place, means in ((at, one), (at + 1, other)):
                if _is_word(means):
                    found[place] = met[place][0], means._replace(countries=means.weak, weak=())
    return found


def _is_word(means: EntityCandidate) -> bool:
    """Whether a name may be a country's and nobody else's, and is not one by itself."""
    return bool(means.weak) and not (means.countries or means.leaders or means.bearers)
