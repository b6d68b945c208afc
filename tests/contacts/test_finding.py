"""Finding: of hundreds of shapes a sentence has few made."""

from __future__ import annotations

from index.contacts.finding import compiled
from index.contacts.shapes import WRITTEN
from tests.contacts.told import reported


def test_a_sentence_has_only_those_shapes_made_that_it_may_have() -> None:
    compiled.cache_clear()

    assert reported("Vladimir Putin spoke by phone with Benjamin Netanyahu on Friday.")
    assert 0 < compiled.cache_info().currsize < len(WRITTEN) / 4
