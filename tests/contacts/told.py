"""What one sentence tells: its contacts, as an article of that sentence alone has them."""

from __future__ import annotations

from index.tagging import tag
from search.analysis.analyzer import analyse_article, language_of
from search.model.articles import Article
from search.model.contacts import Contact


def reported(
    text: str, *, lang: str | None = None, title: str = "", published: str | None = None
) -> tuple[Contact, ...]:
    """The contacts of a text, in its own language unless another is said."""
    article = Article(
        article_id="1", title=title, text=text, lang=lang or language_of(text), published=published
    )
    return tag(article, analyse_article(article)).contacts
