"""The measuring: are figures of quality what they say they are?"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from search.analysis.analyzer import analyse
from search.analysis.tokens import EXACT, LEMMA
from search.engine.nodes import Group, Node, Phrase
from search.entities.gazetteer import gazetteer
from search.model.articles import Article
from search.query.compiler import compile_query
from search.query.parser import parse
from tests.quality import folds, languages, speed, wordforms
from tests.quality.ablation import QUERIES, RESOURCES, left_with, narrowed
from tests.quality.baseline import Baseline
from tests.quality.collections import Collection, Question, judged, news, without_accents
from tests.quality.measure import TABLES, markdown, placed
from tests.quality.retrieval import BASELINES, engine_of, known_items, places, ranking, variants
from tools.build_tables.hebrew_trees import kept
from tools.build_tables.weights import examples
from tools.metrics import success

ARTICLES = (
    Article(
        article_id="talks", title="", text="The president spoke with his colleague about grain."
    ),
    Article(
        article_id="grain",
        title="",
        text="Farmers sold their grain; nobody spoke of the presidents.",
    ),
    Article(article_id="rain", title="", text="It rained all day in the capital."),
)
QUESTIONS = (
    Question("presidents and colleagues", frozenset({"talks"})),
    Question("rain", frozenset({"rain"})),
)
COLLECTION = Collection("three", ARTICLES, QUESTIONS)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shelf of third-party material, with nothing on it."""
    monkeypatch.setenv("READOUT_EVALUATION", str(tmp_path))
    return tmp_path


def put(path: Path, *rows: Mapping[str, object]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


def test_the_baseline_knows_one_tier_and_nothing_else() -> None:
    assert ["grain", "talks"] == sorted(Baseline(ARTICLES, LEMMA, 1.2, 0.75).rank("president"))
    assert ["talks"] == Baseline(ARTICLES, EXACT, 1.2, 0.75).rank("president")


def test_places_are_those_of_the_right_article(tmp_path: Path) -> None:
    assert [1, 1] == places(COLLECTION, ranking(engine_of(COLLECTION, tmp_path)))
    assert 0.5 == success(places(COLLECTION, lambda _: ["rain"]))


def test_every_variant_answers_every_question() -> None:
    measured = dict(variants(COLLECTION))

    assert {*QUERIES, *BASELINES} < set(measured)
    assert {len(QUESTIONS)} == {len(found) for found in measured.values()}
    assert ([0, 0], [1, 1]) == (measured["plain BM25 over words"], measured["all of it"])


def clauses(query: str) -> tuple[Node, ...]:
    return compile_query(parse(query), gazetteer=gazetteer(), interface="en", loose=False).clauses


def terms(node: Node) -> set[str]:
    """Every term of a node and of its phrases."""
    if isinstance(node, Phrase):
        return {term for group in node.groups for term in terms(group)}
    assert isinstance(node, Group)
    return {term for term, _ in node.terms} | {
        term for phrase in node.phrases for term in terms(phrase)
    }


@pytest.mark.parametrize(
    ("variant", "query", "gone", "left"),
    [
        pytest.param("without the word as typed", "leaders", "x:leaders", "l:leader", id="exact"),
        pytest.param("without dictionary forms", "leaders", "l:leader", "x:leaders", id="lemma"),
        pytest.param(
            "without the tier of folded accents",
            "presedinte",
            "f:presedinte",
            "x:presedinte",
            id="folded",
        ),
        pytest.param(
            "without names in other spellings and scripts",
            "Netanyahu",
            "l:נתניהו",
            "x:netanyahu",
            id="name",
        ),
        pytest.param("without compounds", "ceasefire", "x:fire", "x:ceasefire", id="compound"),
    ],
)
def test_a_part_that_is_left_out_is_gone_alone(
    variant: str, query: str, gone: str, left: str
) -> None:
    (whole,) = clauses(query)

    without = terms(narrowed(whole, QUERIES[variant]))

    assert {gone, left} <= terms(whole)
    assert (gone in without, left in without) == (False, True)


@pytest.mark.parametrize(
    ("resource", "word", "lang", "gone"),
    [
        pytest.param("without the spellings of names", "Zelenski", "en", "l:zelensky", id="names"),
        pytest.param(
            "without second dictionary forms", "closing", "en", "l:close", id="second forms"
        ),
        pytest.param("without second dictionary forms", "מבני", "he", "l:בן", id="second readings"),
        pytest.param(
            "without endings of unknown words", "blogurilor", "ro", "l:blog", id="endings"
        ),
        pytest.param("the dictionary alone, no rules", "ובממשלה", "he", "l:ממשלה", id="rules"),
    ],
)
def test_a_resource_that_is_left_out_comes_back(
    resource: str, word: str, lang: str, gone: str
) -> None:
    """A figure measured without it must not be the figure of everything that follows."""
    with left_with(resource):
        without = analyse(word, lang=lang).terms[0]

    assert (False, True) == (gone in without, gone in analyse(word, lang=lang).terms[0])


def test_questions_are_typed_bare_without_romanian_accents_only() -> None:
    assert "sedinta й café" == without_accents("ședință й café")


def test_passages_come_with_their_questions(folder: Path) -> None:
    (folder / "data").mkdir()
    put(folder / "data/retrieval/xx-passages.jsonl", {"id": "p", "title": "T", "text": "words"})
    put(
        folder / "data/retrieval/xx-queries.jsonl", {"id": "q", "text": "words?", "relevant": ["p"]}
    )

    assert (("p", "T"), "words?") == (
        (judged("xx").articles[0].article_id, judged("xx").articles[0].title),
        judged("xx").questions[0].text,
    )


def test_a_headline_is_hidden_and_its_rarest_words_are_asked_for(folder: Path) -> None:
    """A headline that stands in its own text would answer itself."""
    put(
        folder / "news/news-xx.jsonl",
        {
            "id": "a",
            "title": "Cabinet meets over the harvest",
            "text": "Cabinet meets over the harvest: it was poor.",
        },
        {
            "id": "b",
            "title": "Cabinet meets again over the roads",
            "text": "The roads over the hills are closed.",
        },
    )

    found = news("xx")

    assert [": it was poor.", "The roads over the hills are closed."] == [
        one.text for one in found.articles
    ]
    assert {"harvest"} < set(found.questions[0].text.split())
    assert ([0, 1], [0, 1]) == known_items(found)


def test_languages_are_told_of_words_in_their_own_letters(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder / "news/he.jsonl", {"text": "ראש הממשלה נפגש עם Angela Merkel"})
    monkeypatch.setattr(languages, "SOURCES", {"he": ("news/he",)})

    rows = list(languages.languages_table())

    assert ["3 words", "1.000", "1.000"] == rows[1]
    assert all(
        len(cut.split()) == 2 for cut, _ in zip(languages.cuts("he", 2), range(9), strict=False)
    )


def test_speed_is_measured_on_articles_not_seen_before(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor in another language: what is filed under Romanian has Russian news too."""
    texts = [f"word{n} and the other " * speed.WORDS for n in range(4)]
    rows = (
        {"id": str(n), "lang": "en", "text": " ".join(text.split()[: speed.WORDS])}
        for n, text in enumerate(texts)
    )
    put(
        folder / "news/news-xx.jsonl",
        *rows,
        {"id": "4", "lang": "en", "text": "и все это было " * speed.WORDS},
    )
    monkeypatch.setattr(speed, "SOURCES", {"xx": "xx"})

    assert 4 == len({article.text for article in speed.articles("xx")})
    assert float(list(speed.speed_table())[1][1].replace(",", "")) > 0


def test_forms_that_meet_are_counted_in_pairs(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Talk, talks and talked are six pairs; talk and walk are none."""
    rows = [
        "surface\tupos\tlemma",
        "talk\tVERB\ttalk",
        "talks\tVERB\ttalk",
        "talked\tVERB\ttalk",
        "walk\tVERB\twalk",
    ]
    (folder / "wordforms").mkdir()
    (folder / "wordforms/ud-en-xx-dev.tsv").write_text("\n".join(rows), encoding="utf-8")
    monkeypatch.setattr(wordforms, "TREEBANKS", {"xx": ("en-xx", False)})

    assert (1.0, 1.0) == wordforms.measured("en-xx")
    assert ["xx", "1.000", "1.000", "1.000", "1.000"] == list(wordforms.forms_table())[1]
    assert len(RESOURCES) + 1 == len(list(wordforms.resources_table()))


def test_a_word_is_read_by_weights_that_saw_none_of_its_forms(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the figure would say how well the treebank is remembered."""
    forms = {
        "ספרים": "ספר",
        "הספר": "ספר",
        "מלכים": "מלך",
        "במלך": "מלך",
        "ערים": "עיר",
        "העיר": "עיר",
    }
    rows = ["surface\tupos\tlemma", *(f"{word}\tNOUN\t{lemma}" for word, lemma in forms.items())]
    (folder / "wordforms").mkdir()
    (folder / "wordforms/ud-he-xx-dev.tsv").write_text("\n".join(rows), encoding="utf-8")
    monkeypatch.setattr(folds, "TREEBANKS", {"xx": "he-xx"})
    learnt = examples(folder / "wordforms/ud-he-xx-dev.tsv")
    homes = {word: folds.fold_of(lemma) for word, lemma in forms.items()}

    left = folds.others(learnt, homes, homes["ספרים"])

    assert {"ספרים", "הספר"} & {example.word for example in left} == set()
    assert {word for word in forms if homes[word] != homes["ספרים"]} == {
        example.word for example in left
    }
    assert ["xx", "1.000", "1.000", "1.000", "1.000"] == list(folds.folds_table())[1]


def test_other_weights_do_not_stay() -> None:
    before = analyse("לספרים", lang="he")

    read = folds._read(["לספרים"], kept())

    assert {("לספרים", "article"), ("לספרים", "query")} == set(read)
    assert before == analyse("לספרים", lang="he")


def test_a_table_is_put_between_its_marks() -> None:
    text = "".join(f"<!-- {name} -->\nstale\n<!-- end of {name} -->\n" for name in TABLES)

    written = placed(text, "news", markdown([["a", "b"], ["c", "1"]]))

    assert "<!-- news -->\n| a | b |\n| --- | ---: |\n| c | 1 |\n<!-- end of news -->" in written
    assert len(TABLES) - 1 == written.count("stale")


PAGE = Path(__file__).parents[2] / "docs" / "analysis.md"


@pytest.mark.parametrize(
    "named",
    sorted(set(re.findall(r"`((?:search|tests)/[\w/.]+)`", PAGE.read_text(encoding="utf-8")))),
)
def test_the_page_about_the_analysis_names_what_is_there(named: str) -> None:
    """But for the file that a newcomer is told to write."""
    assert named.endswith("/it.py") or (PAGE.parents[1] / named).exists()
