"""Cluster: how does an index that a cluster keeps come up to date with its folders?

As one in a folder does: the generation in use takes in what changed, or the next one is made
beside it and swapped in, at once for all who search.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Protocol

from index import engines
from index.address import Address
from index.update.manifest import Manifest
from index.update.remote import RemoteManifest
from index.update.roots import Roots
from index.update.summary import Summary
from search.engine.port import Store
from search.errors import IndexDamagedError

if TYPE_CHECKING:
    from index.engines import Writing


MADE_ANEW: Final = "its manifest was damaged; it was made anew from the articles' files"


class Work(Protocol):
    """What is to be done, whatever keeps the index."""

    def is_made_anew(self, manifest: Manifest, *, is_readable: bool) -> bool:
        """Whether the index is made anew; raises `IndexStateError` where it must, and may not."""
        ...

    def sights(self, store: Store) -> Manifest:
        """A manifest of no files that tells when the articles were first seen."""
        ...

    def over(self, roots: Roots, store: Store, manifest: Manifest) -> Summary:
        """Take what changed into a generation."""
        ...

    def anew(
        self, roots: Roots, store: Store, manifest: Manifest, before: tuple[Store | None, Manifest]
    ) -> Summary:
        """Make a generation in place of another one."""
        ...


def bring_up_to_date(index: Address, asked: Roots, work: Work) -> Summary:
    """Take in what changed, or make the index anew.

    Raises `IndexBusyError` while somebody else writes, `ClusterError` where the cluster does not
    answer, `IndexStateError` for an index of other rules; what was in use is whole in all of these.
    """
    with engines.writing_to(index) as cluster, TemporaryDirectory(prefix="readout-") as folder:
        cluster.clear_others()
        update = _Update(cluster, asked, work, Path(folder))
        generation = cluster.in_use()
        summary = update.next(generation) if generation else update.first()
        cluster.clear_others()
        return summary


@dataclass(frozen=True, slots=True)
class _Update:
    """A run over an index of a cluster; manifests lie in a folder meanwhile."""

    cluster: Writing
    asked: Roots
    work: Work
    folder: Path

    def first(self) -> Summary:
        """Make the first generation; it can be searched while it grows."""
        roots, fresh = self.asked.all([]), self.cluster.following()
        with closing(self._manifest(fresh)) as manifest:
            store = self.cluster.store(fresh)
            summary = self.work.over(roots, store, manifest)
            manifest.send()
        store.merge()
        return summary

    def next(self, generation: str) -> Summary:
        """Take what changed into a generation, or make the following one."""
        try:
            manifest = self._manifest(generation)
        except IndexDamagedError as error:
            return self._healed(generation, error)
        with closing(manifest):
            return self._taken(generation, manifest)

    def _taken(self, generation: str, manifest: RemoteManifest) -> Summary:
        is_readable, is_ours = self.cluster.rules(generation)
        anew = self.work.is_made_anew(manifest, is_readable=is_ours)
        if not anew:
            self.cluster.check_rules(generation)
        roots = self.asked.all(manifest.roots() if anew or not self.asked.there else [])
        store = self.cluster.store(generation)
        if anew:
            if not is_readable:  # what is missing could not be carried over
                roots.refuse_if_any_is_missing()
            return self._anew(roots, (store if is_readable else None, manifest))
        summary = self.work.over(roots, store, manifest)
        manifest.send()
        return summary

    def _healed(self, generation: str, damage: IndexDamagedError) -> Summary:
        """Make the following generation of the files; ids stay, and when articles were seen."""
        self.cluster.check_rules(generation)
        store = self.cluster.store(generation)
        with closing(self.work.sights(store)) as seen:
            summary = self._anew(self.asked.all([]), (store, seen))
        summary.notes.insert(0, (damage.path, MADE_ANEW))
        return summary

    def _anew(self, roots: Roots, before: tuple[Store | None, Manifest]) -> Summary:
        """Make the following generation; what was in use stays in use until it is whole."""
        fresh = self.cluster.following()
        with closing(self._manifest(fresh)) as manifest:
            store = self.cluster.store(fresh)
            summary = self.work.anew(roots, store, manifest, before)
            manifest.send()
        store.merge()
        self.cluster.use(fresh)
        return summary

    def _manifest(self, generation: str) -> RemoteManifest:
        own = self.folder / generation
        own.mkdir()
        return RemoteManifest(own, self.cluster.blocks(generation), self.cluster.check)
