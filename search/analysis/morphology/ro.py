"""Romanian: accents that many leave out, two spelling reforms, and endings of case and article.

An accent typed is an accent meant; a word without one may be a bare spelling, but never where that
would make a name of a common word (putin, puțin).
"""

from __future__ import annotations

from typing import Final

from search.analysis import normalize, term_builders
from search.analysis.lexicon import lexicon_of
from search.analysis.morphology import ro_unknown
from search.analysis.morphology.name_spellings import spelled_names, usual_spellings
from search.analysis.tokens import LEMMA, TermReadings, WrittenWord
from search.names import given_names

LANGUAGE: Final = "ro"
# Before a stem, î stays î inside a word too: neîncredere, reîncepe.
_PREFIXES: Final = (
    "ne",
    "re",
    "pre",
    "bine",
    "sub",
    "auto",
    "contra",
    "semi",
    "între",
    "supra",
    "prea",
    "dez",
    "des",
)
_MARK: Final = "~"  # behind a form without accents that is another word
# Endings that a name takes, and what the name itself ends in; the longest first.
_NAME_ENDINGS: Final = (
    ("iei", "ia"),
    ("ului", ""),
    ("ului", "u"),
    ("lui", ""),
    ("ul", ""),
    ("ei", "a"),
    ("i", "a"),
)
_ARTICLES: Final = ("ului", "ul")
_CLEAR_ENDING: Final = "ului"  # no name ends so by itself


def read(written: WrittenWord) -> TermReadings:
    """The terms of a Romanian word."""
    word = written.normal
    if normalize.strip_accents(word) != word:
        terms = _accented(written)
    elif written.is_query:
        terms = _bare_query(written)
    elif written.is_accented:
        terms = [
            term_builders.exact(word),
            *_as_spelled(written),
            *(_shouted(word) if written.is_shouted else []),
        ]
    else:
        terms = _bare_article(written)
    if not (word.isalpha() and word.isascii()):
        spell = term_builders.exact if written.is_query else term_builders.folded
        terms += map(spell, normalize.spelt_otherwise(word))
    other = None if is_name(word) else lexicon_of(LANGUAGE).loose(word)
    strong = tuple(dict.fromkeys(terms))
    loose = term_builders.lemma(other) if other else None
    return TermReadings(strong, () if loose is None or loose in strong else (loose,))


def _accented(written: WrittenWord) -> list[str]:
    """A word with accents.

    A query also looks for bare spellings of its forms, unless these are a name.
    """
    word, stripped = written.normal, normalize.strip_accents(written.normal)
    spelled = _as_spelled(written)
    if not written.is_query:
        return [term_builders.exact(word), *spelled, term_builders.folded(stripped)]
    bare = [] if is_name(stripped) else [term_builders.bare(stripped), *_bare_forms(spelled)]
    return [term_builders.exact(word), *spelled, *bare]


def _bare_query(written: WrittenWord) -> list[str]:
    """A word typed without accents means any spelling that folds to it and is no name's."""
    word = written.normal
    if meets_name(word):
        return [term_builders.exact(word), *_as_spelled(written)]
    meant = _as_meant(word)
    known = _known(word) if meant else _as_spelled(written)
    return [
        term_builders.exact(word),
        term_builders.folded(word),
        *known,
        *meant,
        *_stripped(meant),
    ]


def _bare_article(written: WrittenWord) -> list[str]:
    """A word in an article without accents may stand for an accented one.

    A capital makes it a name.
    What it may stand for is kept without accents, where words typed bare look, and as a bare form,
    where words typed with accents look last.
    """
    word = written.normal
    meant = _as_meant(word)
    stripped = _stripped(meant)
    if (written.is_capital and not written.is_shouted) or is_name(word):
        return [term_builders.exact(word), *(_known(word) or stripped or _as_spelled(written))]
    known = _known(word) if meant else _as_spelled(written)
    return [
        term_builders.exact(word),
        *known,
        *stripped,
        term_builders.bare(word),
        *_bare_forms(meant),
    ]


def _shouted(word: str) -> list[str]:
    """What a word in capitals may stand for besides, in an article that writes accents.

    PRESEDINTELE.
    """
    meant = [] if is_name(word) else _as_meant(word)
    stripped = _stripped(meant)
    return [*stripped, term_builders.bare(word), *_bare_forms(meant)] if meant else []


def _stripped(lemmas: list[str]) -> list[str]:
    """Dictionary forms without accents; marked where that is another word: limita of limită."""
    plain = map(normalize.strip_accents, lemmas)
    known = lexicon_of(LANGUAGE)
    return [
        f"{other}{_MARK}" if other != form and known.lemma(other.removeprefix(LEMMA)) else other
        for form, other in zip(lemmas, plain, strict=True)
    ]


def _bare_forms(lemmas: list[str]) -> list[str]:
    """Dictionary forms as what a word without accents may stand for."""
    forms = (term.removeprefix(LEMMA) for term in lemmas)
    return [
        term_builders.bare(form)
        for form in forms
        if not (form.startswith(ro_unknown.STEM) or is_name(normalize.strip_accents(form)))
    ]


def is_name(word: str) -> bool:
    """Whether a word is a name, or a part of one, of a leader or a country."""
    return word in spelled_names(LANGUAGE)


def meets_name(word: str) -> bool:
    """Whether a bare word is a name and some common word's bare spelling too: putin and puțin."""
    if not is_name(word):
        return False
    known = lexicon_of("ro-bare").lemma(word)
    return (
        known is not None
        and known not in spelled_names(LANGUAGE) | given_names(LANGUAGE)
        and known != word
    )


def _as_spelled(written: WrittenWord) -> list[str]:
    """The dictionary forms of just this spelling.

    By the dictionary, else of a name, else by the ending.
    """
    word = written.normal
    known = _known(word) or _half_accented(word)
    if known:
        return known
    named = _name_of(word)
    if named or written.is_capital:
        return [term_builders.lemma(named or _clear_name(word))]
    return [term_builders.lemma(form) for form in ro_unknown.forms(word)]


def _known(word: str) -> list[str]:
    """What names and the dictionary know of just this spelling, or of it after the reforms."""
    if is_name(word):
        own = _with_article(word) or word
        return [term_builders.lemma(usual_spellings(LANGUAGE).get(own, own))]
    known = _forms(LANGUAGE, word)
    today = word if known else modern(word)
    return known if today == word else _forms(LANGUAGE, today)


def _half_accented(word: str) -> list[str]:
    """The dictionary forms of a word that lacks some of its accents and has others: întelegerea."""
    stripped = normalize.strip_accents(word)
    meant = _forms(f"{LANGUAGE}-bare", stripped) if stripped != word else []
    return [form for form in meant if _has_accents_of(word, form.removeprefix(LEMMA))]


def _has_accents_of(word: str, form: str) -> bool:
    """Whether a dictionary form has the accents that a word has, as far as both are alike."""
    for own, other in zip(word, form, strict=False):
        if own != other and own != normalize.strip_accents(other):
            return normalize.strip_accents(own) != normalize.strip_accents(other)
    return True


def _as_meant(word: str) -> list[str]:
    """The dictionary forms of what a spelling without accents most often stands for."""
    joined = usual_spellings(LANGUAGE).get(word)
    return (
        [term_builders.lemma(joined)]
        if joined
        else _forms(f"{LANGUAGE}-bare", word) or _forms(LANGUAGE, word)
    )


def _forms(table: str, word: str) -> list[str]:
    """The dictionary form of a word in a table, and the verb if it is a participle."""
    return [term_builders.lemma(form) for form in lexicon_of(table).forms(word)]


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
            return usual_spellings(LANGUAGE).get(name, name)
    return None


def _with_article(name: str) -> str | None:
    """The name that another name has the article of: Kremlinul."""
    bare = (name.removesuffix(article) for article in _ARTICLES)
    return next((own for own in bare if own != name and is_name(own)), None)


def _clear_name(word: str) -> str:
    """An unknown word with a capital is a name.

    Only an ending that no name has by itself is cut.
    """
    stem = word.removesuffix(_CLEAR_ENDING)
    return stem if len(stem) >= 3 else word
