"""Whatever a file holds, nothing of it ends a run: bytes of every kind of file, broken in any way.

READOUT_FUZZ says how many files are tried: 20,000 in `make torture`, else a few hundred.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from time import process_time
from typing import Final

import pytest

from index.loaders import LOADERS, Loaded, Part, load, plain_text
from search.errors import SourceError
from tests.loaders.samples import BINARIES, TEXTS

COUNT: Final = int(os.environ.get("READOUT_FUZZ", "400"))
PARTS: Final = 4  # side by side
SECONDS: Final = 5  # of the processor, for a file of a few kilobytes
SAMPLES: Final = {
    **{ending: made().encode() for ending, made in TEXTS.items()},
    **{ending: made() for ending, made in BINARIES.items()},
}
SIGNS: Final = (
    *(
        sign.encode()
        for sign in [
            "<",
            ">",
            '"',
            "'",
            "{",
            "}",
            "[",
            "]",
            "\\",
            "&",
            ";",
            "=",
            "-",
            ":",
            "/",
            "#",
            "%",
            "(",
            ")",
            "\r",
            "\n",
            "\x00",
        ]
    ),
    b"\xff",
    b"\xed\xa0\x80",
    b"---\n",
    b"<!--",
    b"<![CDATA[",
    b"&#x110000;",
    b"\\u-10",
    b"{\\rtf1",
    b"\\bin99999 ",
    b'Content-Type: multipart/mixed; boundary=""\n',
    b"charset=unknown-8bit",
    b"=?x?q?=FF?=",
    b"From ",
    b"PK\x03\x04",
    b"9" * 20,
    b"-1",
    b"1e999",
    b"NaN",
    b"2016-99-99",
    b"\xd7\xa9" * 50,
)
Change = Callable[[Random, bytes, int, int], bytes]
CHANGES: Final[tuple[Change, ...]] = (
    lambda chance, text, at, _end: text[:at] + bytes([chance.randrange(256)]) + text[at + 1 :],
    lambda chance, text, at, _end: text[:at] + chance.choice(SIGNS) + text[at:],
    lambda chance, text, at, end: text[:at] + chance.choice(SIGNS) * 30 + text[end:],
    lambda _chance, text, at, end: text[:at] + text[end:],
    lambda chance, text, at, end: text[:at] + text[at:end] * chance.choice((2, 50)) + text[end:],
    lambda _chance, text, at, _end: text[:at],
    lambda chance, text, at, end: text[:at] + _other(chance)[at:end] + text[at:],
)


def _other(chance: Random) -> bytes:
    return chance.choice(list(SAMPLES.values()))


def broken(chance: Random) -> tuple[str, bytes]:
    """An ending, and what a file with it holds."""
    ending = chance.choice(list(SAMPLES))
    text = SAMPLES[ending]
    for _ in range(chance.choice((1, 1, 2, 3, 5, 10))):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + chance.choice((1, 2, 8, 64, 512)))
        text = chance.choice(CHANGES)(chance, text, at, end)
    return (chance.choice(list(LOADERS)) if chance.random() < 0.15 else ending), text


def read(path: Path) -> str:
    """Why a file can't be read; empty if it can."""
    try:
        for _ in load(path):
            pass
    except SourceError as error:
        return error.reason
    return ""


@pytest.mark.parametrize("part", range(PARTS))
def test_a_broken_file_is_read_or_refused_with_a_reason(tmp_path: Path, part: int) -> None:
    """Soon, and for a reason that the loader knows: what it does not may be a fault of ours."""
    slow, unforeseen = list[int](), list[tuple[int, str]]()
    for seed in range(part, COUNT, PARTS):
        ending, text = broken(Random(seed))  # noqa: S311 - reproducible
        path = tmp_path / f"{seed}{ending}"
        path.write_bytes(text)
        began = process_time()
        with suppress(OSError):  # who reads a source takes it for the source's
            reason = read(path)
            unforeseen += [(seed, reason)] if "reading it ended with" in reason else []
        slow += [seed] if process_time() - began > SECONDS else []
        path.unlink()

    assert ([], []) == (slow, unforeseen)


def test_what_a_loader_does_not_foresee_is_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else one file of a million would end the run."""

    def fails(_path: Path) -> Iterator[Part]:
        yield Loaded(number=1, text="Before.")
        raise AttributeError("secret words of an article")

    monkeypatch.setattr(plain_text, "load", fails)
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")

    assert "damaged: reading it ended with AttributeError" == read(tmp_path / "a.txt")
