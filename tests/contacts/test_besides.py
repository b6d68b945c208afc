"""Besides: contacts that a sentence tells besides something else."""

from __future__ import annotations

import pytest

from tests.contacts.told import reported

HELD = [
    ("meeting", "Narendra Modi met with the bank's board, then with Vladimir Putin."),
    ("call", "Narendra Modi called and congratulated Vladimir Putin."),
    ("call", "Narendra Modi spoke with and thanked Vladimir Putin."),
    ("call", "Narendra Modi thanked Vladimir Putin for his phone call."),
    ("message", "Narendra Modi thanked Vladimir Putin for the letter."),
    ("call", "Narendra Modi gave up the plan on Friday while speaking with Vladimir Putin."),
    ("meeting", "Modi gave up the plan while speaking with Vladimir Putin in Sochi."),
    ("call", "Modi and Putin discussed the price of gas when they spoke by telephone."),
    ("meeting", "Modi told Vladimir Putin that gas was dear as they held a meeting in Sochi."),
    ("call", "Modi and Putin agreed that gas is dear in a phone call, a spokesman said."),
    (
        "meeting",
        "The meeting was attended by Narendra Modi, a mayor from Delhi and Vladimir Putin.",
    ),
    (
        "call",
        "Narendra Modi's first call as leader with Vladimir Putin, held on Friday, was brief.",
    ),
    ("message", "Modi and Putin exchanged letters on Friday to mark the day of their treaty."),
    ("call", "Narendra Modi ordered officials home after a phone call with Vladimir Putin."),
    ("call", "President General Pervez Musharraf spoke by phone with Vladimir Putin."),
    ("call", "Narendra Modi held his first call, since taking office, with Vladimir Putin."),
    ("call", "Modi and Putin postponed the visit after a testy phone call on Monday."),
    ("call", "Modi promised to sell rice during a phone call between Modi and Putin."),
    ("call", "During a call on Friday Modi and Putin shared their concern over prices."),
    ("meeting", "Meeting in Sochi, Narendra Modi and Vladimir Putin said that gas was dear."),
    ("call", "Narendra Modi spoke with Vladimir Putin after welcoming Emmanuel Macron to Delhi."),
    ("meeting", "Secretary Blinken met with Minister Lavrov."),
]
NOT_HELD = [
    "Narendra Modi met with the bank's board, then with an aide to Vladimir Putin.",
    "Narendra Modi thanked Vladimir Putin for his call for a truce.",
    "Narendra Modi said that speaking with Vladimir Putin was of no use.",
    "Modi and Putin agreed that gas is dear and should be discussed in a phone call.",
    "The BRICS meeting was attended by Narendra Modi and Vladimir Putin.",
    "Narendra Modi postponed talks with Vladimir Putin.",
    "Narendra Modi told reporters of a postponed phone call between Modi and Putin.",
    "Modi and Putin agreed to stay in touch in the coming days for further consultations.",
    "A spokesman said that a phone call between Modi and Putin was already being prepared.",
    "Modi told a general who met Vladimir Putin to go home.",
]


def told(text: str) -> list[str]:
    """The kinds of the contacts that a text of one sentence reports."""
    return [one.kind for one in reported(text, lang="en")]


@pytest.mark.parametrize(("kind", "text"), HELD, ids=[text[:48] for _, text in HELD])
def test_what_is_told_besides_something_else_was_held(kind: str, text: str) -> None:
    assert [kind] == told(text)


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_only_stands_besides_is_none(text: str) -> None:
    assert [] == told(text)
