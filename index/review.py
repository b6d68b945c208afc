"""Review: what is concluded of each article below some paths, and from which words?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from index.compose import compose
from index.loaders import Loaded, Refused, Skipped, load, walk
from index.own_names import below
from index.reviewed import ReviewedArticle, ReviewedValue
from index.sidecar import Sidecars
from index.tagging import tag
from index.update.roots import Root
from search.analysis.analyzer import analyse_article
from search.entities import tag_evidence
from search.entities.gazetteer import gazetteer
from search.errors import NotAnArticleError, SourceError
from search.names import own
from search.names.own import OwnNames


def review(paths: Iterable[Path]) -> Iterator[ReviewedArticle | Refused]:
    """Every article below the paths as indexing would tag it.

    What can't be read with the reason.
    """
    roots = [Root.at(path) for path in paths]
    with own.used(OwnNames(below(root.path for root in roots))):
        for root in roots:
            for found in walk(root.path):
                yield from found.refused
                for name, _, _ in found.articles:
                    yield from _file(root, Path(found.file(name)))


def _file(root: Root, path: Path) -> Iterator[ReviewedArticle | Refused]:
    try:
        for part in load(path):
            if isinstance(part, Loaded):
                yield _article(root, path, part)
            elif isinstance(part, Skipped):
                yield Refused(path, part.reason)
    except NotAnArticleError:
        return
    except (SourceError, OSError) as error:
        yield Refused(path, error.reason if isinstance(error, SourceError) else str(error))


def _article(root: Root, path: Path, loaded: Loaded) -> ReviewedArticle:
    place = path.relative_to(root.folder).as_posix()
    said = Sidecars(root.folder).applied(path, loaded)
    article_id = said.source_id or place + loaded.locator
    plain = compose(
        said, article_id=article_id, path=place + (loaded.member or ""), gazetteer=gazetteer()
    )
    analysed = analyse_article(plain)
    article = tag(plain, analysed)
    words = tag_evidence.evidence(gazetteer(), article, analysed)
    return ReviewedArticle(
        article_id=article.article_id,
        title=article.title,
        lang=article.lang,
        published=article.published,
        published_source=article.published_source,
        leaders=tuple(ReviewedValue(one, words.get(one, ())) for one in article.leaders),
        countries=tuple(ReviewedValue(one, words.get(one, ())) for one in article.countries),
        contacts=article.contacts,
        file=place,
        from_metadata=article.from_metadata,
    )
