"""Languages: which are analysed, in which script, and which does the interface speak?

One row a language: the tables that tell languages apart, read their words, list their names and
months and speak to readers are made of these rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple


class Language(NamedTuple):
    """A language: `letters` tell it from others of its script.

    `morphology` is the file that reads its words, `months` the locales that name its months.
    """

    code: str  # ISO 639-1
    script: str  # ISO 15924
    morphology: str
    letters: str = ""
    months: tuple[str, ...] = ()  # its code's, if there are no others
    is_interface: bool = False


LANGUAGES: Final = (
    Language("he", "Hebr", "he", is_interface=True),
    Language("ro", "Latn", "ro", "ăâîșțşţ", is_interface=True),
    Language("en", "Latn", "en", is_interface=True),
    Language("ru", "Cyrl", "dictionary_only", "ыэъё"),
    Language("uk", "Cyrl", "dictionary_only", "іїєґ'"),
    Language("ar", "Arab", "dictionary_only", "ةؤئىيك", ("ar", "ar-LB")),
    Language("fa", "Arab", "dictionary_only", "پچژگکی"),
)
BY_CODE: Final[Mapping[str, Language]] = {language.code: language for language in LANGUAGES}
SCRIPTS: Final = tuple(dict.fromkeys(language.script for language in LANGUAGES))
LANGUAGES_BY_SCRIPT: Final[Mapping[str, tuple[str, ...]]] = {
    script: tuple(language.code for language in LANGUAGES if language.script == script)
    for script in SCRIPTS
}
NAME_LANGUAGES: Final = tuple(sorted(BY_CODE))
INTERFACE_LANGUAGES: Final = tuple(
    sorted(language.code for language in LANGUAGES if language.is_interface)
)
# as names are shown to readers: those of the interface come first
SHOWN_LANGUAGES: Final = tuple(dict.fromkeys((*INTERFACE_LANGUAGES, *BY_CODE)))
MONTH_LOCALES: Final = tuple(
    locale for code in SHOWN_LANGUAGES for locale in BY_CODE[code].months or (code,)
)
UNDETERMINED: Final = "und"  # ISO 639's word for a language that can't be known
# codes that ISO 639 took back, and old systems still say
RETIRED: Final = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro"}
SCRIPT_NAMES: Final = {"Hebr": "hebrew", "Latn": "latin", "Cyrl": "cyrillic", "Arab": "arabic"}


@cache
def own_letters(code: str) -> frozenset[str]:
    """The letters that a language alone has among those of its script."""
    language = BY_CODE[code]
    others = (BY_CODE[other] for other in LANGUAGES_BY_SCRIPT[language.script] if other != code)
    return frozenset(language.letters).difference(*(other.letters for other in others))
