"""Client: how is a cluster asked, and what is said where it does not answer?

What may go well a moment later is asked again: a node that is gone, a time-out, a cluster that has
too much to do (429) or is electing (503). Everything that is sent may be sent twice.
"""

from __future__ import annotations

import json
import logging
import random
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from opensearchpy import OpenSearch
from opensearchpy.exceptions import ConnectionError as Unreachable
from opensearchpy.exceptions import OpenSearchException, SSLError, TransportError

from index.address import Address, Credentials
from index.opensearch.errors import (
    AGAIN,
    BAD_CERTIFICATE,
    NO_ANSWER,
    UNTRUSTED,
    WHO,
    is_of_a_lost_node,
    may_go_well_later,
    reason_of,
)
from search.errors import ClusterError, TooManyTermsError

Json = dict[str, Any]

TRIES: Final = 6
FIRST_PAUSE: Final = 0.2  # seconds; each pause is twice the one before
LONGEST_PAUSE: Final = 5.0
SECONDS_TO_ANSWER: Final = 30.0
SECONDS_TO_WORK: Final = 600.0  # for what copies an index
_TOO_MANY: Final = "too many nested clauses"  # as Lucene says it
_CLOSED: Final = "index_closed_exception"  # for a moment, while its similarity is changed
NDJSON: Final = {"content-type": "application/x-ndjson"}


class Client:
    """Asks a cluster, any of its nodes, in JSON."""

    def __init__(self, address: Address, credentials: Credentials | None = None) -> None:
        """Ask the nodes of an address; nothing is sent yet."""
        self.name = str(address)
        self._asked = OpenSearch(
            address.urls, **_options(credentials or _told(), len(address.hosts))
        )
        logging.getLogger("opensearch").setLevel(logging.CRITICAL)  # we say what failed

    def ask(  # noqa: PLR0913  what a request of HTTP has
        self,
        method: str,
        path: str,
        body: Any = None,  # noqa: ANN401  JSON
        *,
        missing: Json | None = None,
        patience: float = SECONDS_TO_ANSWER,
        tries: int = TRIES,
        **params: Any,  # noqa: ANN401  of the address
    ) -> Json:
        """What the cluster answers; `missing` is the answer where there is no such thing.

        Raises `ClusterError`.
        """
        pause = FIRST_PAUSE
        for tries_left in reversed(range(tries)):
            try:
                return self._once(method, path, body, patience, params)
            except TransportError as error:
                if error.status_code == 404 and missing is not None:
                    return missing
                refusal = _explained(error, self.name)
                if not tries_left or refusal.status not in AGAIN | {NO_ANSWER}:
                    raise refusal from error
            except OpenSearchException as error:
                raise _explained(error, self.name) from error
            time.sleep(pause * random.uniform(0.5, 1.0))  # noqa: S311  so that not all ask at once
            pause = min(2 * pause, LONGEST_PAUSE)
        raise AssertionError  # the last try has answered or raised

    def search_many(
        self,
        index: str,
        bodies: Sequence[Json],
        **params: Any,  # noqa: ANN401
    ) -> list[Json]:
        """What several searches find, in one call; a search that fails altogether is asked again.

        Raises `ClusterError`, `TooManyTermsError`.
        """
        pause, found = FIRST_PAUSE, dict.fromkeys(range(len(bodies)), Json())
        waiting = list(found)
        for tries_left in reversed(range(TRIES)):
            if not waiting:
                break
            rows = [
                row for number in waiting for row in ({"index": index, **params}, bodies[number])
            ]
            answers = self.ask("POST", "/_msearch", lines(rows))["responses"]
            found.update(zip(waiting, answers, strict=True))
            waiting = [number for number in waiting if _is_worth_another_try(found[number])]
            if waiting and tries_left:
                time.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
        for answer in found.values():
            if "error" in answer:
                if _TOO_MANY in json.dumps(answer["error"]):
                    raise TooManyTermsError
                raise ClusterError(self.name, reason_of(answer["error"]))
        return list(found.values())

    def _once(
        self,
        method: str,
        path: str,
        body: Any,  # noqa: ANN401
        patience: float,
        params: Mapping[str, Any],
    ) -> Json:
        headers = NDJSON if isinstance(body, bytes) else None
        answer = self._asked.transport.perform_request(
            method,
            path,
            params={**params, "request_timeout": patience},
            body=(body if isinstance(body, bytes) else lines([body])).decode() if body else None,
            headers=headers,
        )
        return answer if isinstance(answer, dict) else {"found": answer}


def _explained(error: OpenSearchException, name: str) -> ClusterError:
    """What a client's error means to who asked the cluster of this name."""
    if isinstance(error, SSLError):
        return ClusterError(name, UNTRUSTED, status=BAD_CERTIFICATE)
    if isinstance(error, Unreachable):
        return ClusterError(name, f"it does not answer ({type(error).__name__})")
    if isinstance(error, TransportError):
        info = error.info if isinstance(error.info, dict) else {}
        said = info.get("error", error.error)
        status = NO_ANSWER if is_of_a_lost_node(said) else int(error.status_code)
        reason = f"{WHO.get(status, '')}{reason_of(said)}"
        return ClusterError(name, reason, status=status)
    return ClusterError(name, str(error))


def lines(rows: Iterable[Json]) -> bytes:
    """JSON a line.

    A letter that is half a pair of UTF-16 is escaped: no cluster takes it otherwise.
    """
    return b"".join(
        json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
        for row in rows
    )


def _is_worth_another_try(answer: Json) -> bool:
    """Whether a search failed for a reason that may be gone.

    A part that does not answer is asked again too: another copy of it may.
    """
    if "error" in answer:
        is_swapped = answer["error"].get("type") == _CLOSED or answer.get("status") == 404
        return is_swapped or may_go_well_later(answer)
    return bool(answer.get("_shards", {}).get("failed"))


def _told() -> Credentials:
    return Credentials.of_environment()


def _options(credentials: Credentials, nodes: int) -> Json:
    options: Json = {
        "verify_certs": True,
        "ssl_show_warn": False,
        "http_compress": True,
        "max_retries": nodes,  # each node once; when none answers, `ask` tries again
        "retry_on_status": (),
        "timeout": SECONDS_TO_ANSWER,
    }
    if credentials.ca_file:
        options["ca_certs"] = credentials.ca_file
    if credentials.token:
        options["headers"] = {"authorization": f"Bearer {credentials.token}"}
    elif credentials.user:
        options["http_auth"] = (credentials.user, credentials.password)
    return options
