"""Isolation: what a library in C does to the process that reads costs one file, and no run."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from functools import partial
from multiprocessing import active_children
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from index.loaders import isolation, load, pdf, reading_files
from search.errors import SourceError
from tests.index.archive import Archive
from tests.loaders.samples import sample

SECONDS = "reading it takes more than 1 seconds (READOUT_FILE_SECONDS)"


def crashing(_path: Path) -> isolation._Read:
    os.kill(os.getpid(), signal.SIGSEGV)
    return [], None, ""


def deaf(_path: Path) -> isolation._Read:
    """No signal of a timer is listened to, as in C."""
    while True:
        pass


def sleeping(_path: Path) -> isolation._Read:
    threading.Event().wait()
    return [], None, ""


def broken(read: Callable[[Path], isolation._Read], pipe: Connection) -> None:
    """A process that reads as it should, but for files called `bad`."""
    whole = isolation._read
    isolation._read = lambda path: read(path) if "bad" in path.name else whole(path)
    isolation._serve(pipe)


@pytest.mark.skipif(os.name == "nt", reason="no signals, and no limits of the kernel")
@pytest.mark.parametrize(
    ("read", "reason"),
    [
        (crashing, "the library that reads it ended with SIGSEGV"),
        pytest.param(deaf, SECONDS, marks=pytest.mark.slow),  # waits for a time-out
        pytest.param(sleeping, SECONDS, marks=pytest.mark.slow),
    ],
)
def test_a_document_that_ends_what_reads_it_costs_itself_alone(
    archive: Archive,
    monkeypatch: pytest.MonkeyPatch,
    read: Callable[[Path], isolation._Read],
    reason: str,
) -> None:
    """A library in C may crash, or never come back."""
    for name in ("a", "bad", "c"):
        (archive.folder / f"{name}.pdf").write_bytes(sample(".pdf"))
    monkeypatch.setattr(isolation, "_serve", partial(broken, read))
    monkeypatch.setattr(isolation, "CLOCK", 4)
    monkeypatch.setenv("READOUT_FILE_SECONDS", "1")

    summary = archive.build()

    assert [("bad.pdf", reason)] == [
        (Path(one["path"]).name, one["reason"]) for one in summary["skipped"]
    ]
    assert ["a.pdf", "c.pdf"] == archive.ids()
    assert [] == active_children()


def test_documents_are_read_in_a_process_of_their_own(tmp_path: Path) -> None:
    """All by one, which has nothing to do when the run is over."""
    for name in "ab":
        (tmp_path / f"{name}.pdf").write_bytes(sample(".pdf"))
    with reading_files():
        found = [list(load(tmp_path / f"{name}.pdf")) for name in "ab"]
        number = len(active_children())

    assert list(pdf.load(tmp_path / "a.pdf")) == found[0] == found[1]
    assert (1, []) == (number, active_children())


def test_a_document_that_is_none_has_the_reason_of_its_loader(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no document")
    with pytest.raises(SourceError) as own:
        list(pdf.load(tmp_path / "a.pdf"))

    with reading_files(), pytest.raises(SourceError) as found:
        list(load(tmp_path / "a.pdf"))

    assert (own.value.path, own.value.reason) == (found.value.path, found.value.reason)
