"""The house: an engineer from elsewhere finds an idea by its name, and can read what is there."""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
ROOMS: Final = ("search", "index", "web")
DEEPEST: Final = 14  # modules, from the command line down to what imports nothing of ours
WIDEST: Final = 100  # characters
LONGEST: Final = 210  # lines of a file
TALLEST: Final = 31  # lines of a function, with its head


@cache
def trees() -> dict[str, tuple[Path, ast.Module]]:
    files = (file for room in ROOMS for file in (ROOT / room).rglob("*.py"))
    return {
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): (
            file,
            ast.parse(file.read_text(encoding="utf-8")),
        )
        for file in files
    }


@cache
def imported(module: str) -> frozenset[str]:
    """The modules of ours that one imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(trees()[module][1]):
        if isinstance(node, ast.ImportFrom) and node.module:
            whole = (f"{node.module}.{alias.name}" for alias in node.names)
            found |= {name if name in trees() else node.module for name in whole}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return frozenset(found & trees().keys() - {module})


@cache
def depth(module: str) -> int:
    return 1 + max(map(depth, imported(module)), default=0)


def test_no_chain_of_imports_is_longer_than_fourteen() -> None:
    assert {} == {name: depth(name) for name in trees() if depth(name) > DEEPEST}


def test_a_class_name_stands_for_one_thing() -> None:
    named: defaultdict[str, list[str]] = defaultdict(list)
    for module, (_, tree) in trees().items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                named[node.name].append(module)

    assert {} == {name: modules for name, modules in named.items() if len(modules) > 1}


def test_no_function_is_longer_than_a_look() -> None:
    functions = {
        f"{module}.{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for module, (_, tree) in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    assert {} == {name: lines for name, lines in functions.items() if lines > TALLEST}


def test_nineteen_files_of_twenty_are_read_in_a_sitting() -> None:
    """The others have one thing that can't be parted."""
    sizes = sorted(
        len(file.read_text(encoding="utf-8").splitlines()) for file, _ in trees().values()
    )

    assert LONGEST >= sizes[int(0.95 * (len(sizes) - 1))]


def test_no_line_is_wider_than_a_hundred_characters() -> None:
    assert [] == [
        f"{module}:{number}"
        for module, (file, _) in trees().items()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > WIDEST
    ]
