"""The grammar: what can be written in a query, and what does it mean?

One table: the lexer tries its rows in this order at each place, and help shows those that say what
they mean. Typing can't fail, so the rows that no help shows catch what is left: a mark without its
pair, a name that is no field, a word.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final, NamedTuple

from search.model.facets import FACETS
from search.model.facets import TABLE as FACET_TABLE
from search.query.limits import TWO_EDITS_FROM


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
    VALUES = auto()


class Row(NamedTuple):
    """One thing that can be written.

    Without `written` it is a repair or a short cut, and no help shows it.
    """

    kind: Kind
    pattern: str
    written: str = ""
    means: str = ""
    example: str = ""


# Quotation marks pair inside their family: English, Romanian and Hebrew writers mix those of the
# first.
_HIGH: Final = '"“”„‟״＂'
_ANGLED: Final = "«»"
# letters and points; MAQAF and GERSHAYIM are not
_HEBREW: Final = "\u0591-\u05bd\u05bf-\u05f3\ufb1d-\ufb4f"
# between two letters a mark is a letter: צה"ל
_GERSHAYIM: Final = f"(?<=[{_HEBREW}])[{_HIGH}](?=[{_HEBREW}])"
_LETTER: Final = rf"(?:[^\s(){_HIGH}{_ANGLED}]|{_GERSHAYIM})"
_STEM: Final = rf"(?:[^\s(){_HIGH}{_ANGLED}*~]|{_GERSHAYIM})+"
_END: Final = rf"(?=[\s(){_HIGH}{_ANGLED}]|$)"
_INSIDE: Final = f"(?:[^{_HIGH}]|{_GERSHAYIM})*"
_PHRASE: Final = (
    f"(?:[{_HIGH}](?P<words>{_INSIDE})[{_HIGH}]|[{_ANGLED}](?P<angled>[^{_ANGLED}]*)[{_ANGLED}])"
)
# ב"הארץ": a prefix before a quotation. Two letters must follow, as in ש"ס one does, and no new mark
# may open.
_PREFIXED: Final = (
    rf"[משהוכלב]{{1,4}}[-־]?(?=[{_HIGH}][^\s{_HIGH}]{{2}}{_INSIDE}(?<!\s)[{_HIGH}]){_PHRASE}"
)
_VALUE: Final = f"(?:{_PHRASE}|(?P<stray>[{_HIGH}{_ANGLED}])?(?P<value>{_LETTER}+))"
_FIELDS: Final = "|".join((*FACETS, "date", "script", "idea"))


def _field(*help_texts: str) -> Row:
    """Any of the fields: one pattern is compiled for all, and each has its row in the help."""
    return Row(Kind.FIELD, f"(?P<name>(?i:{_FIELDS})):{_VALUE}", *help_texts)


TABLE: Final = (
    # A word without any sign, as nearly all are: first, for the rows below take milliseconds to
    # compile.
    Row(Kind.WORD, r"(?P<text>[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+)(?=\s|$)"),  # thousands: 10 000
    Row(Kind.WORD, r"(?!(?:AND|OR|NOT)\b)(?P<text>[^\W_]+)(?=\s|$)"),
    Row(
        Kind.QUOTED,
        rf"(?P<equals>=?){_PHRASE}~(?P<slop>\d+)",
        '"a b"~3',
        "these words in this order with up to 3 words between",
        '"Putin Netanyahu"~3',
    ),
    Row(
        Kind.QUOTED,
        f"(?P<equals>=?){_PHRASE}",
        '"a b"',
        "these words side by side",
        '"Board of Peace"',
    ),
    Row(Kind.QUOTED, _PREFIXED),
    Row(Kind.AND, f"(?P<operator>AND){_END}", "a AND b", "both, the same as a b", "Putin AND Gaza"),
    Row(Kind.OR, f"(?P<operator>OR){_END}", "a OR b", "either", "truce OR ceasefire"),
    Row(Kind.NOT, f"(?P<operator>NOT){_END}", "NOT a", "without", "Putin NOT Gaza"),
    # A minus excludes only where a word begins: cease-fire is one word, and a dash between spaces
    # is a dash.
    Row(Kind.NOT, r"(?<![^\s(])-(?=[^\s)-])", "-a", "without", "Putin -Gaza"),
    Row(Kind.OPEN, r"\(", "( )", "group words", "(truce OR ceasefire) Gaza"),
    Row(Kind.CLOSE, r"\)"),
    *(_field(f"{facet.name}:", facet.means, facet.example) for facet in FACET_TABLE),
    _field(
        "date:",
        "published then, or from one date to another",
        "date:2016-10..2019",
    ),
    Row(Kind.TITLE, r"(?i:title):(?=[^\s)])", "title:", "in the title", "title:ceasefire"),
    _field("script:", "only words written so, by language or script", "Putin script:he"),
    _field("idea:", "the concept in all languages, by any name of it", "idea:ceasefire"),
    Row(
        Kind.EXACTLY,
        f"=(?P<text>{_LETTER}+)",
        "=a",
        "these letters as typed, no other form or script",
        "=acord",
    ),
    Row(
        Kind.BEGINS,
        rf"(?P<text>{_STEM})\*+{_END}",
        "pre*",
        "words that start with this, two letters or more",
        "negoci*",
    ),
    Row(
        Kind.NEAR,
        rf"(?P<text>{_STEM})~\d*{_END}",
        "a~",
        f"one letter different (two in words of {TWO_EDITS_FROM} or more)",
        "Netanyaho~",
    ),
    Row(Kind.VALUES, rf"(?P<name>(?i:{_FIELDS})):(?=\()"),  # leader:(a OR b), as elsewhere
    Row(Kind.NO_VALUE, rf"(?P<text>(?i:{_FIELDS}|title)):(?=[\s()]|$)"),
    Row(Kind.NO_FIELD, rf"(?P<text>[^\W\d_]+):(?=[{_HIGH}{_ANGLED}\w])"),
    Row(Kind.WORD, f"(?P<text>{_LETTER}+)", "a b", "both words, in any form", "Putin Netanyahu"),
    Row(Kind.STRAY, f"[{_HIGH}{_ANGLED}]"),
)


def help_rows() -> tuple[Row, ...]:
    """The help: what is typed most comes first."""
    return tuple(
        sorted((row for row in TABLE if row.written), key=lambda row: row.kind is not Kind.WORD)
    )
