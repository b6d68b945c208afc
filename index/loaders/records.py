"""Records: how a row, an object or a front matter becomes an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from index.loaders.clean import clean, repair_romanian
from index.loaders.fields import Fields, read
from index.loaders.loaded import EMPTY, Loaded, Skipped

REPAIRED: Final = "repaired old code page letters"
BROKEN: Final = "some letters can't be read"


def article(number: int, record: Mapping[str, object], notes: tuple[str, ...] = ()) -> Loaded | Skipped:
    """The article that a record holds."""
    said = read(record)
    return finished(described(Loaded(number=number, text=said.text or "", notes=notes), said))


def described(loaded: Loaded, said: Fields) -> Loaded:
    """The article with what metadata says of it, which wins; where it says nothing, the article stays as it is."""
    known = said.stated()
    if said.published:
        known["published_source"] = "metadata"
    return replace(loaded, **known, notes=loaded.notes + said.notes)


def finished(loaded: Loaded) -> Loaded | Skipped:
    """The article in clean characters; or the reason why it is none."""
    text = repair_romanian(clean(loaded.text))
    title = loaded.title and repair_romanian(loaded.title)
    if not title and not text.strip():
        return Skipped(loaded.number, EMPTY)
    notes = loaded.notes
    if (text, title) != (clean(loaded.text), loaded.title):
        notes += (REPAIRED,)
    if "\N{REPLACEMENT CHARACTER}" in text:
        notes += (BROKEN,)
    return replace(loaded, text=text, title=title, notes=notes)
