"""Field values: which values do `lang:`, `script:` and `contact:` mean?"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product
from string import ascii_lowercase
from typing import Final

from search import names
from search.analysis.normalize import normalize, strip_accents
from search.icu import language_name
from search.model.articles import UNKNOWN
from search.model.contacts import ANY_KIND, KINDS
from search.model.languages import (
    INTERFACE_LANGUAGES,
    LANGUAGES_BY_SCRIPT,
    RETIRED,
    SCRIPT_NAMES,
    UNDETERMINED,
)

SCRIPTS_BY_NAME: Final = {
    name: script
    for script, languages in LANGUAGES_BY_SCRIPT.items()
    for name in (*languages, SCRIPT_NAMES[script], script.lower())
}


def language(written: str, interface: str) -> str | None:
    """A language's code by its code, or by its name in a language of the interface or itself."""
    return _languages(interface).get(strip_accents(normalize(written)))


def script(written: str) -> str | None:
    """ISO 15924's code of a script, by its name or by a language that is written so."""
    return SCRIPTS_BY_NAME.get(strip_accents(normalize(written)))


def contact_kind(written: str) -> str | None:
    """A kind of contact, or any, by its id or by its name in a language of the interface."""
    return _contact_kinds().get(strip_accents(normalize(written)))


@cache
def _contact_kinds() -> dict[str, str]:
    kinds = (*KINDS, ANY_KIND)
    named = {
        strip_accents(normalize(names.label("contact", kind, language))): kind
        for kind in kinds
        for language in INTERFACE_LANGUAGES
    }
    return named | dict(zip(kinds, kinds, strict=True))


@lru_cache(maxsize=len(INTERFACE_LANGUAGES))
def _languages(interface: str) -> dict[str, str]:
    pairs = map("".join, product(ascii_lowercase, repeat=2))
    codes = [code for code in pairs if code not in RETIRED and language_name(code, "en") != code]
    names = {
        strip_accents(normalize(language_name(code, other))): code
        for code in codes
        for other in (*INTERFACE_LANGUAGES, interface, code)
    }
    return {
        **names,
        **dict(zip(codes, codes, strict=True)),
        **RETIRED,
        UNKNOWN: UNDETERMINED,
        UNDETERMINED: UNDETERMINED,
    }
