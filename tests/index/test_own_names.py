"""Own names: what a names.csv in an indexed folder adds to the names that everybody has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import kept_names
from index.archive import in_use
from index.engines import open_engine
from index.inspection import check
from index.own_names import below, read_table
from index.review import review
from index.reviewed import ReviewedArticle
from search.entities.gazetteer import gazetteer
from search.model.response import Search
from search.names import own
from search.service.searcher import Searcher
from tests.index.archive import Archive

HEAD = "id,kind,lang,name,country,from,to\n"
MIRA = f"{HEAD}mira-olteanu,leader,ro,Mira Olteanu,md,2019,2023\nmira-olteanu,leader,he,מירה אולטיאנו\n"
SPOKE = "Mira Olteanu a vorbit la telefon cu Vladimir Putin, a anunțat Kremlinul."
HEBREW = "מירה אולטיאנו נפגשה עם נשיא רוסיה ולדימיר פוטין במוסקבה."
PLAIN = "The harvest was good, and nobody spoke of it on Sunday."


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    archive.write("ro.txt", SPOKE)
    archive.write("he.txt", HEBREW)
    archive.write("plain.txt", PLAIN)
    return archive


@pytest.fixture(autouse=True)
def nobody_of_ones_own() -> Iterator[None]:
    """What other tests know is nothing to these, nor the other way round."""
    with own.used(own.NONE):
        yield


def searcher(archive: Archive) -> Searcher:
    return Searcher(open_engine(archive.index), gazetteer())


def found(archive: Archive, query: str = "", **filters: tuple[str, ...]) -> list[str]:
    answer = searcher(archive).search(Search(query=query, filters=filters))
    return sorted(hit.article.article_id for hit in answer.hits)


def leaders(archive: Archive, article_id: str) -> set[str]:
    return set(archive.article(article_id).leaders)


def test_a_person_of_ones_own_is_tagged_with_the_country_of_a_contact(archive: Archive) -> None:
    archive.write("names.csv", MIRA)

    archive.build()

    article = archive.article("ro.txt")
    assert {"mira-olteanu", "vladimir-putin"} == set(article.leaders)
    assert {"md", "ru"} <= set(article.countries)
    assert ["call"] == [contact.kind for contact in article.contacts]


@pytest.mark.parametrize(
    "spelling", ["mira-olteanu", "Mira Olteanu", "מירה אולטיאנו", "olteanu mira"]
)
def test_a_filter_takes_any_spelling(archive: Archive, spelling: str) -> None:
    archive.write("names.csv", MIRA)
    archive.build()

    expected = [] if spelling == "olteanu mira" else ["he.txt", "ro.txt"]
    assert expected == found(archive, leader=(spelling,))


def test_a_name_is_found_across_scripts(archive: Archive) -> None:
    archive.write("names.csv", MIRA)
    archive.build()

    assert ["he.txt", "ro.txt"] == found(archive, "Mira Olteanu")
    assert ["ro.txt"] == found(archive, '="Mira Olteanu"')


def test_the_label_of_a_facet_is_the_name_in_the_readers_language(archive: Archive) -> None:
    archive.write("names.csv", MIRA)
    archive.build()

    facets = searcher(archive).facet(Search(interface="he"), "leader").values
    assert "מירה אולטיאנו" in {value.label for value in facets}
    facets = searcher(archive).facet(Search(interface="en"), "leader").values
    assert "Mira Olteanu" in {value.label for value in facets}


def test_a_label_that_was_shown_follows_the_names(archive: Archive) -> None:
    """Labels are remembered from page to page, and must not outlast the names that they are of."""
    archive.write("names.csv", MIRA)
    archive.build()
    searching = searcher(archive)
    searching.search(Search())
    before = searching.label("leader", "mira-olteanu", "ro")

    archive.write("names.csv", MIRA.replace("Mira Olteanu", "Miruna Olteanu"))
    archive.build()
    searching.search(Search())

    assert ("Mira Olteanu", "Miruna Olteanu") == (
        before,
        searching.label("leader", "mira-olteanu", "ro"),
    )


def test_a_table_of_names_is_no_article(archive: Archive) -> None:
    archive.write("names.csv", MIRA)

    assert (3, 0, 0, 0) == archive.counts()


def test_a_names_csv_with_other_columns_is_a_table_of_articles(archive: Archive) -> None:
    archive.write("names.csv", "title,text\nCall,They spoke by telephone for an hour.\n")

    assert (4, 0, 0, 0) == archive.counts()


def test_tabs_part_the_cells_of_a_tsv(archive: Archive) -> None:
    archive.write("deep/names.tsv", MIRA.replace(",", "\t"))
    archive.build()

    assert "mira-olteanu" in leaders(archive, "ro.txt")


def test_only_articles_with_a_changed_name_are_tagged_anew(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.build()
    archive.write("names.csv", MIRA)
    tagged: list[str] = []
    monkeypatch.setattr(
        "index.update.run.Run._tag_again", lambda _, article_ids: tagged.extend(article_ids)
    )

    archive.build()

    assert ["he.txt", "ro.txt"] == tagged


def test_names_that_come_and_go_are_as_if_they_had_always_been_so(archive: Archive) -> None:
    archive.build()
    sheet = archive.write("names.csv", MIRA)
    archive.build()
    assert "mira-olteanu" in leaders(archive, "he.txt")

    sheet.unlink()
    archive.build()

    assert {"vladimir-putin"} == leaders(archive, "he.txt")
    assert not (in_use(archive.index).folder / kept_names.NAMES_FILE).exists()


def test_a_second_run_changes_nothing(archive: Archive) -> None:
    archive.write("names.csv", MIRA)
    archive.build()
    revision = open_engine(archive.index).revision()

    assert (0, 3, 0, 0) == archive.counts()
    assert revision == open_engine(archive.index).revision()


def test_a_whole_new_index_knows_the_names_too(archive: Archive) -> None:
    archive.write("names.csv", MIRA)
    archive.build()

    archive.build(mode="full")

    assert "mira-olteanu" in leaders(archive, "ro.txt")
    assert ["he.txt", "ro.txt"] == found(archive, "Mira Olteanu")


def test_workers_know_the_names(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.update.parallel.MANY_BYTES", 1)
    archive.write("names.csv", MIRA)

    archive.build()

    assert "mira-olteanu" in leaders(archive, "ro.txt")


def test_an_article_named_by_metadata_follows_its_names(archive: Archive) -> None:
    archive.write("metadata.csv", "file,leaders\nplain.txt,מירה אולטיאנו\n")
    archive.build()
    assert {"מירה-אולטיאנו"} == leaders(archive, "plain.txt")
    sheet = archive.write("names.csv", MIRA)

    archive.build()
    assert {"mira-olteanu"} == leaders(archive, "plain.txt")

    sheet.unlink()
    archive.build()
    assert {"מירה-אולטיאנו"} == leaders(archive, "plain.txt")


def test_an_unknown_leader_is_a_person_under_the_label_as_written(archive: Archive) -> None:
    archive.write("metadata.csv", "file,leaders\nplain.txt,Áine O'Mira\n")
    notes = archive.build()["notes"]

    assert ["plain.txt"] == found(archive, leader=("Áine O'Mira",))
    assert ["plain.txt"] == found(archive, leader=("aine omira",))
    labels = {one.label for one in searcher(archive).facet(Search(), "leader").values}
    assert "Áine O'Mira" in labels
    assert 1 == sum("Áine O'Mira" in one["note"] for one in notes)


def test_an_unknown_leader_is_said_once(archive: Archive) -> None:
    archive.write("metadata.csv", "file,leaders\nplain.txt,Aine Omira\n")
    archive.build()

    archive.write("plain.txt", PLAIN + " It rained.")

    assert [] == archive.build()["notes"]


def test_index_asks_whether_a_known_leader_was_meant(archive: Archive) -> None:
    archive.write("metadata.csv", "file,leaders\nplain.txt,Vladmir Putin\n")

    (note,) = archive.build()["notes"]

    assert "did you mean 'vladimir-putin'?" in note["note"]


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
    ],
)
def test_what_can_not_be_right_is_said(tmp_path: Path, row: str, said: str) -> None:
    path = tmp_path / "names.csv"
    path.write_text(f"{HEAD}{row}\n", encoding="utf-8")

    assert said in " ".join(read_table(path)[1])


def test_what_is_right_needs_no_word(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text(MIRA, encoding="utf-8")

    assert [] == read_table(path)[1]


def test_a_common_word_is_nobody_alone(archive: Archive) -> None:
    archive.write(
        "names.csv", f"{HEAD}ana-harvest,leader,en,Ana Harvest\nana-harvest,leader,en,Harvest\n"
    )
    archive.write("whole.txt", "Ana Harvest spoke. Harvest left at noon, and nobody followed her.")
    archive.build()

    assert set() == leaders(archive, "plain.txt")
    assert {"ana-harvest"} == leaders(archive, "whole.txt")


def test_a_term_tells_two_of_one_surname_apart(archive: Archive) -> None:
    rows = "ana-brestov,leader,en,Brestov,,2001,2005\nion-brestov,leader,en,Brestov,,2010,2015\n"
    archive.write(
        "names.csv",
        HEAD + "ana-brestov,leader,en,Ana Brestov\nion-brestov,leader,en,Ion Brestov\n" + rows,
    )
    archive.write(
        "2012-05-06-old.txt", "President Brestov said that the talks had gone well enough."
    )
    archive.build()

    assert {"ion-brestov"} == leaders(archive, "2012-05-06-old.txt")


def test_a_country_and_an_organisation_of_ones_own(archive: Archive) -> None:
    archive.write(
        "names.csv",
        f"{HEAD}abkhazia-republic,country,en,Abkhazia Republic\nil,country,en,Zion Land\n"
        "river-pact,organisation,en,River Pact\nriver-pact,organisation,he,ברית הנהר\n",
    )
    archive.write("c.txt", "Delegates of Abkhazia Republic and Zion Land came to the River Pact.")
    archive.write("d.txt", "הנציגים של ברית הנהר הגיעו אתמול לעיר ודיברו שעה ארוכה.")
    archive.build()

    assert {"abkhazia-republic", "il"} == set(archive.article("c.txt").countries)
    assert ["c.txt", "d.txt"] == found(archive, "River Pact")


def test_names_of_one_archive_are_none_of_another(archive: Archive, tmp_path: Path) -> None:
    archive.write("names.csv", MIRA)
    archive.build()
    (tmp_path / "other").mkdir()
    other = Archive(tmp_path / "other")
    other.write("ro.txt", SPOKE)
    other.build()

    both = searcher(archive), searcher(other)
    totals = [one.search(Search(query="Mira Olteanu")).total for one in (*both, *both)]

    assert [2, 1, 2, 1] == totals
    assert {"vladimir-putin"} == leaders(other, "ro.txt")


def test_a_run_leaves_no_names_behind(archive: Archive) -> None:
    archive.write("names.csv", MIRA)
    archive.build()

    assert own.NONE == own.current()


def test_damaged_names_are_found_and_made_good(archive: Archive) -> None:
    archive.write("names.csv", MIRA)
    archive.build()
    path = in_use(archive.index).folder / kept_names.NAMES_FILE
    path.write_bytes(path.read_bytes().replace(b"Mira", b"Mara"))
    assert () != check(archive.index).problems

    archive.build()

    assert () == check(archive.index).problems
    assert "mira-olteanu" in leaders(archive, "ro.txt")


def test_a_table_that_can_not_be_read_keeps_its_names(archive: Archive) -> None:
    sheet = archive.write("names.csv", MIRA)
    archive.build()
    archive.write("new.txt", SPOKE.replace("Kremlinul", "presa"))
    sheet.write_bytes(HEAD.encode() + b"\xff\x00\xd8" * 1000)

    archive.build()

    assert check(archive.index).problems == ()


def test_a_table_that_was_emptied_keeps_its_names_and_says_how_they_go(archive: Archive) -> None:
    """A program that was stopped while it saved leaves such a file, and it is no article."""
    archive.write("names.csv", MIRA)
    archive.build()
    archive.write("names.csv", "")

    report = archive.build()

    assert "mira-olteanu" in leaders(archive, "ro.txt")
    (note,) = report["notes"]
    assert "it is empty; the 2 names that it had are kept until it is deleted" in note["note"]
    assert [] == report["skipped"]

    archive.write("names.csv", HEAD)
    assert [] == archive.build()["notes"]
    assert "mira-olteanu" not in leaders(archive, "ro.txt")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(MIRA, "the 2 names that it had are kept until", id="two"),
        pytest.param(
            HEAD + MIRA.splitlines()[1] + "\n", "the name that it had is kept until", id="one"
        ),
    ],
)
def test_the_names_that_a_file_keeps_are_counted(
    archive: Archive, rows: str, expected: str
) -> None:
    """A reader who left one row is told of one."""
    archive.write("names.csv", rows)
    archive.build()
    archive.write("names.csv", "")

    (note,) = archive.build()["notes"]

    assert expected in note["note"]


def test_a_table_that_was_always_empty_is_nothing(archive: Archive) -> None:
    archive.write("names.csv", "\n\n")

    report = archive.build()

    assert ([], []) == (report["notes"], report["skipped"])
    assert () == below([archive.folder])


def test_an_unknown_leader_of_a_contact_is_said_too(archive: Archive) -> None:
    archive.write("metadata.csv", 'file,contacts\nplain.txt,"call: Aine Omira, Vladmir Putin"\n')

    notes = [one["note"] for one in archive.build()["notes"]]

    assert 2 == len(notes)
    assert "no leader is known as 'Aine Omira'" in notes[0]
    assert "did you mean 'vladimir-putin'?" in notes[1]
    assert ["plain.txt"] == found(archive, leader=("Aine Omira",))


def test_a_folder_that_is_not_mounted_keeps_its_names(archive: Archive) -> None:
    """Like its articles, which an empty folder does not take out."""
    archive.write("names.csv", MIRA)
    archive.build()
    for file in archive.folder.iterdir():
        file.unlink()

    archive.build()
    assert "mira-olteanu" in leaders(archive, "ro.txt")

    archive.build(deletes=True)
    assert not (in_use(archive.index).folder / kept_names.NAMES_FILE).exists()


def test_tags_know_the_names_without_an_index(archive: Archive) -> None:
    archive.write("names.csv", MIRA)

    shown = {
        one.article_id: one for one in review([archive.folder]) if isinstance(one, ReviewedArticle)
    }

    assert "mira-olteanu" in {value.id for value in shown["ro.txt"].leaders}


def test_a_single_file_has_the_names_beside_it(archive: Archive) -> None:
    archive.write("names.csv", MIRA)

    archive.build(archive.folder / "ro.txt")

    assert "mira-olteanu" in leaders(archive, "ro.txt")


def test_two_files_that_clash_are_said_once(archive: Archive) -> None:
    """Each is right by itself, and the one that is read first wins."""
    archive.write("a/names.csv", f"{HEAD}mira,leader,ro,Mira Olteanu,md,,\n")
    archive.write("b/names.csv", f"{HEAD}olteanu-mira,leader,ro,Mira Olteanu,ro,,\n")
    said = "'Mira Olteanu' is a name of 'mira' and of 'olteanu-mira': two share it"

    notes = archive.build()["notes"]

    assert [said] == [one["note"] for one in notes]
    assert [] == archive.build()["notes"]
