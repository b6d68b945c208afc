"""Fields: which values do `lang:` and `script:` mean?"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from string import ascii_lowercase
from typing import Final

from search.analysis.fold import bare, normal
from search.articles import UNDETERMINED, UNKNOWN
from search.icu import language_name

INTERFACES: Final = ("en", "he", "ro")  # languages whose names of languages are understood
RETIRED: Final = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro"}  # codes that ISO 639 took back
SCRIPTS: Final = {
    **dict.fromkeys(("he", "hebrew", "hebr"), "Hebr"),
    **dict.fromkeys(("ro", "en", "latin", "latn"), "Latn"),
    **dict.fromkeys(("ru", "uk", "cyrillic", "cyrl"), "Cyrl"),
    **dict.fromkeys(("ar", "fa", "arabic", "arab"), "Arab"),
}


def language(written: str, interface: str) -> str | None:
    """A language's code by its code, or its name in English, Hebrew, Romanian, the interface's language or itself."""
    return _languages(interface).get(bare(normal(written)))


def script(written: str) -> str | None:
    """ISO 15924's code of a script, by its name or by a language that is written so."""
    return SCRIPTS.get(bare(normal(written)))


@lru_cache(maxsize=len(INTERFACES))
def _languages(interface: str) -> dict[str, str]:
    pairs = map("".join, product(ascii_lowercase, repeat=2))
    codes = [code for code in pairs if code not in RETIRED and language_name(code, "en") != code]
    names = {
        bare(normal(language_name(code, other))): code for code in codes for other in (*INTERFACES, interface, code)
    }
    return {
        **names,
        **dict(zip(codes, codes, strict=True)),
        **RETIRED,
        UNKNOWN: UNDETERMINED,
        UNDETERMINED: UNDETERMINED,
    }
