"""Bare surnames: whose is a surname that many bear, where it stands without a title?

His who is in office on the article's day, if the article names his country, or another who led it;
without a date his who led it a little before or after another whom the article names for certain.
The press of a country calls its politicians by the surname alone, in headlines also those who led
it a while ago or soon will. Never a given name, nor a surname that is met too often to be one
man's; a word (לפיד, a torch) is a name where what was said follows it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from search import names
from search.analysis.language import script_of
from search.analysis.lexicon import lexicon_of
from search.analysis.normalize import normalize
from search.entities.ambiguity import FREQUENCIES, WHOLE, is_word
from search.entities.automaton import NameMatch
from search.entities.given_names import is_given
from search.entities.surroundings import SCRIPTS, is_bare, speaks
from search.entities.tenure import Tenure
from search.model.languages import LANGUAGES_BY_SCRIPT
from search.names.own import follows

NOBODY: Final = ""
# the decimal logarithm of how often in a milliard; a surname met more often is too many people's
COMMON_SURNAME: Final = 4.5
HOME_PRESS: Final = {"Hebr": "il"}  # scripts that the press of one country alone writes in
# Hebrew prefixes that a place has seldom, and that no given name is before
PREFIXES: Final = frozenset({"ו", "ל", "ול"})


class Evidence(NamedTuple):
    """What an article says of those whom it names.

    Its time and whom it names for certain, the countries that it names, the leaders whose surname
    somebody else in it bears, and whether this is its title.
    """

    times: Tenure
    countries: Collection[str]
    others: Collection[str]
    is_title: bool

    def is_home(self, leader: str) -> bool:
        """Whether a leader's country is named, or for certain another who led it."""
        country = names.people()[leader].country
        return country in self.countries or any(
            names.people()[other].country == country for other in self.times.certain - {leader}
        )


class _Surname(NamedTuple):
    """What a leader's surnames in a script are: a given name, a common word, and how often met."""

    is_given: bool
    is_word: bool
    is_rare: bool


def bearer_of(text: str, match: NameMatch, owners: Sequence[str], article: Evidence) -> str:
    """The leader whom a surname without a title means; empty if it may mean anybody."""
    script = script_of(text[match.start : match.end])
    if script not in SCRIPTS:
        return NOBODY
    if not is_prefixed(match, text) and not is_bare(text, match.start, match.end, script):
        return NOBODY
    in_office = article.times.in_office(owners)
    found = in_office or _of_that_time(owners, article.times)
    if len(found) != 1 or found[0] in article.others:
        return NOBODY
    is_said = speaks(text, match.start, match.end)
    known = _is_meant(found[0], script, article, is_serving=bool(in_office), is_said=is_said)
    return found[0] if known else NOBODY


def _of_that_time(owners: Sequence[str], times: Tenure) -> Sequence[str]:
    """Those of some leaders who led about then; without a date, about when a colleague did."""
    return times.around(owners) if times.published else times.colleagues(owners)


def is_prefixed(match: NameMatch, text: str) -> bool:
    """Whether a Hebrew surname has a prefix that no longer name has inside."""
    stems = {stem for entry in match.entries for stem in entry.stems}
    written = normalize(text[match.start : match.end])
    return any(written == prefix + stem for prefix in PREFIXES for stem in stems)


def _is_meant(
    leader: str, script: str, article: Evidence, *, is_serving: bool, is_said: bool
) -> bool:
    """Whether the article says enough to mean a leader by the surname alone."""
    surname = _surname(leader, script)
    is_own_press = HOME_PRESS.get(script) == names.people()[leader].country
    has_colleague = article.times.has_colleague(leader)
    if surname.is_given:
        return False
    if surname.is_word and script in HOME_PRESS:
        is_named = article.is_title and is_own_press and has_colleague and surname.is_rare
        return is_named or (is_said and (is_serving or is_own_press))
    if not surname.is_rare:
        return False
    if is_serving:
        return is_own_press or is_said or article.is_home(leader)
    if is_own_press:
        return article.is_title or has_colleague
    return has_colleague and not surname.is_word and article.times.has_begun(leader)


def _begins_others(spelling: str, leader: str, script: str) -> bool:
    """Whether another leader's whole name begins with a surname: Abbas Araghchi."""
    return bool(_first_words(script).get(spelling, frozenset()) - {leader})


@follows
@cache
def _first_words(script: str) -> Mapping[str, frozenset[str]]:
    """The leaders by the words that their whole names in a script begin with."""
    found: dict[str, set[str]] = {}
    for name in names.leaders():
        if name.language in LANGUAGES_BY_SCRIPT[script] and name.kind in WHOLE:
            found.setdefault(normalize(name.name.split()[0]), set()).add(name.owner)
    return {word: frozenset(leaders) for word, leaders in found.items()}


@follows
@lru_cache(maxsize=1024)
def _surname(leader: str, script: str) -> _Surname:
    """What a leader's surnames in a script are."""
    spelled = {
        (name.language, normalize(name.name))
        for name in names.names_of_leaders()[leader]
        if name.kind not in WHOLE and name.language in LANGUAGES_BY_SCRIPT[script]
    }
    often = (
        lexicon_of(FREQUENCIES[language]).frequency(spelling)
        for language in LANGUAGES_BY_SCRIPT[script]
        for _, spelling in spelled
    )
    return _Surname(
        any(
            is_given(spelling)
            or (script in HOME_PRESS and _begins_others(spelling, leader, script))
            for _, spelling in spelled
        ),
        any(is_word(spelling) for _, spelling in spelled),
        all(frequency < COMMON_SURNAME for frequency in often),
    )
