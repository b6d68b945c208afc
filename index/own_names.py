"""Own names: what do the `names.csv` of an archive say, and what of it can't be right?

A row is a name: `id,kind,lang,name,country,from,to`, where only the name must be there. What can't
be understood is left out and said; what looks like a slip is taken and asked about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Final

from index import name_rows
from index.loaders import csvs, names_table, walk
from index.loaders.source import read
from index.name_rows import Around, Cells
from search import icu, names
from search.analysis.normalize import bare_name_key, normalize
from search.entities.ambiguity import is_new_word, is_word
from search.entities.lookup import owners
from search.errors import SourceError
from search.names.own import NONE, OwnKind, OwnName, follows, used

COMPANY: Final[Mapping[OwnKind, str]] = {  # what a common word needs to be a name
    "leader": "the whole name or a title is",
    "country": "an article names the country otherwise too",
}
EMPTY: Final = "it is empty"
MOST_ROWS: Final = 100_000  # of a table: whoever searches has all names in memory
NEAR: Final = 0.85  # how much an id is like another that may be meant
ENDS: Final = 3  # letters at one of the ends of an id that it has from the other


def read_table(path: Path) -> tuple[tuple[OwnName, ...], list[str]]:
    """The rows of a file of names, and what can't be right in it; raises `SourceError`."""
    numbered, wrong = _cells(path)
    around = Around.of([cells for _, cells in numbered])
    found: list[OwnName] = []
    for number, cells in numbered:
        try:
            row = name_rows.read(cells, around)
        except ValueError as error:
            wrong.append(f"row {number} is left out: {error}")
            continue
        found.append(row)
        wrong += (f"row {number}: {one}" for one in name_rows.remarks(cells, row, around))
    rows = tuple(dict.fromkeys(found))
    return rows, [*wrong, *questions(rows)]


def below(places: Iterable[Path]) -> tuple[OwnName, ...]:
    """The rows of all files of names below some folders."""
    tables = (
        Path(listed.file(name))
        for place in places
        for listed in walk(place)
        for name, _, _ in listed.beside
        if name in names_table.NAMES_TABLES
    )
    return tuple(dict.fromkeys(row for table in sorted(tables) for row in _rows(table)))


def _rows(table: Path) -> tuple[OwnName, ...]:
    """The rows of a table; one that is empty has none."""
    try:
        return read_table(table)[0]
    except SourceError as error:
        if error.reason != EMPTY:
            raise
        return ()


def _cells(path: Path) -> tuple[list[tuple[int, Cells]], list[str]]:
    """The rows of a table, each with its number in a spreadsheet and its cells by column.

    And what is to be said of it; raises `SourceError` where the file can't be read, or has not even
    a row of columns: whatever wrote it was cut short.
    """
    text, notes = read(path)
    if not text.strip():
        raise SourceError(str(path), EMPTY)
    text, above = names_table.without_preamble(text)
    table = csvs.numbered(text)
    _, first = next(table, (0, []))
    header = names_table.columns([] if isinstance(first, str) else first)
    found: list[tuple[int, Cells]] = []
    wrong = list(notes)
    for number, row in islice(table, MOST_ROWS):
        place = number + above
        if isinstance(row, str):
            wrong.append(f"row {place} is left out: {row}; a quotation mark may lack its pair")
        elif csvs.has_more_cells(row, header):
            wrong.append(f"row {place} is left out: {len(row)} cells under {len(header)} names")
        else:
            cells = zip(header, row, strict=False)
            found.append((place, {name: " ".join(cell.split()) for name, cell in cells if name}))
    if next(table, None):
        wrong.append(f"what is behind its first {MOST_ROWS:,} rows is left out")
    return found, wrong


def questions(rows: Iterable[OwnName]) -> Iterator[str]:
    """What in some rows looks like a slip, or clashes with the names that everybody has."""
    with used(NONE):
        rows = tuple(rows)
        yield from dict.fromkeys(_asked_of_ids(rows))
        yield from dict.fromkeys(_asked_of_names(rows))


def clashes(tables: Collection[tuple[OwnName, ...]]) -> list[str]:
    """What in files of names clashes with other files, though each may be right by itself."""
    if len(tables) < 2:
        return []
    alone = {one for rows in tables for one in questions(rows)}
    every = dict.fromkeys(row for rows in tables for row in rows)
    return [one for one in questions(every) if one not in alone]


def _asked_of_ids(rows: tuple[OwnName, ...]) -> Iterator[str]:
    people = names.reviewed_people()
    known = {
        "leader": _by_ends(people),
        "country": _by_ends(map(str.lower, icu.country_codes())),
        "organisation": _by_ends({name.owner for name in names.reviewed_organisations()}),
    }
    for row in rows:
        like = [one for end in _ends(row.owner) for one in known[row.kind].get(end, ())]
        if row.owner not in like:
            near = _owners(row.kind, row.owner) or get_close_matches(row.owner, like, 1, NEAR)
            if len(near) == 1:
                yield f"id {row.owner!r} is new; did you mean {near[0]!r}?"
        elif row.kind == "leader" and row.country not in {"", people[row.owner].country}:
            theirs = people[row.owner].country
            yield f"{row.owner!r} speaks for {theirs!r} and not {row.country!r}; that stays"
    for one, other in _pairs(rows):
        yield f"{one.owner!r} is of kind {one.kind} in one row and {other.kind} in another"


def _by_ends(ids: Iterable[str]) -> Mapping[str, Collection[str]]:
    """Ids by the letters at either end: one that is like another has at least those."""
    found: dict[str, dict[str, None]] = {}
    for one in ids:
        for end in _ends(one):
            found.setdefault(end, {})[one] = None
    return found


def _ends(owner: str) -> tuple[str, str]:
    return f"{owner[:ENDS]}-", f"-{owner[-ENDS:]}"


def _owners(kind: str, spelling: str) -> tuple[str, ...]:
    """The ids of all who are called so."""
    if kind != "organisation":
        return owners(kind, spelling)
    return tuple(_organisations().get(bare_name_key(spelling), ()))


@follows
@cache
def _organisations() -> Mapping[str, Collection[str]]:
    """The ids of those who bear each name."""
    found: dict[str, dict[str, None]] = {}
    for name in names.organisations():
        found.setdefault(bare_name_key(name.name), {})[name.owner] = None
    return found


def _pairs(rows: tuple[OwnName, ...]) -> Iterator[tuple[OwnName, OwnName]]:
    """Rows that give one id two kinds."""
    first: dict[str, OwnName] = {}
    for row in rows:
        before = first.setdefault(row.owner, row)
        if before.kind != row.kind:
            yield before, row


def _asked_of_names(rows: tuple[OwnName, ...]) -> Iterator[str]:
    bearers: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        others = bearers.setdefault((row.kind, normalize(row.name)), [])
        for other in dict.fromkeys((*_owners(row.kind, row.name), *others)):
            if other != row.owner:
                yield f"{row.name!r} is a name of {other!r} and of {row.owner!r}: two share it"
        others.append(row.owner)
        if row.kind in COMPANY and (
            is_word(normalize(row.name)) or is_new_word(row.name, row.language)
        ):
            yield f"{row.name!r} is a word too: it counts only where {COMPANY[row.kind]}"
