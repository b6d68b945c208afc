"""Peers: how do SQLite's FTS5, stock Whoosh and tantivy index the same words, and answer the same queries?

A page is the nearest that they can state: both words, a country, three counts, ten snippets.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.bench.archive import FIELDS, Row
from tests.bench.contender import COUNTED, SHOWN, SLIPS, WORDS, Answer, Asked


class Fts5:
    """SQLite's FTS5, beside a table with the facets that covers what is counted."""

    kinds = WORDS | {"page"}

    def __init__(self, folder: Path) -> None:
        """Keep the index in a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "articles.db"
        self._db: sqlite3.Connection

    def load(self, rows: Iterable[Row], clock: Callable[[], Any]) -> None:
        """Index and commit."""
        is_new = not self._path.exists()
        clock()
        with closing(sqlite3.connect(self._path)) as db:
            db.executescript("""
                PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-300000;
                CREATE TABLE IF NOT EXISTS articles
                    (id INTEGER PRIMARY KEY, lang TEXT, leader TEXT, country TEXT, year TEXT, title TEXT, body TEXT);
                CREATE TABLE IF NOT EXISTS facets (id INTEGER PRIMARY KEY, leader TEXT, country TEXT, year TEXT);
                CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
                    body, content='articles', content_rowid='id', prefix='3 4',
                    tokenize='unicode61 remove_diacritics 0');
            """)
            with db:
                for row in rows:
                    number = int(row.number) + 1
                    known = [getattr(row, name) for name in FIELDS[1:]]
                    db.execute(
                        "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)", (number, *known)
                    )
                    db.execute(
                        "INSERT INTO facets VALUES (?, ?, ?, ?)",
                        (number, row.leader, row.country, row.year),
                    )
                    db.execute("INSERT INTO words (rowid, body) VALUES (?, ?)", (number, row.body))
            if is_new:
                db.execute("INSERT INTO words (words) VALUES ('optimize')")
        clock()

    def open(self) -> None:
        """Map the file."""
        self._db = sqlite3.connect(self._path)
        self._db.execute("PRAGMA mmap_size=8000000000")
        self._db.execute("PRAGMA cache_size=-200000")
        self._db.execute("CREATE TEMP TABLE found (id INTEGER PRIMARY KEY)")

    def ask(self, kind: str, words: Asked) -> Answer:
        """Rank, count and look the titles up."""
        match, country = _match(kind, words), words[-1] if kind in {"filter", "page"} else None
        within, known = (
            ("", [match])
            if country is None
            else (" JOIN facets ON id = words.rowid", [match, country])
        )
        chosen = "" if country is None else " AND country = ?"
        where = f"FROM words{within} WHERE words MATCH ?{chosen}"
        snippet = ", snippet(words, 0, '', '', '', 30)" if kind == "page" else ""
        best = self._db.execute(
            f"SELECT words.rowid{snippet} {where} ORDER BY rank LIMIT {SHOWN}", known
        ).fetchall()
        total = self._db.execute(f"SELECT count(*) {where}", known).fetchone()[0]
        if kind in {"facets", "page"}:
            self._count(f"SELECT words.rowid {where}", known)
        titles = [
            self._db.execute("SELECT title FROM articles WHERE id = ?", row[:1]).fetchone()[0]
            for row in best
        ]
        return total, titles

    def count(self, kind: str, words: Asked) -> int:
        """Count."""
        asked = "SELECT count(*) FROM words WHERE words MATCH ?"
        return int(self._db.execute(asked, [_match(kind, words)]).fetchone()[0])

    def best(self, kind: str, words: Asked) -> int:
        """Rank."""
        asked = f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT {SHOWN}"  # noqa: S608
        return len(self._db.execute(asked, [_match(kind, words)]).fetchall())

    def _count(self, select: str, known: Sequence[str]) -> None:
        self._db.execute("DELETE FROM found")
        self._db.execute(f"INSERT INTO found {select}", known)
        for facet in COUNTED:
            counts = f"SELECT {facet}, count(*) FROM found JOIN facets USING (id) GROUP BY 1"  # noqa: S608 - our names
            self._db.execute(counts).fetchall()


class StockWhoosh:
    """Whoosh with its own codec."""

    kinds = WORDS | {"one off"}  # two letters off take it a second

    def __init__(self, folder: Path) -> None:
        """Keep the index in a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = str(folder)
        self._searcher: Any

    def load(self, rows: Iterable[Row], clock: Callable[[], Any]) -> None:
        """Index and commit, small segments into one as Whoosh does it."""
        from whoosh import analysis, fields, index

        facets = {name: fields.ID(stored=True, sortable=True) for name in COUNTED}
        body = fields.TEXT(analyzer=analysis.SpaceSeparatedTokenizer(), stored=True)
        schema = fields.Schema(
            number=fields.ID(stored=True), title=fields.STORED, body=body, **facets
        )
        clock()
        exists = index.exists_in(self._folder)
        writer = (
            index.open_dir(self._folder) if exists else index.create_in(self._folder, schema)
        ).writer(limitmb=512)
        for row in rows:
            known = {name: getattr(row, name) for name in ("number", "title", "body", *COUNTED)}
            writer.add_document(**known)
        writer.commit()
        clock()

    def open(self) -> None:
        """Copy the files into memory, as Whoosh does."""
        from whoosh import index

        self._searcher = index.open_dir(self._folder).searcher()

    def ask(self, kind: str, words: Asked) -> Answer:
        """Rank and count."""
        from whoosh import query, sorting

        asked = self._query(kind, words)
        country = query.Term("country", words[-1]) if kind == "filter" else None
        groups = [sorting.FieldFacet(name) for name in COUNTED]
        counted = dict(zip(COUNTED, groups, strict=True)) if kind == "facets" else None
        found = self._searcher.search(
            asked, limit=SHOWN, filter=country, groupedby=counted, maptype=sorting.Count
        )
        return len(found), [hit["title"] for hit in found]

    def count(self, kind: str, words: Asked) -> int:
        """Count."""
        return sum(1 for _ in self._searcher.docs_for_query(self._query(kind, words)))

    def best(self, kind: str, words: Asked) -> int:
        """Rank, blocks that can have none of the best left out."""
        return int(self._searcher.search(self._query(kind, words), limit=SHOWN).scored_length())

    def _query(self, kind: str, words: Asked) -> Any:  # noqa: ANN401 - Whoosh has no types
        from whoosh import query

        terms = [query.Term("body", word) for word in words]
        parts: dict[str, Callable[[], Any]] = {
            "and": lambda: query.And(terms),
            "or": lambda: query.Or(terms),
            "phrase": lambda: query.Phrase("body", list(words)),
            "prefix": lambda: query.Prefix("body", words[0]),
            "one off": lambda: query.FuzzyTerm("body", words[0], maxdist=1, prefixlength=0),
            "two off": lambda: query.FuzzyTerm("body", words[0], maxdist=2, prefixlength=0),
        }
        return parts.get(kind, lambda: terms[0])()


class Tantivy:
    """Tantivy, which is Lucene's design in Rust, through its Python package."""

    kinds = WORDS | SLIPS | {"page"}

    def __init__(self, folder: Path) -> None:
        """Keep the index in a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = str(folder)
        self._index: Any
        self._searcher: Any

    def load(self, rows: Iterable[Row], clock: Callable[[], Any]) -> None:
        """Index and commit."""
        import tantivy

        clock()
        writer = tantivy.Index(self._schema(), path=self._folder).writer(
            heap_size=256_000_000, num_threads=2
        )
        for row in rows:
            writer.add_document(
                tantivy.Document(**{name: getattr(row, name) for name in FIELDS if name != "lang"})
            )
        writer.commit()
        writer.wait_merging_threads()
        clock()

    def open(self) -> None:
        """Map the files."""
        import tantivy

        self._index = tantivy.Index.open(self._folder)
        self._searcher = self._index.searcher()

    def ask(self, kind: str, words: Asked) -> Answer:
        """Rank, count and look the titles up."""
        import tantivy

        asked = self._query(kind, words)
        found = self._searcher.search(asked, SHOWN, count=True)
        articles = [self._searcher.doc(address) for _, address in found.hits]
        if kind in {"facets", "page"}:
            self._searcher.aggregate(
                asked, {name: {"terms": {"field": name, "size": 300}} for name in COUNTED}
            )
        if kind == "page":
            snippets = tantivy.SnippetGenerator.create(
                self._searcher, asked, self._index.schema, "body"
            )
            for article in articles:
                snippets.snippet_from_doc(article).to_html()
        return found.count, [article["title"][0] for article in articles]

    def count(self, kind: str, words: Asked) -> int:
        """Count; the package has no count without a best one."""
        return int(self._searcher.search(self._query(kind, words), 1, count=True).count)

    def best(self, kind: str, words: Asked) -> int:
        """Rank, blocks that can have none of the best left out."""
        return len(self._searcher.search(self._query(kind, words), SHOWN, count=False).hits)

    def _schema(self) -> Any:  # noqa: ANN401 - tantivy's types are its own
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("number", stored=True, tokenizer_name="raw", index_option="basic")
        for name in COUNTED:
            builder.add_text_field(
                name, stored=True, fast=True, tokenizer_name="raw", index_option="basic"
            )
        builder.add_text_field(
            "title", stored=True, tokenizer_name="whitespace", index_option="basic"
        )
        builder.add_text_field(
            "body", stored=True, tokenizer_name="whitespace", index_option="position"
        )
        return builder.build()

    def _query(self, kind: str, words: Asked) -> Any:  # noqa: ANN401 - likewise
        from tantivy import Occur, Query

        schema = self._index.schema
        terms = [Query.term_query(schema, "body", word) for word in words]
        if kind in {"filter", "page"}:
            country = Query.const_score_query(Query.term_query(schema, "country", words[-1]), 0.0)
            terms[-1] = country
        kinds: dict[str, Callable[[], Any]] = {
            "or": lambda: Query.boolean_query([(Occur.Should, term) for term in terms]),
            "phrase": lambda: Query.phrase_query(schema, "body", list(words)),
            "prefix": lambda: Query.regex_query(schema, "body", words[0] + ".*"),
            # Two letters in each other's place are two letters off, for all engines.
            "one off": lambda: Query.fuzzy_term_query(
                schema, "body", words[0], 1, transposition_cost_one=False
            ),
            "two off": lambda: Query.fuzzy_term_query(
                schema, "body", words[0], 2, transposition_cost_one=False
            ),
        }
        every = (
            terms[0]
            if len(terms) == 1
            else Query.boolean_query([(Occur.Must, term) for term in terms])
        )
        return kinds.get(kind, lambda: every)()


def _match(kind: str, words: Asked) -> str:
    """The query in the language of FTS5."""
    quoted = [f'"{word}"' for word in words]
    kinds = {
        "phrase": f'"{" ".join(words)}"',
        "or": " OR ".join(quoted),
        "prefix": f"{quoted[0]}*",
        "filter": quoted[0],
        "page": " AND ".join(quoted[:2]),
    }
    return kinds.get(kind, " AND ".join(quoted))
