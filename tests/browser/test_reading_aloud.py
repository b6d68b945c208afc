"""What is read aloud: the roles, names and states that a screen reader gets, in each language.

They stand in `read_aloud`, a file a language; READOUT_SNAPSHOT=1 writes them anew.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.browser.reader import Desk, Reader

SitDown = Callable[[Desk], Reader]

FILES: Final = Path(__file__).with_name("read_aloud")
PARTS: Final = {
    "/search?q=Trufanov&year=2025&sort=newest": (
        "header",
        ".facets .year",
        ".status",
        ".tools",
        ".chips",
        ".hits > li:first-child h2",
        ".hits > li:first-child .meta",
        "footer",
    ),
    "/search?q=nosuchword&leader=vladimir-putin": ("main",),
    "/article/000-en.txt?q=Trufanov": (".back", "h1", ".walk", ".similar h2", ".facts h2"),
    "/facet/lang?q=Putin": ("main",),
    "/map/country?q=Trufanov&leader=vladimir-putin": (".chips", ".map thead"),
    "/help": (".grammar tr:nth-child(3)", ".switch", ".keys"),
    "/article/none": ("main",),
}


def read_aloud(reader: Reader) -> str:
    """The parts as their roles and names; where links lead is not read."""
    lines: list[str] = []
    for path, parts in PARTS.items():
        reader.page.goto(reader.url + path)
        reader.faults.clear()  # the console tells of what is not there
        lines.append(f"# {path}")
        for part in parts:
            shown = reader.page.locator(part).first.aria_snapshot()
            lines += [line for line in shown.splitlines() if "- /url: " not in line]
    return "\n".join(re.sub(r":$", "", line) for line in lines) + "\n"


@pytest.mark.parametrize("code", ["en", "he", "ro"])
def test_the_page_is_read_aloud_as_it_was(code: str, sit_down: SitDown) -> None:
    """A name that gets lost is seen by nobody who looks."""
    file = FILES / f"{code}.yaml"
    said = read_aloud(sit_down(Desk(code=code)))
    if os.environ.get("READOUT_SNAPSHOT"):
        file.write_text(said, encoding="utf-8")

    assert file.read_text(encoding="utf-8") == said
