"""Page sentences: on which day was an article published, as its page says in so many words?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from index.loaders.page import Page, is_small, text_of

# what stands before the day
_SAID: Final = re.compile(
    r"\b(?:this|the) (?:entry|post|article|story)\b.{0,60}?"
    r"\b(?:posted|published|written)\b.{0,40}? on"
    r"|\bdiese[rs]? (?:artikel|beitrag|eintrag|text)\b.{0,60}?\bwurde\b.{0,40}? am"
    r"|^(?:posted|published) on|^(?:veröffentlicht|erstellt) am|^publié le|^publicado el"
    r"|^pubblicato il|^publicat (?:la|pe|în)|^опубликовано|^опубліковано|^פורסם ב"
    r"|^(?:(?:date )?published|publication date|(?:date )?posted|publicat|postat"
    r"|data public[aă]rii|פורסם|תאריך פרסום|дата публикации|дата публікації|تاريخ النشر)\s?:",
    re.IGNORECASE,
)
_ELEMENTS: Final = ("dd", "div", "em", "footer", "li", "p", "small", "span")
LONGEST_SENTENCE: Final = 300  # characters
_DAY: Final = 40  # characters of the day, with its weekday and clock


def published_in(page: Page) -> Iterator[str]:
    """What stands where a sentence about the article tells the day, best read as a date."""
    for element in page.tree.iter(*_ELEMENTS):
        if not is_small(element) or page.is_elsewhere(element):
            continue
        text = text_of(element)
        said = _SAID.search(text) if len(text) <= LONGEST_SENTENCE else None
        if said:
            yield text[said.end() :].lstrip(": ")[:_DAY]
