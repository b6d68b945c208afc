"""What the trees see of a reading tells right readings from wrong ones."""

from __future__ import annotations

import numpy as np
import pytest

from search.analysis.lexicon import rows
from tools.build_tables.hebrew_features import _behind_prefixes, _conjugated, _verbs, features


def test_each_reading_has_a_row_of_the_same_features() -> None:
    forms, table = features("שנתן")
    others = features("מדברים")[1]

    assert {"נתן", "שנה"} <= set(forms)
    assert len(forms) == len(table)
    assert table.shape[1] == others.shape[1]
    assert np.isfinite(table).all()


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        pytest.param("כתב", "לחם", id="qal"),
        pytest.param("דיבר", "סיפור", id="pi'el"),
        pytest.param("החליט", "הסכם", id="hif'il"),
        pytest.param("התקשר", "תקשורת", id="hitpa'el"),
        pytest.param("נפגש", "נערה", id="nif'al"),
        pytest.param("קנה", "תמונה", id="a verb that ends in ה"),
    ],
)
def test_a_verb_is_met_in_more_forms_than_a_noun(verb: str, noun: str) -> None:
    assert _conjugated(verb)[0] > _conjugated(noun)[0]


def test_nouns_follow_the_article_and_verbs_do_not() -> None:
    article = 0

    assert _behind_prefixes("ממשלה")[article] > _behind_prefixes("התקשר")[article]


def test_a_reading_that_is_best_stays_behind_none() -> None:
    table = features("שנתן")[1]

    assert 0.0 == table[:, -1].max()


def test_every_shape_of_a_verb_gives_forms_of_its_letters() -> None:
    for shape, forms in _verbs():
        groups = [form.count("\\") for form in forms]

        assert len(forms) > 1
        assert max(groups) <= shape.groups


def test_patterns_have_weights() -> None:
    """A pattern without one would count nothing, and no tree would see it."""
    weights = {name for name, *_ in rows("he-weights.tsv")}

    assert {f"paradigm_{name}" for name, *_ in rows("he-paradigms.tsv")} <= weights
