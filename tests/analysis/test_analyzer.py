"""What holds for every text that is analysed, and what an article adds."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.analysis.analyzer import analyse, analyse_article, language_of
from search.analysis.fingerprint import ANALYSIS_VERSION, fingerprint
from search.analysis.tokens import TIERS, AnalysedText
from search.model.articles import Article

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=120)
WORDY = st.lists(
    st.sampled_from(
        [
            "שלום",
            'ולצה"ל',
            "ב״הארץ״",
            "בתל־אביב",
            "țară",
            "Putin",
            "putin",
            "s-a",
            "cease-fire",
            "U.S.",
            "ёлка",
            "می شود",
            "10.000",
            "@a_b",
        ]
    ),
    max_size=12,
).map(" ".join)
TEXTS = st.one_of(ANY_TEXT, WORDY)
LANGUAGES = (None, "he", "ro", "en", "ru", "uk", "ar", "fa", "und", "de")


def words_of(text: str, analysed: AnalysedText) -> list[str]:
    return [analysed.token(row, text).word for row in range(len(analysed))]


@given(TEXTS, st.sampled_from(LANGUAGES), st.sampled_from([None, True, False]))
def test_columns_fit_and_offsets_slice_the_text(
    text: str,
    lang: str | None,
    accented: bool | None,  # noqa: FBT001
) -> None:
    for side in ("article", "query"):
        analysed = analyse(text, side=side, lang=lang, accented=accented)
        columns = (
            analysed.starts,
            analysed.ends,
            analysed.positions,
            analysed.exacts,
            analysed.terms,
            analysed.loose,
        )

        assert {len(analysed)} == {len(column) for column in columns}
        assert all(
            0 <= start < end <= len(text)
            for start, end in zip(analysed.starts, analysed.ends, strict=True)
        )
        assert list(analysed.positions) == sorted(analysed.positions)
        assert all(
            term.startswith(TIERS) and term[2:] for terms in analysed.terms for term in terms
        )


def _undotted(exact: str) -> str:
    return exact.lower().replace(".", "")


@given(TEXTS, st.sampled_from(LANGUAGES))
@example("A\N{MATHEMATICAL BOLD CAPITAL ALPHA}", "en")
@example("A\N{ARABIC LETTER ALEF WASLA}", None)
@example("AAAA0", "en")
def test_a_word_finds_itself(text: str, lang: str | None) -> None:
    """Whatever stands in an article can be copied into the search box.

    Initials are spelled in capitals there, and Boeing737 has Boeing in articles too.
    """
    there = analyse(text, lang=lang)
    asked = analyse(text, side="query", lang=lang)

    found: dict[tuple[int, str], set[str]] = {}
    for start, exact, terms in zip(there.starts, there.exacts, there.terms, strict=True):
        found.setdefault((start, _undotted(exact)), set()).update(terms)
    assert all(
        set(terms) & found[start, _undotted(exact)]
        for start, exact, terms in zip(asked.starts, asked.exacts, asked.terms, strict=True)
    )


@given(TEXTS)
def test_every_word_has_its_exact_term_and_a_lemma(text: str) -> None:
    """A query of one tier alone (=word, or lemmas only) misses nothing."""
    analysed = analyse(text)

    assert all(
        f"x:{exact}" in terms for exact, terms in zip(analysed.exacts, analysed.terms, strict=True)
    )
    assert all(any(term.startswith("l:") for term in terms) for terms in analysed.terms)


@given(TEXTS)
def test_the_same_text_is_analysed_alike_again(text: str) -> None:
    """What is kept between texts must not show."""
    assert analyse(text) == analyse(text)


@given(TEXTS, st.text('("„“«', max_size=2), st.text(',.;:!?…)"”»', max_size=3))
def test_what_stands_around_a_word_changes_nothing_in_it(
    text: str, before: str, after: str
) -> None:
    """Pieces are kept without it."""
    words_alone = analyse(text, lang="ro", accented=True)
    words_inside = analyse(f"{before}{text}{after}", lang="ro", accented=True)

    assert words_alone.exacts == words_inside.exacts
    assert words_alone.terms == words_inside.terms


def test_a_romanian_clitic_is_not_joined_to_its_word() -> None:
    """S-a is two words of grammar, each none without the other, and sa a third one."""
    assert ("s-a", "s-a", "prim", "primministru", "ministru") == analyse(
        "s-a prim-ministru", lang="ro"
    ).exacts


def test_each_line_is_read_in_its_own_language() -> None:
    """A quoted English post takes English endings, the Romanian text around it Romanian ones."""
    text = "Președintele a vorbit despre acorduri.\nThe leaders were holding their meetings in the capital."
    analysed = analyse(text)
    terms = dict(zip(words_of(text, analysed), analysed.terms, strict=True))

    assert "l:meeting" in terms["meetings"]
    assert "l:acord" in terms["acorduri"]


def test_a_word_of_unknown_language_is_read_in_all_of_its_script() -> None:
    """One typed word seldom tells its language."""
    (terms,) = analyse("care", side="query").terms

    assert {"l:care"} <= set(terms)
    assert set(analyse("care", side="query", lang="en").terms[0]) | set(
        analyse("care", side="query", lang="ro").terms[0]
    ) == set(terms)


def test_a_language_without_dictionary_keeps_its_words() -> None:
    assert (("x:häuser", "l:hauser"),) == analyse("Häuser", lang="de").terms


def test_accents_of_the_article_decide_about_bare_words() -> None:
    """In an article that writes accents, a word without one is meant so."""
    assert "b:fata" in analyse("fata", lang="ro", accented=False).terms[0]
    assert "b:fata" not in analyse("fata", lang="ro", accented=True).terms[0]


def article(**given: object) -> Article:
    return Article(**{"article_id": "a", "title": "", "text": "", **given})  # type: ignore[arg-type]


def test_boilerplate_has_no_rows_and_leaves_no_gap() -> None:
    """Its words are shown and never searched, and a phrase runs across it."""
    text = "first words. READ MORE HERE last words."
    found = analyse_article(article(text=text, boilerplate=((13, 27),))).body

    assert ["first", "words", "last", "words"] == words_of(text, found)
    assert (0, 1, 2, 3) == found.positions


@pytest.mark.parametrize(("source", "rows"), [("given", 2), ("line", 2), ("sentence", 0)])
def test_a_title_taken_from_the_text_is_not_counted_twice(source: str, rows: int) -> None:
    assert rows == len(
        analyse_article(article(title="Two words", text="Two words.", title_source=source)).title
    )


def test_the_accents_of_a_title_count_for_the_text() -> None:
    """Some sites write accents in headlines alone, and then the text is not one without."""
    analysed = analyse_article(article(title="Știri", text="fata lui a plecat ieri de acasa"))

    assert not any(term.startswith("b:") for terms in analysed.body.terms for term in terms)


def test_an_endless_word_is_kept_short() -> None:
    assert {130} == {len(term) for terms in analyse("x" * 100_000).terms for term in terms}


def test_the_fingerprint_tells_analyses_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """An index of another analysis is refused, so the number must move with the code."""
    before = fingerprint()
    monkeypatch.setattr("search.analysis.fingerprint.ANALYSIS_VERSION", ANALYSIS_VERSION + 1)
    fingerprint.cache_clear()
    after = fingerprint()
    monkeypatch.undo()
    fingerprint.cache_clear()

    assert before != after
    assert before == fingerprint()


def test_the_language_of_a_text_is_told_here_too() -> None:
    assert "he" == language_of("שלום לכולם")
