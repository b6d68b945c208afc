"""Own names: what a names.csv in an indexed folder adds to the names that everybody has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from index.cli import app
from index.review import review
from index.reviewed import ReviewedArticle
from search.model.response import Search
from search.names import own
from tests.index.archive import Archive
from tests.index.own_archive import (
    HEAD,
    MIRA,
    SPOKE,
    found,
    leaders,
    searcher,
    three_articles,
)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return three_articles(tmp_path)


@pytest.fixture(autouse=True, scope="module")
def nobody_of_ones_own() -> Iterator[None]:
    """What other tests know is nothing to these, nor the other way round."""
    with own.used(own.NONE):
        yield


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The archive with its names, indexed; nothing changes it."""
    archive = three_articles(tmp_path_factory.mktemp("named"))
    archive.write("names.csv", MIRA)
    archive.build()
    return archive


def test_a_person_of_ones_own_is_tagged_with_the_country_of_a_contact(named: Archive) -> None:
    article = named.article("ro.txt")

    assert {"mira-olteanu", "vladimir-putin"} == set(article.leaders)
    assert {"md", "ru"} <= set(article.countries)
    assert ["call"] == [contact.kind for contact in article.contacts]


@pytest.mark.parametrize(
    "spelling", ["mira-olteanu", "Mira Olteanu", "מירה אולטיאנו", "olteanu mira"]
)
def test_a_filter_takes_any_spelling(named: Archive, spelling: str) -> None:
    expected = [] if spelling == "olteanu mira" else ["he.txt", "ro.txt"]
    assert expected == found(named, leader=(spelling,))


def test_a_name_is_found_across_scripts(named: Archive) -> None:
    assert ["he.txt", "ro.txt"] == found(named, "Mira Olteanu")
    assert ["ro.txt"] == found(named, '="Mira Olteanu"')


def test_the_label_of_a_facet_is_the_name_in_the_readers_language(named: Archive) -> None:
    facets = searcher(named).facet(Search(interface="he"), "leader").values
    assert "מירה אולטיאנו" in {value.label for value in facets}
    facets = searcher(named).facet(Search(interface="en"), "leader").values
    assert "Mira Olteanu" in {value.label for value in facets}


def test_tabs_part_the_cells_of_a_tsv(archive: Archive) -> None:
    archive.write("deep/names.tsv", MIRA.replace(",", "\t"))
    archive.build()

    assert "mira-olteanu" in leaders(archive, "ro.txt")


def test_workers_know_the_names(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.update.parallel.MANY_BYTES", 1)
    archive.write("names.csv", MIRA)

    archive.build()

    assert "mira-olteanu" in leaders(archive, "ro.txt")


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


def test_names_of_one_archive_are_none_of_another(named: Archive, tmp_path: Path) -> None:
    other = Archive(tmp_path)
    other.write("ro.txt", SPOKE)
    other.build()

    both = searcher(named), searcher(other)
    totals = [one.search(Search(query="Mira Olteanu")).total for one in (*both, *both)]

    assert [2, 1, 2, 1] == totals
    assert {"vladimir-putin"} == leaders(other, "ro.txt")


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


def test_a_country_of_ones_own_comes_with_its_leader(archive: Archive) -> None:
    archive.write(
        "names.csv",
        f"{HEAD}northern-land,country,en,Northern Land\nana-pop,leader,en,Ana Pop,northern-land\n",
    )
    archive.write("c.txt", "Ana Pop spoke by phone with Vladimir Putin on Friday.")
    archive.build()

    assert {"northern-land", "ru"} == set(archive.article("c.txt").countries)
    assert ["c.txt"] == found(archive, country=("Northern Land",))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("MIRA OLTEANU", "Mira Olteanu met Vladimir Putin.", id="in capitals"),
        pytest.param("Mira OLTEANU", "Mira Olteanu met Vladimir Putin.", id="her surname"),
        pytest.param("mira olteanu", "Mira Olteanu met Vladimir Putin.", id="in small letters"),
        pytest.param("MIRA_OLTEANU_", "Mira Olteanu met Vladimir Putin.", id="as dictionaries do"),
        pytest.param('"Olteanu, Mira"', "Mira Olteanu met Vladimir Putin.", id="surname first"),
        pytest.param("M. R. Olteanu", "M.R. Olteanu met Vladimir Putin.", id="initials joined"),
        pytest.param("M. R. Olteanu", "MR Olteanu met Vladimir Putin.", id="initials without dots"),
        pytest.param("M.R. Olteanu", "M. R. Olteanu met Vladimir Putin.", id="initials apart"),
    ],
)
def test_a_name_is_found_as_articles_write_it(archive: Archive, name: str, text: str) -> None:
    """Lists have names in capitals, in the order of a catalogue, and with any initials."""
    archive.write("names.csv", f"{HEAD}mira,leader,en,{name},md,,\n")
    archive.write("c.txt", text)
    archive.build()

    assert {"mira", "vladimir-putin"} == leaders(archive, "c.txt")


def test_who_is_named_beside_a_comma_is_nobody_else(archive: Archive) -> None:
    archive.write("names.csv", f'{HEAD}ana-pop,leader,en,"Pop, Ana",md,,\n')
    archive.write("c.txt", "They welcomed Mihai Pop, Ana Blandiana and Vladimir Putin.")
    archive.build()

    assert {"vladimir-putin"} == leaders(archive, "c.txt")


def test_a_name_of_ours_that_is_added_again_means_what_it_meant(archive: Archive) -> None:
    """Israel is in every dictionary, and no common word for that."""
    archive.write("names.csv", f"{HEAD}il,country,en,Israel\nvladimir-putin,leader,ro,Putin\n")
    archive.write("c.txt", "Putin spoke in Israel.")
    archive.build()

    assert ({"vladimir-putin"}, {"il"}) == (
        leaders(archive, "c.txt"),
        set(archive.article("c.txt").countries),
    )


def test_a_word_that_is_called_a_country_is_none_by_itself(archive: Archive) -> None:
    archive.write("names.csv", f"{HEAD}union,country,en,Union\nunion,country,en,Northern Union\n")
    archive.write("c.txt", "The Union of teachers met.")
    archive.write("d.txt", "The Northern Union met; the Union agreed.")
    archive.build()

    assert () == archive.article("c.txt").countries
    assert ("union",) == archive.article("d.txt").countries


def test_all_names_of_an_organisation_of_ones_own_find_each_other(archive: Archive) -> None:
    archive.write(
        "names.csv",
        f"{HEAD}pact,organisation,en,River Pact\npact,organisation,en,Pact of the Danube\n"
        "pact,organisation,en,Danube Charter\n",
    )
    for number, name in enumerate(("River Pact", "Pact of the Danube", "Danube Charter")):
        archive.write(f"{number}.txt", f"The {name} was signed.")
    archive.build()

    for name in ("River Pact", "Pact of the Danube", "Danube Charter"):
        assert ["0.txt", "1.txt", "2.txt"] == found(archive, name)


@pytest.mark.parametrize("part", ["part", "part/c.txt"])
def test_tags_of_a_part_know_what_stands_above_it(archive: Archive, part: str) -> None:
    """The index does, and `tags` says what indexing would find."""
    archive.write("names.csv", MIRA)
    archive.write("metadata.csv", "file,published\npart/c.txt,2016-10-23\n")
    archive.write("part/c.txt", SPOKE)
    archive.build()
    given = ["tags", str(archive.folder / part), "--index", str(archive.index)]

    result = CliRunner().invoke(app, given)

    assert "published: 2016-10-23 (metadata)" in result.stdout
    assert "leaders: mira-olteanu (Mira Olteanu); vladimir-putin" in result.stdout


def test_tags_of_another_folder_know_nobody_of_this_archive(
    archive: Archive, tmp_path: Path
) -> None:
    archive.write("names.csv", MIRA)
    archive.build()
    other = tmp_path / "other"
    other.mkdir()
    other.joinpath("c.txt").write_text(SPOKE, encoding="utf-8")

    result = CliRunner().invoke(app, ["tags", str(other), "--index", str(archive.index)])

    assert (0, True) == (result.exit_code, "leaders: vladimir-putin" in result.stdout)


@pytest.mark.parametrize("name", ["2021-05-06-a.txt", "a.txt"], ids=["dated", "undated"])
def test_a_common_word_is_a_surname_behind_a_title(archive: Archive, name: str) -> None:
    """Which office it was nobody said, so any title is hers, unless another has the surname."""
    rows = "ana-rose,leader,en,Ana Rose,md,2019,\nana-rose,leader,en,Rose\n"
    archive.write("names.csv", HEAD + rows + "ana-may,leader,en,Ana May\nana-may,leader,en,May\n")
    archive.write(name, "Prime Minister Rose spoke of a rose; Prime Minister May did not.")
    archive.build()

    assert {"ana-rose"} == leaders(archive, name) - {"theresa-may"}
