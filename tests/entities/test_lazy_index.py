"""The lazy index: no name waits where a text that has it does not look."""

from __future__ import annotations

import pytest

from search.analysis.analyzer import analyse
from search.entities import lazy_index
from search.entities.gazetteer import Gazetteer
from search.entities.inflection import TIER, beginning
from search.entities.lazy_index import LazyIndex, shelves
from search.entities.name_entries import entries, spelled
from search.model.languages import NAME_LANGUAGES


@pytest.mark.parametrize("language", sorted(NAME_LANGUAGES))
def test_a_name_waits_wherever_its_words_may_begin(language: str) -> None:
    """Else an article would be tagged otherwise alone than behind others."""
    missed = {}
    for name in spelled(language):
        ((words, _),) = entries([name], language)
        begun = [{beginning(term[TIER:]) for term in terms} for terms in words[:2]]
        asked = set(begun[0])
        if len(begun) > 1:
            asked |= {f"{one} {two}" for one in begun[0] for two in begun[1]}
        waits = set(shelves(name, language))
        is_pair = any(" " in shelf for shelf in waits)
        if not {shelf for shelf in asked if (" " in shelf) == is_pair} <= waits:
            missed[name.name] = sorted(asked - waits)

    assert {} == missed


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        pytest.param("J. D. Vance called.", "jd-vance", id="initials"),
        pytest.param("Salva M. Kiir called.", "salva-kiir", id="an initial between"),
        pytest.param("שיחה לצ'ארלס השלישי", "charles-iii", id="a geresh behind a prefix"),
        pytest.param("разговор с Владимиром Путиным", "vladimir-putin", id="both inflected"),
    ],
)
def test_a_text_alone_is_tagged_as_behind_others(
    text: str, owner: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind many others all names are there, alone those that it may have."""
    analysed = analyse(text)
    alone = Gazetteer().mentions(text, analysed)
    monkeypatch.setattr(lazy_index, "MANY_ENTRIES", 0)

    behind = Gazetteer().mentions(text, analysed)

    assert behind == alone
    assert [owner] == [mention.id for mention in alone]


def test_a_text_has_few_names_entered() -> None:
    """Names of two words wait for both: of thousands that begin as a word does, few are meant."""
    text = "Vladimir Putin and Benjamin Netanyahu talked by telephone on Tuesday."
    index = LazyIndex()
    index.shelve(index.missing([text]))

    taken = list(index.taken(index.wanted([analyse(text)])))
    phrases = [words for words, _ in taken if len(words) > 1]

    assert 0 < len(phrases) < 100
