"""Collections: which articles are searched, what is asked, and what is the right answer?

Passage sets come with questions and judgements. Of news there are only articles, so a headline is
hidden and its three rarest words must bring its article back.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from search.model.articles import Article
from tests.quality import shelf

RAREST: Final = 3
_WORD: Final = re.compile(r"[^\W\d_][^\W_]+(?:[\"'’״׳][^\W\d_]+)*")
_BARE: Final = str.maketrans("ăâîșțşţĂÂÎȘȚŞŢ", "aaiststAAISTST")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and the ids that answer it."""

    text: str
    relevant: frozenset[str]


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles with questions about them."""

    name: str
    articles: tuple[Article, ...]
    questions: tuple[Question, ...]


def judged(name: str) -> Collection:
    """Passages with the questions that people asked about them."""
    passages = shelf.lines("retrieval", f"{name}-passages.jsonl")
    questions = shelf.lines("retrieval", f"{name}-queries.jsonl")
    return Collection(
        name,
        tuple(
            Article(article_id=row["id"], title=row["title"], text=row["text"]) for row in passages
        ),
        tuple(Question(row["text"], frozenset(row["relevant"])) for row in questions),
    )


def typed_bare(collection: Collection) -> Collection:
    """The same questions as people type them who leave Romanian accents out."""
    questions = tuple(replace(one, text=without_accents(one.text)) for one in collection.questions)
    return replace(collection, name=f"{collection.name}, typed bare", questions=questions)


def without_accents(text: str) -> str:
    """A text without the marks of ă, â, î, ș and ț."""
    return unicodedata.normalize("NFC", text).translate(_BARE)


def news(name: str) -> Collection:
    """News without headlines, asked for by the three rarest words of each headline."""
    rows = [
        row for row in shelf.lines("news", f"news-{name}.jsonl") if row["title"] and row["text"]
    ]
    seen = Counter(word for row in rows for word in {*_words(row["title"]), *_words(row["text"])})
    articles = (
        Article(article_id=row["id"], title="", text=row["text"].replace(row["title"], ""))
        for row in rows
    )
    questions = (
        Question(" ".join(_rarest(row["title"], seen)), frozenset({row["id"]})) for row in rows
    )
    kept = [
        (article, question)
        for article, question in zip(articles, questions, strict=True)
        if question.text
    ]
    return Collection(
        name, tuple(article for article, _ in kept), tuple(question for _, question in kept)
    )


def _rarest(title: str, seen: Counter[str]) -> Iterable[str]:
    """The words of a title that fewest articles have, those of equal rarity in the title's order."""
    return sorted(dict.fromkeys(_words(title)), key=lambda word: seen[word])[:RAREST]


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
