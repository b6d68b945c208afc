"""Filling in: the table by which a person says what is not known of articles.

It opens in a spreadsheet and is read back as a `metadata.csv`: a row a file, with the title to know
it by, and a cell for each thing that may be missing. A cell left empty says nothing.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final

from index.loaders import ONE_ARTICLE
from index.loaders.endings import ending_of
from index.reviewed import CHECKED, ReviewedArticle

# `about` is no name of a field: a title that was found must not come back as one that is given.
HEADER: Final = ("file", "about", *CHECKED)
BYTE_ORDER_MARK: Final = "\ufeff"  # without it Excel takes UTF-8 for an old code page
_FORMULA: Final = ("=", "+", "-", "@")  # what begins so a spreadsheet reckons


def table(articles: Iterable[ReviewedArticle]) -> str:
    """The rows of the articles that a row can speak of, known values left out."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(HEADER)
    for article in articles:
        if can_be_said(article):
            rows.writerow([article.file, _about(article), *("" for _ in CHECKED)])
    return BYTE_ORDER_MARK + out.getvalue()


def can_be_said(article: ReviewedArticle) -> bool:
    """Whether a row speaks of this article alone: its file has no other."""
    return ending_of(article.file) in ONE_ARTICLE


def _about(article: ReviewedArticle) -> str:
    """The title, as text for a spreadsheet."""
    title = " ".join(article.title.split())
    return f"'{title}" if title.startswith(_FORMULA) else title
