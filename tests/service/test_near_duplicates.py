"""Which hits of a page tell the same text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.model.articles import Article
from search.model.response import Hit
from search.service.near_duplicates import grouped

WORDS = [f"word{number}" for number in range(200)]
DISPATCH = Article(
    article_id="first", title="They spoke", text=" ".join(WORDS), published="2016-10-23"
)
LINKS = "Read also: weather"


def hit(article: Article) -> Hit:
    return Hit(
        article=article,
        direction="ltr",
        title_marks=(),
        passages=(),
        leaders=(),
        countries=(),
        score=1.0,
    )


def ids(*articles: Article) -> list[list[str]]:
    """The ids of each group."""
    return [
        [one.article.article_id for one in (group.first, *group.others)]
        for group in grouped(list(map(hit, articles)))
    ]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(DISPATCH, id="a copy"),
        pytest.param(replace(DISPATCH, title="A call"), id="under another title"),
        pytest.param(replace(DISPATCH, text=DISPATCH.text.upper()), id="in capitals"),
        pytest.param(
            replace(DISPATCH, text=" ".join([*WORDS[:90], "corrected", *WORDS[91:]])),
            id="a word corrected",
        ),
        pytest.param(replace(DISPATCH, text=" ".join(WORDS[:190])), id="a little shorter"),
        pytest.param(replace(DISPATCH, published=None), id="without a date"),
        pytest.param(
            replace(
                DISPATCH,
                text=f"{DISPATCH.text} {LINKS * 9}",
                boilerplate=((len(DISPATCH.text), 2000),),
            ),
            id="with links beside it",
        ),
    ],
)
def test_hits_that_tell_the_same_stand_together(other: Article) -> None:
    assert [["first", "second"]] == ids(DISPATCH, replace(other, article_id="second"))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(DISPATCH, text=" ".join(WORDS[:150])), id="a quarter is missing"),
        pytest.param(replace(DISPATCH, text=" ".join([*WORDS, *WORDS[::-1]])), id="told on"),
        pytest.param(
            replace(DISPATCH, text=f"{DISPATCH.text} {DISPATCH.text}"), id="of twice the length"
        ),
        pytest.param(
            replace(DISPATCH, text=" ".join(WORDS[::-1])), id="the same words in another order"
        ),
        pytest.param(replace(DISPATCH, published="2017"), id="said again a year later"),
    ],
)
def test_hits_that_tell_something_else_stand_alone(other: Article) -> None:
    assert [["first"], ["second"]] == ids(DISPATCH, replace(other, article_id="second"))


def test_short_texts_are_told_apart_by_their_titles() -> None:
    """A line that many articles share says little."""
    one = Article(article_id="1", title="Call with Paris", text="No details.")

    assert [["1"], ["2"]] == ids(one, replace(one, article_id="2", title="Call with Rome"))


def test_the_first_keeps_its_place_and_the_others_their_order() -> None:
    other = Article(article_id="other", title="Another", text="Text of its own.")
    copies = [replace(DISPATCH, article_id=name) for name in ("a", "b", "c")]

    assert [["a", "b", "c"], ["other"]] == ids(copies[0], other, *copies[1:])


@given(
    st.lists(
        st.builds(Article, article_id=st.uuids().map(str), title=st.text(), text=st.text()),
        max_size=6,
    )
)
def test_every_hit_is_somewhere(articles: list[Article]) -> None:
    """Nothing that was counted is lost."""
    assert sorted(article.article_id for article in articles) == sorted(
        one for group in ids(*articles) for one in group
    )


@given(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=60), st.data())
def test_only_runs_decide(words: list[str], data: st.DataObject) -> None:
    """Words that tell two texts apart at once only spare the comparing of their runs."""
    place = data.draw(st.integers(0, len(words)))
    changed = [
        *words[:place],
        *data.draw(st.lists(st.sampled_from("abcxyz"), max_size=4)),
        *words[place:],
    ]
    one, other = (
        Article(article_id=name, title="", text=" ".join(told))
        for name, told in zip("12", (words, changed), strict=True)
    )

    runs, others = (
        frozenset(zip(*(told[at:] for at in range(min(3, len(told)))), strict=False))
        for told in (words, changed)
    )
    shorter, longer = sorted(len(f" {article.text}") for article in (one, other))
    is_same = shorter >= 0.9 * longer and len(runs & others) >= 0.9 * len(runs | others)

    assert ([["1", "2"]] if is_same else [["1"], ["2"]]) == ids(one, other)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        pytest.param(slice(0, 0), [["first", "second"]], id="a copy"),
        pytest.param(slice(0, 2000), [["first"], ["second"]], id="another beginning"),
        pytest.param(slice(18_000, 20_000), [["first"], ["second"]], id="another end"),
    ],
)
def test_of_a_long_text_both_ends_are_compared(changed: slice, expected: list[list[str]]) -> None:
    """All of it would take seconds: a book has a million letters, and a page ten of them."""
    words = [f"word{number}" for number in range(20_000)]
    others = words.copy()
    others[changed] = (f"other{word}"[:9] for word in words[changed])

    long = replace(DISPATCH, text=" ".join(words))
    second = replace(DISPATCH, article_id="second", text=" ".join(others))

    assert expected == ids(long, second)
