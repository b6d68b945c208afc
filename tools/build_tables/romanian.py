"""Romanian: a dictionary that also has words without their accents, and endings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from search.analysis.lexicon import rows
from search.analysis.normalize import strip_accents
from tools.build_tables.endings import write_endings, write_inflections
from tools.build_tables.sources import dictionary, frequencies
from tools.build_tables.writing import write_words

IRREGULAR: Final = "ro-irregular.tsv"
_SEEN: Final = 1e-7  # what a word counts that the frequencies do not know: they begin at 1e-6
# how much likelier a spelling without accents is meant as it is, if the dictionary has it so
_OWN: Final = 3
_CLEARLY: Final = 5  # how many times more frequent a word is that is not a form of the other
RomanianReading = tuple[str, str]  # a dictionary form, and the verb if it is a participle


def make() -> None:
    """The exact dictionary, the bare one, and the endings learnt from both."""
    shares = frequencies("ro")
    # letters are no words
    forms = {form: lemma for form, lemma in dictionary("ro").items() if len(form) > 1}
    exact = _readings(forms, shares)
    bared = _bare_readings(exact, shares)
    lemmas = _lemmas(exact)
    loose = {form: other for form in lemmas if (other := _other(form, lemmas))}
    write_words("ro", lemmas, shares, alternates=_verbs(exact), loose=loose)
    needed = {spelled: found for spelled, found in bared.items() if exact.get(spelled) != found}
    write_words("ro-bare", _lemmas(needed), alternates=_verbs(needed))
    write_endings("ro", {form: strip_accents(lemma) for form, (lemma, _) in bared.items()})
    write_inflections("ro", lemmas)


def _lemmas(readings: Mapping[str, RomanianReading]) -> dict[str, str]:
    return {form: lemma for form, (lemma, _) in readings.items()}


def _verbs(readings: Mapping[str, RomanianReading]) -> dict[str, str]:
    return {form: verb for form, (_, verb) in readings.items() if verb}


def _readings(forms: Mapping[str, str], shares: Mapping[str, float]) -> dict[str, RomanianReading]:
    """Each form's dictionary form and verb."""
    kin = Counter(forms.values())
    lemmas = {form: _noun(form, forms, shares, kin) for form in forms}
    irregular = {form: (word, other) for form, word, other in rows(IRREGULAR)}
    regular = {form: (lemma, _verb(form, lemma, forms)) for form, lemma in lemmas.items()}
    return regular | irregular


def _noun(
    form: str, forms: Mapping[str, str], shares: Mapping[str, float], kin: Counter[str]
) -> str:
    """The dictionary form as a noun or adjective, where the dictionary strays.

    It takes a frequent noun with forms of its own for a form of a rare one (președinte of
    președintă), adjectives for forms of their own feminine, and participles that became nouns for
    verbs alone (stat, state).
    """

    def is_clear(word: str, other: str) -> bool:
        return shares.get(word, 0.0) > _CLEARLY * shares.get(other, 0.0)

    lemma = forms[form]
    if (
        form != lemma
        and kin[form]
        and (form[-1] in "ts" or (kin[form] > 1 and is_clear(form, lemma)))
    ):
        return form
    singular = forms.get(form[:-1], lemma) if form.endswith("ii") else lemma
    lemma = singular if is_clear(singular, lemma) else lemma
    masculine = forms.get(lemma, lemma)
    return masculine if lemma[-1] in "ăe" and masculine[-1] not in "ăe" else lemma


def _verb(form: str, lemma: str, forms: Mapping[str, str]) -> str:
    """The verb of a participle: făcut and făcute are face.

    With an article (conținutul) it is a noun.
    """
    ends = {lemma, f"{lemma}ă", f"{lemma}e", f"{lemma}i", f"{lemma[:-1]}ți", f"{lemma[:-1]}și"}
    verb = forms.get(lemma, lemma)
    return verb if lemma[-1] in "ts" and form in ends and verb != lemma else ""


def _other(form: str, lemmas: Mapping[str, str]) -> str:
    """Another word that a form may be of, as its kin tell: legi is of lege, for legile is.

    The dictionary has one word for each form, and often the verb (publică, publice).
    """
    lemma = lemmas[form]
    definite = [lemmas.get(form + end) for end in ("le", "lor", *("i" if form[-1] == "i" else ""))]
    plural = [lemmas.get(form.removesuffix(end)) for end in ("le", "lor") if form.endswith(end)]
    stem = form[:-1] if form[-1] in "ăei" else lemma
    masculine = stem if lemmas.get(stem) == lemmas.get(f"{stem}ul") == stem else None
    found = (word for word in (*definite, *plural, masculine) if word and word != lemma)
    return next(found, "")


def _bare_readings(
    exact: Mapping[str, RomanianReading], shares: Mapping[str, float]
) -> dict[str, RomanianReading]:
    """For each spelling without accents the reading that it most often stands for."""
    weights: dict[str, dict[RomanianReading, float]] = {}
    for form, reading in exact.items():
        found = weights.setdefault(strip_accents(form), {})
        own = _OWN if form.isascii() else 1
        found[reading] = found.get(reading, 0.0) + own * (shares.get(form, 0.0) + _SEEN)
    return {
        spelled: min(found, key=lambda reading: (-found[reading], reading))
        for spelled, found in weights.items()
    }
