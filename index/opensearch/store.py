"""Store: how do articles come into a cluster, and when are they seen?

What is written goes out in pieces of some megabytes, each acknowledged by the cluster when it is on
the disks of all copies. It is seen after a refresh, which a commit is. Before the first piece a
note says that a commit is under way: where a run is broken off, the manifest is of no commit then,
and the next run writes all again, each article in its own place.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from index.opensearch import scan
from index.opensearch.archive import Archive, fresh_word
from index.opensearch.client import SECONDS_TO_WORK, lines
from index.opensearch.documents import as_value, columns, document, document_id, unpacked
from index.opensearch.engine import ClusterEngine
from index.opensearch.errors import AGAIN, NO_ANSWER, may_go_well_later, reason_of
from index.opensearch.mapping import AVERAGE
from index.opensearch.matching import EVERYTHING
from search.analysis.tokens import AnalysedArticle
from search.errors import ClusterError
from search.model.articles import Article

Json = dict[str, Any]

PIECE: Final = 4_000_000  # bytes that are sent at once
TRIES: Final = 10
SECONDS: Final = 60.0  # for a piece
FIRST_PAUSE: Final = 0.1  # seconds; each pause is twice the one before
COMMIT: Final = "commit-"  # the note of a generation's newest commit
_BY_ID: Final[Json] = {"query": EVERYTHING, "sort": [{"id": "asc"}]}


class ClusterStore(ClusterEngine):
    """One generation, for writing too."""

    def __init__(self, archive: Archive, name: str, still_mine: Callable[[], None]) -> None:
        """Write to a generation; `still_mine` raises `IndexBusyError` if somebody else does."""
        super().__init__(archive, name)
        self._still_mine = still_mine
        self._waiting: list[bytes] = []
        self._bytes = 0
        self._lengths: list[int] = []
        self._is_there = False
        self._is_under_way = False
        self._why = ""  # it did not take what it may take when asked again

    def write(self, articles: Iterable[tuple[Article, AnalysedArticle]]) -> None:
        """Add articles, each in place of the one with its id."""
        for article, analysed in articles:
            sent = document(article, analysed)
            self._lengths.append(sent["length"])
            name = {"index": {"_id": document_id(article.article_id)}}
            self._send(lines([name, sent]))

    def delete(self, article_ids: Iterable[str]) -> None:
        """Take articles out; ids that are not there do not matter."""
        for article_id in article_ids:
            self._send(lines([{"delete": {"_id": document_id(article_id)}}]))

    def commit(self) -> None:
        """Make what was written and deleted durable and visible."""
        self._flush()
        self.prepare()
        if self._is_under_way:
            self._client.ask("POST", f"/{self._name}/_refresh", patience=SECONDS_TO_WORK)
            self._note(revision=fresh_word())
            if self._archive.in_use() == self._name:
                self._archive.touch()
            self._is_under_way = False
            self._statistics = None

    def merge(self) -> None:
        """Leave out what is deleted, and score by the average length that is true now.

        A cluster merges the rest as it goes.
        """
        if average := self.statistics().average_length:
            self._archive.tune(self._name, average)
        self._client.ask(
            "POST",
            f"/{self._name}/_forcemerge",
            patience=SECONDS_TO_WORK,
            only_expunge_deletes="true",
        )

    def clear(self) -> None:
        """Nothing is left behind: what a run sent that was broken off, the next one sends again."""

    def close(self) -> None:
        """Forget what was not sent."""
        self._waiting, self._bytes = [], 0

    def article_ids(self) -> Iterator[str]:
        """The ids of all live articles."""
        self.prepare()
        hits = scan.scanned(self._client, self._name, {**_BY_ID, "_source": False})
        return (as_value(hit["sort"][0]) for hit in hits)

    @property
    def change(self) -> str:
        """A word that is another after each commit that changed an article."""
        return str(self._archive.note(COMMIT + self._name).get("change", ""))

    def check(self) -> list[str]:
        """Read everything; the problems found."""
        return [problem for _, problem in checked(self._archive, self._name) if problem]

    def look(self) -> str:
        """What names the newest commit; whose generation it is, who writes knows."""
        return str(self._archive.note(COMMIT + self._name).get("revision", ""))

    def prepare(self) -> None:
        """Make the generation if there is none; the first one is in use at once."""
        if not self._is_there:
            if self._name not in self._archive.generations():
                known = sum(self._lengths) / len(self._lengths) if self._lengths else AVERAGE
                self._archive.create(self._name, known)
            if self._archive.in_use() is None:
                self._archive.use(self._name)
            self._is_there = True

    def get(self, article_ids: Iterable[str]) -> list[Article]:
        """The articles with these ids, in this order, missing ones left out."""
        self.prepare()
        return super().get(article_ids)

    def _send(self, sent: bytes) -> None:
        self._waiting.append(sent)
        self._bytes += len(sent)
        if self._bytes >= PIECE:
            self._flush()

    def _flush(self) -> None:
        """Send what waits; raises `ClusterError` for what is not taken."""
        if not self._waiting:
            return
        self.prepare()
        if not self._is_under_way:
            self._note(revision=self.look())
            self._is_under_way = True
        waiting, self._waiting, self._bytes = self._waiting, [], 0
        pause = FIRST_PAUSE
        for tries_left in reversed(range(TRIES)):
            waiting = self._refused(waiting, is_last=not tries_left)
            if not waiting:
                return
            time.sleep(pause)  # there is more to do for the cluster than it can
            pause *= 2
        raise ClusterError(str(self._archive.address), self._why, status=429)

    def _refused(self, waiting: list[bytes], *, is_last: bool) -> list[bytes]:
        """Send articles; those that the cluster has not taken, but may take when asked again."""
        self._still_mine()
        path = f"/{self._name}/_bulk"
        try:
            answer = self._client.ask("POST", path, b"".join(waiting), patience=SECONDS, tries=1)
        except ClusterError as error:
            if is_last or error.status not in AGAIN | {NO_ANSWER}:
                raise
            return waiting
        again: list[bytes] = []
        for sent, item in zip(waiting, answer["items"], strict=True):
            (said,) = item.values()
            if may_go_well_later(said):
                again.append(sent)
                self._why = reason_of(said.get("error", "it has too much to do"))
            elif "error" in said:
                raise ClusterError(str(self._archive.address), reason_of(said["error"]))
        return again

    def _note(self, revision: str) -> None:
        """Write down that there is another commit, or that one is under way."""
        said = {"change": fresh_word(), "revision": revision, "of": self._name}
        self._archive.write_note(COMMIT + self._name, said)


def checked(archive: Archive, generation: str) -> Iterator[tuple[str, str | None]]:
    """Every article's id, and what is wrong with it; an id that is there twice comes twice."""
    last = ""
    asked = {**_BY_ID, "docvalue_fields": ["day", "seen", "sequence"], "_source": True}
    for hit in scan.scanned(archive.client, generation, asked):
        article_id = as_value(hit["sort"][0])
        yield article_id, _wrong(article_id, hit, last)
        last = article_id


def _wrong(article_id: str, hit: Json, last: str) -> str | None:
    if article_id == last:
        return f"article {article_id!r} is there more than once"
    try:
        article = unpacked(hit["_source"])
    except (KeyError, TypeError, ValueError, json.JSONDecodeError):
        return f"article {article_id!r} can't be read"
    said = columns(article)
    kept = {name: values[0] for name, values in hit.get("fields", {}).items()}
    is_other = any(kept.get(name) != said.get(name) for name in ("day", "seen", "sequence"))
    if article.article_id != article_id or hit["_id"] != document_id(article_id) or is_other:
        return f"article {article_id!r} has another id or date in its columns"
    return None
