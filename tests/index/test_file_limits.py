"""Limits: one file, however it is made, stops no run, and what may be read of one is a setting."""

from __future__ import annotations

import os
import re
import signal
import threading
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from time import sleep
from zipfile import ZipFile

import pytest

from index.loaders import Loaded, Part, Skipped, load, plain_text
from index.settings import FILE_VARIABLE, FileLimits, file_limits
from index.update.reader import Reader
from index.update.roots import Root
from search.errors import BadSettingError, SourceError
from tests.index.archive import ENGLISH, Archive

slow = pytest.mark.slow  # waits for a time-out; one of each promise goes without
needs_signals = pytest.mark.skipif(os.name == "nt", reason="no signals that tell the time")
ROOT = Path(__file__).parents[2]


def for_ever() -> None:
    while True:
        pass


def backtracking() -> None:
    """One call of C code for ever: a pattern in a library that grows by powers of two."""
    re.fullmatch(r"(?:a|a)*b", "a" * 60)


def swallowing() -> None:
    """Libraries take whatever is raised for a page that is odd."""
    while True:
        try:
            for_ever()
        except Exception:  # noqa: BLE001, S112
            continue


def waiting() -> None:
    """A share that does not answer."""
    threading.Event().wait()


def hanging(how: Callable[[], None]) -> Callable[[Path], Iterator[Part]]:
    def loader(path: Path) -> Iterator[Part]:
        text = path.read_text("utf-8")
        yield Loaded(number=1, text=text)
        if "slow" in text:
            how()

    return loader


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second by the processor, and some by the clock."""
    monkeypatch.setenv("READOUT_FILE_SECONDS", "1")
    monkeypatch.setattr("index.loaders.time_limits.CLOCK", 4)


@needs_signals
@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "how",
    [for_ever, *(pytest.param(one, marks=slow) for one in (backtracking, swallowing, waiting))],
)
def test_a_file_that_hangs_is_a_reason_and_the_others_are_read(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, how: Callable[[], None]
) -> None:
    monkeypatch.setattr(plain_text, "load", hanging(how))
    archive.write("a.txt", ENGLISH)
    archive.write("b.txt", f"{ENGLISH} This one is slow.")
    archive.write("c.txt", f"{ENGLISH} The last.")

    summary = archive.build()

    assert [("b.txt", "reading it takes more than 1 seconds (READOUT_FILE_SECONDS)")] == [
        (Path(one["path"]).name, one["reason"]) for one in summary["skipped"]
    ]
    assert {"a.txt", "c.txt"} <= set(archive.ids())
    assert (
        (0.0, 0.0) == signal.getitimer(signal.ITIMER_REAL) == signal.getitimer(signal.ITIMER_PROF)
    )


@needs_signals
@pytest.mark.usefixtures("quick")
def test_a_member_that_hangs_costs_the_others_of_its_archive_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time of the archive stands still while a member is read."""
    monkeypatch.setattr(plain_text, "load", hanging(for_ever))
    with ZipFile(tmp_path / "a.zip", "w") as packed:
        for name, text in {"a": "One.", "b": "Two is slow.", "c": "Three."}.items():
            packed.writestr(f"{name}.txt", text)

    found = list(load(tmp_path / "a.zip"))

    told = [one.text if isinstance(one, Loaded) else one.reason for one in found]
    assert ["One.", "Two is slow.", "b.txt: reading it takes more than 1 seconds", "Three."] == [
        (one or "").partition(" (")[0] for one in told
    ]


@needs_signals
@pytest.mark.usefixtures("quick")
def test_all_of_a_file_may_take_as_long_as_sixty_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else an archive of many slow files would stop a run for days."""
    (tmp_path / "a.txt").write_text("x", "utf-8")

    def loader(_path: Path) -> Iterator[Part]:
        for number in range(1, 10):
            sleep(0.05)
            yield Loaded(number=number, text="x")

    monkeypatch.setattr(plain_text, "load", loader)
    monkeypatch.setattr("index.loaders.time_limits.WHOLE", 0.2)
    monkeypatch.setattr("index.loaders.time_limits.CLOCK", 600)
    met: list[Part] = []
    with pytest.raises(SourceError, match="reading all of it takes more than"):
        met.extend(load(tmp_path / "a.txt"))

    assert 0 < len(met) < 9


@slow
@needs_signals
@pytest.mark.usefixtures("quick")
def test_a_pipe_in_the_place_of_a_file_holds_up_nothing(tmp_path: Path) -> None:
    """As where it comes after the folder was looked at: opening it waits for a writer."""
    os.mkfifo(tmp_path / "a.txt")
    reader = Reader({str(tmp_path / "a.txt"): Root(tmp_path, tmp_path)}, (), ())

    with pytest.raises(SourceError, match="takes more than 1 seconds"):
        reader.source(str(tmp_path / "a.txt"))


# What may be said


def test_limits_are_what_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_FILE_SECONDS", "5")
    monkeypatch.setenv("READOUT_FILE_MEGABYTES", "")

    assert FileLimits(seconds=5) == file_limits()


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "many", "٥", "9" * 20])
def test_a_limit_that_is_none_is_said_before_anything_is_done(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    archive.write("a.txt", ENGLISH)
    monkeypatch.setenv("READOUT_FILE_LEVELS", value)

    with pytest.raises(BadSettingError, match="READOUT_FILE_LEVELS can't be"):
        archive.build()

    assert not archive.index.exists()


def test_how_large_a_file_may_be_is_a_setting(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.write("a.txt", ENGLISH * 20_000)
    monkeypatch.setenv("READOUT_FILE_MEGABYTES", "1")

    assert ["1 MB; at most 1 MB are read: split it"] == [
        one["reason"] for one in archive.build()["skipped"]
    ]


def test_how_deep_files_may_be_packed_is_a_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "inner.zip"
    with ZipFile(inner, "w") as packed:
        packed.writestr("a.txt", ENGLISH)
    with ZipFile(tmp_path / "outer.zip", "w") as packed:
        packed.write(inner, "inner.zip")

    assert [ENGLISH] == [
        one.text for one in load(tmp_path / "outer.zip") if isinstance(one, Loaded)
    ]
    monkeypatch.setenv("READOUT_FILE_LEVELS", "1")
    (found,) = load(tmp_path / "outer.zip")
    assert isinstance(found, Skipped)
    assert "more than 1 levels are packed here" in found.reason


def test_each_limit_is_explained() -> None:
    formats = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")

    for one in fields(FileLimits()):
        assert f"| `{FILE_VARIABLE.format(one.name.upper())}` | {one.default} |" in formats
