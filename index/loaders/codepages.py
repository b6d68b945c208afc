"""Code pages: in which of the old one-byte encodings was this written?

Letters decide: read with the right code page, a text is made of the letters that its language uses
most. Each candidate is read and priced in bits, as by a naive model of a language: a frequent
letter is cheap, a rare letter dear, what no language writes very dear. The cheapest reading wins;
nearly equal readings differ in no letter.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import Final

# Which languages are written in which code page. Of equally good ones the first is taken:
# Windows before ISO (where both fit, the letters are the same), DOS and Mac last.
CODE_PAGES: Final[Mapping[str, tuple[str, ...]]] = {
    "windows-1255": ("he",),
    "windows-1252": ("west",),  # before 1250: English with curly quotes is the same in both
    "windows-1250": ("ro", "hu", "pl", "cs"),
    "windows-1251": ("ru", "uk"),
    "windows-1256": ("ar", "fa"),
    "windows-1253": ("el",),
    "windows-1254": ("tr",),
    "koi8-r": ("ru",),
    "koi8-u": ("uk",),
    "iso-8859-2": ("ro", "hu", "pl", "cs"),
    "iso-8859-16": ("ro", "hu"),
    "iso-8859-5": ("ru", "uk"),
    "iso-8859-6": ("ar",),
    "iso-8859-8": ("he",),
    "ibm866": ("ru",),
    "ibm855": ("ru",),
    "ibm852": ("ro", "hu"),
    "ibm862": ("he",),
    "mac-cyrillic": ("ru", "uk"),
}
CODECS: Final = {"mac-cyrillic": "mac_cyrillic"}  # where Python's name is not the registered one

CODE_PAGE_SAMPLE: Final = 1 << 16  # bytes: enough for any language, little enough for any file
TYPOGRAPHY: Final = frozenset("\u00a0«»„“”‘’‚–—…•№־׳״،؛؟\u200c\u200d\u200e\u200f")
SIGNS: Final = frozenset("·°§€£©®™½²³")

# Prices in bits. A letter that the language does not use costs more than any letter that it does.
FOREIGN: Final = 18.0
TYPOGRAPHIC: Final = 6.0
SIGN_PRICE: Final = 9.0
MARK_PRICE: Final = 8.0  # niqqud and other points: possible, seldom written
CAPITAL: Final = 4.0  # one letter in sixteen begins a sentence or a name
ASCII: Final = {"all": 10.0, "accented": 4.0}  # a Latin letter beside an evident one
ACCENT: Final = {"all": 0.0, "accented": 3.5}  # one letter in eleven has an accent
INNER_CAPITAL: Final = 8.0  # small letter, then capital: what a wrong Cyrillic code page shows
# a file of today is some hundred times likelier in a Windows code page than in an older one
RARE_PRICE: Final = 8.0
CREDIBLE: Final = 7.0  # bits a letter: above it, no language of ours was written so

EVIDENT: Final = re.compile(rb"(?<![A-Za-z])[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*")


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The letters of a language with their prices.

    `share` says whether plain Latin letters belong to it.
    """

    share: str
    prices: Mapping[str, float]

    def price(self, letter: str) -> float:
        """What reading this character costs, in bits."""
        if letter.isascii():
            return ASCII[self.share] if letter.isalpha() else 0.0
        if letter in TYPOGRAPHY:
            return TYPOGRAPHIC
        if letter in SIGNS:
            return SIGN_PRICE
        if letter in self.prices:
            return self.prices[letter]
        if letter.lower() in self.prices:
            return self.prices[letter.lower()] + CAPITAL
        return (
            MARK_PRICE
            if 0x0591 <= ord(letter) <= 0x05C7 or 0x064B <= ord(letter) <= 0x0652
            else FOREIGN
        )


@dataclass(frozen=True, slots=True)
class Decoding:
    """A code page and what reading the sample with it costs, in bits a letter."""

    encoding: str
    bits: float

    @property
    def is_credible(self) -> bool:
        """Whether a language of ours can have been written so."""
        return self.bits <= CREDIBLE


def best_decoding(raw: bytes, declared: str | None = None) -> Decoding:
    """The code page that fits best.

    One that the source declares wins unless it fits clearly worse.
    """
    readings = _readings(raw[:CODE_PAGE_SAMPLE], declared)
    best = min(readings, key=lambda reading: reading.bits)
    fitting = (
        reading
        for reading in readings
        if reading.encoding == declared and reading.bits <= best.bits * 1.1
    )
    return next(fitting, best)


def codec(encoding: str) -> str:
    """Python's name for a code page."""
    return CODECS.get(encoding, encoding)


def _readings(sample: bytes, declared: str | None) -> list[Decoding]:
    """Every candidate with its price, in the order of the table."""
    words = [word for match in EVIDENT.finditer(sample) if (word := match.group())]
    letters = Counter(byte for word in words for byte in word)
    pairs = Counter(pair for word in words for pair in pairwise(word))
    total = letters.total() or 1
    found = []
    for encoding, langs in CODE_PAGES.items():
        bits = min(_bits(letters, pairs, encoding, lang) for lang in langs)
        expected = encoding.startswith("windows") or encoding == declared
        found.append(Decoding(encoding, (bits if expected else bits + RARE_PRICE) / total))
    return found


def _bits(
    letters: Counter[int], pairs: Counter[tuple[int, int]], encoding: str, lang: str
) -> float:
    """The price of the sample in one code page and one language."""
    prices, small, capital = _table(encoding, lang)
    bits = sum(count * prices[byte] for byte, count in letters.items())
    flips = sum(
        count for (first, second), count in pairs.items() if first in small and second in capital
    )
    return bits + INNER_CAPITAL * flips


@cache
def _table(encoding: str, lang: str) -> tuple[tuple[float, ...], frozenset[int], frozenset[int]]:
    """For each of the 256 bytes its price, and which bytes are lower case and upper case."""
    alphabet = _alphabets()[lang]
    page = [bytes([byte]).decode(codec(encoding), "replace") for byte in range(256)]
    return (
        tuple(alphabet.price(letter) for letter in page),
        frozenset(byte for byte, letter in enumerate(page) if letter.islower()),
        frozenset(byte for byte, letter in enumerate(page) if letter.isupper()),
    )


@lru_cache(maxsize=1)
def _alphabets() -> Mapping[str, Alphabet]:
    """The alphabets of letters.tsv."""
    text = resources.files(__package__).joinpath("letters.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {
        row["lang"]: Alphabet(row["share"], _prices(row["letters"].split(), row["share"]))
        for row in rows
    }


def _prices(letters: Iterable[str], share: str) -> dict[str, float]:
    """Prices by rank: letter frequencies fall off about as 1 / (rank + 2)."""
    weights = {letter: 1 / (rank + 2) for rank, letter in enumerate(letters)}
    total = sum(weights.values())
    return {letter: ACCENT[share] - math.log2(weight / total) for letter, weight in weights.items()}
