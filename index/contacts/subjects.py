"""Subjects: whom is an article about, and whom does it only mention?

It is about those in its title, those who took part in a contact that it reports, and the subject of
its first sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from index.contacts.items import Item
from index.contacts.sentence_language import sentence_language
from index.contacts.shapes import expanded
from index.contacts.symbols import Sentence, sentence
from index.extract.sentences import sentences
from search.entities.subjects import Mention
from search.model.articles import Article, Span
from search.model.contacts import Contact

LEADER: Final = "leader"
FIRST: Final = 1_000  # code points of the text in which the first sentence is looked for
HEAD: Final = 40  # code points of the text before the title, if that stands there once more
DATELINE: Final = 80  # code points: no dateline is longer
BREAK: Final = ";"
NOBODY: Final = "o"  # the symbol of a word that says nothing
# Prepositions that the symbols do not tell from other words: whom they govern is no subject.
PREPOSITIONS: Final[Mapping[str, frozenset[str]]] = {
    "en": frozenset(
        {"about", "against", "behind", "by", "like", "than", "toward", "towards", "under", "unlike"}
    ),
    "he": frozenset(
        {"אצל", "בגלל", "בעד", "בעקבות", "בפני", "בשל", "כלפי", "כנגד", "לטובת", "ללא"}
        | {"לעומת", "מאחורי", "מול", "מפני", "נגד", "סביב", "על", "על ידי", "על-ידי", "תחת"}
    ),
    "ro": frozenset(
        {"asupra", "ca", "contra", "decât", "despre", "fără", "lângă", "privind", "prin", "spre"}
        | {"sub", "împotriva"}
    ),
    "ru": frozenset(
        {"без", "для", "за", "к", "ко", "между", "над", "о", "об", "от", "перед", "под", "при"}
        | {"про", "против", "с", "со", "у", "через"}
    ),
}

# behind `with`, `of`: none; between two subjects there may be one that no table knows
_SUBJECT: Final = re.compile(
    expanded("(?:^|[^wfbaP])(?P<s><NP>(?:(?:,w?(?:<NP>|a[af]*+(?!,[af]{0,2}P)))*,?&w?<NP>)?)")
)
_TOLD: Final = re.compile(r"(?<=[FU]),?;.*")  # what somebody says
# a clause of its own: `after Reagan spoke`, `days after Biden spoke,`, `whose president Putin is,`,
# behind what a sentence says first `until Biden spoke`
_ASIDE: Final = re.compile(r";[^,]*|^[^,PpXD]{0,3}[YB][^,]*(?=,)|,r[^,]*(?=,)|(?<=.{4})[YB][^,]*")
# `a call between Biden and Putin`: all of a list stand behind what governs its first
_LISTED: Final = re.compile(r"(?<=[wb])[af]*P[af]*(?:,?w?&?w?[af]*P)*,?w?&w?[af]*P")
# `there was a meeting of Putin with the envoy`: it is of one who took part
_HELD: Final = re.compile(r"K[otTVzai]{0,8}[NG][af]{0,3}(?P<s>P)(?=[af]*w)")
# `after the talks Biden left`: no clause of its own, as far as no comma ends it
_AFTER: Final = re.compile(r";(?=[af]*+[^;,PpXDaf][^;,PpXD]*P[^,]*$)")
# `critics accuse Biden of weakness`: behind a word that is no speaker's verb, and before no verb
_OBJECT: Final = re.compile(r"(?<=[oaXS]o)[af]*(?P<o>P)(?:f?a)*(?=[fwi]|(?:o?t)?$)")
_UNCHANGED: Final = re.compile("[оуюиыеэ]")  # the last letter of a Russian name without cases
# where a sentence ends without a space behind it, or an item of a row of headlines
_NEXT: Final = re.compile(
    r"(?<=[a-zа-яёășțâî]{2})[.!?…][»”\"]?(?=[A-ZА-ЯЁȘȚĂÎÂ][a-zа-яёășțâî])|(?<=\S)\s+•\s"
)


def subjects(
    article: Article,
    title: Sequence[Mention],
    body: Sequence[Mention],
    contacts: Sequence[Contact],
) -> tuple[str, ...]:
    """The leaders and countries that an article is about, of those that its parts name."""
    leaders = {mention.id for mention in title if mention.facet == LEADER}
    leaders.update(leader for contact in contacts for leader in contact.leaders)
    leaders.update(_first_subject(article, body))
    countries = {mention.id for mention in title if mention.facet == "country"}
    return (*sorted(leaders), *sorted(countries))


def _first_subject(article: Article, mentions: Sequence[Mention]) -> Iterator[str]:
    """The subject of the first sentence, if it is a leader."""
    if not any(mention.facet == LEADER and mention.start < FIRST for mention in mentions):
        return
    start, end = _first_sentence(article, mentions)
    inside = [mention for mention in mentions if start <= mention.start < end]
    if any(mention.facet == LEADER for mention in inside):
        language = sentence_language(article.text[start:end], article.lang)
        read = sentence(article.text, (start, end), inside, language, headline=False)
        symbols = _main_clause(article.text, read, language)
        if match := _SUBJECT.search(symbols):
            places = range(*match.span("s"))
            yield from (read.items[at].leader for at in places if symbols[at] == "P")
        if match := _HELD.search(read.symbols):
            yield read.items[match.start("s")].leader


def _first_sentence(article: Article, mentions: Sequence[Mention]) -> Span:
    """The first sentence behind the title and a dateline."""
    begin = _behind_title(article)
    text = article.text[: begin + FIRST]
    spans = ((max(left, begin), min(right, len(text))) for left, right in article.searched())
    for start, end in sentences(text, (span for span in spans if span[0] < span[1])):
        named = any(start <= mention.start < end for mention in mentions if mention.facet == LEADER)
        if named or not _is_dateline(text[start:end]):
            following = _NEXT.search(text, start, end)
            return start, following.start() if following else end
    return 0, 0


def _is_dateline(written: str) -> bool:
    """Whether a sentence is names and a day alone: `MOSCOW, 3 May (Agency).`."""
    words = re.findall(r"\w+", written)
    return len(written) <= DATELINE and all(
        word[0].isupper() or word.isdigit() or before.isdigit()
        for before, word in zip(["", *words], words, strict=False)
    )


def _behind_title(article: Article) -> int:
    """Where the text goes on behind its title, if that stands at its head once more."""
    title = "" if article.title_source == "sentence" else article.title.strip()
    found = article.text.find(title, 0, HEAD + len(title)) if title else -1
    return found + len(title) if found >= 0 else 0


def _main_clause(text: str, read: Sentence, language: str) -> str:
    """The symbols of a sentence, of which only those of its main clause say who is named.

    `A spokesman said that Biden met Xi` is about neither, nor is who stands in a case of objects.
    """
    clause = "".join(
        NOBODY
        if item.oblique
        or _is_colon(item)
        or (symbol == "P" and _is_governed(text, read, at, language))
        else symbol
        for at, (item, symbol) in enumerate(zip(read.items, read.symbols, strict=True))
    )
    if read.items[0].kind == "after" and _AFTER.match(clause):
        clause = NOBODY + clause[1:]
    for other in (_TOLD, _ASIDE, _LISTED):
        clause = other.sub(lambda found: NOBODY * len(found[0]), clause)
    return _without_object(text, read, clause, language)


def _is_governed(text: str, read: Sentence, at: int, language: str) -> bool:
    """Whether a leader stands behind a preposition: `against President Biden`."""
    first = at
    while first and read.symbols[first - 1] in "af" and not read.items[first - 1].is_prefix:
        first -= 1
    if not first:
        return False
    before, head = read.items[first - 1], read.items[first]
    if before.is_prefix:  # of a place too
        return before.symbol in "iof" and bool(head.kind or head.leader)
    if first > 1 and language == "he" and read.items[first - 2].kind == "object-mark":
        return before.symbol == NOBODY and text[before.start] != "ה"  # `את פניית נתניהו`
    written = text[before.start : before.end].casefold()
    return written in PREPOSITIONS.get(language, frozenset())


def _without_object(text: str, read: Sentence, clause: str, language: str) -> str:
    """The symbols without a leader who is an object, where a name alone does not say that."""
    found = _OBJECT.search(clause) if language in {"en", "ru"} else None
    if not found or "P" in clause[: found.start("o")]:
        return clause
    at = found.start("o")
    if language == "ru" and not _UNCHANGED.match(text, read.items[at].end - 1):
        return clause  # its case says that it is the subject
    return clause[:at] + NOBODY + clause[at + 1 :]


def _is_colon(item: Item) -> bool:
    """Whether an item is a mark of punctuation that begins no clause aside: `17:50`."""
    return item.symbol == BREAK and not item.kind and not item.is_prefix
