"""Contacts: only what an article reports as held, with whom, when and in which words."""

from __future__ import annotations

import pytest

from search.model.contacts import Contact
from tests.contacts import told

FRIDAY = "2025-03-14"

HELD = [
    (
        "meeting",
        "benjamin-netanyahu marco-rubio",
        "אחרי הפגישה עם דונלד טראמפ נפגש נתניהו עם מזכיר המדינה מרקו רוביו.",
    ),
    (
        "call",
        "donald-trump keir-starmer",
        "Donald Trump and Keir Starmer held a phone call two days after the vote.",
    ),
    (
        "call",
        "donald-trump vladimir-putin",
        "Trump and Putin held a two-hour phone call, the White House said.",
    ),
    (
        "call",
        "joe-biden narendra-modi",
        "President Joseph R. Biden, Jr. spoke today with Prime Minister Narendra Modi of India.",
    ),
    (
        "call",
        "emmanuel-macron vladimir-putin",
        "Emmanuel Macron phoned Vladimir Putin on Monday to discuss grain exports.",
    ),
    (
        "call",
        "emmanuel-macron volodymyr-zelensky",
        "In a phone call with Emmanuel Macron on Monday, Volodymyr Zelensky asked for weapons.",
    ),
    (
        "call",
        "emmanuel-macron volodymyr-zelensky",
        "Zelensky told Macron in a phone call that the front was holding.",
    ),
    (
        "call",
        "donald-trump xi-jinping",
        "Donald Trump, who spoke by telephone with Xi Jinping on Thursday, praised the deal.",
    ),
    (
        "meeting",
        "vladimir-putin xi-jinping",
        "Vladimir Putin met Xi Jinping in Beijing before Donald Trump called an election rally.",
    ),
    (
        "meeting",
        "joe-biden olaf-scholz",
        "President Biden welcomed Chancellor Olaf Scholz of Germany to the White House.",
    ),
    (
        "meeting",
        "donald-tusk emmanuel-macron olaf-scholz",
        "Olaf Scholz, Emmanuel Macron and Donald Tusk met in Berlin on Friday.",
    ),
    (
        "message",
        "viktor-orban vladimir-putin",
        "Viktor Orban sent a letter to Vladimir Putin on Friday.",
    ),
    (
        "meeting",
        "klaus-iohannis maia-sandu",
        "Klaus Iohannis s-a întâlnit vineri la București cu Maia Sandu.",
    ),
    (
        "meeting",
        "emmanuel-macron volodymyr-zelensky",
        "Emmanuel Macron l-a primit pe Volodimir Zelenski la Palatul Élysée.",
    ),
    (
        "call",
        "klaus-iohannis maia-sandu",
        "Maia Sandu și Klaus Iohannis au discutat la telefon despre energie.",
    ),
    (
        "call",
        "benjamin-netanyahu vladimir-putin",
        "Премьер-министр Израиля Биньямин Нетаньяху позвонил Владимиру Путину.",
    ),
    (
        "call",
        "nikol-pashinyan vladimir-putin",
        "Состоялся телефонный разговор Владимира Путина с Премьером Армении Николом Пашиняном.",
    ),
    (
        "meeting",
        "masoud-pezeshkian vladimir-putin",
        "Владимир Путин принял в Кремле Масуда Пезешкиана.",
    ),
    ("call", "benjamin-netanyahu donald-trump", "נתניהו וטראמפ שוחחו אמש בטלפון."),
    (
        "call",
        "abdel-fattah-el-sisi benjamin-netanyahu",
        "בשיחת טלפון עם נשיא מצרים עבד אל-פתאח א-סיסי אמר נתניהו כי ישראל תפעל.",
    ),
    (
        "meeting",
        "abdullah-ii-of-jordan joe-biden",
        "המלך עבדאללה קיבל בארמונו את נשיא ארה\"ב ג'ו ביידן.",
    ),
    (
        "call",
        "recep-tayyip-erdogan vladimir-putin",
        "Putin, in a phone call with Erdogan, rejected the proposal.",
    ),
    (
        "message",
        "narendra-modi vladimir-putin",
        "Нарендра Моди направил послание Владимиру Путину.",
    ),
    (
        "call",
        "emmanuel-macron benjamin-netanyahu",
        "ראש הממשלה נתניהו קיים שיחת טלפון עם נשיא צרפת עמנואל מקרון.",
    ),
    (
        "meeting",
        "abdel-fattah-el-sisi benjamin-netanyahu",
        "התקיימה פגישה בין נתניהו לבין נשיא מצרים עבד אל-פתאח א-סיסי.",
    ),
]

NOT_HELD = [
    "כאשר נפגש דונלד טראמפ עם קים ג'ונג און בסינגפור ב-2018, הוא הבטיח שקט.",
    "The vote came two days after Donald Trump spoke by phone with Keir Starmer.",
    pytest.param("President Trump called on Vladimir Putin to end the war.", id="a demand"),
    pytest.param("Benjamin Netanyahu called Putin's remarks a disgrace.", id="a name for remarks"),
    pytest.param("Netanyahu called Putin a man of his word.", id="a name for a person"),
    pytest.param("A spokesman for Donald Trump met Vladimir Putin on Tuesday.", id="a spokesman"),
    pytest.param("Trump's envoy Steve Witkoff met Vladimir Putin in Moscow.", id="an envoy"),
    pytest.param("Donald Trump and Vladimir Putin will meet in Alaska.", id="a plan"),
    pytest.param(
        "Donald Trump is expected to speak with Vladimir Putin on Friday.", id="an expectation"
    ),
    pytest.param("Donald Trump denied that he had met Vladimir Putin.", id="a denial"),
    pytest.param("Emmanuel Macron did not speak with Vladimir Putin.", id="a negation"),
    pytest.param(
        "The visit followed the September call between Vladimir Putin and Donald Trump.",
        id="in passing",
    ),
    pytest.param("Vladimir Putin spoke with Donald Trump in August.", id="another month"),
    pytest.param("Vladimir Putin and Donald Trump met four times last year.", id="a recollection"),
    pytest.param(
        "Joe Biden and Emmanuel Macron spoke to reporters after the summit.", id="to others"
    ),
    pytest.param(
        "“Donald Trump met Vladimir Putin, and nothing came of it,” a reader wrote.", id="quoted"
    ),
    pytest.param(
        "Klaus Iohannis urmează să se întâlnească vineri cu Maia Sandu.", id="plan, Romanian"
    ),
    pytest.param(
        "Donald Trump s-ar fi întâlnit în secret cu Vladimir Putin.", id="hearsay, Romanian"
    ),
    pytest.param(
        "Consilierul lui Donald Trump s-a întâlnit cu Vladimir Putin.", id="adviser, Romanian"
    ),
    pytest.param("Дональд Трамп встретится с Владимиром Путиным.", id="plan, Russian"),
    pytest.param("Помощник Дональда Трампа встретился с Владимиром Путиным.", id="aide, Russian"),
    pytest.param(
        "Елизавета II приняла отставку Бориса Джонсона.", id="accepted something, Russian"
    ),
    pytest.param("Trump last met Putin in Helsinki in 2018.", id="years ago"),
    pytest.param(
        "Benjamin Netanyahu and Emmanuel Macron spoke at the conference.", id="at an event"
    ),
    pytest.param("דונלד טראמפ צפוי להיפגש עם ולדימיר פוטין.", id="plan, Hebrew"),
    pytest.param("שליחו של טראמפ נפגש עם נתניהו.", id="envoy, Hebrew"),
    pytest.param("נתניהו לא שוחח עם פוטין.", id="negation, Hebrew"),
]


def reported(text: str, title: str = "", published: str | None = FRIDAY) -> tuple[Contact, ...]:
    return told.reported(text, title=title, published=published)


@pytest.mark.parametrize(("kind", "leaders", "text"), HELD, ids=[text[:40] for _, _, text in HELD])
def test_what_is_reported_as_held_is_a_contact(kind: str, leaders: str, text: str) -> None:
    found = [(one.kind, set(one.leaders)) for one in reported(text)]

    assert [(kind, set(leaders.split()))] == found


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_is_not_reported_as_held_is_none(text: str) -> None:
    """An invented contact is worse than a missed one."""
    assert () == reported(text)


def test_separate_talks_are_a_contact_a_pair() -> None:
    text = "Biden spoke separately with Benjamin Netanyahu and Mahmoud Abbas on Saturday."

    assert [("joe-biden", "benjamin-netanyahu"), ("joe-biden", "mahmoud-abbas")] == [
        one.leaders for one in reported(text)
    ]


@pytest.mark.parametrize(
    ("text", "published", "day", "source"),
    [
        pytest.param(
            "Macron spoke with Zelensky on Tuesday.", FRIDAY, "2025-03-11", "weekday", id="weekday"
        ),
        pytest.param("Macron spoke with Zelensky today.", FRIDAY, FRIDAY, "weekday", id="today"),
        pytest.param(
            "Macron spoke with Zelensky on March 9.", FRIDAY, "2025-03-09", "text", id="written out"
        ),
        pytest.param(
            "Macron spoke with Zelensky on Tuesday.", None, None, None, id="a weekday of no week"
        ),
        pytest.param(
            "Macron spoke with Zelensky on Tuesday.",
            "2025-03",
            "2025",
            "published",
            id="only a month",
        ),
        pytest.param("Macron spoke with Zelensky.", FRIDAY, "2025", "published", id="no day"),
        pytest.param("Macron spoke with Zelensky.", "2025-01-02", None, None, id="which year"),
        pytest.param(
            "Macron called Zelensky today about the fire of March 9.",
            FRIDAY,
            FRIDAY,
            "weekday",
            id="nearest word",
        ),
    ],
)
def test_a_contact_is_dated_as_far_as_the_article_says(
    text: str, published: str | None, day: str | None, source: str | None
) -> None:
    (contact,) = reported(text, published=published)

    assert (day, source) == (contact.date, contact.date_source)


def test_the_words_are_the_whole_sentence_at_its_place() -> None:
    text = "Prices rose.\n\nMacron phoned Zelensky on Tuesday. Nothing else happened."

    (contact,) = reported(text)

    assert (
        "Macron phoned Zelensky on Tuesday." == contact.words == text[contact.start : contact.end]
    )


def test_one_contact_told_twice_is_one() -> None:
    text = "Macron and Zelensky spoke by phone on Tuesday.\nMacron phoned Zelensky on Tuesday."

    assert 1 == len(reported(text, title="Macron and Zelensky speak by phone"))


def test_two_days_are_two_contacts() -> None:
    text = "Macron phoned Zelensky on Tuesday.\nMacron phoned Zelensky on Thursday."

    assert ["2025-03-11", "2025-03-13"] == [one.date for one in reported(text)]
