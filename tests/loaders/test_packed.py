"""Packed files: what comes out of archives, and what does not."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from index.loaders import Ignored, Loaded, Part, Skipped, load, unpacking
from index.update.build import build
from search.errors import SourceError


def zipped(path: Path, members: Mapping[str, bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return path


def members(found: list[Part]) -> list[str | None]:
    return [part.member for part in found if isinstance(part, Loaded)]


def reasons(found: list[Part]) -> list[str]:
    return [part.reason for part in found if isinstance(part, Skipped)]


def test_an_article_is_named_by_its_member_and_its_number_there(tmp_path: Path) -> None:
    """Two articles of one member must not meet those of another."""
    lines = b'{"text": "One."}\n{"text": "Two."}\n'
    path = zipped(tmp_path / "a.zip", {"2016/b.jsonl": lines, "2016/a.txt": b"Three."})

    found = list(load(path))

    assert ["/2016/a.txt", "/2016/b.jsonl", "/2016/b.jsonl#2"] == members(found)


def test_articles_are_counted_over_the_whole_archive(tmp_path: Path) -> None:
    """The manifest has one article a number of a file."""
    path = zipped(tmp_path / "a.zip", {"a.txt": b"One.", "b.txt": b" ", "c.txt": b"Two."})

    assert [1, 2, 3] == [part.number for part in load(path) if not isinstance(part, Ignored)]


def test_an_archive_in_an_archive_is_opened(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"a.txt.gz": gzip.compress(b"Deep.")})
    path = zipped(tmp_path / "outer.zip", {"in/inner.zip": inner.read_bytes()})

    assert ["/in/inner.zip/a.txt.gz"] == members(list(load(path)))


def test_archives_within_archives_end_at_a_depth(tmp_path: Path) -> None:
    """A zip that holds itself has no end."""
    raw = b"Deep."
    name = "a.txt"
    for level in range(9):
        path = zipped(tmp_path / f"{level}.zip", {name: raw})
        raw, name = path.read_bytes(), path.name

    (reason,) = reasons(list(load(path)))

    assert "more than 3 levels" in reason


@pytest.mark.parametrize("packed", ["a.zip", "a.txt.gz"])
def test_a_bomb_stops_at_its_bound(
    tmp_path: Path, packed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is packed a thousandfold would fill the disk."""
    monkeypatch.setattr(unpacking, "ROOM", 1 << 20)
    zeros = b"0" * (8 << 20)
    path = tmp_path / packed
    if packed == "a.zip":
        zipped(path, {"a.txt": zeros, "b.txt": b"After it."})
    else:
        path.write_bytes(gzip.compress(zeros))

    found = list(load(path))

    (reason,) = reasons(found)
    assert "far larger than it is packed; if you trust it, unpack it" == reason.removeprefix(
        "a.txt: "
    )
    assert [] == members(found)


def test_the_bound_is_one_for_all_that_is_packed_in_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bomb may be many small ones."""
    monkeypatch.setattr(unpacking, "ROOM", 1 << 20)
    part = gzip.compress(b"0" * (1 << 19))

    found = list(
        load(zipped(tmp_path / "a.zip", {f"{number}.txt.gz": part * 2 for number in range(9)}))
    )

    assert ["0.txt.gz: far larger than it is packed; if you trust it, unpack it"] == reasons(found)


def test_more_files_than_an_archive_has_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "MEMBERS", 2)

    found = list(
        load(zipped(tmp_path / "a.zip", {f"{number}.txt": b"Text." for number in range(9)}))
    )

    assert ["/0.txt", "/1.txt"] == members(found)
    assert ["2.txt: more than 2 files are packed here; unpack it"] == reasons(found)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("../../up.txt", "/up.txt", id="steps up"),
        pytest.param("/etc/root.txt", "/etc/root.txt", id="from the root"),
        pytest.param("..\\windows\\up.txt", "/windows/up.txt", id="steps of Windows"),
        pytest.param("a\nb.txt", "/a\N{REPLACEMENT CHARACTER}b.txt", id="a line end"),
    ],
)
def test_no_path_leads_out_of_the_archive(tmp_path: Path, name: str, shown: str) -> None:
    """Neither on the disk nor in the id."""
    (tmp_path / "in").mkdir()
    path = zipped(tmp_path / "in/a.zip", {name: b"Text."})

    assert [shown] == members(list(load(path)))
    assert ["in"] == [one.name for one in tmp_path.iterdir()]


def test_what_is_hidden_is_left_out_and_other_kinds_are_told(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "a.zip",
        {
            "__MACOSX/._a.txt": b"\0",
            ".git/b.txt": b"x",
            "~$c.txt": b"x",
            "d.png": b"x",
            "e.zip": b"x",
            "f.txt": b"Text.",
        },
    )

    found = list(load(path))

    assert (["/f.txt"], [Ignored("d.png")]) == (
        members(found),
        [part for part in found if isinstance(part, Ignored)],
    )
    assert ["e.zip: damaged, or no zip: File is not a zip file"] == reasons(found)


@pytest.mark.parametrize("name", ["2016/metadata.csv", "2016/a.meta.toml"])
def test_metadata_in_an_archive_is_no_article(tmp_path: Path, name: str) -> None:
    """It has titles and dates, as a table of articles has."""
    path = zipped(tmp_path / "a.zip", {"2016/a.txt": b"Text.", name: b"file,title\na.txt,A call\n"})

    found = list(load(path))

    assert ["/2016/a.txt"] == members(found)
    assert [Ignored(name, unpacking.SIDECAR)] == [one for one in found if isinstance(one, Ignored)]


def test_what_came_out_of_a_cut_file_is_read(tmp_path: Path) -> None:
    """A copy that was broken off still has most of its articles."""
    lines = "".join(
        f'{{"title": "{number}", "text": "{os.urandom(50).hex()}"}}\n' for number in range(1000)
    )
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode())[:-20_000])

    found = list(load(path))

    assert len(members(found)) > 500
    assert (
        "damaged: Compressed file ended before the end-of-stream marker was reached"
        == reasons(found)[-1]
    )


def test_a_password_is_asked_for_in_the_reason(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": b"Text."})
    raw = bytearray(path.read_bytes())
    raw[6] |= 1  # in the member's own head and in the list of members
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)

    assert ["a.txt: protected by a password"] == reasons(list(load(path)))


def test_links_of_a_tar_are_passed_by(tmp_path: Path) -> None:
    """They may lead anywhere."""
    path = tmp_path / "a.tar"
    link, file = tarfile.TarInfo("a.txt"), tarfile.TarInfo("b.txt")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    file.size = 5
    with tarfile.open(path, "w") as archive:
        archive.addfile(link)
        archive.addfile(file, io.BytesIO(b"Text."))

    assert ["/b.txt"] == members(list(load(path)))


def test_a_name_of_an_old_code_page_is_read(tmp_path: Path) -> None:
    """Windows writes names of Hebrew so."""
    path = zipped(tmp_path / "a.zip", {"xxxxxxxx.txt": b"Text."})
    path.write_bytes(path.read_bytes().replace(b"xxxxxxxx", "שיחה_בין".encode("cp862")))

    assert ["/שיחה_בין.txt"] == members(list(load(path)))


def test_a_compressed_file_is_what_gzip_says_it_was(tmp_path: Path) -> None:
    path = tmp_path / "export.gz"
    with path.open("wb") as out, gzip.GzipFile("news.jsonl", "wb", fileobj=out) as packed:
        packed.write(b'{"text": "One."}\n{"text": "Two."}\n')

    assert ["One.", "Two."] == [part.text for part in load(path) if isinstance(part, Loaded)]


def test_a_compressed_file_of_another_kind_is_told(tmp_path: Path) -> None:
    path = tmp_path / "dump.sql.gz"
    path.write_bytes(gzip.compress(b"SELECT 1"))

    assert [Ignored("dump.sql")] == list(load(path))


def test_nothing_is_left_in_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": b"Text.", "b.json": b"{", "c.txt.gz": b"x"})
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))

    list(load(path))

    assert [] == list((tmp_path / "temporary").iterdir())


def test_a_disk_that_is_full_is_no_fault_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is to be read again the next time."""
    path = zipped(tmp_path / "a.zip", {"a.txt": b"Text."})

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "open", full)

    with pytest.raises(OSError, match="No space left"):
        list(load(path))


def test_a_missing_file_has_no_bounds(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="No such file"):
        unpacking.Unpacking.of(tmp_path / "a.zip")


@pytest.mark.parametrize("compression", ["", ".gz"])
def test_a_thousand_members_are_a_thousand_articles(
    tmp_path: Path, compression: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.update.parallel.FEW_ARTICLES", 1000)  # workers start for longer
    (tmp_path / "in").mkdir()
    lines = "".join(
        f'{{"title": "Call {number}", "text": "They spoke {number} times."}}\n'
        for number in range(1000)
    )
    if compression:
        (tmp_path / "in/a.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    else:
        zipped(
            tmp_path / "in/a.zip",
            {f"{number}.json": line.encode() for number, line in enumerate(lines.splitlines())},
        )

    summary = build(tmp_path / "index", [tmp_path / "in"])

    assert (1000, []) == (summary.indexed, summary.skipped)


def test_ids_stay_when_a_member_is_added(tmp_path: Path) -> None:
    """They are of the member, not of its place."""
    (tmp_path / "in").mkdir()
    path = tmp_path / "in/a.zip"
    zipped(
        path,
        {
            "b.txt": b"A call about grain on the river.",
            "c.txt": b"A call about water in the hills.",
        },
    )
    build(tmp_path / "index", [tmp_path / "in"])
    zipped(path, {"a.txt": b"A call about trains.", "b.txt": b"A call about grain on the river."})

    summary = build(tmp_path / "index", [tmp_path / "in"])

    assert (1, 1, 1) == (summary.indexed, summary.unchanged, summary.deleted)
