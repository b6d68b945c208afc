"""Cost: what do an article and a page cost on one machine and on a cluster, in one run?

python -m tests.opensearch.cost FOLDER_OF_AN_INDEX ADDRESS [--pages 200]
python -m tests.opensearch.cost FOLDER_OF_AN_INDEX ADDRESS --index ARTICLES

Seconds of processors: of this process with its workers, and of all nodes, which the cluster tells.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from index.address import Address, Location, read_address
from index.engines import open_engine
from index.opensearch.client import Client
from index.update.build import build
from search.entities.gazetteer import gazetteer
from search.model.response import Search
from search.service.searcher import Searcher
from tests.opensearch.forms import Forms

WARMING = 40  # pages before those that are measured: Java compiles what it has done often


def own() -> float:
    """Seconds that this process and those it has waited for have computed."""
    used = [resource.getrusage(one) for one in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def nodes(address: Address) -> float:
    """Seconds that all nodes have computed."""
    said = Client(address).ask("GET", "/_nodes/stats/process")["nodes"].values()
    return sum(float(one["process"]["cpu"]["total_in_millis"]) for one in said) / 1000


def cost(done: Callable[[], object], address: Address) -> tuple[float, float, float]:
    """What it takes: seconds of ours, of the nodes, and by the clock."""
    before = own(), nodes(address), time.monotonic()
    done()
    return own() - before[0], nodes(address) - before[1], time.monotonic() - before[2]


def pages(searcher: Searcher) -> Iterator[Search]:
    """The first pages of queries of every form, in turn."""
    languages = ("en", "he", "ro", "ru")
    samples = (Search(filters={"lang": (language,)}, size=100) for language in languages)
    articles = [hit.article for one in samples for hit in searcher.search(one).hits]
    forms = [list(Forms(articles, seed).queries(1)) for seed in range(50)]
    return (asked for form in forms for _, asked in form)


def main() -> None:
    """Measure, and say so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("address", type=read_address)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--index", type=Path)
    asked = parser.parse_args()
    for place in (asked.folder, asked.address):
        if asked.index:
            what, done = _indexing(place, asked.index)
        else:
            what, done = _searching(place, asked.pages)
        ours, theirs, clock = cost(done, asked.address)
        print(f"{place}: {what}: {ours:.2f} s of ours, {theirs:.2f} s of nodes, {clock:.1f} s")  # noqa: T201


def _indexing(place: Location, articles: Path) -> tuple[str, Callable[[], object]]:
    return "all articles", lambda: build(place, [articles], mode="full")


def _searching(place: Location, number: int) -> tuple[str, Callable[[], object]]:
    searcher = Searcher(open_engine(place), gazetteer())
    queries = list(islice(pages(searcher), WARMING + number))
    list(map(searcher.search, queries[:WARMING]))
    return f"{number} pages", lambda: list(map(searcher.search, queries[WARMING:]))


if __name__ == "__main__":
    main()
