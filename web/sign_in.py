"""Sign-in: who may see anything of a private archive?

Off by default. Whoever has the token says it as a program does (`Authorization: Bearer`) or types
it where the browser asks for a password (Basic); or a proxy tells by a header whom it let in.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from hmac import compare_digest
from typing import Final

TOKEN_VARIABLE: Final = "READOUT_TOKEN"  # noqa: S105 - its name
SHORTEST_TOKEN: Final = 20  # letters; shorter ones can be guessed
CHALLENGE: Final = 'Basic realm="Readout: the token is the password", charset="UTF-8"'


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """What is asked of every request; nothing without a token and a header."""

    token: str = ""
    user_header: str = ""

    def admits(self, environ: Mapping[str, str]) -> bool:
        """Whether a request (as WSGI tells it) may see the archive."""
        if not self.token and not self.user_header:
            return True
        header = f"HTTP_{self.user_header.upper().replace('-', '_')}"
        if self.user_header and environ.get(header, "").strip():
            return True
        said = _said(environ.get("HTTP_AUTHORIZATION", ""))
        return bool(self.token) and compare_digest(said.encode(), self.token.encode())


def _said(authorization: str) -> str:
    """The token that a header has; empty if it has none."""
    scheme, _, value = authorization.partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() != "basic":
        return ""
    try:
        return b64decode(value, validate=True).decode(errors="replace").partition(":")[2]
    except ValueError:
        return ""
