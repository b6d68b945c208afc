"""What holds for every page, and what the first page, the help and the map show."""

from __future__ import annotations

import gzip
import re
import sys
from html import unescape

import pytest
from jinja2 import Environment
from markupsafe import escape

from search.icu import country_codes
from search.model.articles import Article
from search.model.languages import INTERFACE_LANGUAGES
from search.query.grammar import help_rows
from search.service.searcher import Searcher
from tests.archive import searcher_of
from tests.web.browser import Browser
from tests.web.markup import Tags, links
from web import state
from web.app import application
from web.pages import STATIC

ENGLISH = state.article("a/b#2.md")


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
def test_every_page_speaks_the_language_asked_for(
    browser: Browser, url: str, ui: str, direction: str
) -> None:
    page = browser.get(f"{url}{'&' if '?' in url else '?'}ui={ui}").text

    assert f'<html lang="{ui}" dir="{direction}">' in page
    assert "{{" not in page
    assert "None" not in page


def test_the_first_reader_of_a_language_waits_for_no_template(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are compiled before the port opens."""
    browser = Browser(application(searcher))
    monkeypatch.delattr(Environment, "compile")

    assert [200] * 3 == [browser.get(f"/?ui={code}").status for code in INTERFACE_LANGUAGES]


def test_a_first_visit_says_what_is_there_and_what_to_try(browser: Browser) -> None:
    page = browser.get("/").text

    assert "41 articles" in page
    assert "2000–2025" in page
    assert ["/search?q=Vladimir+Putin"] == links(page, '<bdi lang="en">Vladimir Putin')
    [hebrew] = links(page, '<bdi lang="he">')
    assert "<mark>" in browser.get(hebrew).text


@pytest.mark.parametrize(
    "url", ["/search?q=Putin", f"{ENGLISH}?q=Putin", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E"]
)
def test_nothing_that_was_written_or_typed_becomes_a_tag(browser: Browser, url: str) -> None:
    page = browser.get(url).text
    tags = Tags(page).found

    assert ["script"] == [tag for tag, _ in tags if tag == "script"]
    assert not [tag for tag, _ in tags if tag == "b"]
    assert "&lt;script&gt;" in page
    assert not [
        name
        for _, attributes in tags
        for name in attributes
        if name.startswith("on") or name == "style"
    ]


def test_the_page_is_in_the_language_that_the_browser_likes_until_another_is_chosen(
    browser: Browser,
) -> None:
    page = browser.get("/search?q=Putin", accept_language="he-IL,he;q=0.9").text

    assert '<html lang="he" dir="rtl">' in page
    assert ["/search?q=Putin&ui=en"] == links(page, "English")
    assert (
        '<html lang="en" dir="ltr">'
        in browser.get("/search?q=Putin&ui=en", accept_language="he").text
    )
    assert '<html lang="ro" dir="ltr">' in browser.get("/nowhere", accept_language="ro").text


def test_a_page_loads_only_what_it_brings(browser: Browser) -> None:
    """No request to another host, and every file is there."""
    tags = Tags(browser.get("/").text).found
    loaded = [
        value
        for tag, at in tags
        for value in (at.get("src"), at.get("href") if tag == "link" else None)
        if value
    ]

    assert 5 == len(loaded)
    assert [200] * 5 == [browser.get(url).status for url in loaded]


def test_a_cell_of_the_map_leads_to_its_articles(browser: Browser) -> None:
    """The number on the map is the number on the page."""
    page = browser.get("/map/leader?q=Putin").text
    cell = page.partition("Benjamin Netanyahu</bdi>")[2].partition("</tr>")[0]
    [first, *_] = re.findall(r'href="(.*?)"[^>]*>(\d+)</a>', cell)

    assert ("/search?q=Putin&leader=benjamin-netanyahu&year=2025", "1") == (
        unescape(first[0]),
        first[1],
    )
    assert "<strong>1 article</strong>" in browser.get(unescape(first[0])).text


def test_the_map_says_what_was_chosen(browser: Browser) -> None:
    """With two leaders it has only articles of both; each chip leads to the map without one."""
    page = browser.get("/map/leader?leader=vladimir-putin&leader=benjamin-netanyahu&year=2023").text
    chips = page.partition('class="chips"')[2].partition("</ul>")[0]

    assert ["/map/leader?leader=benjamin-netanyahu"] == links(chips, "<bdi>Vladimir Putin</bdi>")
    assert "2023" not in chips  # the map has all years


def test_the_search_box_offers_a_list_only_with_a_script(browser: Browser) -> None:
    """Without one it is a plain search box."""
    tags = Tags(browser.get("/").text).found
    [box] = [at for tag, at in tags if at.get("name") == "q"]

    assert "role" not in box
    assert [""] == ["" for _, at in tags if at.get("id") == "suggestions" and "hidden" in at]


def test_the_help_shows_what_works(browser: Browser) -> None:
    page = browser.get("/help").text

    for row in help_rows():
        if row.written in {"a AND b", "NOT a"}:
            continue  # the same as a b and -a, which are shorter
        assert f'<code dir="ltr">{escape(row.written)}</code>' in page
    assert ["/search?q=year%3A2016..2019"] == links(page, "<bdi>year:2016..2019")


def test_ids_in_a_page_are_unique(browser: Browser) -> None:
    ids = [
        str(attributes["id"])
        for _, attributes in Tags(browser.get("/search?q=Putin").text).found
        if "id" in attributes
    ]

    assert sorted(set(ids)) == sorted(ids)


def test_a_page_is_light(capsys: pytest.CaptureFixture[str]) -> None:
    """It must come at once even over a slow line, from an archive that names everybody."""
    who = tuple(f"leader-{number}" for number in range(300))
    where = tuple(code.lower() for code in country_codes())
    text = "Putin and Netanyahu spoke about a ceasefire in Gaza, said a post of his office. " * 40
    calls = [
        Article(
            article_id=f"calls/{year}.txt",
            title=text[:90],
            text=text,
            lang="en",
            published=str(year),
        )
        for year in range(1950, 2026)
    ]
    everybody = Article(article_id="all", title=text[:60], text=text, leaders=who, countries=where)
    archive = searcher_of((*calls, everybody))
    browser = Browser(application(archive))
    urls = ["/", "/search?q=Putin", "/article/all?q=Putin", "/map/leader", "/map/country", "/help"]
    weights = {url: len(browser.get(url, accept_encoding="gzip").body) for url in urls}
    loaded = sum(
        len(gzip.compress((STATIC / name).read_bytes())) for name in ("style.css", "page.js")
    )
    said = ", ".join(f"{url} {weight:,}" for url, weight in weights.items())
    with capsys.disabled():
        sys.stdout.write(f"\nbytes of a page, packed: {said}; CSS and JS {loaded:,}\n")

    assert 40_000 >= max(weights.values())
    assert 30_000 >= loaded
