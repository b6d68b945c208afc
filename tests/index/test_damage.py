"""Whatever happens to the files of an index: it is found, said in a sentence, and the next run makes it good.

READOUT_DAMAGES says how many bits are flipped; a few unless told.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest
from click.testing import CliRunner, Result

from index.archive import in_use
from index.cli import app
from index.embedded.engine import EmbeddedEngine
from index.inspection import check
from index.segments.arrays import Arrays
from index.update.manifest import reading
from index.update.run import Run
from search.engine.port import Request
from tests.index.archive import Archive
from tests.users import ordinary_user, place_of_an_ordinary_user

FLIPS: Final = int(os.environ.get("READOUT_DAMAGES", "12"))
EMPTY: Final = {"writer.lock", "MAIN_WRITELOCK"}  # files without a byte


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An index with several segments, some articles deleted and some copies."""
    made = Archive(tmp_path_factory.mktemp("archive"))
    for first in (0, 10, 20):
        for number in range(first, first + 10):
            made.write(f"{number:02}.txt", f"The minister called number {number % 25} about grain.")
        made.build()
    (made.folder / "03.txt").unlink()
    made.write("04.txt", "Something else was said on the telephone.")
    made.build()
    return made


@pytest.fixture
def archive(whole: Archive, tmp_path: Path) -> Archive:
    """A copy of that index, to be damaged."""
    copy = Archive(tmp_path)
    copy.folder = whole.folder
    shutil.copytree(whole.index, copy.index)
    return copy


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def files(index: Path) -> list[Path]:
    return sorted(path for path in index.rglob("*") if path.is_file() and path.name not in EMPTY)


def texts(index: Path) -> dict[str, tuple[str, str | None]]:
    with closing(EmbeddedEngine(in_use(index).postings)) as engine:
        found = engine.search(Request(size=1000)).hits
        articles = engine.get(hit.article_id for hit in found)
        return {one.article_id: (one.text, one.duplicate_of) for one in articles}


def is_found_and_mended(archive: Archive, whole: Archive) -> None:
    before = {path: path.stat().st_mtime_ns for path in archive.index.rglob("*")}
    checked = run("verify", "--json", "--index", str(archive.index))
    if checked.exit_code == 2:
        assert checked.stderr.startswith("readout: ")
        assert 1 == len(checked.stderr.splitlines())
    else:
        assert 1 == checked.exit_code, checked.output
        assert "" == checked.stderr
        found = json.loads(checked.stdout)
        assert "the next `readout index` mends" in " ".join(
            (*found["problems"], found["remedy"] or "")
        )
    assert before == {path: path.stat().st_mtime_ns for path in archive.index.rglob("*")}

    mended = run("index", str(archive.folder), "--index", str(archive.index), "--json")
    assert 0 == mended.exit_code, (checked.output, mended.output)
    again = run("verify", "--json", "--index", str(archive.index))
    sound = {"ok": True, "articles": 29, "problems": [], "remedy": None}
    assert sound == json.loads(again.stdout)
    assert texts(whole.index) == texts(archive.index)
    assert [] == json.loads(run("index", "--json", "--index", str(archive.index)).stdout)["notes"]


def flipped(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


@pytest.mark.parametrize("seed", range(FLIPS))
def test_a_flipped_bit_is_found_and_mended(whole: Archive, archive: Archive, seed: int) -> None:
    """Of 200 flips 98 were not seen, most of them in the manifest and in the list of segments."""
    chance = random.Random(seed)  # noqa: S311
    flipped(chance.choice(files(archive.index)), chance)

    is_found_and_mended(archive, whole)


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("damage", [Path.unlink, emptied, cut], ids=["gone", "empty", "cut"])
@pytest.mark.parametrize("number", range(8))
def test_a_file_that_is_gone_or_cut_is_found_and_mended(
    whole: Archive, archive: Archive, damage: Callable[[Path], None], number: int
) -> None:
    damaged = files(archive.index)[number]
    damage(damaged)

    if damaged.name == "manifest.json" and damage is Path.unlink:
        assert () == check(archive.index).problems  # as after a run that was broken off
    else:
        is_found_and_mended(archive, whole)


@pytest.mark.parametrize("seed", range(FLIPS // 4))
def test_files_that_changed_places_are_found_and_mended(
    whole: Archive, archive: Archive, seed: int
) -> None:
    """Each is as it was written, but not where."""
    one, other = random.Random(seed).sample(files(archive.index), 2)  # noqa: S311
    aside = archive.index.with_name("aside")
    one.rename(aside)
    other.rename(one)
    aside.rename(other)

    is_found_and_mended(archive, whole)


@pytest.mark.parametrize("number", range(8))
def test_a_file_of_another_index_is_found_and_mended(
    whole: Archive, archive: Archive, tmp_path: Path, number: int
) -> None:
    """As after a backup of which a part was put back."""
    (tmp_path / "other").mkdir()
    other = Archive(tmp_path / "other")
    other.write("00.txt", "An article of another archive, about something else.")
    other.build()
    damaged = files(archive.index)[number]
    of_the_same_kind = [path for path in files(other.index) if path.suffix == damaged.suffix]
    if damaged.name in {"readout.json", "embedded.json", "manifest.json"}:
        pytest.skip("the same in both, or what says which folders are indexed")
    shutil.copy(of_the_same_kind[0], damaged)

    is_found_and_mended(archive, whole)


def test_what_is_whole_serves_while_a_segment_is_mended(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The articles of the other segments are there from the first moment on."""
    segments = sorted(
        in_use(archive.index).postings.glob("*.arrays"), key=lambda one: one.stat().st_size
    )
    segments[0].unlink()
    seen: list[int] = []
    read = Run._read

    def reading(self: Run, files: Any) -> None:  # noqa: ANN401
        seen.append(len(texts(archive.index)))
        read(self, files)

    monkeypatch.setattr(Run, "_read", reading)
    run("index", "--index", str(archive.index))

    assert 0 < seen[0] < 29 == len(texts(archive.index))


def test_what_is_whole_serves_though_the_articles_are_out_of_reach(
    whole: Archive, archive: Archive
) -> None:
    """Their disk may not be there today; when it is, they are read again."""
    segments = in_use(archive.index).postings.glob("*.arrays")
    min(segments, key=lambda one: one.stat().st_size).unlink()
    away = whole.folder.with_name("away")
    whole.folder.rename(away)
    try:
        ended = run("index", "--index", str(archive.index))
        found = len(texts(archive.index))
    finally:
        away.rename(whole.folder)

    assert (2, True) == (ended.exit_code, 0 < found < 29)
    archive.build()
    assert texts(whole.index) == texts(archive.index)
    assert () == check(archive.index).problems


def test_a_run_that_is_broken_off_while_it_mends_is_ended_by_the_next(
    whole: Archive, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    next(in_use(archive.index).postings.glob("*.arrays")).unlink()
    with monkeypatch.context() as patch:
        patch.setattr(Run, "_read", lambda *_: pytest.exit("broken off"))
        with pytest.raises(pytest.exit.Exception):
            archive.build()

    archive.build()

    assert texts(whole.index) == texts(archive.index)
    assert () == check(archive.index).problems


@pytest.mark.parametrize("sealed", [True, False], ids=["sealed", "of a run that was broken off"])
def test_an_index_on_a_disk_that_is_read_only_is_read(archive: Archive, *, sealed: bool) -> None:
    """SQLite makes files beside what it reads, where it may; where not, nothing is damaged."""
    generation = in_use(archive.index)
    if not sealed:
        generation.manifest.with_suffix(".json").unlink()
    with place_of_an_ordinary_user() as place:
        copied = place / "index"
        shutil.copytree(archive.index, copied)
        for path in (copied, *copied.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        with ordinary_user():
            checked = check(copied)
            with reading(in_use(copied).manifest) as manifest:
                roots = manifest.roots()
        for path in (copied, *copied.rglob("*")):
            path.chmod(0o755)

    assert ((29, ()), [str(archive.folder)]) == ((checked.articles, checked.problems), roots)


@pytest.mark.parametrize("section", ["stored", "words", "words_blocks", "rows", "docs", "places"])
def test_a_search_that_a_damaged_segment_ends_says_so(archive: Archive, section: str) -> None:
    """No traceback; what else goes wrong is not taken for damage."""
    segment = max(
        in_use(archive.index).postings.glob("*.arrays"), key=lambda one: one.stat().st_size
    )
    arrays = Arrays(segment)
    kind, offset, count = arrays._directory[section]
    content = bytearray(segment.read_bytes())
    size = count * np.dtype(kind).itemsize
    content[offset : offset + size] = bytes(255 for _ in range(size))
    segment.write_bytes(content)

    asked = [
        ("search", "minister grain"),
        ("search", ""),
        ("search", '"grain minister"'),
        ("show", "20.txt"),
    ]
    for words in asked:
        ended = run(*words, "--index", str(archive.index))
        assert ended.exit_code in {0, 2}, ended.output
        if ended.exit_code == 2:
            said = {f"readout: '{segment}' is damaged; the next `readout index` mends it"}
            assert said == {ended.stderr.split(" from the")[0]} or "no article has" in ended.stderr
