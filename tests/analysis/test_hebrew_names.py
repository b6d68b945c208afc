"""Hebrew names behind prefixes: most are found, and words that only look so are not.

No dictionary has these names, or has them as other words; an article has them with and without.
"""

from __future__ import annotations

from typing import Final

import pytest

from search.analysis.morphology.he_names import nearly_named
from search.analysis.morphology.he_spellings import respelled
from search.analysis.morphology.name_spellings import spelled_names
from tests.analysis.conftest import Finds

PREFIXES: Final = ("ו", "ל", "מ", "ב", "ש", "ול", "כש")
NAMES: Final = (
    *("בלומנטל", "לוינסון", "ברנשטיין", "מרגולין", "שטרסברג", "כרמלי", "בורוכוב", "מנדלבאום"),
    *("ויזנטל", "וסרמן", "ולרשטיין", "ויינריב", "ורטהיים", "הורוביץ", "הלפרין", "בוכניק"),
    *("לאופר", "ליברמן", "מגידוביץ", "שמואלי", "קוסטינר", "פלדשטיין", "רוזנבלום", "גולדברג"),
    *("יעל", "נועה", "דניאל", "אביגיל", "רונית", "איתמר", "גדעון", "שלמה", "מרים", "רחל"),
    *("קוליבה", "צ'רנישוב", "ז'ילינסקי", "ג'אפרוב", "טוקאייב", "ברבוק", "מלוני", "לאיין"),
)
# Drawn after the rules were written.
DRAWN: Final = (
    *("שפיגלמן", "זינגרביץ", "ארבלבסקי", "חורינסקי", "מושקוביץ", "לרנרוב", "באומגרטן", "מקובסקי"),
    *("ברזילאי", "טביבזאדה", "סטרוקצ'וב", "פריימנסקי", "ליפשיץ", "גרוסמן", "דומברובסקי", "קובלסקי"),
    *("נאומנקו", "צימרינג", "הולצמן", "וילנסקי"),
)
# The name, and a word that has its letters behind what may be a prefix.
OTHERS: Final = (
    *(("רון", "ארון"), ("לב", "כלב"), ("דן", "עדן"), ("שיר", "לשירות"), ("גיל", "רגיל")),
    *(("אור", "לאורך"), ("טל", "לטלפן"), ("עדי", "בעדינות"), ("יעל", "ביעילות"), ("נוי", "שינוי")),
    *(("רם", "גרם"), ("בר", "כבר"), ("ליאור", "לאור"), ("מרים", "הרימו"), ("ורד", "ירד")),
    *(("לוי", "גילוי"), ("כהן", "כיהן"), ("ברק", "במברק"), ("אלון", "בלון"), ("שרון", "כישרון")),
)
SHARE: Final = 0.95
LONG: Final = 5  # letters of a name that one letter does not make another


def _behind_prefixes(name: str) -> list[str]:
    """A name behind each prefix; ו that begins it doubles behind another letter."""
    return [
        prefix + ("ו" if name.startswith("ו") and prefix != "ו" else "") + name
        for prefix in PREFIXES
    ]


def test_names_are_found_behind_their_prefixes(finds: Finds) -> None:
    """A word that begins with ו has two behind another letter."""
    written = [(name, behind) for name in NAMES for behind in _behind_prefixes(name)]
    missed = [word for name, word in written if not finds(name, f"נודע כי {word} אמר")]

    assert len(missed) <= (1 - SHARE) * len(written), missed


def test_a_name_typed_with_its_prefix_is_found_without(finds: Finds) -> None:
    pairs = [(name, behind) for name in DRAWN for behind in _behind_prefixes(name)]
    missed = [
        (name, behind)
        for name, behind in pairs
        if not (finds(name, f"נודע כי {behind} אמר") and finds(behind, f"נודע כי {name} אמר"))
    ]
    wrong = [
        (name, other)
        for name in DRAWN
        for other in DRAWN
        if name != other and finds(f"ל{name}", f"נודע כי {other} אמר")
    ]

    assert len(missed) <= (1 - SHARE) * len(pairs), missed
    assert [] == wrong


@pytest.mark.parametrize(("name", "word"), OTHERS)
def test_a_word_that_only_looks_so_is_no_name(finds: Finds, name: str, word: str) -> None:
    assert not finds(name, f"נודע כי {word} אתמול")


def test_a_long_name_is_found_in_all_that_differ_by_a_vowel() -> None:
    """Only words with the consonants of a name are compared with names, so none may be left out."""
    long = [name for name in spelled_names("he") if name.isalpha() and len(name) >= LONG]
    typed = [other for name in long if name[0] != "ה" for other in respelled(name)]

    assert len(typed) > 10_000
    assert [] == [other for other in typed if nearly_named(other) is None]
