"""Titles: what is a bare text called?

By its first line if that is a real title, otherwise by its first sentence.
"""

from __future__ import annotations

import re
from typing import Final

from index.extract import boilerplate, sentences
from search.model.articles import TitleSource

LONGEST_LINE: Final = 140  # characters: few headlines are longer, few paragraphs shorter
LONGEST_LABEL: Final = 100
# a lead is longer than its title; lines of a wrapped paragraph are about as long as each other
LEAD_SHARE: Final = 1.5
ELLIPSIS: Final = "…"
UNFINISHED: Final = tuple(",;:-–—(")  # a title does not stop in the middle
TITLE_WORD: Final = re.compile(r"[^\W\d_]{2,}")


def title(text: str) -> tuple[str, str, TitleSource]:
    """The title, the text without the title's line, and where the title is from.

    From the first sentence (`sentence`) it is a label: the text stays as it is.
    """
    first, _, rest = text.lstrip().partition("\n")
    if _is_title(first.strip()) and _begins_an_article(rest, first.strip()):
        return " ".join(first.split()), rest.lstrip(), "line"
    return _label(text), text, "sentence"


def _is_title(line: str) -> bool:
    """Whether a line alone can be a title: short, of words, and not a sentence."""
    words = TITLE_WORD.findall(line)
    return (
        len(line) <= LONGEST_LINE
        and len(words) >= 2
        and not line.endswith((".", *UNFINISHED))
        and not line.rstrip(sentences.CLOSING).endswith(".")
        and "://" not in line
        and not boilerplate.is_prompt(line)
    )


def _begins_an_article(rest: str, line: str) -> bool:
    """Whether what follows is a text under this title: after an empty line, or a lead."""
    if not rest.strip():
        return False
    following = rest.split("\n", 1)[0].strip()
    if not following:
        return True
    return (
        not following[0].islower()
        and len(following) > LEAD_SHARE * len(line)
        and sentences.is_sentence(following)
    )


def _label(text: str) -> str:
    """The first sentence in one line, cut at a word if it is long."""
    sentence = " ".join(sentences.first(text).split())
    if len(sentence) <= LONGEST_LABEL:
        return sentence
    cut = sentence[: LONGEST_LABEL - len(ELLIPSIS) + 1]
    cut = cut.rsplit(" ", 1)[0] if " " in cut else cut[:-1]
    return cut.rstrip(' .,;:–—-(«“„"') + ELLIPSIS
