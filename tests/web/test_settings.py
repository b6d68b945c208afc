"""Which names are ours."""

from __future__ import annotations

import pytest

from web.settings import Settings, allowed_names

OURS = Settings(host="192.168.1.5", names=frozenset({"archive.example"}))


@pytest.mark.parametrize(
    "header",
    [
        "localhost",
        "localhost:8080",
        "LocalHost.",
        "127.0.0.1:9",
        "127.8.8.8",
        "[::1]:8080",
        "192.168.1.5:8080",
        "archive.example",
        "ARCHIVE.example:80",
    ],
)
def test_our_names_are_trusted(header: str) -> None:
    assert OURS.trusts(header)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "evil.example",
        "localhost.evil.example",
        "evil.example:localhost",
        "archive.example.evil.example",
        "192.168.1.6",
        "user@localhost",
        "localhost:8080:8080",
        "[::2]",
        "[evil.example]",
        "127.0.0.1 evil",
        "0x7f000001",
    ],
)
def test_other_names_are_not(header: str) -> None:
    """A page elsewhere can point such a name at this machine."""
    assert not OURS.trusts(header)


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104 - nothing is bound
def test_a_server_for_everybody_is_asked_by_any_address_but_not_by_any_name(host: str) -> None:
    """An address can't be pointed elsewhere."""
    settings = Settings(host=host)

    assert settings.trusts("10.0.0.7:8080")
    assert settings.trusts("[fe80::1]:8080")
    assert not settings.trusts("evil.example")


def test_names_are_allowed_by_the_environment() -> None:
    assert {"a.example", "b"} == allowed_names({"READOUT_HOSTS": "A.example, b,"})
    assert frozenset() == allowed_names({})


@pytest.mark.parametrize(
    ("host", "expected"), [("127.0.0.1", "http://127.0.0.1:8080"), ("::1", "http://[::1]:8080")]
)
def test_the_url_can_be_opened(host: str, expected: str) -> None:
    assert expected == Settings(host=host).url
