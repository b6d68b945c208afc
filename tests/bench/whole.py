"""Whole: the whole of Readout, with titles, forms of words, names, hints, four facets and passages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from index.engines import open_engine
from index.update.build import build
from search.entities.gazetteer import gazetteer
from search.model.response import Search
from search.service.searcher import Searcher
from tests.bench.archive import Row, as_json
from tests.bench.contender import AT_ONCE, Answer, Asked


class Page:
    """The whole of Readout: articles are read, analysed and tagged, and a page is a page."""

    kinds = frozenset({"page"})

    def __init__(self, folder: Path) -> None:
        """Keep the index in a folder."""
        self._folder = folder
        self._searcher: Searcher

    def load(self, rows: Iterable[Row], clock: Callable[[], Any]) -> None:
        """Index as `readout index` does, from files of JSON Lines."""
        articles = self._folder.with_name("articles")
        articles.mkdir(parents=True, exist_ok=True)
        while some := [as_json(row) for row in islice(rows, AT_ONCE)]:
            lines = (json.dumps(one, ensure_ascii=False) for one in some)
            (articles / f"{some[0]['id']}.jsonl").write_text("\n".join(lines), encoding="utf-8")
        clock()
        build(self._folder, [articles])
        clock()

    def open(self) -> None:
        """Open the index as a worker does."""
        self._searcher = Searcher(open_engine(self._folder), gazetteer())

    def ask(self, kind: str, words: Asked) -> Answer:  # noqa: ARG002 - there is one kind
        """One page."""
        answer = self._searcher.search(
            Search(query=" ".join(words[:2]), filters={"country": (words[2],)})
        )
        return answer.total, [hit.article.title for hit in answer.hits]

    def count(self, kind: str, words: Asked) -> int:
        """Not asked: a page is a page."""
        return self.ask(kind, words)[0]

    def best(self, kind: str, words: Asked) -> int:
        """Likewise."""
        return len(self.ask(kind, words)[1])
