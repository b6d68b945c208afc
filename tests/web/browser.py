"""A browser for tests: asks an application as a server would, held to the letter of WSGI."""

from __future__ import annotations

import json
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote_to_bytes
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever JSON can say
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Browser:
    """Asks one application."""

    application: WSGIApplication

    def get(
        self,
        url: str,
        *,
        method: str = "GET",
        host: str | None = "127.0.0.1:8080",
        encoded: bool = True,
        **headers: str,
    ) -> Reply:
        """What comes back.

        Browsers encode an address, other programs send its bytes as they are.
        """
        path, _, query = url.partition("?")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
            "QUERY_STRING": quote(query, safe="%&=+")
            if encoded
            else query.encode(errors="surrogateescape").decode("latin-1"),
            "HTTP_HOST": host,
            "wsgi.errors": _Log(),
            "wsgi.input": BytesIO(b""),
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }
        setup_testing_defaults(environ)
        if host is None:
            del environ["HTTP_HOST"]
        return self._answered(environ)

    def _answered(self, environ: dict[str, Any]) -> Reply:
        started: list[tuple[str, dict[str, str]]] = []

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:  # noqa: ANN401, ARG001
            started.append((status, dict(headers)))
            return _nothing

        chunks = validator(self.application)(environ, start)
        body = b"".join(chunks)
        chunks.close()  # type: ignore[attr-defined]  # the validator's own iterator
        [(status, headers)] = started
        return Reply(int(status[:3]), headers, body)


class _Log:
    """Where a server's errors go; tests need none of it."""

    def write(self, text: str) -> None: ...
    def flush(self) -> None: ...
    def writelines(self, lines: list[str]) -> None: ...


def _nothing(_written: bytes) -> None: ...
