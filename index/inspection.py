"""Inspection: what is in an index, by which versions was it made, and does it hold together?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any

from index import engines
from index.address import Address, Location
from index.archive import Check, in_use
from index.update import reconcile
from index.update.kept import reading_of
from search.engine.port import Request
from search.errors import IndexDamagedError, IndexStateError
from search.icu import versions
from search.model.contacts import KINDS
from search.model.facets import COUNTED


def statistics(index: Location) -> dict[str, Any]:
    """Counts, size in bytes, folders and versions of an index."""
    engine = engines.open_engine(index)
    found = engine.search(Request(size=0, facets=COUNTED))
    average = engine.statistics().average_length
    with reading_of(index) as manifest:
        folders = manifest.roots()
        facts = {name: manifest.fact(name) for name in ("analysis", "extraction", "tagging")}
    return {
        "articles": found.total,
        "average_words": round(average, 1),
        **{facet: _by_count(found.counts[facet]) for facet in COUNTED},
        "contact": {kind: found.counts["contact"].get(kind, 0) for kind in KINDS},
        "bytes": engines.size(index),
        "folders": folders,
        "versions": {
            "readout": version("readout-search"),
            "whoosh": version("Whoosh"),
            **engines.versions(index),
            **versions(),
            **facts,
        },
    }


def _by_count(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def check(index: Location) -> Check:
    """Read every file of the index, and hold the engine's articles against the manifest's.

    Nothing is written, and no damage ends it.
    """
    try:
        found = (
            engines.verified_in(index)
            if isinstance(index, Address)
            else engines.verified(in_use(index))
        )
    except IndexDamagedError as error:
        return Check(0, (str(error),))
    problems, kept = list(found.problems), set(found.article_ids)
    try:
        with reading_of(index) as manifest:
            listed = set(manifest.article_ids())
            agrees = reconcile.matches(found.change, manifest)
            named = (manifest.fact("names") or "") == engines.kept_names(index).digest()
    except IndexStateError as error:
        return Check(len(kept), (*problems, str(error)))
    if not problems:
        problems += _alone(listed - kept, "manifest") + _alone(kept - listed, "engine")
        problems += [] if named else ["the names are not those that articles were tagged by"]
        problems += [] if agrees else ["the engine has a commit that the manifest does not know"]
    return Check(len(kept), tuple(problems))


def _alone(article_ids: Iterable[str], where: str) -> list[str]:
    return [f"article {one!r} is in the {where} alone" for one in sorted(article_ids)]
