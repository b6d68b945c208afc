"""Address: where is an index that a cluster keeps?

    opensearch://host:9200/NAME                        one node, or any of several:
    opensearch+https://one:9200,two:9200/NAME?shards=6&replicas=2&ranking=exact

Who asks is told by the environment alone, so that no password stands in a list of processes.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args
from urllib.parse import parse_qsl, urlsplit

from search.errors import IndexStateError

Ranking = Literal["native", "exact"]

SCHEMES: Final = {"opensearch": "http", "opensearch+https": "https"}
EXPECTED: Final = (
    "opensearch://HOST:PORT/NAME or opensearch+https://HOST:PORT/NAME, several hosts with commas, "
    "NAME of a-z, 0-9, - and _, then ?shards=N&replicas=N&ranking=native|exact"
)
USER, PASSWORD, TOKEN, CA_FILE = (
    f"READOUT_OPENSEARCH_{name}" for name in ("USER", "PASSWORD", "TOKEN", "CA")
)
_PORT: Final = 9200
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
_COUNT: Final = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A cluster, the name of an index in it, and how that is laid out where it is made."""

    scheme: str
    hosts: tuple[str, ...]
    name: str
    shards: int = 1
    replicas: int = 1
    ranking: Ranking = "native"

    def __str__(self) -> str:
        """What names the index, without what is said of its making."""
        return f"{self.scheme}://{','.join(self.hosts)}/{self.name}"

    @property
    def urls(self) -> list[str]:
        """Where each node answers."""
        return [f"{SCHEMES[self.scheme]}://{host}" for host in self.hosts]


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who asks a cluster: a user with a password, or a token; and who vouches for the cluster."""

    user: str = ""
    password: str = ""
    token: str = ""
    ca_file: str = ""

    @classmethod
    def of_environment(cls) -> Credentials:
        """What the environment says."""
        return cls(*(os.environ.get(name, "") for name in (USER, PASSWORD, TOKEN, CA_FILE)))


Location = Path | Address  # of an index


def is_address(written: str) -> bool:
    """Whether this is meant as an address: no folder is named so."""
    return written.partition("://")[0] in SCHEMES and "://" in written


def read_address(written: str) -> Address:
    """An address as it was typed; raises `IndexStateError` if it is none."""
    try:
        parts = urlsplit(written)
        hosts = tuple(_host(host) for host in parts.netloc.split(","))
        said = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
    except ValueError:
        raise _refused(written) from None
    name = parts.path.strip("/")
    ranking = said.pop("ranking", "native")
    counts = {key: said.pop(key) for key in ("shards", "replicas") if key in said}
    if said or ranking not in get_args(Ranking) or not _NAME.fullmatch(name) or parts.fragment:
        raise _refused(written)
    if (
        not all(map(_COUNT.fullmatch, counts.values()))
        or counts.get("shards", "1").strip("0") == ""
    ):
        raise _refused(written)
    return Address(
        scheme=parts.scheme,
        hosts=hosts,
        name=name,
        ranking="exact" if ranking == "exact" else "native",
        **{key: int(count) for key, count in counts.items()},
    )


def resolved(index: Location) -> Location:
    """The same index, wherever the working folder is."""
    return index.resolve() if isinstance(index, Path) else index


def _host(written: str) -> str:
    """A host with its port; raises `ValueError` if it is none, or has a password."""
    parts = urlsplit(f"//{written}")
    if not parts.hostname or parts.netloc != written or "@" in written:
        raise ValueError(written)
    return written if parts.port else f"{written.rstrip(':')}:{_PORT}"


def _refused(written: str) -> IndexStateError:
    hidden = re.sub(r"//[^/@]*@", "//…@", written)
    said = f"; who asks is told by {USER} and {PASSWORD}, or {TOKEN}" if hidden != written else ""
    return IndexStateError(f"'{hidden}' is no address of an index; expected {EXPECTED}{said}")
