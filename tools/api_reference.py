"""API reference: the description of the API as people read it, in `docs/api.md`.

`make docs` writes it, and a test holds it to the routes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from search.service.export import COLUMNS
from web.openapi import document

REFERENCE: Final = Path(__file__).parents[1] / "docs" / "api.md"
HEAD: Final = """# The API

Everything that the page shows, for programs: JSON in UTF-8, by GET, without a key.
`/api/v1/openapi.json` describes it to tools (OpenAPI 3.1), and `make docs` makes this page of it.

```sh
curl 'http://127.0.0.1:8080/api/v1/search?q=נתניהו&year=2016..2019&size=2'
```

- A parameter that is not known is an error that lists those that are.
- A value that can't be meant is an error too.
- `links.next` leads from page to page, until it is null.
- `ETag` names an answer: sent as `If-None-Match` it is answered by 304 until the archive changes.
- Offsets count code points, not bytes, from 0.
- Keys may be added; none is renamed or taken away.
"""


EXPORTS: Final = (
    "## Exports\n",
    (
        "`/export.csv`, `/export.jsonl` and `/export.ris` take the parameters of a search, "
        "and give all that is found."
    ),
    (
        "CSV and JSON Lines have the columns {columns}: "
        "a part of an archive that can be indexed again.\n"
    ),
    (
        "- In CSV several values of a cell are parted by `; `, and contacts stand as in the column "
        "of a `metadata.csv`: `call: vladimir-putin, benjamin-netanyahu, 2016-10-21; meeting: …`, "
        "a video call as `video call: …`, and what has no date without one."
    ),
    "- In JSON Lines they are as in [Contact](#contact), with their sentences.",
    "- A cell that a spreadsheet would run as a formula begins with `'`.",
)


def reference() -> str:
    """The reference, in Markdown."""
    described = document()
    parts = [HEAD, *_operations(described), "## Parameters\n", *_parameters(described)]
    columns = ", ".join(f"`{column}`" for column in COLUMNS)
    parts += ["", *(line.format(columns=columns) for line in EXPORTS)]
    return "\n".join([*parts, "\n## Answers\n", *_schemas(described["components"]["schemas"])])


def _operations(described: Mapping[str, Any]) -> Iterator[str]:
    yield "## What can be asked\n"
    yield "| path | what | parameters | answer |\n| --- | --- | --- | --- |"
    for path, methods in described["paths"].items():
        asked = methods["get"]
        names = ", ".join(f"`{_name(one)}`" for one in asked["parameters"]) or "none"
        schema = asked["responses"]["200"]["content"]["application/json"]["schema"]
        answer = f"[{_name(schema)}](#{_name(schema).lower()})" if "$ref" in schema else "OpenAPI"
        yield f"| `{path}` | {asked['summary']} | {names} | {answer} |"
    yield ""


def _parameters(described: Mapping[str, Any]) -> Iterator[str]:
    yield "| name | what | values | else |\n| --- | --- | --- | --- |"
    for name, one in described["components"]["parameters"].items():
        schema = one["schema"]
        value = schema.get("items", schema)
        default = str(value.get("default", "")).lower()
        several = ", may be repeated" if schema["type"] == "array" else ""
        yield f"| `{name}` | {one['description']} | {_values(value)}{several} | {default} |"


def _values(schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "pattern" in schema:
        choices = str(schema["pattern"]).strip("^$()").replace(r"\d{4}", "YYYY").replace("\\", "")
        return ", ".join(f"`{choice}`" for choice in choices.split("|"))
    if "maximum" in schema:
        return f"{schema['minimum']} to {schema['maximum']:,}"
    return "1 or 0" if schema["type"] == "boolean" else "any text"


def _schemas(schemas: Mapping[str, Any]) -> Iterator[str]:
    for name, schema in schemas.items():
        if name in {"Link", "Spans"}:
            continue
        yield f"### {name}\n"
        if "description" in schema:
            yield schema["description"] + "\n"
        yield "| key | type | what |\n| --- | --- | --- |"
        for part in schema.get("allOf", [schema]):
            if "$ref" in part:
                yield f"| … | | all of [{_name(part)}](#{_name(part).lower()}) |"
            for key, one in part.get("properties", {}).items():
                yield f"| `{key}` | {_type(one)} | {one.get('description', '')} |"
        yield ""


def _type(schema: Mapping[str, Any]) -> str:
    """The type of a value, as a reader says it."""
    if "$ref" in schema:
        name = _name(schema)
        known = {"Link": "string or null", "Spans": "list of [start, end]"}
        return known.get(name) or f"[{name}](#{name.lower()})"
    if "oneOf" in schema:
        return " or ".join(map(_type, schema["oneOf"]))
    if "enum" in schema:
        return ", ".join("null" if one is None else f"`{one}`" for one in schema["enum"])
    kind = schema["type"]
    if kind == "array":
        return f"list of {_type(schema['items'])}"
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


def _name(reference: Mapping[str, Any]) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8")
