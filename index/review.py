"""Review: what is concluded of each article below some paths, and from which words?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.address import Location
from index.compose import compose
from index.loaders import Loaded, Refused, Skipped, load, walk
from index.loaders.names_table import NAMES_TABLES
from index.own_names import below
from index.reviewed import ReviewedArticle, ReviewedValue
from index.sidecar import Sidecars
from index.tagging import tag
from index.update.kept import reading_of
from index.update.roots import Root
from index.update.rows import is_below
from search.analysis.analyzer import analyse_article
from search.entities import tag_evidence
from search.entities.gazetteer import gazetteer
from search.errors import NotAnArticleError, SourceError
from search.names import own
from search.names.own import OwnNames


@dataclass(frozen=True, slots=True)
class Indexed:
    """What an index knows of the folders around a path: its roots, and its tables of names."""

    roots: tuple[str, ...] = ()
    tables: tuple[Path, ...] = ()

    @classmethod
    def at(cls, index: Location) -> Indexed:
        """What the index at a place knows; raises as `reading_of` does."""
        with reading_of(index) as manifest:
            tables = (Path(file) for file in manifest.beside() if Path(file).name in NAMES_TABLES)
            return cls(tuple(manifest.roots()), tuple(tables))

    def root_above(self, path: Path) -> Path | None:
        """The uppermost folder of the archive that a path is in."""
        above = [root for root in self.roots if is_below(str(path), root) and Path(root).is_dir()]
        return Path(min(above, key=len)) if above else None


NO_INDEX: Final = Indexed()


def review(
    paths: Iterable[Path], indexed: Indexed = NO_INDEX
) -> Iterator[ReviewedArticle | Refused]:
    """Every article below the paths as indexing would tag it.

    With what stands above them in the archive that they are a part of, if they are `indexed`. What
    can't be read with the reason.
    """
    roots = [Root.at(path) for path in paths]
    is_part = any(indexed.root_above(root.path) for root in roots)
    places = [*(root.path for root in roots), *(indexed.tables if is_part else ())]
    with own.used(OwnNames(below(place for place in places if place.exists()))):
        for root in roots:
            sheets = indexed.root_above(root.path) or root.folder
            for found in walk(root.path):
                yield from found.refused
                for name, _, _ in found.articles:
                    yield from _file(root, Path(found.file(name)), sheets)


def _file(root: Root, path: Path, sheets: Path) -> Iterator[ReviewedArticle | Refused]:
    """The articles of a file; the metadata.csv of `sheets` and of the folders below it count."""
    try:
        for part in load(path):
            if isinstance(part, Loaded):
                yield _article(root, path, part, sheets)
            elif isinstance(part, Skipped):
                yield Refused(path, part.reason)
    except NotAnArticleError:
        return
    except (SourceError, OSError) as error:
        yield Refused(path, error.reason if isinstance(error, SourceError) else str(error))


def _article(root: Root, path: Path, loaded: Loaded, sheets: Path) -> ReviewedArticle:
    place = path.relative_to(root.folder).as_posix()
    said = Sidecars(sheets).applied(path, loaded)
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
