"""Reconciling: do the engine and the manifest speak of the same articles, and what if they don't?

The engine commits first, then the manifest, which keeps what the engine calls its change. If a run
ends between the two, or one of them fails, nobody knows which articles the other has: all are read
and written again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Final

from index.update.manifest import Manifest
from search.engine.port import Store
from search.model.articles import Article

_CHANGE: Final = "change"
_DOUBT: Final = "doubt"


def agree(engine: Store, manifest: Manifest) -> None:
    """Before a run: have all read and written again if the two are not of the same commit."""
    if not matches(engine.change, manifest):
        manifest.distrust()
        manifest.state(_DOUBT, "1")


def matches(change: str | None, manifest: Manifest) -> bool:
    """Whether the manifest is of the engine's commit."""
    return change == (manifest.fact(_CHANGE) or "")


def read_again(manifest: Manifest, kept: Collection[str]) -> None:
    """Have the files read again of all articles but those that the engine still has."""
    for article_id in list(manifest.article_ids()):
        if article_id not in kept:
            manifest.write_again(article_id)
    manifest.state(_DOUBT, "1")
    manifest.commit()


def commit(engine: Store, manifest: Manifest) -> None:
    """Commit both."""
    engine.commit()
    manifest.state(_CHANGE, engine.change)
    manifest.commit()


def settle(engine: Store, manifest: Manifest) -> None:
    """After a run over everything: what only one of the two has goes.

    It is read again if its file can be.
    """
    if not manifest.fact(_DOUBT):
        return
    commit(engine, manifest)
    kept, listed = set(engine.article_ids()), set(manifest.article_ids())
    engine.delete(kept - listed)
    for article_id in sorted(listed - kept):
        if entry := manifest.entry(article_id):
            manifest.stale([entry.file])
            manifest.forget_entry(article_id)
    manifest.state(_DOUBT, "")
    commit(engine, manifest)


def relinked(engine: Store, manifest: Manifest) -> Iterator[Article]:
    """Copies that are linked to another than the first seen of those that say the same, mended."""
    for content in manifest.copies():
        first: str | None = None
        for entry in list(manifest.alike(content)):
            original, first = first, first or entry.article_id
            if entry.duplicate_of != original:
                for article in engine.get([entry.article_id]):
                    manifest.put_entry(replace(entry, duplicate_of=original))
                    yield replace(article, duplicate_of=original)
    manifest.forget_copies()
