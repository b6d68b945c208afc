"""Errors: everything that Readout raises on purpose.

ReadoutError
├── QueryError              the reader's mistake: shown as it is, HTTP 400
│   ├── UnknownFacetError
│   ├── PageTooFarError
│   ├── TooManyTermsError
│   ├── UnknownParameterError
│   └── BadParameterError
├── ArticleNotFoundError    HTTP 404
├── SearchTimeoutError      HTTP 503
├── SourceError             a file or folder that can't be read
│   ├── NotAnArticleError   and nothing of it is missed
│   └── TooSlowError        and would take as long each time
├── BadSettingError         a variable of the environment with a value that it can't have
├── WorkerLostError         a process that worked for this one is gone
└── IndexStateError         no index, another's index, an index of another analysis
    ├── IndexBusyError      somebody else is writing
    ├── ClusterError        what keeps it does not answer, or refuses
    ├── IndexDamagedError   a file of it is not as it was written
    └── IndexNotTrustedError  somebody else can write to it
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

LONGEST_FACT: Final = 60  # letters of what was typed that a message repeats


class ReadoutError(Exception):
    """The root: whoever catches this catches all of ours and nothing else."""


class QueryError(ReadoutError):
    """The reader asked for something that does not exist.

    `code` is a word for programs, `facts` fill a text in.
    """

    code = "bad_request"

    @property
    def facts(self) -> dict[str, str]:
        """What a text of the interface says of it, by name."""
        return {}


class UnknownFacetError(QueryError):
    """A facet that articles do not have."""

    code = "unknown_facet"

    def __init__(self, facet: str, known: Iterable[str]) -> None:
        """Keep the facts beside the message."""
        self.facet = facet
        self.known = tuple(known)
        super().__init__(f"unknown facet {facet!r}; known facets: {', '.join(self.known)}")


class UnknownParameterError(QueryError):
    """A parameter that nothing reads."""

    code = "unknown_parameter"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        """Keep the facts beside the message."""
        self.name = name
        self.known = tuple(known)
        super().__init__(
            f"unknown parameter {name!r}; known parameters: {', '.join(self.known) or 'none'}"
        )

    @property
    def facts(self) -> dict[str, str]:
        """The name, and those that are known."""
        return {"name": _short(self.name), "known": ", ".join(self.known) or "–"}


class BadParameterError(QueryError):
    """A parameter with a value that it can't have.

    `known` are those that it can, where they can be listed.
    """

    def __init__(self, name: str, value: str, expected: str, known: Iterable[str] = ()) -> None:
        """Keep the facts beside the message."""
        self.name = name
        self.value = value
        self.expected = expected
        self.known = tuple(known)
        self.code = f"bad_{name}"
        super().__init__(f"{name} can't be {value!r}; expected {expected}")

    @property
    def facts(self) -> dict[str, str]:
        """The value, and those that are known."""
        return {"value": _short(self.value), "known": ", ".join(self.known)}


class PageTooFarError(QueryError):
    """A page behind more hits than a cluster counts off."""

    code = "page_too_far"

    def __init__(self, page: int, most: int) -> None:
        """Keep the facts beside the message."""
        self.page = page
        self.most = most
        super().__init__(
            f"page {page} lies behind the first {most} hits, and a cluster counts off no more; "
            "narrow the query, or export all of it"
        )

    @property
    def facts(self) -> dict[str, str]:
        """The page, and how many hits may lie before its end."""
        return {"page": str(self.page), "most": str(self.most)}


class TooManyTermsError(QueryError):
    """A query whose words and names stand for more terms than a cluster takes."""

    code = "too_many_terms"

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            "the words and names of the query stand for more terms than the cluster takes; leave "
            "some out, or have its indices.query.bool.max_clause_count raised"
        )


class ArticleNotFoundError(ReadoutError):
    """No article has this id."""

    code = "no_article"

    def __init__(self, article_id: str) -> None:
        """Keep the facts beside the message."""
        self.article_id = article_id
        super().__init__(f"no article has the id {article_id!r}; `readout search ''` lists all")

    @property
    def facts(self) -> dict[str, str]:
        """The id."""
        return {"id": _short(self.article_id)}


class SearchTimeoutError(ReadoutError):
    """What must be whole could not be found in time."""

    code = "search_timeout"

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            "this takes longer than an answer may; ask for less: fewer or rarer words, a filter"
        )

    @property
    def facts(self) -> dict[str, str]:
        """Nothing but that."""
        return {}


class SourceError(ReadoutError):
    """A source that can't be read; `reason` says why in a few words."""

    def __init__(self, path: str, reason: str) -> None:
        """Keep the facts beside the message."""
        self.path = path
        self.reason = reason
        super().__init__(f"can't read {path!r}: {reason}")


class NotAnArticleError(SourceError):
    """A source that can be read and holds no article: nothing of it is missed."""


class TooSlowError(SourceError):
    """A source that takes more of the processor than it may, today as tomorrow."""


class BadSettingError(ReadoutError):
    """A variable of the environment with a value that it can't have."""

    def __init__(self, variable: str, value: str, expected: str) -> None:
        """Say what it may be."""
        super().__init__(f"{variable} can't be {value!r}; expected {expected}")


class WorkerLostError(ReadoutError):
    """A process that analysed articles was ended from outside."""

    def __init__(self) -> None:
        """Say what comes of it."""
        super().__init__(
            "a process that analysed articles was ended, by somebody or for want of memory; "
            "what was committed is whole, and the next `readout index` does the rest"
        )


class IndexStateError(ReadoutError):
    """The index is missing, is not ours, or was made by another analysis."""


class IndexDamagedError(IndexStateError):
    """A file of the index is not as it was written."""

    def __init__(self, path: str, what: str = "is damaged") -> None:
        """Say what makes it good again."""
        self.path = path
        super().__init__(
            f"'{path}' {what}; the next `readout index` mends it from the articles' files"
        )


class IndexNotTrustedError(IndexStateError):
    """Somebody else can write to the index."""

    def __init__(self, path: str, why: str) -> None:
        """Say what it means, and how to open it all the same."""
        super().__init__(
            f"'{path}' {why}: whoever can write to an index decides what is found in it; "
            "if you trust them, say --trust-index"
        )


class IndexBusyError(IndexStateError):
    """Another process is writing to the index."""


class ClusterError(IndexStateError):
    """A cluster that keeps an index does not answer, or refuses; `status` is HTTP's, 0 if none."""

    def __init__(self, address: str, reason: str, status: int = 0) -> None:
        """Keep the facts beside the message."""
        self.reason = reason
        self.status = status
        super().__init__(
            f"'{address}': {reason}; what was committed is whole, so try again when it answers"
        )


def _short(fact: str) -> str:
    """A fact that a line can show."""
    return fact if len(fact) <= LONGEST_FACT else f"{fact[: LONGEST_FACT - 1]}…"
