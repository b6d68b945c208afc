"""An archive of a few articles in three languages, served as any other."""

from __future__ import annotations

import pytest

from search.model.articles import Article
from search.service.searcher import Searcher
from tests.archive import searcher_of
from tests.web.archive import ARTICLES, ODD_IDS
from tests.web.browser import Browser
from web.app import application


@pytest.fixture(scope="session")
def searcher() -> Searcher:
    odd = tuple(
        Article(article_id=odd, title=f"Odd {number}", text="Odd.")
        for number, odd in enumerate(ODD_IDS)
    )
    years = tuple(
        Article(
            article_id=str(year),
            title=f"Many {year}",
            text="Many.",
            published=str(year),
            sequence=year,
            first_seen=f"2026-01-{year - 1999:02}",
        )
        for year in range(2000, 2025)
    )
    return searcher_of((*ARTICLES, *odd, *years))


@pytest.fixture(scope="session")
def browser(searcher: Searcher) -> Browser:
    return Browser(application(searcher))


@pytest.fixture(scope="session", params=ODD_IDS)
def odd_id(request: pytest.FixtureRequest) -> str:
    odd: str = request.param
    return odd
