"""Saved pages: the title and the text of the article, and what is none."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from index.loaders import Loaded
from search.errors import NotAnArticleError
from tests.loaders.samples import loaded
from tests.loaders.saved import BODY, FIRST, SECOND, THIRD, TITLE, page


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
        pytest.param(
            short("Moved Permanently", "The document has moved here."), "went wrong", id="moved"
        ),
        pytest.param(
            short("Redirecting", "You are being redirected."),
            "to another",
            id="a page that leads on",
        ),
        pytest.param(
            short("Site under maintenance", "We'll be back soon!"), "closed", id="a closed site"
        ),
        pytest.param(short("island.example", "This domain is for sale."), "closed", id="for sale"),
        pytest.param("<html><body></body></html>", "no text", id="nothing"),
        pytest.param("<?php echo page(); ?><html><body>x</body></html>", "program", id="a program"),
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


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Coming soon: the minister in Jerusalem | Island Post", FIRST),
        ("Access denied: islanders bar an envoy", FIRST),
        ("'We're sorry': the minister to the islanders", FIRST),
        ("Ошибка. Что сказал министр", FIRST),
        ("Minister delayed", "The minister was delayed at a security check on Sunday."),
        ("Reactor stopped", "The reactor is undergoing maintenance, the agency said."),
        ("השר שוחח עם המושל", "השר אמר בשיחה: אני לא רובוט. השיחה נמשכה שעה."),
        ("Ministrul, întârziat", "Ministrul a trecut printr-o verificare de securitate."),
    ],
)
def test_a_short_article_about_such_a_thing_is_one(tmp_path: Path, title: str, first: str) -> None:
    """Only a title that is nothing else, and words to the reader, tell such a page."""
    (article,) = loaded(tmp_path / "a.html", short(title, first, SECOND))

    assert isinstance(article, Loaded)


@pytest.mark.parametrize(
    "title",
    [
        "Oops! That page can't be found. | Island Post",
        "Error 404 (Not Found)",
        "404: This page could not be found.",
        "Sorry, page not found",
    ],
)
def test_each_clause_of_a_title_may_say_that_there_is_nothing(tmp_path: Path, title: str) -> None:
    with pytest.raises(NotAnArticleError, match="went wrong"):
        loaded(tmp_path / "a.html", short(title, "Try our search."))


def test_a_page_that_says_that_it_is_an_article_is_one(tmp_path: Path) -> None:
    """Whatever its title is."""
    says = '<head><meta property="og:type" content="article">'
    written = short("Access denied | Island Post", FIRST).replace("<head>", says)

    (article,) = loaded(tmp_path / "a.html", written)

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
        pytest.param("words.txt", "and\nof\nor\nthe\nto\n", id="a list of words"),
        pytest.param(
            "security.txt", "Contact: mailto:a@b.org\nExpires: 2027-01-01T00:00Z\n", id="finders"
        ),
        pytest.param("LICENSE.txt", "Permission is hereby granted to anybody.\n", id="a licence"),
    ],
)
def test_a_text_for_programs_is_no_article(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(NotAnArticleError):
        loaded(tmp_path / name, text)


def test_an_article_may_be_called_security(tmp_path: Path) -> None:
    (article,) = loaded(tmp_path / "security.txt", f"They met\n\n{FIRST}\n")

    assert isinstance(article, Loaded)
