"""Analyzer: from a text to the terms of its words, the same way for articles and for queries.

Pieces of text that no space parts are kept with their rows, as words are with their terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from search.analysis import context, normalize
from search.analysis.language import (
    foreign_languages_of,
    language_of,
    languages_of,
    script_of,
)
from search.analysis.term_builders import exact, lemma
from search.analysis.term_cache import NUMERAL, Cells, TermCache, TermReader, spelling
from search.analysis.tokenizer import chunks, tokenize
from search.analysis.tokens import AnalysedArticle, AnalysedText, Side
from search.analysis.word_spans import ONE, WordSpan
from search.model.articles import Article, Span
from search.model.languages import LANGUAGES_BY_SCRIPT, UNDETERMINED
from search.model.line_wrapping import soft_line_ends

__all__ = ["analyse", "analyse_article", "language_of"]

_LINE: Final = re.compile(r"[^\n]+")
_ACCENT: Final = re.compile("[ăâîșțşţĂÎÂȘȚŞŢ]|[aisAIS][\u0302\u0306]|[stST][\u0326\u0327]")
_SIGNS: Final = "ăâîșțşţĂÎÂȘȚŞŢ\u0302\u0306\u0326\u0327"
_ACCENTED: Final = "Latn"  # the script with those accents
_BEFORE: Final = '("„“«'
_AFTER: Final = ',;:!?…)"”»'
_AFTER_ALL: Final = f"{_AFTER}."  # a full stop may say that a word is cut short
# Short Romanian words that a hyphen ties to another, without accents: s-a, nu-i, dintr-un.
_CLITIC: Final = re.compile(
    "a[imrsu]?|ati|c[ae]|de?|i|l[ei]?|m[ai]?|n[eiu]?|o|s[aei]?|t[ei]?|un?|v[ai]?",
)
_FOREIGN: Final = "mis"  # ISO 639's word for a language without a code: none of ours
_SHARED: Final = tuple(
    script for script, languages in LANGUAGES_BY_SCRIPT.items() if len(languages) > 1
)
_NAMED: Final = re.compile(r"\bXI,? [A-ZĂÂÎȘȚŞŢ]{2}|[A-ZĂÂÎȘȚŞŢ]{3},? XI\b")

Rows = tuple[context.Row, ...]
# the language of each script that several share, where it is known
Choice = tuple[tuple[str, str], ...]


class _Manner(TermCache[Cells | Rows]):
    """How the pieces of a text are read, which no space parts.

    The cells of a piece that is one word from its beginning to its end, as nearly all are, for rows
    would take as much room again; of any other its rows, from its own beginning.
    """

    most = 3 << 14

    def __init__(self, side: Side, choice: Choice, *, is_accented: bool, is_shouted: bool) -> None:
        super().__init__()
        self._side = side
        self._is_romanian = ("Latn", "ro") in choice
        self.has_context = not context.LANGUAGES.isdisjoint(_languages("Cyrl", choice))
        # XI may be a name written in capitals
        self._is_numeral = side == "article" and not is_shouted
        self._other = _reader(side, (), is_accented=False)
        self._readers = {
            script: _reader(
                side, _languages(script, choice), is_accented=is_accented and script == _ACCENTED
            )
            for script in LANGUAGES_BY_SCRIPT
        }

    def made(self, piece: str) -> Cells | Rows:
        """What is read of a piece, open rows where the words around it have a say."""
        core = piece.rstrip(_AFTER_ALL)
        read = self._read(core) if core == piece else self[core]
        words = [read[0]] if isinstance(read, Cells) else [row[3][0] for row in read]
        is_open = self.has_context and context.is_open(words, piece)
        if isinstance(read, Cells):
            if core == piece and not is_open:
                return read
            read = ((0, len(core), 0, read),)
        return context.OpenRows(read) if is_open else read

    def _read(self, core: str) -> Cells | Rows:
        """What is read of a piece without the marks around it."""
        one = ONE.fullmatch(core)
        if one and core != NUMERAL:
            return self._readers[str(one.lastgroup)][core]
        found = tokenize(core)
        if self._is_romanian and _is_clitic(found):  # s-a is no sa
            found = [word for word in found if word.kind != "joined"]
        if self._side == "query":
            found = _asked(found)
        cells = [(word, self._cells(word)) for word in found]
        return tuple([(word.start, word.end, word.position, own) for word, own in cells if own[0]])

    def _cells(self, word: WordSpan) -> Cells:
        """The cells of a word; its spelling is empty if nothing of it is left without its marks."""
        if word.kind in {"literal", "host", "bare"}:
            return self._other[word.spelled]
        if word.kind == "bound":
            spelled = normalize.strip_accents(spelling(word.spelled))
            return Cells(spelled, (exact(spelled), lemma(spelled)))
        if word.kind == "linked":
            spelled = spelling(word.spelled)
            return Cells(spelled, (exact(spelled),))
        if self._is_numeral and word.spelled == NUMERAL:
            return Cells(NUMERAL, (exact(NUMERAL),))
        return self._readers.get(script_of(spelling(word.spelled)), self._other)[word.spelled]


def _languages(script: str, choice: Choice) -> tuple[str, ...]:
    """The languages that a word of a script is read in.

    The one that was chosen, or all that write so.
    """
    chosen = dict(choice).get(script)
    return tuple(language for language in LANGUAGES_BY_SCRIPT[script] if chosen in {None, language})


@cache
def _reader(side: Side, languages: tuple[str, ...], *, is_accented: bool) -> TermReader:
    """One reader of each kind, whatever else stands in a line, so that what it keeps is kept."""
    return TermReader(side, languages, is_accented=is_accented)


@cache
def _manner(side: Side, choice: Choice, *, is_accented: bool, is_shouted: bool) -> _Manner:
    """One manner of each kind."""
    return _Manner(side, choice, is_accented=is_accented, is_shouted=is_shouted)


def _is_clitic(found: Sequence[WordSpan]) -> bool:
    """Whether a compound is a word and a pronoun or verb that leans on it.

    E-mail and G-20 are none.
    """
    spelled = [
        normalize.strip_accents(normalize.normalize(word.spelled))
        for word in found
        if word.kind == "bound"
    ]
    parts = [part for pair in spelled for part in pair.split("-")]
    return any(map(_CLITIC.fullmatch, parts)) and not any(map(str.isdigit, parts))


def _asked(found: Sequence[WordSpan]) -> list[WordSpan]:
    """What is asked for by an address: it alone, or the site where www. and no more was typed.

    Nor is a name asked for by a figure behind it: Boeing737.
    """
    sites = {word.position: word.spelled for word in found if word.kind == "host"}
    is_site = {
        word.position
        for word in found
        if word.kind == "literal" and word.spelled == f"www.{sites.get(word.position)}"
    }
    left_out = {place: "literal" if place in is_site else "host" for place in sites}
    return [
        word
        for word in found
        if word.kind not in {left_out.get(word.position), "bare", "lettered"}
        and (word.kind != "host" or word.spelled == sites[word.position])
    ]


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a text says of its lines.

    Its side, its accents, and the language of each script on the whole.
    """

    side: Side
    is_accented: bool
    languages: Mapping[str, str]
    is_given: bool = False

    def manner(self, line: str) -> _Manner:
        """How a line is read.

        Each script in its own language where it is long enough to tell, else in the text's.
        """
        known = dict(self.languages)
        if not self.is_given:
            asked = [one for one in _SHARED if known.get(one, _FOREIGN) != _FOREIGN]
            own = languages_of(line, asked).items()
            known.update((script, sure) for script, sure in own if sure != UNDETERMINED)
        is_shouted = NUMERAL in line and bool(_NAMED.search(line))
        choice = tuple(
            (script, known[script])
            for script in _SHARED
            if known.get(script, UNDETERMINED) != UNDETERMINED
        )
        return _manner(self.side, choice, is_accented=self.is_accented, is_shouted=is_shouted)


def analyse(
    text: str, *, side: Side = "article", lang: str | None = None, accented: bool | None = None
) -> AnalysedText:
    """A text's words with their places and terms.

    Without `lang`, each line and script tells its own language. `accented` says whether the article
    that the text is a part of writes Romanian accents; without it, the text itself is looked at.
    """
    is_accented = _has_accents(text) if accented is None else accented
    is_given = lang is not None and lang != UNDETERMINED
    languages = {_script(lang): lang} if lang and is_given else languages_of(text)
    return _columns(text, [(0, len(text))], _Setting(side, is_accented, languages, is_given))


def analyse_article(article: Article) -> AnalysedArticle:
    """An article's title and body; what is boilerplate has no rows."""
    title = "" if article.title_source == "sentence" else article.title
    whole = f"{title}\n{article.text}"
    languages = languages_of(whole)
    foreign = foreign_languages_of(whole, languages)
    setting = _Setting(
        "article", _has_accents(whole), {**languages, **dict.fromkeys(foreign, _FOREIGN)}
    )
    body = _columns(article.text, article.searched(), setting)
    titled = _columns(title, [(0, len(title))], setting)
    return AnalysedArticle(article.article_id, titled, body, soft_line_ends(article.text))


def _has_accents(text: str) -> bool:
    """Whether a text has Romanian accents.

    The pattern is slow, so signs that belong to one are looked for first.
    """
    return any(sign in text for sign in _SIGNS) and bool(_ACCENT.search(text))


def _columns(text: str, spans: Iterable[Span], setting: _Setting) -> AnalysedText:
    """The rows of what lies in the spans, in lists: an object a word is what makes Python slow."""
    starts, ends, positions = list[int](), list[int](), list[int]()
    cells: list[context.Cells] = []
    position = 0
    for line in (line for span in spans for line in _LINE.finditer(text, *span)):
        manner, first_row = setting.manner(line.group()), len(starts)
        unsettled: list[int] = []
        for place, piece in chunks(line.group(), line.start()):
            first, core = (place, piece) if piece.isalnum() else _core(place, piece)
            read = manner[core]
            if isinstance(read, Cells):
                starts.append(first)
                ends.append(first + len(core))
                positions.append(position)
                cells.append(read)
                position += 1
                continue
            if read.__class__ is context.OpenRows:
                unsettled += range(len(starts), len(starts) + len(read))
            for row in read:
                starts.append(first + row[0])
                ends.append(first + row[1])
                positions.append(position + row[2])
                cells.append(row[3])
            position = positions[-1] + 1 if positions else 0
        if unsettled:
            written = context.Line(text, starts, ends, cells, first_row)
            context.settle(written, unsettled, setting.side)
    return AnalysedText(tuple(starts), tuple(ends), tuple(positions), *zip(*cells, strict=True))


def _core(place: int, piece: str) -> tuple[int, str]:
    """A piece without the marks around it that change nothing in it, and its place."""
    inside = piece.lstrip(_BEFORE)
    return place + len(piece) - len(inside), inside.rstrip(_AFTER)


def _script(lang: str) -> str:
    """The script that a language is written in."""
    return next(
        (script for script, languages in LANGUAGES_BY_SCRIPT.items() if lang in languages), "Latn"
    )
