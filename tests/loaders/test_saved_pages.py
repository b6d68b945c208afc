"""Saved pages: the title, the text and the date of the article, and of nothing else on the page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from index.compose import compose
from index.loaders import Loaded
from search.entities.gazetteer import gazetteer
from search.errors import NotAnArticleError
from tests.loaders.samples import loaded

TITLE: Final = "Island ferries sail again"
FIRST: Final = "The ferries between the two islands sail again after the crews and the owners agreed on new hours late on Tuesday."
SECOND: Final = "The first boat left the old pier with forty people on board, most of whom had waited for three days in the school."
THIRD: Final = "Nobody could say on Wednesday how much the new hours would cost, and whether the fares would have to be raised."
BODY: Final = "".join(f"<p>{paragraph}</p>" for paragraph in (FIRST, SECOND, THIRD))


def page(
    head: str = "", before: str = "", after: str = "", *, title: str = TITLE, body: str = BODY
) -> str:
    """A page with more in its head, before its text and behind its article."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} - Island Post</title>'
        f"{head}</head><body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{before}{body}</article>{after}"
        "<footer>© 2009 Island Post</footer></body></html>"
    )


def in_language(lang: str, written: str) -> str:
    return written.replace('<html lang="en">', f'<html lang="{lang}">')


def published(folder: Path, written: str) -> str | None:
    """The date of a page's article, from the page or from its text."""
    (article,) = loaded(folder / "a.html", written)
    assert isinstance(article, Loaded)
    return compose(article, article_id="a", path="a.html", gazetteer=gazetteer()).published


def ld(**said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(said)}</script>'


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(
            page('<meta property="article:published_time" content="2016-10-23T10:00:00Z">'),
            id="Open Graph",
        ),
        pytest.param(
            page('<meta name="pubdate" content="Sun, 23 Oct 2016 10:00:00 GMT">'), id="a name"
        ),
        pytest.param(
            page('<meta itemprop="datePublished" content="2016-10-23">'), id="an itemprop"
        ),
        pytest.param(
            page(ld(**{"@type": "NewsArticle", "datePublished": "2016-10-23"})), id="JSON-LD"
        ),
        pytest.param(
            page(
                ld(
                    **{
                        "@graph": [
                            {"@type": "WebSite"},
                            {"@type": ["Article"], "datePublished": "2016-10-23"},
                        ]
                    }
                )
            ),
            id="a graph",
        ),
        pytest.param(page(before='<time datetime="2016-10-23T10:00">Sunday</time>'), id="a time"),
        pytest.param(
            page(before='<time class="entry-date">October 23, 2016</time>'),
            id="a time without its attribute",
        ),
        pytest.param(page(before='<span class="post-date">23 October 2016</span>'), id="a class"),
        pytest.param(
            page(before='<div class="meta">By Ana Pop | October 23, 2016 | 2 comments</div>'),
            id="a line of an author",
        ),
        pytest.param(
            page(before='<abbr class="published" title="2016-10-23">Sunday</abbr>'),
            id="a microformat",
        ),
        pytest.param(page(before="<p>October 23, 2016</p>"), id="a line of its own"),
        pytest.param(page(before="<div><b>Posted on October 23, 2016</b></div>"), id="a label"),
        pytest.param(
            in_language("he", page(before='<span class="date">23 באוקטובר 2016</span>')),
            id="Hebrew",
        ),
        pytest.param(in_language("ro", page('<meta name="date" content="23.10.2016">')), id="dots"),
        pytest.param(
            page(
                before='<span class="updated">Updated: 5 May 2018</span><time datetime="2016-10-23"></time>'
            ),
            id="beside a change",
        ),
        pytest.param(
            page(
                '<meta property="article:modified_time" content="2018-05-05"><meta property="article:published_time" content="2016-10-23">'
            ),
            id="beside a change in the head",
        ),
        pytest.param(
            page(
                ld(
                    **{
                        "@type": "ItemList",
                        "itemListElement": [
                            {"@type": "NewsArticle", "datePublished": "2018-05-05"}
                        ],
                    }
                ),
                before="<time>23 October 2016</time>",
            ),
            id="beside a list of other stories",
        ),
        pytest.param(
            page(
                '<link rel="canonical" href="https://example.org/a">'
                + ld(
                    **{
                        "@type": "NewsArticle",
                        "url": "https://example.org/b",
                        "datePublished": "2018-05-05",
                    }
                )
                + ld(
                    **{
                        "@type": "NewsArticle",
                        "url": "https://example.org/a",
                        "datePublished": "2016-10-23",
                    }
                )
            ),
            id="of two articles the page's own",
        ),
    ],
)
def test_a_page_is_dated_by_what_dates_its_article(tmp_path: Path, written: str) -> None:
    assert "2016-10-23" == published(tmp_path, written)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(
            page(
                after='<div id="comments"><span class="comment-date">5 May 2018</span> nice</div>'
            ),
            id="a comment",
        ),
        pytest.param(
            page(
                after='<section class="comments"><time datetime="2018-05-05">May</time></section>'
            ),
            id="a comment's time",
        ),
        pytest.param(
            page(
                after='<div class="related"><h3>Storm</h3><time datetime="2018-05-05"></time></div>'
            ),
            id="another story",
        ),
        pytest.param(
            page(
                after='<article class="card"><h2>Storm</h2><time datetime="2018-05-05"></time></article>'
            ),
            id="another article",
        ),
        pytest.param(
            page(after='<aside><span class="date">5 May 2018</span></aside>'), id="an aside"
        ),
        pytest.param(
            page(after='<div class="most-read"><span class="date">5 May 2018</span></div>'),
            id="what is read most",
        ),
        pytest.param(
            page('<meta property="article:modified_time" content="2018-05-05">'),
            id="a change in the head",
        ),
        pytest.param(
            page('<meta name="last-modified" content="2018-05-05">'), id="a change by another name"
        ),
        pytest.param(
            page('<meta property="og:updated_time" content="2018-05-05">'),
            id="an update in the head",
        ),
        pytest.param(
            page(ld(**{"@type": "NewsArticle", "dateModified": "2018-05-05"})),
            id="a change in JSON-LD",
        ),
        pytest.param(page(ld(**{"@type": "Event", "startDate": "2018-05-05"})), id="an event"),
        pytest.param(
            page(before='<time class="updated" datetime="2018-05-05"></time>'),
            id="a time of a change",
        ),
        pytest.param(
            page(before="<p>Last updated: <time datetime='2018-05-05'>5 May</time></p>"),
            id="a time behind `updated`",
        ),
        pytest.param(
            in_language("he", page(before="<p>עודכן: <time datetime='2018-05-05'>5.5</time></p>")),
            id="a change in Hebrew",
        ),
        pytest.param(page("<script>var t='2018-05-05T10:00:00Z';</script>"), id="a script"),
        pytest.param(page(after="<footer>Printed on 5 May 2018</footer>"), id="a footer"),
        pytest.param(
            page().replace("<article>", '<span class="current-date">5 May 2018</span><article>'),
            id="the day of the visit",
        ),
        pytest.param(
            page(before='<p class="event-date">The fair opens on 5 May 2018</p>'), id="an event"
        ),
        pytest.param(
            page(before='<p class="byline">By Jane Doe, born 5 May 1970</p>'),
            id="an author's birth",
        ),
        pytest.param(page(), id="the year of the copyright"),
        pytest.param(
            page(
                body=f"{BODY}<p>The owners had signed a first paper on 5 May 2018, and nobody kept to it.</p>"
            ),
            id="a day in the text",
        ),
        pytest.param(
            page('<link rel="canonical" href="https://example.org/archive/2018/05/">'),
            id="an address",
        ),
    ],
)
def test_nothing_else_on_a_page_dates_it(tmp_path: Path, written: str) -> None:
    """A wrong day puts an article where nobody looks for it."""
    assert published(tmp_path, written) is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(page('<meta name="date" content="04/03/2016">'), "2016", id="two readings"),
        pytest.param(
            in_language("ro", page('<meta name="date" content="04/03/2016">')),
            "2016-03-04",
            id="Romanian",
        ),
        pytest.param(
            in_language("he-IL", page(before='<span class="date">04/03/2016</span>')),
            "2016-03-04",
            id="Hebrew",
        ),
        pytest.param(
            page('<meta name="date" content="23/10/2016">'), "2016-10-23", id="one reading"
        ),
    ],
)
def test_the_order_of_day_and_month_is_read_as_anywhere(
    tmp_path: Path, written: str, expected: str
) -> None:
    assert expected == published(tmp_path, written)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(page(), id="a heading"),
        pytest.param(
            page()
            .replace("<article><h1>", "<h1><a href='/'>Island Post</a></h1><article><h2>")
            .replace("</h1><p>", "</h2><p>"),
            id="the site in the largest letters",
        ),
        pytest.param(
            page('<meta property="og:site_name" content="Island Post">').replace(
                f"<h1>{TITLE}</h1>", ""
            ),
            id="no heading",
        ),
        pytest.param(
            page('<meta property="og:title" content="Island ferries sail again">').replace(
                f"<h1>{TITLE}</h1>", "<h1>Island Post</h1>"
            ),
            id="Open Graph",
        ),
        pytest.param(
            page('<meta property="og:site_name" content="Island Post">')
            .replace(f"{TITLE} - Island Post", f"Island Post | {TITLE} | Island Post")
            .replace(f"<h1>{TITLE}</h1>", ""),
            id="a site on both sides",
        ),
    ],
)
def test_the_name_of_a_site_is_no_headline(tmp_path: Path, written: str) -> None:
    (article,) = loaded(tmp_path / "a.html", written)

    assert isinstance(article, Loaded)
    assert TITLE == article.title


STANDFIRST: Final = "Crews and owners spoke for nine hours in the school of the smaller island and parted as friends."


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(
            page().replace("<article>", f'<p class="subtitle">{STANDFIRST}</p><article>'),
            id="above the article",
        ),
        pytest.param(page(before=f'<div class="standfirst"><p>{STANDFIRST}</p></div>'), id="in it"),
        pytest.param(
            page().replace(
                "<article>",
                f'<header><h2 class="article-subtitle">{STANDFIRST}</h2></header><article>',
            ),
            id="in a header",
        ),
    ],
)
def test_a_standfirst_is_of_the_text(tmp_path: Path, written: str) -> None:
    (article,) = loaded(tmp_path / "a.html", written)

    assert isinstance(article, Loaded)
    assert 1 == article.text.count(STANDFIRST)
    assert THIRD in article.text


def test_a_teaser_of_another_story_is_not(tmp_path: Path) -> None:
    written = page(
        after=f'<div class="related"><h3>Storm</h3><p class="subtitle">{STANDFIRST}</p></div>'
    )

    (article,) = loaded(tmp_path / "a.html", written)

    assert isinstance(article, Loaded)
    assert STANDFIRST not in article.text


@pytest.mark.parametrize(
    "around", ["aside", "section class='sidebar'", "div class='comment-list'", "td"]
)
def test_a_text_in_an_odd_place_is_found(tmp_path: Path, around: str) -> None:
    """There is no other, and it would be lost."""
    written = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><{around}>{BODY}</{around.split(maxsplit=1)[0]}></body></html>"

    (article,) = loaded(tmp_path / "a.html", written)

    assert isinstance(article, Loaded)
    assert all(paragraph in article.text for paragraph in (FIRST, SECOND, THIRD))


def short(title: str, *paragraphs: str) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{text}</body></html>"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        pytest.param(
            short("Just a moment...", "Checking your browser before you go on."),
            "robots",
            id="a guard",
        ),
        pytest.param(
            short("island.example", "Please verify you are a human to go on."),
            "robots",
            id="a guard by its words",
        ),
        pytest.param(short("404 Not Found", "nginx"), "went wrong", id="not found"),
        pytest.param(
            short(
                "Page not found | Island Post",
                "The page that you asked for is not here. Try our search.",
            ),
            "went wrong",
            id="not found by a site",
        ),
        pytest.param(
            short("העמוד לא נמצא", "העמוד שחיפשתם איננו כאן. נסו לחפש שוב."),
            "went wrong",
            id="Hebrew",
        ),
        pytest.param(
            short("Pagina nu a fost găsită", "Pagina pe care o căutați nu mai este aici."),
            "went wrong",
            id="Romanian",
        ),
        pytest.param(
            short("403 Forbidden", "You don't have permission to see this."),
            "went wrong",
            id="forbidden",
        ),
        pytest.param(
            short("Island Post", "You need to enable JavaScript to run this app."),
            "JavaScript",
            id="an empty shell",
        ),
        pytest.param(
            "<html><head><title>App</title></head><body><noscript>Please enable JavaScript.</noscript><div id=root></div></body></html>",
            "no text|JavaScript",
            id="a shell",
        ),
        pytest.param(
            short("Index of /news", "Parent Directory a.txt b.txt"),
            "list of files",
            id="a list of files",
        ),
        pytest.param("<html><body></body></html>", "no text", id="nothing"),
    ],
)
def test_a_page_that_is_no_article_says_why(tmp_path: Path, written: str, reason: str) -> None:
    with pytest.raises(NotAnArticleError, match=reason):
        loaded(tmp_path / "a.html", written)


@pytest.mark.parametrize(
    "title",
    [
        "Minister: access denied to islanders",
        "The page not found in the archive",
        "Just a moment of silence for the islands",
    ],
)
def test_an_article_about_such_a_thing_is_one(tmp_path: Path, title: str) -> None:
    """Its text is longer than any such page's."""
    (article,) = loaded(tmp_path / "a.html", page(title=title, body=BODY * 3))

    assert isinstance(article, Loaded)


@pytest.mark.parametrize("name", ["a.txt", "a.text"])
def test_a_page_that_is_called_a_text_is_read_as_a_page(tmp_path: Path, name: str) -> None:
    (article,) = loaded(tmp_path / name, page())

    assert isinstance(article, Loaded)
    assert (TITLE, False) == (article.title, "<p>" in article.text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("robots.txt", "User-agent: *\nDisallow: /\n", id="by its name"),
        pytest.param(
            "a.txt",
            "User-agent: *\nDisallow: /private\nSitemap: https://example.org/s.xml\n",
            id="for robots, by its lines",
        ),
        pytest.param("Requirements.TXT", "lxml\n", id="in capitals"),
        pytest.param(
            "b.txt",
            "# tools\nlxml==6.0\nclick>=8.1,<9\nnumpy ~= 2.0\n",
            id="parts of a program, by its lines",
        ),
        pytest.param("c.txt", "click>=8\nlxml\nnumpy==2\n", id="one part without a version"),
        pytest.param("LICENSE.txt", "Permission is hereby granted to anybody.\n", id="a licence"),
    ],
)
def test_a_text_for_programs_is_no_article(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(NotAnArticleError):
        loaded(tmp_path / name, text)
