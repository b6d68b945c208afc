"""What the server writes down, and what it never does."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, Any

import pytest

from tests.web.test_load import Client
from web.gateway import Gateway
from web.log import OTHER_PAGE, JsonLines, Kept, page_of
from web.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def site(_environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
    start("200 OK", [])
    return []


def written(kept: Kept, path: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    asyncio.run(Client(path).ask(Gateway(site, Settings(log=kept))))
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_request_is_not_written_down(capsys: pytest.CaptureFixture[str]) -> None:
    assert [] == written("errors", "/article/one.txt", capsys)


def test_of_a_request_only_the_page_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    [line] = written("requests", "/article/one.txt", capsys)

    assert ("request", "/article", 200) == (line["event"], line["page"], line["status"])
    assert not [fact for fact in line.values() if fact in {"q=secret", "/article/one.txt"}]


def test_what_was_asked_is_told_to_who_wants_it(capsys: pytest.CaptureFixture[str]) -> None:
    [line] = written("queries", "/article/one.txt", capsys)

    assert ("/article/one.txt", "q=secret") == (line["path"], line["query"])


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/", "/"),
        ("/search", "/search"),
        ("/article/2016/secret.txt", "/article"),
        ("/api/v1/articles/secret", "/api/v1/articles"),
        ("/api/v1/articles/secret/similar", "/api/v1/articles"),
        ("/map/leader", "/map"),
        ("/facet/leader", "/facet"),
        ("/secret/of/a/reader", OTHER_PAGE),
        ("/search/secret", OTHER_PAGE),
        ("/api/v1/searches", OTHER_PAGE),
        ("/export.jsonl", "/export.jsonl"),
    ],
)
def test_a_page_names_no_article(path: str, page: str) -> None:
    assert page == page_of(path)


def test_the_server_below_says_what_it_says_as_a_line() -> None:
    """And of an error no more than its kind and its place: its message may repeat a query."""
    try:
        raise ValueError("secret words")  # noqa: TRY301
    except ValueError as error:
        told = (type(error), error, error.__traceback__)
    record = logging.LogRecord("_granian", logging.ERROR, "", 0, "It failed\nsecret", None, told)

    line = json.loads(JsonLines().format(record))

    assert ("error", "It failed", "ValueError") == (line["level"], line["event"], line["error"])
    assert "secret" not in json.dumps(line)
