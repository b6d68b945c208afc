"""Packed files: a compressed file is that which is compressed.

An archive holds the articles of its members.
"""

from __future__ import annotations

import bz2
import errno
import gzip
import lzma
import tarfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, cast
from zipfile import BadZipFile, ZipExtFile, ZipFile, ZipInfo

from index.loaders import EXTENSIONS
from index.loaders.encodings import decode
from index.loaders.loaded import Part, Skipped
from index.loaders.unpacking import DAMAGED, Stream, Unpacking, is_hidden, member_name
from search.errors import SourceError

OPENERS: Final[Mapping[str, Callable[[Path], gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile]]] = {
    ".bz2": bz2.BZ2File,
    ".gz": gzip.GzipFile,
    ".tgz": gzip.GzipFile,
    ".xz": lzma.LZMAFile,
}
UTF8_NAME: Final = 0x800  # the bit by which a zip says that a name is UTF-8
GZIP_NAMED: Final = 0x08  # the bit by which gzip says that the name of the file follows


def load_compressed(path: Path, unpacking: Unpacking | None = None) -> Iterator[Part]:
    """What a compressed file holds."""
    unpacking = unpacking or Unpacking.of(path)
    with OPENERS[path.suffix.lower()](path) as stream:
        yield from unpacking.articles(_inner_name(path), stream, step="")


def load_zip(path: Path, unpacking: Unpacking | None = None) -> Iterator[Part]:
    """What the files in a zip hold, in the order of their names."""
    unpacking = unpacking or Unpacking.of(path)
    try:
        archive = ZipFile(path)
    except (BadZipFile, NotImplementedError, ValueError) as error:
        raise SourceError(str(path), f"damaged, or no zip: {error}") from error
    with archive:
        members = {_zip_name(info): info for info in archive.infolist() if not info.is_dir()}
        for name, info in sorted(members.items()):
            if not is_hidden(name) and not unpacking.is_spent:
                yield from _zip_member(archive, name, info, unpacking)


def load_tar(path: Path, unpacking: Unpacking | None = None) -> Iterator[Part]:
    """What the files in a tar hold, in its order; links are passed by."""
    unpacking = unpacking or Unpacking.of(path)
    try:
        with tarfile.open(path, "r:") as archive:
            for info in archive:
                name = member_name(info.name)
                if info.isreg() and not is_hidden(name) and not unpacking.is_spent:
                    stream = cast("Stream", archive.extractfile(info))
                    yield from unpacking.articles(name, stream, step=f"/{name}")
    except tarfile.TarError as error:
        raise SourceError(str(path), f"damaged, or no tar: {error}") from error


def _zip_member(archive: ZipFile, name: str, info: ZipInfo, unpacking: Unpacking) -> Iterator[Part]:
    try:
        stream = cast("ZipExtFile", archive.open(info))
    except (*DAMAGED, NotImplementedError) as error:
        yield Skipped(0, f"{name}: {error}")
    except RuntimeError:  # zipfile's word for it
        yield Skipped(0, f"{name}: protected by a password")
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        yield Skipped(0, f"{name}: damaged, its place is not in the file")
    else:
        with stream:
            yield from unpacking.articles(name, stream, step=f"/{name}")


def _zip_name(info: ZipInfo) -> str:
    """A member's name: where the zip does not say UTF-8, it may be that or any old code page."""
    name = info.filename
    if not info.flag_bits & UTF8_NAME and not name.isascii():
        try:
            name, _ = decode(name.encode("cp437"))  # as which zipfile reads it
        except (SourceError, UnicodeEncodeError):
            name = info.filename
    return member_name(name)


def _inner_name(path: Path) -> str:
    """What a compressed file is called when it is not.

    By its own name, else by the one that gzip keeps.
    """
    if path.suffix.lower() == ".tgz":
        return f"{path.stem}.tar"
    if Path(path.stem).suffix.lower() in EXTENSIONS:
        return path.stem
    return _gzip_name(path) or path.stem


def _gzip_name(path: Path) -> str:
    """The name that gzip keeps; empty if it keeps none."""
    with path.open("rb") as file:
        head = file.read(512)
    if head[:2] != b"\x1f\x8b" or len(head) < 10 or head[3] & ~GZIP_NAMED:
        return ""
    return member_name(head[10:].split(b"\0")[0].decode("latin-1")) if head[3] & GZIP_NAMED else ""
