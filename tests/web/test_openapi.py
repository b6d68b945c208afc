"""How the API describes itself, held to what it answers."""

from __future__ import annotations

from typing import Any

import pytest

from search.service.parameters import PARAMETERS, read
from tests.web.browser import Browser
from tools.api_reference import REFERENCE, reference
from web.openapi import VERSION, document, operations

SCHEMAS: dict[str, Any] = document()["components"]["schemas"]


def of(name: str) -> tuple[set[str], set[str]]:
    """The keys that a schema requires, and all that it tells."""
    required: set[str] = set()
    told: set[str] = set()
    for part in SCHEMAS[name].get("allOf", [SCHEMAS[name]]):
        if "$ref" in part:
            base, more = of(part["$ref"].rpartition("/")[2])
        else:
            base, more = set(part["required"]), set(part["properties"])
        required |= base
        told |= more
    return required, told


def test_the_description_is_served(browser: Browser) -> None:
    served = browser.get("/api/v1/openapi.json").json

    assert document() == served
    assert ("3.1.0", VERSION) == (served["openapi"], served["info"]["version"])


def test_the_reference_is_the_description() -> None:
    """`make docs` writes it anew."""
    assert reference() == REFERENCE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("url", "path", "schema"),
    [
        ("/api/v1/search?q=Putin&year=2023", "", "Answer"),
        ("/api/v1/search?q=Putin&year=2023", "hits", "Hit"),
        ("/api/v1/search?q=%22Putin", "hints", "Hint"),
        ("/api/v1/articles/ro.txt", "", "Article"),
        ("/api/v1/articles/ro.txt/similar", "", "Similar"),
        ("/api/v1/suggest?q=Put", "", "Suggestions"),
        ("/api/v1/suggest?q=Put", "suggestions", "Suggestion"),
        ("/api/v1/search?page=x", "error", "Mistake"),
    ],
)
def test_an_answer_has_what_its_description_tells(
    browser: Browser, url: str, path: str, schema: str
) -> None:
    """Neither more nor less: a key that is not told is one that nobody may rely on."""
    answer = browser.get(url).json
    answer = answer[path] if path else answer
    shown = set(answer[0] if isinstance(answer, list) else answer)
    required, told = of(schema)

    assert (set(), set()) == (required - shown, shown - told)


@pytest.mark.parametrize("name", PARAMETERS)
def test_what_a_description_lists_is_read(name: str) -> None:
    """One table for both: whatever it lists or gives as usual can be asked for."""
    schema = PARAMETERS[name].schema
    values = schema.get("enum", [schema["default"]] if "default" in schema else [])

    assert () == sum((read({name: [str(value)]}).problems for value in values), ())


def test_everything_that_is_described_is_answered(browser: Browser) -> None:
    paths = [one.path.replace("{id}", "ro.txt") for one in operations()]

    assert [200] * len(paths) == [browser.get(path).status for path in paths]
