"""Russian: which words are the forms that texts have of, and which of them are surnames?

Two dictionaries vote. OpenCorpora tells how likely each reading of a form is, which verb a
participle is of, and which forms are surnames; simplemma's lists count as a voice beside it.
A form keeps two readings where both are likely: банки are banks and jars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

import pymorphy3

from search.analysis.morphology.endings import guess_with, rules_of
from search.analysis.normalize import normalize
from tools.build_tables.dictionary_only import listed_forms
from tools.build_tables.endings import write_endings
from tools.build_tables.sources import RARE, frequencies
from tools.build_tables.writing import write_rows, write_words

LANGUAGE: Final = "ru"
_WORD: Final = re.compile("[а-я]+(?:-[а-я]+)*")
_SURNAME: Final = re.compile(".+(?:ов|ев|ин|ын)")
_SURNAME_FORM: Final = re.compile(".+(?:ов|ев|ин|ын)(?:а|у|ым|е|ой|ою|ы|ых|ыми)?")
_PLURAL: Final = ("ы", "ых", "ым", "ыми")
_SHARED_ENDINGS: Final = ("", "а", "у", "е")  # of surnames and of nouns
_LIKELY: Final = 0.6  # a second reading is kept from this share of the first
_VOTE: Final = 0.8  # how much the other dictionary counts, against the likeliest reading
_RARE_WORD: Final = 1e-7  # rarer words whose ending tells the same are left out
# how often its own forms come, against the plain one
_SURNAME_SHARE: Final = 1e-3
_RARE_SURNAME: Final = 3e-7  # a form rarer than this is hardly ever the other word
_COMMON_NAME: Final = 1e-7  # the least frequency of a given name


class Parse(NamedTuple):
    """A reading of a form by OpenCorpora."""

    lemma: str
    tag: str
    share: float


def make() -> None:
    """The dictionary, other words' endings, the surnames that are words too, the given names."""
    readings = {word: found for word in _seen() if (found := readings_of(word))}
    first = {word: found[0] for word, found in readings.items()}
    write_endings(LANGUAGE, first)
    kept = _without_regular(readings)
    alternates = {word: found[1] for word, found in kept.items() if len(found) > 1}
    write_words(LANGUAGE, {word: found[0] for word, found in kept.items()}, alternates=alternates)
    write_rows("slavic-surnames.tsv", ("surname", "mostly"), _surnames())
    write_rows("slavic-given.tsv", ("name",), ((name,) for name in sorted(_given_names())))


def readings_of(word: str) -> list[str]:
    """The dictionary forms that a form is likely to be of, at most two.

    None if no dictionary has it.
    """
    shares: dict[str, float] = {}
    for parse in _ordinary(word):
        shares[parse.lemma] = shares.get(parse.lemma, 0.0) + parse.share
    listed = listed_forms(LANGUAGE).get(word)
    if listed:
        shares[listed] = shares.get(listed, 0.0) + _VOTE * max(shares.values(), default=1.0)
    best = sorted(shares, key=lambda lemma: -shares[lemma])[:2]
    return [lemma for lemma in best if shares[lemma] >= _LIKELY * shares[best[0]]]


def _seen() -> Iterator[str]:
    """The words that texts have."""
    return filter(_WORD.fullmatch, frequencies(LANGUAGE, RARE))


def _ordinary(word: str) -> Sequence[Parse]:
    """How a form may be read: as a surname only if it is nothing else."""
    parses = _parses(word)
    return [parse for parse in parses if "Surn" not in parse.tag] or parses


@cache
def _parses(word: str) -> Sequence[Parse]:
    """Every reading that OpenCorpora knows of a form."""
    known = (parse for parse in _analyser().parse(word) if parse.is_known)
    return [Parse(_lemma(word, parse), str(parse.tag), parse.score) for parse in known]


def _lemma(word: str, parse: pymorphy3.analyzer.Parse) -> str:
    """The dictionary form.

    A woman's surname is its own (Захаровой is of Захарова), and so is крупнейший.
    """
    lemma = normalize(parse.normal_form)
    if "Supr" in parse.tag:
        own = parse.inflect({"masc", "sing", "nomn"})
        return normalize(own.word) if own else lemma
    is_womans = "Surn" in parse.tag and "femn" in parse.tag and _SURNAME.fullmatch(lemma)
    return f"{lemma}а" if is_womans and not word.endswith(_PLURAL) else lemma


@cache
def _analyser() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


def _without_regular(readings: Mapping[str, list[str]]) -> Mapping[str, list[str]]:
    """Without rare words that are read alike by their endings.

    What may be a surname stays, for it tells them apart.
    """
    rules, shares = rules_of(LANGUAGE), frequencies(LANGUAGE, RARE)
    return {
        word: found
        for word, found in readings.items()
        if shares[word] >= _RARE_WORD
        or _SURNAME_FORM.fullmatch(word)
        or found != [guess_with(rules, word)]
    }


def _surnames() -> Iterator[tuple[str, str]]:
    """Surnames with a form that is a word's too; which of them it mostly is with a capital."""
    shares = frequencies(LANGUAGE, RARE)
    shared = {surname for word in _seen() for surname in (*_both(word), *_unlisted(word))}
    for surname in sorted(shared):
        plain, own = shares.get(surname, 0.0), shares.get(f"{surname}ым", 0.0)
        is_name = own >= _SURNAME_SHARE * max(plain, RARE) or plain <= _RARE_SURNAME
        yield surname, "name" if is_name else "word"


def _both(word: str) -> Iterator[str]:
    """The surnames, as men bear them, that a form belongs to although it is a word's too."""
    parses = _parses(word) if _SURNAME_FORM.fullmatch(word) else ()
    names = {parse.lemma.removesuffix("а") for parse in parses if "Surn" in parse.tag}
    if any("Surn" not in parse.tag and parse.lemma not in names for parse in parses):
        yield from filter(_SURNAME.fullmatch, names)


def _unlisted(word: str) -> Iterator[str]:
    """A surname that no dictionary has, if its instrumental is met and other forms are a word's."""
    surname = word.removesuffix("ым")
    if (
        surname != word
        and _SURNAME.fullmatch(surname)
        and all("Surn" in parse.tag for parse in _parses(word))
    ):
        others = (parse.lemma for ending in _SHARED_ENDINGS for parse in _parses(surname + ending))
        if any(lemma != surname for lemma in others):
            yield surname


def _given_names() -> set[str]:
    """Given names and patronymics in their dictionary form."""
    common = (
        word for word, share in frequencies(LANGUAGE, _COMMON_NAME).items() if _WORD.fullmatch(word)
    )
    return {
        parse.lemma
        for word in common
        for parse in _parses(word)
        if "Name" in parse.tag or "Patr" in parse.tag
    }
