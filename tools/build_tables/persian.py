"""Persian: the forms of verbs, of which the dictionary has some, by two sorts of dictionary form.

simplemma gives some verbs the infinitive (سوختن) and others the past, as treebanks do (كرد), and
takes become (شد) for a passive of do, and is not (نيست) for another verb than is. Here every verb
has the past, and a verb behind a particle (بازمي‌گردد) the past with it and the one without; an
infinitive is a noun too, and keeps itself, and so does a past with its particle (بازگشت).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Final

from search.analysis.normalize import normalize
from tools.build_tables.dictionary_only import own_forms
from tools.build_tables.sources import RARE, dictionary, frequencies
from tools.build_tables.writing import write_words

LANGUAGE: Final = "fa"
VERBS: Final = Path(__file__).with_name("persian-verbs.tsv")
PARTICLES: Final = Path(__file__).with_name("persian-particles.tsv")
_TALK: Final = ("گفتوگو", "گفتگو")
# among, this, of work, of blood: the dictionary takes them for verbs
_MISTAKEN: Final = frozenset({"ميان", "اين", "ا", "كاري", "كارم", "كاره", "خوني", "خونم"})
_INFINITIVE: Final = ("دن", "تن")
_VOWEL: Final = "ا"  # before it ب and ن take ي: بيايد
_BEFORE_PRESENT: Final = ("", "مي", "نمي", "ب", "ن")
_BEHIND_PRESENT: Final = ("م", "ي", "د", "يم", "يد", "ند")
_MARKED: Final = ("مي", "نمي")
_NOUN: Final = 2  # how much more frequent a noun is that is spelled like a verb
_BEFORE_PAST: Final = ("", "ن", "مي", "نمي")
_BEHIND_PAST: Final = ("", "م", "ي", "يم", "يد", "ند")
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
_BE: Final = "هست"
_IS_NOT: Final = "نيست"
_PERFECT: Final = ("ه", "هام", "هاي", "هاست", "هايم", "هايد", "هاند")


def make() -> None:
    """The dictionary, verbs and possessives, with what a word may be besides."""
    verbs = _verbs()
    forms = _plural_first(_by_past(_changing(), set(verbs.values())), frequencies(LANGUAGE))
    conjugated = _conjugated(verbs, forms)
    parted = dict(_behind_particles(verbs))
    others = {f: past for f, (_, past) in parted.items() if not f.endswith(f"{past}ه")}
    others |= _of_another_verb(conjugated, forms)
    parts = {form: f"{particle}{past}" for form, (particle, past) in parted.items()}
    forms = {**forms, **conjugated, **_copula()}
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


def _of_another_verb(conjugated: Mapping[str, str], listed: Mapping[str, str]) -> Mapping[str, str]:
    """The verb that the dictionary has for a form, where that is another: شده of كرد too."""
    pasts = set(conjugated.values())
    return {
        form: listed[form]
        for form, past in conjugated.items()
        if listed.get(form, past) != past and listed[form] in pasts
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


def _verbs() -> Mapping[str, str]:
    """The past of each verb that is written down, by its present; the most frequent last.

    What two verbs may have is the latter's: نشست is no not of شست.
    """
    shares = frequencies(LANGUAGE)
    pairs = ((normalize(present), normalize(past)) for present, past in _pairs(VERBS))
    return dict(sorted(pairs, key=lambda pair: shares.get(pair[1], 0.0)))


def _pairs(file: Path) -> Iterator[list[str]]:
    """The rows of a table of two columns."""
    return (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()[1:])


def _copula() -> Mapping[str, str]:
    """The forms of is not."""
    return {_IS_NOT + behind: _BE for behind in _BEHIND_PAST}


def _behind_particles(verbs: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The forms of verbs behind their particles, with particle and past.

    Without those that are nouns too: درآمد, درآمدهاي, درگيري.
    """
    for particle, present in _pairs(PARTICLES):
        past = verbs[normalize(present)]
        for form, _ in _forms(normalize(present), past):
            if form not in {past, f"{past}ي", f"{past}هاي", f"{normalize(present)}ي"}:
                yield normalize(particle) + form, (normalize(particle), past)


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


def _conjugated(verbs: Mapping[str, str], known: Mapping[str, str]) -> Mapping[str, str]:
    """The forms of the verbs that are written down; a noun that is spelled so keeps its own."""
    pasts = set(verbs.values())
    nouns = set(dictionary(LANGUAGE).values()) - pasts
    found: dict[str, str] = {}
    for present, past in verbs.items():
        forms = dict(_forms(present, past))
        own = pasts | forms.keys()
        found |= {
            form: past
            for form, marked in sorted(forms.items())
            if known.get(form) in own
            or form.startswith(_MARKED)
            or (form not in known and form not in nouns and _is_mostly_verb(form, marked))
        }
    return found


def _is_mostly_verb(form: str, marked: str) -> bool:
    """Whether texts do not have a form far more often than with the sign of the present, می.

    مردم is people, and seldom I died.
    """
    shares = frequencies(LANGUAGE, RARE)
    return form == marked or shares.get(form, 0.0) <= _NOUN * shares.get(marked, RARE / 2)


def _forms(present: str, past: str) -> Iterator[tuple[str, str]]:
    """Each form with the one that has the sign of the present in its place."""
    for before, behind in product(_BEFORE_PRESENT, _BEHIND_PRESENT):
        form = _joined(before, present) + behind
        yield form, form if before in _MARKED else f"مي{present}{behind}"
    for before, behind in product(_BEFORE_PAST, (*_BEHIND_PAST, *_PERFECT)):
        form = _joined(before, past) + behind
        yield form, form if before in _MARKED or form == past else f"مي{past}{behind}"


def _joined(before: str, stem: str) -> str:
    is_parted = before in {"ب", "ن"} and stem.startswith(_VOWEL)
    return f"{before}ي{stem}" if is_parted else before + stem


def _plural_first(forms: Mapping[str, str], shares: Mapping[str, float]) -> Mapping[str, str]:
    """Let دستهای be many of دست and not one دسته, where the one is more frequent than the other."""

    def usual(form: str, lemma: str) -> str:
        stem = lemma.removesuffix("ه")
        is_either = form == f"{lemma}اي" and stem != lemma
        return stem if is_either and shares.get(stem, 0.0) > shares.get(lemma, 0.0) else lemma

    return {form: usual(form, lemma) for form, lemma in forms.items()}
