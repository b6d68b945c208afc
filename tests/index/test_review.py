"""What is concluded of articles can be checked by a person, and corrected for good."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from index.cli import app

CALL = "Putin and Netanyahu spoke\n\nOctober 23, 2016\nVladimir Putin called the Prime Minister of Israel."


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "articles"
    (made / "below").mkdir(parents=True)
    (made / "call.txt").write_text(CALL, encoding="utf-8")
    (made / "below" / "ro.txt").write_text(
        "Preşedintele a vorbit o oră la telefon.", encoding="utf-8"
    )
    (made / "many.jsonl").write_text(
        '{"id": "m1", "text": "Gaza"}\n{"id": "m2", "text": "Cairo"}\n', encoding="utf-8"
    )
    monkeypatch.setenv("READOUT_INDEX", str(tmp_path / "index"))
    assert 0 == run("index", str(made)).exit_code
    return made


def tagged(*words: str) -> dict[str, dict[str, Any]]:
    result = run("tags", "--json", *words)
    (line,) = result.stdout.splitlines()
    return {one["id"]: one for one in json.loads(line)["articles"]}


def shown(article_id: str) -> dict[str, Any]:
    return dict(json.loads(run("show", article_id, "--json").stdout))


@pytest.fixture
def sheet_outside(folder: Path, tmp_path: Path) -> Path:
    """A sheet that links out of the folder of articles."""
    outside = tmp_path / "outside.csv"
    outside.write_text("file,title\ncall.txt,Private\n", encoding="utf-8")
    (folder / "metadata.csv").symlink_to(outside)
    return outside


def test_a_sheet_that_links_out_of_the_folder_is_not_corrected(
    folder: Path, sheet_outside: Path
) -> None:
    """Its rows would come into the archive, and its place be taken by a copy."""
    result = run("set", "call.txt", "--published", "2016")

    assert (2, True) == (result.exit_code, (folder / "metadata.csv").is_symlink())
    assert "a link out of the folder; put a file of its own in its place" in result.stderr
    assert "file,title\ncall.txt,Private\n" == sheet_outside.read_text(encoding="utf-8")


def test_a_correction_that_can_not_be_written_leaves_the_old_sheet_and_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("set", "call.txt", "--published", "2016")
    before = (folder / "metadata.csv").read_bytes(), sorted(folder.iterdir())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = run("set", "call.txt", "--published", "2017")

    assert (2, "readout: [Errno 28] No space left on device\n") == (result.exit_code, result.stderr)
    assert before == ((folder / "metadata.csv").read_bytes(), sorted(folder.iterdir()))


def test_a_corrected_sheet_is_read_by_those_who_could_read_it_before(folder: Path) -> None:
    (folder / "call.txt").chmod(0o640)
    run("set", "call.txt", "--published", "2016")
    made = stat.S_IMODE((folder / "metadata.csv").stat().st_mode)
    (folder / "metadata.csv").chmod(0o664)
    run("set", "call.txt", "--published", "2017")

    assert (0o640, 0o664) == (made, stat.S_IMODE((folder / "metadata.csv").stat().st_mode))


def test_every_value_comes_with_its_words(folder: Path) -> None:
    call = tagged(str(folder))["call.txt"]

    assert ("2016-10-23", "dateline") == (call["published"], call["published_source"])
    assert {"id": "vladimir-putin", "words": ["Putin", "Vladimir Putin"]} in call["leaders"]
    assert {"id": "il", "words": ["Israel"]} in call["countries"]


def test_contacts_come_with_their_sentence(folder: Path) -> None:
    text = "Emmanuel Macron phoned Vladimir Putin on Friday.\n\nPrices rose."
    (folder / "phoned.txt").write_text(text, encoding="utf-8")

    (contact,) = tagged(str(folder))["phoned.txt"]["contacts"]

    assert ("call", ["emmanuel-macron", "vladimir-putin"]) == (contact["kind"], contact["leaders"])
    assert (
        "  call: emmanuel-macron + vladimir-putin, date unknown: "
        "“Emmanuel Macron phoned Vladimir Putin on Friday.”\n"
    ) in run("tags", str(folder)).stdout


def test_what_is_missing_is_listed_alone(folder: Path) -> None:
    missing = tagged(str(folder), "--missing")

    assert "call.txt" not in missing
    assert ["published", "leaders", "countries"] == missing["below/ro.txt"]["missing"]


@pytest.mark.usefixtures("folder")
def test_without_a_path_all_known_folders_are_read() -> None:
    assert {"call.txt", "below/ro.txt", "m1", "m2"} == tagged().keys()


def test_a_person_reads_it_line_by_line(folder: Path) -> None:
    said = run("tags", str(folder / "call.txt")).stdout

    assert "  published: 2016-10-23 (dateline)\n" in said
    assert "vladimir-putin (Putin, Vladimir Putin)" in said


def test_what_can_t_be_read_is_said_and_exits_with_1(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\0\0\1\2")

    result = run("tags", str(folder))

    assert (1, True) == (result.exit_code, "bad.txt" in result.stderr)


@pytest.mark.usefixtures("folder")
def test_a_correction_lasts() -> None:
    """Also when everything is read anew."""
    said = run(
        "set",
        "below/ro.txt",
        "--published",
        "2023-12-10",
        "--leader",
        "נתניהו",
        "--leader",
        "Putin",
    )
    assert (0, True) == (said.exit_code, "readout index" in said.stdout)

    for words in (("index",), ("index", "--full")):
        assert 0 == run(*words).exit_code
        known = shown("below/ro.txt")
        assert ("2023-12-10", "metadata") == (known["published"], known["published_source"])
        assert ["benjamin-netanyahu", "vladimir-putin"] == [one["id"] for one in known["leaders"]]


def test_a_value_that_metadata_gave_has_no_words(folder: Path) -> None:
    run("set", "below/ro.txt", "--leader", "Putin")

    assert [{"id": "vladimir-putin", "words": []}] == tagged(str(folder))["below/ro.txt"]["leaders"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(None, "file,lang\ncall.txt,ro\n", id="a new file"),
        pytest.param(
            "file,title\nx.txt,X\n",
            "file,title,lang\nx.txt,X\ncall.txt,,ro\n",
            id="a new row and column",
        ),
        pytest.param(
            "language;id\nen;call\nhe;x\n",
            "language;id\nro;call\nhe;x\n",
            id="its own row and marks",
        ),
        pytest.param(
            'path,title,lang\ncall.txt,"A, B",en\n',
            'path,title,lang\ncall.txt,"A, B",ro\n',
            id="the rest of the row",
        ),
        pytest.param(
            "file,lang\r\nx.txt,he\r\n",
            "file,lang\r\nx.txt,he\r\ncall.txt,ro\r\n",
            id="its ends of lines",
        ),
    ],
)
def test_only_the_article_s_own_cells_change(folder: Path, before: str | None, after: str) -> None:
    sheet = folder / "metadata.csv"
    if before is not None:
        sheet.write_bytes(before.encode())

    assert 0 == run("set", "call.txt", "--lang", "ro").exit_code
    assert after.encode() == sheet.read_bytes()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        pytest.param(("m2", "--lang", "ro"), "many articles", id="one of many in a file"),
        pytest.param(("none.txt", "--lang", "ro"), "no article", id="an unknown article"),
        pytest.param(
            ("call.txt", "--published", "soon"), "published can't be 'soon'", id="no date"
        ),
        pytest.param(("call.txt",), "at least one", id="nothing to correct"),
    ],
)
def test_what_can_t_be_corrected_is_said(folder: Path, words: tuple[str, ...], reason: str) -> None:
    result = run("set", *words)

    assert (2, "", True) == (result.exit_code, result.stdout, reason in result.stderr)
    assert not (folder / "metadata.csv").exists()


def test_a_broken_sheet_is_left_alone(folder: Path) -> None:
    """Whoever can't read a file must not write it."""
    sheet = folder / "metadata.csv"
    sheet.write_text("file,lang\na,b,c\n", encoding="utf-8")

    assert 2 == run("set", "call.txt", "--lang", "ro").exit_code
    assert "file,lang\na,b,c\n" == sheet.read_text(encoding="utf-8")


def test_what_would_win_is_named(folder: Path) -> None:
    (folder / "call.meta.toml").write_text('lang = "he"\n', encoding="utf-8")

    assert "call.meta.toml" in run("set", "call.txt", "--lang", "ro").stderr


def test_a_country_that_a_contact_brings_is_not_said_to_be_of_metadata(folder: Path) -> None:
    """Who checks the tags would look for it in a file that has none."""
    (folder / "met.txt").write_text(
        "Two sides met\n\nJoe Biden met Vladimir Putin.", encoding="utf-8"
    )

    result = run("tags", str(folder / "met.txt"))

    assert "countries: us (contact); ru (contact)" in result.stdout
