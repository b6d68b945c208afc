"""URLs: where in the archive is the reader, and how does a link lead to the place next to it?

The whole state of a page stands in its URL. A link changes one thing, keeps the rest and begins at page one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, Final, get_args
from urllib.parse import parse_qsl, quote, urlencode

from search.engine import Match, Sort
from search.errors import BadParameterError
from search.facets import FACETS, year

LONGEST: Final = 1_200  # letters of a value; the parser of queries cuts at 1,000 and says so
MOST_VALUES: Final = 32
TONGUES: Final = ("en", "he", "ro")  # languages of the interface; the first if nothing is said

_NUMBER: Final = re.compile(r"[0-9]{1,12}")  # more digits than any archive has pages


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the reader asked for; the fields are the parameters of the URL."""

    q: str = ""
    leader: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    lang: tuple[str, ...] = ()
    match: Match = "all"
    loose: bool = False
    sort: Sort = "relevance"
    page: int = 1
    size: int = 10
    ui: str = TONGUES[0]

    @property
    def filters(self) -> list[tuple[str, str]]:
        """Every chosen value with its facet."""
        return [(facet, value) for facet in FACETS for value in getattr(self, facet)]

    @property
    def blank(self) -> bool:
        """Whether nothing was asked for yet."""
        return not self.q.strip() and not self.filters and self.page == 1

    def but(self, **changes: Any) -> State:  # noqa: ANN401 - each field has its own type
        """The same place with something changed, from the first page on."""
        return replace(self, **{"page": 1, **changes})

    def adding(self, facet: str, value: str) -> State:
        """With a value."""
        return self.but(**{facet: tuple(dict.fromkeys((*getattr(self, facet), value)))})

    def without(self, facet: str, value: str) -> State:
        """Without a value."""
        return self.but(**{facet: tuple(other for other in getattr(self, facet) if other != value)})

    def toggling(self, facet: str, value: str, *, selected: bool) -> State:
        """Without the value if it is selected, else with it; one year of a chosen range narrows to that year."""
        if selected and value not in getattr(self, facet):
            return self.but(**{facet: (value,)})
        return self.without(facet, value) if selected else self.adding(facet, value)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The parameters that say something, in a fixed order."""
        for field in fields(self):
            value = getattr(self, field.name)
            if value != field.default:
                several = value if isinstance(value, tuple) else (int(value) if value is True else value,)
                yield from ((field.name, str(one)) for one in several)

    def url(self, path: str = "/search") -> str:
        """The URL of this state."""
        query = urlencode(list(self.pairs()), errors="replace")
        return f"{path}?{query}" if query else path

    def article(self, article_id: str) -> str:
        """The URL of an article that remembers where the reader came from."""
        return self.url(article(article_id))


def article(article_id: str) -> str:
    """The path of an article. Browsers take segments of dots away, so the slashes beside such are encoded too."""
    safe = "" if {".", ".."}.intersection(article_id.split("/")) else "/"
    return f"/article/{quote(article_id, safe=safe, errors='replace')}"


def parse(query_string: str) -> State:
    """The state that a URL says; unknown parameters and blank ones say nothing.

    Raises `BadParameterError` for a year, match, sort, page or size that does not exist.
    """
    given = _given(query_string)
    return State(**{name: read(name, given[name]) for name, read in PARAMETERS.items() if name in given})


def interface(query_string: str) -> State:
    """The language of the interface alone, for when the rest can't be read."""
    return State(ui=_tongue("ui", _given(query_string).get("ui", [""])))


def _given(query_string: str) -> dict[str, list[str]]:
    given: defaultdict[str, list[str]] = defaultdict(list)
    for name, value in parse_qsl(query_string, errors="replace"):
        if value.strip():
            given[name].append(value[:LONGEST])
    return dict(given)


def _values(_name: str, values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))[:MOST_VALUES]


def _years(name: str, values: list[str]) -> tuple[str, ...]:
    return tuple(map(year, _values(name, values)))


def _one_of(*known: str) -> Callable[[str, list[str]], str]:
    def read(name: str, values: list[str]) -> str:
        if values[-1] not in known:
            raise BadParameterError(name, values[-1], f"one of {', '.join(known)}")
        return values[-1]

    return read


def _number(name: str, values: list[str]) -> int:
    if not _NUMBER.fullmatch(values[-1]):
        raise BadParameterError(name, values[-1], "a number from 1")
    return int(values[-1])


def _tongue(_name: str, values: list[str]) -> str:
    return values[-1] if values[-1] in TONGUES else TONGUES[0]


PARAMETERS: Final[dict[str, Callable[[str, list[str]], Any]]] = {
    "q": lambda _name, values: values[-1],
    "leader": _values,
    "country": _values,
    "year": _years,
    "lang": _values,
    "match": _one_of(*get_args(Match)),
    "loose": lambda _name, values: values[-1].lower() not in {"0", "no", "false", "off"},
    "sort": _one_of(*get_args(Sort)),
    "page": _number,
    "size": _number,
    "ui": _tongue,
}
