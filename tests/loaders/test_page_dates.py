"""Page dates: the day on which the article of a saved page appeared, and no other that it shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.compose import compose
from index.loaders import Loaded
from search.entities.gazetteer import gazetteer
from tests.loaders.samples import loaded
from tests.loaders.saved import BODY, ld, page


def in_language(lang: str, written: str) -> str:
    return written.replace('<html lang="en">', f'<html lang="{lang}">')


def published(folder: Path, written: str) -> str | None:
    """The date of a page's article, from the page or from its text."""
    (article,) = loaded(folder / "a.html", written)
    assert isinstance(article, Loaded)
    return compose(article, article_id="a", path="a.html", gazetteer=gazetteer()).published


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
        pytest.param(page('<meta property="og:pubdate" content="2016-10-23">'), id="another name"),
        pytest.param(
            page('<meta name="dc:date-issued" content="2016-10-23">'),
            id="a name with other signs",
        ),
        pytest.param(
            page(before='<span class="art_header_footer">פורסם: 23.10.16 , 14:22</span>'),
            id="a label in a head that is called a foot as well",
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
        pytest.param(
            page(
                after='<p class="postmetadata">This entry was posted on Sunday, October 23rd, 2016 '
                "at 3:15 pm and is filed under Islands.</p>"
            ),
            id="a sentence below it",
        ),
        pytest.param(
            page(after='<div class="entry-footer"><p>Published on: 23 October 2016</p></div>'),
            id="its own foot",
        ),
        pytest.param(
            in_language(
                "de",
                page(
                    after="<p>Dieser Beitrag wurde von Eva am 23. Oktober 2016 um 10:11 verfasst</p>"
                ),
            ),
            id="a sentence in German",
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
            page('<meta property="article:published_time" content="1970-01-01T00:00:00Z">'),
            id="the first second of computers",
        ),
        pytest.param(
            page(
                before="<div>A snapshot of the page as it appeared on 5 May 2018 10:00 GMT.</div>"
            ),
            id="a copy's day",
        ),
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
        pytest.param(
            page(after='<div id="footer"><p>Published on 5 May 2018 by the Island Post</p></div>'),
            id="a sentence in the foot of the site",
        ),
        pytest.param(
            page(after="<div class='related'><p>This story was published on 5 May 2018</p></div>"),
            id="a sentence about another story",
        ),
        pytest.param(
            page(after="<p>Updated. This post was first published on paper on demand</p>"),
            id="a sentence without a day",
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
