"""Which files are read again: those that are otherwise than they were, and no others."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from index.archive import in_use
from index.update.manifest import Manifest
from index.update.roots import Root
from index.update.rows import State, listing
from index.update.scan import Scan, scan
from tests.index.archive import ENGLISH, ROMANIAN, Archive

SHEET = "file,outlet\nb.txt,The Paper\n"


def scanned(archive: Archive, *roots: Path) -> Scan:
    with closing(Manifest(in_use(archive.index).manifest)) as manifest:
        return scan([Root.at(root) for root in roots or (archive.folder,)], manifest, manifest)


def names(files: Iterable[str]) -> list[str]:
    return sorted(Path(file).name for file in files)


def test_what_is_as_it_was_is_not_opened(two: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run over a large archive asks for sizes and times alone."""
    opened: list[Path] = []
    monkeypatch.setattr("index.update.run.Run._file", lambda _, file, *__: opened.append(file))

    assert ((0, 2, 0, 0), []) == (two.counts(), opened)


def test_of_single_files_only_those_of_folders_that_changed_are_asked_for(
    two: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article that is added to hundreds of thousands must not wait for what is known of each."""
    two.write("deep/c.txt", ROMANIAN)
    two.build()
    asked: list[str] = []
    states = Manifest.states

    def noting(manifest: Manifest, folder: str) -> dict[str, State]:
        asked.append(folder)
        return states(manifest, folder)

    monkeypatch.setattr(Manifest, "states", noting)

    assert ([], []) == (names(scanned(two).changed), asked)
    two.write("deep/d.txt", ENGLISH)
    assert (["d.txt"], [str(two.folder / "deep")]) == (names(scanned(two).changed), asked)


def test_a_file_that_is_to_be_read_again_is_met_in_a_folder_that_looks_as_it_did(
    two: Archive,
) -> None:
    with closing(Manifest(in_use(two.index).manifest)) as manifest:
        manifest.stale([str(two.folder / "a.txt")])
        manifest.commit()

    assert ["a.txt"] == names(scanned(two).changed)


def test_a_run_that_is_interrupted_leaves_no_folder_that_seems_read(
    two: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even where the files are put back as they were before it."""
    was = (two.folder / "b.txt").stat()
    two.write("b.txt", ENGLISH)
    two.write("c.txt", ENGLISH)
    with monkeypatch.context() as patch:
        patch.setattr("index.update.writing.COMMIT_EVERY", 1)
        patch.setattr("index.update.run.Run._take_out", lambda *_: pytest.exit("interrupted"))
        with pytest.raises(pytest.exit.Exception):
            two.build()
    os.utime(two.write("b.txt", ROMANIAN), ns=(was.st_atime_ns, was.st_mtime_ns))
    (two.folder / "c.txt").unlink()

    found = scanned(two)

    assert (["b.txt"], ["c.txt"]) == (names(found.changed), names(found.gone))


@pytest.mark.parametrize(
    ("places", "changed"),
    [
        pytest.param(["a.txt", "."], "a.txt", id="a file, then its folder"),
        pytest.param([".", "a.txt"], "a.txt", id="a folder, then a file in it"),
        pytest.param(["deep", "."], "deep/c.txt", id="a folder, then the one above"),
        pytest.param([".", "deep"], "deep/c.txt", id="a folder, then one in it"),
    ],
)
def test_of_places_that_lie_in_each_other_the_first_has_a_file(
    two: Archive, places: list[str], changed: str
) -> None:
    two.write("deep/c.txt", ROMANIAN)
    two.build()

    found = scanned(two, *(two.folder / place for place in places))
    assert ([], []) == (names(found.changed), names(found.unmet))

    file = two.write(changed, "Another text.")
    found = scanned(two, *(two.folder / place for place in places))
    assert [(str(file), two.folder / places[0])] == [
        (one, root.path) for one, root in found.changed.items()
    ]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param([("a", 1, 5)], id="a file fewer"),
        pytest.param([("a", 1, 5), ("b", 2, 6), ("c", 0, 0)], id="a file more"),
        pytest.param([("a", 1, 5), ("c", 2, 6)], id="another name"),
        pytest.param([("a", 1, 5), ("b", 3, 6)], id="another size"),
        pytest.param([("a", 1, 5), ("b", 2, 7)], id="another time"),
        pytest.param([("a", 1, 6), ("b", 2, 5)], id="times the other way round"),
        pytest.param([("a", 2, 5), ("b", 1, 6)], id="sizes the other way round"),
    ],
)
def test_a_listing_changes_with_each_file(files: list[State]) -> None:
    assert listing([("a", 1, 5), ("b", 2, 6)]) != listing(files)


@pytest.mark.parametrize(
    ("beside", "text", "expected"),
    [
        pytest.param("metadata.csv", SHEET, ["b.txt"], id="a sheet says something of a file"),
        pytest.param(
            "metadata.csv",
            "file,outlet\nc.txt,The Paper\n",
            [],
            id="a sheet says something of another",
        ),
        pytest.param("a.meta.toml", 'outlet = "The Paper"\n', ["a.txt"], id="a file beside"),
        pytest.param(
            "deep/c.meta.toml",
            'outlet = "The Paper"\n',
            ["c.txt"],
            id="a file beside, further down",
        ),
        pytest.param(
            "deep/metadata.csv", "file,outlet\nc,The Paper\n", ["c.txt"], id="a sheet further down"
        ),
        pytest.param(
            "metadata.csv", "file,outlet\ndeep/c,The Paper\n", ["c.txt"], id="a sheet above"
        ),
    ],
)
def test_what_is_said_beside_counts(
    two: Archive, beside: str, text: str, expected: list[str]
) -> None:
    two.write("deep/c.txt", "A third article about the same telephone call, written later.")
    two.build()
    assert [] == names(scanned(two).changed)

    written = two.write(beside, text)
    assert expected == names(scanned(two).changed)

    two.build()
    assert [] == names(scanned(two).changed)
    written.unlink()
    assert expected == names(scanned(two).changed)


def test_gone_means_gone_from_the_places_that_were_asked_for(two: Archive) -> None:
    two.write("deep/c.txt", ROMANIAN)
    two.write("deeper/d.txt", ENGLISH)
    two.build()
    (two.folder / "a.txt").unlink()
    (two.folder / "deep" / "c.txt").unlink()

    assert ["c.txt"] == names(scanned(two, two.folder / "deep").gone)
    assert ["a.txt", "c.txt"] == names(scanned(two).gone)


def test_a_folder_that_only_begins_like_another_is_not_below_it(two: Archive) -> None:
    two.write("deep/c.txt", ROMANIAN)
    two.write("deeper/d.txt", ENGLISH)
    two.build()
    (two.folder / "deeper" / "d.txt").unlink()

    assert [] == names(scanned(two, two.folder / "deep").gone)


def test_a_sheet_that_is_as_it_was_is_not_opened(
    two: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have a row for each of hundreds of thousands of files."""
    os.utime(two.write("metadata.csv", SHEET), (1, 1))
    two.build()
    monkeypatch.setattr("index.sidecar.read", lambda path: pytest.fail(f"{path} is read"))

    assert (0, 2, 0, 0) == two.counts()


def test_a_young_sheet_may_change_and_keep_its_time(two: Archive) -> None:
    """A clock may be too slow to tell two edits apart."""
    stat = two.write("metadata.csv", SHEET).stat()
    two.build()
    os.utime(
        two.write("metadata.csv", SHEET.replace("Paper", "Times")),
        ns=(stat.st_atime_ns, stat.st_mtime_ns),
    )

    assert ["b.txt"] == names(scanned(two).changed)


def test_a_sheet_counts_until_all_its_files_are_read(
    two: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that is interrupted in the middle, and the sheet is gone when the next one comes."""
    os.utime(two.write("metadata.csv", SHEET + "a.txt,The Paper\n"), (1, 1))
    with monkeypatch.context() as patch:
        patch.setattr("index.update.writing.COMMIT_EVERY", 1)
        patch.setattr("index.update.run.Run._take_out", lambda *_: pytest.exit("interrupted"))
        with pytest.raises(pytest.exit.Exception):
            two.build()
    assert "The Paper" == two.article("a.txt").outlet
    (two.folder / "metadata.csv").unlink()

    two.build()

    assert (None, None) == (two.article("a.txt").outlet, two.article("b.txt").outlet)


def test_what_is_said_of_a_file_waits_until_it_can_be_read(
    two: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.utime(two.write("metadata.csv", SHEET), (1, 1))

    def failing(path: Path) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patch:
        patch.setattr("index.update.reader.load", failing)
        assert (0, 1, 0, 1) == two.counts()

    assert (1, 1, 0, 0) == two.counts()
    assert "The Paper" == two.article("b.txt").outlet


def test_a_row_of_no_file_is_told_when_its_sheet_is_read(two: Archive) -> None:
    sheet = two.write("metadata.csv", "file,outlet\nc.txt,The Paper\n")
    os.utime(sheet, (1, 1))
    told = [{"path": str(sheet), "note": "no such file: 'c.txt'"}]

    assert (told, []) == (two.build()["notes"], two.build()["notes"])
