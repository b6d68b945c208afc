"""Speed: how many articles of 250 words does one core analyse a second, once it has read a few?

Measured in the time of the processor, so that what else runs on the machine counts less.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from statistics import median
from typing import Final

from search.analysis.analyzer import analyse_article
from search.analysis.language import language_of
from search.model.articles import Article
from tests.quality import shelf

WORDS: Final = 250
ARTICLES: Final = 300
SOURCES: Final = {"he": "he-hebmorph2013", "ro": "ro-moldova", "en": "en-whitehouse-diplomacy"}


def articles(source: str) -> Iterator[Article]:
    """Stretches of so many words of the news in the language that they are filed under."""
    for row in shelf.lines("news", f"news-{source}.jsonl"):
        words = row["text"].split() if language_of(row["text"]) == row["lang"] else ()
        for first in range(0, len(words) - WORDS + 1, WORDS):
            yield Article(
                article_id=row["id"], title="", text=" ".join(words[first : first + WORDS])
            )


def speed_table() -> Iterator[list[str]]:
    """A row a language.

    Articles that were not seen before, after as many others, and the same ones again.
    """
    yield ["articles of 250 words a second, one core", "new", "read again"]
    for language, source in SOURCES.items():
        seen = list(islice(articles(source), 2 * ARTICLES))
        half = len(seen) // 2
        for article in seen[:half]:
            analyse_article(article)
        yield [
            language,
            *(f"{1 / median(map(_seconds, seen[half:])):,.0f}" for _ in ("new", "again")),
        ]


def _seconds(article: Article) -> float:
    started = time.process_time()
    analyse_article(article)
    return time.process_time() - started
