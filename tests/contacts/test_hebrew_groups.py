"""Hebrew: groups, places, and contacts that are told by whoever went to them or came out."""

from __future__ import annotations

import pytest

from index.tagging import tag
from search.analysis.analyzer import analyse_article
from search.model.articles import Article

FRIDAY = "2025-03-14"

Told = set[tuple[str, frozenset[str], str | None]]


def told(text: str) -> Told:
    article = Article(article_id="a", title="", text=text, lang="he", published=FRIDAY)
    found = tag(article, analyse_article(article)).contacts
    return {(one.kind, frozenset(one.leaders), one.date) for one in found}


@pytest.mark.parametrize(
    ("kind", "leaders", "text"),
    [
        ("meeting", 3, "מקרון כינס בארמון את זלנסקי ואת טראמפ."),
        ("meeting", 3, "מקרון אירח ביום שבת פגישה משולשת עם זלנסקי ועם טראמפ."),
        ("call", 3, "מקרון ביקר אצל זלנסקי, והשניים שוחחו בטלפון עם טראמפ."),
        ("call", 3, "מקרון נסע אל זלנסקי, והשניים קיימו שיחת טלפון עם טראמפ."),
        ("call", 3, "מקרון נסע אל זלנסקי, ושם קיימו השניים שיחת טלפון עם טראמפ."),
        ("meeting", 2, "מקרון וזלנסקי שוחחו אתמול באיסטנבול על המגעים."),
        ("meeting", 2, "מקרון וזלנסקי שוחחו על המגעים לעיני המצלמות."),
        ("meeting", 2, "את ההצעה בחנו אתמול בפריז מקרון וזלנסקי."),
        ("meeting", 2, "הפגישה בפריז בין מקרון לזלנסקי הסתיימה בלא הסכם."),
        ("meeting", 2, "מקרון הגיש אתמול לזלנסקי, בפגישתם הראשונה בארמון, תשורה קטנה."),
        ("meeting", 2, "לאחר שעות ארוכות של משא ומתן לילי הגיעו מקרון וזלנסקי להסכמה."),
        ("meeting", 2, "מקרון וזלנסקי הסכימו, בארבע שעות של שיחות בארמון, לחדש את המגעים."),
        ("meeting", 2, "זר פרחים הניחו ביום רביעי מקרון וזלנסקי, לאחר שנפגשו בארמון."),
        ("meeting", 2, "מקרון וזלנסקי ניסו לגשר על הפערים בפגישה בארמון."),
        ("meeting", 2, "מקרון, שעתיד לנסוע מחר לרומא, בא לקייב ונועד עם זלנסקי."),
        ("message", 2, "מקרון פרסם איגרת תודה ששלח אליו זלנסקי."),
        ("message", 2, "לשכת הנשיא מקרון פרסמה מכתב ששיגר אליו הנשיא זלנסקי."),
        ("meeting", 2, "מקרון הגיע לקייב, וזלנסקי קיבל אותו בארמונו."),
        ("meeting", 2, "מקרון יצא מן הפגישה עם זלנסקי בפנים חמורות."),
        ("meeting", 2, "מקרון חזר מפגישה עם זלנסקי."),
        ("meeting", 2, "ביקורו של זלנסקי בפריז הסתיים בפגישה עם מקרון."),
        ("meeting", 2, "מקרון וזלנסקי לחצו אתמול ידיים על המדרגות."),
        ("meeting", 2, "לחצו אתמול בפריז מקרון וזלנסקי ידיים."),
        ("meeting", 2, "מקרון נפגש היום, זו הפעם הראשונה מאז המלחמה, עם זלנסקי."),
        ("meeting", 2, "לאחר שנפגש עם מקרון, המשיך זלנסקי לרומא."),
        ("meeting", 2, "זלנסקי סיפר כי מקרון אמר לו בפגישתם בפריז שצרפת תסייע."),
        ("call", 2, "מקרון סיפר כי זלנסקי אמר לו בשיחת הטלפון שהמלחמה תימשך."),
        ("call", 2, "מקרון הביע בפני זלנסקי, בשיחה שקיים עמו אתמול, את תנחומיו."),
        ("call", 2, "לדברי מקרון, הוא שוחח אתמול עם זלנסקי."),
        ("call", 2, "מקרון הביע ביום ראשון, בשיחה עם זלנסקי, את דאגתו."),
        ("call", 2, "לשכת מקרון מסרה כי הנשיא שוחח אמש עם זלנסקי."),
        ("call", 2, "דובר מקרון מסר כי הנשיא קיים אמש שיחת טלפון עם זלנסקי."),
    ],
)
def test_a_group_a_place_and_what_went_before_are_told(kind: str, leaders: int, text: str) -> None:
    group = {"emmanuel-macron", "volodymyr-zelensky", "donald-trump"}
    named = frozenset(group if leaders == len(group) else group - {"donald-trump"})

    assert {(kind, named)} == {(found, who) for found, who, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "בביקורו הקצר שלו נפגש מקרון עם זלנסקי ובנפרד עם טראמפ.",
            {("meeting", "volodymyr-zelensky"), ("meeting", "donald-trump")},
        ),
        (
            "מקרון דיבר בטלפון עם טראמפ מיד לאחר צאתו מן הפגישה עם זלנסקי.",
            {("call", "donald-trump"), ("meeting", "volodymyr-zelensky")},
        ),
    ],
)
def test_two_contacts_of_one_sentence_are_told(text: str, expected: set[tuple[str, str]]) -> None:
    pairs = {(kind, frozenset({"emmanuel-macron", other})) for kind, other in expected}

    assert pairs == {(kind, who) for kind, who, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "מקרון וזלנסקי הניחו זר, לאחר שנפגשו עם ותיקי המלחמה.",
        "מקרון ליווה את זלנסקי, והשניים שוחחו עם כתבים.",
        "מקרון וזלנסקי בחנו את ההצעה.",
        "מקרון ניסה לשוחח בטלפון עם זלנסקי.",
        "מקרון ניסה להיפגש בפריז עם זלנסקי.",
        "מקרון כינס את הקבינט לדיון על זלנסקי.",
        "מקרון הפגיש את יועציו עם זלנסקי.",
        "מקרון פרסם מכתב ששלח אליו יועצו של זלנסקי.",
        "לאחר פגישת הקבינט הגיעו מקרון וזלנסקי לאולם.",
        "מקרון הציע לזלנסקי לקיים פגישה משולשת עם טראמפ.",
        "מקרון קיבל דיווח על השיחה עם זלנסקי.",
        "מקרון דיבר על הגבול בינו לבין זלנסקי.",
        "מקרון יצא לפגישה עם זלנסקי.",
        "לדברי יועצו של מקרון, הוא שוחח עם זלנסקי.",
        "לדברי מקרון, טראמפ שוחח עם זלנסקי.",
        "מקרון ביקש, לקראת הפגישה עם זלנסקי, להרגיע.",
        "מקרון וזלנסקי קיבלו אתמול תמונות.",
        "דובר מקרון מסר כי הנשיא ישוחח עם זלנסקי.",
        "דובר מקרון מסר כי נשיא רוסיה שוחח עם זלנסקי.",
        "מקרון סיפר כי זלנסקי אמר לו בפגישת הממשלה שהמלחמה תימשך.",
    ],
)
def test_what_only_looks_like_a_group_or_a_place_is_not_told(text: str) -> None:
    assert set() == told(text)
