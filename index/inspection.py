"""Inspection: what is in an index, by which versions was it made, and does it hold together?"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from index.archive import in_use
from index.engines import open_store
from index.update.manifest import reading
from search.engine.port import Request
from search.icu import versions
from search.model.contacts import KINDS
from search.model.facets import COUNTED


@dataclass(frozen=True, slots=True)
class Check:
    """What reading the whole index found: no problem is good news."""

    articles: int
    problems: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The check as the command line prints it."""
        return {"ok": not self.problems, "articles": self.articles, "problems": list(self.problems)}


def statistics(index: Path) -> dict[str, Any]:
    """Counts, size in bytes, folders and versions of an index."""
    with closing(open_store(in_use(index))) as engine:
        found = engine.search(Request(size=0, facets=COUNTED))
        average = engine.statistics().average_length
    with reading(in_use(index).manifest) as manifest:
        folders = manifest.roots()
        facts = {name: manifest.fact(name) for name in ("analysis", "extraction", "tagging")}
    return {
        "articles": found.total,
        "average_words": round(average, 1),
        **{facet: _by_count(found.counts[facet]) for facet in COUNTED},
        "contact": {kind: found.counts["contact"].get(kind, 0) for kind in KINDS},
        "bytes": sum(
            file.stat().st_size for file in in_use(index).folder.rglob("*") if file.is_file()
        ),
        "folders": folders,
        "versions": {
            "readout": version("readout-search"),
            "whoosh": version("Whoosh"),
            **versions(),
            **facts,
        },
    }


def _by_count(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def check(index: Path) -> Check:
    """Read every file of the index, and hold the engine's articles against the manifest's."""
    with closing(open_store(in_use(index))) as engine:
        problems = engine.check()
        kept = set(engine.article_ids())
    with reading(in_use(index).manifest) as manifest:
        listed = set(manifest.article_ids())
    problems += [
        f"article {article_id!r} is in the manifest alone" for article_id in sorted(listed - kept)
    ]
    problems += [
        f"article {article_id!r} is in the engine alone" for article_id in sorted(kept - listed)
    ]
    return Check(len(kept), tuple(problems))
