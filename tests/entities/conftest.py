"""The gazetteer, with the names that everybody has."""

from __future__ import annotations

import pytest

from search.entities.gazetteer import Gazetteer, gazetteer


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    return gazetteer()
