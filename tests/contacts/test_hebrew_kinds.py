"""Kinds of Hebrew sentences: what is told with one more kind of word, frame or chronicle."""

from __future__ import annotations

import pytest

from tests.contacts.told import reported

A, B, C = "emmanuel-macron", "volodymyr-zelensky", "donald-trump"
HELD = (
    ("call", "מקרון היה על הקו עם זלנסקי במשך שעה."),
    ("call", "לקראת הפסגה בקהיר שוחחו אתמול בטלפון מקרון וזלנסקי."),
    ("call", "מקרון תיאם עמדות בטלפון עם זלנסקי."),
    ("call", "מקרון הספיק לשוחח בטלפון עם זלנסקי."),
    ("call", "בין ישיבה לישיבה מצא מקרון זמן לשיחת טלפון עם זלנסקי."),
    ("call", "מקרון קטע את ישיבת הממשלה כדי לדבר בטלפון עם זלנסקי."),
    ("call", "בשיחת טלפון שהתקיימה בין מקרון לזלנסקי סוכם על הפסקת אש."),
    ("call", 'מקרון לזלנסקי בשיחת טלפון: "לא ניסוג".'),
    ("call", "בטלפון אמר מקרון לזלנסקי כי אין שינוי."),
    ("call", "מקרון לא הסתפק בהודעה והתקשר אל זלנסקי."),
    ("meeting", "מקרון קיבל אתמול לפגישת עבודה בפריז את זלנסקי."),
    ("meeting", "מקרון הסתגר עם זלנסקי שעתיים בארמון."),
    ("meeting", "מקרון התיישב לשיחה עם זלנסקי."),
    ("meeting", "אחרי שעתיים של שיחות עם זלנסקי חזר מקרון לפריז."),
    ("meeting", "מעל צלחת חומוס ביפו הסכימו מקרון וזלנסקי על המתווה."),
    ("meeting", "מקרון בילה יומיים בחברתו של זלנסקי."),
    ("meeting", "מקרון וזלנסקי יצאו מפגישתם ללא הסכם."),
    ("meeting", "הפגישה בין מקרון לזלנסקי לא הניבה תוצאות."),
    ("meeting", "מקרון הטיח בזלנסקי בפגישה טעונה האשמות."),
    ("meeting", "עם זלנסקי קיים מקרון פגישה ממושכת."),
    ("meeting", "אתמול נפגשו בקייב מקרון וולודימיר זלנסקי."),
    ("message", "מקרון כתב לזלנסקי כי אין שינוי."),
    ("message", "המכתב ששלח מקרון לזלנסקי מחזיק שמונה עמודים."),
    ("message", "במכתב שמקרון שלח לזלנסקי נאמר כי אין שינוי."),
    ("message", "איגרתו של מקרון אל זלנסקי נשלחה אתמול."),
    ("message", "מקרון העביר לזלנסקי באמצעות השגריר מכתב."),
    ("message", "את צערו הביע מקרון במכתב לזלנסקי."),
)
NOT_HELD = (
    "מקרון נועד להחליף את זלנסקי.",
    "מקרון לא הספיק לשוחח עם זלנסקי.",
    "מקרון ניצל את נאומו כדי לדבר על זלנסקי.",
    "מקרון מתעקש כי שוחח עם זלנסקי; בקייב אומרים כי לא הייתה שיחה כזאת.",
    "הסרט שבו מקרון נפגש עם זלנסקי הוקרן אתמול.",
    "לקראת פגישתו עם זלנסקי אמר מקרון כי אין שינוי.",
    "מקרון כתב כי זלנסקי טועה.",
    "מקרון שלח מכתב לעובדים על זלנסקי.",
    "המכתב ששלח מקרון לעיתונים על זלנסקי פורסם.",
    "מקרון וזלנסקי הסתגרו כל אחד בלשכתו.",
    "מקרון הקדיש נאום שלם לזלנסקי.",
    "מקרון ישב בממשלה עם זלנסקי.",
    "מקרון מצא את זלנסקי אשם.",
    "בשיחתם האחרונה הבטיח מקרון לזלנסקי סיוע.",
)


@pytest.mark.parametrize(("kind", "text"), HELD)
def test_what_was_held_is_told_with_its_kind(kind: str, text: str) -> None:
    assert [(kind, {A, B})] == [(one.kind, set(one.leaders)) for one in reported(text, lang="he")]


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_was_not_held_is_not_told(text: str) -> None:
    assert [] == list(reported(text, lang="he"))


@pytest.mark.parametrize(
    ("leaders", "text"),
    [
        ([{A, B, C}], "פגישה משולשת התקיימה בין מקרון, זלנסקי וטראמפ."),
        ([{A, B, C}], "מקרון הפגיש בין זלנסקי לטראמפ בקהיר."),
        ([{A, B}, {A, C}], "מקרון נפגש בקהיר עם זלנסקי ובריאד עם טראמפ."),
        ([{A, B}, {A, C}], "מקרון נפגש עם זלנסקי, ולאחר מכן עם טראמפ."),
        (
            [{A, B}, {A, C}],
            "מקרון השלים סבב: בקייב התקבל אצל זלנסקי, ובריאד נפגש עם טראמפ.",
        ),
    ],
)
def test_a_group_is_one_contact_and_two_meetings_are_two(
    leaders: list[set[str]], text: str
) -> None:
    found = [set(one.leaders) for one in reported(text, lang="he")]

    assert sorted(map(sorted, leaders)) == sorted(map(sorted, found))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("he", "9 במרץ: מקרון משוחח בטלפון עם זלנסקי."),
        ("he", "יומן המלחמה, 9 במרץ: מקרון וזלנסקי מדברים בטלפון כשעה."),
        ("en", "9 March: Macron speaks by phone with Zelensky."),
    ],
)
def test_an_entry_of_a_chronicle_is_told_in_the_present_and_has_its_day(
    lang: str, text: str
) -> None:
    found = reported(text, lang=lang, published="2026-03-10")

    assert [("call", "2026-03-09", "text")] == [
        (one.kind, one.date, one.date_source) for one in found
    ]


def test_an_entry_of_a_day_to_come_is_a_plan() -> None:
    assert [] == list(
        reported("12 במרץ: מקרון משוחח בטלפון עם זלנסקי.", lang="he", published="2026-03-10")
    )
