"""Side metadata: what files beside an article say of it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from index.corrections import correct
from index.loaders import Loaded
from index.loaders.fields import Fields
from index.sidecar import Sidecars, metadata, wrong
from tests.index.archive import ENGLISH, ROMANIAN, Archive


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "call.txt"
    path.write_text("They spoke.", encoding="utf-8")
    return path


def sheet(folder: Path, content: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "metadata.csv").write_text(content, encoding="utf-8")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("file,date\ncall.txt,2016-10-23\n", id="the file's name"),
        pytest.param("path,date\n./call.txt,2016-10-23\n", id="its path"),
        pytest.param("File;Date\ncall;23.10.2016\n", id="without ending, semicolons"),
        pytest.param("file,date\ncall.txt,2016-10-23,,\n", id="with empty cells behind"),
        pytest.param("\ufefffile,date\r\ncall.txt,2016-10-23\r\n", id="as a spreadsheet writes it"),
    ],
)
def test_a_row_speaks_of_its_file(article: Path, content: str) -> None:
    sheet(article.parent, content)

    assert Fields(published="2016-10-23") == metadata(article)


def test_an_id_column_names_the_file_and_gives_the_id(article: Path) -> None:
    """Where no other column says which file it is."""
    sheet(article.parent, "id,date\ncall,2016-10-23\n")

    assert Fields(source_id="call", published="2016-10-23") == metadata(article)


def test_an_id_beside_a_file_column_is_the_articles(article: Path) -> None:
    sheet(article.parent, "file,id\ncall.txt,reut-17\n")

    assert Fields(source_id="reut-17") == metadata(article)


def test_the_file_beside_wins_over_the_sheet(article: Path) -> None:
    """Also where the two use different names for one thing."""
    sheet(article.parent, "file,published,outlet\ncall.txt,2015-01-01,The Paper\n")
    article.with_name("call.meta.toml").write_text(
        'date = 2016-10-23\nleaders = ["Ana Pop"]\n', encoding="utf-8"
    )

    assert Fields(published="2016-10-23", outlet="The Paper", leaders=("Ana Pop",)) == metadata(
        article
    )


def test_the_nearest_sheet_wins(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    sheet(tmp_path, "path,title,lang\ninner/call.txt,Far,ro\n")
    sheet(inner, "file,title\ncall.txt,Near\n")

    assert Fields(title="Near", lang="ro") == Sidecars(tmp_path).fields(inner / "call.txt")


def test_a_sheet_above_the_root_does_not_count(tmp_path: Path) -> None:
    """Only what lies in the folder that is indexed."""
    sheet(tmp_path, "path,title\ninner/call.txt,Far\n")

    assert Fields() == Sidecars(tmp_path / "inner").fields(tmp_path / "inner" / "call.txt")


def test_side_metadata_wins_and_leaves_the_rest(article: Path) -> None:
    sheet(article.parent, "file,date,title\ncall.txt,2016-10-23,\n")
    loaded = Loaded(
        number=1, text="They spoke.", title="Found", published="2020", published_source="html"
    )

    applied = Sidecars(article.parent).applied(article, loaded)

    assert ("Found", "2016-10-23", "metadata") == (
        applied.title,
        applied.published,
        applied.published_source,
    )


def test_a_bad_value_is_noted_and_left_out(article: Path) -> None:
    sheet(article.parent, "file,date\ncall.txt,soon\n")

    assert Fields(notes=("date 'soon' can't be read; write it as 2016-10-23",)) == metadata(article)


@pytest.mark.parametrize(
    "content", ["date = = 3", "id = " + "9" * 5000], ids=["syntax", "a number without end"]
)
def test_a_broken_file_beside_is_noted(article: Path, content: str) -> None:
    """The article is still indexed, with what the sheet says."""
    sheet(article.parent, "file,title\ncall.txt,A call\n")
    article.with_name("call.meta.toml").write_text(content, encoding="utf-8")

    said = metadata(article)

    assert ("A call", True) == (
        said.title,
        said.notes[0].startswith("call.meta.toml can't be read"),
    )


def test_rows_of_no_file_and_broken_rows_are_told(article: Path) -> None:
    """A misspelt name would otherwise lose its metadata in silence."""
    sheet(article.parent, "file,title\ncall.txt,A call\ncal.txt,Misspelt\ncall.txt,one,two\n")
    path = article.parent / "metadata.csv"

    assert {"no such file: 'cal.txt'", "3 cells under 2 names: 'call.txt'"} == set(wrong(path))


def test_a_sheet_that_names_no_file_column_is_told(article: Path) -> None:
    sheet(article.parent, "title,date\nA call,2016\n")

    told = list(wrong(article.parent / "metadata.csv"))

    assert ["its first row names no column of file, path, filename, id"] == told


def test_the_hash_changes_with_what_is_said_of_the_file_alone(article: Path) -> None:
    """An edited row makes its article be tagged anew, and no other."""
    before = Sidecars(article.parent).digest(article)
    sheet(article.parent, "file,title\nother.txt,Other\n")
    other = Sidecars(article.parent).digest(article)
    sheet(article.parent, "file,title\nother.txt,Other\ncall.txt,A call\n")
    row = Sidecars(article.parent).digest(article)
    article.with_name("call.meta.toml").write_text('lang = "ro"', encoding="utf-8")
    both = Sidecars(article.parent).digest(article)

    assert ("", "") == (before, other)
    assert 3 == len({other, row, both})


def test_a_column_of_summaries_does_not_replace_the_text(article: Path) -> None:
    """Side metadata is about the text, not instead of it."""
    sheet(article.parent, "file,description\ncall.txt,In short.\n")

    assert (
        "They spoke."
        == Sidecars(article.parent).applied(article, Loaded(number=1, text="They spoke.")).text
    )


def test_a_given_title_leaves_the_first_line(article: Path) -> None:
    """It would be shown, and counted, twice."""
    sheet(article.parent, "file,title\ncall.txt,A call\n")
    loaded = Loaded(number=1, text="A  call\n\nThey spoke.")

    applied = Sidecars(article.parent).applied(article, loaded)

    assert ("A call", "They spoke.") == (applied.title, applied.text)


def test_of_a_file_with_many_articles_only_what_all_share_is_taken(tmp_path: Path) -> None:
    """One title, id or address can't be that of every row."""
    sheet(
        tmp_path,
        "file,id,title,url,outlet,lang\nall.jsonl,x,One,https://example.org,The Paper,ro\n",
    )
    loaded = Loaded(number=2, text="They spoke.", title="Two", source_id="2")

    applied = Sidecars(tmp_path).applied(tmp_path / "all.jsonl", loaded)

    assert ("2", "Two", None) == (applied.source_id, applied.title, applied.url)
    assert ("The Paper", "ro") == (applied.outlet, applied.lang)


def test_a_sheet_that_is_no_text_is_told(article: Path) -> None:
    path = article.parent / "metadata.csv"
    path.write_bytes(bytes(range(256)) * 8)

    assert (Fields(), ["binary: too many control characters"]) == (
        metadata(article),
        list(wrong(path)),
    )


def test_a_row_of_no_name_is_passed_by(article: Path) -> None:
    sheet(article.parent, "title,file\nNobody's,\nA call,call.txt\n")

    assert Fields(title="A call") == metadata(article)


SAID = "Private words of another folder"


@pytest.mark.parametrize(
    "name", ["metadata.csv", "a.meta.toml", "below/metadata.csv", "below/b.meta.toml"]
)
@pytest.mark.parametrize("alone", [False, True], ids=["the folder", "the file alone"])
def test_what_links_out_of_the_folder_says_nothing(
    two: Archive, tmp_path: Path, name: str, *, alone: bool
) -> None:
    """A folder from somebody else must not show files of this machine, and the link is told."""
    two.write("below/b.txt", ENGLISH)
    outside = tmp_path / "outside"
    table = f"file,title\na.txt,{SAID}\nb.txt,{SAID}\n"
    outside.write_text(table if name.endswith(".csv") else f'title = "{SAID}"\n', encoding="utf-8")
    link = two.folder / name
    link.symlink_to(outside)

    file = link.with_name("b.txt" if "below" in name else "a.txt")
    summary = two.build(file, mode="full") if alone else two.build(mode="full")

    assert [{"path": str(link), "number": None, "reason": "a link out of the folder"}] == summary[
        "skipped"
    ]
    assert SAID not in {two.article(article_id).title for article_id in two.ids()}
    assert SAID not in json.dumps(summary)


def test_a_sheet_that_was_put_outside_says_nothing_more(two: Archive, tmp_path: Path) -> None:
    """Nor is it told which of its rows are of no file."""
    sheet(two.folder, f"file,title\na.txt,A title\nprivate.txt,{SAID}\n")
    os.utime(two.folder / "metadata.csv", (1, 1))
    two.build()
    before = two.article("a.txt").title
    (two.folder / "metadata.csv").rename(tmp_path / "outside.csv")
    (two.folder / "metadata.csv").symlink_to(tmp_path / "outside.csv")

    summary = two.build()

    assert ("A title", False) == (before, "A title" == two.article("a.txt").title)
    assert [] == summary["notes"]


def test_a_link_within_the_folder_is_read(two: Archive) -> None:
    two.write("sheets/all.csv.kept", "file,title\na.txt,A title\n")
    (two.folder / "metadata.csv").symlink_to(two.folder / "sheets" / "all.csv.kept")

    two.build()

    assert "A title" == two.article("a.txt").title


@pytest.mark.parametrize(
    ("file", "named"),
    [
        pytest.param("cafe\u0301.txt", "caf\u00e9.txt", id="NFD on the disk"),
        pytest.param("caf\u00e9.txt", "cafe\u0301.txt", id="NFD in the table"),
        pytest.param("Call.txt", "call.txt", id="small letters"),
        pytest.param("call.TXT", "Call.txt", id="a capital ending"),
        pytest.param("Call.txt", "CALL", id="without its ending"),
        pytest.param("2016/Call.txt", "2016/call.txt", id="in a folder"),
    ],
)
def test_a_row_means_the_file_that_a_person_reads_in_it(
    archive: Archive, file: str, named: str
) -> None:
    """Macs write other letters than are typed, and Windows knows no case."""
    archive.write(file, ENGLISH)
    archive.write("metadata.csv", f"file,date\n{named},2016-10-23\n")

    summary = archive.build()

    assert ("2016-10-23", []) == (archive.article(file).published, summary["notes"])


def test_a_row_that_may_mean_two_files_means_the_one_that_is_called_so(archive: Archive) -> None:
    archive.write("call.txt", ENGLISH)
    archive.write("Call.txt", ROMANIAN)
    archive.write("metadata.csv", "file,date\ncall.txt,2016-10-23\n")

    archive.build()

    assert ("2016-10-23", None) == (
        archive.article("call.txt").published,
        archive.article("Call.txt").published,
    )


def test_metadata_takes_away_what_was_found(archive: Archive) -> None:
    """A date and names that a text gives may be another's."""
    archive.write(
        "a.txt",
        "A call\n\nOctober 23, 2016\n\nVladimir Putin phoned the president of France on Sunday.",
    )
    archive.build()
    before = archive.article("a.txt")
    archive.write("metadata.csv", "file,date,leaders,countries\na.txt,unknown,none,none\n")

    summary = archive.build()

    after = archive.article("a.txt")
    assert ("2016-10-23", True) == (before.published, "vladimir-putin" in before.leaders)
    assert (None, None, (), ()) == (
        after.published,
        after.published_source,
        after.leaders,
        after.countries,
    )
    assert [] == summary["notes"]


@pytest.mark.parametrize("name", ["metadata (1).csv", "metadata - Copy.csv", "old.csv"])
def test_a_copy_of_a_table_about_files_is_named_as_such(archive: Archive, name: str) -> None:
    archive.write("a.txt", ENGLISH)
    archive.write(name, "file,title,date\na.txt,A call,2016-10-23\n")

    summary = archive.build()

    assert ([], ["a.txt"]) == (summary["skipped"], archive.ids())
    assert "metadata.csv" in summary["ignored_files"][0]["reason"]


def test_set_can_take_away_as_well(archive: Archive) -> None:
    archive.write(
        "Call.txt", "A call\n\nOctober 23, 2016\n\nVladimir Putin phoned the president of France."
    )
    archive.write("metadata.csv", "file,outlet\ncall.txt,Island Post\n")
    archive.build()

    correct(archive.index, "Call.txt", {"published": "unknown", "leaders": "none"})
    archive.build()

    article = archive.article("Call.txt")
    assert (None, (), "Island Post") == (article.published, article.leaders, article.outlet)
