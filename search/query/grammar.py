"""The grammar: what can be written in a query, and what does it mean?

One table: the lexer tries its rows in this order at each place, and help shows those that say what they mean.
Typing can't fail, so the rows that no help shows catch what is left: a mark without its pair, a name that is no
field, a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

LONGEST: Final = 1000  # characters of a query
MOST_WORDS: Final = 64
DEEPEST: Final = 20  # parentheses in parentheses
SHORTEST: Final = 2  # letters before `*` and `~`
WIDEST: Final = 63  # words that a phrase may let stand between; no more than the gap between title and body


class Kind(Enum):
    """What a token is to the parser."""

    QUOTED = auto()
    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    FIELD = auto()
    TITLE = auto()
    EXACTLY = auto()
    BEGINS = auto()
    NEAR = auto()
    WORD = auto()
    STRAY = auto()
    NO_FIELD = auto()
    NO_VALUE = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be written; without `written` it is a repair, and no help shows it."""

    kind: Kind
    pattern: re.Pattern[str]
    written: str = ""
    means: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class HelpRow:
    """A row of the help: what to write, what it finds, and an example that works."""

    written: str
    means: str
    example: str


# Quotation marks pair inside their family: English, Romanian and Hebrew writers mix those of the first.
_HIGH: Final = '"“”„‟״＂'
_ANGLED: Final = "«»"
_HEBREW: Final = "\u0591-\u05bd\u05bf-\u05f3\ufb1d-\ufb4f"  # letters and points; MAQAF and GERSHAYIM are not
_GERSHAYIM: Final = f"(?<=[{_HEBREW}])[{_HIGH}](?=[{_HEBREW}])"  # between two letters a mark is a letter: צה"ל
_LETTER: Final = rf"(?:[^\s(){_HIGH}{_ANGLED}]|{_GERSHAYIM})"
_STEM: Final = rf"(?:[^\s(){_HIGH}{_ANGLED}*~]|{_GERSHAYIM})+"
_END: Final = rf"(?=[\s(){_HIGH}{_ANGLED}]|$)"
_INSIDE: Final = f"(?:[^{_HIGH}]|{_GERSHAYIM})*"
_PHRASE: Final = f"(?:[{_HIGH}](?P<words>{_INSIDE})[{_HIGH}]|[{_ANGLED}](?P<angled>[^{_ANGLED}]*)[{_ANGLED}])"
# ב"הארץ": a prefix before a quotation. Two letters must follow, as in ש"ס one does, and no new mark may open.
_PREFIXED: Final = rf"[משהוכלב]{{1,4}}[-־]?(?=[{_HIGH}][^\s{_HIGH}]{{2}}{_INSIDE}(?<!\s)[{_HIGH}]){_PHRASE}"
_VALUE: Final = f"(?:{_PHRASE}|(?P<stray>[{_HIGH}{_ANGLED}])?(?P<value>{_LETTER}+))"
_FIELDS: Final = "leader|country|year|lang|script|idea"


def _row(kind: Kind, pattern: str, *help_texts: str) -> Row:
    return Row(kind, re.compile(pattern), *help_texts)


def _field(*help_texts: str) -> Row:
    """Any of the fields: one pattern is compiled for all, and each has its row in the help."""
    return _row(Kind.FIELD, f"(?P<name>(?i:{_FIELDS})):{_VALUE}", *help_texts)


TABLE: Final = (
    _row(
        Kind.QUOTED,
        rf"(?P<equals>=?){_PHRASE}~(?P<slop>\d+)",
        '"a b"~3',
        "these words in this order with up to 3 words between",
        '"Putin Netanyahu"~3',
    ),
    _row(Kind.QUOTED, f"(?P<equals>=?){_PHRASE}", '"a b"', "these words side by side", '"Board of Peace"'),
    _row(Kind.QUOTED, _PREFIXED),
    _row(Kind.AND, f"AND{_END}", "a AND b", "both, the same as a b", "Putin AND Gaza"),
    _row(Kind.OR, f"OR{_END}", "a OR b", "either", "truce OR ceasefire"),
    _row(Kind.NOT, f"NOT{_END}", "NOT a", "without", "Putin NOT Gaza"),
    # A minus excludes only where a word begins: cease-fire is one word, and a dash between spaces is a dash.
    _row(Kind.NOT, r"(?<![^\s(])-(?=[^\s)-])", "-a", "without", "Putin -Gaza"),
    _row(Kind.OPEN, r"\(", "( )", "what belongs together", "(truce OR ceasefire) Gaza"),
    _row(Kind.CLOSE, r"\)"),
    _field("leader:", "articles about a leader, by any spelling of the name", 'leader:"Theresa May"'),
    _field("country:", "articles about a country, by name or code", "country:Israel"),
    _field("year:", "of this year, of these years, or without a date (unknown)", "year:2016..2019"),
    _field("lang:", "articles in a language, by name or code", "lang:he"),
    _row(Kind.TITLE, r"(?i:title):(?=[^\s)])", "title:", "in the title", "title:ceasefire"),
    _field("script:", "only words written so, by language or script", "Putin script:he"),
    _field("idea:", "the concept in all languages, by any name of it", "idea:ceasefire"),
    _row(Kind.EXACTLY, f"=(?P<text>{_LETTER}+)", "=a", "these letters as typed, no other form or script", "=acord"),
    _row(Kind.BEGINS, rf"(?P<text>{_STEM})\*+{_END}", "pre*", "words that begin so, from two letters", "negoci*"),
    _row(Kind.NEAR, rf"(?P<text>{_STEM})~\d*{_END}", "a~", "a letter off, two from eight letters on", "Netanyaho~"),
    _row(Kind.NO_VALUE, r"(?P<text>(?i:leader|country|year|lang|title|script|idea)):(?=[\s()]|$)"),
    _row(Kind.NO_FIELD, rf"(?P<text>[^\W\d_]+):(?=[{_HIGH}{_ANGLED}\w])"),
    _row(Kind.WORD, f"(?P<text>{_LETTER}+)", "a b", "both words, in any form", "Putin Netanyahu"),
    _row(Kind.STRAY, f"[{_HIGH}{_ANGLED}]"),
)


def help_rows() -> tuple[HelpRow, ...]:
    """The help: what is typed most comes first."""
    shown = [row for row in TABLE if row.written]
    shown.sort(key=lambda row: row.kind is not Kind.WORD)
    return tuple(HelpRow(row.written, row.means, row.example) for row in shown)
