"""Remote manifest: how is a manifest kept in a cluster?

While a run writes it is a file of this machine, as any manifest. It goes to the cluster in blocks,
those that have changed, as often as that takes little of the run's time, and at its end. Where a
run is broken off, the manifest in the cluster is of an older commit than the articles are, and
the next run reads all files again.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from index.kept_names import NAMES_FILE
from index.update.manifest import Manifest

_SELDOM: Final = 10  # times as long as it takes, the manifest is not sent again


class Blocks(Protocol):
    """Where a manifest is kept, of which only what changed is sent."""

    def get(self) -> tuple[bytes, bytes] | None:
        """A manifest and the names beside it; None if there is none."""
        ...

    def put(self, content: bytes, names: bytes) -> None:
        """Keep these in place of those before."""
        ...


class RemoteManifest(Manifest):
    """A manifest that is kept in a cluster."""

    def __init__(self, folder: Path, blocks: Blocks, check: Callable[[], None]) -> None:
        """Read it into a folder, or begin a new one.

        `check` raises `IndexBusyError` where it may be another's by now.
        """
        self._blocks, self._check = blocks, check
        self._file, self._names = folder / "manifest.db", folder / NAMES_FILE
        if kept := blocks.get():
            self._file.write_bytes(kept[0])
            if kept[1]:
                self._names.write_bytes(kept[1])
        self._not_before = 0.0
        super().__init__(self._file)

    def commit(self) -> None:
        """Make what was said durable: here, and now and then in the cluster."""
        super().commit()
        if time.monotonic() >= self._not_before:
            self.send()

    def send(self) -> None:
        """Keep in the cluster what is committed."""
        begun = time.monotonic()
        self._check()
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        names = self._names.read_bytes() if self._names.exists() else b""
        self._blocks.put(self._file.read_bytes(), names)
        ended = time.monotonic()
        self._not_before = ended + _SELDOM * (ended - begun)
