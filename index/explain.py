"""Explain: what does a word stand for, as JSON for programs and in words for a person?"""

from __future__ import annotations

import json
from typing import Final

from search.analysis.analyzer import analyse, language_of
from search.analysis.tokens import ALTERNATIVE, BARE, EXACT, FOLDED, LEMMA, Side, Token

TIER_NAMES: Final = {
    EXACT: "as written",
    FOLDED: "without accents",
    LEMMA: "dictionary form",
    BARE: "typed without accents",
    ALTERNATIVE: "looser",
}


def analysis(text: str, *, lang: str | None, side: Side) -> str:
    """The tokens of a text as a line of JSON."""
    tokens = [
        {
            "word": token.word,
            "start": token.start,
            "end": token.end,
            "position": token.position,
            "exact": token.exact,
            "terms": [term for term in token.terms if not term.startswith(ALTERNATIVE)],
            "loose": [
                *(term for term in token.terms if term.startswith(ALTERNATIVE)),
                *token.loose,
            ],
        }
        for token in _tokens(text, lang, side)
    ]
    return json.dumps({"lang": lang or language_of(text), "tokens": tokens}, ensure_ascii=False)


def explained(text: str, *, lang: str | None, side: Side) -> str:
    """The readings of each word, a line a word."""
    lines = [f"{token.word}: {', '.join(_readings(token))}" for token in _tokens(text, lang, side)]
    return "\n".join(lines or ["no words"])


def _tokens(text: str, lang: str | None, side: Side) -> list[Token]:
    analysed = analyse(text, side=side, lang=lang)
    return [analysed.token(row, text) for row in range(len(analysed))]


def _readings(token: Token) -> list[str]:
    strong = [f"{term[2:]} ({TIER_NAMES[term[:2]]})" for term in token.terms]
    return [*strong, *(f"{term[2:]} (looser)" for term in token.loose)]
