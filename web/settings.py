"""Settings: at which address is the archive served, and under which names may it be asked for?

A page elsewhere can point a name of its own at this machine and then read what we answer (DNS
rebinding). It can't forge the Host header, so a request for a name that is not ours is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from web.log import Kept
from web.sign_in import SignIn

# more names, separated by commas: archive.example,news.local
NAMES_VARIABLE: Final = "READOUT_HOSTS"

BUSY: Final = "readout.busy"  # in the environ of a request that there is no time for

_HOST: Final = re.compile(r"(?:\[([0-9a-f:.]+)\]|([^\s:\[\]/@]+))(?::\d{1,5})?", re.IGNORECASE)
_EVERYWHERE: Final = frozenset({"0.0.0.0", "::"})  # noqa: S104 - only compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The address that is listened on, and the names that are ours beside it."""

    host: str = "127.0.0.1"
    port: int = 8080
    workers: int = 2
    patience: int = 60  # seconds that a reader may take nothing of an answer
    names: frozenset[str] = frozenset()
    queue: int = 64  # requests that may wait for one worker
    log: Kept = "errors"
    sign_in: SignIn = field(default_factory=SignIn)
    time_limit: float = 1.0  # seconds that an answer may compute
    public: str = ""  # the address that readers use, where a proxy stands before

    @property
    def base(self) -> str:
        """The path that stands before ours at the public address."""
        return urlsplit(self.public).path.rstrip("/")

    @property
    def url(self) -> str:
        """Where to point a browser."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"

    @property
    def is_local(self) -> bool:
        """Whether nobody but this machine can reach the address."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    def trusts(self, header: str) -> bool:
        """Whether a Host header names this machine, our address or an allowed name."""
        parts = _HOST.fullmatch(header)
        name = (parts[1] or parts[2]).lower().removesuffix(".") if parts else ""
        if name in {"localhost", self.host.lower(), urlsplit(self.public).hostname, *self.names}:
            return True
        # an address can't be rebound as a name can; only one that we listen on can have reached us
        try:
            return ip_address(name).is_loopback or self.host in _EVERYWHERE
        except ValueError:
            return False


def allowed_names(environ: Mapping[str, str]) -> frozenset[str]:
    """The names that the environment allows."""
    return frozenset(environ.get(NAMES_VARIABLE, "").lower().replace(",", " ").split())
