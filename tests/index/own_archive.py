"""An archive of three articles, two of which name somebody whom only a names.csv knows."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from index.engines import open_engine
from search.entities.gazetteer import gazetteer
from search.model.response import Search
from search.service.searcher import Searcher
from tests.index.archive import Archive

HEAD: Final = "id,kind,lang,name,country,from,to\n"
MIRA: Final = (
    f"{HEAD}mira-olteanu,leader,ro,Mira Olteanu,md,2019,2023\n"
    "mira-olteanu,leader,he,מירה אולטיאנו\n"
)
SPOKE: Final = "Mira Olteanu a vorbit la telefon cu Vladimir Putin, a anunțat Kremlinul."
HEBREW: Final = "מירה אולטיאנו נפגשה עם נשיא רוסיה ולדימיר פוטין במוסקבה."
PLAIN: Final = "The harvest was good, and nobody spoke of it on Sunday."


def three_articles(place: Path) -> Archive:
    """The archive before its first run, still without the names."""
    archive = Archive(place)
    archive.write("ro.txt", SPOKE)
    archive.write("he.txt", HEBREW)
    archive.write("plain.txt", PLAIN)
    return archive


def searcher(archive: Archive) -> Searcher:
    return Searcher(open_engine(archive.index), gazetteer())


def found(archive: Archive, query: str = "", **filters: tuple[str, ...]) -> list[str]:
    answer = searcher(archive).search(Search(query=query, filters=filters))
    return sorted(hit.article.article_id for hit in answer.hits)


def leaders(archive: Archive, article_id: str) -> set[str]:
    return set(archive.article(article_id).leaders)
