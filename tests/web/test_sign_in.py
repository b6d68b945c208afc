"""A private archive is seen by those who may, and by nobody else."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import web.cli  # noqa: F401 - adds `serve` to the commands
from index.options import app
from search.service.searcher import Searcher
from tests.web.browser import Browser
from tests.web.test_guard import EVERYWHERE
from web.app import HEADERS, application
from web.settings import Settings
from web.sign_in import SHORTEST_TOKEN, SignIn

TOKEN = "a-token-of-some-length"  # noqa: S105 - of no archive
OF_THE_ARCHIVE = (
    *(url for url in EVERYWHERE if url != "/healthz"),
    "/search.atom",
    "/opensearch.xml",
    "/api/v1/openapi.json",
)
OF_ARTICLES = ("/api/v1/articles/ro.txt", "/api/v1/articles/ro.txt/similar", "/api/v1/articles/no")


def basic(password: str, user: str = "") -> str:
    return f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}"


@pytest.fixture(scope="module")
def private(searcher: Searcher) -> Browser:
    return Browser(application(searcher, Settings(sign_in=SignIn(token=TOKEN))))


@pytest.fixture(scope="module")
def behind(searcher: Searcher) -> Browser:
    """Behind a proxy that asks who people are."""
    return Browser(application(searcher, Settings(sign_in=SignIn(user_header="Remote-User"))))


@pytest.mark.parametrize("url", [*OF_THE_ARCHIVE, *OF_ARTICLES])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_without_the_token_nothing_is_seen(private: Browser, url: str, method: str) -> None:
    """What is not there is refused like what is: else ids could be guessed."""
    reply = private.get(url, method=method)

    assert 401 == reply.status
    assert reply.headers["Www-Authenticate"].startswith("Basic ")
    assert HEADERS == {name: reply.headers[name] for name in HEADERS}
    assert "Etag" not in reply.headers
    assert not {"Putin", "Netanyahu", "ro.txt"} & set(reply.text.replace('"', " ").split())


def test_what_is_refused_tells_one_address_from_another_by_nothing(private: Browser) -> None:
    there, nowhere = private.get("/article/ro.txt"), private.get("/article/nowhere")

    assert there.text == nowhere.text


@pytest.mark.parametrize("url", OF_THE_ARCHIVE)
@pytest.mark.parametrize(
    "said",
    [f"Bearer {TOKEN}", f"bearer  {TOKEN} ", basic(TOKEN), basic(TOKEN, "anybody")],
    ids=["a program", "another program", "a browser", "a browser with a name"],
)
def test_with_it_all_is_as_ever(browser: Browser, private: Browser, url: str, said: str) -> None:
    assert browser.get(url).status == private.get(url, authorization=said).status


@pytest.mark.parametrize(
    "said",
    [
        "",
        TOKEN,
        f"Bearer {TOKEN[:-1]}",
        f"Bearer {TOKEN}x",
        "Bearer",
        "Bearer ",
        basic(""),
        basic(TOKEN[1:]),
        f"Basic {b64encode(TOKEN.encode()).decode()}",
        "Basic ?",
        "Basic \xff\xfe",
        f"Bearer {TOKEN}\xff",
        f"Digest {TOKEN}",
    ],
)
def test_anything_else_is_refused(private: Browser, said: str) -> None:
    assert 401 == private.get("/", authorization=said).status


def test_a_program_is_told_in_its_own_way(private: Browser) -> None:
    assert "unauthorized" == private.get("/api/v1/search?q=Putin").json["error"]["code"]


def test_that_it_is_well_is_for_everybody_and_no_more(private: Browser) -> None:
    known = private.get("/healthz", authorization=f"Bearer {TOKEN}")

    assert {"status": "ok"} == private.get("/healthz").json
    assert {"status", "articles"} == set(known.json)


def test_another_name_is_refused_before_anybody_is_asked(private: Browser) -> None:
    assert 400 == private.get("/", host="evil.example", authorization=f"Bearer {TOKEN}").status


@pytest.mark.parametrize("url", OF_THE_ARCHIVE)
def test_a_proxy_tells_whom_it_let_in(browser: Browser, behind: Browser, url: str) -> None:
    assert browser.get(url).status == behind.get(url, remote_user="ana").status
    assert [401, 401] == [behind.get(url).status, behind.get(url, remote_user=" ").status]


def test_by_default_nobody_is_asked() -> None:
    assert SignIn().admits({})
    assert not SignIn(token=TOKEN).admits({})
    assert not SignIn(user_header="X-User").admits({"HTTP_AUTHORIZATION": "Bearer "})


def test_who_tries_is_written_down_without_what_they_tried(
    private: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    private.get("/search?q=secret", authorization="Bearer guess")
    [line] = map(json.loads, capsys.readouterr().err.splitlines())

    assert ("warning", "not signed in") == (line["level"], line["event"])
    assert not {"secret", "guess"} & set(json.dumps(line).replace('"', " ").split())


# The command


def serve(*words: str | Path) -> Result:
    """What it says; none of these serves, for there is no index."""
    return CliRunner().invoke(app, ["serve", *map(str, words)])


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "archive.example"])  # noqa: S104
def test_others_are_let_in_only_where_that_is_meant(host: str, tmp_path: Path) -> None:
    refused = serve("--index", tmp_path, "--host", host)

    assert 2 == refused.exit_code
    assert "could read the whole archive" in refused.stderr
    assert "READOUT_TOKEN" in refused.stderr


@pytest.mark.parametrize(
    "meant",
    [
        ("--host", "127.0.0.1"),
        ("--host", "localhost"),
        ("--host", "::1"),
        ("--host", "192.0.2.7", "--public", "https://news.example"),
        ("--host", "192.0.2.7", "--token-file", "token"),
    ],
)
def test_these_are_meant(meant: tuple[str, ...], tmp_path: Path) -> None:
    """They go on, and find no index."""
    (tmp_path / "token").write_text(f"{TOKEN}\n", encoding="utf-8")
    words = [str(tmp_path / word) if word == "token" else word for word in meant]

    refused = serve("--index", tmp_path / "none", *words)

    assert (2, True) == (refused.exit_code, "no index in" in refused.stderr)


def test_a_header_alone_protects_no_port_that_others_reach(tmp_path: Path) -> None:
    """Whoever reaches it can write the header too."""
    refused = serve("--index", tmp_path, "--host", "0.0.0.0", "--user-header", "X-User")  # noqa: S104

    assert "could read the whole archive" in refused.stderr


def test_a_header_that_readers_may_write_themselves_is_refused(tmp_path: Path) -> None:
    """A proxy takes X_User away from what it passes on, and leaves X-User, which is the same."""
    refused = serve("--index", tmp_path, "--user-header", "X_User")

    assert (2, True) == (refused.exit_code, "'X_User'" in refused.stderr)


@pytest.mark.parametrize("token", ["", "x" * (SHORTEST_TOKEN - 1), f"  {'x' * 10}\n"])
def test_a_token_that_can_be_guessed_is_refused(token: str, tmp_path: Path) -> None:
    (tmp_path / "token").write_text(token, encoding="utf-8")

    refused = serve("--index", tmp_path, "--token-file", tmp_path / "token")

    assert (2, True) == (refused.exit_code, "openssl rand -hex 16" in refused.stderr)


@pytest.mark.parametrize("token", [b"\xff" * 30, "parolă de mai multe litere".encode()])
def test_a_token_that_no_header_can_hold_is_refused(token: bytes, tmp_path: Path) -> None:
    (tmp_path / "token").write_bytes(token)

    refused = serve("--index", tmp_path, "--token-file", tmp_path / "token")

    assert (2, True) == (refused.exit_code, "plain ASCII" in refused.stderr)


@pytest.mark.parametrize(("name", "reason"), [("none", "does not exist"), (".", "is a directory")])
def test_a_token_that_cannot_be_read_is_said(tmp_path: Path, name: str, reason: str) -> None:
    """With the option that it was given by, not with a number of the system's."""
    refused = serve("--index", tmp_path, "--token-file", tmp_path / name)

    assert 2 == refused.exit_code
    said = refused.stderr.splitlines()[-1]
    assert "'--token-file'" in said
    assert said.endswith(f"'{tmp_path / name}' {reason}.")
