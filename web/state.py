"""State: where in the archive is the reader, and how does a link lead to the place next to it?

The whole state of a page stands in its URL. A link changes one thing, keeps the rest and begins at
page one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Any, Final, NamedTuple
from urllib.parse import parse_qsl, quote, quote_plus

from search.errors import BadParameterError, QueryError
from search.model.facet_values import FacetValue
from search.model.facets import FACETS
from search.model.languages import INTERFACE_LANGUAGES
from search.model.search_options import PAGE_SIZE, Match, Sort
from search.service.parameters import LONGEST_PARAMETER, PARAMETERS, preferred_language, read

DATES: Final = {"from": "since", "to": "until"}  # names that Python has taken
_PLACE: Final = "\0value\0"
# every page has the same values
_quoted: Final = lru_cache(maxsize=4096)(partial(quote_plus, errors="replace"))


class State(NamedTuple):  # which is soon changed: a page has dozens
    """What the reader asked for.

    The parameters of the URL, and the language `home` where the URL says none.
    `problems` can't be meant, and `idle` says nothing. `origin` is where the site stands, for
    addresses that are read elsewhere, and `base` its path there.
    """

    q: str = ""
    since: str = ""
    until: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    match: Match = "all"
    loose: bool = False
    sort: Sort = "relevance"
    page: int = 1
    size: int = PAGE_SIZE
    ui: str = INTERFACE_LANGUAGES[0]
    home: str = INTERFACE_LANGUAGES[0]
    problems: tuple[BadParameterError, ...] = ()
    idle: tuple[QueryError, ...] = ()
    origin: str = ""
    base: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing was asked for yet."""
        return not self.q.strip() and not self.narrowed and self.page == 1

    @property
    def narrowed(self) -> bool:
        """Whether anything but the query was chosen."""
        return bool(self.filters or self.since or self.until)

    def values(self, facet: str) -> tuple[str, ...]:
        """The chosen values of a facet."""
        return tuple(value for name, value in self.filters if name == facet)

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The chosen values by facet."""
        return {facet: self.values(facet) for facet in FACETS}

    def replace(self, **changes: Any) -> State:  # noqa: ANN401 - each field has its own type
        """The same place with something changed, from page one on; facets go by their names."""
        own = {facet: changes.pop(facet) for facet in FACETS if facet in changes}
        if own:
            changes["filters"] = _filters({**self.chosen(), **own})
        return self._replace(**{"page": 1, **changes})

    def adding(self, facet: str, value: str) -> State:
        """With a value."""
        return self.replace(**{facet: tuple(dict.fromkeys((*self.values(facet), value)))})

    def narrowing(self, facet: str) -> Callable[[str], str]:
        """From a value to the URL that adds it: for hundreds, all but the value is made once."""
        return _narrowing(self, facet)

    def without(self, facet: str, value: str) -> State:
        """Without a value."""
        left = tuple(other for other in self.values(facet) if other != value)
        return self.replace(**{facet: left})

    def leaving(self, facet: str, value: str) -> State:
        """Without a value that counts as chosen; a year of a chosen range narrows to it."""
        own = value in self.values(facet)
        return self.without(facet, value) if own else self.replace(**{facet: (value,)})

    def toggles(self, facet: str, rows: Iterable[FacetValue]) -> Iterator[tuple[str, FacetValue]]:
        """Each value with the URL that chooses it, or takes it away."""
        narrowed = self.narrowing(facet)
        for row in rows:
            yield self.leaving(facet, row.value).url() if row.selected else narrowed(row.value), row

    def unfiltered(self) -> State:
        """Without any value."""
        return self.replace(filters=(), since="", until="")

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The parameters that say something, in a fixed order."""
        chosen = defaultdict(list)
        for facet, value in self.filters:
            chosen[facet].append((facet, value))
        for name, at, usual in _SAID:
            if at is None:
                yield from chosen.get(name, ())
            elif (said := self[at]) != (self.home if name == "ui" else usual):
                yield name, str(int(said) if said is True else said)

    def url(self, path: str = "/search") -> str:
        """The URL of this state."""
        query = _query(self)
        return f"{self.base}{path}?{query}" if query else self.base + path

    def article(self, article_id: str) -> str:
        """The URL of an article that remembers where the reader came from."""
        return self.url(article(article_id))


# the parameters in their order: which of the fields of a state, and what it usually is; the others
# are facets
_SAID: Final = tuple(
    (name, None, None)
    if name in FACETS
    else (name, State._fields.index(own := DATES.get(name, name)), State._field_defaults[own])
    for name in PARAMETERS
)


@lru_cache(maxsize=256)  # a page asks it of every list, and of its hits
def _narrowing(state: State, facet: str) -> Callable[[str], str]:
    before, _, after = state.adding(facet, _PLACE).url().rpartition(_quoted(_PLACE))
    here, chosen = state.replace().url(), frozenset(state.values(facet))
    return lambda value: here if value in chosen else f"{before}{_quoted(value)}{after}"


@lru_cache(maxsize=256)  # a page leads from one state to each of its articles
def _query(state: State) -> str:
    """What stands behind the question mark."""
    return "&".join(f"{name}={_quoted(value)}" for name, value in state.pairs())


def article(article_id: str, under: str = "/article/") -> str:
    """The path of an article; beside segments of dots, which browsers take away, no slash stays."""
    safe = "" if {".", ".."}.intersection(article_id.split("/")) else "/"
    return f"{under}{quote(article_id, safe=safe, errors='replace')}"


def parse(query_string: str, accepted: str = "", known: Collection[str] = PARAMETERS) -> State:
    """The state that a URL says with the parameters that are `known` where it leads.

    Where it says no language, the one of those `accepted` that is liked best.
    """
    home = preferred_language(accepted)
    values, problems, idle = read(_given(query_string), known)
    filters = _filters(values)
    plain = {DATES.get(name, name): one for name, one in values.items() if name not in FACETS}
    told = {"ui": home, **plain}
    return State(**told, filters=filters, home=home, problems=problems, idle=idle)


def _filters(chosen: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    """Every chosen value with its facet, in the order of the facets."""
    return tuple((facet, value) for facet in FACETS for value in chosen.get(facet, ()))


def _given(query_string: str) -> dict[str, list[str]]:
    given: defaultdict[str, list[str]] = defaultdict(list)
    for name, value in parse_qsl(query_string, keep_blank_values=True, errors="replace"):
        given[name].append(value[:LONGEST_PARAMETER])
    return dict(given)
