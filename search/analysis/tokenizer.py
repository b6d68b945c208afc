"""Tokenizer: where do the words of a text begin and end?

What no dictionary has (addresses, handles, tags) and Hebrew words with their marks are found by
rule first; ICU breaks the rest. Only here are offsets set: code points into the text as it was
given, with its invisible marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from search import icu
from search.analysis import normalize
from search.analysis.prefixes import CHAINS, LETTERS
from search.analysis.word_spans import (
    ACRONYM,
    CASES,
    CHUNK,
    CLOSED,
    CONTRACTED,
    DOT,
    ELISION,
    ENDINGS,
    HIDDEN,
    HOST,
    HOST_IN,
    JOINED,
    JOINTS,
    LETTERED,
    LINKING,
    MAYBE,
    MOST_PARTS,
    ONE,
    OWNED,
    PARTED,
    PERSIAN_PART,
    PIECE,
    PREFIXED,
    QUOTED,
    REACHING,
    RULES,
    SCHEME,
    SHORT,
    SPACED,
    STRAIGHTENED,
    TRAILING,
    VERBS,
    WordSpan,
)

_PAIR: Final = 2  # parts: the digit of G-7 is its figure
_WITH_OTHERS: Final = frozenset({"literal", "quoted", "short"})


def chunks(text: str, start: int = 0) -> Iterator[tuple[int, str]]:
    """The pieces that can be looked at alone, each with its place; the text begins at `start`."""
    if any(sign in text for sign in REACHING) or SPACED.search(text):
        return ((start + match.start(), match.group()) for match in CHUNK.finditer(text))
    return _between_spaces(text, start)


def _between_spaces(text: str, start: int) -> Iterator[tuple[int, str]]:
    end = 0
    for piece in text.split():
        place = text.index(piece, end)
        end = place + len(piece)
        yield start + place, piece


def tokenize(text: str) -> list[WordSpan]:
    """The words in reading order: by start, then end."""
    if ONE.fullmatch(text):
        return [WordSpan(0, len(text), 0, text)]
    if not HIDDEN.search(text):
        return _numbered(_parts(text), text)
    places = [place for place, char in enumerate(text) if not HIDDEN.match(char)]
    shown = "".join(text[place] for place in places)
    found = _numbered(_parts(shown), shown)
    return [word._replace(start=places[word.start], end=places[word.end - 1] + 1) for word in found]


def _parts(text: str) -> list[WordSpan]:
    """What the rules and ICU find, without compounds; positions come later."""
    ruled: list[WordSpan] = []
    rest: list[str] = []
    last = 0
    for match in RULES.finditer(text):
        ruled += _by_rule(match)
        # blanked, so that offsets stay
        rest += (text[last : match.start()], " " * len(match.group()))
        last = match.end()
    # some versions of ICU take @ for a letter
    blanked = "".join((*rest, text[last:])).replace("@", " ")
    blanked = DOT.sub(_parted, blanked) if "." in blanked else blanked
    blanked = MAYBE.sub(_blank, blanked) if "(" in blanked else blanked
    blanked = blanked.translate(STRAIGHTENED)
    spans = icu.word_spans(blanked) if not blanked.isspace() else []
    plain = [
        _plain(text, *span) for span in spans if not OWNED.fullmatch(text, span[0] - 2, span[1])
    ]
    return sorted((*ruled, *plain), key=lambda word: word.start)


def half_spaced(word: str) -> tuple[str, ...]:
    """The parts of a Persian compound, as some write them with a space between."""
    parts = tuple(part.group() for part in PERSIAN_PART.finditer(word))
    return parts if len(parts) > 1 else ()


def _parted(dot: re.Match[str]) -> str:
    """A space for a dot before a name (V.Putin) or a sentence that lost its space.

    Ph.D and U.S keep theirs.
    """
    return " " if dot[1].isupper() and dot[2].islower() else "."


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _plain(text: str, start: int, end: int) -> WordSpan:
    """A word as ICU has it; what an apostrophe ties to it is shown and does not belong to it."""
    word = text[start:end]
    if word.isalpha():
        return WordSpan(start, end, 0, word)
    contracted = CONTRACTED.fullmatch(word)
    if contracted:
        return WordSpan(start, end, 0, contracted["head"], "short")
    whole = ENDINGS.sub("", word)
    bare = ELISION.sub("", whole, count=1)
    if bare != whole and whole[0] == "d":  # d'accord, but also D'Amato without its capital
        return WordSpan(start, end, 0, bare, "quoted")
    return WordSpan(start, end, 0, CASES.sub("", bare) if bare[0].isupper() else bare)


def _by_rule(match: re.Match[str]) -> Iterator[WordSpan]:
    """The words in what a rule found."""
    start, end, found = match.start(), match.end(), match.group()
    match match.lastgroup:
        case "hebrew":
            yield from _hebrew(match.string, start, end)
        case "tag":
            spans = re.finditer(r"[^_]+", found[1:])
            yield from (
                word for part in spans for word in _humps(part.group(), start + 1 + part.start())
            )
        case "ordinal":
            yield WordSpan(start, end, 0, match["ordinal"])
        case "fraction":
            figures = unicodedata.normalize("NFKC", found).split("⁄")
            yield from (WordSpan(start, end, 0, figure) for figure in figures)
        case "handle":
            yield WordSpan(start, end, 0, found[1:], "literal")
        case "literal":
            address = found.rstrip(TRAILING)
            yield WordSpan(start, start + len(address), 0, address, "literal")
        case _:
            yield WordSpan(start, end, 0, re.sub(r"\sو\s|\s", "", found))


def _humps(tag: str, start: int) -> Iterator[WordSpan]:
    """The words of a tag that only capitals part: GrainDeal."""
    cuts = [
        place for place in range(1, len(tag)) if tag[place - 1].islower() and tag[place].isupper()
    ]
    for first, last in pairwise((0, *cuts, len(tag))):
        yield WordSpan(start + first, start + last, 0, tag[first:last], "tag")


def _hebrew(text: str, start: int, end: int) -> Iterator[WordSpan]:
    """A Hebrew word.

    A mark inside it is a letter's, an acronym's, or opens a quotation after prefix letters.
    """
    is_opened = start > 0 and normalize.normalize(text[start - 1]) == "'"
    if normalize.normalize(text[end - 1]) == "'" and (
        is_opened or CLOSED.fullmatch(text, start, end)
    ):
        end -= 1  # the closing mark of 'a quotation'
    spelled = text[start:end]
    written = normalize.normalize(spelled)
    head, mark, quoted = written.partition('"')
    if "'" in written and QUOTED.match(written):
        yield _singly_quoted(start, end, written)
    elif not mark or ACRONYM.fullmatch(written):
        yield WordSpan(start, end, 0, spelled)
    elif head in CHAINS:
        yield WordSpan(start, end, 0, quoted)
    else:
        yield from (
            WordSpan(*piece.span(), 0, piece.group()) for piece in PIECE.finditer(text, start, end)
        )


def _singly_quoted(start: int, end: int, written: str) -> WordSpan:
    """A word behind prefix letters and the mark that opens 'a quotation'.

    Without the closing one it may be a name.
    """
    inside = written.partition("'")[2]
    is_closed = inside.endswith("'")
    return WordSpan(
        start, end - is_closed, 0, inside.removesuffix("'"), "word" if is_closed else "quoted"
    )


def _numbered(parts: list[WordSpan], text: str) -> list[WordSpan]:
    """With positions, prefixes before a joint taken up, and each compound also written as one."""
    has_more = any(
        word.kind in _WITH_OTHERS
        or ("." in word.spelled and HOST_IN.match(word.spelled))
        or (not word.spelled.isalpha() and LETTERED.fullmatch(word.spelled))
        for word in parts
    )
    if len(parts) == 1 and not has_more:
        return parts
    rows: list[WordSpan] = []
    position = 0
    for run in _runs(parts, text):
        placed = [word._replace(position=place) for place, word in enumerate(run, position)]
        joined = _joined(placed)
        is_tied = joined or len(placed) > MOST_PARTS
        first, *others = _bound(placed) if is_tied else placed
        rows += [
            first,
            *joined,
            *others,
            *(other for word in placed for other in _others(word, text)),
        ]
        position += len(placed)
    return sorted(rows, key=lambda word: (word.start, word.end)) if has_more else rows


def _runs(parts: list[WordSpan], text: str) -> Iterator[list[WordSpan]]:
    """Words that only a joint parts, together."""
    run: list[WordSpan] = []
    for word in parts:
        gap = text[run[-1].end : word.start] if run else None
        if gap is not None and _is_prefix(run[-1], word, gap):
            run[-1] = word._replace(start=run[-1].start)
        elif gap is not None and (gap in JOINED if gap else word.kind == run[-1].kind == "tag"):
            run.append(word)
        else:
            if run:
                yield run
            run = [word]
    if run:
        yield run


def _is_prefix(first: WordSpan, second: WordSpan, gap: str) -> bool:
    """Whether Hebrew prefix letters stand before a joint: ה-80, ב-CNN, ב2016.

    ה-ארץ with one letter only.
    """
    if first.spelled not in CHAINS or not (gap == "" or gap in JOINTS) or second.kind == "literal":
        return False
    return icu.script_of(second.spelled[0]) != "Hebr" or (
        len(first.spelled) == 1 and first.spelled in LETTERS
    )


def _joined(run: list[WordSpan]) -> list[WordSpan]:
    """The compound as one word, if it has letters."""
    if not 1 < len(run) <= MOST_PARTS or any(word.kind == "literal" for word in run):
        return []
    *others, last = [word.spelled for word in run]
    spelled = "".join((*map(normalize.unfinal, others), last))
    if not any(char.isalpha() for char in spelled):
        return []
    return [WordSpan(run[0].start, run[-1].end, run[0].position, spelled, "joined")]


def _bound(run: list[WordSpan]) -> list[WordSpan]:
    """The parts of a compound, those that are no words by themselves with their neighbour.

    E-mail for its e.
    One letter is none; two are none unless a capital says that they may be a name's (Ban Ki-moon)
    or initials.
    """
    most = 1 if any(word.spelled != word.spelled.lower() for word in run) else SHORT
    pairs = [(run[0], run[1]), *pairwise(run)]
    return [
        word._replace(spelled=f"{first.spelled}-{second.spelled}", kind="bound")
        if _is_bound(word, most, len(run)) or (word is first and _is_tied(word.spelled))
        else word._replace(kind="linked")
        if LINKING.fullmatch(first.spelled)
        else word
        for word, (first, second) in zip(run, pairs, strict=True)
    ]


def _is_tied(first: str) -> bool:
    """Whether the first part of a compound is no word by itself, however long it is."""
    return bool(LINKING.fullmatch(first) or PREFIXED.fullmatch(first.lower()))


def _is_bound(word: WordSpan, most: int, parts: int) -> bool:
    """Whether a part is so short that it is no word; a digit between others is none (a-6-b)."""
    if word.spelled.isdecimal():
        return len(word.spelled) == 1 and parts > _PAIR
    return (
        len(word.spelled) <= most
        and word.spelled.isalpha()
        and icu.script_of(word.spelled[0]) in PARTED
    )


def _others(word: WordSpan, text: str) -> Iterator[WordSpan]:
    """What else stands at a word's place.

    The site that an address leads to, the name that may have a mark (ל'אקיפ, d'amato).
    """
    if word.kind == "quoted":
        whole = ENDINGS.sub("", text[word.start : word.end])
        yield word._replace(spelled=whole, kind="joined")
    contracted = CONTRACTED.fullmatch(text, word.start, word.end) if word.kind == "short" else None
    if contracted:
        yield word._replace(spelled=VERBS[contracted["verb"].lower()], kind="joined")
    lettered = LETTERED.fullmatch(word.spelled) if word.kind == "word" else None
    if lettered:
        yield word._replace(spelled=lettered["letters"], kind="lettered")
    found = HOST.match(word.spelled) if word.kind == "literal" else None
    if found is not None and found["host"] != word.spelled:
        start, end = (word.start + place for place in found.span("host"))
        yield WordSpan(start, end, word.position, found["host"], "host")
    bare = SCHEME.sub("", word.spelled).rstrip("/") if word.kind == "literal" else word.spelled
    if found is not None and bare not in {word.spelled, found["host"]}:
        yield word._replace(spelled=bare, kind="bare")
    within = HOST_IN.match(word.spelled if found is None else found["host"])
    if within is not None and word.kind in {"word", "literal"}:
        yield word._replace(spelled=within["site"], kind="host")
