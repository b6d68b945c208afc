"""Tables of names: what in a names.csv can't be right, or looks like a slip, is said once."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from zipfile import ZipFile

import pytest

from index.loaders.names_table import is_names_table
from index.name_rows import slug
from index.own_names import below, read_table
from search import names
from tests.index.archive import Archive
from tests.index.own_archive import HEAD, MIRA, three_articles


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return three_articles(tmp_path)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param(
            "vladmir-putin,leader,en,Vladmir Putin,ru,,",
            "did you mean 'vladimir-putin'?",
            id="an id like ours",
        ),
        pytest.param(
            "putin,leader,en,Old Putin,ru,,", "did you mean 'vladimir-putin'?", id="a name as an id"
        ),
        pytest.param(
            "v-putin,leader,en,Vladimir Putin,ru,,", "two share it", id="a name that another has"
        ),
        pytest.param("vladimir-putin,leader,en,Vova,us,,", "speaks for 'ru'", id="another country"),
        pytest.param("ana-may,leader,en,May,gb,,", "is a word too", id="a common word"),
        pytest.param("ana,ruler,en,Ana Pop,ro,,", "kind 'ruler'", id="no such kind"),
        pytest.param("ana,leader,en,Ana Pop,atlantis,,", "no such country", id="no such country"),
        pytest.param("ana,leader,en,Ana Pop,ro,yesterday,", "from 'yesterday'", id="no date"),
        pytest.param("ana,leader,en,,ro,,", "it has no name", id="no name"),
        pytest.param("ana,leader,el,Άννα,gr,,", "script", id="a script without names"),
        pytest.param("ana,leader,en,Ana Pop,ro,2001,2002,2003", "8 cells", id="a cell too many"),
        pytest.param("ana,leader,en,Ana Pop,ro,2023,2019", "later than to 2019", id="ends first"),
        pytest.param("ana,leader,en,Ana Pop,ro,2019-02-31,", "2019-02-31'; exp", id="no such day"),
        pytest.param(
            "ana,leader,en,Ana Pop,ro,Jun-23,", "from 'Jun-23'; exp", id="as Excel has it"
        ),
        pytest.param(
            "ana,leader,en,Ana Pop,ro,01/06/2023,", "from: date '01/06/2023' has two", id="a day?"
        ),
        pytest.param(
            'ana,leader,en,"Pop, Ana",ro,,', "'Pop, Ana' is read as 'Ana Pop'", id="surname first"
        ),
        pytest.param("ana,leader,he,Ana Pop,ro,,", "en is taken", id="another script's language"),
        pytest.param("ana,leader,xx,Ana Pop,ro,,", "lang 'xx' is not", id="no language"),
        pytest.param("ana,leader,ro,ANDRONIC,ro,,", "has capitals only", id="in capitals"),
        pytest.param("a,leader,en,Ana Pop (PAS),ro,,", "is read as 'Ana Pop'", id="brackets"),
        pytest.param("a,leader,en,Ana Pop; Ана Поп,ro,,", "several names; give", id="two names"),
        pytest.param("a,leader,en,Ana Pop / Ана Поп,ro,,", "several names; give", id="by a slash"),
        pytest.param("a,leader,en,The President,ro,,", "is a title", id="a title"),
        pytest.param("a,leader,he,הנשיא,il,,", "is a title", id="a title in Hebrew"),
        pytest.param(
            "a,leader,en,President Ana Pop,ro,,", "'Ana Pop' would do", id="a title before a name"
        ),
        pytest.param("a,leader,en,Mr. Ana Pop,ro,,", "'Ana Pop' would do", id="with a full stop"),
        pytest.param("x,leader,en,X,ro,,", "too short for a name", id="a letter"),
        pytest.param("x,organisation,en,2024,,,", "too short for a name", id="a number"),
        pytest.param(f"x,leader,en,{'Ana ' * 13},ro,,", "at most 12 words", id="a sentence"),
        pytest.param("x,country,en,Union,,,", "names the country otherwise", id="a word's country"),
        pytest.param(
            "alliance,organisation,en,NATO,,,", "a name of 'nato' and of", id="an organisation's"
        ),
        pytest.param(
            "united-nations,organisation,en,United Nations,,,", "mean 'un'?", id="its name as id"
        ),
    ],
)
def test_what_can_not_be_right_is_said(tmp_path: Path, row: str, said: str) -> None:
    path = tmp_path / "names.csv"
    path.write_text(f"{HEAD}{row}\n", encoding="utf-8")

    assert said in " ".join(read_table(path)[1])


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(MIRA, id="ours"),
        pytest.param(f"{HEAD}il,country,en,Israel\nvladimir-putin,leader,ro,Putin\n", id="known"),
        pytest.param(f"{HEAD}ana,Person,rum,Ana Pop,MDA,1.5.2019,-\n", id="as others write it"),
        pytest.param(f"{HEAD}pact,organization,en,River Pact\n", id="with a z"),
        pytest.param(f"{HEAD}mbq,leader,en,MBQ\n", id="initials"),
        pytest.param(
            f"{HEAD}rock,country,en,Rockland\nana,leader,en,Ana Pop,rock\n"
            "bea,leader,en,Bea Ion,Rockland\n",
            id="a country of its own",
        ),
        pytest.param(f"{HEAD}ana,leader,en,Ana Pop,un\nbea,leader,en,Bea Ion,UN\n", id="led"),
    ],
)
def test_what_is_right_needs_no_word(tmp_path: Path, rows: str) -> None:
    path = tmp_path / "names.csv"
    path.write_text(rows, encoding="utf-8")

    assert [] == read_table(path)[1]


SEMICOLONS = MIRA.replace(",", ";")


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(MIRA.replace("\n", "\r").encode(), id="lines of an old Mac"),
        pytest.param(f"\n\n{MIRA}".encode(), id="empty lines above"),
        pytest.param(f"# my people\n{MIRA}".encode(), id="a remark above"),
        pytest.param(f"Names;;;;;;\n;;;;;;\n{SEMICOLONS}".encode(), id="a heading above"),
        pytest.param(f"sep=;\r\n{SEMICOLONS}".encode("utf-16"), id="as Excel saves it"),
        pytest.param(b"\xef\xbb\xbf" + SEMICOLONS.encode(), id="as LibreOffice saves it"),
        pytest.param(MIRA.replace("\n", ",,,\n").encode(), id="empty columns behind"),
        pytest.param(MIRA.replace("\n", "\n,,,,,,\n").encode(), id="empty rows"),
    ],
)
def test_a_table_is_read_however_a_spreadsheet_saved_it(archive: Archive, written: bytes) -> None:
    archive.folder.joinpath("names.csv").write_bytes(written)

    assert [] == [note for note in archive.build()["notes"] if "read as" not in note["note"]]
    assert {"mira-olteanu", "vladimir-putin"} == set(archive.article("ro.txt").leaders)
    assert "mira-olteanu" in archive.article("he.txt").leaders


def test_an_old_encoding_is_said(archive: Archive) -> None:
    """Whoever sees other letters than their own on the page knows why."""
    archive.folder.joinpath("names.csv").write_bytes(MIRA.encode("cp1255"))

    (note,) = archive.build()["notes"]

    assert "read as windows-1255" == note["note"]
    assert "mira-olteanu" in archive.article("he.txt").leaders


@pytest.mark.parametrize(
    ("above", "number"),
    [("", 3), ("\n", 4), ("Names,,\n,,\n", 5), ("sep=,\n", 3)],
    ids=["first", "an empty line", "a heading", "Excel's first line"],
)
def test_a_row_is_named_by_its_number_in_the_spreadsheet(
    tmp_path: Path, above: str, number: int
) -> None:
    path = tmp_path / "names.csv"
    path.write_text(f"{above}{HEAD}\nana,ruler,en,Ana Pop\n", encoding="utf-8")

    (said,) = read_table(path)[1]

    assert said.startswith(f"row {number} is left out: kind 'ruler'")


def test_a_quotation_mark_without_its_pair_is_said_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text(f'{MIRA}ana,leader,en,"Ana Pop\nbea,leader,en,Bea Ion\n', encoding="utf-8")

    rows, (said,) = read_table(path)

    assert 2 == len(rows)
    assert said.startswith("row 4 is left out")
    assert "a quotation mark may lack its pair" in said


def test_many_names_are_compared_with_few_ids(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten thousand names were each compared with every leader: twenty seconds of a run."""
    compared: list[int] = []

    def compare(_word: str, ids: list[str], *_: object) -> list[str]:
        compared.append(len(ids))
        return []

    monkeypatch.setattr("index.own_names.get_close_matches", compare)
    path = tmp_path / "names.csv"
    rows = (f"{chr(97 + n % 26)}{n}on-pop{n},leader,en,Ion Pop{n}\n" for n in range(200))
    path.write_text(HEAD + "".join(rows), encoding="utf-8")

    read_table(path)

    assert 200 == len(compared)
    assert max(compared) < len(names.reviewed_people()) / 10


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_id_made_of_a_name_is_one_for_all_its_spellings(form: str) -> None:
    """Half of an archive writes no diacritics, and it is the same person."""
    assert "stefan-bratescu" == slug("STEFAN BRATESCU")
    assert "stefan-bratescu" == slug(unicodedata.normalize(form, "Ștefan Brătescu"))  # type: ignore[arg-type]
    assert "מירה-אולטיאנו" == slug("מִירָה אוֹלְטֵיאָנוּ")


@pytest.mark.parametrize("name", ["Names.csv", "my-names.csv", "names (1).tsv"])
def test_a_table_of_names_that_is_called_otherwise_is_named_as_one(
    archive: Archive, name: str
) -> None:
    archive.write(name, MIRA)

    (ignored,) = archive.build()["ignored_files"]

    assert (
        "a table of names; it counts as a file of its own that is called names.csv"
        == (ignored["reason"])
    )


def test_a_table_of_names_in_an_archive_is_named_as_one(archive: Archive) -> None:
    with ZipFile(archive.folder / "a.zip", "w") as packed:
        packed.writestr("names.csv", MIRA)

    (ignored,) = archive.build()["ignored_files"]

    assert ignored["path"].endswith("a.zip/names.csv")
    assert "a file of its own that is called names.csv" in ignored["reason"]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        pytest.param("kind,name,notes", "and this one has 'notes'", id="that says nothing"),
        pytest.param("kind,name,title", "has no column 'title'", id="that makes an article"),
    ],
)
def test_a_column_that_names_have_not_is_named(archive: Archive, columns: str, said: str) -> None:
    """Else all people of a table would go with one column, and nobody knew why."""
    archive.write("names.csv", f"{columns}\nleader,Mira Olteanu,President of Moldova\n")

    report = archive.build()

    assert said in str([*report["ignored_files"], *report["notes"]])


def test_two_files_that_clash_are_said_once(archive: Archive) -> None:
    """Each is right by itself, and the one that is read first wins."""
    archive.write("a/names.csv", f"{HEAD}mira,leader,ro,Mira Olteanu,md,,\n")
    archive.write("b/names.csv", f"{HEAD}olteanu-mira,leader,ro,Mira Olteanu,ro,,\n")
    said = "'Mira Olteanu' is a name of 'mira' and of 'olteanu-mira': two share it"

    notes = archive.build()["notes"]

    assert [said] == [one["note"] for one in notes]
    assert [] == archive.build()["notes"]


def test_a_table_that_was_always_empty_is_nothing(archive: Archive) -> None:
    archive.write("names.csv", "\n\n")

    report = archive.build()

    assert ([], []) == (report["notes"], report["skipped"])
    assert () == below([archive.folder])


def test_a_table_of_names_is_no_article(archive: Archive) -> None:
    archive.write("names.csv", MIRA)

    assert (3, 0, 0, 0) == archive.counts()


def test_a_names_csv_with_other_columns_is_a_table_of_articles(archive: Archive) -> None:
    archive.write("names.csv", "title,text\nCall,They spoke by telephone for an hour.\n")

    assert (4, 0, 0, 0) == archive.counts()


def test_a_pipe_is_no_table(tmp_path: Path) -> None:
    """Whoever reads from one waits for ever."""
    path = tmp_path / "names.csv"
    os.mkfifo(path)
    pipe = os.open(path, os.O_RDWR | os.O_NONBLOCK)
    os.write(pipe, MIRA.encode())  # so that a reader of ours would not wait here

    assert not is_names_table(str(path))
    os.close(pipe)


def test_a_table_has_so_many_names_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them are in memory wherever the archive is searched."""
    monkeypatch.setattr("index.own_names.MOST_ROWS", 2)
    path = tmp_path / "names.csv"
    path.write_text(f"{MIRA}ana,leader,en,Ana Pop\n", encoding="utf-8")

    rows, (said,) = read_table(path)

    assert (2, "what is behind its first 2 rows is left out") == (len(rows), said)


def test_a_table_that_was_never_read_keeps_no_names(archive: Archive) -> None:
    archive.folder.joinpath("names.csv").write_bytes(HEAD.encode() + bytes(range(128, 256)) * 50)

    (note,) = archive.build()["notes"]

    assert "its encoding can't be told; save it as UTF-8" == note["note"]
