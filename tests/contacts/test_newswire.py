"""Newswire: what English agencies and press offices call a call, a meeting and a message."""

from __future__ import annotations

import pytest

from tests.contacts.told import reported

HELD = [
    ("call", "Narendra Modi connected by telephone with Vladimir Putin on Monday."),
    ("call", "Modi engaged in a lengthy telephonic conversation with Vladimir Putin."),
    ("call", "Narendra Modi was telephoned by Vladimir Putin on his birthday."),
    ("call", "On his first day in office Mr Modi spoke to Vladimir Putin."),
    ("call", "Narendra Modi spoke to Vladimir Putin on Friday from Hyderabad House in Delhi."),
    ("call", "Narendra Modi spoke to Vladimir Putin over the weekend about Kashmir."),
    ("meeting", "Narendra Modi spoke to Vladimir Putin on Friday in Hyderabad House."),
    ("meeting", "Narendra Modi secretly met Vladimir Putin at a monastery on Friday."),
    ("meeting", "Narendra Modi held what aides called useful talks with Vladimir Putin."),
    ("meeting", "Narendra Modi shared a meal with Vladimir Putin on the shore."),
    ("meeting", "Narendra Modi appeared alongside Vladimir Putin in Sochi on Friday."),
    ("meeting", "Narendra Modi embraced Vladimir Putin at the airport on Friday."),
    ("meeting", "Narendra Modi was given a warm welcome by Vladimir Putin in Sochi."),
    ("meeting", "Vladimir Putin escorted Narendra Modi through the stables."),
    ("meeting", "Modi asked for gas at a joint news conference with Vladimir Putin."),
    ("meeting", "Modi asked for gas at a joint press conference with Vladimir Putin."),
    ("call", "Narendra Modi discussed possible cuts in gas prices with Vladimir Putin by phone."),
    ("call", "Narendra Modi invited Vladimir Putin in a telephone call to visit Delhi."),
    ("call", "Narendra Modi rejected the demands in a phone call with Vladimir Putin."),
    ("meeting", "Narendra Modi held talks without a break with Vladimir Putin."),
    ("message", "Narendra Modi sent a handwritten note to Vladimir Putin on Friday."),
    ("message", "Modi sent an email to Vladimir Putin."),
]
NOT_HELD = [
    "Narendra Modi posted a picture of his talks with Vladimir Putin in Sochi.",
    "Narendra Modi had secretly met Vladimir Putin, a claim that nobody would repeat.",
    "Narendra Modi lauded the army at a joint news conference with an aide to Vladimir Putin.",
    "Narendra Modi criticised a letter to Vladimir Putin.",
    "Narendra Modi discussed possible talks with Vladimir Putin in Delhi.",
    "Narendra Modi rejected talks with Vladimir Putin in Delhi.",
    "Narendra Modi held no talks with Vladimir Putin.",
    "Narendra Modi invited Vladimir Putin to talks in Delhi.",
    "Narendra Modi left without a meeting with Vladimir Putin.",
    "Narendra Modi hoped for a phone call with Vladimir Putin.",
    "Narendra Modi had a reception for an envoy of Vladimir Putin.",
]


TOGETHER = [
    "Donald Trump hosted Nikol Pashinyan and Ilham Aliyev together at the White House.",
    "Donald Trump held three-way talks with Nikol Pashinyan and Ilham Aliyev in Washington.",
    "Donald Trump joined Nikol Pashinyan and Ilham Aliyev for a second round of talks in Washington.",
]


def told(text: str) -> list[str]:
    """The kinds of the contacts that a text of one sentence reports."""
    return [one.kind for one in reported(text, lang="en")]


@pytest.mark.parametrize(("kind", "text"), HELD, ids=[text[:48] for _, text in HELD])
def test_what_agencies_write_of_a_contact_is_read(kind: str, text: str) -> None:
    assert [kind] == told(text)


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_has_only_the_words_of_a_contact_is_none(text: str) -> None:
    assert [] == told(text)


@pytest.mark.parametrize("text", TOGETHER)
def test_those_who_were_together_are_one_group(text: str) -> None:
    group = {"donald-trump", "nikol-pashinyan", "ilham-aliyev"}

    assert [group] == [set(one.leaders) for one in reported(text, lang="en")]


def test_those_whom_somebody_met_one_after_another_are_pairs() -> None:
    text = "Donald Trump hosted Nikol Pashinyan and Ilham Aliyev at the White House."

    assert [2, 2] == [len(one.leaders) for one in reported(text, lang="en")]
