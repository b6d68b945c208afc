"""Naming: which names of its own has the archive now, and which articles may name others by them?

Only an article with a changed name is tagged anew. One whose metadata gives a leader or a country
by such a name is read again, for the index keeps whom it meant and not how it was written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from index import kept_names
from index.kept_names import KeptNames
from index.loaders import Loaded
from index.loaders.names_table import NAMES_TABLES
from index.name_rows import slug
from index.own_names import EMPTY, NEAR, clashes, read_table
from index.update.manifest import Manifest
from index.update.renamed import KINDS, having, is_told, spelled
from index.update.roots import Root
from index.update.rows import State, is_below
from index.update.summary import Summary
from index.wording import had
from search import names
from search.engine.nodes import FieldIs
from search.engine.port import Request, Store
from search.entities.lookup import owners
from search.errors import IndexDamagedError, SourceError
from search.names import own
from search.names.own import OwnName, UnknownName

FACT: Final = "names"  # of the manifest: by which names the articles are tagged
MOST_SAID: Final = 10  # names that nobody knows, each in a line of its own


class Naming:
    """The names of one run."""

    def __init__(self, manifest: Manifest, before: Manifest | None) -> None:
        """Begin with those that the index has, or the one that it replaces."""
        self._manifest = manifest
        self._known = before or manifest
        self._folder = manifest.folder
        self._is_whole = True
        self.kept = self._start(before.folder if before else self._folder)
        self._labels = {label.owner: label for label in self.kept.labels}
        self._unknown: dict[UnknownName, str] = {}
        self._tagged_anew = 0
        self._before = self.kept
        self.waiting: list[str] = []  # files of names that have to be looked at once more

    def _start(self, folder: Path | None) -> KeptNames:
        try:
            return kept_names.read(folder) if folder else KeptNames()
        except IndexDamagedError:
            self._is_whole = False
            return KeptNames()

    def follow(
        self,
        moved: Mapping[str, State | None],
        gone: Collection[str],
        summary: Summary,
        *,
        may_go: bool,
    ) -> None:
        """Have the names count that the files of names have now, as far as these have `moved`.

        One that is `gone` with all articles of its folder `may_go` only if somebody said so.
        """
        self._before, tables = self.kept, self._tables(moved)
        files = dict(self.kept.files)
        for file, state in sorted(tables.items()):
            if state:
                files[file] = self._read(file, summary)
            elif may_go or not self._is_all_gone(file, gone):
                lost = len(files.pop(file, ()))
                if lost and Path(file).is_file():
                    summary.notes.append((file, f"no table of names any more; {had(lost, 'gone')}"))
            else:
                self.waiting.append(file)
        self.kept = replace(self.kept, files={file: rows for file, rows in files.items() if rows})
        if self.kept.files != self._before.files:
            told = clashes(self.kept.files.values())
            summary.notes.extend((max(tables), one) for one in told)
        own.use(self.kept.names)

    def _read(self, file: str, summary: Summary) -> tuple[OwnName, ...]:
        """The rows of a file of names; those that it had if it can't be read now."""
        try:
            rows, wrong = read_table(Path(file))
        except SourceError as error:
            rows, wrong = self.kept.files.get(file, ()), []
            if rows or error.reason != EMPTY:
                kept = f"; {had(len(rows), 'kept')}{_until(error)}" if rows else ""
                wrong = [error.reason + kept]
                self.waiting.append(file)
        summary.notes.extend((file, one) for one in wrong)
        return rows

    def _tables(self, moved: Mapping[str, State | None]) -> dict[str, State | None]:
        """The files of names that have to be looked at."""
        known = {} if self._is_whole else self._manifest.beside()
        return {file: state for file, state in {**known, **moved}.items() if _is_table(file)}

    def _is_all_gone(self, file: str, gone: Collection[str]) -> bool:
        """Whether the articles beside and below a file of names are gone too, all of them."""
        folder = str(Path(file).parent)
        number = sum(is_below(one, folder) for one in gone)
        return number > 0 and number == sum(is_below(one, folder) for one in self._known.files())

    def named(self, engine: Store) -> list[str]:
        """The articles whose text may name others now than those whom they are tagged with."""
        if self._has_same_names():
            return []
        if not self._is_known():
            return list(self._manifest.article_ids())
        every = (*self._before.names.rows, *self.kept.names.rows)
        found = sorted(having(engine, spelled(self._changed(), every)))
        self._tagged_anew = len(found)
        return found

    def to_read(self, roots: Sequence[Root], engine: Store) -> dict[str, Root]:
        """The files whose metadata may name others now, each with the root it is read below."""
        found: dict[str, Root] = {}
        for article_id in self._told(engine):
            if entry := self._manifest.entry(article_id):
                self._manifest.write_again(article_id)
                above = [root for root in roots if is_below(entry.file, str(root.path))]
                found.update((entry.file, root) for root in above[:1])
        return found

    def _told(self, engine: Store) -> list[str]:
        """The articles whose metadata gives one of the changed names."""
        if self._has_same_names():
            return []
        if not self._is_known():
            every = self._manifest.article_ids()
            return [one for one in every if is_told(engine, one, None)]
        told = {one for row in self._changed() for one in (row.owner, slug(row.name))}
        told |= {one.owner for one in self.kept.labels if owners(one.facet, one.name)[0] in told}
        asked = (Request(limits=(FieldIs(facet, frozenset(told)),)) for facet in KINDS.values())
        hits = dict.fromkeys(hit.article_id for one in asked for hit in engine.every(one))
        return [one for one in hits if is_told(engine, one, told)]

    def _changed(self) -> set[OwnName]:
        return {*self._before.names.rows} ^ {*self.kept.names.rows}

    def _has_same_names(self) -> bool:
        """Whether all articles are tagged by the names that count now."""
        return (self._manifest.fact(FACT) or "") == self.kept.digest()

    def _is_known(self) -> bool:
        """Whether it is known by which names they are tagged."""
        return self._is_whole and (self._manifest.fact(FACT) or "") == self._before.digest()

    def meet(self, file: str, said: Loaded) -> None:
        """Note whom an article's metadata names and nobody knows."""
        for facet, name in _named(said):
            label = UnknownName(facet, slug(name), name)
            bearers = owners(facet, name)
            if len(bearers) != 1 and label.owner and label.owner not in self._labels:
                self._labels[label.owner] = label
                self._unknown[label] = file

    def keep(self, summary: Summary) -> None:
        """Keep the names, and say once whom nobody knows."""
        summary.tagged_anew = self._tagged_anew
        self.kept = replace(self.kept, labels=tuple(self._labels.values()))
        for label, file in list(self._unknown.items())[:MOST_SAID]:
            summary.notes.append((file, _said(label)))
        if more := [label.name for label in list(self._unknown)[MOST_SAID:]]:
            note = f"nobody knows {len(more)} more names in metadata: {', '.join(more)}"
            summary.notes.append((next(reversed(self._unknown.values())), note))
        if self._folder:
            kept_names.write(self._folder, self.kept)
        self._manifest.state(FACT, self.kept.digest())


def _named(said: Loaded) -> Iterator[tuple[str, str]]:
    """Whom an article's metadata names, with the facet; of contacts those who took part."""
    for field, facet in KINDS.items():
        yield from ((facet, name) for name in getattr(said, field) or ())
    for statement in said.contacts or ():
        yield from (("leader", name) for name in statement.leaders)


def _until(error: SourceError) -> str:
    """How the names of an empty file may go: not by an accident."""
    ways = "until it is deleted, or has a row of columns (kind,name) again"
    return f" {ways}" if error.reason == EMPTY else ""


def _is_table(file: str) -> bool:
    return Path(file).name in NAMES_TABLES


def _said(label: UnknownName) -> str:
    """What is said of a name that nobody knows, or several bear."""
    bearers = owners(label.facet, label.name)
    if len(bearers) > 1:
        return f"{label.name!r} may be {' or '.join(bearers)}; it is kept as written"
    known = names.people() if label.facet == "leader" else ()
    near = get_close_matches(label.owner, known, 1, NEAR)
    meant = f"did you mean {near[0]!r}?" if near else "a names.csv can say who it is"
    return f"no {label.facet} is known as {label.name!r}, and it is kept as written; {meant}"
