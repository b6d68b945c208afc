"""Courtesies and the wire: what leaders did for each other in person, by telephone, by letter."""

from __future__ import annotations

import pytest

from tests.contacts.told import reported

HELD = [
    ("meeting", "Narendra Modi took Vladimir Putin for a drive on Monday."),
    ("meeting", "Narendra Modi had Vladimir Putin over for dinner."),
    ("meeting", "Narendra Modi gave Vladimir Putin a tour of the fort."),
    ("meeting", "Narendra Modi drew Vladimir Putin aside at the summit."),
    ("meeting", "Narendra Modi gave a lavish state banquet for Vladimir Putin."),
    ("meeting", "Narendra Modi shook Vladimir Putin's hand."),
    ("meeting", "Vladimir Putin told Narendra Modi in the Kremlin that gas was dear."),
    ("meeting", "Vladimir Putin raised gas with Narendra Modi in the Oval Office."),
    ("meeting", "Narendra Modi joined Vladimir Putin at his dacha."),
    ("meeting", "Narendra Modi walked hand in hand along the beach with Vladimir Putin."),
    ("meeting", "Narendra Modi was driven to Vladimir Putin's house for dinner."),
    ("meeting", "Narendra Modi stopped off in Sochi to see Vladimir Putin."),
    ("meeting", "Narendra Modi visited Vladimir Putin at his home."),
    ("meeting", "Hosting Vladimir Putin in Delhi, Narendra Modi said that gas was dear."),
    ("meeting", "Narendra Modi, receiving Vladimir Putin in Delhi, said that gas was dear."),
    ("meeting", "Meeting Vladimir Putin in Delhi, Narendra Modi said that gas was dear."),
    ("meeting", "Narendra Modi, with Vladimir Putin at his side, said that gas was dear."),
    ("meeting", "Narendra Modi told Vladimir Putin no as the two men wound up their talks."),
    ("meeting", "Narendra Modi and Vladimir Putin signed a treaty in Sochi."),
    ("meeting", "Narendra Modi had later in the day met Vladimir Putin."),
    ("meeting", "Narendra Modi was later received by Vladimir Putin."),
    ("meeting", "Modi and Putin announced a truce after meeting in Sochi."),
    ("meeting", "At talks in Sochi, Narendra Modi told Vladimir Putin that gas was dear."),
    ("meeting", "The price was set in Delhi at a meeting between Modi and Putin."),
    ("call", "Narendra Modi took a congratulatory call on Monday from Vladimir Putin."),
    ("call", "Narendra Modi gave Vladimir Putin a call."),
    ("call", "Narendra Modi reached Vladimir Putin by phone."),
    ("call", "Narendra Modi woke Vladimir Putin with a phone call."),
    ("call", "Narendra Modi joined Vladimir Putin on a call."),
    ("call", "Narendra Modi sought President Vladimir Putin's help in a phone call."),
    ("call", "Narendra Modi heard from Vladimir Putin by telephone that gas was dear."),
    ("call", "Narendra Modi cut short his holiday and telephoned Vladimir Putin."),
    ("call", "By phone, Narendra Modi and Vladimir Putin agreed on a price."),
    ("call", "A call from Narendra Modi woke Vladimir Putin."),
    ("call", "Narendra Modi, speaking by phone with Vladimir Putin, praised the price."),
    ("call", "Narendra Modi described his call with Vladimir Putin as useful."),
    ("meeting", "Narendra Modi called his talks with Vladimir Putin useful."),
    ("meeting", "Narendra Modi said his meeting with Vladimir Putin had been useful."),
    ("meeting", "Narendra Modi saw Vladimir Putin in Sochi on Monday."),
    ("meeting", "Narendra Modi got an effusive welcome from Vladimir Putin."),
    ("meeting", "Narendra Modi wrapped Vladimir Putin in a bear hug."),
    ("meeting", '"We will not pay," Narendra Modi said after talks with Vladimir Putin.'),
    ("meeting", "Narendra Modi, seated at the far end of a long table, told Vladimir Putin no."),
    ("meeting", "Seated at a round table in Sochi, Modi told Vladimir Putin that gas was dear."),
    ("meeting", "At the White House on Monday, Modi and Putin announced a price."),
    ("meeting", "In Sochi on Monday Narendra Modi and Vladimir Putin signed a treaty."),
    ("meeting", "Modi and Putin agreed on a price after two hours across a table in Sochi."),
    ("meeting", "Narendra Modi hugged Vladimir Putin before the two men talked in Sochi."),
    ("meeting", "The talks that Narendra Modi held with Vladimir Putin lasted an hour."),
    ("meeting", "Narendra Modi raised gas with Vladimir Putin at Monday's meeting."),
    ("meeting", "Modi turned up in Sochi for talks with Putin, defying those who will not."),
    ("meeting", "Modi and Putin spoke across a desk of plain wood in the Kremlin."),
    ("meeting", "Modi and Putin, unsmiling and staring at the floor, met in Sochi on Monday."),
    ("meeting", "Narendra Modi had his train put down at Sochi for an hour of talks with Putin."),
    ("meeting", "Narendra Modi heard Vladimir Putin out for three hours."),
    ("call", "Twice before breakfast on Monday Narendra Modi telephoned Vladimir Putin."),
    ("message", "Modi wished Vladimir Putin good health in a message to mark his country's day."),
    ("meeting", "Narendra Modi's two-hour meeting with Vladimir Putin was cordial."),
    ("meeting", "After meeting with Vladimir Putin in Sochi, Narendra Modi announced a price."),
    ("meeting", "Modi's trip to Sochi, where he was received by Vladimir Putin, was long."),
    ("call", "Narendra Modi used a call on Monday to warn Vladimir Putin of dear gas."),
    ("call", "Narendra Modi offered Vladimir Putin his condolences down the telephone."),
    ("meeting", "Narendra Modi brought a gift and argued with Vladimir Putin over dinner."),
    ("meeting", "At Chequers on Monday Tony Blair argued with Vladimir Putin for an hour."),
    ("meeting", "Narendra Modi told Vladimir Putin about gas on a stroll at Camp David."),
    ("meeting", "Hand in hand, Narendra Modi and Vladimir Putin stepped over the line."),
    ("meeting", "After a day around a table in Sochi, Modi and Putin announced a price."),
    ("call", "Modi and Putin were on the phone to each other twice on Monday."),
    ("meeting", "Narendra Modi said that he visited Vladimir Putin at his home."),
    ("call", "Modi put the army on alert, telephoned Vladimir Putin and offered help."),
    ("message", "Narendra Modi, in a letter that was delivered on Monday, thanked Vladimir Putin."),
    ("message", "Narendra Modi answered a letter from Vladimir Putin."),
    ("message", "Narendra Modi was handed a letter from Vladimir Putin."),
    ("message", "Condolences were sent by Narendra Modi to Vladimir Putin."),
    ("message", "A letter from Narendra Modi to Vladimir Putin was delivered in Sochi."),
    ("message", "Narendra Modi's letter to Vladimir Putin was published."),
    ("message", "Writing to Vladimir Putin, Narendra Modi praised the price."),
    ("message", "Narendra Modi said he had written to Vladimir Putin."),
]
NOT_HELD = [
    "Before he saw Narendra Modi on the margins, and before he met Vladimir Putin, he rested.",
    "Narendra Modi may have brought a gift and met Vladimir Putin.",
    "Narendra Modi argued with Vladimir Putin about gas.",
    "Narendra Modi saw Vladimir Putin as a friend.",
    "Narendra Modi's meeting with Vladimir Putin was called off.",
    "Narendra Modi recalled on Monday how he and Vladimir Putin walked alone in Sochi.",
    "Narendra Modi flew to Sochi for talks with Putin, only to learn that he was out.",
    "Narendra Modi and Vladimir Putin have met more than forty times.",
    '"I met Vladimir Putin," joked Narendra Modi.',
    "Narendra Modi met Vladimir Putin twice.",
    "Narendra Modi blamed Vladimir Putin in a call broadcast to the nation.",
    "Narendra Modi brushed Vladimir Putin aside.",
    "Narendra Modi gave Vladimir Putin a warning.",
    "Narendra Modi forced Vladimir Putin's hand.",
    "Narendra Modi told a crowd that Vladimir Putin was in the Kremlin.",
    "Narendra Modi was in Sochi to see Vladimir Putin when gas rose.",
    "Narendra Modi hopes to fly to Sochi to see Vladimir Putin.",
    "Narendra Modi visited Russia, Vladimir Putin said.",
    "Hosting Vladimir Putin would be a mistake, Narendra Modi said.",
    "Narendra Modi and Vladimir Putin signed a petition.",
    "Narendra Modi refused to take a call from Vladimir Putin.",
    "Narendra Modi held calls for Vladimir Putin to go to be right.",
    "A letter from Narendra Modi to Vladimir Putin was never sent.",
    "Narendra Modi and Vladimir Putin met the pope.",
    "Since 2019, when Narendra Modi met Vladimir Putin in Sochi, gas is dear.",
    "Narendra Modi insists that Vladimir Putin telephoned; Moscow says no such call took place.",
]
SEVERAL = [
    (
        "meeting",
        "Emmanuel Macron, fresh off the train, and Narendra Modi held talks with Vladimir Putin.",
    ),
    ("meeting", "Emmanuel Macron hosted Narendra Modi and Vladimir Putin for a summit."),
    (
        "meeting",
        "Emmanuel Macron, flanked by Narendra Modi and Vladimir Putin, praised the price.",
    ),
    (
        "meeting",
        "Emmanuel Macron received Narendra Modi and Vladimir Putin, and the three set a price.",
    ),
    (
        "meeting",
        "Macron and Modi shook hands across Vladimir Putin after the three leaders met.",
    ),
    ("meeting", "Macron and Modi held talks in Sochi hosted by Vladimir Putin."),
    ("meeting", "Emmanuel Macron's meeting with Narendra Modi and Vladimir Putin collapsed."),
    ("call", "A conference call brought together Macron, Narendra Modi and Vladimir Putin."),
    ("call", "Macron and Modi spent an hour on the phone with Vladimir Putin."),
    ("meeting", "Emmanuel Macron gathered Narendra Modi and Vladimir Putin in Paris."),
    (
        "meeting",
        "Emmanuel Macron brought together Narendra Modi and Vladimir Putin in Paris.",
    ),
    (
        "meeting",
        "Modi and Putin smiled after the two were brought together in Paris by Emmanuel Macron.",
    ),
    ("meeting", "Emmanuel Macron and Narendra Modi met Vladimir Putin in Sochi."),
    ("call", "Emmanuel Macron held a conference call with Narendra Modi and Vladimir Putin."),
]


def told(text: str) -> list[str]:
    """The kinds of the contacts that a text of one sentence reports."""
    return [one.kind for one in reported(text, lang="en")]


@pytest.mark.parametrize(("kind", "text"), HELD, ids=[text[:48] for _, text in HELD])
def test_what_was_done_in_person_by_phone_or_by_letter_was_held(kind: str, text: str) -> None:
    assert [kind] == told(text)


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_only_looks_like_a_courtesy_is_none(text: str) -> None:
    assert [] == told(text)


@pytest.mark.parametrize(("kind", "text"), SEVERAL, ids=[text[:48] for _, text in SEVERAL])
def test_those_who_were_brought_together_are_one_group(kind: str, text: str) -> None:
    expected = [(kind, {"emmanuel-macron", "narendra-modi", "vladimir-putin"})]

    assert expected == [(one.kind, set(one.leaders)) for one in reported(text, lang="en")]


def test_a_call_behind_a_meeting_does_not_make_that_a_call() -> None:
    text = "Emmanuel Macron met Narendra Modi in Paris and spoke by phone with Vladimir Putin."

    kinds = {frozenset(one.leaders): one.kind for one in reported(text, lang="en")}

    assert {
        frozenset({"emmanuel-macron", "narendra-modi"}): "meeting",
        frozenset({"emmanuel-macron", "vladimir-putin"}): "call",
    } == kinds


def test_several_who_were_called_apart_are_pairs() -> None:
    text = "Emmanuel Macron telephoned Narendra Modi and, in a separate call, Vladimir Putin."

    expected = {("emmanuel-macron", "narendra-modi"), ("emmanuel-macron", "vladimir-putin")}

    assert expected == {one.leaders for one in reported(text, lang="en")}


def test_what_was_done_when_something_else_was_has_its_day() -> None:
    text = "Gas fell on Monday when Narendra Modi, in a call with Vladimir Putin, gave way."

    (found,) = reported(text, lang="en", published="2025-03-19")

    assert "2025-03-17" == found.date
