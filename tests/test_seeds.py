"""What does the sample archive promise to those who read it and to those who measure with it?"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = ROOT / "seeds" / "articles"
QUERIES: Final = ROOT / "tests" / "quality" / "queries.jsonl"
OUTLET: Final = "Readout sample, not a source"
LANGUAGES: Final = ("he", "ro", "en")
ORIGINALS: Final = {"000": "he", "001": "en", "002": "en", "003": "ro", "004": "en"}
POST: Final = "— Readout sample (@readout_sample_only) April 16, 2025"
CEDILLAS: Final = "şţŞŢ"
COMMAS: Final = "șțȘȚ"

FULL_DATE: Final = re.compile(
    r"\b\d{1,2} [^\W\d]+ 20\d\d\b|\b[^\W\d]+ \d{1,2},? 20\d\d\b|\b20\d\d-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]20\d\d\b"
)
QUOTED: Final = re.compile('“([^”]*)”|„([^”]*)”|«([^»]*)»|"([^"]*)"')
ACRONYM_MARK: Final = re.compile(r'(?<=\w)["״](?=\w\b)')  # the mark before the last letter of או"ם


@dataclass(frozen=True, slots=True)
class Seed:
    """An article of the sample as its file gives it."""

    article_id: str
    lang: str
    text: str
    given: dict[str, Any]


def seeds() -> Iterator[Seed]:
    for path in sorted(FOLDER.iterdir()):
        yield from READERS[path.suffix](path)


def bare(path: Path) -> Iterator[Seed]:
    number, _, lang = path.stem.partition("-")
    yield Seed(path.name, lang or ORIGINALS[number], path.read_text("utf-8"), {})


def markdown(path: Path) -> Iterator[Seed]:
    _, front, text = path.read_text("utf-8").split("---\n", 2)
    given = yaml.safe_load(front)
    yield Seed(path.name, given["lang"], text, given)


def lines(path: Path) -> Iterator[Seed]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        given = json.loads(line)
        named = path.name if number == 1 else f"{path.name}#{number}"
        yield Seed(given.get("id", named), given["lang"], given["text"], given)


def page(path: Path) -> Iterator[Seed]:
    html = path.read_text("utf-8")
    given = dict(re.findall(r'<meta property="[a-z]+:([a-z_]+)" content="([^"]+)">', html))
    body = html.partition("<article")[2].partition("</article>")[0]
    lang = re.findall(r'<html lang="(\w+)">', html)[0]
    named = {
        "title": given["title"],
        "date": given["published_time"],
        "lang": lang,
        "outlet": given["site_name"],
    }
    yield Seed(path.name, lang, re.sub(r"<[^>]+>", " ", "<article" + body), named)


READERS: Final = {".txt": bare, ".md": markdown, ".jsonl": lines, ".html": page}
SEEDS: Final = tuple(seeds())
BY_ID: Final = {seed.article_id: seed for seed in SEEDS}
JUDGED: Final = tuple(json.loads(line) for line in QUERIES.read_text("utf-8").splitlines())

each_seed = pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.article_id)
each_file = pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)


def quotations(text: str) -> list[str]:
    return ["".join(groups) for groups in QUOTED.findall(ACRONYM_MARK.sub("", text))]


def test_the_three_languages_have_the_same_share() -> None:
    """The first search of a reader of any of them finds something."""
    assert dict.fromkeys(LANGUAGES, 8) == Counter(seed.lang for seed in SEEDS)


def test_most_files_are_bare_text() -> None:
    """As archives are; the folder's own explanation stands outside, or it would be an article."""
    assert {".txt": 15, ".md": 5, ".html": 1, ".jsonl": 1} == Counter(
        path.suffix for path in FOLDER.iterdir()
    )


def test_ids_are_unique() -> None:
    assert len(SEEDS) == len(BY_ID)


@pytest.mark.parametrize("number", ORIGINALS)
def test_a_numbered_article_stands_in_three_languages(number: str) -> None:
    """The same facts in each language show what search finds across them and what it does not."""
    assert set(LANGUAGES) == {seed.lang for seed in SEEDS if seed.article_id.startswith(number)}


@each_seed
def test_an_article_is_as_long_as_a_short_report(seed: Seed) -> None:
    """The lengths that ranking was made for; a line of punctuation is no word."""
    assert 90 <= sum(any(map(str.isalnum, word)) for word in seed.text.split()) <= 260


@each_file
def test_a_file_is_composed_utf_8_without_controls(path: Path) -> None:
    """The encodings that are hard have tests of their own; the sample has to open anywhere."""
    text = path.read_bytes().decode("utf-8")
    controls = {letter for letter in text if unicodedata.category(letter) in {"Cc", "Cf"}} - {"\n"}

    assert (unicodedata.normalize("NFC", text), set()) == (text, controls)


@pytest.mark.parametrize(
    "seed", [seed for seed in SEEDS if seed.lang == "ro"], ids=lambda seed: seed.article_id
)
def test_a_romanian_article_keeps_to_one_pair_of_letters(seed: Seed) -> None:
    """003 is written with cedillas throughout, as much of the web is; the others with commas."""
    wrong = COMMAS if seed.article_id == "003.txt" else CEDILLAS
    right = CEDILLAS if seed.article_id == "003.txt" else COMMAS

    assert (set(), True) == (set(wrong) & set(seed.text), bool(set(right) & set(seed.text)))


@pytest.mark.parametrize(
    "seed",
    [seed for seed in SEEDS if seed.article_id[:3] in {"000", "001", "002", "003"}],
    ids=lambda seed: seed.article_id,
)
def test_an_undated_article_has_a_full_date_only_in_its_post(seed: Seed) -> None:
    """The year must stay unknown or come from the post: facets show both."""
    own = "\n".join(line for line in seed.text.splitlines() if line != POST)

    assert [] == FULL_DATE.findall(own)


@pytest.mark.parametrize("article_id", ["004.txt", "004-he.txt", "004-ro.txt"])
def test_a_dated_bare_article_has_its_own_date_and_a_later_one(article_id: str) -> None:
    """The second belongs to the headline of another story and must not become the article's."""
    years = [found[-4:] for found in FULL_DATE.findall(BY_ID[article_id].text)]

    assert ["2016", "2018"] == years


@each_seed
def test_nothing_longer_than_a_phrase_is_quoted(seed: Seed) -> None:
    """The sample is in our words: what people said is told, not cited."""
    assert [] == [quotation for quotation in quotations(seed.text) if len(quotation.split()) > 4]


@each_seed
def test_an_article_links_nowhere(seed: Seed) -> None:
    """A link in a sample would name a source that did not write it."""
    assert [] == re.findall(
        r"https?://\S+|\bwww\.\S+", seed.text + json.dumps(seed.given, default=str)
    )


@pytest.mark.parametrize(
    "seed", [seed for seed in SEEDS if seed.given], ids=lambda seed: seed.article_id
)
def test_metadata_says_that_the_sample_is_no_source(seed: Seed) -> None:
    """Whoever meets the article away from its folder has to know."""
    assert {"title", "date", "lang", "outlet"} == seed.given.keys() - {"text", "id"}
    assert OUTLET == seed.given["outlet"]


@pytest.mark.parametrize(
    ("article_id", "trap"),
    [
        pytest.param("000.txt", POST, id="a post with a date of its own"),
        pytest.param("000.txt", "דצמבר 2023", id="a month that is not the date"),
        pytest.param("001.txt", "\nView AllIn ", id="a prompt glued to a sentence"),
        pytest.param(
            "002.txt", "\n\nRelated Articles\n\nBack to top button", id="links at the end"
        ),
        pytest.param("003.txt", "din 2026", id="a year without a day"),
        pytest.param("003.txt", "puţin", id="an adverb that is a name without its accent"),
        pytest.param("004.txt", "\nOctober 23, 2016 01:15\n", id="a date line"),
        pytest.param(
            "004.txt", "\nFebruary 22, 2018\nBasketball", id="the date of another headline"
        ),
        pytest.param("004.txt", "\nIsrael Weather\n", id="the weather"),
    ],
)
def test_a_bare_article_keeps_its_trap(article_id: str, trap: str) -> None:
    """Extraction is shown on what real archives do, not on tidy files."""
    assert trap in BY_ID[article_id].text


@pytest.mark.parametrize("article_id", ["000.txt", "001.txt", "003.txt"])
def test_an_article_without_a_title_line_opens_with_a_sentence(article_id: str) -> None:
    """Its title has to be cut from the first sentence."""
    first = BY_ID[article_id].text.splitlines()[0]

    assert (True, ".") == (len(first) > 120, first[-1])


def test_an_article_with_the_adverb_never_names_the_leader() -> None:
    """A search for Putin that finds it has folded puțin."""
    text = BY_ID["calls.jsonl"].text

    assert ({"cel puțin", "la puțin"}, False) == (
        set(re.findall(r"\w+ puțin", text)),
        "Putin" in text,
    )


@pytest.mark.parametrize("judged", JUDGED, ids=lambda judged: judged["id"])
def test_a_judged_query_names_articles_of_the_sample(judged: dict[str, Any]) -> None:
    """A judgement of an article that is gone would lower every figure in silence."""
    relevant = judged["relevant"]

    assert ["id", "lang", "relevant", "text", "why"] == sorted(judged)
    assert (sorted(set(relevant)), True) == (relevant, bool(relevant))
    assert set() == set(relevant) - BY_ID.keys()


def test_each_language_has_its_share_of_the_judged_queries() -> None:
    """Fewer than a dozen queries of a language would make its figure a matter of luck."""
    counts = Counter(judged["lang"] for judged in JUDGED)

    assert dict.fromkeys(LANGUAGES, True) == {lang: counts[lang] >= 12 for lang in counts}


def test_the_ids_of_judged_queries_are_unique() -> None:
    assert len(JUDGED) == len({judged["id"] for judged in JUDGED})
