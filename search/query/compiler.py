"""Compiler: what is an engine asked for a query?

What stands side by side at the top becomes clauses, which give the score and may be relaxed, and
limits, which always hold and give none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from search import ideas
from search.analysis.language import languages_of
from search.analysis.normalize import final, strip_accents, unfinal
from search.analysis.tokens import EXACT, FOLDED
from search.engine.nodes import And, FieldIs, Fuzzy, Group, Node, Not, Or, Prefix, Published
from search.engine.positions import TITLE
from search.entities import aliases, recognition
from search.entities.gazetteer import Gazetteer
from search.entities.subjects import Subject
from search.model.contacts import ANY_KIND, KINDS, kind_in
from search.model.dates import read_span
from search.model.facets import FacetKind, kind_of
from search.model.hints import Hint
from search.model.search_options import Match
from search.names.own import follows
from search.query import combine, field_values, terms
from search.query.combine import conjunction
from search.query.hint_messages import hint
from search.query.homographs import begun, namesake
from search.query.kin import with_kin
from search.query.limits import TWO_EDITS_FROM
from search.query.rewrite import with_exact_name
from search.query.small_words import with_small_words
from search.query.term_options import TermOptions
from search.query.terms import is_read
from search.query.tree import (
    EVERY_ARTICLE,
    AllOf,
    AnyOf,
    Begins,
    Exactly,
    Field,
    Near,
    Query,
    Quoted,
    Title,
    Tree,
    Without,
    Word,
)
from search.query.typed_words import typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """What an engine is asked.

    `relaxed` are the clauses with phrases taken apart, None without phrases.
    `nothing`: something was typed, and there is no word in it.
    """

    clauses: tuple[Node, ...] = ()
    limits: tuple[Node, ...] = ()
    hints: tuple[Hint, ...] = ()
    relaxed: tuple[Node, ...] | None = None
    nothing: bool = False


@follows
@lru_cache(maxsize=256)
def compile_query(
    query: Query, *, gazetteer: Gazetteer, interface: str, loose: bool, match: Match = "all"
) -> Compiled:
    """The clauses and limits of a query; never raises."""
    if query.tree == EVERY_ARTICLE:
        return Compiled(hints=query.hints)
    compiler = _Compiler(gazetteer, interface, query)
    reading = TermOptions(
        loose=loose,
        any_word=match == "any",
        scripts=compiler.scripts(query.tree),
        context=" ".join(_texts(query.tree)),
    )
    clauses, limits = _split(compiler.node(query.tree, reading))
    relaxed = (
        _split(compiler.node(query.tree, replace(reading, apart=True)))[0]
        if _has_quotes(query.tree)
        else clauses
    )
    nothing = not clauses and not limits
    if nothing:
        compiler.say("no_words")
    compiled = Compiled(
        clauses=clauses,
        limits=limits,
        hints=tuple(dict.fromkeys(compiler.hints)),
        relaxed=None if relaxed == clauses else relaxed,
        nothing=nothing,
    )
    return _with_kin(compiled, reading.context) if match == "any" and clauses else compiled


def _with_kin(compiled: Compiled, text: str) -> Compiled:
    """The same, ranked by words of one stem too, and by small words less."""
    spoken = frozenset(languages_of(text).values())
    clauses, limits = with_kin(compiled.clauses, compiled.limits, spoken)
    return replace(compiled, clauses=with_small_words(clauses), limits=limits)


def _split(node: Node | None) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """What gives a score, and what only limits."""
    top = node.children if isinstance(node, And) else () if node is None else (node,)
    return tuple(filter(_scores, top)), tuple(child for child in top if not _scores(child))


def _scores(node: Node) -> bool:
    if isinstance(node, And | Or):
        return any(map(_scores, node.children))
    return not isinstance(node, Not | FieldIs | Published)


class _Compiler:
    """Makes nodes of a tree and keeps what is to be said of it; None where there is no word."""

    def __init__(self, gazetteer: Gazetteer, interface: str, query: Query) -> None:
        self._gazetteer = gazetteer
        self._interface = interface
        self._query = query
        self.hints = [*query.hints]

    def say(self, code: str, query: str | None = None, **facts: str) -> None:
        self.hints.append(hint(code, query, **facts))

    def scripts(self, tree: Tree) -> frozenset[str]:
        """The scripts that are asked for: any of them will do."""
        values = [field.value for field in _fields(tree) if field.name == "script"]
        known = {value: field_values.script(value) for value in values}
        for value in (value for value, code in known.items() if code is None):
            self.say("bad_script", value=value)
        return frozenset(code for code in known.values() if code is not None)

    def node(self, tree: Tree, reading: TermOptions) -> Node | None:
        return NODE_COMPILERS[type(tree)](self, tree, reading)

    def word(self, tree: Word, reading: TermOptions) -> Node | None:
        return self.all_of(AllOf((tree,)), reading)

    def _word(self, tree: Word, reading: TermOptions) -> Node | None:
        for one in typed(tree.text, reading.context):
            other = namesake(one.parts[0].exact)
            if other and not one.word.istitle():  # a capital first says that it is a name
                self.say("fold_withheld", other, word=one.word, other=other)
        return terms.word(tree.text, reading)

    def exactly(self, tree: Exactly, reading: TermOptions) -> Node | None:
        return terms.word(tree.text, replace(reading, exactly=True))

    def quoted(self, tree: Quoted, reading: TermOptions) -> Node | None:
        node = terms.phrase(tree.words, tree.slop, replace(reading, exactly=tree.exactly))
        whose = None if tree.exactly or tree.slop else recognition.subject(tree.words)
        if whose is None:
            return node
        return combine.expanded(node, self._names(whose, tree.words, reading))

    def _names(self, whose: Subject, typed: str, reading: TermOptions) -> Group:
        """What else the one is called whose name was typed.

        The reader is told, and how to do without.
        """
        others = aliases.aliases_of(whose, reading.scripts)
        shown = aliases.shown_aliases(others, typed)
        if shown:
            self.say("also_searched", with_exact_name(self._query, typed), names=shown)
        names = combine.alias_group(others, reading.place)
        is_about = whose.kind == "leader" and not reading.place
        return replace(names, subjects=frozenset(whose.owners)) if is_about else names

    def begins(self, tree: Begins, reading: TermOptions) -> Node | None:
        found = typed(tree.text, reading.context)
        if not found:
            return None
        last = found[-1].parts[-1]
        stems = self._stems(last.exact.lower()) if is_read(last.exact, reading) else ()
        prefix = (
            Prefix(tuple(reading.place + stem for stem in stems)) if stems else Group(last.word, ())
        )
        return conjunction((terms.word(tree.text[: last.start], reading), prefix))

    def _stems(self, typed_stem: str) -> tuple[str, ...]:
        """Typed bare, a stem begins accented words too, unless it begins a name (puti*: Putin)."""
        other = begun(typed_stem)
        if other is not None:
            self.say("fold_withheld", word=f"{typed_stem}*", other=other)
        folds = strip_accents(typed_stem) == typed_stem and other is None
        # מלכ* and מלך* are one beginning
        shapes = dict.fromkeys((typed_stem, final(typed_stem), unfinal(typed_stem)))
        return tuple(
            tier + shape for tier in ((EXACT, FOLDED) if folds else (EXACT,)) for shape in shapes
        )

    def near(self, tree: Near, reading: TermOptions) -> Node | None:
        found = typed(tree.text, reading.context)
        if len(found) != 1 or len(found[0].parts) > 1 or reading.place:
            self.say("near_word", word=tree.text)
            return terms.word(tree.text, reading)
        exact = found[0].parts[0].exact.lower()
        return (
            Fuzzy(exact, 1 + (len(exact) >= TWO_EDITS_FROM))
            if is_read(exact, reading)
            else Group(tree.text, ())
        )

    def field(self, tree: Field, reading: TermOptions) -> Node | None:
        if tree.name == "script":
            return None
        if tree.name == "idea":
            return self.idea(tree.value, reading)
        if tree.name == "date":
            within = read_span(tree.value)
            return None if within is None else Published(within)
        known = VALUE_READERS[kind_of(tree.name)](self, tree)
        if not known:
            code = UNKNOWN_VALUES.get(kind_of(tree.name), "unknown_value")
            self.say(code, choice=f"{tree.name}:{tree.value}")
        return FieldIs(tree.name, frozenset(known or (tree.value.casefold(),)))

    def idea(self, value: str, reading: TermOptions) -> Node | None:
        found = ideas.idea(value)
        if found is None:
            self.say("unknown_idea", value=value)
            return terms.word(value, reading)
        return terms.idea_group(value, ideas.labels_of(found), reading)

    def name(self, tree: Field) -> tuple[str, ...]:
        """All who are called so: any of them will do."""
        found = self._gazetteer.bearers(tree.name, tree.value)
        if len(found) > 1:
            labels = (self._gazetteer.label(tree.name, value, self._interface) for value in found)
            self.say("shared_name", value=tree.value, names=", ".join(labels))
        return found

    def contact(self, tree: Field) -> tuple[str, ...]:
        if kind_in(tree.value) != tree.value:  # between two leaders
            return (tree.value,)
        kind = field_values.contact_kind(tree.value)
        return KINDS if kind == ANY_KIND else tuple(filter(None, (kind,)))

    def language(self, tree: Field) -> tuple[str, ...]:
        code = field_values.language(tree.value, self._interface)
        return () if code is None else (code,)

    def title(self, tree: Title, reading: TermOptions) -> Node | None:
        return self.node(tree.child, replace(reading, place=TITLE))

    def without(self, tree: Without, reading: TermOptions) -> Node | None:
        """What is excluded is excluded by strong readings and whole phrases only."""
        if any(field.name == "script" for field in _fields(tree.child)):
            self.say("script_excluded")
        child = self.node(tree.child, replace(reading, loose=False, apart=False))
        return None if child is None else Not(child)

    def any_of(self, tree: AnyOf, reading: TermOptions) -> Node | None:
        nodes = (self.node(child, reading) for child in tree.children)
        found = tuple(dict.fromkeys(node for node in nodes if node is not None))
        return Or(found) if len(found) > 1 else next(iter(found), None)

    def all_of(self, tree: AllOf, reading: TermOptions) -> Node | None:
        words = [child.text if isinstance(child, Word) else None for child in tree.children]
        nodes = [
            self._word(child, reading) if isinstance(child, Word) else self.node(child, reading)
            for child in tree.children
        ]
        for place, (first, second) in enumerate(pairwise(tree.children)):
            if isinstance(first, Word) and isinstance(second, Word):
                whole = terms.joint(first.text, second.text, reading)
                nodes[place : place + 2] = [
                    combine.expanded(node, whole) for node in nodes[place : place + 2]
                ]
        subjects = [
            (places, self._names(whose, " ".join(filter(None, words[places])), reading))
            for places, whose in recognition.subjects(words)
        ]
        for places, names in reversed(subjects):  # what is behind keeps its place
            nodes[places] = combine.with_aliases(nodes[places], names, reading)
        return conjunction(nodes)


NODE_COMPILERS: Final[Mapping[type, Callable[[_Compiler, Any, TermOptions], Node | None]]] = {
    Word: _Compiler.word,
    Exactly: _Compiler.exactly,
    Quoted: _Compiler.quoted,
    Begins: _Compiler.begins,
    Near: _Compiler.near,
    Field: _Compiler.field,
    Title: _Compiler.title,
    Without: _Compiler.without,
    AnyOf: _Compiler.any_of,
    AllOf: _Compiler.all_of,
}
VALUE_READERS: Final[Mapping[FacetKind, Callable[[_Compiler, Field], tuple[str, ...]]]] = {
    FacetKind.ENTITY: _Compiler.name,
    FacetKind.LANGUAGE: _Compiler.language,
    FacetKind.YEAR: lambda _, tree: (tree.value,),
    FacetKind.TEXT: lambda _, tree: (tree.value,),
    FacetKind.CONTACT: _Compiler.contact,
}
UNKNOWN_VALUES: Final = {FacetKind.CONTACT: "unknown_contact"}  # hints that say what there is


def _texts(tree: Tree) -> Iterator[str]:
    """Everything to search for that was typed."""
    if isinstance(tree, AllOf | AnyOf):
        for child in tree.children:
            yield from _texts(child)
    elif isinstance(tree, Title | Without):
        yield from _texts(tree.child)
    elif not isinstance(tree, Field):
        yield tree.words if isinstance(tree, Quoted) else tree.text


def _has_quotes(tree: Tree) -> bool:
    """Whether there may be a phrase to take apart."""
    if isinstance(tree, AllOf | AnyOf):
        return any(map(_has_quotes, tree.children))
    return isinstance(tree, Quoted) or (isinstance(tree, Title) and _has_quotes(tree.child))


def _fields(tree: Tree) -> Iterator[Field]:
    """The fields that are asked for, not those excluded."""
    if isinstance(tree, Field):
        yield tree
    elif isinstance(tree, AllOf | AnyOf):
        for child in tree.children:
            yield from _fields(child)
    elif isinstance(tree, Title):
        yield from _fields(tree.child)
