"""Boilerplate: what is kept out of the index, and what never may be."""

from __future__ import annotations

import csv
import json
import os
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import extract
from index.extract import boilerplate

PROSE = {
    "en": "The two presidents spoke on Monday about grain, and they agreed to meet again before the end of this year.",
    "he": "שני הנשיאים שוחחו ביום שני בטלפון על התבואה ועל הנמלים, וסיכמו להיפגש שוב לפני סוף השנה הנוכחית בבירה.",
    "ro": "Cei doi președinți au vorbit luni la telefon despre grâne și despre porturi și se vor întâlni anul acesta.",
}


def out(text: str) -> list[str]:
    """What is kept out of a text."""
    return [text[start:end] for start, end in boilerplate.spans(text)]


@pytest.mark.parametrize(
    ("lang", "tail"),
    [
        pytest.param("en", "Related Articles\n\nBack to top button", id="headings of nothing"),
        pytest.param(
            "en",
            "Related Content\n\nA guard drives past two others\nFebruary 22, 2018\nTeam starts its tour",
            id="headlines",
        ),
        pytest.param("en", "Weather\n  • 10 - 22\n    Harbour\n  • 9 - 16", id="weather"),
        pytest.param("en", "Tags: grain, ports", id="tags"),
        pytest.param("en", ")", id="a lone bracket"),
        pytest.param("en", "* * *", id="asterisks"),
        pytest.param("ro", "Citește și:\nUn alt titlu\nÎncă un titlu", id="Romanian headlines"),
        pytest.param("ro", "Citeşte şi", id="Romanian with cedillas"),
        pytest.param("ro", "CITESTE SI", id="Romanian without accents"),
        pytest.param("ro", "Editor : A.B.C.", id="an editor's letters"),
        pytest.param("he", "עוד בנושא\nכותרת אחרת\nעוד כותרת", id="Hebrew headlines"),
        pytest.param("he", "12 תגובות", id="Hebrew comments"),
    ],
)
def test_a_tail_is_kept_out_whole(lang: str, tail: str) -> None:
    """Names in the headlines of other stories would make this article a hit."""
    assert [tail] == out(f"{PROSE[lang]}\n\n{tail}")


@pytest.mark.parametrize(
    ("lang", "prompt"),
    [
        pytest.param("en", "2 minute read.", id="reading time"),
        pytest.param("en", "Quick Reads\nView All", id="two prompts"),
        pytest.param("en", "Be the first to know - Join our page.", id="an invitation"),
        pytest.param("en", "Read more: Grain and ports of two lands", id="a link to another story"),
        pytest.param("en", "ADVERTISEMENT", id="capitals"),
        pytest.param("ro", "Citește și: Grâne și porturi", id="Romanian link"),
        pytest.param("ro", "PUBLICITATE", id="Romanian advertisement"),
        pytest.param("he", "קראו גם: תבואה ונמלים", id="Hebrew link"),
        pytest.param("he", "זמן קריאה: 3 דקות", id="Hebrew reading time"),
    ],
)
def test_a_prompt_between_paragraphs_is_kept_out_alone(lang: str, prompt: str) -> None:
    assert [prompt] == out(f"{PROSE[lang]}\n{prompt}\n{PROSE[lang]}")


def test_of_a_glued_prompt_only_its_words_are_kept_out() -> None:
    """Pages copied as text lose the gap between a button and the next paragraph."""
    assert ["Quick Reads\nView All"] == out(f"{PROSE['en']}\nQuick Reads\nView All{PROSE['en']}")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"{PROSE['en']}\n\nRelated to grain, they said, is everything.\n\n{PROSE['en']}",
            id="a word of prose",
        ),
        pytest.param(
            f"{PROSE['en']}\n\nWeather\n\n{PROSE['en']}", id="a heading within the article"
        ),
        pytest.param(
            "It rose to three dollars a\nshare.\nMore was not\nsaid.", id="a wrapped last word"
        ),
        pytest.param("Editor-in-chief Ana Pop left the paper.", id="a hyphen is no dash"),
        pytest.param("View Allied ships from the port.", id="a prompt's letters within a word"),
        pytest.param(
            "Other stories\nOne headline\nAnother headline", id="no article before the heading"
        ),
        pytest.param(f"{PROSE['en']}\n\nPhoto: Ana Pop", id="a credit"),
        pytest.param(f"{PROSE['en']}\n\n2024", id="a figure"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_may_be_the_articles_stays(text: str) -> None:
    """A lost paragraph is worse than a prompt that is found."""
    assert [] == out(text)


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *PROSE.values(),
                "Related Articles",
                "View All",
                "Read more: one",
                "",
                ")",
                "A headline",
                "עוד בנושא",
            ]
        ),
        st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40),
    ),
    max_size=12,
)


@given(lines=LINES)
def test_spans_are_ordered_whole_and_never_prose(lines: list[str]) -> None:
    text = "\n".join(lines)
    spans = boilerplate.spans(text)
    edges = [edge for span in spans for edge in span]

    assert sorted(set(edges)) == edges
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert all(
        paragraph not in text[start:end] for start, end in spans for paragraph in PROSE.values()
    )


def test_the_table_is_sorted_and_every_row_has_a_kind_and_a_source() -> None:
    text = resources.files("index.extract").joinpath("boilerplate.tsv").read_text(encoding="utf-8")
    lines = text.splitlines()[1:]
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))

    assert sorted(set(lines)) == lines
    assert {"tail", "prompt", "label", "opening"} == {row["kind"] for row in rows}
    assert all(row["source"] for row in rows)


def test_no_phrase_is_so_short_that_it_opens_every_line() -> None:
    """Marks and figures are taken off before comparing: little may remain of a phrase."""
    text = resources.files("index.extract").joinpath("boilerplate.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    short = [
        row["phrase"]
        for row in rows
        if row["kind"] == "opening" and len(boilerplate._normal(row["phrase"])) < 6
    ]

    assert [] == short


def test_every_phrase_is_found_by_its_first_word() -> None:
    """Lines are not looked at further whose first word begins none."""
    text = resources.files("index.extract").joinpath("boilerplate.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    ends = {"prompt": "", "label": ": grain", "opening": " grain"}
    lines = [f"– {row['phrase'].upper()}{ends[row['kind']]}" for row in rows if row["kind"] in ends]

    assert [] == [line for line in lines if not boilerplate.is_prompt(line)]


def test_the_fingerprint_is_of_the_version_and_the_tables() -> None:
    """Another fingerprint makes every text be read again."""
    version, digest = extract.fingerprint().split(":")

    assert (str(extract.EXTRACT_VERSION), 16) == (version, len(digest))


def test_articles_of_others_lose_little() -> None:
    """Clean corpora have hardly any boilerplate.

    What is taken out of them should be next to nothing.
    """
    folder = Path(os.environ.get("READOUT_EVALUATION", "/nonexistent")) / "data" / "news"
    if not folder.is_dir():
        pytest.skip("READOUT_EVALUATION names no folder with data/news")
    taken = whole = 0
    for name in ("news-ro-moldova", "news-he-ynet2026", "news-en-reuters21578"):
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()[:300]:
            text = json.loads(line)["text"]
            whole += len(text)
            taken += sum(end - start for start, end in boilerplate.spans(text))

    assert taken < whole / 1000
