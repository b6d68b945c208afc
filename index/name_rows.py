"""Name rows: what does a row of a `names.csv` say, and what of it is a slip?

A row that can't be right is a `ValueError`; what is taken otherwise than it is written is a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, get_args

from index.dates import metadata_dates
from index.dates.metadata_dates import Order
from index.loaders import values
from index.loaders.field_groups import is_nothing
from search import icu, names
from search.analysis.language import script_of
from search.analysis.normalize import bare_name_key, normalize, strip_accents
from search.entities.automaton import LONGEST_NAME_WORDS
from search.entities.lookup import owners
from search.model.languages import BY_CODE, LANGUAGES_BY_SCRIPT
from search.names.own import OwnKind, OwnName

Cells = Mapping[str, str]

KINDS: Final[tuple[OwnKind, ...]] = get_args(OwnKind)
WRITTEN: Final = {"person": "leader", "organization": "organisation"}  # kinds, as others say them
USUAL: Final[Mapping[str, str]] = {"Latn": "en", "Hebr": "he", "Cyrl": "ru", "Arab": "ar"}
LONGEST_NAME: Final = 200  # letters
LONGEST_SHOWN: Final = 40  # letters of one that is longer
LONGEST_INITIALS: Final = 4  # letters of a leader who is called by them: MBS, AMLO

_NOT_A_WORD: Final = re.compile(r"[\W_]+")
_MARK: Final = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f]")  # on letters
_BRACKETS: Final = re.compile(r" ?(?:\([^()]{0,100}\)|\[[^][]{0,100}\])")
_SEVERAL: Final = re.compile(r"[;|]|\s/\s")


@dataclass(frozen=True, slots=True)
class Around:
    """What a table says that each of its rows is read by.

    Its own countries by their ids and names, and whether its dates begin with the day.
    """

    countries: Mapping[str, str]
    order: Order | None

    @classmethod
    def of(cls, rows: list[Cells]) -> Around:
        """What the rows of a table say together."""
        own = [row for row in rows if _kind(row) == "country"]
        named = {bare_name_key(row.get("name", "")): _owner(row) for row in own}
        dates = (row.get(column, "") for row in rows for column in ("from", "to"))
        return cls(
            {bare_name_key(one): one for one in named.values()} | named,
            metadata_dates.order_of(dates),
        )


def slug(name: str) -> str:
    """A name as an id: in small letters without accents or points, hyphens between its words."""
    bare = strip_accents(icu.nfc(name).casefold())
    return _NOT_A_WORD.sub("-", _MARK.sub("", bare)).strip("-")


def read(cells: Cells, around: Around) -> OwnName:
    """A row, checked; raises `ValueError`."""
    kind = _kind(cells)
    if not cells.get("name"):
        raise ValueError("it has no name")
    if kind not in KINDS:
        raise ValueError(f"kind {cells['kind']!r}; expected {', '.join(KINDS)}")
    name = _name(cells)
    owner, script = _owner(cells), script_of(name)
    if _SEVERAL.search(name):
        raise ValueError(f"{name!r} is several names; give each a row")
    if kind == KINDS[0] and _is_title(name):
        raise ValueError(f"{name!r} is a title, which many bear")
    if sum(map(str.isalpha, name)) < 2:
        raise ValueError(f"{name!r} is too short for a name")
    if len(name) > LONGEST_NAME or len(name.split()) > LONGEST_NAME_WORDS:
        most = f"{LONGEST_NAME_WORDS} words and {LONGEST_NAME} letters"
        raise ValueError(f"{name[:LONGEST_SHOWN]!r}… is too long for a name; at most {most}")
    if not owner or script not in LANGUAGES_BY_SCRIPT:
        raise ValueError(f"{name!r} is in a script whose names are not looked for")
    language, country = _language(cells, script), _country(cells.get("country", ""), around)
    start, end = (_date(column, cells, around.order)[0] for column in ("from", "to"))
    if start and end and start[: len(end)] > end[: len(start)]:
        raise ValueError(f"from {start} is later than to {end}")
    kinds = {one: one for one in KINDS}
    return OwnName(owner, kinds[kind], language, name, country, start, end)


def remarks(cells: Cells, row: OwnName, around: Around) -> Iterator[str]:
    """What of a row is taken otherwise than it is written, or may be a slip."""
    if row.name != cells["name"]:
        yield f"{cells['name']!r} is read as {row.name!r}"
    said = cells.get("lang", "")
    meant = values.language(said)
    if said and (meant is None or (meant in BY_CODE and meant != row.language)):
        yield f"lang {said!r} is not that of {row.name!r}; {row.language} is taken"
    for column in ("from", "to"):
        if remark := _date(column, cells, around.order)[1]:
            yield f"{column}: {remark}"
    first, _, rest = row.name.partition(" ")
    if row.kind == KINDS[0] and " " in rest and _is_title(first.rstrip(".")):
        yield f"{row.name!r} begins with a title, and counts only with it; {rest!r} would do"
    is_one_word = row.kind == "leader" and row.name.isalpha() and row.name.isupper()
    if is_one_word and len(row.name) > LONGEST_INITIALS:
        yield f"{row.name!r} has capitals only, and counts only where an article has them too"


def _kind(cells: Cells) -> str:
    said = cells.get("kind", "").casefold() or KINDS[0]
    return WRITTEN.get(said, said)


def _owner(cells: Cells) -> str:
    return slug(cells.get("id", "") or _name(cells))


def _name(cells: Cells) -> str:
    """The name as articles write it: `Pop, Ana`, `Ana Pop (MP)` and `Ana_Pop` are Ana Pop."""
    written = " ".join(cells.get("name", "").replace("_", " ").split())
    name = _BRACKETS.sub("", written).strip() or written
    surname, _, given = name.partition(",")
    is_turned = _kind(cells) == "leader" and "," not in given
    if not (is_turned and all(any(map(str.isalpha, part)) for part in (surname, given))):
        return name
    return f"{given.strip()} {surname.strip()}"


def _is_title(name: str) -> bool:
    """Whether a name is only a title, with its article or without."""
    spelling = normalize(name)
    bare = (spelling, spelling.removeprefix("the "), spelling.removeprefix("ה"))
    return not _titles().isdisjoint(bare)


@cache
def _titles() -> frozenset[str]:
    return frozenset(normalize(row.title) for row in names.honorifics() if row.office)


def _language(cells: Cells, script: str) -> str:
    """The language of a name; of one that is not analysed, the usual one of its script."""
    said = values.language(cells.get("lang", "")) or ""
    is_so_written = said in BY_CODE and BY_CODE[said].script == script
    return said if is_so_written else USUAL[script]


def _country(said: str, around: Around) -> str:
    """The id of a country, one of the table's own, or an organisation that people lead."""
    if not said:
        return ""
    found = owners("country", said) or tuple(filter(None, (_led(said, around),)))
    if len(found) != 1:
        raise ValueError(f"no such country: {said!r}; expected a name or a code such as `il`")
    return found[0]


def _led(said: str, around: Around) -> str | None:
    key = bare_name_key(said)
    led = {office.country for held in names.offices().values() for office in held}
    called = {bare_name_key(row.name): row.owner for row in names.organisations()}
    known = {bare_name_key(one): one for one in led} | {
        name: owner for name, owner in called.items() if owner in led
    }
    return around.countries.get(key) or known.get(key)


def _date(column: str, cells: Cells, order: Order | None) -> tuple[str, str | None]:
    """A day, month or year, or nothing, and what is to be said of it; raises `ValueError`."""
    said = cells.get(column, "")
    if not said or is_nothing(said):
        return "", None
    found, remark = metadata_dates.published(said, None, order)
    if found is None:
        expected = "expected a date such as 2016-10-23, 2016-10 or 2016"
        raise ValueError(f"{column} {said!r}; {expected}")
    return found, remark
