"""The heat map counts what the search finds."""

from __future__ import annotations

import pytest

from search.model.articles import Article
from search.model.response import Search
from search.service.heatmap import LEVELS, MOST_ROWS, HeatmapRow, heatmap
from search.service.searcher import Searcher
from tests.archive import searcher_of

CALLS = (
    ("2016", ("vladimir-putin", "benjamin-netanyahu"), ("ru", "il")),
    ("2016-10", ("vladimir-putin", "barack-obama"), ("ru", "us")),
    ("2023-12-10", ("vladimir-putin", "benjamin-netanyahu"), ("ru", "il", "ir")),
    (None, ("vladimir-putin",), ("ru",)),
)


def counts(line: HeatmapRow) -> list[int]:
    """Of 2016, of 2023, and without a date."""
    by_year = {cell.year: cell.count for cell in line.cells}
    assert not by_year.get("2017..2022")
    return [by_year[year] for year in ("2016", "2023", "unknown") if year in by_year]


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return searcher_of(
        [
            Article(
                article_id=str(n),
                title=f"Call {n}",
                text="A call.",
                published=day,
                leaders=who,
                countries=where,
            )
            for n, (day, who, where) in enumerate(CALLS)
        ]
    )


def test_each_cell_counts_the_articles_of_a_leader_and_a_year(searcher: Searcher) -> None:
    """From the newest year on; years without any are one, and what has no date comes last."""
    found = heatmap(searcher, Search(query="call"), "leader")

    assert ("2023", "2017..2022", "2016", "unknown") == found.years
    assert {
        "vladimir-putin": [2, 1, 1],
        "benjamin-netanyahu": [1, 1, 0],
        "barack-obama": [1, 0, 0],
    } == {line.value.value: counts(line) for line in found.lines}


def test_the_fullest_leader_comes_first(searcher: Searcher) -> None:
    assert ["vladimir-putin", "benjamin-netanyahu", "barack-obama"] == [
        line.value.value for line in heatmap(searcher, Search(), "leader").lines
    ]


def test_filters_hold_and_chosen_years_do_not(searcher: Searcher) -> None:
    """The map is where years are chosen."""
    found = heatmap(
        searcher, Search(filters={"leader": ("Netanyahu",), "year": ("2023",)}), "country"
    )

    assert {"ru": [1, 1], "il": [1, 1], "ir": [0, 1]} == {
        line.value.value: counts(line) for line in found.lines
    }


def test_a_cell_is_as_dark_as_it_is_full(searcher: Searcher) -> None:
    """One article can be seen, none is empty."""
    [line] = [
        one
        for one in heatmap(searcher, Search(), "leader").lines
        if one.value.value == "vladimir-putin"
    ]
    [other] = [
        one
        for one in heatmap(searcher, Search(), "leader").lines
        if one.value.value == "barack-obama"
    ]

    assert [5, 0, LEVELS, 5] == [cell.level for cell in line.cells]
    assert [0, 0, 5, 0] == [cell.level for cell in other.cells]


def test_the_map_says_how_many_it_leaves_out() -> None:
    ids = tuple(f"x-{number}" for number in range(MOST_ROWS + 4))
    found = heatmap(
        searcher_of([Article(article_id="1", title="One", text="One.", leaders=ids)]),
        Search(),
        "leader",
    )

    assert (MOST_ROWS, 4) == (len(found.lines), found.omitted)


def test_nothing_found_is_an_empty_map(searcher: Searcher) -> None:
    assert ((), ()) == (heatmap(searcher, Search(query="zebra"), "leader").years, ())
