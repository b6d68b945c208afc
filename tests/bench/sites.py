"""Sites: what does a page cost through HTTP, of Readout and of what people would run instead?

`python -m tests.bench.sites 10000` takes so many real articles with what Readout knows of them, and
asks each site for the same words: those of headlines, frequent ones, and these in one country.
What counts is the processor time of the server, all its processes together.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any, Final
from urllib.parse import urlencode

from index.archive import in_use
from index.embedded.engine import EmbeddedEngine
from search.model.articles import Article
from tests.bench import plain_site
from tests.bench.archive import ROOT
from tests.bench.measure import machine
from tests.bench.serving import COMMAND, get, news, running, spent
from tests.quality import shelf

QUERIES, ROUNDS, COUNTRY, LETTERS = 20, 3, "il", 4
REPEATED: Final = 5  # the system counts in hundredths of a second, and our pages take less
FREQUENT: Final = slice(20, 400, 19)  # of the words that most articles have, all but the first
DATASETTE: Final = (sys.executable, "-m", "datasette", "serve")
PLAIN: Final = (sys.executable, "-m", "tests.bench.plain_site")
_WORD: Final = re.compile(rf"[^\W\d_]{{{LETTERS},}}")

Asked = tuple[str, str]  # words, and a country or nothing
Kinds = Mapping[str, Sequence[Asked]]


def rows(articles: Iterable[Article]) -> Iterator[dict[str, Any]]:
    """What a table has of each article."""
    for one in articles:
        yield {
            "id": one.article_id,
            "title": one.title,
            "text": one.text,
            "year": str(one.year or ""),
            "lang": one.lang,
            "leaders": one.leaders,
            "countries": one.countries,
        }


def database(path: Path, articles: Iterable[dict[str, Any]]) -> None:
    """A table with FTS5 beside it, which Datasette finds by itself."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript("""
            CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT, title TEXT, text TEXT,
                                   year TEXT, lang TEXT, leaders TEXT, countries TEXT);
            CREATE VIRTUAL TABLE words USING fts5 (title, text, content='articles',
                                                   content_rowid='number');
        """)
        named = ("id", "title", "text", "year", "lang")
        lists = ("leaders", "countries")
        with db:
            for row in articles:
                values = [
                    *(row[name] for name in named),
                    *(json.dumps(row[name]) for name in lists),
                ]
                db.execute("INSERT INTO articles VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", values)
            db.execute("INSERT INTO words (words) VALUES ('rebuild')")
            for name in ("year", "lang"):
                db.execute(f"CREATE INDEX by_{name} ON articles ({name})")


def questions(articles: Sequence[dict[str, Any]]) -> Kinds:
    """The same each time."""
    chance = random.Random(7)  # noqa: S311
    titles = [words for row in articles if len(words := _WORD.findall(row["title"])) > 2]
    held = Counter(word for row in articles for word in set(_WORD.findall(row["text"].lower())))
    frequent = [word for word, _ in held.most_common(FREQUENT.stop)][FREQUENT]
    two = [" ".join(chance.sample(chance.choice(titles), 2)) for _ in range(QUERIES)]
    return {
        "two words": [(words, "") for words in two],
        "a frequent word": [(word, "") for word in frequent],
        "a frequent word in one country": [(word, COUNTRY) for word in frequent],
    }


def _readout(path: str) -> Callable[[Asked], str]:
    return lambda asked: (
        f"{path}?" + urlencode({"q": asked[0], **({"country": asked[1]} if asked[1] else {})})
    )


def _datasette(asked: Asked) -> str:
    told = [("_search", asked[0]), ("_size", "10"), ("_facet", "year"), ("_facet", "lang")]
    told += [("_facet_array", "leaders"), ("_facet_array", "countries")]
    told += [("countries__arraycontains", asked[1])] if asked[1] else []
    return "/articles/articles?" + urlencode(told)


def _plain(asked: Asked) -> str:
    return "/search?" + urlencode({"q": asked[0], **({"countries": asked[1]} if asked[1] else {})})


def sites(folder: Path) -> dict[str, tuple[Sequence[str], Callable[[Asked], str]]]:
    """The command of each server, whose port it is told as `{port}`, and its addresses."""
    serve = (*COMMAND, "serve", "--index", str(folder / "index"), "--workers", "1")
    ours, theirs = (*serve, "--port", "{port}"), (*DATASETTE, "-p", "{port}")
    database = str(folder / "articles.db")
    plain = (*PLAIN, str(folder / "whoosh"), "{port}")
    without = ("--setting", "suggest_facets", "off")
    return {
        "Readout": (ours, _readout("/search")),
        "Readout, JSON": (ours, _readout("/api/v1/search")),
        "Datasette": ((*theirs, database), _datasette),
        "Datasette without suggestions": ((*theirs, database, *without), _datasette),
        "Whoosh 2.7.4 + Bottle": (plain, _plain),
    }


def measure(folder: Path, asked: Kinds) -> dict[str, dict[str, float]]:
    """Milliseconds of processor time a page of each kind, the median of rounds in turn."""
    taken: dict[str, dict[str, list[float]]] = {}
    for _ in range(ROUNDS):
        for name, (command, address) in sites(folder).items():
            with running(command, address(asked["two words"][0])) as (port, process):
                for kind, some in asked.items():
                    paths = list(map(address, some))
                    for path in paths[:2]:
                        get(port, path)
                    repeated = paths * (REPEATED if name.startswith("Readout") else 1)
                    before = spent(process)
                    for path in repeated:
                        get(port, path)
                    cost = (spent(process) - before) / len(repeated) * 1000
                    taken.setdefault(name, {}).setdefault(kind, []).append(cost)
    return {
        name: {kind: round(median(rounds), 2) for kind, rounds in kinds.items()}
        for name, kinds in taken.items()
    }


def prepare(count: int) -> tuple[Path, list[dict[str, Any]]]:
    """Their folder and the articles; the indexes of the others are made where there are none."""
    index, _ = news(shelf.folder(), count)
    folder = index.parent
    engine = EmbeddedEngine(in_use(index).postings)
    known = list(rows(engine.get(engine.article_ids())))
    if not (folder / "articles.db").exists():
        database(folder / "articles.db", known)
    if not (folder / "whoosh").exists():
        plain_site.write(folder / "whoosh", known)
    return folder, known


def main() -> None:
    """Measure, and keep the figures beside the archive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int)
    folder, known = prepare(parser.parse_args().articles)
    found = {
        "machine": machine(),
        "articles": len(known),
        "sites": measure(folder, questions(known)),
    }
    (ROOT / "sites.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
