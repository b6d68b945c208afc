"""Tag evidence: by which of its words does an article name each of its leaders and countries?"""

from __future__ import annotations

from collections.abc import Mapping

from search.analysis.tokens import AnalysedArticle
from search.entities.gazetteer import Gazetteer
from search.model.articles import Article


def evidence(
    gazetteer: Gazetteer, article: Article, analysed: AnalysedArticle
) -> Mapping[str, tuple[str, ...]]:
    """The words of the title and the text that name each tagged id, in the order of reading.

    Metadata may give what no word says, and the text may name what metadata leaves out.
    """
    parts = ((article.title, analysed.title), (article.text, analysed.body))
    tagged = {*article.leaders, *article.countries}
    found: dict[str, dict[str, None]] = {}
    named = gazetteer.mentions_in(*parts, published=article.published)
    for (text, _), mentions in zip(parts, named, strict=True):
        for mention in mentions:
            if mention.id in tagged:
                found.setdefault(mention.id, {})[text[mention.start : mention.end]] = None
    return {value: tuple(written) for value, written in found.items()}
