"""Tagged articles: whom is one about, and what do its contacts bring to it?"""

from __future__ import annotations

import json

import pytest

from index.compose import compose
from index.loaders import Loaded
from index.tagging import tag
from search.analysis.analyzer import analyse_article
from search.entities.gazetteer import gazetteer
from search.model.articles import Article

FRIDAY = "2025-03-14"


def tagged(text: str, title: str = "") -> Article:
    article = Article(article_id="a", title=title, text=text, published=FRIDAY)
    return tag(article, analyse_article(article))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Майя Санду и Дорин Речан провели встречу с пчеловодами.", id="Russian"),
        pytest.param("Майя Санду и Дорин Речан встретились с лесниками.", id="Russian verb"),
        pytest.param("נתניהו ויאיר לפיד קיימו פגישה עם כורמים.", id="Hebrew"),
    ],
)
def test_who_met_others_together_did_not_meet_each_other(text: str) -> None:
    """Whom no table knows were with them."""
    assert () == tagged(text).contacts


def test_an_article_is_about_its_first_subject_and_those_in_its_title() -> None:
    text = "Emmanuel Macron visited a factory with Olaf Scholz.\nDonald Trump was named as well."

    assert {"emmanuel-macron", "viktor-orban"} == set(tagged(text, "Orbán answers").subjects)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A spokesman said that Joe Biden would visit Ohio.", set(), id="what somebody says"
        ),
        pytest.param(
            "Senatorul a afirmat că premierul Marcel Ciolacu pleacă.",
            set(),
            id="the same in Romanian",
        ),
        pytest.param(
            "Европарламент утвердил состав, предложенный Урсулой фон дер Ляйен.",
            set(),
            id="a case of objects",
        ),
        pytest.param(
            "Oil rose after President Ronald Reagan spoke on Monday.", set(), id="a clause aside"
        ),
        pytest.param(
            "After the vote in Paris, President Emmanuel Macron said that he was glad.",
            {"emmanuel-macron"},
            id="behind a clause aside",
        ),
        pytest.param(
            "News. Talks with the governor. Vladimir Putin received the governor.",
            {"vladimir-putin"},
            id="behind the title, which stands once more",
        ),
        pytest.param(
            "The speaker of the council predicted a debate until Joe Biden gives an account.",
            set(),
            id="a clause aside behind what comes first",
        ),
        pytest.param(
            "ההפוגה הוארכה על ידי הנשיא דונלד טראמפ.", set(), id="by whom it was done, Hebrew"
        ),
        pytest.param(
            "The adviser wrote to follow up on the call between Joe Biden and Vladimir Putin.",
            set(),
            id="the second of two who are governed",
        ),
        pytest.param(
            "В Сочи состоялась встреча Владимира Путина с главным инженером завода.",
            {"vladimir-putin"},
            id="whose meeting it was",
        ),
        pytest.param(
            "Critics accuse President Joe Biden of weakness.", set(), id="an object in English"
        ),
        pytest.param(
            "Thousands protested against President Joe Biden.", set(), id="behind a preposition"
        ),
        pytest.param("הביקורת על ראש הממשלה בנימין נתניהו גוברת.", set(), id="a Hebrew one"),
        pytest.param("דורשים מראש הממשלה בנימין נתניהו להתפטר.", set(), id="a Hebrew prefix"),
        pytest.param("בית המשפט דחה את בקשת בנימין נתניהו.", set(), id="a construct state"),
        pytest.param("Депутат обвинил Майю Санду, а не правительство.", set(), id="a Russian case"),
        pytest.param(
            "On Friday evening President Joe Biden signed the bill.",
            {"joe-biden"},
            id="behind a word of time",
        ),
        pytest.param(
            "After the summit President Joe Biden went home.",
            {"joe-biden"},
            id="behind what came before, without a comma",
        ),
        pytest.param(
            "Days after Joe Biden spoke, Emmanuel Macron answered.",
            {"emmanuel-macron"},
            id="days after somebody spoke",
        ),
        pytest.param(
            "Igor Dodon, Petru Munteanu și Ion Chicu nu s-au întâlnit.",
            {"igor-dodon", "ion-chicu"},
            id="subjects with a stranger between them",
        ),
        pytest.param(
            "КИШИНЕВ, 3 мая /ТАСС/. Президент Молдавии Майя Санду подписала закон.",
            {"maia-sandu"},
            id="behind a dateline",
        ),
        pytest.param(
            "Страна откроет посольство в Канаде.Об этом заявила президент Майя Санду.",
            set(),
            id="a sentence that ends without a space",
        ),
        pytest.param(
            "חייל נפצע בצפון • ראש הממשלה בנימין נתניהו הגיע לגבול • עדכונים",
            set(),
            id="an item of a row of headlines",
        ),
    ],
)
def test_the_first_subject_is_the_one_of_the_main_clause(text: str, expected: set[str]) -> None:
    assert expected == set(tagged(text, "Talks with the governor.").subjects)


def test_an_article_without_a_title_is_about_its_first_subject() -> None:
    """Its title is its first sentence, which stands in the text, too."""
    text = "Vladimir Putin criticised President Maia Sandu.\n\nThe session goes on."
    article = compose(
        Loaded(number=1, title="", text=text), article_id="a", path="a", gazetteer=gazetteer()
    )

    assert ("vladimir-putin",) == tag(article, analyse_article(article)).subjects


def test_who_took_part_in_a_contact_brings_a_country() -> None:
    """A president's call need not name the country."""
    tagged_article = tagged(
        "President Biden spoke today with Prime Minister Narendra Modi of India."
    )

    assert {"in", "us"} == set(tagged_article.countries)


def test_a_stored_article_keeps_its_contacts() -> None:
    article = tagged("President Biden spoke today with Prime Minister Narendra Modi of India.")

    assert article == Article.from_json(json.loads(json.dumps(article.to_json())))


@pytest.mark.parametrize("lang", ["de", "yi", "und"])
def test_an_article_in_none_of_our_languages_asks_no_dictionary(lang: str) -> None:
    """There is none of German, and its people are known all the same."""
    text = "Am Montag trafen sich Präsident Putin und Präsident Macron in der alten Zollstation."
    article = Article(article_id="a", title="Treffen", text=text, lang=lang, published=FRIDAY)

    found = tag(article, analyse_article(article))

    assert ("emmanuel-macron", "vladimir-putin") == tuple(sorted(found.leaders))
