"""Hebrew paradigms: every shape in the table is one that a form may have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from search.analysis.lexicon import rows
from search.analysis.morphology.he_paradigms import paradigms
from search.analysis.normalize import final


def _shapes() -> Iterator[tuple[str, str]]:
    """The name of each pattern, and a form with each of its beginnings and endings."""
    for name, before, root, behind, _ in rows("he-paradigms.tsv"):
        letters = iter("קדשצג")
        stem = "".join(next(letters) if sign in "CK" else sign for sign in root)
        for start, end in product(before.split("|"), behind.split("|")):
            yield name, final(start + stem + end)


@pytest.mark.parametrize(("name", "form"), list(_shapes()), ids=str)
def test_every_shape_of_the_table_is_met(name: str, form: str) -> None:
    """As a word ends: a final letter in the table would meet nothing."""
    assert name in {found for _, found in paradigms(form)}
