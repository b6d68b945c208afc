"""Romanian: accents that many leave out, two spelling reforms, and endings of case and article.

An accent typed is an accent meant; a word without one may be a bare spelling, but never where that would make a name
of a common word (putin, puțin).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from search.analysis import fold, reading
from search.analysis.reading import Reading, Written
from search.analysis.tables import rows, words
from search.names import spelling_joins, word_names

LANGUAGE: Final = "ro"
_LONGEST_ENDING: Final = 8
_STEM: Final = 2  # letters that an ending must leave
# Before a stem, î stays î inside a word too: neîncredere, reîncepe.
_PREFIXES: Final = ("ne", "re", "pre", "bine", "sub", "auto", "contra", "semi", "între", "supra", "prea", "dez", "des")
# Endings that a name takes, and what the name itself ends in; the longest first.
_NAME_ENDINGS: Final = (("iei", "ia"), ("ului", ""), ("ului", "u"), ("lui", ""), ("ul", ""), ("ei", "a"), ("i", "a"))
_CLEAR_ENDING: Final = "ului"  # no name ends so by itself


def read(written: Written) -> Reading:
    """The terms of a Romanian word."""
    word = written.normal
    if fold.bare(word) != word:
        return _accented(written)
    if written.is_query:
        return _bare_query(written)
    if written.is_accented:
        return Reading((reading.exact(word), reading.lemma(_lemma(written))))
    return _bare_article(written)


def _accented(written: Written) -> Reading:
    """A word with accents; a query also looks for bare spellings, unless these are a name."""
    word, stripped = written.normal, fold.bare(written.normal)
    terms = (reading.exact(word), reading.lemma(_lemma(written)))
    if not written.is_query:
        return Reading((*terms, reading.folded(stripped)))
    return Reading(terms if is_name(stripped) else (*terms, reading.bare(stripped)))


def _bare_query(written: Written) -> Reading:
    """A word typed without accents may mean any spelling that folds to it."""
    word = written.normal
    found = _lemma(written)
    terms = (reading.exact(word), reading.lemma(found))
    if meets_name(word):
        return Reading(terms)
    meant = _bare_lemma(word) or found
    return Reading(
        tuple(dict.fromkeys((*terms, reading.folded(word), reading.lemma(meant), reading.lemma(fold.bare(meant)))))
    )


def _bare_article(written: Written) -> Reading:
    """A word in an article without accents may stand for an accented one; a capital makes it a name."""
    word = written.normal
    known = _bare_lemma(word)
    if written.is_capital or is_name(word):
        found = _exact_lemma(word) or (fold.bare(known) if known else _lemma(written))
        return Reading((reading.exact(word), reading.lemma(found)))
    return Reading((reading.exact(word), reading.lemma(known or _lemma(written)), reading.bare(word)))


def is_name(word: str) -> bool:
    """Whether a word is a name, or a part of one, of a leader or a country."""
    return word in _names()


def meets_name(word: str) -> bool:
    """Whether a bare word is a name and some common word's bare spelling too: putin and puțin."""
    if not is_name(word):
        return False
    known = words("ro-bare").lemma(word)
    return known is not None and known not in _names() and known != word


@cache
def _names() -> frozenset[str]:
    """The names in our spelling, and their other spellings."""
    return frozenset(fold.normal(name) for name in (*word_names(LANGUAGE), *spelling_joins(LANGUAGE)))


@cache
def _joins() -> dict[str, str]:
    return {fold.normal(variant): fold.normal(usual) for variant, usual in spelling_joins(LANGUAGE).items()}


def _lemma(written: Written) -> str:
    """The dictionary form by the dictionary, else of a name, else by the ending."""
    word = written.normal
    found = _exact_lemma(word) or _name_of(word)
    if found:
        return found
    return _clear_name(word) if written.is_capital else guess(fold.bare(word))


def _exact_lemma(word: str) -> str | None:
    """What is known of just this spelling, or of it after the reforms."""
    if is_name(word):
        return _joins().get(word, word)
    lexicon = words(LANGUAGE)
    return lexicon.lemma(word) or lexicon.lemma(modern(word))


def _bare_lemma(word: str) -> str | None:
    """What a spelling without accents most often stands for."""
    return _joins().get(word) or words("ro-bare").lemma(word) or words(LANGUAGE).lemma(word)


def modern(word: str) -> str:
    """A word as spelled since 1993: â for î inside a word, sunt for sînt."""
    if word.startswith("sînt"):
        return f"sunt{word[4:]}"
    place = word.find("î", 1)
    if place < 1 or place == len(word) - 1 or word[:place] in _PREFIXES:
        return word
    return word[:place] + word[place:-1].replace("î", "â") + word[-1]


def _name_of(word: str) -> str | None:
    """The name that a word declines: iohannisului, trumpului."""
    for ending, own in _NAME_ENDINGS:
        name = word[: -len(ending)] + own
        if word.endswith(ending) and is_name(name):
            return _joins().get(name, name)
    return None


def _clear_name(word: str) -> str:
    """An unknown word with a capital is a name: only an ending that no name has by itself is cut."""
    stem = word.removesuffix(_CLEAR_ENDING)
    return stem if len(stem) >= 3 else word


def guess(word: str) -> str:
    """The dictionary form of an unknown bare word, as words with its ending mostly have it."""
    for length in range(min(_LONGEST_ENDING, len(word) - _STEM), 0, -1):
        rule = _endings().get(word[-length:])
        if rule:
            cut, added = rule
            return word[: len(word) - cut] + added if len(word) - cut >= _STEM else word
    return word


@cache
def _endings() -> dict[str, tuple[int, str]]:
    """How many letters an ending loses, and what comes in their place."""
    return {ending: (int(cut), added) for ending, cut, added in rows("ro-endings.tsv")}
