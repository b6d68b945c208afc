"""Hints: what should the reader know of how a query was read?"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hint:
    """Something the reader should know of how the query was read; `code` is for programs.

    `query` is what to search instead, where the page can offer a link; `facts` fill the message in
    any language. `languages` are those of what that query finds, with their articles, where the
    page can offer each.
    """

    code: str
    message: str
    query: str | None = None
    facts: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    languages: tuple[tuple[str, int], ...] = field(default=(), compare=False)

    def to_json(self) -> dict[str, str]:
        """The hint as the API gives it."""
        offered = {} if self.query is None else {"query": self.query}
        return {"code": self.code, "message": self.message, **offered}
