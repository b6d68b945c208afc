"""The page of one article: its text and marks, where its facts come from, and how to cite it."""

from __future__ import annotations

from tests.web.browser import Browser
from tests.web.markup import Tags, links
from web import state

ENGLISH = state.article("a/b#2.md")
HEBREW = state.article("2025/שיחה 1.txt")


def test_an_article_keeps_the_way_back(browser: Browser) -> None:
    """Back is a link, with filters and page as they were."""
    page = browser.get("/search?q=Putin&year=2023").text
    [article] = links(page, "<mark>Putin</mark>")
    opened = browser.get(article).text

    assert f"{ENGLISH}?q=Putin&year=2023" == article
    assert ["/search?q=Putin&year=2023"] == links(opened, "Back to the results")


def test_an_article_is_shown_whole_with_marks_and_facts(browser: Browser) -> None:
    page = browser.get(f"{ENGLISH}?q=Putin").text

    assert (
        '"m1" href="#m1"><mark>Putin</mark></a> called &lt;b&gt;again&lt;/b&gt; &amp; spoke of Iran.'
        in page
    )
    assert 'class="aside"' in page
    assert "December 10, 2023" in page
    assert ["https://news.example/1?a=b&c=d"] == links(page, "Original article")


def test_the_marks_of_an_article_can_be_walked(browser: Browser) -> None:
    """Without a script too: the links lead to the first mark and to the last."""
    page = browser.get(f"{HEBREW}?q=פוטין OR Putin OR סוריה").text

    assert "3 matches" in page
    assert ["#m1", "#m3"] == [*links(page, "<kbd>n</kbd>"), *links(page, "<kbd>p</kbd>")]
    assert ["#m2", "#m3", "#m1"] == links(page.partition('class="text"')[2], "<mark>")
    assert 'class="walk"' not in browser.get(HEBREW).text


def test_an_article_opened_from_a_leader_s_list_marks_the_leader(browser: Browser) -> None:
    """Nothing was typed, but the reader chose whom to read about."""
    listed = browser.get("/search?leader=putin&year=2023").text
    [article] = [url for url in links(listed, "<mark>Putin</mark>") if "b%232" in url]

    assert 'href="#m1"><mark>Putin</mark></a> called' in browser.get(article).text


def test_an_article_says_where_its_facts_come_from(browser: Browser) -> None:
    hebrew, english = browser.get(f"{HEBREW}?ui=en").text, browser.get(ENGLISH).text

    assert (
        'Vladimir Putin</bdi>: <q lang="" dir="auto">פוטין</q>, <q lang="" dir="auto">לפוטין</q>'
        in hebrew
    )
    assert "from the text" in hebrew
    assert "from the metadata" in english


def test_an_article_can_be_cited(browser: Browser) -> None:
    """By eye, and by the programs that keep citations.

    Zotero takes whatever has a citation_journal_title for an article of a journal.
    """
    page = browser.get(ENGLISH).text
    tags = [at for tag, at in Tags(page).found if tag == "meta"]
    names = ("citation_", "DC.")
    cited = {
        str(at["name"]): at["content"] for at in tags if str(at.get("name", "")).startswith(names)
    }

    assert {
        "DC.type": "newspaperArticle",
        "DC.source": "The \u202eDaily",
        "citation_title": "Putin and Netanyahu <script>alert(1)</script> speak",
        "citation_language": "en",
        "citation_publication_date": "2023/12/10",
        "citation_public_url": "https://news.example/1?a=b&c=d",
    } == cited
    assert "December 10, 2023. " in page.partition('class="cite"')[2]
    assert "undated. " in browser.get("/article/ro.txt").text


def test_a_copy_names_its_original(browser: Browser) -> None:
    assert ["/article/ro.txt"] == links(
        browser.get("/article/copy%20of%20ro.txt").text, "<bdi>ro.txt</bdi>"
    )


def test_an_article_with_any_id_is_found_by_its_link(browser: Browser, odd_id: str) -> None:
    reply = browser.get(state.article(odd_id))

    assert 200 == reply.status
    assert "<h1" in reply.text


def test_an_article_leads_to_the_results_beside_it(browser: Browser) -> None:
    """In the order of the list and over the ends of its pages."""
    listed = "/search?q=Putin&sort=oldest&size=1&page="
    first, second, third, last = (
        links(browser.get(f"{listed}{page}").text, "<mark>")[0] for page in (1, 2, 3, 4)
    )
    opened = browser.get(second).text

    assert [[first], [third]] == [links(opened, "Previous result"), links(opened, "Next result")]
    assert "Result 2 of 4" in opened
    assert [] == links(browser.get(first).text, "Previous result")
    assert [] == links(browser.get(last).text, "Next result")


def test_an_article_without_a_list_has_nothing_beside_it(browser: Browser) -> None:
    for address in (ENGLISH, f"{ENGLISH}?q=zebra"):
        assert "Result " not in browser.get(address).text


def test_an_article_names_similar_ones_without_its_search(browser: Browser) -> None:
    page = browser.get(f"{ENGLISH}?q=Iran&year=2023").text
    similar = page.partition('class="similar"')[2].partition("</section>")[0]

    assert [HEBREW] == links(similar, "פוטין ונתניהו")


def test_an_undated_article_shows_how_to_date_it(browser: Browser) -> None:
    page = browser.get("/article/copy%20of%20ro.txt").text

    assert "readout set --published YYYY-MM-DD &#39;copy of ro.txt&#39;</code>" in page
    assert "readout set" not in browser.get(ENGLISH).text
