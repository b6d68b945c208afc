"""Hebrew: letters before words and names, and the words that only look like them."""

from __future__ import annotations

import pytest

from index.contacts.hebrew import before_word
from tests.contacts.told import reported

FRIDAY = "2025-03-14"

Told = set[tuple[str, frozenset[str], str | None]]


def told(text: str) -> Told:
    found = reported(text, lang="he", published=FRIDAY)
    return {(one.kind, frozenset(one.leaders), one.date) for one in found}


@pytest.mark.parametrize(
    ("phrase", "known", "expected"),
    [
        ("וכשנפגש", {"נפגש": "meet"}, ("וכש", "meet")),
        ("ובשבת", {"שבת": "weekday-6"}, ("וב", "weekday-6")),
        ("ובהשבת", {"שבת": "weekday-6"}, None),  # `and in returning`
        ("ומשמר", {"מר": "title"}, None),  # `and a guard`
        ("כאמור", {"אמור": "not"}, None),  # `as was said`, and not `as is due`
        ("מלהיפגש", {"להיפגש": "not"}, ("מ", "not")),
        ("למנהיג", {"המנהיג": "title"}, ("ל", "title")),  # its article is not written
        ("כיום", {"היום": "today"}, None),  # `nowadays`
        ("מהם", {"הם": "break"}, None),  # `of them`, and not `from they`
        ("באולם", {"אולם": "break"}, None),  # `in a hall`, and not `in but`
        ("ואולם", {"אולם": "break"}, ("ו", "break")),
        ("משהו", {"שהו": "spend"}, None),  # `something`
    ],
)
def test_letters_stand_before_a_word_in_their_order(
    phrase: str, known: dict[str, str], expected: tuple[str, str] | None
) -> None:
    assert expected == before_word(phrase, known)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("מקרון נפגש היום עם זלנסקי בפריז ודן עמו בהשבת הילדים ובהשבת השבויים.", FRIDAY),
        ("מקרון נפגש עם זלנסקי (יום ה') בפריז.", "2025-03-13"),
        ("מקרון נפגש במוצאי שבת עם זלנסקי בפריז.", "2025-03-08"),
    ],
)
def test_a_day_is_one_that_is_named(text: str, day: str) -> None:
    """A day is Saturday where the word stands alone: `returning` is written with its letters."""
    pair = frozenset({"emmanuel-macron", "volodymyr-zelensky"})

    assert {("meeting", pair, day)} == told(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("message", "מקרון קיבל מזלנסקי מכתב תודה ארוך."),
        ("meeting", "לאחר כמעט שנתיים נפגשו מקרון וזלנסקי בפריז."),
        ("meeting", "מקרון קיבל אתמול את פני זלנסקי בחצר הארמון."),
        ("meeting", "מקרון נפרד מזלנסקי בשדה התעופה, וקודם לכן קיימו השניים פגישת עבודה."),
        ("meeting", "כאמור, מקרון נועד עם זלנסקי בפריז."),
        ("meeting", "נועד אתמול בפריז הנשיא מקרון עם הנשיא זלנסקי."),
        ("meeting", "עם זלנסקי נפגש אתמול מקרון."),
        ("meeting", "בארמון התקבל אתמול זלנסקי על ידי מקרון."),
        ("meeting", "בתום פגישה של שעתיים, הודה מקרון לזלנסקי."),
        ("meeting", "זלנסקי הגיע לפריז, שם קיבל את פניו מקרון."),
        ("meeting", "מקרון הפציר בזלנסקי בפגישתם להמשיך במגעים."),
        ("call", "על המגעים שוחחו אתמול בשיחת טלפון מקרון וזלנסקי."),
        ("call", "בשיחת טלפון ארוכה ביקש מקרון מזלנסקי להמשיך במגעים."),
        ("call", "בשיחה שקיים אתמול עם זלנסקי הביע מקרון דאגה."),
        ("call", "ביקש מקרון מזלנסקי בשיחת טלפון להמשיך במגעים."),
        ("meeting", "בזר פרחים קידם אתמול מקרון את פני זלנסקי."),
        ("meeting", "לפתחו של הארמון לחץ מקרון את ידו של זלנסקי."),
        ("meeting", "לאחר שנועד בפריז עם זלנסקי, אמר מקרון כי צרפת תסייע."),
        ("meeting", "מקרון ליווה את זלנסקי אל הארמון, ושם ישבו השניים לשיחה."),
        ("call", "שיחה בת שעה קיימו אתמול בטלפון מקרון וזלנסקי."),
        ("call", "בסיום השיחה, מקרון הודה לזלנסקי."),
        ("call", "שיחת הטלפון בין מקרון לזלנסקי הייתה קצרה."),
        ("call", "זלנסקי שמע ממקרון בטלפון כי הסיוע אושר."),
        ("call", "מקרון, העומד בראש ממשלת צרפת, שוחח בטלפון עם זלנסקי."),
        ("meeting", "ישב אתמול מול זלנסקי נשיא צרפת עמנואל מקרון."),
        ("meeting", "מקרון נחת בקייב, ולחץ בתחנת הרכבת את ידו של זלנסקי."),
        ("call", "מקרון וזלנסקי התווכחו בטלפון."),
        ("call", "מקרון סיפר כי שוחח הלילה בטלפון עם זלנסקי."),
        ("call", "הרים אתמול מקרון טלפון לזלנסקי."),
        ("message", "במכתב ששלח לזלנסקי כתב מקרון כי צרפת תסייע."),
        ("message", "אתמול שיגר מקרון איגרת תודה לזלנסקי."),
        ("message", "מכתב אישי קיבל מקרון מזלנסקי."),
    ],
)
def test_what_was_held_is_told(kind: str, text: str) -> None:
    pair = frozenset({"emmanuel-macron", "volodymyr-zelensky"})

    assert {(kind, pair)} == {(found, leaders) for found, leaders, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "מקרון הודה לזלנסקי על הברכות.",
        "מקרון קיבל מזלנסקי תמיכה בהצעתו.",
        "יש לקוות שמקרון וזלנסקי נפגשו בשקט.",
        "פרשנים העריכו שמקרון שוחח עם זלנסקי.",
        "מקרון נמנע מלהיפגש עם זלנסקי.",
        "בפגישת הקבינט הודה מקרון לזלנסקי.",
        "באיגרת לאומה הודה זלנסקי למקרון.",
        "בווידאו קצר בירך זלנסקי את מקרון.",
        "מקרון קידם אתמול את זלנסקי בסקרים.",
        "מקרון לחץ על זלנסקי להתפשר.",
        "שיחת הטלפון בין מקרון לזלנסקי הייתה אמורה להתקיים.",
        "בפריז נפגשו מקרון וזלנסקי אחת לחודש.",
        "שיחת הטלפון בין מקרון לזלנסקי נקבעה לערב, אך לא התקיימה.",
        "מקרון תקף את זלנסקי, ובפגישתם בפריז גינו השרים את שניהם.",
        "על זלנסקי דיבר אתמול מקרון עם כתבים.",
        "שוחח על כך אתמול יועצו של מקרון עם שליחו של זלנסקי.",
    ],
)
def test_what_was_not_held_is_not_told(text: str) -> None:
    assert set() == told(text)


@pytest.mark.parametrize(
    ("leaders", "text"),
    [
        (
            {"tamim-bin-hamad", "emmanuel-macron"},
            "האמיר תמים בן חמד אל תאני קיבל את מקרון בדוחא.",
        ),
        (
            {"emmanuel-macron", "volodymyr-zelensky"},
            '"תודה, זלנסקי היקר", אמר מקרון, כשנפגש עם זלנסקי.',
        ),
        ({"sergey-lavrov", "wang-yi"}, "לברוב ו-וואנג יי נפגשו במינסק."),
        ({"hakan-fidan", "marco-rubio"}, "רוביו נפגש עם האקאן פידאן באנטליה."),
        ({"yitzhak-rabin", "yasser-arafat"}, "יצחק רבין ויאסר ערפאת לחצו ידיים."),
    ],
)
def test_who_took_part_is_named(leaders: set[str], text: str) -> None:
    """A family's name in `al`, who is only spoken to in a quotation, a given name behind `and`."""
    assert {("meeting", frozenset(leaders))} == {(kind, who) for kind, who, _ in told(text)}
