"""Hebrew contacts that go on, are told of by their noun alone, or that another joined."""

from __future__ import annotations

import pytest

from tests.contacts.told import reported

A, B, C = "emmanuel-macron", "volodymyr-zelensky", "donald-tusk"
HELD = (
    # under way
    ("meeting", "מקרון וזלנסקי נפגשים כעת בפריז."),
    ("meeting", "מקרון וזלנסקי מקיימים ברגעים אלה את פגישתם."),
    ("meeting", "מקרון מקיים כעת פגישה עם זלנסקי."),
    ("call", "מקרון משוחח בשעה זו בטלפון עם זלנסקי."),
    # a noun
    ("meeting", "פגישתו של מקרון עם זלנסקי"),
    ("meeting", "פגישתו של מקרון עם זלנסקי על הסיוע"),
    ("call", "שיחה ראשונה בין מקרון לזלנסקי"),
    ("call", "פרטים חדשים על השיחה בין מקרון לזלנסקי"),
    ("call", "היומון פרסם אתמול פרטים על השיחה בין מקרון לזלנסקי."),
    ("call", "לשכת הנשיא מסרה על שיחת טלפון בין מקרון לבין זלנסקי."),
    ("call", "ארמון האליזה הודיע אתמול על שיחה בין מקרון ובין זלנסקי."),
    ("call", "שתי שיחות נערכו אתמול בין מקרון לבין זלנסקי."),
    ("meeting", 'מקרון אמר אחרי הפגישה כי "השיחה עם זלנסקי הייתה טובה".'),
    # a night has two days
    ("meeting", "מקרון נפגש הלילה (בין שני לשלישי) בפריז עם זלנסקי."),
    ("call", "מקרון שוחח בלילה שבין שבת לראשון עם זלנסקי."),
    # points
    ("call", "מקרון שׂוֹחַח בַּטֶּלֶפוֹן עִם זלנסקי."),
    ("meeting", "מקרון נִפְגַּשׁ אֶתְמוֹל עִם זלנסקי בְּפריז."),
    ("message", "מקרון כתב לזלנסקי על מנת לברך אותו."),
)
NOT_HELD = (
    "הקרמלין הודיע על שיחה צפויה בין מקרון לבין זלנסקי.",
    "הקרמלין הודיע על שיחה שתתקיים מחר בין מקרון לבין זלנסקי.",
    "אין פרטים על השיחה המתוכננת בין מקרון לזלנסקי.",
    "פרטים על השיחה בין מקרון לזלנסקי יפורסמו לאחר קיומה.",
    "השליח אמר על השיחה בין מקרון לבין זלנסקי שהיא תתקיים בקרוב.",
    "פגישתו של מקרון עם זלנסקי בסכנה",
    "לקראת פגישתו של מקרון עם זלנסקי",
    "מקרון אמר לאחר הפגישה כי השיחה עם זלנסקי תתקיים מחר.",
    "בחודש מאי השנה נפגש מקרון עם זלנסקי.",
    "ההחלטה באה שלושה ימים אחרי הפסגה בין מקרון לזלנסקי.",
    "מקרון וזלנסקי לא נפגשים כעת.",
)
JOINED = (
    ("call", "מקרון וזלנסקי שוחחו אמש בטלפון, כשדונלד טוסק הצטרף לשיחה."),
    ("call", "מקרון שוחח אמש בטלפון עם זלנסקי, ודונלד טוסק הצטרף לשיחה."),
)


@pytest.mark.parametrize(("kind", "text"), HELD)
def test_a_contact_under_way_or_told_of_by_its_noun_was_held(kind: str, text: str) -> None:
    found = reported(text, lang="he")

    assert [(kind, {A, B})] == [(one.kind, set(one.leaders)) for one in found]


@pytest.mark.parametrize("text", NOT_HELD)
def test_a_noun_of_what_is_to_come_or_long_past_is_no_contact(text: str) -> None:
    assert [] == list(reported(text, lang="he"))


@pytest.mark.parametrize(("kind", "text"), JOINED)
def test_who_joined_a_call_took_part_in_it(kind: str, text: str) -> None:
    found = reported(text, lang="he")

    assert [(kind, {A, B, C})] == [(one.kind, set(one.leaders)) for one in found]


def test_who_was_told_of_a_call_took_no_part_in_it() -> None:
    found = reported("שתי שיחות נערכו אתמול בין מקרון לבין זלנסקי, ודונלד טוסק עודכן.", lang="he")

    assert [{A, B}] == [set(one.leaders) for one in found]
