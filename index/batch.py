"""Batches: many queries at once, answered as a TREC run for evaluation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from search.errors import SourceError
from search.model.response import Search
from search.service.searcher import Searcher

TAG = "readout"


def run_batch(searcher: Searcher, asked: Search, queries: Path, run: Path) -> None:
    """Answer every query of a JSON Lines file (`id`, `text`) as `asked` says.

    Lines `id Q0 article rank score tag`.
    """
    read = list(_queries(queries))  # before the run of another day is emptied
    with run.open("w", encoding="utf-8") as out:
        for query_id, text in read:
            for rank, hit in enumerate(searcher.rank(replace(asked, query=text)), 1):
                out.write(
                    f"{_word(query_id)} Q0 {_word(hit.article_id)} {rank} {hit.score:.6f} {TAG}\n"
                )


def _queries(path: Path) -> Iterator[tuple[str, str]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise SourceError(str(path), str(error)) from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _query(path, number, line)


def _query(path: Path, number: int, line: str) -> tuple[str, str]:
    try:
        row = json.loads(line)
        return str(row["id"]), str(row["text"])
    except (ValueError, KeyError, TypeError):
        raise SourceError(
            str(path), f"line {number} is not an object with an id and a text"
        ) from None


def _word(article_id: str) -> str:
    """An id without white space, which parts the columns of a run."""
    return "".join(quote(char) if char.isspace() else char for char in article_id)
