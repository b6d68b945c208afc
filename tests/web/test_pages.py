"""What a person sees."""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from html import unescape
from html.parser import HTMLParser
from io import StringIO

import pytest
from markupsafe import escape

from search.articles import Article
from search.icu import country_codes
from search.query.grammar import help_rows
from tests.web.archive import searcher_of
from tests.web.browser import Browser
from web import urls
from web.app import application
from web.pages import STATIC

ENGLISH = urls.article("a/b#2.md")
HEBREW = urls.article("2025/שיחה 1.txt")


class Tags(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def links(page: str, marker: str) -> list[str]:
    """The URLs of the links whose text has a marker."""
    pairs = re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', page, re.DOTALL)
    return [unescape(url) for url, shown in pairs if marker in shown]


@pytest.mark.parametrize(
    "url",
    [
        "/",
        "/search",
        "/search?q=Putin",
        ENGLISH,
        "/nowhere",
        "/search?year=x",
        "/search?q=zzz",
        "/help",
        "/map/leader",
        "/map/country?q=zzz",
    ],
)
@pytest.mark.parametrize(("ui", "direction"), [("en", "ltr"), ("he", "rtl"), ("ro", "ltr")])
def test_every_page_speaks_the_language_asked_for(browser: Browser, url: str, ui: str, direction: str) -> None:
    page = browser.get(f"{url}{'&' if '?' in url else '?'}ui={ui}").text

    assert f'<html lang="{ui}" dir="{direction}">' in page
    assert "{{" not in page
    assert "None" not in page


def test_a_first_visit_says_what_is_there_and_what_to_try(browser: Browser) -> None:
    page = browser.get("/").text

    assert "41 articles" in page
    assert "2000–2025" in page
    assert ["/search?q=Vladimir+Putin"] == links(page, '<bdi lang="en">Vladimir Putin')
    [hebrew] = links(page, '<bdi lang="he">')
    assert "<mark>" in browser.get(hebrew).text


def test_a_hit_shows_its_marks_in_its_own_direction(browser: Browser) -> None:
    """The interface's direction is not the article's."""
    page = browser.get("/search?q=נתניהו").text

    assert '<h2 lang="he" dir="rtl">' in page
    assert "<mark>ונתניהו</mark>" in page
    assert '<p class="passage" lang="he" dir="rtl"><mark>נתניהו</mark>' in page


def test_a_passage_in_another_script_has_the_direction_of_that_script(browser: Browser) -> None:
    """The post is English; the article's language must not be claimed for it."""
    page = browser.get("/search?q=thanked").text

    assert '<p class="passage" lang="" dir="ltr">Putin <mark>thanked</mark>' in page


@pytest.mark.parametrize(
    "url", ["/search?q=Putin", f"{ENGLISH}?q=Putin", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E"]
)
def test_nothing_that_was_written_or_typed_becomes_a_tag(browser: Browser, url: str) -> None:
    page = browser.get(url).text
    tags = Tags(page).found

    assert ["script"] == [tag for tag, _ in tags if tag == "script"]
    assert not [tag for tag, _ in tags if tag == "b"]
    assert "&lt;script&gt;" in page
    assert not [name for _, attributes in tags for name in attributes if name.startswith("on") or name == "style"]


def test_labels_from_articles_are_isolated(browser: Browser) -> None:
    """RIGHT-TO-LEFT OVERRIDE in an outlet's name must not turn our own words round."""
    assert "<bdi>The \u202eDaily</bdi>" in browser.get("/search?q=Putin").text


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/search?q=weather+iran&ui=en", "December 10, 2023"),
        ("/search?q=נתניהו&ui=en", "from the text"),
        ("/search?q=Pezeshkian&ui=en", "Date unknown"),
        ("/search?q=נתניהו&ui=he", "לפי הטקסט"),
    ],
)
def test_a_date_says_how_it_is_known(browser: Browser, url: str, expected: str) -> None:
    assert expected in browser.get(url).text


def test_a_facet_link_narrows_and_the_chip_undoes_it(browser: Browser) -> None:
    page = browser.get("/search?q=Putin").text
    [narrower] = links(page, "<bdi>Masoud Pezeshkian</bdi></span>")
    narrowed = browser.get(narrower).text

    assert "<strong>2 articles</strong>" in narrowed
    assert ["/search?q=Putin"] * 2 == links(narrowed, "<bdi>Masoud Pezeshkian</bdi>")[:2]


def test_a_facet_says_how_many_of_its_values_are_chosen(browser: Browser) -> None:
    page = browser.get("/search?leader=vladimir-putin&leader=benjamin-netanyahu").text

    assert 'Leader <span class="n">2 chosen</span>' in " ".join(page.split())
    assert 1 == page.count(" chosen</span>")


def test_a_leader_in_any_spelling_can_be_taken_away(browser: Browser) -> None:
    """The reader may have typed the name in the URL as they write it."""
    page = browser.get("/search?leader=Путин").text

    assert "/search" in links(page, "Vladimir Putin")


def test_a_chosen_year_offers_what_has_no_date(browser: Browser) -> None:
    page = browser.get("/search?q=Putin&year=2023").text

    assert ["/search?q=Putin&year=2023&year=unknown"] == links(page, "+2 without a date")
    assert "without a date" not in browser.get("/search?q=Putin").text


def test_years_between_are_shown_though_nothing_happened(browser: Browser) -> None:
    """A gap is news, too."""
    page = browser.get("/search?q=Putin").text

    assert 'aria-label="2023, 1 article"' in page
    assert 1 == page.count('<li aria-hidden="true"></li>')


def test_the_search_box_keeps_the_filters_and_forgets_the_page(browser: Browser) -> None:
    form = browser.get("/search?q=Many&year=2001&sort=oldest&page=1&match=any").text.partition("<form")[2]
    form = form.partition("</form>")[0]

    assert '<input type="hidden" name="year" value="2001">' in form
    assert '<input type="hidden" name="sort" value="oldest">' in form
    assert 'name="page"' not in form
    assert 'name="match"' not in form


def test_pages_lead_to_each_other(browser: Browser) -> None:
    first = browser.get("/search?q=Many").text
    second = browser.get("/search?q=Many&page=2").text

    assert ["/search?q=Many&page=2"] == links(first, "Next")
    assert ["/search?q=Many"] == links(second, "Previous")
    assert ["/search?q=Many&page=3"] == links(second, "Next")
    assert '<span aria-current="page">2</span>' in second


def test_a_page_past_the_end_leads_back(browser: Browser) -> None:
    reply = browser.get("/search?q=Many&page=99")

    assert 200 == reply.status
    assert ["/search?q=Many"] == links(reply.text, "To the first page")


def test_nothing_found_is_said_with_what_to_drop(browser: Browser) -> None:
    page = browser.get("/search?q=Putin&year=1999").text

    assert "Nothing was found." in page
    assert "/search?q=Putin" in links(page, "<bdi>1999</bdi>")


def test_nothing_found_says_how_many_there_would_be(browser: Browser) -> None:
    page = browser.get("/search?q=Pezeshkian&year=1999&lang=he").text
    advice = page.partition('class="remaining"')[2].partition("</ul>")[0]

    assert ["0 articles", "0 articles", "2 articles"] == re.findall(r'<span class="n">(.*?)</span>', advice)
    assert ["/search?q=Pezeshkian"] == links(advice, "Clear all")


def test_a_hint_speaks_the_language_of_the_page(browser: Browser) -> None:
    assert "למירכאות אין סוגר" in browser.get('/search?q="Putin&ui=he').text


def test_the_page_is_in_the_language_that_the_browser_likes_until_another_is_chosen(browser: Browser) -> None:
    page = browser.get("/search?q=Putin", accept_language="he-IL,he;q=0.9").text

    assert '<html lang="he" dir="rtl">' in page
    assert ["/search?q=Putin&ui=en"] == links(page, "English")
    assert '<html lang="en" dir="ltr">' in browser.get("/search?q=Putin&ui=en", accept_language="he").text
    assert '<html lang="ro" dir="ltr">' in browser.get("/nowhere", accept_language="ro").text


def test_when_no_article_has_all_the_words_the_page_says_so(browser: Browser) -> None:
    page = browser.get("/search?q=Putin+zebra").text

    assert "No article has all the words" in page
    assert '<article class="hit">' in page


def test_an_article_keeps_the_way_back(browser: Browser) -> None:
    """Back is a link, with filters and page as they were."""
    page = browser.get("/search?q=Putin&year=2023").text
    [article] = links(page, "<mark>Putin</mark>")
    opened = browser.get(article).text

    assert f"{ENGLISH}?q=Putin&year=2023" == article
    assert ["/search?q=Putin&year=2023"] == links(opened, "Back to the results")


def test_an_article_is_shown_whole_with_marks_and_facts(browser: Browser) -> None:
    page = browser.get(f"{ENGLISH}?q=Putin").text

    assert '"m1" href="#m1"><mark>Putin</mark></a> called &lt;b&gt;again&lt;/b&gt; &amp; spoke of Iran.' in page
    assert 'class="aside"' in page
    assert "December 10, 2023" in page
    assert ["https://news.example/1?a=b&c=d"] == links(page, "Read it where it was published")


def test_the_marks_of_an_article_can_be_walked(browser: Browser) -> None:
    """Without a script too: the links lead to the first mark and to the last."""
    page = browser.get(f"{HEBREW}?q=פוטין OR Putin OR סוריה").text

    assert "3 matches" in page
    assert ["#m1", "#m3"] == [*links(page, "<kbd>n</kbd>"), *links(page, "<kbd>p</kbd>")]
    assert ["#m2", "#m3", "#m1"] == links(page.partition('class="text"')[2], "<mark>")
    assert 'class="walk"' not in browser.get(HEBREW).text


def test_an_article_says_where_its_facts_come_from(browser: Browser) -> None:
    hebrew, english = browser.get(f"{HEBREW}?ui=en").text, browser.get(ENGLISH).text

    assert 'Vladimir Putin</bdi>: <q lang="" dir="auto">פוטין</q>, <q lang="" dir="auto">לפוטין</q>' in hebrew
    assert "from the text" in hebrew
    assert "from the metadata" in english


def test_an_article_can_be_cited(browser: Browser) -> None:
    """By eye, and by the programs that keep citations."""
    page = browser.get(ENGLISH).text
    tags = [at for tag, at in Tags(page).found if tag == "meta"]
    cited = {str(at["name"]): at["content"] for at in tags if str(at.get("name", "")).startswith("citation_")}

    assert {
        "citation_title": "Putin and Netanyahu <script>alert(1)</script> speak",
        "citation_language": "en",
        "citation_publication_date": "2023/12/10",
        "citation_journal_title": "The \u202eDaily",
        "citation_public_url": "https://news.example/1?a=b&c=d",
    } == cited
    assert "December 10, 2023. " in page.partition('class="cite"')[2]
    assert "no date. " in browser.get("/article/ro.txt").text


def test_a_copy_names_its_original(browser: Browser) -> None:
    assert ["/article/ro.txt"] == links(browser.get("/article/copy%20of%20ro.txt").text, "<bdi>ro.txt</bdi>")


def test_an_article_with_any_id_is_found_by_its_link(browser: Browser, odd_id: str) -> None:
    reply = browser.get(urls.article(odd_id))

    assert 200 == reply.status
    assert "<h1" in reply.text


def test_a_page_loads_only_what_it_brings(browser: Browser) -> None:
    """No request to another host, and every file is there."""
    tags = Tags(browser.get("/").text).found
    loaded = [
        value for tag, at in tags for value in (at.get("src"), at.get("href") if tag == "link" else None) if value
    ]

    assert 3 == len(loaded)
    assert [200] * 3 == [browser.get(url).status for url in loaded]


@pytest.mark.parametrize(("number", "folded", "searchable"), [(11, 0, False), (12, 4, False), (21, 13, True)])
def test_a_long_facet_is_folded_and_a_very_long_one_can_be_searched(
    number: int, folded: int, *, searchable: bool
) -> None:
    """Folding away one value would save nothing."""
    ids = tuple(f"x-{one}" for one in range(number))
    archive = searcher_of((Article(article_id="1", title="One", text="One.", leaders=ids),))

    _, _, more = Browser(application(archive)).get("/").text.partition('<details class="more"')
    more = more.partition("</details>")[0]

    assert (folded, searchable) == (more.count("<li>"), 'class="find"' in more)


def test_everything_that_was_found_can_be_taken_away(browser: Browser) -> None:
    """The same articles in the same order, however many fit on a page."""
    page = browser.get("/search?q=Many&year=2001..2018&sort=oldest&size=5").text
    [table], [lines] = links(page, "CSV"), links(page, "JSON Lines")
    reply = browser.get(table)
    rows = list(csv.DictReader(StringIO(reply.body.decode("utf-8-sig"), newline="")))

    assert [str(year) for year in range(2001, 2019)] == [row["id"] for row in rows]
    assert [row["id"] for row in rows] == [json.loads(row)["id"] for row in browser.get(lines).text.splitlines()]
    assert 'attachment; filename="readout.csv"' == reply.headers["Content-Disposition"]


@pytest.mark.parametrize("url", ["/export.csv?q=zzz", "/export.jsonl?q=zzz"])
def test_nothing_found_is_an_empty_file(browser: Browser, url: str) -> None:
    assert 1 >= len(browser.get(url).body.splitlines())


def test_an_export_that_can_not_be_asked_for_is_no_file(browser: Browser) -> None:
    assert 400 == browser.get("/export.csv?year=x").status


def test_a_cell_of_the_map_leads_to_its_articles(browser: Browser) -> None:
    """The number on the map is the number on the page."""
    page = browser.get("/map/leader?q=Putin").text
    cell = page.partition("Benjamin Netanyahu</bdi>")[2].partition("</tr>")[0]
    [first, *_] = re.findall(r'href="(.*?)"[^>]*>(\d+)</a>', cell)

    assert ("/search?q=Putin&leader=benjamin-netanyahu&year=2023", "1") == (unescape(first[0]), first[1])
    assert "<strong>1 article</strong>" in browser.get(unescape(first[0])).text


def test_what_was_meant_is_offered_as_a_link(browser: Browser) -> None:
    """And the reader sees what was found for what they typed."""
    page = browser.get("/search?q=b,bhvu&year=2025").text

    [offered] = [url for url in links(page, "נתניהו") if "q=%D7%A0" in url]
    assert "<mark>נתניהו</mark>" in browser.get(offered).text


def test_a_hit_shows_its_first_names_and_where_the_others_stand() -> None:
    ids = tuple(f"x-{number}" for number in range(9))
    page = Browser(application(searcher_of((Article(article_id="1", title="One", text="One.", leaders=ids),)))).get("/")
    tags = page.text.partition('class="tags"')[2].partition("</ul>")[0]

    assert 7 == tags.count("<li>")
    assert ["/article/1#facts"] == links(tags, "3 more")


def test_the_search_box_offers_a_list_only_with_a_script(browser: Browser) -> None:
    """Without one it is a plain search box."""
    tags = Tags(browser.get("/").text).found
    [box] = [at for tag, at in tags if at.get("name") == "q"]

    assert "role" not in box
    assert [""] == ["" for _, at in tags if at.get("id") == "suggestions" and "hidden" in at]


def test_the_help_shows_what_works(browser: Browser) -> None:
    page = browser.get("/help").text

    for row in help_rows():
        assert f'<code dir="ltr">{escape(row.written)}</code>' in page
    assert ["/search?q=year%3A2016..2019"] == links(page, "<bdi>year:2016..2019")


def test_ids_in_a_page_are_unique(browser: Browser) -> None:
    ids = [
        str(attributes["id"]) for _, attributes in Tags(browser.get("/search?q=Putin").text).found if "id" in attributes
    ]

    assert sorted(set(ids)) == sorted(ids)


def test_a_page_is_light(capsys: pytest.CaptureFixture[str]) -> None:
    """It must come at once even over a slow line, from an archive that names everybody."""
    who = tuple(f"leader-{number}" for number in range(300))
    where = tuple(code.lower() for code in country_codes())
    text = "Putin and Netanyahu spoke about a ceasefire in Gaza, said a post of his office. " * 40
    calls = [
        Article(article_id=f"calls/{year}.txt", title=text[:90], text=text, lang="en", published=str(year))
        for year in range(1950, 2026)
    ]
    everybody = Article(article_id="all", title=text[:60], text=text, leaders=who, countries=where)
    archive = searcher_of((*calls, everybody))
    browser = Browser(application(archive))
    urls = ["/", "/search?q=Putin", "/article/all?q=Putin", "/map/leader", "/map/country", "/help"]
    weights = {url: len(browser.get(url, accept_encoding="gzip").body) for url in urls}
    loaded = sum(len(gzip.compress((STATIC / name).read_bytes())) for name in ("style.css", "page.js"))
    said = ", ".join(f"{url} {weight:,}" for url, weight in weights.items())
    with capsys.disabled():
        sys.stdout.write(f"\nbytes of a page, packed: {said}; CSS and JS {loaded:,}\n")

    assert 40_000 >= max(weights.values())
    assert 30_000 >= loaded
