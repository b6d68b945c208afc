"""Records: the ways in which one article is written, and what of it is its text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.loaders import Loaded
from tests.loaders.envoys import BOTH, MORE, ONE, SAID, TWO
from tests.loaders.samples import loaded


@pytest.mark.parametrize(
    "record",
    [
        pytest.param({**ONE, "comments": [TWO, TWO]}, id="comments"),
        pytest.param({**ONE, "related": [TWO, TWO]}, id="other stories"),
        pytest.param(
            {"title": BOTH[0], "related": [{**TWO, "url": "https://example.org"}], "summary": SAID},
            id="other stories of a summary",
        ),
        pytest.param(
            {**ONE, "authors": [{"name": "Ana Pop", "description": "writes about islands"}]},
            id="authors",
        ),
        pytest.param({"title": BOTH[0], "paragraphs": [SAID]}, id="paragraphs"),
        pytest.param(
            {
                "title": BOTH[0],
                "body": {"summary": [], "sections": [{"headline": [], "paragraphs": [SAID]}]},
            },
            id="a nested body",
        ),
        pytest.param(
            {"title": BOTH[0], "blocks": [{"type": "paragraph", "data": {"text": SAID}}]},
            id="blocks of an editor",
        ),
        pytest.param(
            {
                "title": BOTH[0],
                "content": [{"type": "p", "text": SAID}, {"type": "image", "url": "x.png"}],
            },
            id="pieces",
        ),
        pytest.param(
            {
                "title": {"rendered": BOTH[0]},
                "content": {"rendered": f"<p>{SAID}</p>", "protected": False},
            },
            id="WordPress",
        ),
        pytest.param(
            {"headline": {"main": BOTH[0], "kicker": None}, "body": SAID},
            id="a headline in an object",
        ),
        pytest.param(
            {"webTitle": BOTH[0], "fields": {"bodyText": SAID}},
            id="a text beside the title's object",
        ),
        pytest.param(
            {
                "title": [{"value": BOTH[0]}],
                "body": [{"value": f"<p>{SAID}</p>", "format": "html"}],
            },
            id="Drupal",
        ),
        pytest.param(
            {
                "title": BOTH[0],
                "body": [
                    {
                        "children": [
                            {"text": "The envoys of the two islands "},
                            {"text": "met", "bold": True},
                            {"text": SAID[33:]},
                        ]
                    }
                ],
            },
            id="spans",
        ),
        pytest.param({"title": BOTH[0], "story": SAID}, id="a story"),
        pytest.param({"titlu": BOTH[0], "continut": SAID}, id="Romanian without accents"),
        pytest.param({"titlu": BOTH[0], "Conținutul": SAID}, id="Romanian with an article"),
        pytest.param({"כותרת": BOTH[0], "גוף הכתבה": SAID}, id="Hebrew"),
        pytest.param({"Заголовок": BOTH[0], "Содержание": SAID}, id="Russian"),
        pytest.param({"назва": BOTH[0], "зміст": SAID}, id="Ukrainian"),
        pytest.param({"العنوان": BOTH[0], "النص": SAID}, id="Arabic"),
        pytest.param({"عنوان": BOTH[0], "متن خبر": SAID}, id="Persian"),
    ],
)
def test_an_article_is_one_whatever_it_holds(tmp_path: Path, record: object) -> None:
    (article,) = loaded(tmp_path / "a.json", json.dumps(record))

    assert isinstance(article, Loaded)
    assert (BOTH[0], SAID) == (article.title, article.text)


@pytest.mark.parametrize(
    ("record", "note"),
    [
        pytest.param(
            {"title": "Envoys meet", "blob": SAID * 3},
            "'blob' is taken for it",
            id="an unknown name",
        ),
        pytest.param(
            {"title": "Envoys meet", "data": [{"post": SAID * 3}]},
            "'data' is taken for it",
            id="a name for dates",
        ),
        pytest.param(
            {"title": "Envoys meet", "blob": SAID * 3, "x": MORE * 2},
            "looks like a text: 'x'",
            id="two unknown names",
        ),
        pytest.param(
            {**ONE, "longread": MORE * 9}, "looks like a text: 'longread'", id="beside a text"
        ),
    ],
)
def test_a_text_under_an_unknown_name_is_named(tmp_path: Path, record: object, note: str) -> None:
    (article,) = loaded(tmp_path / "a.json", json.dumps(record))

    assert isinstance(article, Loaded)
    assert article.text
    assert any(note in said for said in article.notes)
