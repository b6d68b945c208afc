"""Commands: an index of a cluster is made, searched and checked as one in a folder is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from index.address import Address
from index.cli import app
from index.engines import open_engine
from index.opensearch.archive import Archive
from index.opensearch.blocks import BlockFile
from index.opensearch.lease import writing
from index.update.build import update
from index.update.cluster import MADE_ANEW
from index.update.kept import reading_of
from index.update.watch import Watch
from search.entities.gazetteer import gazetteer
from search.model.response import Search
from search.names import leaders
from search.service.searcher import Searcher
from tests.opensearch import stores

CALL = "Vladimir Putin called Benjamin Netanyahu on Sunday, the Kremlin said.\n"


@pytest.fixture(scope="module")
def cluster() -> Iterator[Address]:
    with stores.address(shards=2) as free:
        yield free


@pytest.fixture
def address() -> Iterator[Address]:
    with stores.address() as free:
        yield free


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(3):
        tmp_path.joinpath(f"{number}.txt").write_text(f"Call {number}\n\n{CALL}", encoding="utf-8")
    return tmp_path


def run(address: Address, *words: str | Path) -> Result:
    said = f"{address}?shards={address.shards}&replicas={address.replicas}"
    return CliRunner().invoke(app, [*map(str, words), "--index", said])


def told(address: Address, *words: str | Path) -> Any:  # noqa: ANN401  JSON
    done = run(address, *words, "--json")
    assert "Traceback" not in done.output
    return json.loads(done.stdout)


def counted(address: Address, *words: str | Path) -> tuple[int, int, int]:
    summary = told(address, "index", *words)
    return summary["indexed"], summary["unchanged"], summary["deleted"]


def test_an_index_is_made_found_changed_and_made_anew(address: Address, folder: Path) -> None:
    assert (3, 0, 0) == counted(address, folder)
    assert (0, 3, 0) == counted(address)
    assert 3 == told(address, "search", "putin")["total"]

    (folder / "0.txt").unlink()
    (folder / "1.txt").write_text("Another\n\nNobody called anybody.\n", encoding="utf-8")

    assert (1, 1, 1) == counted(address)
    assert ["2.txt"] == [hit["id"] for hit in told(address, "search", "putin")["hits"]]
    assert (2, 0, 0) == counted(address, "--full")
    assert ["2.txt"] == [hit["id"] for hit in told(address, "search", "putin")["hits"]]
    assert {"ok": True, "articles": 2, "problems": []}.items() <= told(address, "verify").items()


def test_statistics_tags_and_articles_are_those_of_a_folder(
    address: Address, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    inside = tmp_path_factory.mktemp("index") / "index"
    CliRunner().invoke(app, ["index", str(folder), "--index", str(inside)])
    run(address, "index", folder)

    for words in (["stats"], ["tags"], ["show", "1.txt"], ["search", '"putin called"']):
        done = CliRunner().invoke(app, [*words, "--json", "--index", str(inside)])
        here, there = told(address, *words), json.loads(done.stdout)
        for one in (here, there):
            for apart in ("bytes", "took_ms"):
                one.pop(apart, None)
            one.get("versions", {}).pop("opensearch", None)
            for hit in one.get("hits", []):
                hit.pop("score")

        assert there == here, words


def test_a_correction_is_written_beside_the_article(address: Address, folder: Path) -> None:
    run(address, "index", folder)

    done = run(address, "set", "1.txt", "--published", "2021-05-04")

    assert 0 == done.exit_code, done.output
    assert "2021-05-04" in (folder / "metadata.csv").read_text(encoding="utf-8")
    run(address, "index")
    assert "2021-05-04" == told(address, "show", "1.txt")["published"]


def test_a_folder_is_watched(address: Address, folder: Path) -> None:
    run(address, "index", folder)
    watch = Watch(
        partial(reading_of, address), [folder], partial(update, address, [folder]), pause=rest
    )
    before = watch.update()
    (folder / "new.txt").write_text(f"Another call\n\n{CALL}", encoding="utf-8")

    summary = watch.update()

    assert summary
    assert (None, 1, 4) == (before, summary.indexed, told(address, "search", "putin")["total"])


def rest(_seconds: float) -> None:
    """Nothing happens meanwhile."""


def test_one_process_writes_at_a_time(address: Address, folder: Path) -> None:
    """Two that take each other's articles out would leave nothing."""
    run(address, "index", folder)

    with writing(Archive(address)):
        done = run(address, "index", folder)

    assert 2 == done.exit_code
    assert "is writing to" in done.output
    assert (0, 3, 0) == counted(address)


@pytest.mark.parametrize("rule", ["shape", "analysis"])
def test_an_index_of_other_rules_is_refused_and_made_anew(
    address: Address, folder: Path, rule: str
) -> None:
    run(address, "index", folder)
    archive = Archive(address)
    generation = archive.existing()
    stamp = archive.stamp(generation)
    assert stamp
    carried = {**stamp.to_json(), rule: "another"}
    archive.client.ask("PUT", f"/{generation}/_mapping", {"_meta": carried})

    refused = run(address, "search", "putin")

    assert 2 == refused.exit_code
    assert "`readout index --rebuild`" in refused.output
    assert (3, 0, 0) == counted(address, "--rebuild")
    assert 3 == told(address, "search", "putin")["total"]


def test_a_manifest_that_is_damaged_is_made_anew_from_the_articles(
    address: Address, folder: Path
) -> None:
    run(address, "index", folder)
    seen = sights(address)
    archive = Archive(address)
    (block, *_) = BlockFile(archive, archive.existing()).digests()
    archive.client.ask("DELETE", f"/{archive.beside}/_doc/{archive.existing()}-{block}")

    checked = run(address, "verify")
    healed = told(address, "index", folder)

    assert (1, "manifest' is damaged" in checked.output) == (checked.exit_code, True)
    assert (3, [MADE_ANEW]) == (healed["indexed"], [note["note"] for note in healed["notes"]])
    assert seen == sights(address)
    assert {"ok": True, "articles": 3}.items() <= told(address, "verify").items()


def sights(address: Address) -> list[tuple[str, int, str | None]]:
    articles = open_engine(address).get(["0.txt", "1.txt", "2.txt"])
    return [(one.article_id, one.sequence, one.first_seen) for one in articles]


def test_what_is_not_ours_is_left_alone(address: Address, folder: Path) -> None:
    archive = Archive(address)
    archive.client.ask("PUT", f"/{address.name}")
    try:
        done = run(address, "index", folder)

        assert 2 == done.exit_code
        assert "is not an index of Readout" in done.output
    finally:
        archive.client.ask("DELETE", f"/{address.name}")


def test_a_name_without_an_index_says_how_to_make_one(cluster: Address) -> None:
    done = run(cluster, "search", "putin")

    assert 2 == done.exit_code
    assert "make one with `readout index PATH --index opensearch://" in done.output


def test_a_page_too_far_down_is_refused_and_everything_can_be_read(
    address: Address, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(address, "index", folder)
    monkeypatch.setattr("index.opensearch.requests.WINDOW", 2)

    refused = run(address, "search", "putin", "--page", "2", "--size", "2")
    searcher = Searcher(open_engine(address), gazetteer())

    assert 2 == refused.exit_code
    assert "narrow the query, or export all of it" in refused.output
    assert ["0.txt", "1.txt", "2.txt"] == sorted(
        article.article_id for article in searcher.every(Search(query="putin"))
    )


def test_more_clauses_than_a_score_can_tell_are_relaxed_to_most_of_them(
    address: Address, folder: Path
) -> None:
    run(address, "index", folder)
    searcher = Searcher(open_engine(address), gazetteer())
    typed = "vladimir putin called kremlin said sunday " + " ".join(
        f"no{n}thing" for n in range(30)
    )

    answer = searcher.search(Search(query=typed))

    assert ("some", 3) == (answer.match, answer.total)


def test_names_that_stand_for_more_terms_than_a_cluster_takes_are_refused(
    address: Address, folder: Path
) -> None:
    """A name is dozens of terms and phrases, in all scripts; a cluster takes 1,024 in a query."""
    run(address, "index", folder)
    surnames = {name.owner: name.name for name in leaders() if name.name.isalpha()}
    spellings = Counter(name.owner for name in leaders() if name.owner in surnames)
    names = [surnames[leader] for leader, _ in spellings.most_common(60)]

    few, many = (run(address, "search", " OR ".join(some)) for some in (names[:6], names))

    assert 0 == few.exit_code, few.output
    assert 2 == many.exit_code, many.output
    assert "leave some out" in many.output
