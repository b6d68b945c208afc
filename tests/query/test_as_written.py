"""Words as people write them.

What differs in a sign, a letter or a case finds each other, and nothing else.
A row: what is typed, what an article says, whether that is found as typed.
"""

from __future__ import annotations

from functools import cache

import pytest

from search import names
from search.analysis.normalize import strip_accents
from search.model.articles import Article
from search.model.response import Search
from search.service.searcher import Searcher
from tests.archive import searcher_of

Row = tuple[str, str, bool]

QUOTATIONS: list[Row] = [
    ("מעריב", "השר אמר ל'מעריב' כי יתפטר", True),
    ("גלובס", "הכתבה ב׳גלובס׳ עוררה סערה", True),
    ("ידיעות", "לפי ה’ידיעות אחרונות’ נדחתה הפגישה", True),
    ("חיזבאללה", "מפקדי ה'חיזבאללה' נפגשו", True),
    ('"שומר החומות"', "לקחי מבצע ה'שומר החומות' נלמדו", True),
    ('"כנפי ציון"', "המטוס המריא עם ה׳כנפי ציון׳ לוושינגטון", True),
    ("סמית'", "ג'ון סמית' נאם", True),
    ("אקיפ", "עיתון הספורט ל'אקיפ פרסם", True),
    ("לאקיפ", "עיתון הספורט ל'אקיפ פרסם", True),
    ("ז'נבייב", "לז'נבייב הוגש זר", True),
    ("צ'כיה", "נשיא צ'כיה נחת", True),
    ("ניפר", "ג'ניפר לא הגיעה", False),
    ("כיה", "נשיא צ'כיה נחת", False),
    ("רץ", "ל'הארץ' נמסר", False),
]
HEBREW_COMPOUNDS: list[Row] = [
    ("ביןיבשתי", "טיל בין־יבשתי שוגר", False),  # a final letter inside is no spelling of ours
    ("בינגושי", "מפגש בין-גושי נערך", True),
    ("בין-גושי", "מפגש בינגושי נערך", True),
    ("בין גושי", "מפגש בינגושי נערך", True),
    ("בינכוכבי", "מסע בין־כוכבי", True),
    ("דו צדדי", "הסכם דוצדדי נחתם", True),
    ("דוצדדי", "הסכם דו צדדי נחתם", True),
    ("רב לאומי", "כוח רבלאומי נפרס", True),
    ("תתוועדה", "דיון בתת וועדה", True),
    ("גאו פוליטי", "סיכון גאופוליטי גובר", True),
    ("סוציואקונומי", "מצב סוציו אקונומי קשה", True),
    ("ביניבשתי", "טיל בין יבשתי שוגר", True),
    ("אנטישמי", "אירוע אנטי שמי נרשם", True),
    ("חד שות", "חדשות היום", False),
    ("דו רות", "דורות באו", False),
    ("מלכ*", "מלך ירדן נחת", True),
    ("מלך*", "מלכים ונסיכים", True),
    ("שופט*", "שופטים", True),
]
POINTED: list[Row] = [
    ("כֹּתֶל", "תפילה ברחבת הכותל", True),
    ("כותל", "הַכֹּתֶל", True),
    ("שֻׁלְחָן", "שולחן המשא ומתן", True),
    ("חֹפֶשׁ", "חופש העיתונות", True),
    ("שָׁלֹשׁ", "שלווה", False),
    ("כֹּה", "כוה", False),
]
BARE_LETTERS: list[Row] = [
    ("Lukasz", "Łukasz Nowak spoke", True),
    ("Gdansk Wroclaw", "the mayors of Gdańsk and Wrocław met", True),
    ("Tromso", "talks in Tromsø went on", True),
    ("Aeroskobing", "Ærøskøbing", True),
    ("Thingvellir", "at Þingvellir on Friday", True),
    ("Strasse", "auf der Straße", True),
    ("Dordevic", "minister Đorđević resigned", True),
    ("Diyarbakir", "in Diyarbakır on Monday", True),
    ("Schröder", "Schroeder resigned", True),
    ("Schroeder", "Schröder resigned", True),
    ("Schroder", "Schröder resigned", True),
    ("Stoltenberg", "Støltenberg", True),
    ("Stefanescu", "Ștefan a plecat", False),
    ("Stefan", "Ștefănescu a sosit", False),
    ("putin", "a vorbit puțin", False),
    ("presedintele", "PRESEDINTELE A SEMNAT\nPreședintele și țara lui", True),
    ("guvernării", "CRIZA GUVERNARII\nȚara și orașul", True),
    ("puțin", "PUTIN A VORBIT\nȚara și orașul", False),
]
FIGURES: list[Row] = [
    ("MiG-31", "avioanele MiG31 au decolat", True),
    ("MiG31", "two MiG-31 jets", True),
    ("MiG 31", "two MiG-31 jets", True),
    ("MiG31", "a MiG 31 fell", True),
    ("MiG-31", "a MiG 31 fell", True),
    ("B-52", "B52 bombers flew", True),
    ("Су-34", "самолёт Су34 упал", True),
    ("Т72", "танки Т-72", True),
    ("T-72", "מטוסי T72", True),
    ("G7", "Summitul G-7 de la Hiroshima", True),
    ("G-7", "Miniștrii G7 s-au reunit", True),
    ("A400M", "the A400M landed", True),
    ("F-35", "F-35s were sold", True),
    ("F35", "F-35-urile au decolat", True),
    ("F-35", "page 35 of it", False),
    ("C-17", "17 C and 16 F", False),
    ("10", "15-10 was the score", True),
]
DOTS: list[Row] = [
    ("U.K.", "The UK envoy left", True),
    ("UK", "The U.K. envoy left", True),
    ("E.U.", "EU leaders met", True),
    ("N.A.T.O.", "NATO met", True),
    ("I.A.E.A.", "IAEA inspectors left", True),
    ("e.u.", "you met", False),
]
CAPITALS: list[Row] = [
    ("IT", "it was late", False),
    ("IT", "the IT department", True),
    ("it", "the IT department", True),
    ("WHO", "the man who left", False),
    ("WHO", "the WHO envoy", True),
    ("PAS", "un pas înainte", False),
    ("PAS", "deputații PAS au votat", True),
    ("MAI", "în luna mai", False),
    ("UE", "Uniunea Europeană (UE) a decis", True),
    ("NATO", "Nato allies met", True),
    ("SENATE DOES NOT PASS BUDGET", "Senate does not pass budget", True),
    ("OIL OR GAS", "oil or gas", True),
    ("OIL OR GAS", "oil only", False),
    ("Oil OR Gas", "oil only", True),
    ("CONGRESS TELLS US", "congress tells us", True),
]
PARTS: list[Row] = [
    ("e", "e-mail", False),
    ("e-mail", "email", True),
    ("e mail", "an e-mail came", True),
    ("email", "an e-mail came", True),
    ("e-mail", "an e-book", False),
    ("x ray", "an x-ray machine", True),
    ("re elected", "he was re-elected", True),
    ('"e mail address"', "his e-mail address", True),
    ("co", "a co-author", False),
    ("author", "a co-author", True),
    ("Kim Jong Un", "Kim Jong-un spoke", True),
    ("Ban Ki moon", "Ban Ki-moon spoke", True),
    ("Al Assad", "Bashar Al-Assad", True),
    ("а", "15-а школа", False),
    ("15-а", "15-а школа", True),
    ("th", "the 20-th century", False),
    ('"s-a intalnit"', "s-a întâlnit cu el", True),
    ("s a intalnit", "s-a întâlnit cu el", True),
    ("într-adevăr", "intr-adevar a spus", True),
    ("sa", "s-a dus acasă și țara", False),
]
ADDRESSES: list[Row] = [
    ("gov.il", "see gov.il/he/pages/x", True),
    ("gov.md", "https://www.gov.md/ro/content", True),
    ("www.gov.md", "see http://gov.md/x", True),
    ("https://gov.md/", "see gov.md/x", False),
    ("https://gov.md/", "see https://gov.md/", True),
    ("gov.md", "mail office@gov.md today", True),
    ("office@gov.md", "see gov.md/x", False),
    ("gov.md/a", "see gov.md/b", False),
    ("gov.md/a", "see gov.md/a", True),
    ("gov", "see gov.md/a", False),
]
SIGNS: list[Row] = [
    ("п'ятниця", "у п`ятницю", True),
    ("п'ять", "п´ять п′ять", True),
    ("ODonnell", "Mr O'Donnell", True),
    ("O'Donnell", "Mr ODonnell", True),
    ("Sanaa", "in Sana'a today", True),
    ("were", "we're here", False),
    ("hell", "he'll come", False),
    ("cant", "He can't come", False),
    ("minister", "the mini\u200bster", True),
    ("צ'רנוביץ", "צ′רנוביץ", True),
    ('רמטכ"ל', "הרמטכ″ל", True),
    ("climate deal", "#ClimateDeal now", True),
    ("#ClimateDeal", "the climate deal", True),
    ("deal", "#ClimateDeal now", True),
    ("NATO", "#NATO now", True),
    ("goal keepers", "the goalkeepers left", True),
    ("goalkeepers", "the goal keepers left", True),
]


@cache
def _archive(text: str) -> Searcher:
    return searcher_of([Article(article_id="1", title="", text=text)])


def is_found(query: str, text: str) -> bool:
    """Whether a query finds an article as it was typed: no looser reading, no part of the query."""
    answer = _archive(text).search(Search(query=query))
    return (
        answer.total > 0
        and answer.match == "all"
        and "loose" not in {hint.code for hint in answer.hints}
    )


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        pytest.param(*row, id=f"{kind}-{place}")
        for kind, rows in (
            ("quotation", QUOTATIONS),
            ("compound", HEBREW_COMPOUNDS),
            ("pointed", POINTED),
            ("letter", BARE_LETTERS),
            ("figures", FIGURES),
            ("dots", DOTS),
            ("capitals", CAPITALS),
            ("part", PARTS),
            ("address", ADDRESSES),
            ("sign", SIGNS),
        )
        for place, row in enumerate(rows)
    ],
)
def test_what_is_written_otherwise_is_found(query: str, text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == is_found(query, text)


def _is_latin(name: str) -> bool:
    return not name.isascii() and strip_accents(name.casefold()).isascii()


@pytest.mark.parametrize("language", ["en", "ro"])
def test_every_leader_with_latin_letters_is_found_typed_bare(language: str) -> None:
    """No keyboard of ours has ł, ø and ğ."""
    written = [
        row.name for row in names.leaders() if row.language == language and _is_latin(row.name)
    ]
    missed = [
        name
        for name in written
        if not is_found(strip_accents(name.casefold()), f"The minister {name} spoke on Sunday")
    ]

    assert [] == missed


def test_initials_are_words_where_nothing_has_them_so() -> None:
    """Who types US where no article has it finds us, and is told."""
    answer = _archive("they told us so").search(Search(query="US"))

    assert (1, True) == (answer.total, "loose" in {hint.code for hint in answer.hints})
