"""Tagging: an article gets the leaders and countries that its own text names, the most salient first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from index.tagging import fingerprint, tag
from search.analysis.analyzer import analyse_article
from search.model.articles import Article

CALL = Article(
    article_id="call",
    title="Putin and Netanyahu talk about Syria",
    text="Benjamin Netanyahu and Vladimir Putin spoke by telephone on Sunday, the Kremlin said. "
    + "They had not spoken for a month, and they agreed to speak again soon. " * 5
    + "The ministers of Iran and Turkey were told. "
    + "Israel was named again. " * 12,
    lang="en",
)


def tagged(article: Article) -> Article:
    return tag(article, analyse_article(article))


def test_an_article_is_tagged_with_everyone_it_names() -> None:
    article = tagged(CALL)

    assert {"vladimir-putin", "benjamin-netanyahu"} == set(article.leaders)
    assert {"ru", "sy", "ir", "tr", "il"} == set(article.countries)


def test_title_and_lead_go_before_mere_number() -> None:
    """A country that is named twelve times at the end is not what the article is about."""
    article = tagged(CALL)

    assert ("vladimir-putin", "benjamin-netanyahu") == article.leaders
    assert "sy" == article.countries[0]


@pytest.mark.parametrize(
    ("published", "expected"), [("1991-01-16", "george-h-w-bush"), ("2003", "george-w-bush")]
)
def test_the_date_tells_two_presidents_of_one_name_apart(published: str, expected: str) -> None:
    text = "President Bush spoke of Iraq in Washington."

    assert (expected,) == tagged(replace(CALL, title="", text=text, published=published)).leaders


def test_boilerplate_tags_nobody() -> None:
    """A sidebar's names are other stories'."""
    text = "Vladimir Putin spoke by telephone.\n\nRelated\n\nDonald Trump visits France"
    sidebar = replace(
        CALL, title="A call", text=text, boilerplate=((text.index("Related"), len(text)),)
    )

    article = tagged(sidebar)

    assert ("vladimir-putin",) == article.leaders
    assert () == article.countries


def test_a_title_that_was_taken_from_the_text_is_not_counted_twice() -> None:
    text = "Trump called. Vladimir Putin answered, and Putin thanked him."
    article = tagged(replace(CALL, title="Trump called.", text=text, title_source="sentence"))

    assert ("vladimir-putin", "donald-trump") == article.leaders


@pytest.mark.parametrize("field", ["leaders", "countries"])
def test_what_metadata_gave_is_left_alone(field: Literal["leaders", "countries"]) -> None:
    """A person's correction wins over what the text seems to say."""
    read = tagged(CALL)
    article = tagged(replace(CALL, **{field: ("given",)}, from_metadata=(field,)))  # type: ignore[arg-type]

    assert replace(read, **{field: ("given",)}, from_metadata=(field,)) == article  # type: ignore[arg-type]


def test_an_empty_article_names_nobody() -> None:
    article = tagged(replace(CALL, title="", text=""))

    assert ((), ()) == (article.leaders, article.countries)


def test_the_fingerprint_follows_the_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An index that was tagged with other names must be tagged anew."""
    (tmp_path / "leaders.tsv").write_text("id\n", encoding="utf-8")
    before = fingerprint.__wrapped__()
    monkeypatch.setattr("index.tagging.files", lambda _package: tmp_path)

    assert before != fingerprint.__wrapped__()
