"""Contact statements: which contacts does metadata add to those of the text, or take away?

Written `call: Putin, Netanyahu, 2016-10-21` or `not call: Putin, Netanyahu`, several of them parted
by semicolons or lines; `none` takes away whatever the text reports. Programs may give objects, as
the API does: `{"kind": "call", "leaders": ["Putin", "Netanyahu"], "date": "2016-10-21"}`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from index.loaders.field_groups import NONE
from search.model.contacts import ANY_KIND, KINDS, ContactStatement

EXPECTED: Final = "`call: NAME, NAME, 2016-10-23`, `not meeting: NAME, NAME`, or `none`"
VIDEO: Final = "video"  # how it was held, when nobody says what it was
_STATEMENT: Final = re.compile(
    rf"(?P<taken>not\s++)?(?:(?P<video>{VIDEO})\s*+)?(?P<kind>{'|'.join((*KINDS, ANY_KIND))})?"
    r"\s*:(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_PARTED: Final = re.compile(r"[;\n]")
_DATE: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_LETTER: Final = re.compile(r"[^\W\d_]")  # which every name has, and no date


def read(value: object) -> tuple[ContactStatement, ...] | None:
    """What a cell says, leaders as they are written; None where it can't be understood."""
    said = value if isinstance(value, list) else [value or ""]
    written = "; ".join(_written(one) if isinstance(one, Mapping) else str(one) for one in said)
    parts = [" ".join(part.split()) for part in _PARTED.split(written) if part.strip()]
    found = [_statement(part) for part in parts]
    return tuple(one for one in found if one is not None) if all(found) and found else None


def _written(said: Mapping[str, object]) -> str:
    """An object as a cell has it."""
    leaders = said.get("leaders")
    named = (*leaders, said.get("date")) if isinstance(leaders, list) else ()
    kind = " ".join(filter(None, (VIDEO if said.get("video") else "", str(said.get("kind")))))
    return f"{kind}: {', '.join(str(part) for part in named if part)}"


def _statement(written: str) -> ContactStatement | None:
    if written.casefold() == NONE:
        return ContactStatement(ANY_KIND, (), taken=True)
    match = _STATEMENT.fullmatch(written)
    if match is None or not (match["kind"] or match["video"]):
        return None
    leaders = [part.strip() for part in match["rest"].split(",") if part.strip()]
    day = _date(leaders.pop()) if leaders and not _LETTER.search(leaders[-1]) else ""
    kind, is_taken = (match["kind"] or KINDS[0]).casefold(), bool(match["taken"])
    are_two = len({one.casefold() for one in leaders}) > 1 and all(map(_LETTER.search, leaders))
    if day is None or not are_two or (kind == ANY_KIND and not is_taken):
        return None
    return ContactStatement(kind, tuple(leaders), day, is_taken, bool(match["video"]))


def _date(written: str) -> str | None:
    """A day, month or year; None if there is none that is written so."""
    try:
        date.fromisoformat(f"{written}-01-01"[:10])
    except ValueError:
        return None
    return written if _DATE.fullmatch(written) else None
