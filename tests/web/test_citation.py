"""What a program that keeps citations makes of an article's page."""

from __future__ import annotations

import pytest

from tests.web.browser import Browser
from tests.web.markup import Tags
from web import state

# The tags that Zotero's translator "Embedded Metadata" reads of those here, and the fields it fills
# with them. Whatever Dublin Core's type says, a citation_journal_title makes an article of a journal;
# DC.source is the same field of a newspaper.
READ = {
    "DC.type": "itemType",
    "citation_title": "title",
    "citation_publication_date": "date",
    "DC.source": "publicationTitle",
    "citation_public_url": "url",
    "citation_language": "language",
}
GIVEN_TO_OTHERS = {"viewport", "robots"}


def item(browser: Browser, article_id: str) -> dict[str, str]:
    tags = [
        at
        for tag, at in Tags(browser.get(state.article(article_id)).text).found
        if tag == "meta" and "name" in at
    ]
    named = {str(at["name"]): str(at["content"]) for at in tags}
    assert set(named) - GIVEN_TO_OTHERS <= set(READ)
    return {READ[name]: content for name, content in named.items() if name in READ}


@pytest.mark.parametrize(
    ("article_id", "expected"),
    [
        pytest.param(
            "a/b#2.md",
            {
                "itemType": "newspaperArticle",
                "title": "Putin and Netanyahu <script>alert(1)</script> speak",
                "date": "2023/12/10",
                "publicationTitle": "The \u202eDaily",
                "url": "https://news.example/1?a=b&c=d",
                "language": "en",
            },
            id="all that is known",
        ),
        pytest.param(
            "ro.txt",
            {
                "itemType": "newspaperArticle",
                "title": "Convorbire între Putin și Pezeshkian",
                "language": "ro",
            },
            id="nothing that is not known",
        ),
    ],
)
def test_zotero_finds_a_newspaper_article(
    browser: Browser, article_id: str, expected: dict[str, str]
) -> None:
    """With what is known of it, and no date or outlet that nobody gave."""
    assert expected == item(browser, article_id)
