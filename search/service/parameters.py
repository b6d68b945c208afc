"""Parameters: what may an address ask for, and which values may each have?

One table: addresses are read by it, and the API is described by it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import Any, Final, NamedTuple, get_args

from search.errors import BadParameterError, QueryError, UnknownParameterError
from search.model.dates import DATE, date
from search.model.facets import CHOICES_OF_YEARS, Facet, FacetKind, year
from search.model.facets import TABLE as FACET_TABLE
from search.model.languages import INTERFACE_LANGUAGES, RETIRED
from search.model.search_options import LARGEST_PAGE, PAGE_SIZE, Match, Sort

# letters of a value; the parser of queries cuts at 1,000 and says so
LONGEST_PARAMETER: Final = 1_200
MOST_VALUES: Final = 32

_ACCEPTED: Final = re.compile(
    r"(?:^|[\s,])([a-z]{2,3})(?:-[\w-]+)?(?:\s*;\s*q=([01](?:\.\d{0,3})?))?(?=\s*(?:,|$))"
)
_NUMBER: Final = re.compile(r"[0-9]{1,12}")  # more digits than any archive has pages
_FLAGS: Final = {
    word: on
    for on, words in ((True, "1 true yes on"), (False, "0 false no off"))
    for word in words.split()
}


class Parameter(NamedTuple):
    """A parameter: `schema` describes one value, as JSON Schema does.

    Of several values all count, else the last.
    """

    name: str
    says: str
    schema: Mapping[str, Any]
    read: Callable[[Parameter, str], Any]
    several: bool = False


def _text(_parameter: Parameter, value: str) -> str:
    return value


def _one_of(parameter: Parameter, value: str) -> str:
    known = parameter.schema["enum"]
    if value not in known:
        raise BadParameterError(parameter.name, value, f"one of {', '.join(known)}", known=known)
    return value


def _number(parameter: Parameter, value: str) -> int:
    last = parameter.schema.get("maximum")
    number = int(value) if _NUMBER.fullmatch(value) else 0
    if number < 1 or (last is not None and number > last):
        raise BadParameterError(
            parameter.name, value, f"a number from 1{f' to {last}' if last else ''}"
        )
    return number


def _flag(parameter: Parameter, value: str) -> bool:
    if value.lower() not in _FLAGS:
        raise BadParameterError(parameter.name, value, "1 or 0")
    return _FLAGS[value.lower()]


def _year(_parameter: Parameter, value: str) -> str:
    return year(value)


def _date(parameter: Parameter, value: str) -> str:
    return date(parameter.name, value)


def _enum(values: Collection[str], **more: str) -> dict[str, Any]:
    return {"type": "string", "enum": list(values), **more}


ANY_TEXT: Final = {"type": "string"}
A_DATE: Final = {"type": "string", "pattern": f"^{DATE}$"}


def _of_facet(facet: Facet) -> Parameter:
    if facet.kind is FacetKind.YEAR:
        schema = {"type": "string", "pattern": CHOICES_OF_YEARS}
        return Parameter(facet.name, facet.says, schema, _year, several=True)
    return Parameter(facet.name, facet.says, ANY_TEXT, _text, several=True)


TABLE: Final = (
    Parameter("q", "the query; without one every article is found", ANY_TEXT, _text),
    *map(_of_facet, FACET_TABLE),
    Parameter("from", "published then or later: a year, a month or a day", A_DATE, _date),
    Parameter("to", "published then or earlier: a year, a month or a day", A_DATE, _date),
    Parameter(
        "match", "whether all words count or any", _enum(get_args(Match), default="all"), _one_of
    ),
    Parameter("loose", "1: by looser readings, too", {"type": "boolean", "default": False}, _flag),
    Parameter("sort", "the order", _enum(get_args(Sort), default="relevance"), _one_of),
    Parameter(
        "page",
        "which page, from 1",
        {"type": "integer", "minimum": 1, "maximum": 10**12 - 1, "default": 1},
        _number,
    ),
    Parameter(
        "size",
        "hits a page",
        {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": PAGE_SIZE},
        _number,
    ),
    Parameter(
        "ui",
        "the language of labels and messages; else what `Accept-Language` likes best",
        _enum(INTERFACE_LANGUAGES),
        _one_of,
    ),
)
PARAMETERS: Final = {parameter.name: parameter for parameter in TABLE}


def preferred_language(accepted: str) -> str:
    """The language of the interface that is liked best of those accepted (RFC 9110)."""
    weights: dict[str, float] = {}
    for code, weight in _ACCEPTED.findall(accepted.lower()):
        weights.setdefault(RETIRED.get(code, code), float(weight or 1))
    liked = [code for code in weights if code in INTERFACE_LANGUAGES and weights[code]]
    return max(liked, key=weights.__getitem__, default=INTERFACE_LANGUAGES[0])


class Read(NamedTuple):
    """What an address says, by parameter.

    `problems` can't be meant; `idle` says nothing: a name of no parameter, a blank from a form.
    """

    values: Mapping[str, Any]
    problems: tuple[BadParameterError, ...]
    idle: tuple[QueryError, ...]


def read(given: Mapping[str, list[str]], known: Collection[str] = PARAMETERS) -> Read:
    """The values of those parameters that are `known` here."""
    found: defaultdict[str, list[Any]] = defaultdict(list)
    problems: list[BadParameterError] = []
    idle: list[QueryError] = [
        UnknownParameterError(one, known) for one in given if one not in known
    ]
    for parameter in (PARAMETERS[name] for name in given if name in known):
        said = [value for value in given[parameter.name] if value.strip()]
        if len(said) < len(given[parameter.name]) and parameter.schema != ANY_TEXT:
            idle.append(BadParameterError(parameter.name, '""', "a value"))
        for value in said if parameter.several else said[-1:]:
            try:
                understood = parameter.read(parameter, value)
            except BadParameterError as problem:
                problems.append(problem.with_traceback(None))  # a state is kept for a while
            else:
                found[parameter.name].append(understood)
    values = {name: _of(PARAMETERS[name], some) for name, some in found.items()}
    return Read(values, tuple(problems), tuple(idle))


def _of(parameter: Parameter, found: list[Any]) -> Any:  # noqa: ANN401 - each has its own type
    return tuple(dict.fromkeys(found))[:MOST_VALUES] if parameter.several else found[0]
