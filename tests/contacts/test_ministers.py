"""Ministers: what do those who lead a ministry have of calls and meetings?"""

from __future__ import annotations

import pytest

from tests.contacts.told import reported

HELD = [
    (
        "en",
        "call",
        "lloyd-austin yoav-gallant",
        "Defense Minister Yoav Gallant spoke by phone with Secretary of Defense Lloyd Austin.",
    ),
    (
        "en",
        "meeting",
        "radoslaw-sikorski wang-yi",
        "Chinese Foreign Minister Wang Yi met Polish Foreign Minister Radosław Sikorski.",
    ),
    (
        "en",
        "meeting",
        "ayman-safadi josep-borrell",
        "High Representative Josep Borrell met Foreign Minister Ayman Safadi in Amman.",
    ),
    (
        "he",
        "call",
        "lloyd-austin yoav-gallant",
        "שר הביטחון יואב גלנט שוחח בטלפון עם מזכיר ההגנה האמריקאי לויד אוסטין.",
    ),
    (
        "ro",
        "call",
        "lloyd-austin sergei-shoigu",
        (
            "Ministrul rus al apărării, Serghei Șoigu, a vorbit la telefon cu secretarul american al"
            " apărării, Lloyd Austin."
        ),
    ),
    (
        "ru",
        "call",
        "lloyd-austin sergei-shoigu",
        (
            "Министр обороны РФ Сергей Шойгу провел телефонный разговор с министром обороны США"
            " Ллойдом Остином."
        ),
    ),
]
NOT_HELD = [
    ("en", "A spokesman for Secretary of Defense Lloyd Austin met Yoav Gallant."),
    ("en", "The secretary of defense of Vladimir Putin met Yoav Gallant."),
    ("en", "Vladimir Putin's defense secretary spoke by phone with Lloyd Austin."),
    ("he", "יועצו של שר הביטחון יואב גלנט שוחח בטלפון עם לויד אוסטין."),
    ("ro", "Ministrul apărării al lui Vladimir Putin a vorbit la telefon cu Lloyd Austin."),
    ("ru", "Министр обороны Владимира Путина провел телефонный разговор с Ллойдом Остином."),
]


def told(lang: str, text: str) -> list[tuple[str, str]]:
    """Kind and leaders of the contacts that a text of one sentence reports."""
    return [(one.kind, " ".join(sorted(one.leaders))) for one in reported(text, lang=lang)]


@pytest.mark.parametrize(
    ("lang", "kind", "leaders", "text"), HELD, ids=[f"{row[0]} {row[2]}" for row in HELD]
)
def test_a_minister_speaks_as_a_head_of_state_does(
    lang: str, kind: str, leaders: str, text: str
) -> None:
    """Before the name of a minister the word for one is a title, and no person beside him."""
    assert [(kind, leaders)] == told(lang, text)


@pytest.mark.parametrize(("lang", "text"), NOT_HELD)
def test_whom_a_minister_sends_and_a_leaders_minister_are_neither(lang: str, text: str) -> None:
    """The head noun counts."""
    assert [] == told(lang, text)
