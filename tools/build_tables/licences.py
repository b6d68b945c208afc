"""Licences: what each table descends from, under which licence, and its checksum."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from typing import Final

from search.analysis.lexicon import FOLDER
from tools.build_tables.writing import write_rows

FILE: Final = "SOURCES.tsv"
_HEADER: Final = ("file", "sha256", "source", "licence")
_DICTIONARY: Final = "simplemma"
_FREQUENCIES: Final = "wordfreq"
_RUSSIAN: Final = "pymorphy3-dicts-ru"
_LICENCES: Final = {
    _DICTIONARY: "MIT, lists CC BY-SA and ODbL",
    _FREQUENCIES: "CC BY-SA 4.0",
    _RUSSIAN: "OpenCorpora CC BY-SA 3.0",
    "IAHLT treebanks of Universal Dependencies": "CC BY-SA 4.0",
    "written for Readout": "MIT",
}
# By how a file's name ends; the first that fits.
_SOURCES: Final = (
    ("foreign-signs.tsv", ("written for Readout",)),
    ("he-grammar.tsv", ("written for Readout",)),
    ("initials.tsv", ("written for Readout",)),
    ("label-letters.tsv", ("written for Readout",)),
    ("-irregular.tsv", ("written for Readout",)),
    ("slavic-abbreviations.tsv", ("written for Readout",)),
    ("slavic-given.tsv", (_FREQUENCIES, _RUSSIAN)),
    ("slavic-surnames.tsv", (_FREQUENCIES, _RUSSIAN)),
    ("ru-endings.tsv", (_DICTIONARY, _FREQUENCIES, _RUSSIAN)),
    ("he.preferred", (_DICTIONARY, _FREQUENCIES, "IAHLT treebanks of Universal Dependencies")),
    ("he.alternates", (_DICTIONARY, _FREQUENCIES, "IAHLT treebanks of Universal Dependencies")),
    ("he-weights.tsv", ("IAHLT treebanks of Universal Dependencies",)),
    (".frequencies", (_FREQUENCIES,)),
    ("-common.trie", (_FREQUENCIES,)),
    ("-letters.tsv", (_FREQUENCIES,)),
    ("-frequent.tsv", (_FREQUENCIES,)),
    ("he-endings.tsv", (_DICTIONARY,)),
    ("-kin.tsv", (_DICTIONARY, _FREQUENCIES)),
    ("en-spellings.tsv", (_DICTIONARY, _FREQUENCIES)),
    ("-endings.tsv", (_DICTIONARY, _FREQUENCIES)),
    ("-circumfixes.tsv", (_DICTIONARY,)),
    *(
        (f"ru.{kind}", (_DICTIONARY, _FREQUENCIES, _RUSSIAN))
        for kind in ("changes.tsv", "lemmas", "alternates", "trie")
    ),
    ("", (_DICTIONARY, _FREQUENCIES)),
)


def make() -> None:
    """Write the list of sources."""
    write_rows(FILE, _HEADER, _rows())


def _rows() -> Iterator[tuple[str, str, str, str]]:
    """A row a file."""
    for path in sorted(FOLDER.iterdir()):
        if path.name != FILE:
            sources = next(sources for ending, sources in _SOURCES if path.name.endswith(ending))
            licences = "; ".join(_LICENCES[source] for source in sources)
            yield (
                path.name,
                hashlib.sha256(path.read_bytes()).hexdigest(),
                "; ".join(map(_named, sources)),
                licences,
            )


def _named(source: str) -> str:
    """A source with its version, if it is a package."""
    return (
        f"{source} {version(source)}" if source in {_DICTIONARY, _FREQUENCIES, _RUSSIAN} else source
    )
