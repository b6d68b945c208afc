"""Hebrew features: contacts that a story tells of by hours, places, guests and who waited."""

from __future__ import annotations

import pytest

from tests.contacts.told import reported

A, B, C = "emmanuel-macron", "volodymyr-zelensky", "donald-trump"
MET = [
    pytest.param("כשיצא מקרון מהארמון, אחרי שעתיים וחצי עם זלנסקי, הוא חייך.", id="hours-with"),
    pytest.param("מקרון יצא מהבית אחרי שלוש שעות ביחידות עם זלנסקי.", id="hours-alone-with"),
    pytest.param("ישב אמש מקרון, נשיא צרפת, מול זלנסקי, והקשיב.", id="apposition-before-with"),
    pytest.param("מקרון נחת ברומא, ובפגישתו שם עם זלנסקי קיבל הבטחה.", id="at-his-meeting-got"),
    pytest.param("מקרון נחת ברומא, ובפגישתו עם זלנסקי ניסה לשכנע אותו.", id="at-his-meeting-tried"),
    pytest.param("מקרון וזלנסקי, ששנים לא דיברו, ניגנו בסיום פגישתם בגיטרה.", id="aside-denies"),
    pytest.param("מקרון הראה לאורחו זלנסקי את הגינה.", id="showed-his-guest"),
    pytest.param("אמש הגיש מקרון לאורחו האוקראיני זלנסקי תה.", id="served-his-guest"),
    pytest.param("מקרון נאם, כשלצדו זלנסקי.", id="at-his-side"),
    pytest.param("מקרון נהג בעצמו במכונית שבה ישב לצדו זלנסקי.", id="sat-at-his-side"),
    pytest.param("זלנסקי ירד מהמטוס, ומקרון, שחיכה לו, לחץ את ידו.", id="waited-for-him"),
    pytest.param("זלנסקי הגיע לפריז, ובחצר הארמון חיכה לו, נרגש, מקרון.", id="there-waited"),
    pytest.param("מקרון לקח את זלנסקי לסיבוב בגני הארמון.", id="took-for-a-walk"),
    pytest.param("מקרון אמר לזלנסקי בארמון האליזה כי אין ברירה.", id="said-in-the-palace"),
    pytest.param("מקרון וזלנסקי בילו את השבת בבקתה ודיברו.", id="spent-and-talked"),
    pytest.param("בפאב קטן מזגו לעצמם מקרון וזלנסקי בירה ודיברו על המלחמה.", id="in-a-pub"),
    pytest.param("מקרון שלף תשורה והגיש אותה לזלנסקי בחדר הסגלגל.", id="handed-there"),
    pytest.param("מקרון חזר מרוצה מהשעות שבילה בחברת זלנסקי.", id="hours-he-spent"),
    pytest.param("עיטור העניק אמש מקרון לזלנסקי בקייב.", id="gave-there"),
    pytest.param("זלנסקי נכנס, ומקרון טפח לו על הכתף ואמר שהוא נרגש.", id="tapped-him"),
    pytest.param("טיילו אמש בגן מקרון וזלנסקי.", id="strolled"),
    pytest.param("בפגישה ארוכה ברומא לא הצליחו מקרון וזלנסקי להסכים.", id="failed-at-it"),
    pytest.param("בבית הלבן שוחח אתמול מקרון עם זלנסקי.", id="in-a-house-spoke"),
]
CALLED = [
    pytest.param("מקרון ניסה בשיחת טלפון להרגיע את זלנסקי.", id="tried-in-a-call"),
    pytest.param("בשיחת טלפון ארוכה ניסה מקרון להרגיע את זלנסקי.", id="in-a-call-tried"),
    pytest.param("מהבית הלבן שוחח אתמול מקרון עם זלנסקי.", id="from-a-house"),
]
NOT_HELD = [
    pytest.param("מקרון פרש אחרי שלוש שעות עם יועציו של זלנסקי.", id="with-advisers"),
    pytest.param("מקרון עזב אחרי שלוש שנים עם זלנסקי בקואליציה.", id="years-with"),
    pytest.param("מקרון וזלנסקי נפגשו איתו בפריז.", id="met-him"),
    pytest.param("מקרון וזלנסקי קיימו עמו שיחה ארוכה.", id="talked-with-him"),
    pytest.param("מקרון הגיב לזלנסקי בבית הלבן.", id="answered-from-afar"),
    pytest.param("מקרון קרא לזלנסקי בארמון האליזה להתפשר.", id="called-on"),
    pytest.param("מקרון סיפר לכתבים על אורחו זלנסקי.", id="told-of-his-guest"),
    pytest.param("אורחו של מקרון נפגש עם זלנסקי.", id="somebodys-guest"),
    pytest.param("לפי גורם בלשכה, מקרון התקשר לזלנסקי.", id="a-source-claims"),
    pytest.param("לדברי מקורב, מקרון נפגש עם זלנסקי.", id="a-friend-claims"),
    pytest.param("בפריז ציינו שלושים שנה לפגישה שבה נועדו מקרון וזלנסקי.", id="anniversary"),
    pytest.param("מקרון וזלנסקי עמדו על הבמה, וכל אחד מהם דיבר אל המצלמה.", id="each-of-them"),
    pytest.param("מקרון לא הצליח להיפגש עם זלנסקי.", id="failed-to-meet"),
    pytest.param("מקרון לא הצליח להשיג את זלנסקי בטלפון.", id="failed-to-reach"),
    pytest.param("מקרון וזלנסקי לא הצליחו לקיים שיחה.", id="failed-to-talk"),
    pytest.param("מקרון וזלנסקי ישבו באולם, שורות זה מזה.", id="rows-apart"),
]


@pytest.mark.parametrize("text", MET)
def test_a_feature_tells_of_a_meeting(text: str) -> None:
    assert [("meeting", {A, B})] == [
        (one.kind, set(one.leaders)) for one in reported(text, lang="he")
    ]


@pytest.mark.parametrize("text", CALLED)
def test_a_feature_tells_of_a_call(text: str) -> None:
    assert [("call", {A, B})] == [(one.kind, set(one.leaders)) for one in reported(text, lang="he")]


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_a_feature_only_mentions_is_not_told(text: str) -> None:
    assert [] == list(reported(text, lang="he"))


@pytest.mark.parametrize(
    "text",
    [
        "אמש דיבר מקרון עם זלנסקי והתקשר לטראמפ.",
        "אמש דיבר מקרון עם זלנסקי, ואחר כך, בשיחה קצרה, הרים טלפון גם לטראמפ.",
        "תחילה טלפן אתמול מקרון לזלנסקי, וכעבור שעה טלפן גם לטראמפ.",
    ],
)
def test_who_stands_behind_his_verb_goes_on(text: str) -> None:
    """Hebrew sets a verb first: who acted stands before none, and acts on."""
    found = {frozenset(one.leaders) for one in reported(text, lang="he")}

    assert {frozenset({A, B}), frozenset({A, C})} == found


def test_several_who_tried_in_one_call_were_on_it() -> None:
    found = reported("בשיחת ועידה לילית ניסו מקרון, זלנסקי וטראמפ לגבש עמדה.", lang="he")

    assert [("call", {A, B, C})] == [(one.kind, set(one.leaders)) for one in found]


def test_a_minister_is_not_owned_by_his_state() -> None:
    found = reported("מזכיר המדינה של ארצות הברית מרקו רוביו נחת בפריז ונפגש עם מקרון.", lang="he")

    assert [{A, "marco-rubio"}] == [set(one.leaders) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "לפני ארבע שנים נפגש מקרון עם זלנסקי בפריז.",
        "לפני כשבע שנים נפגש מקרון עם זלנסקי בפריז.",
        "לפני 12 שנה נפגש מקרון עם זלנסקי בפריז.",
        "מקרון נפגש עם זלנסקי לפני שני עשורים.",
        "מקרון שוחח עם זלנסקי לפני שלושה שבועות.",
        "לפני כמעט שנה שוחח מקרון עם זלנסקי.",
        "בשנות התשעים נפגש מקרון עם זלנסקי.",
        "בכהונתו הראשונה נפגש מקרון עם זלנסקי.",
        "מקרון פגש את זלנסקי כשעוד היה שר האוצר.",
        "זה היה הערב שבו נפגש מקרון עם זלנסקי.",
        "בפגישה ההיא אמר מקרון לזלנסקי כי אין ברירה.",
        "בכל פעם שמקרון נפגש עם זלנסקי הוא מחייך.",
        "מקרון טלפן לזלנסקי, אבל איש לא ענה.",
    ],
)
def test_what_a_feature_remembers_is_no_news(text: str) -> None:
    assert [] == list(reported(text, lang="he"))


@pytest.mark.parametrize(
    "text",
    [
        "לפני שלוש שעות נפגש מקרון עם זלנסקי.",
        "לפני סיום השנה נפגש מקרון עם זלנסקי.",
        "לפני כמה שרים נפגש מקרון עם זלנסקי.",
    ],
)
def test_hours_ago_and_before_a_year_ends_are_news(text: str) -> None:
    assert [{A, B}] == [set(one.leaders) for one in reported(text, lang="he")]
