"""Direction: on which side does the text of an article begin?"""

from __future__ import annotations

from typing import Final, Literal

from search.icu import is_rtl, script_of
from search.model.articles import Article

RIGHT_TO_LEFT: Final = frozenset({"Hebr", "Arab", "Syrc", "Thaa"})


def direction(article: Article) -> Literal["ltr", "rtl"]:
    """The direction of the article's language; without one, of its first letter."""
    if article.lang != "und":
        return "rtl" if is_rtl(article.lang) else "ltr"
    first = next((char for char in article.title + article.text if char.isalpha()), "a")
    return "rtl" if script_of(first) in RIGHT_TO_LEFT else "ltr"
