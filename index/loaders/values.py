"""Values of metadata: one stored form for what people write as a list, a link or a language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from index.loaders import html_fragments
from index.loaders.clean import SURROGATES, clean
from index.loaders.prose import paragraphs
from search import icu

# Where exports wrap a value: {"name": "Reuters"}, {"$oid": "…"}, {"rendered": "…"}
VALUE_WRAPPERS: Final = (
    "name",
    "label",
    "rendered",
    "value",
    "@value",
    "$oid",
    "$date",
    "#text",
    "main",
    "default",
    "stringValue",
    "timestampValue",
    "integerValue",
    "S",
    "N",
)
DEEPEST_LIST: Final = 5  # objects within objects; more is no value, and would exhaust the stack
SEPARATORS: Final = (
    re.compile(r"[;|\n]"),
    re.compile(r"[,،]"),
)  # "a, b; c" has one comma that is not between values

KNOWN_LANGUAGES: Final = (
    "ar",
    "bg",
    "cs",
    "de",
    "el",
    "en",
    "es",
    "fa",
    "fr",
    "he",
    "hu",
    "it",
    "ka",
    "pl",
    "pt",
    "ro",
    "ru",
    "sr",
    "tr",
    "uk",
    "zh",
)
# Codes that were withdrawn, and those of ISO 639-2 and -3.
OTHER_CODES: Final[Mapping[str, str]] = {
    "ara": "ar",
    "deu": "de",
    "eng": "en",
    "fas": "fa",
    "fra": "fr",
    "fre": "fr",
    "ger": "de",
    "heb": "he",
    "hun": "hu",
    "iw": "he",
    "mo": "ro",
    "mol": "ro",
    "per": "fa",
    "pol": "pl",
    "ron": "ro",
    "rum": "ro",
    "rus": "ru",
    "spa": "es",
    "tur": "tr",
    "ukr": "uk",
}


def is_blank(value: object) -> bool:
    """Whether there is nothing in a value."""
    if isinstance(value, Mapping | list):
        return not value
    return not _plain(value).strip(" \t\r\n;")


def line(value: object) -> str | None:
    """A value as one line of text, or None if there is nothing in it."""
    return " ".join(clean(html_fragments.seen(_plain(value))).split()) or None


def prose(value: object) -> str | None:
    """A value as a text with its lines; a list is its paragraphs."""
    if isinstance(value, list | Mapping):
        value = "\n\n".join(paragraphs(value))
    return clean(html_fragments.seen(_plain(value))).strip() or None


def is_wrapped(value: Mapping[str, object]) -> bool:
    """Whether an object only wraps a value: {"rendered": "…"}."""
    return any(name in value for name in VALUE_WRAPPERS if name not in {"name", "label"})


def identifier(value: object) -> str | None:
    """An id as the source writes it."""
    written = SURROGATES.sub("\N{REPLACEMENT CHARACTER}", _plain(value))
    return written if written.strip() else None


def names(value: object) -> tuple[str, ...] | None:
    """A list of names: JSON's, or written `a; b` or `a, b`."""
    parts = value if isinstance(value, list) else _split(_plain(value))
    found = dict.fromkeys(name for part in parts if (name := line(part)))
    return tuple(found) or None


def link(value: object) -> str | None:
    """An address of the web, or None for any other."""
    address = clean(_plain(value)).strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    has_space = any(letter.isspace() for letter in address)
    return (
        address if parts.scheme in {"http", "https"} and parts.hostname and not has_space else None
    )


def language(value: object) -> str | None:
    """ISO 639-1 in lower case for `en-US`, `iw`, `heb`, `Hebrew` or `עברית`."""
    word = (line(value) or "").casefold()
    code = re.split(r"[-_]", word)[0]
    code = OTHER_CODES.get(code, code)
    if re.fullmatch("[a-z]{2}", code) and icu.language_name(code, "en") != code:
        return code
    return _language_names().get(word)


def _plain(value: object, depth: int = 0) -> str:
    """A value as text: exports wrap names in objects, and have null for nothing."""
    if depth > DEEPEST_LIST or value is None or isinstance(value, bool):
        return ""
    if isinstance(value, Mapping):
        return next((_plain(value[key], depth + 1) for key in VALUE_WRAPPERS if key in value), "")
    if isinstance(value, list):
        return "; ".join(_plain(part, depth + 1) for part in value)
    return str(value)


def _split(written: str) -> Iterable[object]:
    """The parts of a list written as one line."""
    if written.lstrip().startswith("["):
        try:
            parts = json.loads(written)
        except (ValueError, RecursionError):
            parts = None
        if isinstance(parts, list):
            return parts
    separator = next((mark for mark in SEPARATORS if mark.search(written)), SEPARATORS[0])
    return separator.split(written)


@lru_cache(maxsize=1)
def _language_names() -> Mapping[str, str]:
    """Names of the languages, in English and in themselves and in those of the reader."""
    return {
        icu.language_name(code, locale).casefold(): code
        for code in KNOWN_LANGUAGES
        for locale in ("en", "he", "ro", "ru", code)
    }
