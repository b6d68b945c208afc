"""Persian: the dictionary, with the forms of verbs and possessives that it has not.

simplemma gives some verbs the infinitive (سوختن) and others the past, as treebanks do (كرد), and
takes become (شد) for a passive of do. Here every verb has the past; an infinitive is a noun too,
and keeps itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tools.build_tables import persian_verbs
from tools.build_tables.dictionary_only import own_forms
from tools.build_tables.persian_verbs import LANGUAGE
from tools.build_tables.sources import dictionary, frequencies
from tools.build_tables.writing import write_words

_TALK: Final = ("گفتوگو", "گفتگو")
# among, this, of work, of blood: the dictionary takes them for verbs
_MISTAKEN: Final = frozenset({"ميان", "اين", "ا", "كاري", "كارم", "كاره", "خوني", "خونم"})
_INFINITIVE: Final = ("دن", "تن")
# What nouns have behind them, longest first: the ending, what it stands behind, the fewest letters
# of that. جمهوريت is no ت of جمهوري.
_POSSESSIVES: Final = (
    ("شان", "", 3),
    ("تان", "", 3),
    ("مان", "", 3),
    ("اش", "هي", 3),
    ("ام", "هي", 3),
    ("ات", "", 4),
    ("ش", "", 3),
    ("م", "", 3),
    ("ت", "", 3),
)
_ABSTRACT: Final = "يت"
_OF: Final = ("ي", "يي")
_WHOLE: Final = 3  # letters of what a word with ي is derived from
_FREQUENT: Final = 4  # how much more frequent a noun is than with its possessive


def make() -> None:
    """The dictionary, verbs and possessives, with what a word may be besides."""
    verbs = persian_verbs.verbs()
    forms = _plural_first(_by_past(_changing(), set(verbs.values())), frequencies(LANGUAGE))
    conjugated = persian_verbs.conjugated(verbs, forms)
    parted = dict(persian_verbs.behind_particles(verbs))
    others = {f: past for f, (_, past) in parted.items() if not f.endswith(f"{past}ه")}
    others |= persian_verbs.of_another_verb(conjugated, forms)
    parts = {form: f"{particle}{past}" for form, (particle, past) in parted.items()}
    forms = {**forms, **conjugated, **persian_verbs.copula()}
    forms = {**_possessed(forms), **forms, **parts}
    loose = _derived(forms)
    forms = {**{word: word for word in loose}, **forms}
    write_words(LANGUAGE, forms, alternates={**own_forms(forms), **others}, loose=loose)


def _derived(known: Mapping[str, str]) -> Mapping[str, str]:
    """The words that are a noun with ي by that noun: رهبري is what a رهبر does, and of a رهبر."""
    own = frozenset(dictionary(LANGUAGE).values())
    pairs = ((word, word.removesuffix(ending)) for word in frequencies(LANGUAGE) for ending in _OF)
    return {
        word: noun
        for word, noun in pairs
        if known.get(word, word) == word != noun
        if noun in own and len(noun) >= _WHOLE and not noun.endswith("ي")
    }


def _possessed(known: Mapping[str, str]) -> Mapping[str, str]:
    """The words that are a more frequent noun and a possessive, by the dictionary form of that."""
    shares, listed = frequencies(LANGUAGE), dictionary(LANGUAGE)
    own = frozenset(listed.values())
    return {
        word: known.get(noun, noun)
        for word in shares.keys() - listed.keys() - own - known.keys()
        if (noun := _noun_of(word)) and (noun in own or noun in listed)
        if shares.get(noun, 0.0) >= _FREQUENT * shares[word]
    }


def _noun_of(word: str) -> str | None:
    """What stands before a possessive."""
    for ending, behind, least in _POSSESSIVES:
        noun = word.removesuffix(ending)
        if noun != word and len(noun) >= least and (not behind or noun.endswith(tuple(behind))):
            return None if word.endswith(_ABSTRACT) else noun
    return None


def _changing() -> Mapping[str, str]:
    """The forms that are not their own dictionary form."""
    spelled = {form: lemma.replace(*_TALK) for form, lemma in dictionary(LANGUAGE).items()}
    return {
        form: lemma for form, lemma in spelled.items() if form != lemma and form not in _MISTAKEN
    }


def _by_past(forms: Mapping[str, str], pasts: set[str]) -> Mapping[str, str]:
    """Verbs by their past, where texts have it."""
    met = frequencies(LANGUAGE)

    def past(lemma: str) -> str:
        stem = lemma.removesuffix("ن")
        is_verb = lemma.endswith(_INFINITIVE) and (stem in pasts or stem in met)
        return stem if is_verb else lemma

    return {form: past(lemma) for form, lemma in forms.items()}


def _plural_first(forms: Mapping[str, str], shares: Mapping[str, float]) -> Mapping[str, str]:
    """Let دستهای be many of دست and not one دسته, where the one is more frequent than the other."""

    def usual(form: str, lemma: str) -> str:
        stem = lemma.removesuffix("ه")
        is_either = form == f"{lemma}اي" and stem != lemma
        return stem if is_either and shares.get(stem, 0.0) > shares.get(lemma, 0.0) else lemma

    return {form: usual(form, lemma) for form, lemma in forms.items()}
