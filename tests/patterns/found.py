"""Found: which regular expressions do our modules have, and what is done with each?"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import index
import search

CALL: Final = re.compile(r"\bre\.(?!compile\b)\w+\s*\(")
ANCHORED: Final = ("fullmatch", "match")  # tried at one place, while all else goes over the text


@cache
def patterns() -> dict[str, re.Pattern[Any]]:
    """The expressions of our own modules by name, and those in calls by their place."""
    found: dict[str, re.Pattern[Any]] = {}
    for module in modules():
        for name, value in vars(importlib.import_module(module)).items():
            for number, one in enumerate(within(value)):
                if name not in origins(module) and one not in found.values():
                    found[f"{module}.{name}{number or ''}"] = one
        for written in in_calls(module):
            if (one := re.compile(written)) not in found.values():
                found[f"{module}:{written}"] = one
    return found


@cache
def modules() -> tuple[str, ...]:
    packages = (pkgutil.walk_packages(one.__path__, f"{one.__name__}.") for one in (index, search))
    return tuple(one.name for walked in packages for one in walked if ".opensearch" not in one.name)


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(source(module))


@cache
def origins(module: str) -> dict[str, str]:
    """Where the names of a module come from that are imported."""
    return {
        name.asname or name.name: f"{node.module}.{name.name}"
        for node in tree(module).body
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    }


def source(module: str) -> str:
    return Path(str(importlib.import_module(module).__file__)).read_text(encoding="utf-8")


def within(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    """The expressions in a value, and in what it has."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 3 and isinstance(value, list | tuple | set | frozenset | dict):
        parts = [*value, *value.values()] if isinstance(value, dict) else value
        for part in parts:
            yield from within(part, depth + 1)


def in_calls(module: str) -> list[str]:
    """The expressions in calls; most modules have none, and are not worth parsing at each collection."""
    if not CALL.search(source(module)):
        return []
    return [written for node in ast.walk(tree(module)) if (written := in_call(node))]


def in_call(node: ast.AST) -> str | None:
    """The expression of a call such as `re.sub("a", …)`."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return None
    if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re" and node.args):
        return None
    if node.func.attr == "compile":
        return None  # with flags, and kept by a name
    first = node.args[0]
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


@cache
def uses() -> dict[str, set[str]]:
    """What is done with each name, by its module: `match`, `sub`…"""
    found: dict[str, set[str]] = {}
    for module in modules():
        imported = origins(module)
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                name = node.value.id
                found.setdefault(imported.get(name, f"{module}.{name}"), set()).add(node.attr)
    return found


def how(name: str) -> str:
    """How an expression is used, at the most: as `fullmatch`, `match` or `finditer` do."""
    done = uses().get(name, {"search"}) - {"pattern"}
    for one in ANCHORED:
        if done <= {*ANCHORED[: ANCHORED.index(one) + 1]}:
            return one
    return "finditer"
