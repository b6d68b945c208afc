"""OpenAPI: what can a program ask, and what is it answered?

`openapi.json` beside this file has all but the parameters: an operation names those it knows (`*`
for all), and they are described as they are read. The routes of the API are made of the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, NamedTuple

from search.service.parameters import PARAMETERS

VERSION: Final = version("readout-search")
_WRITTEN: Final[dict[str, Any]] = json.loads(
    Path(__file__).with_suffix(".json").read_text(encoding="utf-8")
)


class Operation(NamedTuple):
    """What can be asked at a path: the view that answers, and the parameters that it knows."""

    path: str
    view: str
    known: tuple[str, ...]


def operations() -> Iterator[Operation]:
    """Everything that can be asked."""
    for path, methods in _WRITTEN["paths"].items():
        named = methods["get"]["parameters"]
        yield Operation(
            path, methods["get"]["operationId"], tuple(PARAMETERS if named == ["*"] else named)
        )


def document() -> dict[str, Any]:
    """The description of the API (OpenAPI 3.1)."""
    shown = deepcopy(_WRITTEN)
    shown["info"]["version"] = VERSION
    shown["components"]["parameters"] = {name: _described(name) for name in PARAMETERS}
    for one in operations():
        named = [{"$ref": f"#/components/parameters/{name}"} for name in one.known]
        shown["paths"][one.path]["get"]["parameters"] = named
    return shown


def _described(name: str) -> dict[str, Any]:
    one = PARAMETERS[name]
    schema = {"type": "array", "items": one.schema} if one.several else one.schema
    return {"name": name, "in": "query", "description": one.says, "schema": schema}
