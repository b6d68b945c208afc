"""Wide: a contact is found however much else a sentence says between who took part and it."""

from __future__ import annotations

import pytest

from tests.contacts.told import reported

HELD = [
    ("call", 2, "Rishi Sunak discussed the sale of jets to Kyiv with Emmanuel Macron by phone."),
    ("call", 2, "Olaf Scholz offered Kyiv's thanks to Joe Biden for the tanks in a phone call."),
    ("call", 3, "Angela Merkel and Francois Hollande pressed Putin in a call to let it pass."),
    ("message", 2, "Imran Khan expressed concern over the floods in a letter to Narendra Modi."),
    (
        "message",
        2,
        "In a note to Rishi Sunak on his first day as leader, Narendra Modi sent thanks.",
    ),
    ("message", 2, "In a letter dated 3 May, Joe Biden warned Narendra Modi over sanctions."),
    (
        "meeting",
        2,
        "Over a working lunch in Lyon, Emmanuel Macron pressed Olaf Scholz to pay more.",
    ),
    ("meeting", 2, "Olaf Scholz told visiting Prime Minister Narendra Modi that visas would come."),
    ("meeting", 2, "Lukashenko agreed to free the pilots after meeting Vladimir Putin in Sochi."),
    ("meeting", 2, "Lukashenko went home without a loan after talks with Vladimir Putin in Sochi."),
    ("meeting", 2, "Macron and Scholz greeted the crowd from a balcony after their talks in Lyon."),
    (
        "meeting",
        2,
        "Emmanuel Macron and Olaf Scholz put their names to a pact at their summit in Lyon.",
    ),
    ("meeting", 2, "Emmanuel Macron and Olaf Scholz spent nearly two hours together in Lyon."),
    (
        "meeting",
        2,
        "Seeking tanks, Emmanuel Macron and Olaf Scholz signed a pact after talks in Lyon.",
    ),
    (
        "meeting",
        2,
        "Standing beside Olaf Scholz in Lyon after their talks, Macron asked for tanks.",
    ),
    ("call", 2, "Macron and Scholz broke a week of silence on tanks with a call on Friday."),
    ("call", 2, "Pope Francis asked Vladimir Putin to end the war when the two spoke by phone."),
    ("message", 2, "Macron and Scholz exchanged warm letters on the anniversary of their treaty."),
    ("message", 2, "A letter from Imran Khan asking for water was handed to Narendra Modi."),
    ("message", 2, "Imran Khan said in Lahore that he had sent Narendra Modi a letter."),
    (
        "meeting",
        2,
        "Emmanuel Macron told Olaf Scholz at their Lyon meeting that tanks were needed.",
    ),
    ("call", 2, "Olaf Scholz urged Vladimir Putin to stop in their first phone call in a year."),
    (
        "meeting",
        2,
        "In two hours of talks in Lyon, Emmanuel Macron assured Olaf Scholz of support.",
    ),
    ("meeting", 2, "After all-night talks in Lyon, Emmanuel Macron and Olaf Scholz named a price."),
    ("meeting", 2, "Sitting face to face in Lyon, Emmanuel Macron and Olaf Scholz traded barbs."),
    ("call", 2, "Both sides spoke of progress after a call between Imran Khan and Narendra Modi."),
    ("meeting", 2, "The two heads of state, Emmanuel Macron and Olaf Scholz, met in Lyon."),
    ("meeting", 2, "Emmanuel Macron and Olaf Scholz held two hours of official talks in Lyon."),
    ("call", 2, "Imran Khan agreed to a truce during a phone call with Narendra Modi on Friday."),
    (
        "call",
        2,
        (
            "Moldovan President Maia Sandu and her Romanian counterpart, Nicușor Dan, discussed the "
            "supply of gas for the winter in a phone call, the presidency in Chișinău announced."
        ),
    ),
    ("call", 2, "Olaf Scholz urged Putin to pull back his troops in their first call in a year."),
    ("call", 2, "Bonn will wait, aides said after a call between Olaf Scholz and Joe Biden."),
    ("meeting", 2, "Alexis Tsipras was welcomed with songs before two hours of talks with Merkel."),
    (
        "meeting",
        2,
        "Lukashenko said he had asked for gas during a long meeting with Vladimir Putin.",
    ),
    ("meeting", 2, "IAEA director general Rafael Grossi held talks with Masoud Pezeshkian."),
    ("meeting", 2, "Emmanuel Macron and Olaf Scholz met in Lyon to thank the rescuers."),
    ("message", 2, "“Do not wait,” Joe Biden wrote to Narendra Modi in a letter on grain."),
    ("meeting", 3, "Charles Michel brought Ilham Aliyev and Nikol Pashinyan together in Brussels."),
    ("message", 2, "Vladimir Putin was quick to praise Narendra Modi, sending him a telegram."),
    (
        "message",
        2,
        "Pope Francis, in a letter to Vladimir Putin released on Friday, asked for peace.",
    ),
    ("call", 2, "On the phone with Narendra Modi on Friday, Joe Biden “emphasised” trade."),
    ("meeting", 2, "Minsk said that Alexander Lukashenko had received the premier, Imran Khan."),
    ("call", 2, "A call on Monday between Narendra Modi and Imran Khan broke months of silence."),
    ("call", 2, "A call of an hour between Joe Biden and Vladimir Putin produced no change."),
    ("meeting", 2, "Viktor Orban's talks with Vladimir Putin in Moscow angered his allies."),
    ("message", 2, "Naftali Bennett received a telegram of greetings from Vladimir Putin."),
    ("message", 2, "Imran Khan and Narendra Modi have exchanged farewell letters."),
    ("meeting", 2, "Pope Francis received Volodymyr Zelensky in private audience on Sunday."),
    ("call", 2, "Joe Biden spoke today with Olaf Scholz to honour those who died a year ago."),
    ("meeting", 2, "Emmanuel Macron and Olaf Scholz, meeting in Lyon on Friday, named a price."),
    ("meeting", 2, "Emmanuel Macron met the man who now leads Syria, Ahmed al-Sharaa, in Lyon."),
    ("call", 2, "Эмманюэль Макрон и Олаф Шольц в ходе телефонного разговора обменялись мнениями."),
    ("message", 2, "Олаф Шольц телеграммой поздравил Эмманюэля Макрона с переизбранием."),
    ("message", 2, "В телеграмме, направленной Олафу Шольцу, Эмманюэль Макрон отметил его вклад."),
    ("call", 2, "Моди рассказал Владимиру Зеленскому по телефону о поездке и пообещал помощь."),
    ("meeting", 2, "Лукашенко полетел в Сочи и на встрече с Владимиром Путиным говорил о дорогах."),
    ("meeting", 2, "Макрон и Шольц по итогам переговоров в Лионе подписали новый план."),
    ("meeting", 2, "Лукашенко отказался от кредита после переговоров с Владимиром Путиным в Сочи."),
]
NOT_HELD = [
    "Emmanuel Macron criticised Vladimir Putin in a phone call broadcast on television.",
    "Benjamin Netanyahu thanked Donald Trump at the weekly cabinet meeting.",
    "Macron and Scholz signed the treaty after talks between their ministers.",
    "Emmanuel Macron will decide on the tanks after meeting Olaf Scholz in Lyon.",
    "Over dinner with reporters, Joe Biden mocked Donald Trump.",
    "Joe Biden attacked Donald Trump in a conference call with donors.",
    "Joe Biden warned Vladimir Putin in a telephone interview with Polish radio.",
    "Emmanuel Macron discussed the war of Vladimir Putin with students in Lille.",
    "Keir Starmer told visiting students about Winston Churchill and Charles de Gaulle.",
    "In a letter to Congress about Nicolas Maduro, Donald Trump said the raid was legal.",
    "Emmanuel Macron asked Vladimir Putin to answer the phone.",
    "Donald Trump mocked Joe Biden and sent a letter to Congress.",
    "Joe Biden and Donald Trump exchanged insults at a debate in Atlanta.",
    "Emmanuel Macron's call for talks with Vladimir Putin drew criticism in Kyiv.",
    "Joe Biden spoke with Olaf Scholz a year ago to honour those who died.",
    "The paper claims that Vladimir Putin had called Narendra Modi.",
    "Vladimir Putin and Joe Biden gave very different accounts of the talks of their aides.",
    "Volodymyr Zelensky refused to take part in talks with Vladimir Putin.",
    "Following the July meeting between Imran Khan and Narendra Modi, their aides spoke.",
    "Last month Narendra Modi and Imran Khan shook hands, and analysts argue what it meant.",
    "Emmanuel Macron and Olaf Scholz spent millions on trains together with Spain.",
]


def told(text: str) -> list[tuple[str, int]]:
    """The kinds of the contacts that a text of one sentence reports, and how many took part."""
    return [(one.kind, len(one.leaders)) for one in reported(text)]


@pytest.mark.parametrize(("kind", "leaders", "text"), HELD, ids=[text[:40] for *_, text in HELD])
def test_much_may_stand_between_leaders_and_their_contact(
    kind: str, leaders: int, text: str
) -> None:
    assert [(kind, leaders)] == told(text)


@pytest.mark.parametrize("text", NOT_HELD)
def test_a_contact_with_somebody_else_or_to_come_is_none(text: str) -> None:
    assert [] == told(text)
