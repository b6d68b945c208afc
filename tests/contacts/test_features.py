"""Features: how English features, headlines and communiqués tell of a contact."""

from __future__ import annotations

import pytest

from tests.contacts.told import reported

HELD = [
    # what is talked of are people, and none who spoke for a leader
    ("call", "Rishi Sunak raised the fate of the hostages with Narendra Modi in a call on Friday."),
    ("call", "Macron discussed the release of French prisoners with Narendra Modi by phone."),
    ("call", "Sunak voiced his fears over a social media app to Narendra Modi in a call."),
    # an article that is one line without a full stop is a headline
    ("meeting", "Rishi Sunak meets Narendra Modi in Delhi as the visa row simmers"),
    ("meeting", "Rishi Sunak and Narendra Modi settle visa row in a day of talks in Delhi"),
    ("call", "Rishi Sunak urges Narendra Modi by phone to ease visa rules"),
    # when they did so comes first, or behind what was said of others
    ("meeting", "When they met in Delhi on Friday, Rishi Sunak asked Narendra Modi about visas."),
    ("meeting", "Sunak told Narendra Modi to call off his soldiers as they met in Delhi."),
    (
        "call",
        "Sunak told Narendra Modi that visas would and must come when the two spoke by phone.",
    ),
    (
        "meeting",
        "Sunak came out to greet Narendra Modi, and by the time the two had ended lunch, it rained.",
    ),
    # whom somebody left his chair for
    ("meeting", "Rishi Sunak crossed the courtyard to welcome Narendra Modi on Friday."),
    ("meeting", "Rishi Sunak drove to the airport to have breakfast with Narendra Modi."),
    # what was under way
    ("meeting", "Rishi Sunak was dining with Narendra Modi in Delhi when the lights failed."),
    ("call", "Rishi Sunak was having lunch in Leeds on Friday when Narendra Modi telephoned."),
    ("call", "Theresa May was in Leeds on Friday when Narendra Modi rang her about the visas."),
    ("call", "Rishi Sunak hung up on Narendra Modi on Friday."),
    # where they sat, what they ate and how they touched
    ("meeting", "Rishi Sunak and Narendra Modi spent an hour in a windowless room on Friday."),
    ("meeting", "Rishi Sunak spent most of Friday evening with Narendra Modi on a river boat."),
    ("meeting", "Rishi Sunak and Narendra Modi ate sausages in Leeds on Friday."),
    ("meeting", "Over sausages in Leeds, Rishi Sunak warned Narendra Modi about the visas."),
    ("meeting", "Rishi Sunak put a hand on Narendra Modi's shoulder on Friday."),
    ("meeting", "Rishi Sunak sat down opposite Narendra Modi on Friday."),
    # offices of many words, and a place and a day before them
    (
        "meeting",
        "Sunak received at the palace on Friday the Prime Minister of India, Narendra Modi.",
    ),
    (
        "message",
        "Narendra Modi sent a letter to General Secretary of the Communist Party of Vietnam To Lam.",
    ),
    ("message", "In a New Year greeting to Narendra Modi, Rishi Sunak praised the navy."),
    # how it went
    ("call", "Rishi Sunak's phone call with Narendra Modi on Friday was long and cordial."),
    ("meeting", "The meeting between Rishi Sunak and Narendra Modi on Friday was a failure."),
    # what somebody came for, got or did
    ("meeting", "Rishi Sunak flew all night to spend an hour with Narendra Modi."),
    ("meeting", "Rishi Sunak flew to Delhi on Friday, where Narendra Modi gave him dinner."),
    ("meeting", "Rishi Sunak and Narendra Modi drove off together through the rain."),
    ("meeting", "In the back seat of a car, Rishi Sunak and Narendra Modi talked for an hour."),
    ("call", "Rishi Sunak bought himself a week with a forty-minute call to Narendra Modi."),
    ("meeting", "Sunak and Narendra Modi signed a treaty at a barracks outside Leeds on Friday."),
    (
        "meeting",
        "Rishi Sunak and Narendra Modi ended a year of quarrels with a long lunch in Leeds.",
    ),
    ("meeting", "Rishi Sunak rounded off the day with a dinner with Narendra Modi."),
    ("meeting", "Rishi Sunak left a stormy meeting with Narendra Modi on Friday without a word."),
    ("meeting", "Rishi Sunak toured the flooded villages with Narendra Modi on Friday."),
    ("meeting", "King Charles III offered a luncheon at Windsor in honour of Narendra Modi."),
    # offices behind both names
    (
        "meeting",
        "H.E. Rishi Sunak, Prime Minister of Britain, and H.E. Narendra Modi, of India, met today.",
    ),
    # another time that is somebody's event's, or has a day of its own
    ("call", "Sunak phoned Narendra Modi to thank him for his visit last month."),
    (
        "call",
        "Rishi Sunak, who had spoken to Narendra Modi by phone on Friday, was in high spirits.",
    ),
]
NOT_HELD = [
    "Rishi Sunak discussed the release of prisoners with an aide to Narendra Modi by phone.",
    "Rishi Sunak met the families of the hostages with an envoy of Narendra Modi.",
    "Rishi Sunak meets Narendra Modi in Delhi next week",
    "Rishi Sunak meets Narendra Modi in Delhi whenever the rains allow, the porters say.",
    "Sunak told Narendra Modi that his soldiers would run when they met resistance.",
    "As they met voters in Leeds, Rishi Sunak mocked Narendra Modi.",
    "Rishi Sunak was in Leeds on Friday when Narendra Modi called an election.",
    "There was no confirmation of the report that Rishi Sunak had met Narendra Modi.",
    "Officials refused to comment on reports that Rishi Sunak had phoned Narendra Modi.",
    "Rishi Sunak had phoned Narendra Modi, a tabloid claims.",
    "On behalf of Rishi Sunak, the minister flew to Delhi, where he met Narendra Modi.",
    # what was to come
    "Rishi Sunak's meeting with Narendra Modi in Leeds was planned for Friday.",
    "Rishi Sunak's meeting with Narendra Modi on Friday was announced in Delhi.",
    "The phone call between Rishi Sunak and Narendra Modi was set for Friday.",
    "Rishi Sunak promised to spend an hour with Narendra Modi.",
    "Rishi Sunak and Narendra Modi vowed to mark the day with a dinner in Leeds.",
    "Rishi Sunak told a radio that he was open to talks with Narendra Modi.",
    "Rishi Sunak pressed ahead with plans for a dinner with Narendra Modi.",
    "Rishi Sunak almost met Narendra Modi.",
    "Rishi Sunak walked away from talks with Narendra Modi.",
    "Rishi Sunak toured the villages with an aide to Narendra Modi.",
    # what was so before, or always
    "Rishi Sunak, who had met Narendra Modi in Leeds, said that visas would come.",
    "Rishi Sunak, who had held talks with Narendra Modi as a young minister, knew better.",
    "Rishi Sunak and Narendra Modi always spoke Hindi together.",
    "Whenever Rishi Sunak met Narendra Modi there was tea.",
    "A historian has studied how Rishi Sunak talked to Narendra Modi in Leeds.",
    "King Charles unveiled a plaque at the inn where Rishi Sunak dined with Narendra Modi.",
    "The table at which Rishi Sunak sat down with Narendra Modi is for sale.",
]


def told(text: str) -> list[str]:
    """The kinds of the contacts that a text of one sentence reports."""
    return [one.kind for one in reported(text, lang="en")]


@pytest.mark.parametrize(("kind", "text"), HELD, ids=[text[:56] for _, text in HELD])
def test_what_a_feature_tells_of_a_contact_is_read(kind: str, text: str) -> None:
    assert [kind] == told(text)


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_only_sounds_like_one_is_none(text: str) -> None:
    assert [] == told(text)


def test_a_list_goes_on_behind_a_junior() -> None:
    """Its second comma parts the list, where one alone would belong to the name."""
    text = "Joseph R. Biden, Jr., Narendra Modi and Fumio Kishida met in Hiroshima."

    assert [{"joe-biden", "narendra-modi", "fumio-kishida"}] == [
        set(one.leaders) for one in reported(text, lang="en")
    ]


def test_a_call_is_in_no_passing_word_of_a_report() -> None:
    """Reports that something else is so take nothing away."""
    text = (
        "Rishi Sunak spoke with Narendra Modi by phone on Friday after reports that rain was near."
    )

    assert ["call"] == told(text)
