"""Facets: by which dimensions can a reader narrow, and which values does a choice mean?

One table: the fields on disk, the query language, addresses, the command line, answers, pages and
exports have a facet because it has a row here. Its label stands in the catalogues of the web.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from search.errors import BadParameterError, UnknownFacetError
from search.model.articles import UNKNOWN, Article
from search.model.contacts import keys_of


class FacetKind(Enum):
    """What the values of a facet are: how a choice is read, and what readers are shown."""

    ENTITY = auto()  # an id; any spelling of its name is understood
    YEAR = auto()  # a year or `unknown`; a choice may be a range
    LANGUAGE = auto()  # a code of ISO 639-1, or `und`
    TEXT = auto()  # as it was written; case and accents do not count
    CONTACT = auto()  # a kind of contact; with two leaders chosen, between these two


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A dimension. `says`, `means` and `example` describe it to programs and in the help.

    An article has one value of it at most (`is_single`), and several choices mean any of them; or
    it has several values, and several choices mean all of them: calls between X and Y.
    """

    name: str
    field: str  # of `Article`, where its values come from
    kind: FacetKind
    is_single: bool
    metavar: str
    option: str
    says: str
    means: str
    example: str
    is_counted: bool = True  # its values are shown with how many articles have each


TABLE: Final = (
    Facet(
        name="leader",
        field="leaders",
        kind=FacetKind.ENTITY,
        is_single=False,
        metavar="NAME",
        option="An id or any spelling.",
        says="an id or any spelling of a name; of several, all",
        means="articles about a leader, by any spelling of the name",
        example='leader:"Theresa May"',
    ),
    Facet(
        name="country",
        field="countries",
        kind=FacetKind.ENTITY,
        is_single=False,
        metavar="NAME",
        option="An id or any spelling.",
        says="an id or any name; of several, all",
        means="articles about a country, by name or code",
        example="country:Israel",
    ),
    Facet(
        name="year",
        field="published",
        kind=FacetKind.YEAR,
        is_single=True,
        metavar="Y",
        option="2016, 2016..2019 or unknown.",
        says="a year, a range, or `unknown`; of several, any",
        means="of this year, of these years, or undated (unknown)",
        example="year:2016..2019",
    ),
    Facet(
        name="lang",
        field="lang",
        kind=FacetKind.LANGUAGE,
        is_single=True,
        metavar="L",
        option="he, ro, en …",
        says="a code of ISO 639-1, or `und`; of several, any",
        means="articles in a language, by name or code",
        example="lang:he",
    ),
    Facet(
        name="outlet",
        field="outlet",
        kind=FacetKind.TEXT,
        is_single=True,
        metavar="NAME",
        option="As the article names it.",
        says="a name, in any case; of several, any",
        means="articles of an outlet, by its name",
        example='outlet:"The Daily"',
    ),
    Facet(
        name="contact",
        field="contacts",
        kind=FacetKind.CONTACT,
        is_single=False,
        metavar="KIND",
        option="call, meeting, message or any; with two leaders, between these.",
        says="`call`, `meeting`, `message` or `any`; with two leaders, theirs; of several, all",
        means="a call, meeting or message reported as held; with two leaders, between them",
        example="contact:call",
    ),
    Facet(
        name="about",
        field="subjects",
        kind=FacetKind.ENTITY,
        is_single=False,
        metavar="NAME",
        option="A leader or country that articles are about.",
        says="a leader or a country that the article is about, by any spelling; of several, all",
        means="articles whose subject is a leader or country",
        example="about:putin",
        is_counted=False,
    ),
)
BY_NAME: Final[Mapping[str, Facet]] = {facet.name: facet for facet in TABLE}
FACETS: Final = tuple(BY_NAME)
COUNTED: Final = tuple(facet.name for facet in TABLE if facet.is_counted)
# facets of which a choice may mean other values than itself
BROADER: Final = frozenset(
    facet.name for facet in TABLE if facet.kind in {FacetKind.YEAR, FacetKind.TEXT}
)
ANY_OF: Final = frozenset(facet.name for facet in TABLE if facet.is_single)
CHOICES_OF_YEARS: Final = rf"^(\d{{4}}|\d{{4}}\.\.\d{{4}}|{UNKNOWN})$"  # in whatever digits

YEAR_RANGE: Final = re.compile(r"(\d{4})\.\.(\d{4})")
_YEAR: Final = re.compile(CHOICES_OF_YEARS)


def year(choice: str) -> str:
    """A choice of years as articles have them.

    `2016`, `2016..2019` or `unknown`, in whatever digits or order typed.
    """
    if not _YEAR.fullmatch(choice):
        raise BadParameterError("year", choice, f"a year, a range such as 2016..2019, or {UNKNOWN}")
    if choice == UNKNOWN:
        return choice
    return "..".join(f"{end:04}" for end in sorted(map(int, choice.split(".."))))


def kind_of(facet: str) -> FacetKind:
    """The kind of a facet; raises `UnknownFacetError` if there is none of this name."""
    if facet not in BY_NAME:
        raise UnknownFacetError(facet, known=FACETS)
    return BY_NAME[facet].kind


def values_of(article: Article, facet: str) -> tuple[str, ...]:
    """The article's values of a facet; an article without a date has the year `unknown`."""
    if kind_of(facet) is FacetKind.YEAR:
        return (str(article.year) if article.year is not None else UNKNOWN,)
    if kind_of(facet) is FacetKind.CONTACT:
        return keys_of(article.contacts)
    known: str | tuple[str, ...] | None = getattr(article, BY_NAME[facet].field)
    return known if isinstance(known, tuple) else (known,) if known else ()


def chosen(facet: str, value: str, choices: Iterable[str]) -> bool:
    """Whether one of the choices means this value."""
    kind = kind_of(facet)
    if kind is FacetKind.YEAR:
        return any(value == choice or _within(value, choice) for choice in choices)
    if kind is FacetKind.TEXT:
        return text_key(value) in map(text_key, choices)
    return value in choices


def allows(article: Article, facet: str, choices: Iterable[str]) -> bool:
    """Whether the article passes a filter."""
    values = values_of(article, facet)
    if facet in ANY_OF:
        return any(chosen(facet, value, choices) for value in values)
    return all(choice in values for choice in choices)


def _within(value: str, choice: str) -> bool:
    ends = YEAR_RANGE.fullmatch(choice)
    return ends is not None and value != UNKNOWN and int(ends[1]) <= int(value) <= int(ends[2])


def text_key(text: str) -> str:
    """A text without its case, accents, invisible marks and the number of its spaces."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    seen = (char for char in letters if unicodedata.category(char) not in {"Mn", "Cf"})
    return " ".join("".join(seen).split())
