"""Fields: which values do `lang:` and `script:` mean?"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from string import ascii_lowercase
from typing import Final

from search.analysis.normalize import normalize, strip_accents
from search.icu import language_name
from search.model.articles import UNDETERMINED, UNKNOWN

INTERFACES: Final = ("en", "he", "ro")  # languages whose names of languages are understood
# codes that ISO 639 took back
RETIRED: Final = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro"}
SCRIPT_NAMES: Final = {
    **dict.fromkeys(("he", "hebrew", "hebr"), "Hebr"),
    **dict.fromkeys(("ro", "en", "latin", "latn"), "Latn"),
    **dict.fromkeys(("ru", "uk", "cyrillic", "cyrl"), "Cyrl"),
    **dict.fromkeys(("ar", "fa", "arabic", "arab"), "Arab"),
}


def language(written: str, interface: str) -> str | None:
    """A language's code by its code, or by its name in a language of the interface or itself."""
    return _languages(interface).get(strip_accents(normalize(written)))


def script(written: str) -> str | None:
    """ISO 15924's code of a script, by its name or by a language that is written so."""
    return SCRIPT_NAMES.get(strip_accents(normalize(written)))


@lru_cache(maxsize=len(INTERFACES))
def _languages(interface: str) -> dict[str, str]:
    pairs = map("".join, product(ascii_lowercase, repeat=2))
    codes = [code for code in pairs if code not in RETIRED and language_name(code, "en") != code]
    names = {
        strip_accents(normalize(language_name(code, other))): code
        for code in codes
        for other in (*INTERFACES, interface, code)
    }
    return {
        **names,
        **dict(zip(codes, codes, strict=True)),
        **RETIRED,
        UNKNOWN: UNDETERMINED,
        UNDETERMINED: UNDETERMINED,
    }
