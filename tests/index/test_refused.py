"""Refused: an article whose analysis does not end, or fails, costs itself and no run.

It is listed with its reason, what the index had of it stays, and it is not tried again before its
file, the rules or the limits change; so is a file that takes too long to read.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest

from index import compose
from index.loaders import Loaded, Part, plain_text
from index.update import parallel, rules
from index.update.parallel import Analysed
from search.model.articles import Article
from tests.index.archive import ENGLISH, Archive
from tests.index.test_file_limits import backtracking, for_ever, slow, swallowing, waiting

FAILED: Final = "analysing it ended with ZeroDivisionError"
TOO_SLOW: Final = "analysing it takes more than 1 seconds (READOUT_FILE_SECONDS)"
SLOW: Final = f"{ENGLISH} This one is slow."

_analysed, _all = parallel.analysed, parallel._all
needs_signals = pytest.mark.skipif(os.name == "nt", reason="no signals that tell the time")


def failing() -> None:
    raise ZeroDivisionError


def odd(how: Callable[[], None], article: Article) -> Analysed:
    """Analysis that has to do with an odd text first."""
    if "slow" in article.text:
        how()
    return _analysed(article)


def of_a_worker(how: Callable[[], None], articles: Iterable[Article]) -> list[Analysed | str]:
    parallel.analysed = partial(odd, how)
    return _all(articles)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second by the processor, and some by the clock."""
    monkeypatch.setenv("READOUT_FILE_SECONDS", "1")
    monkeypatch.setattr("index.loaders.time_limits.CLOCK", 4)


def skipped(summary: dict[str, Any]) -> list[tuple[str, int | None, str]]:
    return [(Path(one["path"]).name, one["number"], one["reason"]) for one in summary["skipped"]]


@needs_signals
@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("how", "reason", "where"),
    [
        (for_ever, TOO_SLOW, "here"),
        pytest.param(backtracking, TOO_SLOW, "here", marks=slow),
        pytest.param(swallowing, TOO_SLOW, "here", marks=slow),
        pytest.param(waiting, TOO_SLOW, "here", marks=slow),
        (failing, FAILED, "here"),
        pytest.param(for_ever, TOO_SLOW, "in workers", marks=slow),
        (failing, FAILED, "in workers"),
    ],
)
def test_an_article_that_is_never_analysed_costs_itself_alone(
    archive: Archive,
    monkeypatch: pytest.MonkeyPatch,
    how: Callable[[], None],
    reason: str,
    where: str,
) -> None:
    monkeypatch.setattr(parallel, "analysed", partial(odd, how))
    if where == "in workers":
        monkeypatch.setattr(parallel, "FEW_ARTICLES", 0)
        monkeypatch.setattr(parallel, "_CHUNK", 2)
        monkeypatch.setattr(parallel, "_all", partial(of_a_worker, how))
    for name, text in {"a": ENGLISH, "b": SLOW, "c": f"{ENGLISH} The last."}.items():
        archive.write(f"{name}.txt", text)

    summary = archive.build()

    assert ([("b.txt", 1, reason)], 2, 0) == (
        skipped(summary),
        summary["indexed"],
        summary["duplicates"],
    )
    assert ["a.txt", "c.txt"] == archive.ids()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read, as they are."""
    names: list[str] = []
    load = plain_text.load

    def noting(path: Path) -> Iterator[Part]:
        names.append(path.name)
        yield from load(path)

    monkeypatch.setattr(plain_text, "load", noting)
    return names


def test_a_version_that_is_never_analysed_leaves_the_one_before(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, read: list[str]
) -> None:
    """And takes its place as soon as it can be: the limit is raised, or the rules are others."""
    archive.write("a.txt", ENGLISH)
    archive.build()
    with monkeypatch.context() as patch:
        patch.setattr(parallel, "analysed", partial(odd, failing))
        archive.write("a.txt", SLOW)
        counts = [archive.counts(), archive.counts()]
    read.clear()

    assert [(0, 0, 0, 1), (0, 1, 0, 1)] == counts
    assert ENGLISH == archive.article("a.txt").text
    assert [(0, 1, 0, 1), []] == [archive.counts(), read]
    monkeypatch.setenv("READOUT_FILE_SECONDS", "61")
    assert [(1, 0, 0, 0), ["a.txt"]] == [archive.counts(), read]
    assert SLOW == archive.article("a.txt").text
    assert [(0, 1, 0, 0), ["a.txt"]] == [archive.counts(), read]


def test_what_could_not_be_analysed_is_read_again_by_other_rules(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.write("a.txt", SLOW)
    with monkeypatch.context() as patch:
        patch.setattr(parallel, "analysed", partial(odd, failing))
        assert (0, 0, 0, 1) == archive.counts()
    now = rules.fingerprints()
    monkeypatch.setattr("index.update.run.fingerprints", lambda: {**now, "tagging": "other"})

    assert (1, 0, 0, 0) == archive.counts()


def test_an_article_that_can_not_be_composed_costs_itself_alone(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Others of its file follow it, and what the index had of it stays."""
    lines = [f'{{"id": "{name}", "text": "{ENGLISH} {name}"}}' for name in "abc"]
    archive.write("a.jsonl", "\n".join(lines[:2]))
    archive.build()
    titled = compose._titled

    def failing_for_b(loaded: Loaded) -> object:
        if loaded.text.endswith("b"):
            failing()
        return titled(loaded)

    archive.write("a.jsonl", "\n".join(lines))
    monkeypatch.setattr(compose, "_titled", failing_for_b)
    summary = archive.build()

    assert [("a.jsonl", 2, "analysing it ended with ZeroDivisionError")] == skipped(summary)
    assert ["a", "b", "c"] == archive.ids()


def test_a_copy_of_what_is_refused_is_linked_to_what_is_there(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        archive.write(f"{name}.txt", ENGLISH)

    def failing_for_a(article: Article) -> Analysed:
        if article.article_id == "a.txt":
            failing()
        return _analysed(article)

    monkeypatch.setattr(parallel, "analysed", failing_for_a)
    archive.build()

    assert [None, "b.txt"] == [archive.article(f"{name}.txt").duplicate_of for name in "bc"]


def test_an_article_that_an_index_has_stays_where_it_is_analysed_anew(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the names change by which it is tagged."""
    archive.write("a.txt", SLOW)
    archive.build()
    now = rules.fingerprints()
    monkeypatch.setattr("index.update.run.fingerprints", lambda: {**now, "tagging": "other"})
    monkeypatch.setattr(parallel, "analysed", partial(odd, failing))

    assert 1 == archive.counts()[-1]
    assert ["a.txt"] == archive.ids()


# Files: a signal says that the time is over, of the processor or by the clock


def slow_file(how: Callable[[], None]) -> Callable[[Path], Iterator[Part]]:
    def loader(path: Path) -> Iterator[Part]:
        how()
        yield Loaded(number=1, text=path.read_text("utf-8"))

    return loader


@needs_signals
@pytest.mark.usefixtures("quick")
def test_a_file_that_takes_too_long_is_not_read_at_each_run(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, read: list[str]
) -> None:
    """It is said at each; what an earlier run found in it stays, and changes have it read again."""
    archive.write("a.txt", ENGLISH)
    archive.build()
    reason = "reading it takes more than 1 seconds (READOUT_FILE_SECONDS)"
    archive.write("a.txt", SLOW)
    with monkeypatch.context() as patch:
        patch.setattr(plain_text, "load", slow_file(partial(signal.raise_signal, signal.SIGPROF)))
        told = [skipped(archive.build()) for _ in range(2)]
    read.clear()
    told.append(skipped(archive.build()))

    assert [[("a.txt", None, reason)]] * 3 == told
    assert ([], ENGLISH) == (read, archive.article("a.txt").text)
    monkeypatch.setenv("READOUT_FILE_SECONDS", "2")
    assert [(1, 0, 0, 0), ["a.txt"]] == [archive.counts(), read]


@needs_signals
@pytest.mark.usefixtures("quick")
def test_a_file_that_nobody_answers_for_is_tried_at_each_run(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share that did not answer may do so now."""
    archive.write("a.txt", ENGLISH)
    with monkeypatch.context() as patch:
        patch.setattr(plain_text, "load", slow_file(partial(signal.raise_signal, signal.SIGALRM)))
        assert (0, 0, 0, 1) == archive.counts()

    assert (1, 0, 0, 0) == archive.counts()
