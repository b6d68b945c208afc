"""No article: what is a file that has words and yet is no article?

A guard against robots, a page that was not found, a list for programs. The words are in
no_article.tsv: of a page that is short, of its title, or the name of a file.
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

_PARTS: Final = re.compile(r"\s*[|:·!?.(/]\s*|\s+[–—-]+\s+")  # of a title
_WORD: Final = re.compile(r"\w+")
_REQUIREMENT: Final = re.compile(r"[\w.\[\],-]+ ?(?:[=~!<>]=?=?|@) ?\S+.*|-[re] \S+|--[\w-]+.*")
_PACKAGE: Final = re.compile(r"[A-Za-z][\w.-]*")
_LISTED: Final = re.compile("[^\\W\\d_\u2e80-\ud7ff]{1,30}")  # a word and no more
FEWEST_WORDS: Final = 5
_FOR_ROBOTS: Final = re.compile(
    r"(?:user-agent|disallow|allow|sitemap|crawl-delay)\s*:.*", re.IGNORECASE
)


def of_name(name: str) -> str | None:
    """Why a file of this name is no article."""
    return _rows("name").get(name.casefold())


def of_page(title: str, heading: str, text: str) -> str | None:
    """Why a page is no article: by its title or its heading, or by its words if they are few."""
    words = _plain(text)
    if words.count(" ") >= SHORT_PAGE:
        return None
    parts = {_plain(part) for line in (title, heading) for part in _PARTS.split(line)}
    named = (reason for phrase, reason in _rows("title").items() if phrase in parts)
    seen = f" {_plain(title)} {words} "
    found = (reason for phrase, reason in _rows("page").items() if f" {phrase} " in seen)
    return next(named, None) or next(found, None)


def of_text(text: str) -> str | None:
    """Why a bare text is no article: each of its lines is for a program."""
    lines = [line.strip() for line in text.split("\n")]
    said = [line for line in lines if line and not line.startswith("#")]
    if said and all(map(_FOR_ROBOTS.fullmatch, said)):
        return "a file for robots"
    pinned = sum(1 for line in said if _REQUIREMENT.fullmatch(line))
    bare = sum(1 for line in said if _PACKAGE.fullmatch(line))
    if pinned > bare and pinned + bare == len(said) > 1:
        return "a list of a program's parts"
    if len(said) >= FEWEST_WORDS and all(map(_LISTED.fullmatch, said)):
        return "a list of words"
    return None


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(icu.nfc(text).casefold()))


@lru_cache(maxsize=3)
def _rows(kind: str) -> dict[str, str]:
    """The words of a kind, with the reason."""
    text = resources.files(__package__).joinpath("no_article.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    plain = str.casefold if kind == "name" else _plain
    return {plain(row["words"]): row["reason"] for row in rows if row["kind"] == kind}
