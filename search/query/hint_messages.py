"""Hint messages: the sentence of each hint, for the API and the command line.

Pages have theirs from the catalogues in `web/locale`, by the same code.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from search.model.hints import Hint
from search.query.limits import (
    DEEPEST_GROUP,
    LONGEST_QUERY,
    MOST_WORDS,
    SHORTEST_PREFIX,
    WIDEST_EXAMPLE,
)

MESSAGES: Final[Mapping[str, str]] = {
    "cut_length": f"The query is longer than {LONGEST_QUERY:,} characters; the rest was ignored.",
    "cut_words": f"The query has more than {MOST_WORDS} words; the rest was ignored.",
    "cut_depth": f"Brackets go deeper than {DEEPEST_GROUP} levels; the deeper ones were ignored.",
    "cut_slop": f"A phrase lets at most {WIDEST_EXAMPLE} words stand between its own.",
    "unclosed_quote": "A quotation mark is missing its pair; the words were searched one by one.",
    "unbalanced_parenthesis": "A bracket is missing its pair; it was closed or ignored.",
    "dangling_operator": "{operator} needs a word beside it, so it was ignored.",
    "unknown_field": "{name}: is no field, so {name} was searched as a word.",
    "empty_field": "{name}: has nothing right behind it, so it was searched as a word.",
    "short_stem": f"{{mark}} needs at least {SHORTEST_PREFIX} letters before it, "
    "so {word} was searched as a word.",
    "misplaced_star": "A star works only at the end of a word, so {word} was searched without it.",
    "bad_year": "{value} is not a year, so it was ignored; "
    "write year:2016, year:2016..2019 or year:unknown.",
    "bad_date": "{value} is not a date, so it was ignored; "
    "write date:2016, date:2016-10 or date:2016-10-23..2017.",
    "bad_script": "{value} is not a script that is known here, so it was ignored; "
    "write script:he or script:latin.",
    "near_word": "~ works only on a single word outside title:, so {word} was searched as it is.",
    "script_excluded": "script: says how words are written and can't be excluded, "
    "so it was ignored.",
    # field and value in one, so that a line from right to left does not turn them round
    "unknown_value": "{choice} is not known here, so no article has it.",
    "unknown_contact": "{choice} is no kind of contact, so no article has it; "
    "write contact:call, contact:meeting, contact:message or contact:any.",
    "empty_value": "No article has {choice}.",
    "vaguely_dated": "Dated less precisely, and perhaps from then: {n}",
    "unpaired_order": "The order by contacts needs two leaders, chosen or typed; "
    "without them the newest articles come first.",
    "shared_name": "{value} means any of these: {names}.",
    "unknown_idea": "{value} is no idea that is known here, so it was searched as words.",
    "also_searched": "Also searched: {names}",
    "other_forms": "Also found in other forms; in exactly these words: {n}",
    "no_words": "There is no word in this query to search for.",
    "loose": "No exact match; these are approximate matches.",
    "looser": "{n} more by approximate match",
    "other_languages": "{n} more in other languages",
    "other_words": "{n} more in other words and languages",
    "other_scripts": "{n} with {word}",
    "did_you_mean": "Did you mean {query}?",
    "fold_withheld": "{word} was searched as a name; for the other word write {other}.",
}


def hint(code: str, query: str | None = None, **facts: str) -> Hint:
    """The hint of this code about these facts, with what may be searched instead."""
    shown = {name: _short(fact) for name, fact in facts.items()}
    return Hint(code, MESSAGES[code].format(**shown), query, tuple(shown.items()))


def _short(fact: str) -> str:
    """A fact that a line can show."""
    return fact if len(fact) <= 60 else f"{fact[:59]}…"
