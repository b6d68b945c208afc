"""Visiting: who went to talks, came out of them, stood beside somebody or only arrived."""

from __future__ import annotations

import pytest

from tests.contacts.told import reported

HELD = [
    ("meeting", "Narendra Modi travelled to Sochi on Monday for talks with Vladimir Putin."),
    ("meeting", "Narendra Modi visited Sochi for a previously unannounced dinner with Putin."),
    ("meeting", "Narendra Modi arrived in Sochi for talks with Putin, which lasted three hours."),
    ("meeting", "Narendra Modi a mers la Moscova pentru discuții cu Vladimir Putin."),
    ("meeting", "Нарендра Моди приехал на встречу с Владимиром Путиным, которая прошла в Кремле."),
    ("meeting", "Нарендра Моди ездил в Москву на переговоры с Владимиром Путиным."),
    ("meeting", "Narendra Modi emerged tired from a two-hour meeting with Vladimir Putin."),
    ("meeting", "Coming out of his talks with Vladimir Putin, Modi said that trade was growing."),
    ("meeting", "После переговоров с Владимиром Путиным в Сочи Нарендра Моди заявил о торговле."),
    ("meeting", "בסיום פגישה של שעה עם ולדימיר פוטין, אמר נרנדרה מודי כי הסחר גדל."),
    (
        "meeting",
        "After four hours of talks with Vladimir Putin in Sochi, Modi praised their friendship.",
    ),
    ("meeting", "Narendra Modi wound up two days of talks with Vladimir Putin in Sochi."),
    ("meeting", "Narendra Modi joined Vladimir Putin for lunch in Sochi on Friday."),
    ("meeting", "Speaking alongside Vladimir Putin in Sochi, Modi asked for gas."),
    ("meeting", "Modi, sitting next to Vladimir Putin in Sochi, asked for gas."),
    ("meeting", "Modi, after meeting Vladimir Putin in Sochi, asked for gas."),
    ("meeting", "After he met Vladimir Putin in Sochi, Narendra Modi asked for gas."),
    ("call", "After she spoke with Vladimir Putin by phone, Angela Merkel asked for gas."),
    ("meeting", "Modi and Putin, who met in Sochi on Friday, discussed the price of gas."),
    ("call", "Modi, in a call with Vladimir Putin on Friday evening, asked for gas."),
    ("call", "Narendra Modi spent half of the night on the phone with Vladimir Putin."),
    ("meeting", "Narendra Modi spent most of Friday in talks with Vladimir Putin."),
    ("meeting", "Modi took Vladimir Putin round a temple, where the two spoke about gas."),
    ("meeting", "Narendra Modi was hosted for a dinner by Vladimir Putin in Sochi."),
    ("meeting", "Narendra Modi signed a treaty with Vladimir Putin after talks in Sochi."),
    ("meeting", "Narendra Modi rolled out the red carpet for Vladimir Putin in Delhi."),
    ("call", "Emmanuel Macron i-a cerut lui Vladimir Putin, într-un apel telefonic, să plece."),
    ("call", "Modi and Putin discussed the hostages by phone."),
    ("call", "סרגיי לברוב והאקאן פידאן דנו בטלפון במצב בסוריה."),
    ("call", "נרנדרה מודי אמר היום לבנימין נתניהו בשיחת טלפון כי הסחר גדל."),
    ("call", "לדברי הקרמלין, נרנדרה מודי שוחח עם פוטין בטלפון."),
]
NOT_HELD = [
    "Narendra Modi arrived in Sochi on Monday for talks with Vladimir Putin.",
    "Narendra Modi left for Sochi for talks with Vladimir Putin.",
    "Narendra Modi will travel to Sochi for talks with Vladimir Putin.",
    "Narendra Modi flew to Sochi for talks with Vladimir Putin that are due to begin on Friday.",
    "Narendra Modi flew to Sochi for talks with an aide to Vladimir Putin.",
    "Narendra Modi a sosit la Moscova pentru discuții cu Vladimir Putin.",
    "Нарендра Моди прилетел в Москву на переговоры с Владимиром Путиным.",
    "נרנדרה מודי המריא למוסקבה לפגישה עם ולדימיר פוטין.",
    "Narendra Modi joined Vladimir Putin for a tour of the works.",
    "Narendra Modi spent millions on the phone hackers of Vladimir Putin.",
    "Modi and Putin, who will meet in Sochi, praised each other.",
    "Моди и Путин выступят на пресс-конференции после переговоров.",
    "לדברי בן גביר, נרנדרה מודי שוחח עם פוטין.",
    "נרנדרה מודי שוחח עם פוטין, לדברי שכן.",
    "על פי הספר החדש, נרנדרה מודי שוחח עם פוטין בטלפון.",
    "According to a new book, Narendra Modi spoke with Vladimir Putin by phone.",
    "בנאומו דיבר על נתניהו ועל טראמפ.",
]


def told(text: str) -> list[str]:
    """The kinds of the contacts that a text of one sentence reports."""
    return [one.kind for one in reported(text)]


@pytest.mark.parametrize(("kind", "text"), HELD, ids=[text[:40] for _, text in HELD])
def test_who_came_out_of_talks_or_stood_beside_somebody_met_him(kind: str, text: str) -> None:
    assert [kind] == told(text)


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_is_still_to_come_or_only_claimed_is_none(text: str) -> None:
    assert [] == told(text)
