"""A name's consonants are found in a word of another script, however long either is."""

from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.language import script_of
from search.service import sounds

NAMES = ("kushner", "obradovich", "schneiderman", "קוזלובסקי", "козловский", "ويتكوف")
LETTERS = {
    script: sorted({letter for group in groups for letter in group})
    for script, groups in sounds.letters().items()
}


def pattern(skeleton: tuple[str, ...], script: str) -> str:
    """The same as an expression, which takes too long for odd words."""
    groups = sounds.letters()[script].items()

    def any_of(sound: str) -> str:
        found = sorted((re.escape(group) for group, own in groups if sound in own), key=len)
        return "|".join(reversed(found))

    silent = f"(?:{any_of('')})*"
    return silent + silent.join(f"(?:{any_of(one)})+" for one in skeleton) + silent


@given(st.data(), st.sampled_from(NAMES), st.sampled_from(sorted(LETTERS)))
def test_a_word_has_the_sounds_that_an_expression_finds(
    data: st.DataObject, name: str, script: str
) -> None:
    """Whatever words were asked before it, also those that begin as it does."""
    skeletons = sounds.skeletons(name, script_of(name))
    begun = data.draw(st.text(LETTERS[script], max_size=4))
    words = [
        begun + rest
        for rest in data.draw(st.lists(st.text(LETTERS[script], max_size=5), max_size=6))
    ]
    patterns = [re.compile(pattern(one, script)) for one in skeletons]

    expected = [any(one.fullmatch(word) for one in patterns) for word in words]

    assert expected == list(map(sounds.has_any(skeletons, script), words))


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("witkoff", "ויטקוף"),
        ("kushner", "кушнер"),
        ("кобяков", "kobyakov"),
        ("קושנר", "كوشنر"),
    ],
)
def test_a_spelling_has_the_sounds_of_its_name(name: str, word: str) -> None:
    is_alike = sounds.has_any(sounds.skeletons(name, script_of(name)), script_of(word))

    assert (True, False) == (is_alike(word), is_alike(word + word))


@pytest.mark.parametrize(
    ("name", "word"),
    [
        pytest.param("vavavavavavavavavava", "ו" * 200 + "ץ", id="one letter in many places"),
        pytest.param(
            "notהתחקיר~=נמלпоставщик~not>#@קרה=למאהל?,=бов",
            "потовпотвщи" + "о" * 200,
            id="letters of several scripts",
        ),
    ],
)
def test_no_word_takes_long(name: str, word: str) -> None:
    """One such query kept a worker for as long as anybody waited."""
    began = process_time()

    assert not sounds.has_any(sounds.skeletons(name, script_of(name)), script_of(word))(word)
    assert process_time() - began < 1
