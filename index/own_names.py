"""Own names: what do the `names.csv` of an archive say, and what of it can't be right?

A row is a name: `id,kind,lang,name,country,from,to`, where only the name must be there. What can't
be understood is left out and said; what looks like a slip is taken and asked about.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final, get_args

from index.loaders import csvs, names_table, walk
from index.loaders.source import read
from search import icu, names
from search.analysis.language import script_of
from search.analysis.normalize import normalize
from search.entities.ambiguity import is_common
from search.entities.lookup import owners
from search.errors import SourceError
from search.model.languages import BY_CODE, LANGUAGES_BY_SCRIPT
from search.names.own import NONE, OwnKind, OwnName, used

KINDS: Final[tuple[OwnKind, ...]] = get_args(OwnKind)
USUAL: Final[Mapping[str, str]] = {"Latn": "en", "Hebr": "he", "Cyrl": "ru", "Arab": "ar"}
EMPTY: Final = "it is empty"
NEAR: Final = 0.85  # how much an id is like another that may be meant

_DATE: Final = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_NOT_A_WORD: Final = re.compile(r"[\W_]+")


def slug(name: str) -> str:
    """A name as an id: in small letters, with hyphens between its words."""
    return _NOT_A_WORD.sub("-", name.casefold()).strip("-")


def read_table(path: Path) -> tuple[tuple[OwnName, ...], list[str]]:
    """The rows of a file of names, and what can't be right in it; raises `SourceError`."""
    found: list[OwnName] = []
    wrong: list[str] = []
    for one in _cells(path):
        if isinstance(one, str):
            wrong.append(one)
            continue
        number, cells = one
        try:
            found.append(_row(cells))
        except ValueError as error:
            wrong.append(f"row {number} is left out: {error}")
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


def _cells(path: Path) -> Iterator[tuple[int, Mapping[str, str]] | str]:
    """The rows of a table, each with its number (the first is 1) and its cells by column.

    Or why a row can't be read; raises `SourceError` where the file can't, or has not even a row of
    columns: whatever wrote it was cut short.
    """
    text = read(path)[0]
    if not text.strip():
        raise SourceError(str(path), EMPTY)
    table = csvs.table(text)
    first = next(table, [])
    header = names_table.columns([] if isinstance(first, str) else first)
    for number, row in enumerate(table, 2):
        if isinstance(row, str):
            yield row
        elif csvs.has_more_cells(row, header):
            yield f"row {number}: {len(row)} cells under {len(header)} names"
        else:
            cells = zip(header, row, strict=False)
            yield number, {name: " ".join(cell.split()) for name, cell in cells if name}


def _row(cells: Mapping[str, str]) -> OwnName:
    """A row, checked; raises `ValueError`."""
    name, kind = cells.get("name", ""), cells.get("kind", "").casefold() or KINDS[0]
    if not name:
        raise ValueError("it has no name")
    if kind not in KINDS:
        raise ValueError(f"kind {kind!r}; expected {', '.join(KINDS)}")
    owner = slug(cells.get("id", "") or name)
    script = script_of(name)
    if not owner or script not in LANGUAGES_BY_SCRIPT:
        raise ValueError(f"{name!r} is in a script whose names are not looked for")
    return OwnName(
        owner,
        next(one for one in KINDS if one == kind),
        _language(cells.get("lang", "").casefold(), script),
        name,
        _country(cells.get("country", "")),
        *(_date(column, cells.get(column, "")) for column in ("from", "to")),
    )


def _language(said: str, script: str) -> str:
    """The language of a name; of one that is not analysed, the usual one of its script."""
    return said if said in BY_CODE and BY_CODE[said].script == script else USUAL[script]


def _country(said: str) -> str:
    if not said:
        return ""
    found = owners("country", said)
    if len(found) != 1:
        raise ValueError(f"no such country: {said!r}; expected a name or a code such as `il`")
    return found[0]


def _date(column: str, said: str) -> str:
    if said and not _DATE.fullmatch(said):
        raise ValueError(f"{column} {said!r}; expected a date such as 2016-10-23, 2016-10 or 2016")
    return said


def questions(rows: Iterable[OwnName]) -> Iterator[str]:
    """What in some rows looks like a slip, or clashes with the names that everybody has."""
    with used(NONE):
        rows = tuple(rows)
        yield from dict.fromkeys(_asked_of_ids(rows))
        yield from dict.fromkeys(_asked_of_names(rows))


def clashes(tables: Collection[tuple[OwnName, ...]]) -> list[str]:
    """What in files of names clashes with other files, though each may be right by itself."""
    alone = {one for rows in tables for one in questions(rows)}
    every = dict.fromkeys(row for rows in tables for row in rows)
    return [one for one in questions(every) if one not in alone]


def _asked_of_ids(rows: tuple[OwnName, ...]) -> Iterator[str]:
    people = names.reviewed_people()
    known = {
        "leader": frozenset(people),
        "country": frozenset(map(str.lower, icu.country_codes())),
        "organisation": frozenset(name.owner for name in names.reviewed_organisations()),
    }
    for row in rows:
        if row.owner not in known[row.kind]:
            meant = owners(row.kind, row.owner) if row.kind != "organisation" else ()
            near = meant or get_close_matches(row.owner, known[row.kind], 1, NEAR)
            if len(near) == 1:
                yield f"id {row.owner!r} is new; did you mean {near[0]!r}?"
        elif row.kind == "leader" and row.country not in {"", people[row.owner].country}:
            theirs = people[row.owner].country
            yield f"{row.owner!r} speaks for {theirs!r} and not {row.country!r}; that stays"
    for one, other in _pairs(rows):
        yield f"{one.owner!r} is a {one.kind} in one row and a {other.kind} in another"


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
        ours = owners(row.kind, row.name) if row.kind != "organisation" else ()
        for other in dict.fromkeys((*ours, *others)):
            if other != row.owner:
                yield f"{row.name!r} is a name of {other!r} and of {row.owner!r}: two share it"
        others.append(row.owner)
        if row.kind == "leader" and is_common(normalize(row.name), row.language):
            yield f"{row.name!r} is a word too: it counts only where the whole name or a title is"
