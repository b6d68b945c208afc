"""What every store promises: what is written, replaced and deleted, and when it is seen."""

from __future__ import annotations

from pathlib import Path

from index.embedded.engine import EmbeddedEngine
from search.engine.port import Found, Ranked, Request, Store
from tests.engines.four import ARCHIVE, found
from tests.engines.plain import article, word


def test_the_last_of_two_articles_with_one_id_stays(engine: Store) -> None:
    engine.write([article("a", "one"), article("a", "two")])
    engine.commit()

    assert (set(), {"a"}) == (found(engine, word("one")), found(engine, word("two")))
    assert 4 == engine.statistics().articles


def test_nothing_is_seen_before_it_is_committed(engine: Store) -> None:
    engine.write([article("e", "zebra")])
    before = found(engine, word("zebra"))
    engine.commit()

    assert (set(), {"e"}) == (before, found(engine, word("zebra")))


def test_each_commit_has_a_name_of_its_own(engine: Store) -> None:
    """Answers may be kept as long as it is the same."""
    before = engine.revision()
    same = engine.revision()
    engine.write([article("e", "New")])
    waiting = engine.revision()
    engine.commit()

    assert (before, before) == (same, waiting)
    assert before != engine.revision()


def test_a_deleted_article_is_gone_and_counts_no_more(engine: Store) -> None:
    engine.delete(["a", "not there"])
    engine.commit()

    assert {"c"} == found(engine, word("gaza"))
    assert {"x:gaza": 1, "x:putin": 0} == engine.frequencies(["x:gaza", "x:putin"])
    assert 3 == engine.statistics().articles
    assert [] == engine.get(["a"])


def test_an_article_comes_back_as_it_was_written(engine: Store) -> None:
    assert [ARCHIVE[2][0], ARCHIVE[0][0]] == engine.get(["c", "missing", "a"])
    titles = {article.article_id: article.title for article in (ARCHIVE[2][0], ARCHIVE[0][0])}
    assert [*titles.items()] == [*engine.titles(["c", "missing", "a"]).items()]


def test_words_come_in_order_with_their_frequencies(engine: Store) -> None:
    assert [("x:call", 2), ("x:called", 2), ("x:calls", 1)] == list(engine.words("x:call"))


def test_the_average_length_counts_words(engine: Store) -> None:
    assert (7 + 3 + 9 + 5) / 4 == engine.statistics().average_length


def test_scores_do_not_depend_on_how_often_one_commits(tmp_path: Path) -> None:
    """Statistics are of the whole index, not of a segment."""
    once, often = (EmbeddedEngine(tmp_path / name, create=True) for name in ("once", "often"))
    once.write(ARCHIVE)
    once.commit()
    for one in ARCHIVE:
        often.write([one])
        often.commit()
    request = Request(clauses=(word("gaza"), word("call")), match="any")

    def rounded(found: Found) -> list[Ranked]:
        return [Ranked(hit.article_id, round(hit.score, 12)) for hit in found.hits]

    assert rounded(once.search(request)) == rounded(often.search(request))
