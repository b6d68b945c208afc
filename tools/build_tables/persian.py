"""Persian: the forms of verbs, of which the dictionary has some, by two sorts of dictionary form.

simplemma gives some verbs the infinitive (سوختن) and others the past, as treebanks do (كرد), and
takes become (شد) for a passive of do. Here every verb has the past; an infinitive is a noun too,
and keeps itself.
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
_TALK: Final = ("گفتوگو", "گفتگو")
_MISTAKEN: Final = frozenset({"ميان"})  # among, which the dictionary takes for come
_INFINITIVE: Final = ("دن", "تن")
_VOWEL: Final = "ا"  # before it ب and ن take ي: بيايد
_BEFORE_PRESENT: Final = ("", "مي", "نمي", "ب", "ن")
_BEHIND_PRESENT: Final = ("م", "ي", "د", "يم", "يد", "ند")
_MARKED: Final = ("مي", "نمي")
_NOUN: Final = 2  # how much more frequent a noun is that is spelled like a verb
_BEFORE_PAST: Final = ("", "ن", "مي", "نمي")
_BEHIND_PAST: Final = ("", "م", "ي", "يم", "يد", "ند")
_PERFECT: Final = ("ه", "هام", "هاي", "هاست", "هايم", "هايد", "هاند")


def make() -> None:
    """The dictionary with the forms of verbs, and the words that have forms of their own."""
    verbs = _verbs()
    forms = _plural_first(_by_past(_changing(), set(verbs.values())), frequencies(LANGUAGE))
    forms = {**forms, **_conjugated(verbs, forms)}
    write_words(LANGUAGE, forms, alternates=own_forms(forms))


def _verbs() -> Mapping[str, str]:
    """The past of each verb that is written down, by its present."""
    lines = VERBS.read_text(encoding="utf-8").splitlines()[1:]
    pairs = (line.split("\t") for line in lines)
    return {normalize(present): normalize(past) for present, past in pairs}


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
    found: dict[str, str] = {}
    for present, past in verbs.items():
        forms = dict(_forms(present, past))
        own = pasts | forms.keys()
        found |= {
            form: past
            for form, marked in sorted(forms.items())
            if known.get(form) in own or (form not in known and _is_mostly_verb(form, marked))
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
