"""Worker: what do opening, warming and pages cost a process that has done nothing before?

`python -m tests.bench.worker INDEX` prints it; the queries are a list of JSON on the standard
input.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from index.engines import open_engine
from search.entities.gazetteer import gazetteer
from search.model.response import Search
from search.service.searcher import Searcher
from tests.bench.memory import WHOLE, megabytes


def main() -> None:
    """Open, warm, and answer in the order of the queries."""
    index, before = Path(sys.argv[1]), megabytes()[WHOLE]
    opening = _milliseconds(open_engine, index)
    opened = megabytes()[WHOLE] - before
    searcher = Searcher(open_engine(index), gazetteer())
    warming = _milliseconds(searcher.warm)
    pages = [_milliseconds(searcher.search, Search(query=query)) for query in json.load(sys.stdin)]
    found = {
        "opening": opening,
        "opened": opened,
        "warming": warming,
        "pages": pages,
        "memory": megabytes(),
    }
    print(json.dumps(found))  # noqa: T201 - the process that asks reads it


def _milliseconds(step: Callable[..., Any], *given: object) -> float:
    began = time.process_time()
    step(*given)
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    main()
