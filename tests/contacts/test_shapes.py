"""Shapes: what is written once, and what a newcomer has to look up is there."""

from __future__ import annotations

import re
from collections import Counter

from index.contacts import shapes, symbols
from index.contacts.group_classes import AMONG_WORDS, OF_VERBS, OF_WORDS
from index.contacts.shapes import WRITTEN, expanded
from index.contacts.vocabulary import WORD, plain, rows
from index.contacts.word_classes import SYMBOLS

EXPLAINED = re.compile(r"`([^`]+)`")


def test_a_shape_has_a_name_of_its_own() -> None:
    counted = Counter(name for name, _ in WRITTEN)

    assert [] == [name for name, count in counted.items() if count > 1]


def test_a_name_in_angle_brackets_stands_for_something() -> None:
    """A name that is misspelt would be looked for as it stands, and never be found."""
    spelt = (re.search(r"(?<!\?P)<[A-Z_]+>", expanded(written)) for _, written in WRITTEN)

    assert [] == [found[0] for found in spelt if found]


def test_each_letter_of_a_sentence_is_explained() -> None:
    assert set() == set(SYMBOLS.values()) - set(EXPLAINED.findall(symbols.__doc__ or ""))


def test_each_group_of_a_shape_is_explained_or_has_its_classes() -> None:
    groups = set(re.findall(r"\(\?P<(\w+)>", "".join(expanded(written) for _, written in WRITTEN)))
    known = {*EXPLAINED.findall(shapes.__doc__ or ""), *OF_VERBS, *OF_WORDS, *AMONG_WORDS}

    assert set() == groups - known


def test_no_two_rows_say_the_same_of_a_word() -> None:
    """Marks that are read alike are one: Romanian has î within a word as â."""
    counted = Counter((language, kind, plain(words)) for language, kind, words in rows())

    assert [] == [row for row, count in counted.items() if count > 1]


def test_each_row_may_be_found_in_a_sentence() -> None:
    """A sentence is looked through word by word, so what is no row of words is never met."""
    cut = {words: [found.span() for found in WORD.finditer(words)] for _, _, words in rows()}

    assert [] == [
        words for words, own in cut.items() if not own or (own[0][0], own[-1][1]) != (0, len(words))
    ]


def test_each_class_of_words_has_a_symbol() -> None:
    assert set() == {kind.removesuffix("-now") for _, kind, _ in rows()} - SYMBOLS.keys()
