"""Packages: documents that are a zip of XML, as office programs and readers of books write them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

from lxml import etree  # type: ignore[import-untyped]

from index.loaders.unpacking import DAMAGED
from search.errors import SourceError

# bytes: the text of a library; a tree of it takes ten times as much memory
LARGEST_PART: Final = 50 * 2**20
# with which an old document begins, and one that a password protects
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"


class Package:
    """The parts of a document; raises `SourceError` for what can't be read."""

    def __init__(self, path: Path, archive: ZipFile) -> None:
        """Of a zip that is open."""
        self._path = path
        self._archive = archive
        self._names = set(archive.namelist())

    def part(self, name: str) -> bytes | None:
        """A part's bytes; None if there is none of this name."""
        if name not in self._names:
            return None
        if self._archive.getinfo(name).file_size > LARGEST_PART:
            raise SourceError(
                str(self._path), f"its part {name} has more than {LARGEST_PART // 2**20} MB"
            )
        with self._archive.open(name) as stream:
            return stream.read(LARGEST_PART)

    def tree(self, name: str) -> Any:  # noqa: ANN401 - lxml's element
        """A part as XML; None if there is none of this name."""
        raw = self.part(name)
        return None if raw is None else tree(raw)


@contextmanager
def opened(path: Path, kind: str) -> Iterator[Package]:
    """A document of this kind; what goes wrong while it is read is a `SourceError`, too."""
    try:
        with path.open("rb") as file:
            if file.read(4) == OLD_OFFICE:
                raise SourceError(
                    str(path), f"protected by a password, or an old document that is called {kind}"
                )
        with ZipFile(path) as archive:
            yield Package(path, archive)
    except (*DAMAGED, etree.LxmlError, NotImplementedError, ValueError, KeyError) as error:
        raise SourceError(str(path), f"damaged, or no {kind}: {error}") from error
    except RuntimeError as error:  # zipfile's word for it
        raise SourceError(str(path), "protected by a password") from error
    except OSError as error:
        raise SourceError(str(path), error.strerror or str(error)) from error


def tree(raw: bytes) -> Any:  # noqa: ANN401
    """The root of an XML document; nothing outside of it is read, and no entity grows."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(raw, parser)


def name_of(element: Any) -> str:  # noqa: ANN401
    """An element's name without its namespace: of the same document there are two standards."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Any, name: str) -> str:  # noqa: ANN401
    """An attribute, whatever its namespace; empty if there is none, or no element."""
    if element is None:
        return ""
    return next(
        (str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), ""
    )


def first(element: Any, name: str) -> Any:  # noqa: ANN401
    """The first element of this name in a tree; None if there is none."""
    return (
        None
        if element is None
        else next((one for one in element.iter() if name_of(one) == name), None)
    )


def text_of(element: Any) -> str:  # noqa: ANN401
    """The text of an element on one line; empty of none."""
    return "" if element is None else " ".join("".join(element.itertext()).split())
