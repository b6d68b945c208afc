"""Building: how does an index come up to date with its folders?

The generation in use takes in what changed, or the next is made beside it and swapped in.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from index.address import Address, Location
from index.archive import INDEX_MARKER, Generation, in_use
from index.disk import sync_folder
from index.engines import is_readable, open_store
from index.loaders import reading_files
from index.update import cluster, heal
from index.update.manifest import Manifest
from index.update.progress import Report
from index.update.roots import Roots
from index.update.rows import State
from index.update.rules import Mode, is_made_anew
from index.update.run import Run, RunOptions
from index.update.summary import Summary
from index.update.swap import clear, clear_others, create, use, writing
from index.update.writing import Before
from search.engine.port import Store
from search.errors import IndexDamagedError, IndexStateError


def build(
    index: Location,
    paths: Sequence[Path],
    *,
    mode: Mode = "changes",
    progress: Report | None = None,
    deletes: bool = False,
) -> Summary:
    """Bring the index up to date with the paths, or with the folders it knows when none is given.

    A path that is missing among others is skipped; with `deletes` nothing that is gone stays.
    Raises `SourceError` if no path is there, `BadSettingError`, `IndexStateError` for a folder of
    others or of another analysis, `IndexBusyError`, each before anything is changed, and
    `ClusterError` where a cluster does not answer; what was committed stays.
    """
    return _built(index, paths, mode, RunOptions(progress, deletes))


def update(index: Location, paths: Sequence[Path], settled: Collection[State]) -> Summary:
    """The same, with only those of the files that changed which are in `settled` states."""
    return _built(index, paths, "changes", RunOptions(settled=settled))


@reading_files()
def _built(index: Location, paths: Sequence[Path], mode: Mode, options: RunOptions) -> Summary:
    started = time.perf_counter()
    asked = Roots.at(paths)
    asked.refuse_if_missing()
    if isinstance(index, Address):
        summary = cluster.bring_up_to_date(index, asked, _Work(mode, options))
    else:
        summary = _in_folder(index, asked, mode=mode, options=options)
    summary.seconds = time.perf_counter() - started
    return summary


@dataclass(frozen=True, slots=True)
class _Work:
    """What a run does, for an index that a cluster keeps."""

    mode: Mode
    options: RunOptions

    def is_made_anew(self, manifest: Manifest, *, is_readable: bool) -> bool:
        return is_made_anew(manifest, self.mode, is_readable=is_readable)

    def sights(self, store: Store) -> Manifest:
        return heal.sights(store)

    def over(self, roots: Roots, store: Store, manifest: Manifest) -> Summary:
        return Run(store, manifest, self.options).over(roots)

    def anew(
        self, roots: Roots, store: Store, manifest: Manifest, before: tuple[Store | None, Manifest]
    ) -> Summary:
        return Run(store, manifest, self.options, Before(*before)).over(roots)


def _in_folder(index: Path, asked: Roots, *, mode: Mode, options: RunOptions) -> Summary:
    create(index)
    with writing(index):
        generation = _generation(index)
        if generation is None:
            summary = _make(index, Generation(index / "g1"), asked.all([]), None, options)
        else:
            summary = _next(index, generation, asked, mode=mode, options=options)
        clear_others(index, in_use(index))
    return summary


def _next(
    index: Path,
    generation: Generation,
    asked: Roots,
    *,
    mode: Mode,
    options: RunOptions,
) -> Summary:
    damage = heal.damage(generation)
    if damage.manifest:
        roots = asked.all(heal.folders(generation))
        engine = None if damage.listing or damage.segments else _readable(generation)
        with closing(heal.sights(engine)) as kept:
            summary = _replaced(index, generation, roots, Before(engine, kept), options)
    else:
        with closing(Manifest(generation.manifest)) as manifest:
            anew = _is_made_anew(generation, manifest, mode) or damage.listing
            if damage.segments:  # first of all: what is whole can be searched, whatever comes
                heal.leave_out(generation, manifest, damage.segments)
            known = manifest.roots() if anew or damage or not asked.there else []
            roots = asked.all(known)
            if anew:
                before = Before(_readable(generation), manifest)
                if before.engine is None:  # what is missing could not be carried over
                    roots.refuse_if_any_is_missing()
                summary = _replaced(index, generation, roots, before, options)
            else:
                summary = Run(_store(generation), manifest, options).over(roots)
    if damage:
        summary.notes.insert(0, (str(index), str(damage)))
    return summary


def _is_made_anew(generation: Generation, manifest: Manifest, mode: Mode) -> bool:
    readable = mode != "rebuild" or is_readable(generation)
    return is_made_anew(manifest, mode, is_readable=readable)


def _replaced(
    index: Path,
    generation: Generation,
    roots: Roots,
    before: Before | None,
    options: RunOptions,
) -> Summary:
    """The next generation in place of this one, which goes when it is whole."""
    fresh = generation.following()
    try:
        return _make(index, fresh, roots, before, options)
    except BaseException:
        if in_use(index) != fresh:  # a full disk needs the room
            clear(fresh)
        raise


def _make(
    index: Path,
    fresh: Generation,
    roots: Roots,
    before: Before | None,
    options: RunOptions,
) -> Summary:
    """A new generation; what was in use stays in use until it is whole."""
    clear(fresh)
    fresh.folder.mkdir(mode=0o700)
    manifest = Manifest(fresh.manifest)
    try:
        run = Run(_store(fresh), manifest, options, before)
        if not (index / INDEX_MARKER).exists():
            # a first index can be searched while it grows, and an interrupted run resumes
            sync_folder(fresh.folder)
            use(index, fresh)
        summary = run.over(roots)
    finally:
        manifest.close()
    with closing(open_store(fresh)) as engine:
        engine.merge()
    sync_folder(fresh.folder)
    use(index, fresh)
    return summary


def _store(generation: Generation) -> Store:
    """What keeps a generation's articles, made if there is nothing yet."""
    return open_store(generation, create=not generation.postings.exists())


def _readable(generation: Generation) -> Store | None:
    """The engine of what is replaced; None if another release wrote it in a way of its own."""
    try:
        return open_store(generation)
    except IndexStateError:
        return None


def _generation(index: Path) -> Generation | None:
    """The generation in use, others taken off the disk; None in a new folder."""
    try:
        generation = in_use(index) if (index / INDEX_MARKER).exists() else heal.unnamed(index)
    except IndexDamagedError:
        generation = heal.unnamed(index)
        if generation is None:
            raise
    if generation is not None:
        use(index, generation)
        clear_others(index, generation)
    return generation
