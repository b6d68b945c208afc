"""The language of one sentence: what do its words say, without the names that stand in it?

`Nicușor Dan` in an English sentence makes it no Romanian one.
"""

from __future__ import annotations

import re
from typing import Final

from index.contacts.vocabulary import LANGUAGES
from search.analysis.analyzer import language_of
from search.analysis.language import script_of
from search.model.languages import BY_CODE

SHORT: Final = 160  # code points, of which names may be most, that tell no language by themselves
_WORD: Final = re.compile(r"\S+")


def sentence_language(written: str, lang: str) -> str:
    """The language of a sentence: a short one in the article's script is in the article's."""
    if len(written) < SHORT and lang in LANGUAGES and script_of(written) == BY_CODE[lang].script:
        return lang
    own = language_of(_without_names(written))
    return own if own in LANGUAGES else lang


def _without_names(written: str) -> str:
    """The words that begin with no capital letter."""
    words = (match[0] for match in _WORD.finditer(written))
    return " ".join(word for word in words if not word.lstrip("\"'“”„«([").strip()[:1].isupper())
