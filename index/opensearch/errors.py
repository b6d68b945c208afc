"""Errors: what does an error of a cluster say, and may it be gone a moment later?"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from index.address import CA_FILE, PASSWORD, TOKEN, USER

AGAIN: Final = frozenset({429, 502, 503, 504})
NO_ANSWER: Final = 0  # in place of a status
_LOST: Final = (  # what a node says of another, with the status 500
    "node_not_connected_exception",
    "node_disconnected_exception",
    "node_closed_exception",
    "connect_transport_exception",
    "receive_timeout_transport_exception",
    "send_request_transport_exception",
)
BAD_CERTIFICATE: Final = 495  # as nginx numbers it
UNTRUSTED: Final = (
    f"its certificate is not trusted; name the file of the authority that signed it in {CA_FILE}"
)
WHO: Final = {
    401: f"it must know who asks; set {USER} and {PASSWORD}, or {TOKEN}: ",
    403: "who asks may not do this: ",
}
LONGEST_REASON: Final = 300  # characters
_TAG: Final = re.compile(r"<[^>]*>")


def reason_of(error: Any) -> str:  # noqa: ANN401  JSON of the cluster's
    """What a cluster says that was wrong, in a line."""
    if not isinstance(error, dict):
        return " ".join(_TAG.sub(" ", str(error)).split())[:LONGEST_REASON]  # a proxy's page
    cause = (error.get("root_cause") or [{}])[0]
    inner = error.get("caused_by") or cause
    return str(inner.get("reason") or error.get("reason") or error.get("type") or error)


def may_go_well_later(answer: dict[str, Any]) -> bool:
    """Whether one of several that were sent together failed for a reason that may be gone."""
    return answer.get("status") in AGAIN or is_of_a_lost_node(answer.get("error"))


def is_of_a_lost_node(error: Any) -> bool:  # noqa: ANN401  JSON of the cluster's
    """Whether a node that answers says that another does not, which is no status of its own."""
    said = json.dumps(error) if isinstance(error, dict) else ""
    return any(kind in said for kind in _LOST)
