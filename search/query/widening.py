"""Widening: which query asks for the same ideas in all languages?"""

from __future__ import annotations

from collections.abc import Iterator

from search.ideas import idea
from search.query.runs import runs
from search.query.switches import as_idea
from search.query.tree import AllOf, AnyOf, Query, Quoted, Title, Tree, Word


def in_all_languages(query: Query) -> str | None:
    """The query with each label of an idea as `idea:`; None if it has none."""
    text = query.text
    for typed, found in dict(_labels(query.tree)).items():
        text = as_idea(text, typed, found) or text
    return None if text == query.text else text


def _labels(tree: Tree) -> Iterator[tuple[str, str]]:
    """The labels that were typed, each with its idea; not what is excluded, nor letters as typed."""
    if isinstance(tree, AllOf | AnyOf):
        words = [child.text if isinstance(child, Word) else None for child in tree.children]
        for places, found in runs(words, idea):
            yield " ".join(filter(None, words[places])), found
        for child in tree.children:
            if not isinstance(child, Word):
                yield from _labels(child)
    elif isinstance(tree, Word):
        yield from _labels(AllOf((tree,)))
    elif isinstance(tree, Title):
        yield from _labels(tree.child)
    elif isinstance(tree, Quoted) and not tree.exactly and not tree.slop:
        found_here = idea(tree.words)
        if found_here is not None:
            yield tree.words, found_here
