"""Titles: when a first line is one, and what stands in for it otherwise."""

from __future__ import annotations

import csv
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.extract import sentences, titles

LEAD = "The two presidents spoke on Monday about grain, and agreed to meet again before the end of the year."


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Two presidents speak about grain", id="English"),
        pytest.param("Doi președinți vorbesc despre grâne", id="Romanian"),
        pytest.param("שני נשיאים שוחחו על תבואה", id="Hebrew"),
        pytest.param("Will the two presidents meet again?", id="a question"),
        pytest.param("“We will meet”: two presidents and the grain", id="a quotation"),
        pytest.param("Prime Minister in Paris, U.S. envoy in Rome", id="full stops within"),
    ],
)
@pytest.mark.parametrize(
    "gap", ["\n\n", "\n", "\n \n\n"], ids=["empty line", "lead at once", "blank line of spaces"]
)
def test_a_short_first_line_without_full_stop_is_the_title(line: str, gap: str) -> None:
    """It leaves the text: a title that stood in both would count twice."""
    assert (line, LEAD, "line") == titles.title(f"{line}{gap}{LEAD}")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"They spoke again.\n\n{LEAD}", id="a full stop"),
        pytest.param(f"He said “we meet again.”\n\n{LEAD}", id="a full stop within quotes"),
        pytest.param(f"{'Two presidents ' * 12}\n\n{LEAD}", id="too long"),
        pytest.param(
            "The two presidents spoke on Monday about\nthe grain and the ports of both lands.",
            id="a wrapped line",
        ),
        pytest.param(f"Grain\n\n{LEAD}", id="one word"),
        pytest.param(f"With him spoke:\n\n{LEAD}", id="a colon at the end"),
        pytest.param(f"2 minute read\n\n{LEAD}", id="a prompt"),
        pytest.param(f"https://example.org/two-presidents\n\n{LEAD}", id="an address"),
        pytest.param("Two presidents speak about grain", id="nothing after it"),
    ],
)
def test_other_first_lines_stay_in_the_text(text: str) -> None:
    _, rest, source = titles.title(text)

    assert (text, "sentence") == (rest, source)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("They spoke. They met.", "They spoke.", id="two sentences"),
        pytest.param(
            "Mr. Pop spoke with Gen. Rusu. They met.",
            "Mr. Pop spoke with Gen. Rusu.",
            id="titles of people",
        ),
        pytest.param("On Oct. 7 they spoke. They met.", "On Oct. 7 they spoke.", id="a month"),
        pytest.param(
            "The U.N. Council met. They spoke.",
            "The U.N. Council met.",
            id="letters with full stops",
        ),
        pytest.param("Ana V. Pop spoke. They met.", "Ana V. Pop spoke.", id="an initial"),
        pytest.param("It grew by 3.5 percent. They met.", "It grew by 3.5 percent.", id="a number"),
        pytest.param("He said: “We meet.” They met.", "He said: “We meet.”", id="a quotation"),
        pytest.param(
            "הם שוחחו ב-7.10.2023 בערב. הם נפגשו.",
            "הם שוחחו ב-7.10.2023 בערב.",
            id="Hebrew with a date",
        ),
        pytest.param(
            "Au vorbit la nr. 5 astăzi. S-au văzut.",
            "Au vorbit la nr. 5 astăzi.",
            id="Romanian abbreviation",
        ),
        pytest.param(
            "No full stop at all\nand on it goes",
            "No full stop at all and on it goes",
            id="a wrapped line",
        ),
        pytest.param(
            "“No full stop here”\nNext one", "“No full stop here”", id="a line without an end"
        ),
        pytest.param("", "", id="nothing"),
    ],
)
def test_the_label_is_the_first_sentence(text: str, label: str) -> None:
    assert label == titles.title(text)[0]


def test_a_long_sentence_is_cut_at_a_word() -> None:
    text = "The two presidents spoke on Monday about grain, about the ports of the Danube, and about the winter to come."

    assert (
        "The two presidents spoke on Monday about grain, about the ports of the Danube, and about the winter…"
        == titles.title(text)[0]
    )


@given(
    text=st.text(
        alphabet=st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=300
    )
)
def test_no_word_is_lost_and_the_label_is_one_short_line(text: str) -> None:
    label, rest, source = titles.title(text)

    assert len(label) <= titles.LONGEST_LINE
    assert "\n" not in label
    assert text.split() == ([*label.split(), *rest.split()] if source == "line" else rest.split())


@given(text=st.text(alphabet="aB. \n?”", max_size=80))
def test_a_first_sentence_is_the_beginning_of_the_text(text: str) -> None:
    assert text.strip().startswith(sentences.first(text))


def test_abbreviations_are_sorted_and_sourced() -> None:
    text = (
        resources.files("index.extract").joinpath("abbreviations.tsv").read_text(encoding="utf-8")
    )
    rows = [tuple(row.values()) for row in csv.DictReader(text.splitlines(), delimiter="\t")]

    assert sorted(set(rows)) == rows
    assert all(len(row) == 3 and all(row) and row[1] == row[1].casefold() for row in rows)
