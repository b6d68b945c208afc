"""No article: what is a file that has words and yet is no article?

A guard against robots, a page that was not found, a list for programs. The words are in
no_article.tsv: the name of a file, the title of a page that is short, a line of it, or words that
stand anywhere in it. Short news may be about such things too, so a title must be nothing else.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib import resources
from typing import Final

from search import icu

SHORT_PAGE: Final = 150  # words: what says more than that says something else as well
EMPTY_PAGE: Final = 5  # words

_PARTS: Final = re.compile(r"\s*[|·(/]\s*|\s+[–—-]+\s+")  # of a title, beside the site's name
_CLAUSES: Final = re.compile(r"[:!?.,]")
_WORD: Final = re.compile(r"\w+")
_REQUIREMENT: Final = re.compile(r"[\w.\[\],-]+ ?(?:[=~!<>]=?=?|@) ?\S+.*|-[re] \S+|--[\w-]+.*")
_PACKAGE: Final = re.compile(r"[A-Za-z][\w.-]*")
_LISTED: Final = re.compile("[^\\W\\d_\u2e80-\ud7ff]{1,30}")  # a word and no more
FEWEST_WORDS: Final = 5
_FOR_ROBOTS: Final = re.compile(
    r"(?:user-agent|disallow|allow|sitemap|crawl-delay)\s*:.*", re.IGNORECASE
)
_FOR_FINDERS: Final = re.compile(  # of faults in a site: security.txt (RFC 9116)
    r"(?:acknowledgments|canonical|contact|encryption|expires|hiring|policy|preferred-languages)"
    r"\s*:.*",
    re.IGNORECASE,
)


def of_name(name: str) -> str | None:
    """Why a file of this name is no article."""
    return _rows("name").get(name.casefold())


def of_page(title: str, heading: str, text: str) -> str | None:
    """Why a page is no article: by its title or its heading, or by its words if they are few."""
    words = _plain(text)
    if words.count(" ") >= SHORT_PAGE:
        return None
    parts = [part for line in (title, heading) for part in _PARTS.split(line)]
    named = (_of_title(part) for part in parts)
    lines = {_plain(line) for line in (*parts, *text.split("\n"))}
    alone = (reason for phrase, reason in _rows("line").items() if phrase in lines)
    seen = f" {_plain(title)} {words} "
    found = (reason for phrase, reason in _rows("page").items() if f" {phrase} " in seen)
    return next(filter(None, named), None) or next(alone, None) or next(found, None)


def _of_title(part: str) -> str | None:
    """Why a page is no article, if all clauses of its title say so: `Oops! Page not found`."""
    clauses = list(filter(None, map(_plain, _CLAUSES.split(part))))
    reasons = [_rows("title").get(clause) for clause in clauses]
    return reasons[0] if reasons and all(reasons) else None


def of_text(text: str) -> str | None:
    """Why a bare text is no article: each of its lines is for a program."""
    lines = [line.strip() for line in text.split("\n")]
    said = [line for line in lines if line and not line.startswith("#")]
    if said and all(map(_FOR_ROBOTS.fullmatch, said)):
        return "a file for robots"
    if said and all(map(_FOR_FINDERS.fullmatch, said)):
        return "a file about a site"
    pinned = sum(1 for line in said if _REQUIREMENT.fullmatch(line))
    bare = sum(1 for line in said if _PACKAGE.fullmatch(line))
    if pinned > bare and pinned + bare == len(said) > 1:
        return "a list of a program's parts"
    if len(said) >= FEWEST_WORDS and all(map(_LISTED.fullmatch, said)):
        return "a list of words"
    return None


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(icu.nfc(text).casefold()))


@lru_cache(maxsize=4)
def _rows(kind: str) -> dict[str, str]:
    """The words of a kind, with the reason."""
    text = resources.files(__package__).joinpath("no_article.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    plain = str.casefold if kind == "name" else _plain
    return {plain(row["words"]): row["reason"] for row in rows if row["kind"] == kind}
