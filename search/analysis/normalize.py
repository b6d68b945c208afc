"""Normalization: the differences between spellings that a search must not see.

`normalize` makes one spelling of a word's encodings, and keeps every accent that has a meaning: й
is not и, ț is not t. `strip_accents` takes the accents off Latin letters, as people do who have no
such keys.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from search import icu
from search.analysis import characters

_NIQQUD: Final = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
_HARAKAT: Final = (
    "\u0640\u064b-\u0652\u0654\u0670"  # with ARABIC TATWEEL, which only stretches the line
)
_DROPPED: Final = re.compile(
    f"[{characters.INVISIBLE}\u200c{_NIQQUD}{_HARAKAT}]|(?<=[а-яєіїґ])\u0301|(?<=i)\u0307"
    "|(?<=[α-ω])[\u0300-\u0345]+"
)

_SPACING: Final = {0x00B4: "'", 0x2033: '"'}  # ICU folds these to a space and a mark, and to two
_QUOTES: Final = {
    **dict.fromkeys(characters.GERSHAYIM, '"'),
    **dict.fromkeys(characters.GERESH, "'"),
}

# Letters that some keyboards or keyboards of the neighbours put in place of others.
_VARIANTS: Final = {
    "ş": "ș",  # Romanian was typed with cedillas until 2007
    "ţ": "ț",
    "ё": "е",  # Russian print leaves the dots out
    "ґ": "г",  # as Ukrainian was spelled until 1990
    **dict.fromkeys("أإآٱ", "ا"),  # hamza on alef is left out in the press
    "ؤ": "و",  # and on waw
    **dict.fromkeys("ىی", "ي"),  # one letter on Arabic, Persian and Urdu keyboards
    "ک": "ك",
    **dict.fromkeys("ۀە", "ه"),
}
_DIGRAPHS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj"})
# Persian: ی that only ties نامه‌ی to the next word; و that some write in گفت‌وگو, and in its likes.
_TIED: Final = re.compile(
    "(?<=ه)\u200c[یي]$|(?<=گفت)\u200cو\u200c?(?=گو)"
    "|(?<=جست)\u200cو\u200c?(?=جو)|(?<=شست)\u200cو\u200c?(?=شو)"
)
_TABLE: Final = str.maketrans(
    {
        **_QUOTES,
        **_VARIANTS,
        **characters.GREEK,
        **characters.DIGITS,
        "\u2011": "-",
        "\u05be": "-",
        "\u066b": ".",
        "\u066c": ",",
    }
)

# Hebrew letters have another shape at a word's end.
_FINAL: Final = dict(zip("כמנפצ", "ךםןףץ", strict=True))
_MIDDLE: Final = {end: middle for middle, end in _FINAL.items()}

_CONTRACTION: Final = re.compile(r"'(?:s|t|d|m|ll|re|ve)?$|^'|n't")  # we're is no were

JOINTS: Final = re.compile(r"[\W_]+")  # between the words of a name
_LETTERS: Final = "[A-Za-z0-9ĂăÂâÎîȘșȚțא-תА-Яа-я]+"
PLAIN: Final = re.compile(f"{_LETTERS}(?:[ -]{_LETTERS})*")  # nothing but case to take off
_POINTED: Final = re.compile("[\u05b9-\u05bb]")
_O_OR_U: Final = re.compile(f"[א-הז-ת][{_NIQQUD}]*[\u05b9-\u05bb][{_NIQQUD}]*(?!ו)")
# The ا of an accusative, which a FATHATAN shows to be no part of the word: سلامًا.
_ACCUSATIVE: Final = re.compile("(?<=[\u0621-\u064a]{3})(?:\u064b\u0627|\u0627\u064b)$")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:([.,'])\d{3})(?:\1\d{3})*")
_LETTERS_WITH_DOTS: Final = re.compile(r"[^\W\d_](?:\.[^\W\d_]){2,}\.?")


def normalize(word: str) -> str:
    """A word's one spelling.

    Without case, encodings, niqqud and invisible marks, with straight quotation marks.
    """
    return word.lower() if PLAIN.fullmatch(word) else _normal(word)


@lru_cache(maxsize=1 << 14)
def _normal(word: str) -> str:
    spelled, before = _spelled(word), word
    while spelled != before:  # where a mark went, its neighbours may compose
        spelled, before = _spelled(spelled), spelled
    return spelled


def _spelled(word: str) -> str:
    folded = (
        _DROPPED.sub("", icu.casefold(_half_joined(word).translate(_SPACING)))
        .translate(_TABLE)
        .replace("''", '"')
    )
    return icu.nfc(_DROPPED.sub("", folded))


def _half_joined(word: str) -> str:
    """A Persian word without what only a half-space shows to be no part of it."""
    return _TIED.sub("", word) if "\u200c" in word else word


def plene(word: str) -> str | None:
    """A word as its points say that it is spelled without them; None if they say nothing of that.

    Hebrew with the ו that stands for HOLAM or QUBUTS, Arabic without the ا of an accusative.
    """
    if "\u064b" in word:
        bare = _ACCUSATIVE.sub("", word)
        return None if bare == word else normalize(bare)
    written = _O_OR_U.sub(r"\g<0>ו", icu.nfc(word)) if _POINTED.search(word) else word
    return None if written == word else normalize(written)


def normalize_number(written: str) -> str:
    """A number without the marks between thousands: 10.000 and 10,000 are 10000.

    3.5 and 3,5 are 3.5.
    """
    spelled = normalize(written)
    if _THOUSANDS.fullmatch(spelled):
        return re.sub(r"\D", "", spelled)
    return spelled.replace(",", ".") if spelled.count(",") == 1 and "." not in spelled else spelled


def undotted(word: str) -> str:
    """Three letters or more with dots (S.U.A.) as one word.

    Two (U.S., a.m.) would spell another.
    """
    return word.replace(".", "") if "." in word and _LETTERS_WITH_DOTS.fullmatch(word) else word


@lru_cache(maxsize=1 << 14)
def strip_accents(word: str) -> str:
    """A normal word with the accents taken off its Latin letters.

    Others keep theirs, for й is not и.
    """
    if word.isascii():
        return word
    bare = "".join(map(_base, word))
    return word if bare == word else icu.nfc(bare)


def spelt_otherwise(word: str) -> list[str]:
    """A normal Latin word as others spell it.

    Without its apostrophe (OConnor, Sanaa), with digraphs (Mueller).
    """
    if word.isascii() and "'" not in word:
        return []
    joined = (
        strip_accents(word.replace("'", ""))
        if "'" in word and not _CONTRACTION.search(word)
        else None
    )
    return [other for other in (joined, digraphs(word)) if other]


def digraphs(word: str) -> str | None:
    """A normal word as German and Nordic passports spell it (Mueller, Stoere).

    None if that is no other spelling.
    """
    spelled = word.translate(_DIGRAPHS)
    return None if spelled == word else strip_accents(spelled)


@lru_cache(maxsize=1 << 12)
def _base(char: str) -> str:
    if char in characters.PLAIN_LETTERS:
        return characters.PLAIN_LETTERS[char]
    letters = unicodedata.normalize("NFD", char)
    return letters[0] if len(letters) > 1 and icu.script_of(letters[0]) == "Latn" else char


def final(word: str) -> str:
    """With the last Hebrew letter as it stands at a word's end."""
    return word[:-1] + _FINAL.get(word[-1:], word[-1:])


def unfinal(word: str) -> str:
    """With the last Hebrew letter as it stands inside a word."""
    return word[:-1] + _MIDDLE.get(word[-1:], word[-1:])


def is_shouted(text: str) -> bool:
    """Whether words are written in capitals alone, as some headlines are.

    Capitals say nothing of a word there.
    """
    return text.isupper() and all(map(str.isupper, filter(str.isalpha, text)))


def name_key(name: str) -> str:
    """What a name is known by, however its words are joined: no hyphens, dots and spaces count."""
    return JOINTS.sub("", normalize(name))


@lru_cache(maxsize=4096)
def bare_name_key(name: str) -> str:
    """The same where accents do not count either, as in what a reader chooses from a list."""
    return JOINTS.sub("", strip_accents(normalize(name)))
