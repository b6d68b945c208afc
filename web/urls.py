"""URLs: where in the archive is the reader, and how does a link lead to the place next to it?

The whole state of a page stands in its URL. A link changes one thing, keeps the rest and begins at page one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Any, Final, NamedTuple, get_args
from urllib.parse import parse_qsl, quote, quote_plus, urlencode

from search.engine import Match, Sort
from search.errors import BadParameterError
from search.facets import FACETS, FacetValue, year

LONGEST: Final = 1_200  # letters of a value; the parser of queries cuts at 1,000 and says so
MOST_VALUES: Final = 32
TONGUES: Final = ("en", "he", "ro")  # languages of the interface; the first if nothing is said

_PLACE: Final = "\0value\0"
_quoted: Final = lru_cache(maxsize=4096)(partial(quote_plus, errors="replace"))  # every page has the same values
_ACCEPTED: Final = re.compile(r"(?:^|[\s,])([a-z]{2,3})(?:-[\w-]+)?(?:\s*;\s*q=([01](?:\.\d{0,3})?))?(?=\s*(?:,|$))")
_RENAMED: Final = {"iw": "he", "mo": "ro"}  # what old systems call them
_NUMBER: Final = re.compile(r"[0-9]{1,12}")  # more digits than any archive has pages


class State(NamedTuple):  # which is soon changed: a page has dozens
    """What the reader asked for: the parameters of the URL, and the language `home` where the URL says none."""

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
    home: str = TONGUES[0]

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
        return self._replace(**{"page": 1, **changes})

    def adding(self, facet: str, value: str) -> State:
        """With a value."""
        return self.but(**{facet: tuple(dict.fromkeys((*getattr(self, facet), value)))})

    def narrowing(self, facet: str) -> Callable[[str], str]:
        """From a value to the URL that adds it; a page links to hundreds, so all but the value is made once."""
        before, _, after = self.adding(facet, _PLACE).url().rpartition(_quoted(_PLACE))
        here, chosen = self.but().url(), frozenset(getattr(self, facet))
        return lambda value: here if value in chosen else f"{before}{_quoted(value)}{after}"

    def without(self, facet: str, value: str) -> State:
        """Without a value."""
        return self.but(**{facet: tuple(other for other in getattr(self, facet) if other != value)})

    def leaving(self, facet: str, value: str) -> State:
        """Without a value that counts as chosen; one year of a chosen range narrows to that year."""
        return self.without(facet, value) if value in getattr(self, facet) else self.but(**{facet: (value,)})

    def toggles(self, facet: str, rows: Iterable[FacetValue]) -> Iterator[tuple[str, FacetValue]]:
        """Each value with the URL that chooses it, or takes it away."""
        narrowed = self.narrowing(facet)
        for row in rows:
            yield self.leaving(facet, row.value).url() if row.selected else narrowed(row.value), row

    def unfiltered(self) -> State:
        """Without any value."""
        return self.but(**dict.fromkeys(FACETS, ()))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The parameters that say something, in a fixed order."""
        for name, value, usual in zip(PARAMETERS, self, State(ui=self.home), strict=False):
            if value != usual:
                several = value if isinstance(value, tuple) else (int(value) if value is True else value,)
                yield from ((name, str(one)) for one in several)

    def url(self, path: str = "/search") -> str:
        """The URL of this state."""
        query = _query(self)
        return f"{path}?{query}" if query else path

    def article(self, article_id: str) -> str:
        """The URL of an article that remembers where the reader came from."""
        return self.url(article(article_id))


@lru_cache(maxsize=256)  # a page leads from one state to each of its articles
def _query(state: State) -> str:
    """What stands behind the question mark."""
    return "&".join(f"{name}={_quoted(value)}" for name, value in state.pairs())


def article(article_id: str) -> str:
    """The path of an article. Browsers take segments of dots away, so the slashes beside such are encoded too."""
    safe = "" if {".", ".."}.intersection(article_id.split("/")) else "/"
    return f"/article/{quote(article_id, safe=safe, errors='replace')}"


def parse(query_string: str, accepted: str = "") -> State:
    """The state that a URL says; unknown parameters and blank ones say nothing.

    Where it says no language of the interface, the one of those `accepted` (RFC 9110) that is liked best.

    Raises `BadParameterError` for a year, match, sort, page or size that does not exist.
    """
    given = _given(query_string)
    home = _preferred(accepted)
    read = {name: PARAMETERS[name](name, values) for name, values in given.items() if name in PARAMETERS}
    return State(**{"ui": home, **read, "home": home})


def interface(query_string: str, accepted: str = "") -> State:
    """The language of the interface alone, for when the rest can't be read."""
    return parse(urlencode([("ui", value) for value in _given(query_string).get("ui", ())]), accepted)


def _preferred(accepted: str) -> str:
    weights: dict[str, float] = {}
    for code, weight in _ACCEPTED.findall(accepted.lower()):
        weights.setdefault(_RENAMED.get(code, code), float(weight or 1))
    liked = [code for code in weights if code in TONGUES and weights[code]]
    return max(liked, key=weights.__getitem__, default=TONGUES[0])


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
