"""Saved: a page of ours with one article, as a browser keeps it."""

from __future__ import annotations

import json
from typing import Final

TITLE: Final = "Island ferries sail again"
FIRST: Final = "The ferries between the two islands sail again after the crews and the owners agreed on new hours late on Tuesday."
SECOND: Final = "The first boat left the old pier with forty people on board, most of whom had waited for three days in the school."
THIRD: Final = "Nobody could say on Wednesday how much the new hours would cost, and whether the fares would have to be raised."
BODY: Final = "".join(f"<p>{paragraph}</p>" for paragraph in (FIRST, SECOND, THIRD))


def page(
    head: str = "", before: str = "", after: str = "", *, title: str = TITLE, body: str = BODY
) -> str:
    """A page with more in its head, before its text and behind its article."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} - Island Post</title>'
        f"{head}</head><body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{before}{body}</article>{after}"
        "<footer>© 2009 Island Post</footer></body></html>"
    )


def ld(**said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(said)}</script>'
