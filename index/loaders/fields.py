"""Fields: which of the names that people give to columns and keys mean a title, a text, a date?

The names are in fields.tsv, the better ones first: a record may have a date and a published_at,
and the first that can be understood is taken.
"""

from __future__ import annotations

import csv
import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from operator import itemgetter
from typing import Any, Final

from index.loaders import dates, values
from index.loaders.loaded import MetadataFields

# Each field of Fields with the reader of its values; dates come apart, they lean on the language.
FIELD_READERS: Final[Mapping[str, Callable[[object], Any]]] = {
    "source_id": values.identifier,
    "title": values.line,
    "text": values.prose,
    "lang": values.language,
    "outlet": values.line,
    "url": values.link,
    "leaders": values.names,
    "countries": values.names,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields(MetadataFields):
    """What a record says of an article, each value in its stored form."""

    text: str | None = None

    def stated(self) -> dict[str, Any]:
        """What is said at all, by field; without the notes."""
        return {
            field.name: value
            for field in dataclasses.fields(self)
            if field.name != "notes" and (value := getattr(self, field.name)) is not None
        }

    def under(self, upper: Fields) -> Fields:
        """The fields of two records of one article; where both speak, `upper` wins."""
        return replace(self, **upper.stated(), notes=self.notes + upper.notes)


def is_known(name: object) -> bool:
    """Whether a column or key of this name means something to us."""
    return _key(str(name)) in _meanings()


def is_article(record: Mapping[str, object]) -> bool:
    """Whether a record has what makes an article: a text or a title."""
    return any(
        _meanings().get(_key(str(name)), ("", ""))[0] in {"text", "title"} for name in record
    )


def read(record: Mapping[str, object]) -> Fields:
    """The fields of a record; a value that can't be understood is left out, and a note says so."""
    written = _by_field(record)
    notes: list[str] = []
    found = {
        field: _first(field, written.get(field, ()), reader, notes)
        for field, reader in FIELD_READERS.items()
    }
    published = _published(written.get("published", ()), found["lang"], notes)
    return Fields(**found, published=published, notes=tuple(notes))


def _by_field(record: Mapping[str, object]) -> dict[str, list[object]]:
    """For each field the values that say something, the best name first."""
    meanings = _meanings()
    known = [
        (*meanings[key], value)
        for name, value in record.items()
        if (key := _key(str(name))) in meanings
    ]
    found: dict[str, list[object]] = {}
    for field, _, value in sorted(known, key=itemgetter(1)):
        if not values.is_blank(value):
            found.setdefault(field, []).append(value)
    return found


def _first(
    field: str, written: Sequence[object], reader: Callable[[object], Any], notes: list[str]
) -> Any:  # noqa: ANN401 - one table for fields of several types
    """The first value that can be understood."""
    for value in written:
        if (found := reader(value)) is not None:
            return found
    if written:
        notes.append(f"{field} {values.line(written[0])!r} can't be read")
    return None


def _published(written: Sequence[object], lang: str | None, notes: list[str]) -> str | None:
    """The first date that can be understood."""
    readings = [dates.published(value, lang) for value in written]
    found, remark = next(
        (reading for reading in readings if reading[0]), (readings or [(None, None)])[0]
    )
    if remark:
        notes.append(remark)
    return found


@lru_cache(maxsize=1024)  # records of a file have the same names
def _key(name: str) -> str:
    """`Date Published`, `date_published` and `datePublished` are one name."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


@lru_cache(maxsize=1)
def _meanings() -> Mapping[str, tuple[str, str]]:
    """Each known name with its field and its rank among the names of that field."""
    text = resources.files(__package__).joinpath("fields.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {_key(row["name"]): (row["field"], row["rank"]) for row in rows}
