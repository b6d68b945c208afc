"""Front matter: what does a text say of itself above its first line?

YAML between two lines `---`, TOML between two lines `+++`, an object of JSON, or lines with a label
each (`Title: …`, `Date: …`), as programs for notes, sites and mail write them.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Final, NamedTuple

from index.loaders import field_names

LONGEST_FRONT_MATTER: Final = 1 << 16  # characters; what is longer would take seconds to read
DEEPEST_FRONT_MATTER: Final = 50  # lists in lists; of a thousand, each bracket is gone over again
MOST_LABELS: Final = 40  # lines of a head
LONGEST_LABEL: Final = 30  # characters

_YAML: Final = re.compile(
    r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_TOML: Final = re.compile(r"\s*\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LABELLED: Final = re.compile(rf"([^\W\d_][^:\n]{{1,{LONGEST_LABEL}}}):(?:[ \t]+(.*))?")
_MEANT_AS_YAML: Final = re.compile(r"^[^:\n]*:[ \t]*[\[{&*|>!]", re.MULTILINE)
_DECODER: Final = json.JSONDecoder()


class FrontMatter(NamedTuple):
    """What a text says of itself, the text below, and what is wrong with what it says."""

    record: Mapping[str, object]
    body: str
    notes: tuple[str, ...] = ()


def parted(text: str) -> FrontMatter:
    """The front matter of a text, and the text; without any, the text as it is."""
    for pattern, parse in ((_YAML, _yaml), (_TOML, tomllib.loads)):
        if match := pattern.match(text):
            return _between_rules(match, text, parse)
    return above_a_text(text) or _labels(text)


def _between_rules(match: re.Match[str], text: str, parse: object) -> FrontMatter:
    """What stands between two rules; two rules around a paragraph are part of the text."""
    body = text[match.end() :]
    try:
        record = parse(match[1])  # type: ignore[operator]
    except (ValueError, RecursionError) as error:
        reason = f"front matter can't be read: {str(error).splitlines()[0]}"
        plain = {} if _MEANT_AS_YAML.search(match[1]) else _plain_lines(match[1])
        if plain:  # `title: Talks: the end` is no YAML, and clear
            return FrontMatter(plain, body)
        return FrontMatter({}, body, (reason,))
    return FrontMatter(record, body) if isinstance(record, Mapping) else FrontMatter({}, text)


def _yaml(written: str) -> object:
    """The values of YAML, each as it is written: the language `no` is no truth value.

    Raises ValueError where it is too long or too deep, or repeats a part by its name: a few such
    lines can stand for gigabytes.
    """
    import yaml  # noqa: PLC0415  few texts have any, and it takes longer to load than they do

    if len(written) > LONGEST_FRONT_MATTER:
        raise ValueError(f"longer than {LONGEST_FRONT_MATTER:,} characters")
    try:
        depth = 0
        for event in yaml.parse(written, yaml.BaseLoader):
            if isinstance(event, yaml.AliasEvent):
                raise ValueError(  # noqa: TRY004 - of the text
                    "an alias (*name) is not followed; write the value out"
                )
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST_FRONT_MATTER:
                raise ValueError(f"more than {DEEPEST_FRONT_MATTER} lists in lists")
        return yaml.load(written, yaml.BaseLoader)  # noqa: S506  it makes nothing but text
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def above_a_text(text: str) -> FrontMatter | None:
    """An object of JSON with a text below it; None if there is no such, or a second object."""
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] != "{":
        return None
    try:
        record, end = _DECODER.raw_decode(text[:LONGEST_FRONT_MATTER], start)
    except (ValueError, RecursionError):
        return None
    body = text[end:]
    is_above = body.startswith("\n") and body.strip()[:1] not in ("", "{", "[", ",")
    return FrontMatter(record, body) if is_above and _are_known(record) else None


def _labels(text: str) -> FrontMatter:
    """Lines with a label each, down to the first empty line."""
    head, _, body = text.lstrip("\n").partition("\n\n")
    record = _plain_lines(head) if body.strip() else {}
    return FrontMatter(record, body) if record else FrontMatter({}, text)


def _plain_lines(head: str) -> Mapping[str, object]:
    """The values by their labels; none where a line has none, few are known, or there are many."""
    record: dict[str, object] = {}
    if head.count("\n") >= MOST_LABELS:
        return record
    for line in filter(None, map(str.rstrip, head.split("\n"))):
        if not (match := _LABELLED.fullmatch(line)):
            return {}
        record.setdefault(match[1].strip(), (match[2] or "").strip().strip("\"'"))
    return record if _are_known(record) else {}


def _are_known(record: Mapping[str, object]) -> bool:
    """Whether names of a record are those of metadata: a title's, or two of others."""
    meant = {known[0] for name in record if (known := field_names.meaning(name))}
    return "title" in meant or len(meant - {"text"}) > 1
