"""Each engine in its turn, with four articles in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from search.engine.port import Store
from tests.engines.four import ARCHIVE
from tests.engines.stores import ENGINES


@pytest.fixture(params=ENGINES, ids=str)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with ENGINES[request.param](tmp_path) as made:
        made.write(ARCHIVE)
        made.commit()
        yield made
