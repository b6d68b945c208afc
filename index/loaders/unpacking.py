"""Unpacking: how is a file read that is packed in another, and how much may come out of it?

A member is written into a temporary folder under a name of ours and loaded as any file, so no
member's name is ever a path on the disk. The bounds are counted over all that is packed in one
file, however deep.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from lzma import LZMAError
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Protocol
from zipfile import BadZipFile

from index.loaders import EXTENSIONS, load
from index.loaders.endings import ending_of
from index.loaders.folders import CSV_SIDECAR, HIDDEN, TOML_SIDECAR
from index.loaders.loaded import Ignored, Loaded, Part, Skipped
from index.loaders.source import SMALL
from index.settings import file_limits
from search.errors import NotAnArticleError, SourceError

# bytes out of a packed one: logs give 20, texts of one line over and over more, a bomb 1,000
RATIO: Final = 200
ROOM: Final = 100 * 2**20  # bytes out of any file, however small
LARGEST_MEMBER: Final = 4 * 2**30  # bytes: a member lies in the temporary folder while it is read
MEMBERS: Final = 250_000  # files packed in one: Readout is made for 200,000 articles
DAMAGED: Final = (BadZipFile, EOFError, LZMAError, zlib.error)
PATH_STEPS: Final = re.compile(r"[/\\]+")
SIDECAR: Final = "metadata that is packed is not read; unpack the archive"
MACINTOSH: Final = "__MACOSX"  # a zip of a Mac has a second, empty copy of each file below this


class Stream(Protocol):
    """What comes out of a packed file, as many bytes at a time as are asked for."""

    def read1(self, size: int, /) -> bytes:
        """The next bytes, as many as are there already; none at the end.

        Of what is cut off, `read` gives less.
        """
        ...


class Unpacking:
    """What may still come out of one file; those packed in it take from the same."""

    def __init__(self, packed: int) -> None:
        """Of a file with so many bytes."""
        self._bytes = max(ROOM, RATIO * packed)
        self._members = MEMBERS
        self._depth = 0
        self._deepest = file_limits().levels
        self.is_spent = False

    @classmethod
    def of(cls, path: Path) -> Unpacking:
        """Of a file on the disk; raises `SourceError` if there is none."""
        try:
            return cls(path.stat().st_size)
        except OSError as error:
            raise SourceError(str(path), error.strerror or type(error).__name__) from error

    def articles(self, name: str, stream: Stream, *, step: str) -> Iterator[Part]:
        """What a member holds.

        `step` goes before where that stands in it: `/b.txt`, or nothing if it is alone.
        """
        ending = ending_of(name)
        if is_sidecar(name) or ending not in EXTENSIONS:
            yield Ignored(name, SIDECAR if is_sidecar(name) else None)
            return
        self._members -= 1
        if self._depth >= self._deepest or self._members < 0:
            self.is_spent = self._members < 0
            bound = f"{MEMBERS} files" if self.is_spent else f"{self._deepest} levels"
            yield _placed(Skipped(0, f"more than {bound} are packed here; unpack it"), name, step)
            return
        with TemporaryDirectory(prefix="readout-") as folder:
            within = ending_of(Path(name).stem)  # .jsonl of a.jsonl.gz
            file = Path(folder, f"member{within if within in EXTENSIONS else ''}{ending}")
            refusal = self._copy(stream, file)
            if not self.is_spent and not (refusal and file.stat().st_size == 0):
                yield from self._loaded(name, file, step)
            if refusal:
                yield _placed(Skipped(0, refusal), name, step)

    def _copy(self, stream: Stream, file: Path) -> str | None:
        """Write a member down; answers why it is not whole, if it is not."""
        left = min(self._bytes, LARGEST_MEMBER)
        try:
            with file.open("wb") as out:
                while part := stream.read1(SMALL):
                    left -= len(part)
                    self._bytes -= len(part)
                    if left < 0:
                        self.is_spent = True
                        return "far larger than it is packed; if you trust it, unpack it"
                    out.write(part)
        except DAMAGED as error:
            return f"damaged: {error}"
        except OSError as error:
            if error.errno is not None:  # the disk's
                raise
            return f"damaged: {error}"
        except NotImplementedError as error:
            return f"packed in a way that is not known: {error}"
        except RuntimeError:  # zipfile's word for it
            return "protected by a password"
        return None

    def _loaded(self, name: str, file: Path, step: str) -> Iterator[Part]:
        self._depth += 1
        try:
            for part in load(file, self):
                yield _placed(part, name, step)
        except NotAnArticleError as error:
            if not step:
                raise
            yield Ignored(name, error.reason)
        except SourceError as error:
            yield _placed(Skipped(0, error.reason), name, step)
        finally:
            self._depth -= 1


def _placed(part: Part, name: str, step: str) -> Part:
    """A part of a member as a part of what that is packed in."""
    if isinstance(part, Loaded):
        return replace(part, member=step + part.locator)
    if not step:
        return part
    if isinstance(part, Ignored):
        return replace(part, name=f"{name}/{part.name}")
    return replace(part, reason=f"{name}: {part.reason}")


def member_name(written: str) -> str:
    """The path of a member as ids and messages say it.

    No way out of the archive, no letter that can't be shown.
    """
    steps = (step for step in PATH_STEPS.split(written) if step not in {"", ".", ".."})
    shown = (
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}"
        for letter in "/".join(steps)
    )
    return "".join(shown)


def is_sidecar(name: str) -> bool:
    """Whether a member says something of those beside it."""
    return name.rpartition("/")[2] == CSV_SIDECAR or name.endswith(TOML_SIDECAR)


def is_hidden(name: str) -> bool:
    """Whether a member or a folder around it is hidden, or half of a save."""
    return any(
        step.startswith((*HIDDEN, MACINTOSH)) or step.endswith("~") for step in name.split("/")
    )
