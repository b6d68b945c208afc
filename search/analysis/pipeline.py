"""The pipeline: from a text to the terms of its words, one way for articles and for queries.

Words are analysed once: an archive says the same words again and again, so pieces of text that no space parts are
kept with their rows.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from typing import Final

from search import icu
from search.analysis import fold
from search.analysis.language import SCRIPTS, language_of, languages_of, script_of
from search.analysis.morphology import LANGUAGES
from search.analysis.reading import Reading, Written, exact, lemma
from search.analysis.tables import FOLDER
from search.analysis.tokens import AnalysedArticle, AnalysedText, Side
from search.analysis.words import ONE, Word, chunks, words
from search.articles import UNDETERMINED, Article, Span
from search.names import LANGUAGES as NAMED
from search.names import spelling_joins, word_names

__all__ = ["VERSION", "analyse", "analyse_article", "fingerprint", "language_of"]

VERSION: Final = 3  # raised by hand when the same tables give other terms

_LINE: Final = re.compile(r"[^\n]+")
_ACCENT: Final = re.compile("[ăâîșțşţĂÎÂȘȚŞŢ]|[aisAIS][\u0302\u0306]|[stST][\u0326\u0327]")
_SIGNS: Final = "ăâîșțşţĂÎÂȘȚŞŢ\u0302\u0306\u0326\u0327"
_ACCENTED: Final = "Latn"  # the script with those accents
_LONGEST: Final = 128  # letters of a word that count; more is no word
_LONGEST_CHUNK: Final = 64  # longer pieces are seldom seen twice
_BEFORE: Final = '("„“«'
_AFTER: Final = ',.;:!?…)"”»'
_CLITIC: Final = 2  # letters of the Romanian pronouns and verbs that a hyphen ties to a word
_SHARED: Final = tuple(script for script, languages in SCRIPTS.items() if len(languages) > 1)
_NUMERAL: Final = "XI"  # the Roman numeral that is a leader's name too; beside other capitals it is the name
_NAMED: Final = re.compile(r"\bXI,? [A-ZĂÂÎȘȚŞŢ]{2}|[A-ZĂÂÎȘȚŞŢ]{3},? XI\b")
_MOST_CHUNKS: Final = 1 << 15  # pieces that a manner keeps as its newest, about ten megabytes

Row = tuple[int, int, int, str, tuple[str, ...], tuple[str, ...]]
Rows = tuple[Row, ...]
Choice = tuple[tuple[str, str], ...]  # the language of each script that several share, where it is known


class _Manner(dict[str, Rows]):
    """How the pieces of a text are read: a piece's rows, which are kept for as long as it comes again.

    A dictionary that makes what it lacks, because a piece that is kept must cost one look.
    """

    def __init__(self, side: Side, choice: Choice, *, is_accented: bool, is_shouted: bool) -> None:
        super().__init__()
        self._side = side
        self._choice = choice
        self._languages = dict(choice)
        self._is_accented = is_accented
        self._is_shouted = is_shouted  # XI may be a name written in capitals
        self._older: dict[str, Rows] = {}  # what was kept before there was too much
        self._alone: dict[str, _Manner] = {}  # the manner of a script by itself

    def __missing__(self, piece: str) -> Rows:
        """The rows of a piece, from its own beginning; what stands around a word changes nothing in it."""
        inside = piece.lstrip(_BEFORE)
        core = inside.rstrip(_AFTER)
        if core == piece:
            return self._keep(core, self._older.get(core) or self._anew(core))
        lead, rows = len(piece) - len(inside), self[core]
        return self._keep(piece, tuple((lead + row[0], lead + row[1], *row[2:]) for row in rows) if lead else rows)

    def _anew(self, core: str) -> Rows:
        """The rows of what is not kept; a word in one script is read alike, and kept, whatever others stand around."""
        if not ONE.fullmatch(core):
            return self._rows(words(core))
        alone = self._of(script_of(core))
        return alone[core] if alone is not self else self._rows([Word(0, len(core), 0, core)])

    def _of(self, script: str) -> _Manner:
        """How the words of one script are read, whatever others stand around."""
        if script not in self._alone:
            choice = tuple(row for row in self._choice if row[0] == script)
            is_accented = self._is_accented and script == _ACCENTED
            self._alone[script] = _manner(self._side, choice, is_accented=is_accented, is_shouted=self._is_shouted)
        return self._alone[script]

    def _keep(self, piece: str, rows: Rows) -> Rows:
        if len(self) >= _MOST_CHUNKS:
            self._older = dict(self)
            self.clear()
        if len(piece) <= _LONGEST_CHUNK:
            self[piece] = rows
        return rows

    def _rows(self, found: Sequence[Word]) -> Rows:
        if _is_clitic(found) and self._languages.get("Latn") == "ro":  # s-a is no sa
            found = [word for word in found if word.kind != "joined"]
        return tuple([row for word in found if (row := self._row(word))])

    def _row(self, word: Word) -> Row | None:
        """A word with its terms, if any of it is left without its marks."""
        is_numeral = word.spelled == _NUMERAL and self._side == "article" and not self._is_shouted
        spelled = _NUMERAL if is_numeral else _spelled(word)
        if not spelled:
            return None
        read = self._read(word, spelled)
        return word.start, word.end, word.position, spelled, read.terms, read.loose

    def _read(self, word: Word, spelled: str) -> Reading:
        """The terms of a word; whoever types `xi` or `XI` may mean the numeral, whoever types `Xi` the name."""
        if spelled == _NUMERAL:
            return Reading((exact(spelled),))
        is_either = self._side == "query" and word.spelled in {_NUMERAL, _NUMERAL.lower()}
        read = self._in_languages(word, spelled)
        return read | Reading((exact(_NUMERAL),)) if is_either else read

    def _in_languages(self, word: Word, spelled: str) -> Reading:
        """The terms of a word in the language of its script, or in all that write so."""
        languages = () if word.kind == "literal" else self._languages_of(script_of(spelled))
        if not languages:
            return Reading((exact(spelled), lemma(spelled)))
        written = Written(spelled, self._side, word.spelled[:1].isupper(), _is_initials(word), self._is_accented)
        return reduce(or_, [LANGUAGES[language](written) for language in languages])

    def _languages_of(self, script: str) -> Sequence[str]:
        """The languages that a word of a script is read in."""
        ours, chosen = SCRIPTS.get(script, ()), self._languages.get(script, UNDETERMINED)
        return ours if chosen == UNDETERMINED else [language for language in ours if language == chosen]


_MANNERS: Final[dict[tuple[Side, Choice, bool, bool], _Manner]] = {}


def _manner(side: Side, choice: Choice, *, is_accented: bool, is_shouted: bool) -> _Manner:
    """One manner of each kind, so that what it keeps is kept."""
    key = (side, choice, is_accented, is_shouted)
    if key not in _MANNERS:  # which an empty manner may be in
        _MANNERS[key] = _Manner(side, choice, is_accented=is_accented, is_shouted=is_shouted)
    return _MANNERS[key]


def _is_initials(word: Word) -> bool:
    """Whether a word is two capitals, with dots or without."""
    letters = word.spelled.replace(".", "")
    return len(letters) == 2 and letters.isupper()


def _is_clitic(found: Sequence[Word]) -> bool:
    """Whether a compound has a part that is too short for a word of its own."""
    return len(found) > 1 and min(len(word.spelled) for word in found) <= _CLITIC


def _spelled(word: Word) -> str:
    """A word's normal spelling; numbers and letters with dots have one each."""
    spelled = word.spelled[:_LONGEST]
    return fold.number(spelled) if spelled[:1].isdecimal() else fold.undotted(fold.normal(spelled))


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a text says of its lines: its side, its accents, and the language of each script on the whole."""

    side: Side
    is_accented: bool
    languages: Mapping[str, str]
    is_given: bool = False

    def manner(self, line: str) -> _Manner:
        """How a line is read: each script in its own language where it is long enough to tell, else in the text's."""
        own = {} if self.is_given else languages_of(line, self.languages)
        sure = {script: language for script, language in own.items() if language != UNDETERMINED}
        known = {**self.languages, **sure}
        is_shouted = _NUMERAL in line and bool(_NAMED.search(line))
        choice = tuple((script, known[script]) for script in _SHARED if known.get(script, UNDETERMINED) != UNDETERMINED)
        return _manner(self.side, choice, is_accented=self.is_accented, is_shouted=is_shouted)


def analyse(
    text: str, *, side: Side = "article", lang: str | None = None, accented: bool | None = None
) -> AnalysedText:
    """A text's words with their places and terms.

    Without `lang`, each line and script tells its own language. `accented` says whether the article that the text is
    a part of writes Romanian accents; without it, the text itself is looked at.
    """
    is_accented = _has_accents(text) if accented is None else accented
    is_given = lang is not None and lang != UNDETERMINED
    languages = {_script(lang): lang} if lang and is_given else languages_of(text)
    return _columns(text, [(0, len(text))], _Setting(side, is_accented, languages, is_given))


def analyse_article(article: Article) -> AnalysedArticle:
    """An article's title and body; what is boilerplate has no rows."""
    title = "" if article.title_source == "sentence" else article.title
    whole = f"{title}\n{article.text}"
    setting = _Setting("article", _has_accents(whole), languages_of(whole))
    body = _columns(article.text, article.searched(), setting)
    return AnalysedArticle(article.article_id, _columns(title, [(0, len(title))], setting), body)


def _has_accents(text: str) -> bool:
    """Whether a text has Romanian accents; the pattern is slow, so signs that belong to one are looked for first."""
    return any(sign in text for sign in _SIGNS) and bool(_ACCENT.search(text))


def _columns(text: str, spans: Iterable[Span], setting: _Setting) -> AnalysedText:
    """The rows of what lies in the spans; lists of columns, for an object a word is what makes Python slow."""
    starts: list[int] = []
    ends: list[int] = []
    positions: list[int] = []
    exacts: list[str] = []
    terms: list[tuple[str, ...]] = []
    loose: list[tuple[str, ...]] = []
    for line in (line for span in spans for line in _LINE.finditer(text, *span)):
        manner = setting.manner(line.group())
        for offset, piece in chunks(line.group(), line.start()):
            first = positions[-1] + 1 if positions else 0
            for start, end, position, spelled, strong, weak in manner[piece]:
                starts.append(offset + start)
                ends.append(offset + end)
                positions.append(first + position)
                exacts.append(spelled)
                terms.append(strong)
                loose.append(weak)
    return AnalysedText(tuple(starts), tuple(ends), tuple(positions), tuple(exacts), tuple(terms), tuple(loose))


def _script(lang: str) -> str:
    """The script that a language is written in."""
    return next((script for script, languages in SCRIPTS.items() if lang in languages), "Latn")


@cache
def fingerprint() -> str:
    """What the terms come from: this code's version, the tables, the names, ICU. Other terms, another fingerprint."""
    named = [(sorted(word_names(language)), sorted(spelling_joins(language).items())) for language in NAMED]
    sources = (FOLDER / "SOURCES.tsv").read_text(encoding="utf-8")
    facts = repr((VERSION, sources, named, sorted(icu.versions().items())))
    return hashlib.sha256(facts.encode()).hexdigest()[:16]
