"""Log: what does the server write down, a line of JSON each, on stderr?

Failures by default, without a word of what was asked or is in the archive: of an error its kind and
where it arose, of a request the page.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from typing import Any, Final, Literal

Kept = Literal["errors", "requests", "queries"]

_PAGE: Final = re.compile(
    r"/(api/v1/(?:search|articles|suggest|openapi\.json)(?![^/])|(?:article|facet|map|static)(?=/)"
    r"|(?:search|help|healthz|search\.atom|opensearch\.xml|export\.\w{3,5})?$)"
)
OTHER_PAGE: Final = "/…"


class JsonLines(logging.Formatter):
    """What the server below says, in the same form."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        error = record.exc_info[1] if record.exc_info else None
        told = {} if error is None else failure(error)
        return line(record.levelname.lower(), record.getMessage().partition("\n")[0], **told)


OF_GRANIAN: Final[dict[str, Any]] = {
    "formatters": {"lines": {"()": JsonLines}},
    "handlers": {
        "lines": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stderr",
            "formatter": "lines",
        }
    },
    "loggers": {"_granian": {"handlers": ["lines"], "propagate": False}},
}


def line(level: str, event: str, **facts: Any) -> str:  # noqa: ANN401 - whatever JSON can say
    """A line of the log, without its end."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return json.dumps({"time": now, "level": level, "event": event, **facts}, default=str)


def write(level: str, event: str, **facts: Any) -> None:  # noqa: ANN401 - likewise
    """Write a line down."""
    sys.stderr.write(f"{line(level, event, **facts)}\n")
    sys.stderr.flush()


def failure(error: BaseException) -> dict[str, Any]:
    """What may be told of an error: its message can repeat what a reader typed."""
    at = [f"{one.filename}:{one.lineno}" for one in traceback.extract_tb(error.__traceback__)]
    return {"error": type(error).__name__, "at": at}


def page_of(path: str) -> str:
    """A path without what names an article, or was typed."""
    found = _PAGE.match(path)
    return found[0] if found else OTHER_PAGE
