"""Archives before their first run, and after it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from search.analysis.normalize import bare_name_key
from tests.index.archive import ENGLISH, ROMANIAN, Archive


@pytest.fixture(scope="session", autouse=True)
def keys_of_names_made_once() -> Iterator[None]:
    """Each archive with names of its own would have those of all leaders made anew, for a fifth of a second."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("search.entities.lookup.bare_name_key", cache(bare_name_key))
        yield


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


@pytest.fixture
def two(archive: Archive) -> Archive:
    archive.write("a.txt", ENGLISH)
    archive.write("b.txt", ROMANIAN)
    archive.build()
    return archive
