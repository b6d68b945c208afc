"""Archives before their first run, and after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.index.archive import ENGLISH, ROMANIAN, Archive


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


@pytest.fixture
def two(archive: Archive) -> Archive:
    archive.write("a.txt", ENGLISH)
    archive.write("b.txt", ROMANIAN)
    archive.build()
    return archive
