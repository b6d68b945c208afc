"""Lease: which one process writes to an index of a cluster?

It renews a note every few seconds. Whoever finds the note of another waits: a note that is renewed
has a living owner, one that is not for a whole term has none and may be taken over. No clocks of
two machines are compared. Who could not renew in time writes no more.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Any, Final

from index.opensearch.archive import Archive, fresh_word
from search.errors import ClusterError, IndexBusyError

Json = dict[str, Any]

TERM: Final = 20.0  # seconds
RENEWED_EVERY: Final = TERM / 5
SAFE: Final = TERM / 2  # after a renewal: others wait for twice as long
_NOTE: Final = "lease"
_CONFLICT: Final = 409
_A_MOMENT: Final = 0.5


class Lease:
    """The right to write, as long as it is renewed."""

    def __init__(self, archive: Archive) -> None:
        """Take it; raises `IndexBusyError` if somebody else has it."""
        self._archive = archive
        self._client = archive.client
        self._path = f"/{archive.beside}/_doc/{_NOTE}"
        self._said = {"owner": fresh_word(), "host": socket.gethostname(), "pid": os.getpid()}
        self._renewed = time.monotonic()
        self._version = self._taken()
        self._ended = Event()
        self._is_lost = False
        Thread(target=self._renew, daemon=True).start()

    def check(self) -> None:
        """Raises `IndexBusyError` if it may be another's by now."""
        if self._is_lost or time.monotonic() - self._renewed > SAFE:
            raise IndexBusyError(
                f"the cluster did not renew this process's right to write to "
                f"'{self._archive.address}' in time, and another may have it; "
                "what was committed is whole"
            )

    def release(self) -> None:
        """Let others write."""
        self._ended.set()
        if not self._is_lost:
            with suppress(ClusterError):
                self._client.ask("DELETE", self._path, missing={}, **self._version)

    def _taken(self) -> Json:
        found = self._client.ask("GET", self._path, missing={})
        if not found.get("found"):
            return self._put(op_type="create")
        begun, before = time.monotonic(), _version(found)
        while time.monotonic() - begun < TERM:
            time.sleep(_A_MOMENT)
            found = self._client.ask("GET", self._path, missing={})
            if not found.get("found"):
                return self._put(op_type="create")
            if _version(found) != before:
                raise self._busy(found["_source"])
        self._renewed = time.monotonic()
        return self._put(**before)

    def _put(self, **condition: Any) -> Json:  # noqa: ANN401
        begun = time.monotonic()
        try:
            found = self._client.ask("PUT", self._path, self._said, **condition)
        except ClusterError as error:
            if error.status == _CONFLICT:
                raise self._busy() from None
            raise
        self._renewed = begun
        return _version(found)

    def _renew(self) -> None:
        while not self._ended.wait(RENEWED_EVERY):
            try:
                self._version = self._put(**self._version)
            except IndexBusyError:
                self._is_lost = True
                return
            except ClusterError:
                continue  # `check` tells when that has lasted too long

    def _busy(self, said: Json | None = None) -> IndexBusyError:
        who = f"process {said['pid']} of {said['host']}" if said else "another process"
        return IndexBusyError(
            f"{who} is writing to '{self._archive.address}'; try again when it is done"
        )


@contextmanager
def writing(archive: Archive) -> Iterator[Lease]:
    """Be the only one that writes; raises `IndexBusyError` when somebody else is."""
    archive.prepare()
    lease = Lease(archive)
    try:
        yield lease
    finally:
        lease.release()


def _version(found: Json) -> Json:
    return {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]}
