"""Ideas: the thesaurus keeps its form, and a concept is found in every language."""

from __future__ import annotations

import unicodedata
from importlib.resources import files
from typing import Final

import pytest

from search import ideas
from search.model.articles import Article
from search.model.response import Answer, Search
from search.query.parser import parse
from search.query.translation import in_all_languages
from search.query.unparse import unparse
from search.service.searcher import Searcher
from tests.archive import searcher_of

ROWS: Final = [
    line.split("\t")
    for line in files("search.ideas")
    .joinpath("ideas.tsv")
    .read_text(encoding="utf-8")
    .rstrip("\n")
    .split("\n")
]
IDEAS: Final = sorted({row[0] for row in ROWS[1:]})
TEXTS: Final = {
    "en": "They agreed on a cease-fire before dawn.",
    "en-other": "The truce holds.",
    "he": "השניים דנו בהפסקת האש שהוכרזה.",
    "he-apart": "האש נמשכה, ולא הייתה הפסקת חשמל.",
    "ro": "Au convenit asupra încetării focului.",
    "ro-bare": "Luni a fost anuntata incetarea focului.",
}


def test_rows_are_sorted_and_stand_once_in_nfc() -> None:
    """A change then shows as one line."""
    head, *rows = ROWS

    assert ["idea", "language", "label", "kind"] == head
    assert sorted(map(tuple, rows)) == [tuple(row) for row in rows]
    assert len({tuple(row[:3]) for row in rows}) == len(rows)
    assert [] == [
        row
        for row in rows
        if any(cell != unicodedata.normalize("NFC", cell).strip() for cell in row)
    ]


def test_every_idea_has_one_usual_label_in_each_language() -> None:
    usual = [(row[0], row[1]) for row in ROWS[1:] if row[3] == "label"]

    assert sorted(
        (idea, language) for idea in IDEAS for language in ideas.IDEA_LANGUAGES
    ) == sorted(usual)
    assert {"label", "synonym", "verb"} == {row[3] for row in ROWS[1:]}


def test_there_are_at_least_120_ideas() -> None:
    assert len(IDEAS) >= 120


def test_a_label_has_one_idea() -> None:
    """What means two things would be found as neither."""
    assert [] == [label.label for label in ideas.labels() if ideas.idea(label.label) != label.idea]


@pytest.mark.parametrize("idea", IDEAS)
def test_an_idea_is_found_by_its_id(idea: str) -> None:
    assert idea == ideas.idea(idea)


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return searcher_of(
        Article(article_id=name, title="", text=text, lang=name[:2]) for name, text in TEXTS.items()
    )


def asked(searcher: Searcher, query: str) -> Answer:
    return searcher.search(Search(query=query))


def ids(answer: Answer) -> set[str]:
    return {hit.article.article_id for hit in answer.hits}


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("idea:ceasefire", id="by its id"),
        pytest.param('idea:"הפסקת אש"', id="by a label in Hebrew"),
        pytest.param("idea:Armistițiu", id="by a synonym in Romanian"),
    ],
)
def test_an_idea_is_found_in_all_languages(searcher: Searcher, query: str) -> None:
    assert TEXTS.keys() - {"he-apart"} == ids(asked(searcher, query))


def test_an_idea_is_marked_where_it_stands(searcher: Searcher) -> None:
    passages = {
        hit.article.article_id: hit.passages[0] for hit in asked(searcher, "idea:ceasefire").hits
    }

    marked = {
        name: [one.text[start:end] for start, end in one.marks] for name, one in passages.items()
    }
    assert (["בהפסקת האש"], ["încetării focului"], ["cease-fire"]) == (
        marked["he"],
        marked["ro"],
        marked["en"],
    )


def test_an_idea_keeps_to_the_script_that_is_asked_for(searcher: Searcher) -> None:
    assert {"he"} == ids(asked(searcher, "idea:ceasefire script:he"))


def test_a_plain_query_is_not_widened_and_says_what_more_there_is(searcher: Searcher) -> None:
    answer = asked(searcher, "ceasefire")
    offered = {hint.code: hint for hint in answer.hints}["other_languages"]

    assert {"en"} == ids(answer)
    assert ("3 more in other languages", "ceasefire OR idea:ceasefire -lang:en") == (
        offered.message,
        offered.query,
    )
    assert {"en", "he", "ro", "ro-bare"} == ids(asked(searcher, str(offered.query)))


@pytest.mark.parametrize(
    ("expected", "query"),
    [
        pytest.param(3, "ceasefire dawn", id="with a word of the reader's language"),
        pytest.param(3, "announced ceasefire", id="with one that no article has beside it"),
        pytest.param(3, "truce", id="by a synonym"),
        pytest.param(3, "încetarea focului", id="in Romanian: what English and Hebrew have"),
        pytest.param(None, "ceasefire Putin", id="with a name that no other has"),
        pytest.param(None, "ceasefire 2024", id="with a figure that no other has"),
    ],
)
def test_what_can_stand_in_other_languages_must_stand_there(
    searcher: Searcher, expected: int | None, query: str
) -> None:
    """`announced` can't, so it is not asked for; `Putin` can."""
    more = [
        dict(hint.facts)["n"]
        for hint in asked(searcher, query).hints
        if hint.code == "other_languages"
    ]

    assert ([] if expected is None else [str(expected)]) == more


def test_nothing_is_offered_where_nothing_would_come_of_it(searcher: Searcher) -> None:
    assert [] == [
        hint for hint in asked(searcher, "embassy").hints if hint.code == "other_languages"
    ]


def test_an_unknown_idea_is_searched_as_words(searcher: Searcher) -> None:
    answer = asked(searcher, 'idea:"agreed dawn"')

    assert ({"en"}, ["unknown_idea"]) == (ids(answer), [hint.code for hint in answer.hints])


@pytest.mark.parametrize(
    ("expected", "query"),
    [
        pytest.param("idea:ceasefire -lang:en", "ceasefire", id="a word"),
        pytest.param("idea:ceasefire -lang:en", "Ceasefires", id="in another form"),
        pytest.param(
            "idea:ceasefire Gazans -lang:en",
            "cessation of hostilities Gazans",
            id="of several words",
        ),
        pytest.param("idea:ceasefire -lang:en", 'the "cease fire"', id="in quotation marks"),
        pytest.param(
            "(idea:ceasefire OR idea:hostages) -lang:en",
            "(truce OR hostages) today",
            id="two of them",
        ),
        pytest.param("title:idea:ceasefire -lang:en", "title:truce", id="in the title"),
        pytest.param("idea:hostages -lang:en", "released hostage", id="without the reader's words"),
        pytest.param("idea:hostages -lang:en", 'hostage "released today"', id="nor their phrases"),
        pytest.param("Putin idea:ceasefire -lang:en", "Putin ceasefire", id="with a name"),
        pytest.param(
            "idea:hostages 2024 -released -lang:en", "hostage 2024 -released", id="with all else"
        ),
        pytest.param("idea:hostages -lang:he", "חטופים שוחררו", id="in Hebrew"),
        pytest.param("idea:summit -lang:en -lang:ro", "summit", id="a word of two languages"),
        pytest.param(
            "idea:summit idea:hostages -lang:en",
            "summit hostage",
            id="of which the other word knows one",
        ),
        pytest.param(
            "idea:meeting zebra -lang:ru", "встреча министров zebra", id="in Russian, with others"
        ),
        pytest.param(None, "-truce a", id="not what is excluded"),
        pytest.param(None, "=truce", id="not letters as typed"),
        pytest.param(None, "idea:truce", id="not an idea"),
        pytest.param(None, "zebra", id="no idea"),
    ],
)
def test_a_query_for_the_same_ideas_in_all_languages(expected: str | None, query: str) -> None:
    """What was typed stays, or else its ideas where the article is in another language."""
    wider = in_all_languages(parse(query))

    assert (None if expected is None else f"{query} OR {expected}") == (wider and unparse(wider))


CALLS: Final = {
    "noun": ("en", "It was their third phone call since August."),
    "verb": ("en", "He spoke with Russian President Vladimir Putin by phone on Friday."),
    "he": ("he", "ראש הממשלה שוחח אמש בטלפון עם הנשיא."),
    "ro": ("ro", "Președintele a vorbit marți la telefon cu omologul său."),
    "ro-noun": ("ro", "Subiectul conversaţiei telefonice purtate luni a fost războiul."),
    "ru": ("ru", "Президент поговорил во вторник по телефону с премьер-министром."),
    "none": ("en", "The president spoke to reporters at the airport on Friday."),
}


@pytest.fixture(scope="module")
def calls() -> Searcher:
    return searcher_of(
        Article(article_id=name, title="", text=text, lang=lang)
        for name, (lang, text) in CALLS.items()
    )


def test_an_idea_that_is_told_by_verbs_is_found_by_them(calls: Searcher) -> None:
    """The archive's own word: an article may say `call` nowhere."""
    assert CALLS.keys() - {"none"} == ids(asked(calls, "idea:call"))


@pytest.mark.parametrize(
    "typed", ["phone call", "שיחת טלפון", "convorbire telefonică", "телефонный разговор"]
)
def test_a_plain_query_for_it_leads_to_all_of_them(calls: Searcher, typed: str) -> None:
    """In the reader's own language too, where it is told in other words."""
    (offer,) = [hint for hint in asked(calls, typed).hints if hint.code == "other_words"]

    assert CALLS.keys() - {"none"} == ids(asked(calls, str(offer.query)))


@pytest.mark.parametrize("typed", ["phone call", "convorbire telefonică"])
def test_more_is_said_of_what_is_not_shown_yet(calls: Searcher, typed: str) -> None:
    """Also where what is shown has a part of the words alone."""
    shown = asked(calls, typed)
    (offer,) = [hint for hint in shown.hints if hint.code == "other_words"]
    more = ids(asked(calls, str(offer.query))) - ids(shown)

    assert ids(shown)
    assert offer.message.startswith(f"{len(more)} more")


@pytest.mark.parametrize(
    ("sentence", "idea"),
    [
        ("הנשיא נפגש עם המלך בעמאן.", "meeting"),
        ("Președintele s-a întâlnit cu regele la Amman.", "meeting"),
        ("Президент встретился с королём в Аммане.", "meeting"),
        ("The president met the king in Amman.", "meeting"),
        ("הנשיא ביקר בעמאן לפני המלחמה.", "visit"),
        ("Președintele a vizitat Ammanul înainte de război.", "visit"),
        ("Президент посетил Амман до войны.", "visit"),
        ("הנשיא שלח מכתב אל המלך.", "letter"),
        ("Președintele i-a trimis regelui o scrisoare lungă.", "letter"),
        ("Президент направил королю письмо.", "letter"),
        ("The president wrote the king a long letter.", "letter"),
    ],
)
def test_what_leaders_do_is_an_idea_in_four_languages(sentence: str, idea: str) -> None:
    article = Article(article_id="a", title="", text=sentence)

    assert {"a"} == ids(asked(searcher_of([article]), f"idea:{idea}"))


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The minister called for a ceasefire.", id="a call for something"),
        pytest.param("We call on all sides to stop.", id="a call on somebody"),
        pytest.param("The critics called it a mistake.", id="a name"),
    ],
)
def test_who_calls_something_is_on_no_telephone(sentence: str) -> None:
    """In news that tell of no leaders' calls, all that `call` alone found was this."""
    article = Article(article_id="a", title="", text=sentence)

    assert set() == ids(asked(searcher_of([article]), "idea:call"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Readout of the President's Call With the King",
        "The call between the two lasted an hour.",
        "The ministers held a call on Friday.",
    ],
)
def test_a_call_of_two_needs_no_telephone(sentence: str) -> None:
    article = Article(article_id="a", title="", text=sentence)

    assert {"a"} == ids(asked(searcher_of([article]), "idea:call"))
