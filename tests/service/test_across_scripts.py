"""Across scripts: a name that no table knows is offered as other scripts of the archive spell it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from search.analysis.analyzer import analyse_article
from search.analysis.language import script_of
from search.model.articles import Article
from search.model.response import Search
from search.query.parser import parse
from search.service import sounds
from search.service.across_scripts import offers, spellings
from search.service.searcher import Searcher
from tests.archive import engine_of, searcher_of

TEXTS = {
    "he": "סטיב ויטקוף וג'ארד קושנר באו לקהיר, ואנטון קוביאקוב נשאר. היה שם קסם גדול.",
    "ru": "Спецпосланник Стив Уиткофф и Джаред Кушнер прибыли; Антон Кобяков остался.",
    "ru-form": "Кабинет Уиткоффа был пуст, а Путин молчал весь вечер.",
    "en": "Steve Witkoff and Jared Kushner arrived, and Anton Kobyakov stayed in Chisinau.",
    "ar": "وصل ويتكوف ثم كوشنر إلى القاهرة مساء الاثنين.",
    "ro": "Deputatul Radu Mărculescu și ministrul Ion Țurcanu au vorbit despre grâu.",
    "ru-md": "Депутат Раду Мэркулеску и министр Ион Цуркану говорили о зерне.",
}


@cache
def searcher() -> Searcher:
    return searcher_of(
        Article(article_id=name, title="", text=text, lang=name[:2]) for name, text in TEXTS.items()
    )


def offered(query: str, **asked: object) -> dict[str, str]:
    answer = searcher().search(Search(query=query, **asked))  # type: ignore[arg-type]
    found = (dict(hint.facts) for hint in answer.hints if hint.code == "other_scripts")
    return {facts["word"]: facts["n"] for facts in found}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("Witkoff", {"ويتكوف": "1", "уиткофф": "2", "ויטקוף": "1"}, id="Latin"),
        pytest.param("Уиткофф", {"ويتكوف": "1", "ויטקוף": "1", "witkoff": "1"}, id="Cyrillic"),
        pytest.param("ויטקוף", {"ويتكوف": "1", "уиткофф": "2", "witkoff": "1"}, id="Hebrew"),
        pytest.param("Mărculescu", {"мэркулеску": "1"}, id="Romanian"),
        pytest.param("Țurcanu", {"цуркану": "1"}, id="a comma below is a sound"),
        pytest.param(
            "Jared Kushner",
            {"кушнер": "1", "קושנר": "1", "كوشنر": "1"},
            id="two, one in a dictionary",
        ),
    ],
)
def test_a_name_is_offered_in_the_other_scripts(query: str, expected: dict[str, str]) -> None:
    found = offered(query)

    assert expected.items() <= found.items()


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("witkoff", id="no capital"),
        pytest.param("=Witkoff", id="letters as typed"),
        pytest.param("Putin", id="a leader, who is searched in every script"),
        pytest.param("Cabinet", id="a word that a dictionary knows"),
        pytest.param("Nobodyov", id="nobody in the archive"),
        pytest.param("Lee", id="two consonants tell nobody"),
    ],
)
def test_nothing_is_offered_for_what_is_no_unknown_name(query: str) -> None:
    assert {} == offered(query)


def test_nothing_is_searched_unasked() -> None:
    hits = searcher().search(Search(query="Witkoff")).hits

    assert ["en"] == [hit.article.article_id for hit in hits]


def test_an_offer_finds_what_it_counts_within_the_filters() -> None:
    (offer,) = [
        hint
        for hint in searcher().search(Search(query="Witkoff", filters={"lang": ("ru",)})).hints
        if hint.code == "other_scripts"
    ]

    answer = searcher().search(Search(query=str(offer.query), filters={"lang": ("ru",)}))
    assert (2, "2") == (answer.total, dict(offer.facts)["n"])


def test_a_common_word_with_the_same_consonants_is_no_name() -> None:
    engine = engine_of([Article(article_id="a", title="", text="היה שם קסם וקרן.", lang="he")])

    assert {} == spellings("Kasam", engine) | spellings("Keren", engine)


def test_a_long_query_is_bounded() -> None:
    engine = engine_of([Article(article_id="a", title="", text="Уиткофф", lang="ru")])
    query = parse(" ".join(f"Witkoff{letter}" for letter in "abcdefghij"))

    assert 1 >= len(list(offers(query, engine)))


@pytest.mark.parametrize(
    ("typed", "spelling"),
    [
        ("witkoff", "ויטקוף"),
        ("kushner", "кушнер"),
        ("obradovich", "אוברדוביץ"),
        ("кобяков", "kobyakov"),
        ("קושנר", "كوشنر"),
    ],
)
def test_a_spelling_begins_as_one_of_those_that_are_looked_through(
    typed: str, spelling: str
) -> None:
    """Only words that begin so are compared, so whatever begins otherwise is never offered."""
    skeletons = sounds.skeletons(typed, script_of(typed))
    begun = sounds.beginnings(skeletons, script_of(spelling))

    assert spelling[: sounds.BEGINNING] in begun
    assert {sounds.BEGINNING} == set(map(len, begun))


def test_words_are_compared_once_while_an_archive_is_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else each page of a query would compare thousands of words again."""
    engine = engine_of([Article(article_id="he", title="", text=TEXTS["he"], lang="he")])
    asked: list[str] = []
    words = engine.words

    def counted(prefix: str) -> Iterator[tuple[str, int]]:
        asked.append(prefix)
        return words(prefix)

    monkeypatch.setattr(engine, "words", counted)
    first, looked = spellings("Witkoff", engine), len(asked)

    assert first == spellings("Witkoff", engine) == {"Hebr": ("ויטקוף",)}
    assert looked == len(asked) > 0

    article = Article(article_id="ru", title="", text=TEXTS["ru"], lang="ru")
    engine.write([(article, analyse_article(article))])
    engine.commit()

    assert {"Hebr": ("ויטקוף",), "Cyrl": ("уиткофф",)} == spellings("Witkoff", engine)
