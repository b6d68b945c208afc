"""Addresses: what is meant as an index of a cluster is one, or is refused with what is expected."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import web.cli  # noqa: F401 - adds `serve` to the commands
from index.address import USER, Address, is_address, read_address
from index.cli import app
from index.settings import INDEX_VARIABLE, index_place
from search.errors import IndexStateError


def test_an_address_says_how_an_index_is_laid_out() -> None:
    written = "opensearch+https://one:9200,two/news?shards=6&replicas=2&ranking=exact"

    found = read_address(written)

    assert (
        Address(
            scheme="opensearch+https",
            hosts=("one:9200", "two:9200"),
            name="news",
            shards=6,
            replicas=2,
            ranking="exact",
        )
        == found
    )
    assert ["https://one:9200", "https://two:9200"] == found.urls
    assert "opensearch+https://one:9200,two:9200/news" == str(found)


@pytest.mark.parametrize(
    "written",
    [
        "opensearch://host:9200",
        "opensearch://host:9200/",
        "opensearch:///news",
        "opensearch://host:many/news",
        "opensearch://host:99999/news",
        "opensearch://host:9200/News",
        "opensearch://host:9200/_all",
        "opensearch://host:9200/a/b",
        "opensearch://host:9200/news?shards=0",
        "opensearch://host:9200/news?shards=many",
        "opensearch://host:9200/news?ranking=best",
        "opensearch://host:9200/news?sharts=3",
        "opensearch://host:9200/news#part",
        "opensearch://[::1/news",
    ],
    ids=str,
)
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(IndexStateError, match="expected opensearch://HOST:PORT/NAME"):
        read_address(written)


def test_a_password_is_refused_and_not_repeated() -> None:
    """An address stands in lists of processes, in the history of a shell, in logs."""
    with pytest.raises(IndexStateError) as refused:
        read_address("opensearch://me:geheim@host:9200/news")

    assert "geheim" not in str(refused.value)
    assert USER in str(refused.value)


@pytest.mark.parametrize("folder", ["var/index", "opensearch:/x", "opensearch", "https://x/y"])
def test_a_folder_is_no_address(folder: str) -> None:
    assert not is_address(folder)


def test_the_environment_may_name_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(INDEX_VARIABLE, "opensearch://host:9200/news")

    assert read_address("opensearch://host/news") == index_place()


@pytest.mark.parametrize("command", ["index", "search", "serve", "stats", "verify", "tags", "show"])
def test_every_command_refuses_what_is_no_address(command: str, tmp_path: Path) -> None:
    words = {"search": ["putin"], "show": ["a"]}.get(command, [])

    done = CliRunner().invoke(app, [command, *words, "--index", f"opensearch://{tmp_path.name}"])

    assert 2 == done.exit_code
    assert "is no address of an index" in done.output


def test_a_cluster_that_does_not_answer_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("index.opensearch.client.FIRST_PAUSE", 0.0)

    done = CliRunner().invoke(app, ["search", "x", "--index", "opensearch://127.0.0.1:1/news"])

    assert 2 == done.exit_code
    assert done.output.startswith("readout: 'opensearch://127.0.0.1:1/news': it does not answer")
    assert 1 == len(done.output.splitlines())
