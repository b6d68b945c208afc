"""Boxes of mail: each message is an article with a number that stays."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from index.loaders import Loaded, Skipped, load
from index.update.build import build
from tests.loaders.letters import boxed, letter
from tests.loaders.samples import articles


def test_a_box_holds_a_message_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(boxed(*(letter(f"Text {number}.").as_bytes() for number in range(3))))

    read = [
        (one.number, one.locator, one.text) for one in articles(path) if isinstance(one, Loaded)
    ]

    assert [(1, "", "Text 0."), (2, "#2", "Text 1."), (3, "#3", "Text 2.")] == read


def test_a_message_keeps_its_number_whatever_is_attached_before_it(tmp_path: Path) -> None:
    first = letter()
    first.add_attachment(b"Attached.", "text", "plain", filename="a.txt")
    path = tmp_path / "a.mbox"
    path.write_bytes(boxed(first.as_bytes(), letter().as_bytes()))

    assert ["", "/a.txt", "#2"] == [
        one.locator for one in articles(path) if isinstance(one, Loaded)
    ]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("From Geneva they flew on.", id="no header after it"),
        pytest.param(">From now on: quoted", id="quoted"),
    ],
)
def test_a_line_of_the_text_begins_no_message(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(boxed(f"Subject: A call\n\nThey spoke.\n\n{line}\nThen they ate.".encode()))

    (article,) = articles(path)

    assert isinstance(article, Loaded)
    assert f"They spoke.\n\n{line.removeprefix('>')}\nThen they ate." == article.text


def test_a_message_without_headers_is_one(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(boxed(b"\nText one.", b"\nText two."))

    assert ["Text one.", "Text two."] == [
        one.text for one in articles(path) if isinstance(one, Loaded)
    ]


def test_a_message_that_is_too_large_is_skipped_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.loaders.mail.largest", lambda: 5000)
    path = tmp_path / "a.mbox"
    path.write_bytes(
        boxed(letter().as_bytes(), letter("word " * 2000).as_bytes(), letter().as_bytes())
    )

    assert [Loaded, Skipped, Loaded] == [type(one) for one in articles(path)]


def test_a_thousand_messages_are_a_thousand_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.update.parallel.FEW_ARTICLES", 1000)  # workers start for longer
    (tmp_path / "in").mkdir()
    messages = (
        letter(f"They spoke {number} times.", Message_ID=f"<{number}@x>").as_bytes()
        for number in range(1000)
    )
    (tmp_path / "in/a.mbox").write_bytes(boxed(*messages))

    summary = build(tmp_path / "index", [tmp_path / "in"])

    assert (1000, []) == (summary.indexed, summary.skipped)


def test_a_large_box_is_gone_over_quickly(tmp_path: Path) -> None:
    """Looking for the next message must not look at the last one again."""
    path = tmp_path / "a.mbox"
    path.write_bytes(boxed(b"Subject: a\n\n" + b"From here\n\n" * 200_000))
    started = time.process_time()

    list(load(path))

    assert time.process_time() - started < 5
