"""The language of one sentence: its own where it says so, else its article's."""

from __future__ import annotations

from typing import Final

from index.contacts.vocabulary import LANGUAGES
from search.analysis.analyzer import language_of
from search.analysis.language import script_of
from search.model.languages import BY_CODE

SHORT: Final = 160  # code points, of which names may be most, that tell no language by themselves


def sentence_language(written: str, lang: str) -> str:
    """The language of a sentence: a short one in the article's script is in the article's."""
    if len(written) < SHORT and lang in LANGUAGES and script_of(written) == BY_CODE[lang].script:
        return lang
    own = language_of(written)
    return own if own in LANGUAGES else lang
