"""Typed words: which words were typed, each with its parts?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from search.analysis.analyzer import analyse
from search.analysis.normalize import is_shouted
from search.analysis.tokens import Token

SHORTEST_WHOLE: Final = 5  # letters of a whole that stands for its parts: s-a is not sa


@dataclass(frozen=True, slots=True)
class Typed:
    """A word as typed.

    Its parts, and the whole written as one of a hyphenated one (its `end` is known before) and of
    what an apostrophe may tie to another word (d'amato).
    """

    word: str
    parts: tuple[Token, ...]
    joined: Token | None = None
    end: int = 0


@lru_cache(maxsize=1024)
def typed(text: str, context: str = "") -> tuple[Typed, ...]:
    """The words of a text; figures with a mark between (9/11) are one word.

    What language a text is in, it tells itself or, where it can't, with the rest of the query
    (`context`).
    """
    written = (
        text.lower()
        if " " in context and is_shouted(context) and len(text.lower()) == len(text)
        else text
    )
    analysed = analyse(f"{written}\n{context}", side="query")
    tokens = (
        analysed.token(row, text) for row, start in enumerate(analysed.starts) if start < len(text)
    )
    found: list[Typed] = []
    for token in tokens:
        last = found[-1] if found else None
        if last and token.position == last.parts[-1].position:
            found[-1] = replace(
                last, word=token.word, joined=token if _is_whole(token) else None, end=token.end
            )
        elif last and _belongs(token, last, text):
            word = text[last.parts[0].start : token.end]
            found[-1] = replace(last, word=word, parts=(*last.parts, token))
        else:
            found.append(Typed(token.word, (token,)))
    return tuple(found)


def _is_whole(token: Token) -> bool:
    return len(token.exact) >= SHORTEST_WHOLE or any(map(str.isdecimal, token.exact))


def _belongs(token: Token, before: Typed, text: str) -> bool:
    if before.end:
        return token.start < before.end
    last = before.parts[-1]
    gap = text[last.end : token.start]
    return last.word.isdigit() and token.word.isdigit() and not any(map(str.isspace, gap))
