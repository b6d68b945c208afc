"""Names of leaders are found in the cases of languages that are none of ours."""

from __future__ import annotations

import pytest

from search.analysis.analyzer import analyse_article
from search.analysis.morphology.foreign_names import declined, without_article
from search.analysis.morphology.name_spellings import spelled_names, usual_spellings
from search.analysis.normalize import strip_accents
from search.model.articles import Article
from search.names import given_names
from tests.analysis.conftest import Finds


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("Macron", "Der Besuch Macrons in Berlin war kurz", id="a German genitive"),
        pytest.param("Orbán", "Orbáns Treffen ist nicht abgesprochen", id="with its accent"),
        pytest.param("Putin", "Prezydent rozmawiał z Putinem o wojnie", id="Polish"),
        pytest.param("Tusk", "Spotkanie z Tuskiem zostało odwołane", id="behind k"),
        pytest.param("Zelensky", "Spotkanie z Zełenskim w Kijowie", id="of a name in -ski"),
        pytest.param("Biden", "Rozhovor s Bidenem o válce na Ukrajině", id="Czech"),
        pytest.param("Kerry", "Wypowiedź Kerry'ego o klimacie była krótka", id="an apostrophe"),
    ],
)
def test_a_name_is_found_in_a_case(query: str, text: str, finds: Finds) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("Gabriel", "Gabriela Firea a declarat", id="a woman's name is no man's"),
        pytest.param("Tusk", "spotkanie z tuskiem mamuta", id="a word without a capital"),
    ],
)
def test_a_name_is_no_form_of_another(query: str, text: str, finds: Finds) -> None:
    assert not finds(query, text)


def test_a_name_that_ends_like_a_case_is_itself() -> None:
    assert [] == list(declined("sanchez"))


def test_a_name_that_is_known_with_its_accents_and_without_is_both() -> None:
    """Whichever of the two a process meets first, articles and queries have the same terms."""
    known = spelled_names("en") - given_names("en") - usual_spellings("en").keys()
    twice = {
        name: bare for name in known if (bare := strip_accents(name)) != name and bare in known
    }
    read = {name: list(declined(f"{bare}s")) for name, bare in twice.items() if len(bare) > 3}

    assert len(read) > 20
    assert {name: [twice[name], name] for name in read} == read


def test_bulgarian_words_are_found_without_their_article() -> None:
    text = "Президентът на България заяви на срещата, че няма да участва в преговорите за газа"
    article = analyse_article(Article(article_id="1", title="", text=text))
    terms = {term for own in article.body.terms for term in own}

    assert {"l:президент", "l:среща", "l:преговор"} <= terms
    assert [] == list(without_article("кът"))
