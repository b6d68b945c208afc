"""Records: how a row, an object or a front matter becomes an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from index.loaders.clean import clean, repair_romanian, repair_utf8
from index.loaders.columns import NAMES_ONLY, Columns
from index.loaders.fields import Fields, read
from index.loaders.loaded import EMPTY, Loaded, Skipped
from index.loaders.visual_hebrew import as_read, is_visual

REPAIRED: Final = "repaired old code page letters"
REPAIRED_UTF8: Final = "repaired UTF-8 that was read as another encoding"
TURNED: Final = "Hebrew in visual order is turned round"
UNREADABLE_LETTERS: Final = "some letters can't be read"


def article(
    number: int,
    record: Mapping[str, object],
    notes: tuple[str, ...] = (),
    columns: Columns = NAMES_ONLY,
) -> Loaded | Skipped:
    """The article that a record holds."""
    said = read(columns.named(record), columns.order)
    notes += columns.notes
    return finished(described(Loaded(number=number, text=said.text or "", notes=notes), said))


def described(loaded: Loaded, said: Fields) -> Loaded:
    """The article with what metadata says of it, which wins.

    Where it says nothing, the article stays as it is.
    """
    known = said.stated()
    if said.published is not None:
        known["published_source"] = "metadata"
    return replace(loaded, **known, notes=loaded.notes + said.notes)


def finished(loaded: Loaded) -> Loaded | Skipped:
    """The article in clean characters; or the reason why it is none."""
    title, text, notes = repair_utf8(loaded.title or ""), clean(loaded.text), loaded.notes
    if (repaired := repair_utf8(text)) != text:
        text, notes = repaired, (*notes, REPAIRED_UTF8)
    if is_visual(f"{title}\n{text}"):
        title, text, notes = as_read(title), as_read(text), (*notes, TURNED)
    # Together: a title alone is too short to show its language.
    repaired = repair_romanian(f"{title}\n{text}")
    if repaired != f"{title}\n{text}":
        title, text = repaired[: len(title)], repaired[len(title) + 1 :]
        notes += (REPAIRED,)
    if "\N{REPLACEMENT CHARACTER}" in text:
        notes += (UNREADABLE_LETTERS,)
    text = without_title(text, title)
    if not title and not text.strip():
        return Skipped(loaded.number, EMPTY)
    return replace(loaded, text=text, title=title or None, notes=notes)


def without_title(text: str, title: str | None) -> str:
    """The text without the title, if that stands as its first line.

    It would be read, and counted, twice.
    """
    first, _, rest = text.lstrip().partition("\n")
    return rest.lstrip() if title and " ".join(first.split()) == title else text
