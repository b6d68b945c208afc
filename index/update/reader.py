"""Reading: what do the files of a run say now, each with what is said beside it?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from index.loaders import Ignored, Loaded, Part, load
from index.loaders.source import reading_source
from index.loaders.time_limits import in_time
from index.sidecar import Sidecars
from index.update import identity
from index.update.manifest import Manifest
from index.update.roots import Root
from index.update.rows import Source, place
from search import icu
from search.errors import NotAnArticleError


class Reader:
    """Reads the files of a run; `manifests` know what they were called, the nearest first.

    Raises `SourceError` for a file that can't be read.
    """

    def __init__(
        self, files: Mapping[str, Root], gone: Iterable[str], manifests: Iterable[Manifest]
    ) -> None:
        """Read files below their roots; others are gone since they were known."""
        self._roots = files
        self._manifests = tuple(dict.fromkeys(manifests))
        self._sidecars = {root: Sidecars(root.folder) for root in {*files.values()}}
        self._gone: dict[str, list[str]] = {}
        for file in gone:
            self._gone.setdefault(_folded(file), []).append(file)

    def source(self, file: str) -> Source:
        """How a file is now."""
        path = Path(file)
        with in_time(path), reading_source(path), path.open("rb") as opened:
            stat = path.stat()
            sidecar = self._sidecars[self._roots[file]].digest(path)
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        return Source(
            *place(file), *self._called(file), stat.st_size, stat.st_mtime_ns, digest, sidecar
        )

    def parts(self, source: Source) -> Iterator[Part]:
        """What a file holds; whatever fails while it is read is the file's."""
        path = Path(source.file)
        sidecars = self._sidecars[self._roots[source.file]]
        try:
            with reading_source(path):
                for part in load(path):
                    yield sidecars.applied(path, part) if isinstance(part, Loaded) else part
        except NotAnArticleError as error:
            yield Ignored("", error.reason)

    def names(self, file: str) -> Iterator[tuple[str, ...]]:
        """The ids that each article of a file may have, the best first."""
        source = Source(*place(file), *self._called(file), 0, 0, "", "")
        for part in self.parts(source):
            if isinstance(part, Loaded):
                yield names(source, part)

    def _called(self, file: str) -> tuple[str, str]:
        """The root that a file was first indexed below, and what it was called there."""
        known = (one.source(called) for one in self._manifests for called in self._aliases(file))
        if first := next(filter(None, known), None):
            return first.root, first.path
        folder = self._roots[file].folder
        return str(folder), Path(file).relative_to(folder).as_posix()

    def _aliases(self, file: str) -> Iterator[str]:
        """The names of a file, as it is and as it was, if they read alike and can mean no other."""
        yield file
        alike = self._gone.get(_folded(file), [])
        if len(alike) == 1:
            yield alike[0]


def names(source: Source, loaded: Loaded) -> tuple[str, ...]:
    """The ids that an article of a file may have, the best first."""
    if loaded.source_id is not None:
        return tuple(identity.source_names(source, loaded.source_id))
    return tuple(identity.names(source, loaded.locator))


def _folded(file: str) -> str:
    """A path without what a person does not see in it: the form of its letters, and their case."""
    return icu.nfc(file).casefold()
