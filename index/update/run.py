"""A run: which articles are new, changed, unchanged, gone or unreadable, and what is written?

Every article that is met is counted once: articles in = indexed + unchanged + skipped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from index.compose import compose
from index.disk import synced_by
from index.loaders import Ignored, Loaded, Part, Skipped
from index.loaders.folders import CSV_SIDECAR
from index.loaders.time_limits import analysing
from index.sidecar import wrong
from index.update import identity, reconcile
from index.update.claims import Claims, KnownArticles
from index.update.first_seen import Sequence
from index.update.losses import Guard, LostArticles
from index.update.manifest import Manifest
from index.update.naming import Naming
from index.update.plan import identify, plan
from index.update.progress import ProgressMeter, Report
from index.update.reader import Reader, names
from index.update.refused import Refusals
from index.update.roots import Roots
from index.update.rows import ManifestEntry, Source, State, is_below
from index.update.rules import fingerprints, limits
from index.update.scan import Scan, scan, unsettled
from index.update.summary import Summary
from index.update.writing import ArticleWriter, Before
from search.engine.port import Store
from search.entities.gazetteer import gazetteer
from search.errors import SourceError, TooSlowError
from search.model.articles import Article
from search.names import own

TAKEN: Final = "id taken"
EMPTY_REASON: Final = "empty"
# a fact of the manifest: which program keeps the index in step with other machines
SYNCED: Final = "synced"
SYNCED_NOTE: Final = (
    "{} keeps this folder in step with other machines, which may damage an index and takes long; "
    "it had better lie elsewhere: --index or READOUT_INDEX"
)


@dataclass(frozen=True, slots=True)
class RunOptions:
    """Whom a run tells of its progress, and whether it deletes however much is gone.

    Of files that changed, only those in `settled` states are read; None: all.
    """

    progress: Report | None = None
    deletes: bool = False
    settled: Collection[State] | None = None


class Run:
    """One pass over the roots, writing into one generation."""

    def __init__(
        self,
        store: Store,
        manifest: Manifest,
        options: RunOptions,
        before: Before | None = None,
    ) -> None:
        """Write into `store` and its manifest."""
        self._deletes = options.deletes
        self._settled = options.settled
        self._engine = store
        self._summary = Summary()
        self._refusals = Refusals(store, manifest, self._summary)
        self._writing = ArticleWriter(store, manifest, before, self._refusals)
        self._manifest = manifest
        self._progress = ProgressMeter(options.progress)
        self._before = before
        self._was = before.manifest if before else manifest
        self._lost = LostArticles()
        self._naming = Naming(manifest, before.manifest if before else None)
        self._sequence = Sequence({self._was, manifest})
        self._unsettled: dict[str, Source] = {}  # files that lost articles, as they were read

    def over(self, roots: Roots) -> Summary:
        """Index the roots and take out what is gone from them."""
        names = own.used(self._naming.kept.names)
        with closing(self._engine), closing(self._writing), closing(self._lost), names:
            self._engine.clear()
            reconcile.agree(self._engine, self._manifest)
            self._follow_rules()
            self._bring_up_to_date(roots)
            self._writing.analysts.finish()
            reconcile.settle(self._engine, self._manifest)
            self._naming.keep(self._summary)
            self._writing.commit()
            for copy in reconcile.relinked(self._engine, self._manifest):
                self._writing.write(copy)
            self._writing.commit()
            if self._settled is None:  # what looks for changes of just now has no time for it
                self._writing.take_off_the_disk()
        return self._summary

    def _warn_of_synced_folder(self) -> None:
        """Say once that another program writes to the index too."""
        folder = self._manifest.folder
        if folder and (program := synced_by(folder.resolve())):
            if not self._was.fact(SYNCED):
                index = folder.parent
                self._summary.notes.append((str(index), SYNCED_NOTE.format(program)))
            self._manifest.state(SYNCED, program)

    def _bring_up_to_date(self, roots: Roots) -> None:
        guard = Guard(roots.with_known_below(self._was.roots()), self._was, self._manifest)
        self._warn_of_synced_folder()
        found = scan(roots.there, self._manifest, self._was)
        if self._settled is not None:
            found = found.settled(self._settled)
        found = self._named(roots, found)
        self._summary.skipped.extend((one.path, None, one.reason) for one in roots.missing)
        self._summary.skipped.extend((str(one.path), None, one.reason) for one in found.refused)
        self._summary.ignored.update(found.ignored)
        self._summary.ignored_files.extend((str(one.path), one.reason) for one in found.no_files)
        self._leave_alone(found)
        for file in found.gone:
            self._lost.add(self._was.entries(file))
        # until all it speaks of is read
        self._manifest.put_beside({file: unsettled(file) for file in found.moved})
        self._note_sheets(found.moved)
        self._writing.analysts.expect(found.size)
        self._read(found)
        self._take_out(found.gone, guard)
        self._manifest.put_beside(found.moved)
        self._manifest.put_listings(found.listings)
        for path in (*(str(root.path) for root in roots.there), *roots.known):
            self._manifest.add_root(path)

    def _named(self, roots: Roots, found: Scan) -> Scan:
        """What was scanned, where the files of names that are among it count."""
        self._writing.analysts.restart()  # workers know the names that counted when they began
        self._naming.follow(found.moved, found.gone, self._summary, may_go=self._deletes)
        self._tag_again(self._naming.named(self._engine))
        changed = {**self._naming.to_read(roots.there, self._engine), **found.changed}
        moved = {**found.moved, **{file: unsettled(file) for file in self._naming.waiting}}
        return replace(found, changed=dict(sorted(changed.items())), moved=moved)

    def _note_sheets(self, moved: Mapping[str, State | None]) -> None:
        # another may be a link out
        there = sorted(file for file, state in moved.items() if state is not None)
        sheets = (Path(file) for file in there if file.endswith(CSV_SIDECAR))
        self._summary.notes.extend(
            (str(sheet), reason) for sheet in sheets for reason in wrong(sheet)
        )

    def _leave_alone(self, found: Scan) -> None:
        if self._before:
            for file in sorted({*found.unmet}.difference(found.gone)):
                self._writing.carry_over(file)
            return
        others = {*found.changed, *found.unmet}
        for file, ignored in self._manifest.ignored():
            if file not in others:
                self._summary.ignore(file, [ignored])
        if kept := self._manifest.count():
            self._summary.unchanged += kept - self._manifest.count_of(others)
            self._summary.skipped.extend(
                skip for skip in self._manifest.skips() if skip[0] not in others
            )

    def _read(self, found: Scan) -> None:
        reader = Reader(found.changed, found.gone, (self._manifest, self._was))
        self._progress.expect(found.changed)
        with closing(Claims(reader.names, found.changed)) as claims:
            known = KnownArticles(self._manifest, self._was, self._lost, claims)
            for file in found.changed:
                self._progress.begin(file)
                claims.begin(file)
                self._file(file, reader, known)
        self._progress.end()

    def _follow_rules(self) -> None:
        """Read again, or tag again, what was made by older rules."""
        now = {**fingerprints(), "limits": limits()}
        if self._manifest.fact("extraction") not in {None, now["extraction"]}:
            self._manifest.stale_all()
        if self._manifest.fact("tagging") not in {None, now["tagging"]}:
            self._tag_again(list(self._manifest.article_ids()))
        if any(self._manifest.fact(name) not in {None, now[name]} for name in now):
            self._manifest.stale_skips()  # of what could not be read something may be now
        for name, value in now.items():
            self._manifest.state(name, value)

    def _tag_again(self, article_ids: Iterable[str]) -> None:
        for article_id in article_ids:
            for article in self._engine.get([article_id]):
                self._writing.write(article)

    def _file(self, file: str, reader: Reader, known: KnownArticles) -> None:
        source: Source | None = None
        try:
            source = reader.source(file)
            was = self._manifest.source(file)
            if was and (was.digest, was.sidecar) == (source.digest, source.sidecar):
                self._manifest.put_source(source)
                self._unchanged(file)
            else:
                self._take_in(source, reader.parts(source), known)
        # and no other: what the engine or the manifest can't do ends the run
        except SourceError as error:
            self._manifest.stale([file])
            self._writing.carry_over(file)
            if isinstance(error, TooSlowError) and source:
                self._manifest.put_source(source)  # it would be as slow each time
                self._refusals.add((file, None, error.reason))
            else:
                self._summary.skipped.append((file, None, error.reason))

    def _unchanged(self, file: str) -> None:
        self._summary.unchanged += self._manifest.count_of([file])
        self._summary.skipped.extend(self._manifest.skips_of(file))
        self._summary.ignore(file, self._manifest.ignored_of(file))

    def _take_in(self, source: Source, parts: Iterable[Part], known: KnownArticles) -> None:
        # a run may be killed, and the file be put back or gone
        self._manifest.put_source(source.unread())
        self._manifest.forget_skips(source.file)
        ignored: list[tuple[str, str]] = []
        met: set[str] = set()
        for one in parts:
            if isinstance(one, Ignored):
                ignored.append((one.name, one.reason or ""))
                continue
            self._progress.article(len(one.text) if isinstance(one, Loaded) else 0)
            reason = (
                one.reason if isinstance(one, Skipped) else self._article(source, one, known, met)
            )
            if reason is not None:
                self._refusals.add((source.file, one.number, reason))
        self._summary.ignore(source.file, ignored)
        self._manifest.put_ignored(source.file, ignored)
        self._settle(source, met)

    def _settle(self, source: Source, met: Collection[str]) -> None:
        """Note that a file is read, and what it lost."""
        if lost := [one for one in self._was.entries(source.file) if self._is_lost(one, met)]:
            self._lost.add(lost)
            self._unsettled[source.file] = source
        else:
            self._manifest.put_source(source)

    def _is_lost(self, entry: ManifestEntry, met: Collection[str]) -> bool:
        """Whether an article that a file had is neither there now nor in another."""
        now = self._manifest.entry(entry.article_id)
        return entry.article_id not in met and (now is None or now.file == entry.file)

    def _article(
        self, source: Source, loaded: Loaded, known: KnownArticles, met: set[str]
    ) -> str | None:
        """Take an article in, beside those of its file that were met before it.

        Answers why not, if not.
        """
        article_id = identify(names(source, loaded), source.file, known)
        if article_id is None or article_id in met:
            return TAKEN
        self._summary.note(source.file, loaded.notes)
        self._naming.meet(source.file, loaded)
        place, known_names = source.path + (loaded.member or ""), gazetteer()
        try:
            with analysing(Path(source.file)):
                article = compose(loaded, article_id=article_id, path=place, gazetteer=known_names)
        except SourceError as error:
            met.add(article_id)  # what the index has of it stays
            return error.reason
        if not article.title.strip() and not article.text.strip():
            return EMPTY_REASON
        met.add(article_id)
        self._put(article, source, loaded.number, known)
        return None

    def _put(self, article: Article, source: Source, number: int, known: KnownArticles) -> None:
        """Write an article if it is new or says something else than before."""
        content = identity.content(article)
        planned = plan(article.article_id, content, source.file, known)
        if not planned.is_settled:
            self._manifest.put_copies(content)
        seen, original = planned.seen or self._sequence.next(), planned.original
        digest = identity.digest(article)
        entry = ManifestEntry(
            article.article_id, source.file, number, digest, content, original, *seen
        )
        was = self._manifest.entry(article.article_id)
        self._lost.discard(article.article_id)
        if was != entry:  # its place may be another though it is the same
            self._manifest.put_entry(entry)
        if was and (was.digest, was.duplicate_of) == (digest, original):
            self._summary.unchanged += 1
            return
        self._summary.indexed += 1
        self._summary.duplicates += original is not None
        number, day = seen
        self._writing.write(
            replace(article, duplicate_of=original, sequence=number, first_seen=day),
            self._refusals.of_read(entry, was),
        )

    def _take_out(self, gone: Iterable[str], guard: Guard) -> None:
        """Delete what is lost, but where too much is."""
        withheld = guard.withheld(self._lost, allowed=self._deletes)
        self._summary.withheld.extend(
            (place, loss.lost, loss.reason) for place, loss in withheld.items()
        )

        def stays(file: str) -> bool:
            return any(is_below(file, place) for place in withheld)

        for article_id, file in self._lost:
            if stays(file):
                self._writing.keep(article_id)
            else:
                self._summary.deleted += 1
                self._writing.delete(article_id)
        for file in gone:
            if not stays(file):
                self._manifest.forget_source(file)
        for file, source in self._unsettled.items():
            self._manifest.put_source(source.unread() if stays(file) else source)
