"""Which ideas an article is about."""

from __future__ import annotations

import pytest

from search.analysis.analyzer import analyse_article
from search.model.articles import Article
from search.service.named_ideas import named_ideas


@pytest.mark.parametrize(
    ("lang", "title", "text", "expected"),
    [
        pytest.param("en", "A ceasefire", "They spoke.", ["ceasefire"], id="in the title"),
        pytest.param("en", "News", "A ceasefire. No cease-fire.", ["ceasefire"], id="twice"),
        pytest.param("en", "News", "A ceasefire was far.", [], id="once in the text"),
        pytest.param("he", "הפסקת האש", "הם דיברו.", ["ceasefire"], id="two words with an article"),
        pytest.param("ro", "Încetarea focului", "Au vorbit.", ["ceasefire"], id="in Romanian"),
        pytest.param("ru", "Прекращение огня", "Говорили.", [], id="no labels in Russian"),
    ],
)
def test_an_article_is_about_what_it_names(
    lang: str, title: str, text: str, expected: list[str]
) -> None:
    analysed = analyse_article(Article(article_id="1", title=title, text=text, lang=lang))

    assert expected == named_ideas(analysed, lang)
