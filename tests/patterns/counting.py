"""Counting: how many steps does a regular expression take for a text?

Python's engine counts none, so this is one that does: it backtracks over the tree into which `re`
itself parses a pattern, in the order in which `re` does. Where both find the same, its steps are in
proportion to the other's, whatever the machine does beside.
"""

from __future__ import annotations

import re
import re._constants as codes  # type: ignore[import-not-found, unused-ignore]
import re._parser as parser  # type: ignore[import-not-found, unused-ignore]
import sys
from collections.abc import Callable, Iterator
from typing import Any, Final

from tests.patterns.characters import PLACES, alike, part_takes

DEEPEST: Final = 50_000  # calls: a repeat of a group is one in another
Then = Callable[[int], bool]
Matcher = Callable[[int, Then], bool]


class TooManyStepsError(Exception):
    """More than are worth counting."""


class Counting:
    """A pattern whose steps are counted."""

    def __init__(self, pattern: re.Pattern[str], most: int) -> None:
        """Count at most so many steps for a text."""
        tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE & ~re.DEBUG)
        self._flags = tree.state.flags
        self._most = most
        self.steps = 0
        self._text = ""
        self._groups: dict[int, tuple[int, int]] = {}
        self._match = self._sequence(list(tree), self._flags)

    def spans(self, text: str, *, how: str) -> list[tuple[int, int]]:
        """Where a text matches, as `finditer`, `match` or `fullmatch` say; `steps` are counted."""
        usual = sys.getrecursionlimit()
        sys.setrecursionlimit(DEEPEST)
        try:
            return self._spans(text, how)
        finally:
            sys.setrecursionlimit(usual)

    def _spans(self, text: str, how: str) -> list[tuple[int, int]]:
        self._text, self.steps, found = text, 0, list[tuple[int, int]]()
        at, must_advance = 0, False  # an empty match is not found twice
        while at <= len(text):
            end = self._at(at, is_whole=how == "fullmatch", must_advance=must_advance)
            if end is not None:
                found.append((at, end))
            if how != "finditer":
                break
            must_advance = end == at
            at = at + 1 if end is None else end
        return found

    def _at(self, at: int, *, is_whole: bool, must_advance: bool) -> int | None:
        ended: list[int] = []

        def then(end: int) -> bool:
            if (is_whole and end != len(self._text)) or (must_advance and end == at):
                return False
            ended.append(end)
            return True

        self._groups = {}
        return ended[-1] if self._match(at, then) else None

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self._most:
            raise TooManyStepsError

    def _sequence(self, nodes: list[Any], flags: int) -> Matcher:
        matchers = [self._node(code, given, flags) for code, given in nodes]

        def match(at: int, then: Then, number: int = 0) -> bool:
            if number == len(matchers):
                return then(at)
            return matchers[number](at, lambda end: match(end, then, number + 1))

        return match

    def _node(self, code: Any, given: Any, flags: int) -> Matcher:  # noqa: ANN401
        one = self._one(code, given, flags)
        if one is not None:
            return self._character(one)
        if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            return self._repeat(code, given, flags)
        build = {
            codes.SUBPATTERN: self._group,
            codes.BRANCH: self._branch,
            codes.AT: self._place,
            codes.ASSERT: self._look,
            codes.ASSERT_NOT: self._look_not,
            codes.ATOMIC_GROUP: self._atomic,
            codes.GROUPREF: self._again,
            codes.GROUPREF_EXISTS: self._if_group,
        }[code]
        return build(given, flags)

    # Characters

    def _one(self, code: Any, given: Any, flags: int) -> Callable[[str], bool] | None:  # noqa: ANN401
        """Whether a character is one that a node takes; None for a node of others."""
        if code is codes.LITERAL:
            return lambda letter: letter in alike(given, flags)
        if code is codes.NOT_LITERAL:
            return lambda letter: letter not in alike(given, flags)
        if code is codes.ANY:
            return lambda letter: bool(flags & re.DOTALL) or letter != "\n"
        if code is codes.IN:
            return self._set(given, flags)
        return None

    def _set(self, given: Any, flags: int) -> Callable[[str], bool]:  # noqa: ANN401
        is_not = given[0][0] is codes.NEGATE
        parts = given[1:] if is_not else given

        def takes(letter: str) -> bool:
            return any(part_takes(code, of, letter, flags) for code, of in parts) != is_not

        return takes

    def _character(self, one: Callable[[str], bool]) -> Matcher:
        def match(at: int, then: Then) -> bool:
            self._step()
            return at < len(self._text) and one(self._text[at]) and then(at + 1)

        return match

    # Repeats

    def _repeat(self, code: Any, given: Any, flags: int) -> Matcher:  # noqa: ANN401
        least, most, inner = given
        most = sys.maxsize if most is codes.MAXREPEAT else most
        one = self._one(inner[0][0], inner[0][1], flags) if len(inner) == 1 else None
        if code is codes.POSSESSIVE_REPEAT:
            return self._kept(self._many(codes.MAX_REPEAT, least, most, inner, flags))
        if one is not None:
            return self._run(one, least, most, is_lazy=code is codes.MIN_REPEAT)
        return self._many(code, least, most, inner, flags)

    def _run(self, one: Callable[[str], bool], least: int, most: int, *, is_lazy: bool) -> Matcher:
        def taken(at: int, up_to: int) -> Iterator[int]:
            while at < len(self._text) and up_to and one(self._text[at]):
                self._step()
                at, up_to = at + 1, up_to - 1
                yield at

        def match(at: int, then: Then) -> bool:
            self._step()
            ends = [at, *taken(at, least)]
            if len(ends) <= least:
                return False
            rest = taken(ends[-1], most - least)
            if is_lazy:
                return then(ends[-1]) or any(then(end) for end in rest)
            return any(then(end) for end in reversed([ends[-1], *rest]))

        return match

    def _many(self, code: Any, least: int, most: int, inner: Any, flags: int) -> Matcher:  # noqa: ANN401
        body = self._sequence(list(inner), flags)

        def match(at: int, then: Then, count: int = 0, before: int = -1) -> bool:
            self._step()

            def more() -> bool:
                if count >= most or (count >= least and at == before):
                    return False
                return body(at, lambda end: match(end, then, count + 1, at))

            if count < least:
                return more()
            return then(at) or more() if code is codes.MIN_REPEAT else more() or then(at)

        return match

    # Groups, and what is looked at

    def _group(self, given: Any, flags: int) -> Matcher:  # noqa: ANN401
        number, more, less, inner = given
        body = self._sequence(list(inner), (flags | more) & ~less)

        def match(at: int, then: Then) -> bool:
            before = dict(self._groups)

            def ended(end: int) -> bool:
                kept = dict(self._groups)
                if number is not None:
                    self._groups[number] = (at, end)
                if then(end):
                    return True
                self._groups = kept
                return False

            found = body(at, ended)
            if not found:
                self._groups = before
            return found

        return match

    def _branch(self, given: Any, flags: int) -> Matcher:  # noqa: ANN401
        branches = [self._sequence(list(one), flags) for one in given[1]]

        def match(at: int, then: Then) -> bool:
            self._step()
            return any(branch(at, then) for branch in branches)

        return match

    def _kept(self, body: Matcher) -> Matcher:
        """Without a way back into it."""

        def match(at: int, then: Then) -> bool:
            ended: list[int] = []
            found = body(at, lambda end: not ended.append(end))  # type: ignore[func-returns-value]
            return found and then(ended[-1])

        return match

    def _atomic(self, given: Any, flags: int) -> Matcher:  # noqa: ANN401
        return self._kept(self._sequence(list(given), flags))

    def _looks(self, given: Any, flags: int) -> Callable[[int], bool]:  # noqa: ANN401
        direction, inner = given
        body, (width, _) = self._sequence(list(inner), flags), inner.getwidth()

        def looks(at: int) -> bool:
            self._step()
            begin = at if direction > 0 else at - width
            return begin >= 0 and body(begin, lambda end: direction > 0 or end == at)

        return looks

    def _look(self, given: Any, flags: int) -> Matcher:  # noqa: ANN401
        looks = self._looks(given, flags)
        return lambda at, then: looks(at) and then(at)

    def _look_not(self, given: Any, flags: int) -> Matcher:  # noqa: ANN401
        looks = self._looks(given, flags)
        return lambda at, then: not looks(at) and then(at)

    def _again(self, number: int, _flags: int) -> Matcher:
        def match(at: int, then: Then) -> bool:
            begin, end = self._groups.get(number, (0, -1))
            words = self._text[begin:end]
            self.steps += len(words)
            return end >= begin and self._text.startswith(words, at) and then(at + len(words))

        return match

    def _if_group(self, given: Any, flags: int) -> Matcher:  # noqa: ANN401
        number, there, missing = given
        ways = [self._sequence(list(one or ()), flags) for one in (there, missing)]
        return lambda at, then: ways[number not in self._groups](at, then)  # noqa: PLW0108

    def _place(self, where: Any, flags: int) -> Matcher:  # noqa: ANN401
        is_there = PLACES[where]

        def match(at: int, then: Then) -> bool:
            self._step()
            return is_there(self._text, at, flags) and then(at)

        return match
