"""Shapes: the ways in which exports and feeds hold their articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.loaders import Loaded, Skipped
from search.errors import NotAnArticleError
from tests.loaders.envoys import BOTH, MORE, ONE, SAID, TWO
from tests.loaders.samples import loaded, titles


def feed(**item: object) -> dict[str, Any]:
    return {"title": "Island Post", "items": [{"title": "Envoys meet", **item}, TWO]}


@pytest.mark.parametrize(
    "document",
    [
        pytest.param({"title": "Island Post", "items": [ONE, TWO]}, id="a feed"),
        pytest.param(
            {"title": "Island Post", "description": "News of it", "posts": [ONE, TWO]}, id="a blog"
        ),
        pytest.param(feed(content_html=f"<p>{SAID}</p>"), id="a feed with HTML"),
        pytest.param({"name": "export", "stories": [ONE, TWO]}, id="an export with a name"),
        pytest.param({"title": "Export", "whatever": [ONE, TWO]}, id="a list under any name"),
        pytest.param(
            {"response": {"status": "ok", "docs": [ONE, TWO]}}, id="an answer in an answer"
        ),
        pytest.param(
            {
                "took": 3,
                "hits": {"total": 2, "hits": [{"_id": "1", "_source": ONE}, {"_source": TWO}]},
            },
            id="Elasticsearch",
        ),
        pytest.param(
            [{"_index": "news", "_id": "1", "_source": ONE}, {"_source": TWO}], id="a dump of hits"
        ),
        pytest.param({"a1": ONE, "b2": TWO}, id="objects by key"),
        pytest.param({"0": ONE, "1": TWO}, id="pandas, index"),
        pytest.param(
            {"title": {"0": BOTH[0], "1": BOTH[1]}, "text": {"0": SAID, "1": MORE}},
            id="pandas, columns",
        ),
        pytest.param({"title": BOTH, "text": [SAID, MORE]}, id="pandas, lists"),
        pytest.param(
            {
                "columns": ["title", "text"],
                "index": [0, 1],
                "data": [[BOTH[0], SAID], [BOTH[1], MORE]],
            },
            id="pandas, split",
        ),
        pytest.param(
            {"schema": {"fields": [{"name": "title"}]}, "data": [ONE, TWO]}, id="pandas, table"
        ),
        pytest.param(
            [["title", "text"], [BOTH[0], SAID], [BOTH[1], MORE]], id="arrays with a head"
        ),
        pytest.param(
            [{"section": "Islands", "articles": [ONE]}, {"section": "Sea", "articles": [TWO]}],
            id="sections",
        ),
        pytest.param(
            {"data": [{"id": "1", "attributes": ONE}, {"id": "2", "attributes": TWO}]},
            id="JSON:API",
        ),
        pytest.param(
            {"data": {"news": {"edges": []}, "articles": [ONE, TWO]}}, id="beside an empty list"
        ),
        pytest.param(
            {"rss": {"@version": "2.0", "channel": {"title": "Island Post", "item": [ONE, TWO]}}},
            id="a feed that was XML",
        ),
        pytest.param([[ONE], [TWO]], id="lists in a list"),
        pytest.param([[BOTH[0], SAID], [BOTH[1], MORE]], id="pandas, values"),
        pytest.param([{"article": ONE}, {"article": TWO}], id="each in a wrapper"),
        pytest.param({"rows": [{"row": ONE}, {"row": TWO}]}, id="rows of a data set"),
        pytest.param(
            {"data": {"articles": {"edges": [{"node": ONE}, {"node": TWO}], "pageInfo": {}}}},
            id="GraphQL",
        ),
        pytest.param(
            {"db": [{"meta": {}, "data": {"posts": [ONE, TWO], "users": [{"name": "Ana"}]}}]},
            id="a list in an object in a list",
        ),
        pytest.param(
            {
                "orderedItems": [
                    {"type": "Create", "object": ONE},
                    {"type": "Create", "object": TWO},
                ]
            },
            id="activities",
        ),
        pytest.param(
            {"query": {"pages": {"7": {"title": BOTH[0], "extract": SAID}, "8": TWO}}},
            id="pages by their numbers",
        ),
        pytest.param(
            {
                "Items": [
                    {"title": {"S": title}, "text": {"S": text}}
                    for title, text in zip(BOTH, (SAID, MORE), strict=True)
                ]
            },
            id="values with their types",
        ),
        pytest.param(
            {
                "documents": [
                    {
                        "name": "projects/1",
                        "fields": {"title": {"stringValue": title}, "text": {"stringValue": text}},
                    }
                    for title, text in zip(BOTH, (SAID, MORE), strict=True)
                ]
            },
            id="values with long types",
        ),
        pytest.param(
            {
                "docs": [
                    {"title_t": BOTH[0], "content_txt_en": SAID},
                    {"title_t": BOTH[1], "text_s": MORE},
                ]
            },
            id="names with their types",
        ),
    ],
)
def test_the_articles_of_a_document_are_found(tmp_path: Path, document: object) -> None:
    assert BOTH == titles(loaded(tmp_path / "a.json", json.dumps(document)))


@pytest.mark.parametrize(
    "document",
    [
        pytest.param({"2016-10-23": [ONE], "2016-10-24": [TWO]}, id="lists"),
        pytest.param({"2016-10-23": {"articles": [ONE]}, "2016-10-24": {"a": [TWO]}}, id="objects"),
    ],
)
def test_articles_that_are_kept_by_their_day_have_it(tmp_path: Path, document: object) -> None:
    found = loaded(tmp_path / "a.json", json.dumps(document))

    assert ["2016-10-23", "2016-10-24"] == [
        part.published for part in found if isinstance(part, Loaded)
    ]


def test_a_list_too_deep_is_told_by_its_place(tmp_path: Path) -> None:
    lists = {"a": [{"b": [{"c": [ONE, TWO]}]}]}

    (part,) = loaded(tmp_path / "a.json", json.dumps(lists))

    assert isinstance(part, Skipped)
    assert "a.b.c" in part.reason


@pytest.mark.parametrize(
    "document",
    [
        pytest.param({"name": "my-tool", "version": "1.0"}, id="a package"),
        pytest.param(
            {"type": "FeatureCollection", "features": [{"geometry": {"coordinates": [1, 2]}}]},
            id="a map",
        ),
        pytest.param({"title": "Island Post", "items": []}, id="a feed without articles"),
        pytest.param(
            {"$schema": "x", "title": "Article", "properties": {"title": {"type": "string"}}},
            id="a schema",
        ),
        pytest.param({"compilerOptions": {"strict": True}, "include": ["src"]}, id="options"),
        pytest.param([1, 2, 3], id="numbers"),
        pytest.param(["and", "or"], id="words"),
        pytest.param([], id="nothing"),
        pytest.param([{"x": 1}, {"x": 2}], id="counts"),
        pytest.param(
            {
                "name": "my-tool",
                "version": "1.0",
                "description": "A tool that sorts files into the folders that they belong to",
                "license": "MIT",
            },
            id="a package with a description",
        ),
    ],
)
def test_what_holds_no_article_is_told(tmp_path: Path, document: object) -> None:
    with pytest.raises(NotAnArticleError, match="no article"):
        loaded(tmp_path / "a.json", json.dumps(document))
