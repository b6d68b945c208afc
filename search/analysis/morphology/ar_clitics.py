"""Arabic clitics: what is a word a form of that no dictionary has?

The article and the particles و ف ب ل ك س are written as the beginning of the next word, and
pronouns as the end of the one before. What is left must be a word, but for the article, which
stands before names too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from search.analysis.lexicon import lexicon_of

LANGUAGE: Final = "ar"
_CONJUNCTIONS: Final = ("", "و", "ف")
_ARTICLES: Final = tuple(
    conjunction + article for article in ("بال", "كال", "ال") for conjunction in ("و", "ف", "")
)
_PARTICLES: Final = ("و", "ف", "ب", "ل", "ك", "س")
# In the order in which they are tried: ل before لل, for a word may begin with a lam of its own.
CLITICS: Final = (
    *_ARTICLES,
    *_PARTICLES,
    *(f"{conjunction}لل" for conjunction in _CONJUNCTIONS),
    *(first + second for first in ("و", "ف") for second in ("ب", "ل", "ك", "س")),
)
DEFINITE: Final = (*_ARTICLES, "لل", "ولل", "فلل")
_PRONOUNS: Final = ("هما", "كما", "هن", "هم", "ها", "كم", "نا", "ه")
# Before a pronoun, what a word ends in by itself is written otherwise: ة as ت, ء as ئ or ؤ.
_BEFORE_PRONOUN: Final = {"ت": "ة", "ئ": "ء", "و": "ء"}
# The plural in ات, duals (of long words: سليمان is no dual of سليم), and the past of verbs, with
# what the dictionary form may end in and the letters that an ending must leave.
_ENDINGS: Final = (
    *(("ات", "ة", 4), ("تين", "ة", 3), ("تان", "ة", 3)),
    *(("ت", "", 4), ("وا", "", 4), ("ان", "", 5), ("ين", "", 5)),
)
_SHORTEST: Final = 2  # letters that clitics must leave
_STEM: Final = 4  # letters that a pronoun must leave
_NAME: Final = 3  # letters of a word that no dictionary has, behind the article
_CLEARLY: Final = 1.0  # how much more frequent one of two spellings must be, by powers of ten

Forms = Callable[[str], list[str]]  # the dictionary forms of a word; none if it is not known


def unknown(word: str) -> list[str]:
    """The dictionary forms of a word that the dictionary has not."""
    forms = lexicon_of(LANGUAGE).forms
    return analysed(word, forms) or inflected(word, forms) or [_without_article(word)]


def analysed(word: str, forms: Forms) -> list[str]:
    """The dictionary forms of what clitics leave of a word; none if they leave no known word."""
    found = _before_pronoun(word, forms)
    rests = (rest for _, rest in behind_clitics(word)) if not found else ()
    for rest in rests:
        found = forms(rest) or _before_pronoun(rest, forms)
        if found:
            break
    return found


def inflected(word: str, forms: Forms) -> list[str]:
    """The dictionary forms of what clitics and an ending leave of a word."""
    for rest in (word, *(rest for _, rest in behind_clitics(word))):
        found = before_ending(rest, forms)
        if found:
            return found
    return []


def behind_clitics(word: str) -> Iterator[tuple[str, str]]:
    """Each way to cut clitics off the beginning of a word, and what is left."""
    for clitic in CLITICS:
        if word.startswith(clitic) and len(word) - len(clitic) >= _SHORTEST:
            yield clitic, word[len(clitic) :]


def _before_pronoun(word: str, forms: Forms) -> list[str]:
    """The dictionary forms of a word without its pronoun; before one, ة is written ت."""
    for pronoun in _PRONOUNS:
        stem = word.removesuffix(pronoun)
        if stem != word and len(stem) >= _STEM:
            own = _BEFORE_PRONOUN.get(stem[-1])
            found = forms(stem) or (forms(stem[:-1] + own) if own else [])
            if found:
                return found
    return []


def teh_marbuta(word: str) -> str | None:
    """A word with the ه at its end read as ة, whose dots many leave out: القاهره.

    None where it is rather a pronoun: كتابه is his book and seldom writing.
    """
    other = f"{word[:-1]}ة"
    frequency = lexicon_of(f"{LANGUAGE}-common").frequency
    is_clear = frequency(other) >= frequency(word) + _CLEARLY
    return other if is_clear else None


def before_ending(word: str, forms: Forms) -> list[str]:
    """The dictionary forms of a word without its ending."""
    for ending, other, least in _ENDINGS:
        stem = word.removesuffix(ending)
        found = forms(stem + other) if stem != word and len(stem) >= least else []
        if found:
            return found
    return []


def _without_article(word: str) -> str:
    """A name without what is written at its beginning."""
    for clitic in DEFINITE:
        if word.startswith(clitic) and len(word) - len(clitic) >= _NAME:
            return word[len(clitic) :]
    return word
