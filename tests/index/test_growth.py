"""Growth: a text twice as long takes about twice the time, whatever it repeats and in whatever file it comes.

One pattern that goes over a text from each of its letters lets one file stop a run for hours.
"""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

import pytest

from index.compose import compose
from index.loaders import Loaded, load
from index.update.parallel import analysed
from search.entities.gazetteer import gazetteer
from search.errors import SourceError
from search.model.articles import Article
from tests.index.archive import ENGLISH, Archive

LENGTH: Final = 10_000  # characters, and then twice as many
GROWTH: Final = 2.5  # twice the time, and some noise
# Seconds: where both take less, nothing can be told. A fifth of a nanosecond for each pair of
# characters takes longer, and an expression looks at no character as fast as that.
NOISE: Final = 0.04

# others are read by their loaders
KINDS: Final = (".csv", ".eml", ".html", ".json", ".jsonl", ".md", ".mhtml", ".txt")

# What texts are made of that patterns go over more than once: runs, and beginnings without an end.
REPEATED: Final[Mapping[str, str]] = {
    "letters": "a",
    "capitals": "A",
    "letters and full stops": "a.",
    "full stops": ".",
    "exclamations": "a!",
    "initials": "A. ",
    "apostrophes": "a'",
    "quotes": 'a"',
    "gershayim": 'א"',
    "hyphens": "a-",
    "digits": "1",
    "thousands": "1,234,",
    "slashes": "1/",
    "spaces": " \u00a0",
    "line ends": "\r\n",
    "lines": "a\n",
    "places": "Paris-",
    "days": "23.10.2016 ",
    "months": "May 3, ",
    "labels": "published: ",
    "handles": "- (@a ",
    "firsts": "call first ",
    "spoilt letters": "aºã",
    "combining dots": "i\u0307",
    "opening brackets": "[",
    "images": "![",
    "links": "[a](",
    "backticks": "`",
    "backticks of all lengths": "`a``b```",
    "asterisks": "*a **b",
    "quotations": "> ",
    "lists": "- ",
    "comments": "</p><!--",
    "CDATA": "</p><![CDATA[",
    "tags": "<div>a",
    "headings": "<h1>a",
    "items": "<li>a 1",
    "marked days": '<span class="date">1 ',
    "quotations of quotations": "<blockquote>a",
    "attributes": '<a b="',
    "entities": "&#1",
    "bars": "|a",
    "braces": "{",
}


def written(extension: str, text: str) -> str:
    """A file of a kind with this text."""
    if extension in {".json", ".jsonl"}:
        return json.dumps(
            {"title": "A call", "text": text, "date": text, "url": text, "lang": text}
        )
    if extension == ".csv":
        return 'title,text\nA call,"' + text.replace('"', '""') + '"\n'
    page = f"<html><body><article><p>{ENGLISH}</p><p>{text}</p></article></body></html>"
    if extension in {".eml", ".mhtml"}:
        return f"Subject: A call\nContent-Type: text/html; charset=utf-8\n\n{page}"
    return page if extension == ".html" else text


def seconds(work: Callable[[], object]) -> float:
    gc.disable()  # it comes when it likes
    try:
        started = time.process_time()
        work()
        return time.process_time() - started
    finally:
        gc.enable()


def read(path: Path) -> list[Article]:
    """The articles of a file; none if it is refused, which is as good as read."""
    try:
        loaded = [one for one in load(path) if isinstance(one, Loaded)]
    except SourceError:
        return []
    return [compose(one, article_id="a", path="a", gazetteer=gazetteer()) for one in loaded]


@lru_cache(maxsize=64)
def seconds_of_analysis(article: Article, attempt: int) -> float:  # noqa: ARG001 - each counts anew
    """What an article takes behind its loader: the same from whatever file it comes."""
    return seconds(lambda: analysed(article))


def seconds_on_its_way(path: Path, attempt: int) -> float:
    """All that a text takes on its way into the index."""
    articles: list[Article] = []
    reading = seconds(lambda: articles.extend(read(path)))
    return reading + sum(seconds_of_analysis(article, attempt) for article in articles)


def grows_evenly(work: Callable[[int, int], float]) -> bool:
    """Whether twice the size takes at most 2.5 times as long, in the best of five tries.

    `work` takes a length and the number of the try, and gives seconds.
    """
    for attempt in range(5):
        twice = work(2 * LENGTH, attempt)
        if twice < NOISE or twice <= GROWTH * work(LENGTH, attempt):
            return True
    return False


@pytest.mark.parametrize("extension", KINDS)  # side by side, for most hold the same article
@pytest.mark.parametrize("repeated", REPEATED.values(), ids=REPEATED.keys())
def test_a_text_twice_as_long_takes_twice_the_time(
    tmp_path: Path, extension: str, repeated: str
) -> None:
    path = tmp_path / f"a{extension}"

    def work(length: int, attempt: int) -> float:
        text = (repeated * (length // len(repeated) + 1))[:length]
        path.write_text(written(extension, text), encoding="utf-8", newline="")
        return seconds_on_its_way(path, attempt)

    assert grows_evenly(work)


# Sentences of which each is looked at beside what the others say.
TOLD: Final[Mapping[str, Callable[[int], str]]] = {
    "one meeting": lambda _: "Putin met Netanyahu in Geneva on 5 March 2016. ",
    "many days": lambda at: f"Putin met Netanyahu on {at % 28 + 1} March {1900 + at // 28 % 125}. ",
    "statements": lambda at: f"Biden spoke with Zelensky by phone, aide {at} said. ",
    "names": lambda at: f"Putin, Merkel, Macron and Xi are in Paris, no. {at}. ",
    "weak names": lambda at: f"Johnson, Brown and Boris Johnson met May {at}. ",
    "Hebrew": lambda at: f"נתניהו שוחח עם פוטין ביום {at % 28 + 1} במרץ. ",
    "questions": lambda at: f"Did Putin meet Netanyahu in {1900 + at % 125}? ",
}


@pytest.mark.parametrize("told", TOLD.values(), ids=TOLD.keys())
def test_twice_as_many_sentences_take_twice_the_time(told: Callable[[int], str]) -> None:
    def work(length: int, _: int) -> float:
        text = "".join(told(at) for at in range(length // 10))
        loaded = Loaded(number=1, text=text)
        return seconds(
            lambda: analysed(compose(loaded, article_id="a", path="a", gazetteer=gazetteer()))
        )

    assert grows_evenly(work)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(lambda size: "\n".join(f"k{n}: v" for n in range(size)), id="keys"),
        pytest.param(lambda size: "a: " + "[" * size, id="lists"),
        pytest.param(lambda size: "a: " + "[" * (size // 4), id="lists that are short enough"),
        pytest.param(lambda size: "a: &a [" + "*a, " * size, id="aliases"),
    ],
)
def test_front_matter_of_any_length_is_read_or_left_with_a_note(
    tmp_path: Path, head: Callable[[int], str]
) -> None:
    """It is metadata, and the text is what counts."""
    path = tmp_path / "a.md"
    path.write_text(f"---\n{head(200_000)}\n---\n\n{ENGLISH}\n", encoding="utf-8")

    spent = seconds_on_its_way(path, attempt=0)
    (article,) = load(path)

    assert isinstance(article, Loaded)
    assert (ENGLISH, True) == (
        article.text,
        article.notes[0].startswith("front matter can't be read"),
    )
    assert 2 > spent


def test_a_side_file_that_would_take_minutes_is_left_with_a_note(archive: Archive) -> None:
    """Keys within keys are gone over from the first for each of them."""
    archive.write("a.txt", ENGLISH)
    archive.write("a.meta.toml", "a." * 100_000 + "b = 1\n")

    summary = archive.build()

    assert 1 == summary["indexed"]
    assert "a.meta.toml can't be read: longer than" in summary["notes"][0]["note"]
