"""Errors: everything that Readout raises on purpose.

ReadoutError
├── QueryError              the reader's mistake: shown as it is, HTTP 400
│   ├── UnknownFacetError
│   └── BadParameterError
├── ArticleNotFoundError    HTTP 404
├── SourceError             a file or folder that can't be read
└── IndexStateError         no index, another's index, an index of another analysis
    └── IndexBusyError      somebody else is writing
"""

from __future__ import annotations

from collections.abc import Iterable


class ReadoutError(Exception):
    """The root: whoever catches this catches all of ours and nothing else."""


class QueryError(ReadoutError):
    """The reader asked for something that does not exist; `code` is a word for programs."""

    code = "bad_request"


class UnknownFacetError(QueryError):
    """A facet that articles do not have."""

    code = "unknown_facet"

    def __init__(self, facet: str, known: Iterable[str]) -> None:
        """Keep the facts beside the message."""
        self.facet = facet
        self.known = tuple(known)
        super().__init__(f"unknown facet {facet!r}; known facets: {', '.join(self.known)}")


class BadParameterError(QueryError):
    """A parameter with a value that it can't have."""

    def __init__(self, name: str, value: str, expected: str) -> None:
        """Keep the facts beside the message."""
        self.name = name
        self.value = value
        self.expected = expected
        self.code = f"bad_{name}"
        super().__init__(f"{name} can't be {value!r}; expected {expected}")


class ArticleNotFoundError(ReadoutError):
    """No article has this id."""

    def __init__(self, article_id: str) -> None:
        """Keep the facts beside the message."""
        self.article_id = article_id
        super().__init__(f"no article has the id {article_id!r}; `readout search ''` lists all")


class SourceError(ReadoutError):
    """A source that can't be read; `reason` says why in a few words."""

    def __init__(self, path: str, reason: str) -> None:
        """Keep the facts beside the message."""
        self.path = path
        self.reason = reason
        super().__init__(f"can't read {path!r}: {reason}")


class IndexStateError(ReadoutError):
    """The index is missing, is not ours, or was made by another analysis."""


class IndexBusyError(IndexStateError):
    """Another process is writing to the index."""
