"""Archive: which indices of a cluster are one index of ours, and which of them is in use?

    NAME              an alias of the generation in use; searches ask it
    NAME-g1, NAME-g2  generations: articles
    NAME-manifest     beside them: what is in use, which commit each generation has, the manifest
                      in blocks, and the lease of the one process that writes

A rebuild makes the next generation beside the one in use and then moves the alias, at once.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from index.address import Address
from index.opensearch.client import SECONDS_TO_WORK, Client, lines
from index.opensearch.errors import reason_of
from index.opensearch.mapping import Stamp, index_body, similarity, stamp
from search.errors import ClusterError, IndexStateError

Json = dict[str, Any]

STATE: Final = "state"  # the note that is another one after each commit, and says what is in use
BESIDE: Final = "-manifest"
_GENERATION: Final = "-g"
_NO_DOCUMENT: Final[Json] = {"found": False}
_NEAR: Final = 0.01  # of an average length: nothing is closed for less
_NOTES_AT_ONCE: Final = 1_000


class Archive:
    """One index in a cluster."""

    def __init__(self, address: Address) -> None:
        """Ask the cluster at an address; nothing is sent yet."""
        self.address = address
        self.client = Client(address)
        self.beside = address.name + BESIDE

    def in_use(self) -> str | None:
        """The generation in use; None where there is none.

        Raises `IndexStateError` if something else has the name.
        """
        name = self.address.name
        found = self.client.ask("GET", f"/_alias/{name}", missing={})
        if not found and self.client.ask("GET", f"/{name}/_mapping", missing={}):
            raise IndexStateError(
                f"'{self.address}' is not an index of Readout; choose another NAME with --index"
            )
        return max((one for one in found if self._number(one)), key=self._number, default=None)

    def existing(self) -> str:
        """The generation in use; raises `IndexStateError` where there is none."""
        generation = self.in_use()
        if generation is None:
            raise IndexStateError(
                f"no index at '{self.address}'; "
                f"make one with `readout index PATH --index {self.address}`"
            )
        return generation

    def generations(self) -> list[str]:
        """Every generation, in use or not, in order."""
        found = self.client.ask("GET", f"/{self.address.name}{_GENERATION}*/_alias", missing={})
        return sorted(filter(self._number, found), key=self._number)

    def following(self) -> str:
        """The name of the next generation."""
        last = max(map(self._number, self.generations()), default=0)
        return f"{self.address.name}{_GENERATION}{last + 1}"

    def stamp(self, generation: str) -> Stamp | None:
        """By which rules a generation was made; None if they are nothing of ours."""
        found = self.client.ask("GET", f"/{generation}/_mapping")
        return Stamp.from_json(found[generation]["mappings"].get("_meta", {}))

    def check(self, generation: str) -> None:
        """Raises `IndexStateError` if a generation was made by other rules than ours."""
        made = self.stamp(generation) or Stamp("", "", 0.0)
        made.check(self.address.name)

    def create(self, generation: str, average: float) -> None:
        """Make a generation whose articles are thought to have so many words."""
        made = index_body(self.address, stamp(average))
        self.client.ask("PUT", f"/{generation}", made)

    def tune(self, generation: str, average: float) -> None:
        """Have a generation score by this average length, if it does by another.

        It is closed for a moment, in which searches wait. Where a cluster closes nothing, it stays
        as it is.
        """
        made = self.stamp(generation)
        if made is None or abs(made.average - average) <= _NEAR * average:
            return
        try:
            self.client.ask("POST", f"/{generation}/_close")
        except ClusterError:
            return
        try:
            tuned = {"index": {"similarity": similarity(average)}}
            self.client.ask("PUT", f"/{generation}/_settings", tuned)
            carried = {"_meta": replace(made, average=round(average, 1)).to_json()}
            self.client.ask("PUT", f"/{generation}/_mapping", carried)
        finally:
            self.client.ask("POST", f"/{generation}/_open", patience=SECONDS_TO_WORK)

    def use(self, generation: str) -> None:
        """Make this the generation in use, at once."""
        actions: list[Json] = [
            {"remove": {"index": one, "alias": self.address.name}}
            for one in self.generations()
            if one != generation and one == self.in_use()
        ]
        actions.append({"add": {"index": generation, "alias": self.address.name}})
        self.client.ask("POST", "/_aliases", {"actions": actions})
        self.touch()

    def clear_others(self, generation: str | None) -> None:
        """Take away every other generation; one that is still read goes the next time."""
        for one in self.generations():
            if one != generation and not self._is_read(one):
                self.clear(one)

    def clear(self, generation: str) -> None:
        """Take a generation away, with its manifest."""
        self.client.ask("DELETE", f"/{generation}", missing={})
        self.client.ask("POST", f"/{self.beside}/_refresh")
        own = {"query": {"term": {"of": generation}}, "size": _NOTES_AT_ONCE, "_source": False}
        while found := self.client.ask("POST", f"/{self.beside}/_search", own)["hits"]["hits"]:
            self.bulk([{"delete": {"_id": hit["_id"]}} for hit in found], refresh=True)

    def bytes(self, generation: str) -> int:
        """What a generation takes on the disks, without its replicas."""
        found = self.client.ask("GET", f"/{generation}/_stats/store")
        return int(found["_all"]["primaries"]["store"]["size_in_bytes"])

    def version(self) -> str:
        """The cluster's release."""
        return str(self.client.ask("GET", "/")["version"]["number"])

    def note(self, document_id: str, *, only: str = "*") -> Json:
        """What is written beside the articles under a name; empty if nothing is."""
        path = f"/{self.beside}/_doc/{document_id}"
        found = self.client.ask("GET", path, missing=_NO_DOCUMENT, _source_includes=only)
        known: Json = found.get("_source", {}) if found.get("found") else {}
        return known

    def touch(self) -> None:
        """Have whoever searches know that there is something new."""
        self.write_note(STATE, {"revision": fresh_word(), "generation": self.in_use()})

    def write_note(self, document_id: str, said: Json) -> None:
        """Write something down beside the articles."""
        self.client.ask("PUT", f"/{self.beside}/_doc/{document_id}", said)

    def bulk(self, rows: Iterable[Json], *, refresh: bool = False) -> None:
        """Write several notes, or take them away; raises `ClusterError`."""
        said = str(refresh).lower()
        answer = self.client.ask("POST", f"/{self.beside}/_bulk", lines(rows), refresh=said)
        failed = [one for item in answer["items"] for one in item.values() if "error" in one]
        if failed:
            raise ClusterError(str(self.address), reason_of(failed[0]["error"]))

    def prepare(self) -> None:
        """Make what lies beside the articles, where it is not there yet."""
        if not self.client.ask("GET", f"/{self.beside}/_mapping", missing={}):
            made = {
                "settings": {"number_of_shards": 1, "number_of_replicas": self.address.replicas},
                "mappings": {"dynamic": False, "properties": {"of": {"type": "keyword"}}},
            }
            self.client.ask("PUT", f"/{self.beside}", made)

    def _number(self, generation: str) -> int:
        name = re.escape(self.address.name + _GENERATION)
        found = re.fullmatch(rf"{name}([1-9]\d*)", generation)
        return int(found[1]) if found else 0

    def _is_read(self, generation: str) -> bool:
        """Whether somebody is in the middle of reading all of it."""
        found = self.client.ask("GET", f"/{generation}/_stats/search", missing={})
        searches = found.get("_all", {}).get("total", {}).get("search", {})
        return bool(searches.get("open_contexts") or searches.get("point_in_time_current"))


def fresh_word() -> str:
    """A word that nobody has said yet."""
    return os.urandom(8).hex()
