"""What tests of the analysis ask: does this query find a word of this text?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from search.analysis.analyzer import analyse
from search.analysis.tokens import AnalysedText

Finds = Callable[[str, str], bool]


def _meets(asked: AnalysedText, text: str, *, loosely: bool) -> bool:
    """Whether at each position of a query one row (a compound has two) has a term of the text."""
    there = {term for terms in analyse(text).terms for term in terms}
    wanted: dict[int, set[str]] = {}
    for position, terms, loose in zip(asked.positions, asked.terms, asked.loose, strict=True):
        wanted.setdefault(position, set()).update(terms, loose if loosely else ())
    return all(there & terms for terms in wanted.values())


@pytest.fixture
def finds() -> Finds:
    """Whether every word of a query finds a word of a text by its strong terms."""
    return lambda query, text: _meets(analyse(query, side="query"), text, loosely=False)


@pytest.fixture
def finds_loosely() -> Finds:
    """Whether a query finds a text when loose terms count too."""
    return lambda query, text: _meets(analyse(query, side="query"), text, loosely=True)
