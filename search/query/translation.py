"""Translation: which query also finds the same ideas in other languages?

What was typed, or its ideas where the article is not in the reader's language. Words of that
language stand in no other and are left out there; names, figures and whatever else was typed must
be there as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from search.analysis.analyzer import analyse
from search.analysis.lexicon import lexicon_of
from search.analysis.tokens import LEMMA
from search.entities.recognition import subjects
from search.entities.spans import spans
from search.ideas import IDEA_LANGUAGES, idea, languages, told
from search.names.own import follows
from search.query.tree import AllOf, AnyOf, Field, Query, Quoted, Title, Tree, Without, Word

LanguageCodes = frozenset[str]


@follows
@lru_cache(maxsize=256)
def in_all_languages(query: Query) -> Tree | None:
    """The tree that finds the ideas of a query in all languages; None if it has none."""
    spoken = [own for _, own in _labels(query.tree)]
    if not spoken:
        return None
    own = frozenset.intersection(*spoken) or frozenset.union(*spoken)
    if is_told(query):
        return AnyOf((query.tree, AllOf(tuple(_parts(_ideas(query.tree, frozenset()))))))
    elsewhere = (Without(Field("lang", language)) for language in sorted(own))
    return AnyOf((query.tree, AllOf((*_parts(_ideas(query.tree, own)), *elsewhere))))


@follows
@lru_cache(maxsize=256)
def is_told(query: Query) -> bool:
    """Whether all its ideas are told by verbs too, and all else can stand in any language.

    Then the words of the reader's own language for them are meant as well.
    """
    found = {idea for idea, _ in _labels(query.tree)}
    own = frozenset(IDEA_LANGUAGES)
    is_any = _ideas(query.tree, own) == _ideas(query.tree, frozenset())
    return bool(found) and found <= told() and is_any


def _label(typed: str) -> tuple[str, LanguageCodes] | None:
    """The idea that is called so, and the languages that call it so."""
    found = idea(typed)
    return None if found is None else (found, languages(typed))


def _labels(tree: Tree) -> Iterator[tuple[str, LanguageCodes]]:
    """The labels that were typed; not what is excluded, nor letters as typed."""
    if isinstance(tree, AllOf | AnyOf):
        yield from (found for _, found in spans(_words(tree.children), _label))
        for child in tree.children:
            if not isinstance(child, Word):
                yield from _labels(child)
    elif isinstance(tree, Word):
        yield from _labels(AllOf((tree,)))
    elif isinstance(tree, Title):
        yield from _labels(tree.child)
    elif isinstance(tree, Quoted) and (found := _quoted(tree)):
        yield found


def _ideas(tree: Tree, own: LanguageCodes) -> Tree | None:
    """The tree with ideas in the place of their labels, without words of one's own languages."""
    if isinstance(tree, AllOf):
        return _all(tree.children, own)
    if isinstance(tree, AnyOf):
        children = tuple(
            child for child in (_ideas(child, own) for child in tree.children) if child
        )
        return AnyOf(children) if len(children) > 1 else next(iter(children), None)
    if isinstance(tree, Word):
        return _all((tree,), own)
    if isinstance(tree, Title):
        child = _ideas(tree.child, own)
        return None if child is None else Title(child)
    if isinstance(tree, Quoted) and (found := _quoted(tree)):
        return Field("idea", found[0])
    return None if isinstance(tree, Quoted) and _is_spoken(tree.words, own) else tree


def _all(children: Sequence[Tree], own: LanguageCodes) -> Tree | None:
    typed = _words(children)
    named = {place for places, _ in subjects(typed) for place in range(places.start, places.stop)}
    parts: list[Tree | None] = [
        child if place in named else _part(child, own) for place, child in enumerate(children)
    ]
    # what is behind keeps its place
    for places, (found, _) in reversed(list(spans(typed, _label))):
        parts[places] = [Field("idea", found)]
    kept = tuple(part for part in parts if part is not None)
    return AllOf(kept) if len(kept) > 1 else next(iter(kept), None)


def _part(child: Tree, own: LanguageCodes) -> Tree | None:
    if isinstance(child, Word):
        return None if _is_spoken(child.text, own) else child
    return _ideas(child, own)


def _parts(tree: Tree | None) -> Sequence[Tree]:
    """What must be there together."""
    return tree.children if isinstance(tree, AllOf) else () if tree is None else (tree,)


def _words(children: Sequence[Tree]) -> list[str | None]:
    return [child.text if isinstance(child, Word) else None for child in children]


def _quoted(tree: Quoted) -> tuple[str, LanguageCodes] | None:
    return None if tree.exactly or tree.slop else _label(tree.words)


def _is_spoken(text: str, own: LanguageCodes) -> bool:
    """Whether all words of a text are words of some languages, and not names or figures."""
    lemmas = [
        [term[2:] for term in terms if term.startswith(LEMMA)]
        for terms in analyse(text, side="query").terms
    ]
    return all(
        any(lexicon_of(language).is_lemma(one) for one in own_lemmas for language in own)
        for own_lemmas in lemmas
    )
