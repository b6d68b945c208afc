"""Prose: a text that an export keeps in pieces, as the paragraphs that a reader sees.

Sites keep articles as lists of blocks, as objects that wrap a text, or as sections with headlines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

DEEPEST_PIECE: Final = 12  # pieces within pieces; more would exhaust the stack

# One text in several forms, the plainest first.
FORMS: Final = (
    "text",
    "plain",
    "#text",
    "rendered",
    "html",
    "value",
    "@value",
    "default",
    "stringValue",
    "S",
)

# Where a piece has its words, in any order; what else it says is how they look.
PIECE_NAMES: Final = frozenset(
    {
        "#text",
        "@value",
        "blocks",
        "body",
        "children",
        "content",
        "data",
        "default",
        "headline",
        "html",
        "items",
        "main",
        "model",
        "p",
        "paragraph",
        "paragraphs",
        "parts",
        "plain",
        "post",
        "rendered",
        "sections",
        "s",
        "sentences",
        "stringvalue",
        "summary",
        "text",
        "value",
    }
)


def paragraphs(value: object, depth: int = 0) -> Iterator[str]:
    """The paragraphs of a text in pieces."""
    if depth > DEEPEST_PIECE or value is None or isinstance(value, bool):
        return
    if isinstance(value, Mapping):
        forms = [name for name in FORMS if _is_said(value, name)]
        for name, part in value.items():
            is_piece = str(name).casefold() in PIECE_NAMES and name not in forms[1:]
            if is_piece and isinstance(part, str | list | Mapping):
                yield from paragraphs(part, depth + 1)
    elif isinstance(value, list):
        if _is_one_line(value):
            yield "".join(span["text"] for span in value)
            return
        for part in value:
            yield from paragraphs(part, depth + 1)
    else:
        yield str(value)


def _is_one_line(spans: list[object]) -> bool:
    """Whether pieces are stretches of one line, as where a few words are bold."""
    texts = [span["text"] for span in spans if isinstance(span, Mapping) and _is_said(span, "text")]
    if len(texts) < 2 or len(texts) != len(spans):
        return False
    joints = pairwise(texts)
    return any(before[-1:].isspace() or after[:1].isspace() for before, after in joints)


def _is_said(piece: Mapping[str, object], name: str) -> bool:
    return isinstance(piece.get(name), str)
