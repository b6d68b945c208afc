"""An article shows by which of its words it names whom."""

from __future__ import annotations

from search.analysis.analyzer import analyse_article
from search.entities.gazetteer import gazetteer
from search.entities.tag_evidence import evidence
from search.model.articles import Article

ARTICLE = Article(
    article_id="1",
    title="שיחה עם פוטין",
    text="נתניהו הודה לפוטין. Putin thanked him, and Putin spoke of Iran.",
    lang="he",
    leaders=("vladimir-putin", "benjamin-netanyahu", "donald-trump"),
)


def test_every_spelling_is_shown_once_as_it_stands_in_the_article() -> None:
    """The reader can check the tag against the text, in any script."""
    found = evidence(gazetteer(), ARTICLE, analyse_article(ARTICLE))

    assert ("פוטין", "לפוטין", "Putin") == found["vladimir-putin"]
    assert ("נתניהו",) == found["benjamin-netanyahu"]


def test_only_what_the_article_is_tagged_with_is_explained() -> None:
    """Metadata decides: it may leave out a country that is named, and tag a leader who is not."""
    assert {"vladimir-putin", "benjamin-netanyahu"} == set(
        evidence(gazetteer(), ARTICLE, analyse_article(ARTICLE))
    )


def test_a_name_that_two_have_is_explained_by_the_date_that_told_them_apart() -> None:
    article = Article(
        article_id="2",
        title="",
        text="President Bush spoke of Iraq in Washington.",
        lang="en",
        published="1991-01-16",
        leaders=("george-h-w-bush",),
    )

    assert ("Bush",) == evidence(gazetteer(), article, analyse_article(article))["george-h-w-bush"]
