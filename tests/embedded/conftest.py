"""A folder for postings, and an engine that has lived for a while."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.embedded.engine import EmbeddedEngine
from tests.embedded.letters import letters


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "postings"


@pytest.fixture
def engine(folder: Path) -> EmbeddedEngine:
    """Three segments, with updates and deletions."""
    made = EmbeddedEngine(folder, create=True)
    for first in (0, 40, 80):
        made.write(letters(50, seed=first, first=first))
        made.commit()
    made.delete(f"{n:04}" for n in range(0, 130, 7))
    made.commit()
    return made
