"""Asked: which texts do the templates ask the interface for?

`asked` is a method of `pybabel extract`, for texts that are named by keys. A key that a template
puts together stands for as many as the code knows values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO, Final, get_args, get_type_hints

from index.dates import text_dates
from index.loaders.loaded import PublishedSource
from search.errors import (
    ArticleNotFoundError,
    PageTooFarError,
    SearchTimeoutError,
    TooManyTermsError,
    UnknownParameterError,
)
from search.model.articles import UNKNOWN
from search.model.facets import FACETS
from search.model.partial import Partial
from search.model.search_options import Sort
from search.query.grammar import help_rows
from search.query.hint_messages import MESSAGES
from search.service.autocomplete import Suggestion
from search.service.parameters import ANY_TEXT, TABLE
from web.app import ERRORS

# line, function of gettext, key (and that of its plural)
Entry = tuple[int, str, str | tuple[str, str], list[str]]

MISTAKES: Final = (
    *(f"bad_{parameter.name}" for parameter in TABLE if parameter.schema != ANY_TEXT),
    "bad_host",
    UnknownParameterError.code,
    ArticleNotFoundError.code,
    PageTooFarError.code,
    SearchTimeoutError.code,
    TooManyTermsError.code,
)
VALUES: Final[Mapping[str, Iterable[Any]]] = {
    "error.": (*ERRORS, *(f"{status}.advice" for status in ERRORS), *MISTAKES),
    "facet.": FACETS,
    "given.": get_args(PublishedSource),
    "grammar.": [row.written for row in help_rows()],
    "hint.": MESSAGES,
    "partial.": get_args(get_type_hints(Partial)["reason"]),
    "sort.": get_args(Sort),
    "source.": get_args(text_dates.Source),
    "suggested.": get_args(get_type_hints(Suggestion)["kind"]),
    "year.": (UNKNOWN,),
}
BY_FILTER: Final = {"said": "hint.", "year": "year.", "problem": "error."}
_TEXT: Final = re.compile(
    r"""["'](?P<key>[\w.]+)["'](?P<more> ~ [\w.]+\))? \| t\b"""
    r"""|\| (?:counted\(["'](?P<counted>[\w.]+)["']\)|(?P<filter>said|year|problem)\b)"""
    # as `web.rows` writes it
    r"""|\._t(?:\(["'](?P<text>[\w.]+)|\.counted\([^"']+["'](?P<number>[\w.]+))["']"""
)


def asked(
    template: BinaryIO, _keywords: object, _comments: object, **_options: object
) -> Iterator[Entry]:
    """The texts of a template, or of what writes in its place, as `pybabel extract` wants them."""
    for number, line in enumerate(template, 1):
        for text in _TEXT.finditer(line.decode()):
            if counted := text["counted"] or text["number"]:
                yield number, "ngettext", (counted, counted), []
            else:
                yield from ((number, "gettext", key, []) for key in _keys(text))


def _keys(text: re.Match[str]) -> Iterable[str]:
    if plain := text["text"] or (text["key"] if not text["more"] else None):
        return (plain,)
    begun = text["key"] or BY_FILTER[text["filter"]]
    return (f"{begun}{value}" for value in VALUES[begun])
