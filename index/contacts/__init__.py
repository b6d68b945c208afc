"""Contacts: which calls, meetings and messages between leaders does an article report as held?

Only from its own sentences, and only where one sentence names all who took part: precision comes
before recall. The kinds are events of CAMEO, the code book of event data: 041 (discuss by
telephone) is a call, 042 to 044 and 046 (visit, host, meet, negotiate) are meetings, 040 (consult)
in writing is a message.

How a sentence is read: `items` finds the class of each word in `words.tsv`, `symbols` makes of them
a string of one letter a word and says what each stands for, and `readings` that string without
asides and with subjects named again. `finding` tries the `shapes` on it, in their order; `groups`,
`held`, `company` and `lookalikes` refuse what only looks like a contact, `recognition` says who
took part, `kinds` how and `when` on which day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final, NamedTuple

from index.contacts.recognition import Report, clauses, reports_of_readings
from index.contacts.sentence_language import sentence_language
from index.contacts.symbols import Sentence, sentence
from index.contacts.vocabulary import LANGUAGES
from index.contacts.when import When, heading, when
from index.extract.sentences import sentences
from search.entities.subjects import Mention
from search.model.articles import Article, Span
from search.model.contacts import Contact, Kind, Where

LONGEST: Final = 400  # code points between two names of one sentence
LEAD: Final = 400  # code points of the body
_CLOSING: Final = " \n\"'”’»)"
_SPANS: Final = (0, 4, 7, 10)  # letters of no day, a year, a month and a day
_START: Final = attrgetter("start")
_ASKING: Final = re.compile(
    r"\W*(?:how|why|what|cum|de ce|ce|почему|зачем|о ч[её]м|что|כיצד|איך|מדוע|למה|על מה)\s",
    re.IGNORECASE,
)
OWN: Final = frozenset({"text", "weekday"})  # sources of a day that words tell
SURE: Final[Mapping[str, Kind]] = {"call": "call", "meeting": "meeting"}


class _Told(NamedTuple):
    """A report with its place and time, before it is known of what kind it is."""

    report: Report
    time: When
    where: Where
    span: Span


def contacts(
    article: Article, title: Sequence[Mention], body: Sequence[Mention]
) -> tuple[Contact, ...]:
    """The contacts that an article reports, those of its body first, given whom its parts name."""
    told = [*_in_body(article, body), *_in_title(article, title)]
    return tuple(_merged(_contact(article, kind, one) for kind, one in _decided(told)))


def _in_body(article: Article, mentions: Sequence[Mention]) -> Iterator[_Told]:
    if not _are_near(article.text, mentions):
        return
    ordered = sorted(mentions, key=_START)
    lead: int | None = None
    for span in sentences(article.text, article.searched()):
        lead = span[0] + LEAD if lead is None else lead
        where: Where = "lead" if span[0] < lead else "body"
        first, last = (bisect_left(ordered, place, key=_START) for place in span)
        yield from _in_sentence(article, article.text, span, ordered[first:last], where)


def _is_headline(article: Article, span: Span) -> bool:
    """Whether an article is one line without a full stop: in the present tense, as a title."""
    start, end = span
    is_whole = not article.text[:start].strip() and not article.text[end:].strip()
    is_untitled = article.title_source == "sentence" or not article.title
    return is_whole and is_untitled and article.text[start:end].rstrip()[-1:].isalnum()


def _in_title(article: Article, mentions: Sequence[Mention]) -> Iterator[_Told]:
    if article.title_source != "sentence":
        span = (0, len(article.title))
        yield from _in_sentence(article, article.title, span, mentions, "title")


def _in_sentence(
    article: Article, text: str, span: Span, inside: Sequence[Mention], where: Where
) -> Iterator[_Told]:
    start, end = span
    if _one_leads(inside) or _is_asked(text[start:end]):
        return
    language = sentence_language(text[start:end], article.lang)
    if language not in LANGUAGES:
        return
    head = heading(text, span, language, article.published)
    is_present = where == "title" or head is not None or _is_headline(article, span)
    whole = sentence(text, span, inside, language, headline=is_present)
    for read, one in reports_of_readings(whole):
        told = _when(article, text, read, one, language)
        time = head if head and told.source not in OWN else told
        if not time.old:
            yield _Told(one, time, where, span)


def _when(article: Article, text: str, read: Sentence, told: Report, language: str) -> When:
    """The day of a report, by its own clause or else by the one that this leans on."""
    verb = read.items[told.verb].start
    known = [when(text, words, verb, language, article.published) for words in clauses(read, told)]
    return next((time for time in known if time.source in OWN), known[0])


def _is_asked(written: str) -> bool:
    """Whether a sentence is a question, or tells why or how."""
    if _ASKING.match(written):
        return True
    return written.rstrip(_CLOSING).endswith(("?", "؟"))


def _are_near(text: str, mentions: Iterable[Mention]) -> bool:
    """Whether two leaders stand so near each other that one sentence may name both."""
    named = [mention for mention in mentions if mention.facet == "leader"]
    return any(
        one.id != other.id
        and other.start - one.end < LONGEST
        and "\n\n" not in text[one.end : other.start]
        for one, other in pairwise(named)
    )


def _one_leads(mentions: Iterable[Mention]) -> bool:
    """Whether fewer than two leaders are named."""
    return len({mention.id for mention in mentions if mention.facet == "leader"}) < 2


def _decided(told: Sequence[_Told]) -> Iterator[tuple[Kind, _Told]]:
    """Each with its kind: where words leave it open, it is what the article calls it elsewhere."""
    known: dict[frozenset[str], Kind] = {}
    for one in told:
        if one.report.told in SURE:
            known.setdefault(frozenset(one.report.leaders), SURE[one.report.told])
    for one in told:
        leaders = frozenset(one.report.leaders)
        if one.report.told == "talk":
            yield known.get(leaders, "call"), one
        elif one.report.told != "exchange":
            yield one.report.told, one
        elif leaders in known:
            yield known[leaders], one


def _contact(article: Article, kind: Kind, told: _Told) -> Contact:
    text = article.title if told.where == "title" else article.text
    start, end = told.span
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return Contact(
        kind=kind,
        video=told.report.video,
        leaders=told.report.leaders,
        date=told.time.date,
        date_source=told.time.source,
        where=told.where,
        words=words,
        start=start,
        end=start + len(words),
    )


def _merged(found: Iterable[Contact]) -> Iterator[Contact]:
    """One entry a pair, kind and day: what a later sentence says of the same is the same.

    A day is the same as its month and its year, and each as a day that is not told.
    """
    kept: defaultdict[tuple[Kind, frozenset[str]], tuple[set[str], set[str]]]
    kept = defaultdict(lambda: (set(), set()))
    for one in found:
        days, spans = kept[one.kind, frozenset(one.leaders)]
        meant = {(one.date or "")[:length] for length in _SPANS}
        if (one.date or "") in spans or not days.isdisjoint(meant):
            continue
        days.add(one.date or "")
        spans.update(meant)
        yield one
