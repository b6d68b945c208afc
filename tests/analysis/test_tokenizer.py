"""Where words begin and end, and what belongs to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.tokenizer import chunks, tokenize
from search.analysis.word_spans import ONE

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)
TRICKY = st.text(
    st.sampled_from("אבהושל\"'׳״’”“-־–\u2011 a1é.@#_/\u200f\u200d\u00ad\u200cمیها😀\n"), max_size=40
)


def spelled(text: str) -> list[str]:
    return [word.spelled for word in tokenize(text)]


def shown(text: str) -> list[str]:
    return [text[word.start : word.end] for word in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            'אמר "לא", ויצא.',
            ["אמר", "לא", "ויצא"],
            id="quotation marks around a word are none of its letters",
        ),
        pytest.param(
            'דובר צה״ל ודובר משטרת ת"א',
            ["דובר", "צה״ל", "ודובר", "משטרת", 'ת"א'],
            id="gershayim are letters",
        ),
        pytest.param(
            "צה”ל צה“ל צה''ל צה׳׳ל",
            ["צה”ל", "צה“ל", "צה''ל", "צה׳׳ל"],
            id="gershayim in every shape",
        ),
        pytest.param("ג׳ורג׳ וצ'רלס", ["ג׳ורג׳", "וצ'רלס"], id="geresh inside and at the end"),
        pytest.param(
            "הוא אמר 'בוקר' ויצא", ["הוא", "אמר", "בוקר", "ויצא"], id="a closing mark is no geresh"
        ),
        pytest.param(
            'נכתב ב"ידיעות" וב״מעריב״',
            ["נכתב", "ידיעות", "מעריב"],
            id="prefixes before a quotation",
        ),
        pytest.param('אמר"שלום', ["אמר", "שלום"], id="a forgotten space before a quotation"),
        pytest.param(
            'הדו"חות של המנכ"לית', ['הדו"חות', "של", 'המנכ"לית'], id="an acronym with an ending"
        ),
        pytest.param(
            "ה-80 ב־1948 מ–7 ו2016", ["80", "1948", "7", "2016"], id="prefixes before a number"
        ),
        pytest.param("ב-CNN", ["CNN"], id="prefixes before another script"),
        pytest.param(
            "The leader's call; the leaders’ calls",
            ["The", "leader", "call", "the", "leaders", "calls"],
            id="'s",
        ),
        pytest.param("don't O’Brien", ["don't", "O’Brien"], id="apostrophes inside"),
        pytest.param(
            "l'Élysée d’accord qu'elle all'Italia",
            ["Élysée", "accord", "d’accord", "elle", "Italia"],
            id="what french and italian tie to a vowel",
        ),
        pytest.param(
            "D'Angelo N'Djamena M'Hamed aujourd'hui",
            ["D'Angelo", "N'Djamena", "M'Hamed", "aujourd'hui"],
            id="names and words that only look so",
        ),
        pytest.param("⅔ din voturi", ["2", "3", "din", "voturi"], id="a fraction is its figures"),
        pytest.param(
            "В.Путин M.Sandu Ph.D U.S",
            ["В", "Путин", "M", "Sandu", "Ph.D", "U.S"],
            id="a dot before a name",
        ),
        pytest.param(
            "he said.The call", ["he", "said", "The", "call"], id="a sentence that lost its space"
        ),
        pytest.param("in the 80's", ["in", "the", "80"], id="a decade"),
        pytest.param(
            "10.000 lei, 3,5% la 17.30",
            ["10.000", "lei", "3,5", "la", "17.30"],
            id="numbers are whole",
        ),
        pytest.param("17\u00a0000 рублей", ["17000", "рублей"], id="a space between thousands"),
        pytest.param("12 500 de lei", ["12500", "de", "lei"], id="a plain one too"),
        pytest.param("în 2019 300 de", ["în", "2019", "300", "de"], id="but a year is no thousand"),
        pytest.param("022 210 300", ["022", "210", "300"], id="nor is a telephone"),
        pytest.param("İzmir’de Putin'i", ["İzmir", "Putin"], id="cases of turkish names"),
        pytest.param("Hawai'i Sana'a", ["Hawai'i", "Sana'a"], id="but not behind a vowel"),
        pytest.param("N₂O", ["N₂O"], id="small figures"),
        pytest.param(
            "می\u200cرود می رود کتاب ها",
            ["می\u200cرود", "میرود", "کتابها"],
            id="persian prefixes and endings",
        ),
        pytest.param("😀 бўлади 🇮🇱", ["бўлади"], id="emoji are no words"),
        pytest.param("… — – ' \" @ # _", [], id="signs alone are no words"),
    ],
)
def test_words_are_those_that_a_reader_sees(text: str, found: list[str]) -> None:
    assert found == spelled(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://example.org/a-b?c=d, please", "https://example.org/a-b?c=d"),
        ("(www.example.org)", "www.example.org"),
        ("pic.example.com/Ab1", "pic.example.com/Ab1"),
        ("write to first.last@example.org.", "first.last@example.org"),
        ("by @some_one today", "some_one"),
    ],
    ids=["address", "no scheme", "host and path", "e-mail", "handle"],
)
def test_what_no_dictionary_has_is_one_literal_word(text: str, found: str) -> None:
    """Versions of ICU cut these up in different ways."""
    assert [found] == [word.spelled for word in tokenize(text) if word.kind == "literal"]


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("at https://en.example.org/a", ["example.org", "en.example.org"]),
        ("news.example.co.il", ["example.co.il"]),
        ("www.example.co.il/a", ["example.co.il"]),
        ("write to me@mail.example.org", ["example.org", "mail.example.org"]),
        ("on p.m. 1.2.3", []),
    ],
    ids=["an address", "a host", "a site of a country", "e-mail", "no host"],
)
def test_an_address_is_found_by_its_host_and_its_site(text: str, hosts: list[str]) -> None:
    assert hosts == [word.spelled for word in tokenize(text) if word.kind == "host"]


def test_an_address_is_found_without_its_scheme() -> None:
    found = tokenize("https://www.example.org/a/")

    assert ["example.org/a"] == [word.spelled for word in found if word.kind == "bare"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "a cease-fire holds",
            [(0, "a"), (1, "cease"), (1, "ceasefire"), (2, "fire"), (3, "holds")],
        ),
        ("תל־אביב", [(0, "תל"), (0, "תלאביב"), (1, "אביב")]),
        ("#Peace_Talks", [(0, "Peace"), (0, "PeaceTalks"), (1, "Talks")]),
        ("prim‑ministru", [(0, "prim"), (0, "primministru"), (1, "ministru")]),
        ("2014–2026", [(0, "2014"), (1, "2026")]),
        (
            "la-la-land-so-long-ago",
            [(0, "la-la"), (1, "la-la"), (2, "land"), (3, "land-so"), (4, "long"), (5, "ago")],
        ),
    ],
    ids=[
        "hyphen",
        "maqaf",
        "tag",
        "non-breaking hyphen",
        "numbers are not joined",
        "nor are long chains, whose short parts are no words",
    ],
)
def test_a_compound_is_also_one_word_at_its_first_part(
    text: str, rows: list[tuple[int, str]]
) -> None:
    """Cease-fire, cease fire and ceasefire find each other."""
    assert rows == [(word.position, word.spelled) for word in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ('נאמר ב"הארץ" אתמול', ["נאמר", 'ב"הארץ', "אתמול"]),
        ("the leader's call", ["the", "leader's", "call"]),
        ("יום השנה ה-80", ["יום", "השנה", "ה-80"]),
        ("\u200fשל\u200dום\u202c עולם", ["של\u200dום", "עולם"]),
        ("coope\u00adrare", ["coope\u00adrare"]),
        ("😀 שלום", ["שלום"]),
    ],
    ids=[
        "prefix and quotation",
        "possessive",
        "prefix and number",
        "direction marks",
        "soft hyphen",
        "emoji before",
    ],
)
def test_offsets_show_the_whole_word_as_written(text: str, stretches: list[str]) -> None:
    """A mark on the page covers a word with its prefixes and endings."""
    assert stretches == shown(text)


@given(st.one_of(ANY_TEXT, TRICKY))
def test_rows_lie_inside_the_text_in_reading_order(text: str) -> None:
    """Engines, facets and highlights read the rows in this order."""
    rows = [(word.start, word.end, word.position) for word in tokenize(text)]

    assert all(0 <= start < end <= len(text) for start, end, _ in rows)
    assert [(start, end) for start, end, _ in rows] == sorted(
        (start, end) for start, end, _ in rows
    )
    assert sorted({position for *_, position in rows}) == list(
        range(rows[-1][2] + 1 if rows else 0)
    )


@given(st.one_of(ANY_TEXT, st.from_regex(ONE, fullmatch=True)))
def test_letters_of_one_script_alone_are_the_word_that_the_rules_make_of_them(text: str) -> None:
    """Most pieces are such, and the rules take ten times as long."""
    spaced = f"{text} "

    assert tokenize(spaced) == tokenize(text)


@given(st.one_of(ANY_TEXT, TRICKY))
def test_pieces_cover_all_that_is_written(text: str) -> None:
    """A text is analysed piece by piece: nothing between them may be lost."""
    pieces = list(chunks(text, 3))
    covered = {start - 3 + step for start, piece in pieces for step in range(len(piece))}

    assert [piece for _, piece in pieces] == [
        text[start - 3 : start - 3 + len(piece)] for start, piece in pieces
    ]
    assert all(char.isspace() for place, char in enumerate(text) if place not in covered)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("  ", []),
        (" a,\nb ", [(1, "a,"), (4, "b")]),
        ("10\u00a0000 lei", [(0, "10\u00a0000"), (7, "lei")]),
        ("او می شود", [(0, "او"), (3, "می شود")]),
    ],
    ids=["spaces", "words", "a number with a space", "a Persian verb"],
)
def test_what_a_rule_may_reach_over_is_one_piece(text: str, pieces: list[tuple[int, str]]) -> None:
    assert pieces == [(start, piece) for start, piece in chunks(text) if piece]


@pytest.mark.parametrize(
    "unit", ["a", "א", "@", "a.", "a-", "א'", 'א"בגד', "می ", "\u200f", "1 ", "a@", "אב"]
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    """A hostile text must not stop an archive.

    This one would take hours if a rule looked back over it.
    """
    assert tokenize(unit * 20_000) is not None
