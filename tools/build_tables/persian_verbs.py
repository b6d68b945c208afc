"""Persian verbs: the forms of those that are written down, each by its past.

A verb behind a particle (بازمي‌گردد) has the past with it and the one without; a past with its
particle is a noun too (بازگشت), and keeps itself. Is not (نيست) is is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Final

from search.analysis.normalize import normalize
from tools.build_tables.sources import RARE, dictionary, frequencies

LANGUAGE: Final = "fa"
VERBS: Final = Path(__file__).with_name("persian-verbs.tsv")
PARTICLES: Final = Path(__file__).with_name("persian-particles.tsv")
_VOWEL: Final = "ا"  # before it ب and ن take ي: بيايد
_BEFORE_PRESENT: Final = ("", "مي", "نمي", "ب", "ن")
_BEHIND_PRESENT: Final = ("م", "ي", "د", "يم", "يد", "ند")
_MARKED: Final = ("مي", "نمي")
_NOUN: Final = 2  # how much more frequent a noun is that is spelled like a verb
_BEFORE_PAST: Final = ("", "ن", "مي", "نمي")
_BEHIND_PAST: Final = ("", "م", "ي", "يم", "يد", "ند")
_BE: Final = "هست"
_IS_NOT: Final = "نيست"
_PERFECT: Final = ("ه", "هام", "هاي", "هاست", "هايم", "هايد", "هاند")


def verbs() -> Mapping[str, str]:
    """The past of each verb that is written down, by its present; the most frequent last.

    What two verbs may have is the latter's: نشست is no not of شست.
    """
    shares = frequencies(LANGUAGE)
    pairs = ((normalize(present), normalize(past)) for present, past in _pairs(VERBS))
    return dict(sorted(pairs, key=lambda pair: shares.get(pair[1], 0.0)))


def _pairs(file: Path) -> Iterator[list[str]]:
    """The rows of a table of two columns."""
    return (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()[1:])


def copula() -> Mapping[str, str]:
    """The forms of is not."""
    return {_IS_NOT + behind: _BE for behind in _BEHIND_PAST}


def behind_particles(verbs: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The forms of verbs behind their particles, with particle and past.

    Without those that are nouns too: درآمد, درآمدهاي, درگيري.
    """
    for particle, present in _pairs(PARTICLES):
        past = verbs[normalize(present)]
        for form, _ in _forms(normalize(present), past):
            if form not in {past, f"{past}ي", f"{past}هاي", f"{normalize(present)}ي"}:
                yield normalize(particle) + form, (normalize(particle), past)


def conjugated(verbs: Mapping[str, str], known: Mapping[str, str]) -> Mapping[str, str]:
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


def of_another_verb(conjugated: Mapping[str, str], listed: Mapping[str, str]) -> Mapping[str, str]:
    """The verb that the dictionary has for a form, where that is another: شده of كرد too."""
    pasts = set(conjugated.values())
    return {
        form: listed[form]
        for form, past in conjugated.items()
        if listed.get(form, past) != past and listed[form] in pasts
    }


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
