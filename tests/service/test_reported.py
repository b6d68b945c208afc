"""Between two leaders the searcher shows what articles report, and nothing that they do not."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from index.tagging import tag
from search.analysis.analyzer import analyse_article, language_of
from search.model.articles import Article
from search.model.response import Answer, Search
from search.service.reported import Reported
from search.service.searcher import Searcher
from tests.archive import searcher_of


def article(article_id: str, text: str, published: str | None = None) -> Article:
    plain = Article(
        article_id=article_id, title="News", text=text, published=published, lang=language_of(text)
    )
    return tag(plain, analyse_article(plain))


TOLD = (  # the id, the text and the day
    ("call", "Putin phoned Macron on Friday.", "2024-05-03"),
    ("call in Russian", "Владимир Путин поговорил по телефону с Эмманюэлем Макроном 3 мая 2024 года."),
    ("meeting", "Vladimir Putin met Emmanuel Macron in Paris on Tuesday.", "2023-02-01"),
    ("undated", "Vladimir Putin spoke by telephone with Emmanuel Macron on Monday."),
    ("another pair", "Emmanuel Macron met Olaf Scholz and said that Putin must answer.", "2024-06-01"),
    ("in passing", "Vladimir Putin and Emmanuel Macron were named in the report.", "2024-06-02"),
)  # fmt: skip


def reported_of(archive: Searcher, asked: Search) -> Reported | None:
    return archive.leaders(asked, archive.search(asked)).reported


BOTH = {"leader": ("putin", "macron")}


@cache
def articles() -> tuple[Article, ...]:
    return tuple(article(*told) for told in TOLD)


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return searcher_of(articles())


def ids(answer: Answer) -> set[str]:
    return {hit.article.article_id for hit in answer.hits}


def counts(answer: Answer) -> dict[str, int]:
    return {row.value: row.count for row in answer.facets["contact"]}


def test_a_kind_of_contact_narrows_to_articles_that_report_one(searcher: Searcher) -> None:
    found = searcher.search(Search(filters={"contact": ("meeting",)}))

    assert {"meeting", "another pair"} == ids(found)


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(Search(filters={**BOTH, "contact": ("meeting",)}), id="both chosen"),
        pytest.param(Search(query="leader:putin leader:macron contact:meeting"), id="both typed"),
        pytest.param(Search(query="leader:putin contact:meeting", filters={"leader": ("macron",)}), id="one each"),
    ],
)  # fmt: skip
def test_with_two_leaders_it_is_between_these(searcher: Searcher, asked: Search) -> None:
    """Macron met Scholz in an article that names Putin: that is no meeting of Putin's."""
    assert {"meeting"} == ids(searcher.search(asked))


def test_contacts_are_counted_by_kind_and_between_two_leaders(searcher: Searcher) -> None:
    assert {"call": 3, "meeting": 2} == counts(searcher.search(Search()))
    assert {"call": 3, "meeting": 1} == counts(searcher.search(Search(filters=BOTH)))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(Search(filters={"contact": ("any",)}), {"call": 3, "meeting": 2, "any": 5}, id="whoever"),
        pytest.param(Search(filters={"leader": ("putin",), "contact": ("any",)}), {"call": 3, "meeting": 2, "any": 5}, id="one"),
        pytest.param(Search(filters={**BOTH, "contact": ("any",)}), {"call": 3, "meeting": 1, "any": 4}, id="two"),
    ],
)  # fmt: skip
def test_any_contact_is_found_and_counted_however_many_leaders_are_chosen(
    searcher: Searcher, asked: Search, expected: dict[str, int]
) -> None:
    """The page links to any contact of two; a reader may then take one of the two away."""
    found = searcher.search(asked)

    assert expected == counts(found)
    assert expected["any"] == found.total


@pytest.mark.parametrize("query", ["contact:any", "leader:putin contact:any"])
def test_any_contact_can_be_typed(searcher: Searcher, query: str) -> None:
    assert 5 == searcher.search(Search(query=query)).total


@pytest.mark.parametrize("interface", ["en", "he", "ro"])
def test_any_contact_has_a_name_in_each_language(searcher: Searcher, interface: str) -> None:
    assert "any" != searcher.label("contact", "any", interface)


def test_who_an_article_is_about_is_not_whoever_it_names(searcher: Searcher) -> None:
    found = searcher.search(Search(query="about:putin"))

    assert {"call", "call in Russian", "meeting", "undated", "in passing"} == ids(found)


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(Search(filters=BOTH), id="chosen"),
        pytest.param(Search(query="Putin Macron"), id="typed"),
        pytest.param(Search(query="leader:putin leader:macron"), id="fields"),
        pytest.param(Search(query="Macron", filters={"leader": ("putin",)}), id="one chosen, one typed"),
        pytest.param(Search(query="leader:putin Macron"), id="a field and a name"),
        pytest.param(Search(query="Макрон spoke", filters={"about": ("putin",)}), id="a subject and a name"),
        pytest.param(Search(query='"Vladimir Putin" "Emmanuel Macron"'), id="in quotation marks"),
        pytest.param(Search(query="Putin Macron", filters={"country": ("fr",)}), id="beside a country"),
    ],
)  # fmt: skip
def test_what_is_reported_between_two_leaders_comes_newest_first(
    searcher: Searcher, asked: Search
) -> None:
    reported = reported_of(searcher, asked)

    assert reported is not None
    assert [("call", "2024-05-03"), ("meeting", "2023-01-31"), ("call", None)] == [
        (one.kind, one.date) for one in reported.contacts
    ]
    assert (3, 0) == (reported.total, reported.undated)


@pytest.mark.parametrize("query", ["biden xi", "xi biden", "Biden Xi call", "biden xi jinping"])
def test_a_name_that_is_a_word_too_means_the_leader_beside_another(query: str) -> None:
    held = article("held", "Joe Biden and Xi Jinping spoke by phone.", "2024-04-02")
    reported = reported_of(searcher_of((held,)), Search(query=query))

    assert reported is not None
    assert ("joe-biden", "xi-jinping") == reported.pair


@pytest.mark.parametrize(
    ("query", "pair"),
    [
        pytest.param("sandu iohannis", ("klaus-iohannis", "maia-sandu"), id="a surname that many have"),
        pytest.param("aliyev pashinyan", ("ilham-aliyev", "nikol-pashinyan"), id="of father and son, who spoke"),
        pytest.param("johnson merkel", None, id="of two who both did"),
        pytest.param("johnson pashinyan", None, id="of two who did not"),
        pytest.param("johnson clinton bush bush merkel putin", None, id="of more than two"),
    ],
)  # fmt: skip
def test_a_surname_of_several_means_who_spoke_with_the_other(
    query: str, pair: tuple[str, str] | None
) -> None:
    texts = (
        "President Maia Sandu met President Klaus Iohannis in Bucharest.",
        "Ilham Aliyev met Nikol Pashinyan in Prague.",
        "Boris Johnson met Angela Merkel in Berlin.",
        "Lyndon B. Johnson met Angela Merkel in a film of the year. Lyndon B. Johnson spoke by phone with Angela Merkel.",
    )  # fmt: skip
    archive = searcher_of(article(f"{at}", text) for at, text in enumerate(texts))
    reported = reported_of(archive, Search(query=query))

    assert pair == (reported and reported.pair)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(Search(filters={"leader": ("macron",)}), {"Emmanuel Macron", "Macron", "Макроном"}, id="chosen"),
        pytest.param(
            Search(query="leader:putin leader:macron"),
            {"Emmanuel Macron", "Macron", "Макроном", "Vladimir Putin", "Putin", "Путин"},
            id="fields",
        ),
        pytest.param(Search(query="report", filters={"leader": ("macron",)}), {"report"}, id="words come first"),
    ],
)  # fmt: skip
def test_chosen_leaders_are_marked_where_nothing_was_typed(
    searcher: Searcher, asked: Search, expected: set[str]
) -> None:
    assert expected == {
        passage.text[start:end]
        for hit in searcher.search(asked).hits
        for passage in hit.passages
        for start, end in passage.marks
    }


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(Search(filters={"leader": ("macron",)}), ["Macron"], id="chosen"),
        pytest.param(Search(query="leader:macron"), ["Macron"], id="a field"),
        pytest.param(Search(query="about:putin"), ["Putin"], id="the subject"),
        pytest.param(Search(filters={"about": ("putin", "macron")}), ["Putin", "Macron"], id="two subjects"),
        pytest.param(Search(query="-Scholz", filters=BOTH), ["Putin", "Macron"], id="not what is left out"),
        pytest.param(Search(query="phoned", filters=BOTH), ["phoned"], id="words come first"),
        pytest.param(Search(), [], id="nobody"),
    ],
)  # fmt: skip
def test_an_article_opened_from_a_list_has_the_marks_that_the_list_has(
    searcher: Searcher, asked: Search, expected: list[str]
) -> None:
    opened = searcher.open("call", asked)
    [hit] = [one for one in searcher.search(asked).hits if one.article.article_id == "call"]

    assert expected == [opened.article.text[start:end] for start, end in opened.marks]
    assert expected == [
        passage.text[start:end] for passage in hit.passages for start, end in passage.marks
    ]


def test_accounts_of_one_call_stand_together_with_their_own_sentences(searcher: Searcher) -> None:
    reported = reported_of(searcher, Search(filters=BOTH))

    assert reported is not None
    assert {"call", "call in Russian"} == {
        account.article.article_id for account in reported.contacts[0].accounts
    }
    marked = {
        account.contact.words[start:end]
        for account in reported.contacts[0].accounts
        for start, end in account.marks
    }
    assert {"Putin", "Macron", "Владимир Путин", "Эмманюэлем Макроном"} == marked


@pytest.mark.parametrize(
    "query", ["Putin", "Vladimir Putin", '"Vladimir Putin"', "Путин", "leader:putin Putin"]
)
def test_an_article_on_somebody_comes_before_one_that_mentions_him(query: str) -> None:
    """The two are alike in every word, and differ in who did what."""
    archive = searcher_of(
        (
            article("mention", "Olaf Scholz told everybody much of Vladimir Putin (Путин) yesterday."),
            article("subject", "Vladimir Putin (Путин) told everybody much of Olaf Scholz yesterday."),
        )
    )  # fmt: skip

    assert ["subject", "mention"] == [
        hit.article.article_id for hit in archive.search(Search(query=query)).hits
    ]
    assert ["mention", "subject"] == [
        hit.article.article_id for hit in archive.search(Search(query="everybody")).hits
    ]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"since": "2024"}, ["2024-05-03"]),
        ({"until": "2023"}, ["2023-01-31"]),
        ({"filters": {**BOTH, "year": ("2023",)}}, ["2023-01-31"]),
        ({"filters": {**BOTH, "contact": ("meeting",)}}, ["2023-01-31"]),
        ({"filters": {**BOTH, "contact": ("call", "any")}}, ["2024-05-03", None]),
        ({"query": "leader:putin leader:macron year:2023", "filters": {}}, ["2023-01-31"]),
        ({"query": "Putin Macron date:2024", "filters": {}}, ["2024-05-03"]),
        ({"query": "Putin Macron lang:ru contact:call", "filters": {}}, ["2024-05-03"]),
        ({"query": "contact:Meeting"}, ["2023-01-31"]),
        ({"query": "contact:any idea:call"}, ["2024-05-03", "2023-01-31", None]),
    ],
    ids=str,
)
def test_what_is_reported_keeps_to_what_is_chosen(
    searcher: Searcher, chosen: dict[str, Any], expected: list[str | None]
) -> None:
    """A reader who chose a year, dates or a kind sees no contact of another."""
    reported = reported_of(searcher, Search(**{"filters": BOTH, **chosen}))

    assert reported is not None
    assert expected == [one.date for one in reported.contacts]
    assert len(expected) == reported.total


def test_a_surname_is_marked_that_the_head_of_the_article_explains() -> None:
    """`Johnson` alone may be another; the title says who he is."""
    plain = Article(
        article_id="a",
        title="Boris Johnson on his day",
        text="Much was said.\n\nPrime Minister Johnson met President Biden in Cornwall.",
        lang="en",
    )
    told = tag(plain, analyse_article(plain))
    reported = reported_of(
        searcher_of((told,)), Search(filters={"leader": ("boris-johnson", "joe-biden")})
    )

    assert reported is not None
    [account] = reported.contacts[0].accounts
    assert ["Johnson", "Biden"] == [
        account.contact.words[start:end] for start, end in account.marks
    ]


def test_of_an_article_that_reports_two_kinds_the_chosen_one_is_shown() -> None:
    both = article(
        "both",
        "Vladimir Putin spoke by phone with Emmanuel Macron on 3 May 2024.\n\n"
        "Vladimir Putin met Emmanuel Macron in Paris on 7 May 2024.",
    )
    chosen = Search(filters={**BOTH, "contact": ("call",)})
    reported = reported_of(searcher_of((both,)), chosen)

    assert ["call", "meeting"] == sorted(contact.kind for contact in both.contacts)
    assert reported is not None
    assert ["call"] == [one.kind for one in reported.contacts]


def test_no_number_is_said_where_more_articles_may_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.service.reported.MOST_ARTICLES", 2)
    told = reported_of(searcher_of(articles()), Search(filters=BOTH))

    assert told is not None
    assert not told.is_whole


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(Search(query="Putin"), (("vladimir-putin",), True), id="typed"),
        pytest.param(Search(query="Putin must"), (("vladimir-putin",), False), id="mentioned alone"),
        pytest.param(Search(query="Putin report"), (("vladimir-putin",), False), id="the subject of all"),
        pytest.param(Search(filters={"leader": ("putin",)}), (("vladimir-putin",), True), id="chosen"),
        pytest.param(Search(query="Putin", filters={"about": ("macron",)}), (("emmanuel-macron", "vladimir-putin"), True), id="both"),
        pytest.param(Search(query="about:ru phone"), ((), False), id="a country"),
        pytest.param(Search(query="-Putin"), ((), False), id="left out"),
        pytest.param(Search(query="Bush"), ((), False), id="a name of two"),
        pytest.param(Search(), ((), False), id="nobody"),
    ],
)  # fmt: skip
def test_it_is_known_who_is_asked_for_and_whether_some_articles_are_not_about_them(
    searcher: Searcher, asked: Search, expected: tuple[tuple[str, ...], bool]
) -> None:
    """So that a page offers to leave out the articles that only mention them."""
    pages = [replace(asked, size=size) for size in (1, 2, 10)]
    found = [searcher.leaders(page, searcher.search(page)) for page in pages]

    assert {expected} == {(one.ids, one.is_split) for one in found}


@pytest.mark.parametrize(
    "asked",
    [
        Search(query="Putin"),
        Search(filters={"leader": ("putin", "scholz")}),
        Search(query="Scholz", filters=BOTH),
        Search(query="Putin OR Macron"),
        Search(query="Putin -Macron"),
    ],
)
def test_nothing_is_said_where_nothing_is_reported(searcher: Searcher, asked: Search) -> None:
    assert reported_of(searcher, asked) is None
