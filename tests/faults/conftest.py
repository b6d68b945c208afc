"""A disk that fails, a place in memory for it, and the sample as a reader's own archive."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest

from index.engines import open_engine
from index.update.build import build
from search.entities.gazetteer import gazetteer
from search.service.searcher import Searcher

MEMORY: Final = Path("/dev/shm")  # noqa: S108  tests of the disk that don't wait for one
COMPILER: Final = shutil.which("cc")
SAMPLE: Final = Path(__file__).parents[2] / "seeds" / "articles"


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the sample."""
    made = tmp_path_factory.mktemp("sample") / "index"
    build(made, [SAMPLE])
    return made


@pytest.fixture(scope="session")
def searcher(index: Path) -> Searcher:
    return Searcher(open_engine(index), gazetteer())


@pytest.fixture(scope="session")
def disk() -> Iterator[Path]:
    """The disk that fails, as the C library's neighbour."""
    with TemporaryDirectory() as folder:
        made = Path(folder, "disk.so")
        source = Path(__file__).with_name("disk.c")
        subprocess.run(
            [str(COMPILER), "-shared", "-fPIC", "-O1", "-o", made, source, "-ldl"], check=True
        )
        yield made


@pytest.fixture
def place() -> Iterator[Path]:
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder, "archive")
