"""Patterns: each regular expression takes steps in proportion to its text, whatever that is made of.

No clock: the steps are counted, over texts that are made for each expression from itself. Which
there are is looked up in the modules, and what is done with each in their source.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from typing import Any, Final

import pytest

from tests.patterns.counting import Counting, TooManyStepsError
from tests.patterns.found import how, patterns
from tests.patterns.pumps import pumps

pytestmark = pytest.mark.slow
SHORT, LONG = 40, 400  # characters that are repeated, and then twice as many
FEW: Final = 200  # steps of which nothing can be told
GROWTH: Final = 2.5
MOST: Final = 400_000  # steps: more are too many for either
STACK: Final = 512 * 2**20  # bytes: a repeat in a text is a call in a call

# Expressions that take longer for long texts and never get any, with what sees to it.
BOUNDED: Final[dict[str, str]] = {
    "index.contacts.subjects._SUBJECT": "it looks at what lies in the first FIRST characters",
    "index.dates.path_dates._TIME": "a path has some thousand characters at the most",
    "index.loaders.csvs.SEPARATOR": "it is replaced once, where a match has found it to begin",
    "index.loaders.front_matter._TOML": "it is matched at the beginning alone",
    "index.loaders.front_matter._YAML": "likewise",
    "index.loaders.html.CHARSET": "it looks at HEAD_BYTES",
    "index.loaders.html_fragments.CDATA": "what lies behind the last end is left out",
    "index.loaders.html_fragments.COMMENT": "likewise",
    "index.loaders.mail_box.DATED": "it looks at LONGEST_FROM bytes",
    "index.loaders.no_article._PARTS": "titles have one space where there are several",
    "search.analysis.morphology.name_spellings._ROMANISED": "each is matched with a whole name",
    "search.analysis.morphology.name_spellings._ROMANISED1": "likewise",
}


def written(pattern: re.Pattern[Any]) -> re.Pattern[str]:
    """The same of text, of an expression of bytes."""
    if isinstance(pattern.pattern, str):
        return pattern
    return re.compile(pattern.pattern.decode("latin-1"), pattern.flags | re.ASCII)


def growing(pattern: re.Pattern[str], used: str) -> tuple[str, str, str] | None:
    """What text takes far more than twice the steps where it is twice as long, if one does."""
    counting = Counting(pattern, MOST)

    def steps(text: str) -> int:
        try:
            found = counting.spans(text, how=used)
        except TooManyStepsError:
            return MOST * MOST
        assert spans(pattern, text, used) == found, (pattern.pattern, text)
        return counting.steps

    def is_even(before: str, body: str, end: str, length: int) -> bool:
        times = length // len(body) + 1
        once, twice = steps(before + body * times + end), steps(before + body * 2 * times + end)
        return once <= MOST and (twice < FEW or twice <= GROWTH * once)

    made = pumps(pattern)
    return next((one for one in made if not (is_even(*one, SHORT) or is_even(*one, LONG))), None)


def spans(pattern: re.Pattern[str], text: str, used: str) -> list[tuple[int, int]]:
    """Where `re` finds it."""
    if used == "finditer":
        return [one.span() for one in pattern.finditer(text)]
    one = getattr(pattern, used)(text)
    return [one.span()] if one else []


def deep(work: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the work gives
    """What a work gives that calls itself as often as a text is long."""
    given: list[Any] = []

    def run() -> None:
        try:
            given.append(work())
        except BaseException as error:  # noqa: BLE001  raised below
            given.append(error)

    before = threading.stack_size(STACK)
    thread = threading.Thread(target=run)
    thread.start()
    threading.stack_size(before)
    thread.join()
    if isinstance(given[0], BaseException):
        raise given[0]
    return given[0]


@pytest.mark.parametrize("name", patterns())
def test_a_text_twice_as_long_takes_twice_the_steps(name: str) -> None:
    """A file of some kilobytes would stop a run for hours, or a query a server."""
    pattern = written(patterns()[name])

    found = deep(lambda: growing(pattern, how(name)))

    assert (name in BOUNDED) == bool(found), found


@pytest.mark.parametrize(
    ("pattern", "used", "is_even"),
    [
        ("(?:a|a)*b", "match", False),
        ("(?:a+)+b", "fullmatch", False),
        (r"(?:<!--.*?-->)*<p", "match", False),
        (r"\s*\|", "finditer", False),
        (r"\s*\|", "match", True),
        (r"<!--.*?-->", "finditer", False),
        (r"a+b", "match", True),
        (r"(?>a+)+b", "match", True),
        (r"(?<!a)a+b", "finditer", True),
        (r"[^<>]*>", "match", True),
    ],
)
def test_what_grows_faster_is_found(pattern: str, used: str, is_even: bool) -> None:  # noqa: FBT001
    """Else nothing above would fail."""
    assert is_even != bool(deep(lambda: growing(re.compile(pattern, re.DOTALL), used)))


def test_every_expression_is_looked_at() -> None:
    """Of loaders, of what finds dates, titles and contacts, and of the analysis."""
    rooms = {name.split(":")[0].rpartition(".")[0] for name in patterns()}

    assert {"index.loaders.html", "index.dates.text_dates", "index.contacts.items"} & rooms
    assert len(patterns()) > 200
    assert BOUNDED.keys() <= patterns().keys()
