"""Sentences: of lines that a page's width parted, and of others."""

from __future__ import annotations

from index.extract.sentences import first, sentences

WIRED = (
    "President Ana Pop of Elbonia spoke on the telephone with Prime Minister\n"
    "Ion Rusu of Faldebia, as the offices of both have said. The call took\n"
    "an hour, and it was about grain on the river and the prices of water.\n"
)


def test_a_sentence_goes_on_over_the_ends_of_wrapped_lines() -> None:
    found = [WIRED[start:end] for start, end in sentences(WIRED, iter([(0, len(WIRED))]))]

    assert 2 == len(found)
    assert found[0].endswith("as the offices of both have said.")


def test_the_first_sentence_of_a_wrapped_text_is_whole() -> None:
    assert "as the offices of both have said." == first(WIRED)[-33:]
