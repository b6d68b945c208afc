"""Lucene: are our scores the ones that Lucene itself gives the same words?

The oracle is Debian's liblucene8-java, run by a Java Development Kit; without them there is nothing
to ask.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from index.embedded.engine import EmbeddedEngine
from search.analysis.tokens import AnalysedArticle, AnalysedText
from search.engine.memory import MemoryEngine
from search.engine.nodes import Group
from search.engine.port import Request, Store
from search.model.articles import Article

ORACLE: Final = Path(__file__).parent / "lucene" / "Scores.java"
JARS: Final = sorted(Path("/usr/share/java").glob("lucene-core-*.jar")) + sorted(
    Path("/usr/share/java").glob("lucene-analyzers-common-*.jar")
)
WORDS: Final = tuple(f"w{number}" for number in range(60))
ARTICLES: Final = 400
QUERIES: Final = 40

pytestmark = pytest.mark.skipif(
    not JARS or shutil.which("javac") is None,
    reason="needs liblucene8-java and a JDK, Lucene as Debian packs it",
)

ENGINES: Final[dict[str, Callable[[Path], Store]]] = {
    "memory": lambda _folder: MemoryEngine(),
    "embedded": lambda folder: EmbeddedEngine(folder / "postings", create=True),
}
Scores = list[tuple[str, float]]


def archive() -> dict[str, list[str]]:
    """Articles of 1 to 3,000 words.

    Lucene keeps the short lengths whole and rounds the long ones.
    """
    chance = random.Random(11)  # noqa: S311 - the same articles each time
    weights = [1 / (rank + 1) for rank in range(len(WORDS))]
    lengths = [int(chance.lognormvariate(4, 1.5)) % 3000 + 1 for _ in range(ARTICLES)]
    return {
        f"a{number:03}": chance.choices(WORDS, weights, k=length)
        for number, length in enumerate(lengths)
    }


def queries() -> list[list[str]]:
    """One word, and any of two to four."""
    chance = random.Random(12)  # noqa: S311 - the same queries each time
    return [chance.sample(WORDS, number % 4 + 1) for number in range(QUERIES)]


def analysed(article_id: str, words: list[str]) -> tuple[Article, AnalysedArticle]:
    """An article whose words have one term each and which has no title."""
    rows = range(len(words))
    terms = tuple((f"x:{word}",) for word in words)
    body = AnalysedText(
        tuple(rows), tuple(rows), tuple(rows), tuple(words), terms, ((),) * len(words)
    )
    article = Article(article_id=article_id, title="", text=" ".join(words))
    return article, AnalysedArticle(article_id, AnalysedText(), body)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[Scores]:
    """What Lucene says, a row a query."""
    folder = tmp_path_factory.mktemp("lucene")
    lines = [f"{article_id}\t{' '.join(words)}" for article_id, words in archive().items()]
    (folder / "articles").write_text("\n".join(lines), encoding="utf-8")
    (folder / "queries").write_text("\n".join(map(" ".join, queries())), encoding="utf-8")
    path = ":".join(map(str, JARS))
    subprocess.run(["javac", "-cp", path, "-d", folder, ORACLE], check=True)  # noqa: S607 - wherever it is
    command: list[str | Path] = [
        "java",
        "-cp",
        f"{path}:{folder}",
        "Scores",
        folder / "articles",
        folder / "queries",
    ]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rows = (line.split() for line in said.splitlines())
    return [[(hit.split("=")[0], float(hit.split("=")[1])) for hit in row] for row in rows]


@pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)
def test_scores_and_order_are_lucenes(
    engine: Callable[[Path], Store], expected: list[Scores], tmp_path: Path
) -> None:
    """Who knows BM25 from Lucene knows it here, the rounded lengths included."""
    ours = engine(tmp_path)
    articles = [analysed(*one) for one in archive().items()]
    for first in range(0, ARTICLES, 90):  # several segments
        ours.write(articles[first : first + 90])
        ours.commit()

    found = [scores(ours, words) for words in queries()]

    assert [[article_id for article_id, _ in row] for row in expected] == [
        [one for one, _ in row] for row in found
    ]
    assert [pytest.approx(dict(row), rel=1e-5) for row in expected] == [dict(row) for row in found]
    assert QUERIES == sum(bool(row) for row in expected)


def scores(engine: Store, words: list[str]) -> Scores:
    """What an engine of ours says to any of the words."""
    clauses = tuple(Group(word, ((f"x:{word}", 1.0),)) for word in words)
    hits = engine.search(Request(clauses=clauses, match="any", size=ARTICLES)).hits
    return [(hit.article_id, hit.score) for hit in hits]
