"""Fields: which of the names that people give to columns and keys mean a title, a text, a date?

The names are in fields.tsv, the better ones first: a record may have a date and a published_at,
and the first that can be understood is taken. From rank 50 a name is weak: a name may be
anything's, and a summary is the text only where there is no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from operator import itemgetter
from typing import Any, Final

from index.dates import metadata_dates
from index.dates.metadata_dates import Order
from index.loaders import contact_statements, values
from index.loaders.field_groups import NONE, RECORD_WRAPPERS, UNKNOWN_DATE, is_nothing
from index.loaders.field_names import WEAK_RANK, meaning
from index.loaders.loaded import MetadataFields
from search.analysis.language import language_of

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
    "contacts": contact_statements.read,
}
EXPECTED: Final = {"contacts": f"; expected {contact_statements.EXPECTED}"}

DEEPEST_RECORD: Final = 3  # records within records


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields(MetadataFields):
    """What a record says of an article, each value in its stored form.

    A date of no letters is known to be unknown, as no leaders are known to be none.
    """

    text: str | None = None

    def stated(self) -> dict[str, Any]:
        """What is said at all, by field; without the notes."""
        return {
            field.name: value
            for field in fields(self)
            if field.name != "notes" and (value := getattr(self, field.name)) is not None
        }

    def under(self, upper: Fields) -> Fields:
        """The fields of two records of one article; where both speak, `upper` wins."""
        return replace(self, **upper.stated(), notes=self.notes + upper.notes)


def is_article(record: Mapping[str, object]) -> bool:
    """Whether a record has what makes an article: a text or a title, by a name that says so."""
    return any(field in {"text", "title"} and rank < WEAK_RANK for field, rank in _known(record))


def has_text(record: Mapping[str, object]) -> bool:
    """Whether a record has a text of its own: words under a name that means nothing else."""
    found = ((meaning(name), value) for name, value in record.items())
    texts = (value for of, value in found if of and of[0] == "text" and of[1] < WEAK_RANK)
    return any(values.prose(value) and not _are_records(value) for value in texts)


def _are_records(value: object) -> bool:
    """Whether a value is a list of articles, which have a date or an address, and no text."""
    parts = value if isinstance(value, list) else []
    records = [part for part in parts if isinstance(part, Mapping)]
    named = [{field for field, _ in _known(record)} for record in records]
    good = [names for names in named if "title" in names and names & {"published", "url"}]
    return bool(good) and len(good) * 2 >= len(parts)


def read(record: Mapping[str, object], order: Order | None = None) -> Fields:
    """The fields of a record; a value that can't be understood is left out, and a note says so.

    `order` is that of day and month, where it is known.
    """
    written = _by_field(record)
    notes: list[str] = []
    found = {
        field: _first(field, written.get(field, ()), reader, notes)
        for field, reader in FIELD_READERS.items()
    }
    found["title"] = _unless_weak(found, written)
    if found["url"] is None and (address := values.link(found["outlet"])):
        found |= {"url": address, "outlet": None}
    found |= {field: () for field in ("leaders", "countries") if _says(written, field, NONE)}
    published = _published(written.get("published", ()), found, order, notes)
    if published is None and _says(written, "published", UNKNOWN_DATE):
        published = ""
        notes = [note for note in notes if not note.startswith("date ")]
    return Fields(**found, published=published, notes=tuple(notes))


def _says(written: Mapping[str, Sequence[tuple[str, object]]], field: str, word: str) -> bool:
    """Whether the best value of a field is a word that takes away what was found."""
    value = next((value for _, value in written.get(field, ())), None)
    return isinstance(value, str) and value.strip().casefold() == word


def _unless_weak(
    found: Mapping[str, Any], written: Mapping[str, Sequence[tuple[str, object]]]
) -> str | None:
    """The title, but for a bare name without a text: it is a person's, a file's or a program's."""
    title: str | None = found["title"]
    is_weak = written.get("title", [("", None)])[0][0] >= WEAK_RANK
    return None if title and is_weak and not found["text"] and len(title.split()) < 3 else title


def _known(record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    return (known for name in record if (known := meaning(name)))


def _by_field(record: Mapping[str, object]) -> dict[str, list[tuple[str, object]]]:
    """For each field the values that say something, each with its rank, the best first."""
    named = ((meaning(name), value) for name, value in _flat(record))
    known = [(*of, value) for of, value in named if of]
    found: dict[str, list[tuple[str, object]]] = {}
    for field, rank, value in sorted(known, key=itemgetter(1)):
        if not values.is_blank(value) and not (field == "published" and is_nothing(value)):
            found.setdefault(field, []).append((rank, value))
    return found


def _flat(record: Mapping[str, object], depth: int = 0) -> Iterator[tuple[str, object]]:
    """The names and values of a record, and behind them those of the records that it wraps."""
    yield from ((str(name), value) for name, value in record.items())
    for name, value in record.items() if depth < DEEPEST_RECORD else ():
        if (
            isinstance(value, Mapping)
            and str(name).casefold() in RECORD_WRAPPERS
            and not values.is_wrapped(value)
        ):
            yield from _flat(value, depth + 1)


def _first(
    field: str,
    written: Sequence[tuple[str, object]],
    reader: Callable[[object], Any],
    notes: list[str],
) -> Any:  # noqa: ANN401 - one table for fields of several types
    """The first value that can be understood."""
    for _, value in written:
        if (found := reader(value)) is not None:
            return found
    if written and (shown := values.line(written[0][1])):
        notes.append(f"{field} {shown!r} can't be read{EXPECTED.get(field, '')}")
    return None


def _published(
    written: Sequence[tuple[str, object]],
    said: Mapping[str, Any],
    order: Order | None,
    notes: list[str],
) -> str | None:
    """The first date that can be understood."""
    found, remark = _reading(written, said["lang"], order)
    if (
        remark
        and remark.endswith(metadata_dates.TWO_READINGS)
        and said["lang"] is None
        and said["text"]
    ):
        found, remark = _reading(
            written, language_of(f"{said['title'] or ''}\n{said['text']}"), order
        )
    if remark:
        notes.append(remark)
    return found


def _reading(
    written: Sequence[tuple[str, object]], lang: str | None, order: Order | None
) -> tuple[str | None, str | None]:
    readings = [metadata_dates.published(value, lang, order) for _, value in written]
    return next((one for one in readings if one[0]), (readings or [(None, None)])[0])
