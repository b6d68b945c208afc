"""Contacts in Russian: order of words is free there, and cases say who did what."""

from __future__ import annotations

import pytest

from tests.contacts.told import reported

TWO = "angela-merkel vladimir-putin"
HELD = [
    # between a verb and its object: a place, a day, a guest who came on a visit
    ("meeting", TWO, "Владимир Путин принял в своей летней резиденции Ангелу Меркель."),
    ("meeting", TWO, "Ангела Меркель приняла прилетевшего на сутки в Берлин Владимира Путина."),
    ("meeting", TWO, "Прибывшего в Берлин утренним рейсом Путина приняла Меркель."),
    ("meeting", TWO, "Меркель провела в Сочи беседу с находящимся там на отдыхе Путиным."),
    ("call", TWO, "Меркель позвонила прямо из самолёта Владимиру Путину."),
    ("meeting", TWO, "С Путиным в Сочи встретилась Ангела Меркель."),
    # `A with B` are the subject of a verb in the plural
    ("call", TWO, "Меркель с Путиным поговорили по телефону о газе."),
    ("meeting", TWO, "Меркель с Путиным провели в Сочи переговоры."),
    # visits
    ("meeting", TWO, "Меркель прилетела в Сочи к Путину."),
    ("meeting", TWO, "К Ангеле Меркель в Берлин приехал Путин."),
    ("meeting", TWO, "В гостях у Ангелы Меркель побывал Путин."),
    ("meeting", TWO, "Владимир Путин дал обед в честь Ангелы Меркель."),
    ("meeting", TWO, "Ангела Меркель нанесла ответный визит Путину."),
    ("meeting", TWO, "Визит Ангелы Меркель начался с обстоятельных переговоров с Путиным."),
    # hours
    ("meeting", TWO, "Меркель провела с Путиным больше трёх часов."),
    ("meeting", TWO, "Меркель и Путин провели наедине около двух часов."),
    # participles
    ("call", TWO, "Позвонив Путину, Меркель поблагодарила врачей."),
    ("meeting", TWO, "Принимая Путина в Берлине, Меркель пошутила и предложила перейти на ты."),
    ("meeting", TWO, "Проведя переговоры с Путиным, Меркель вылетела в Минск."),
    ("meeting", TWO, "Меркель и Путин подписали договор, уединившись на час в библиотеке."),
    ("meeting", TWO, "Два дня провела Меркель в Сочи, обсуждая с Путиным судьбу трубопровода."),
    # what came before in the sentence goes on
    ("call", TWO, "Меркель прервала отпуск, позвонила Путину и предложила вертолёты."),
    ("meeting", TWO, "Меркель вылетела в Сочи и при закрытых дверях вела с Путиным переговоры."),
    ("call", TWO, "Сроки Меркель согласовала с Путиным, с которым связалась по телефону."),
    (
        "meeting",
        TWO,
        "Меркель и Путин открыли выставку; перед ужином оба лидера побеседовали наедине.",
    ),
    # after talks, and no comma
    ("meeting", TWO, "По итогам переговоров Меркель и Владимир Путин подписали меморандум."),
    ("meeting", TWO, "«Мы движемся вперёд», — сказала Меркель на встрече с Путиным."),
    ("call", TWO, "«Мы движемся вперёд», — сказала Меркель Путину в телефонном разговоре."),
    ("meeting", TWO, "Меркель на переговорах призвала Путина к сдержанности."),
    ("call", TWO, "Меркель в телефонном разговоре сказала Путину, что верит в перемирие."),
    ("meeting", TWO, "Меркель осталась довольна встречей с Путиным."),
    ("meeting", TWO, "Меркель назвала переговоры с Путиным очень непростыми."),
    ("call", TWO, "Пресс-служба сообщила о телефонном разговоре Путина с Ангелой Меркель."),
    ("call", TWO, "Меркель поблагодарила Путина за телефонный звонок."),
    # those who chaired it, with initials before their names
    (
        "meeting",
        TWO,
        "В Берлине под сопредседательством А.Меркель и В.В.Путина прошли консультации.",
    ),
    # letters
    ("message", TWO, "Меркель обратилась к Путину с письмом."),
    ("message", TWO, "Меркель обратилась с посланием к президенту России Владимиру Путину."),
    ("message", TWO, "Просьбу содержало послание, с которым к Путину обратилась Меркель."),
    ("message", TWO, "На имя Владимира Путина поступило послание от Ангелы Меркель."),
    ("message", TWO, "Владимиру Путину пришла телеграмма от Ангелы Меркель."),
    ("message", TWO, "Письмо Ангелы Меркель получил Путин."),
    ("message", TWO, "Меркель в ответном письме поблагодарила Путина."),
    # together with another: one group
    ("meeting", f"{TWO} xi-jinping", "Меркель вместе с Путиным приняла Си Цзиньпина."),
    (
        "call",
        f"{TWO} xi-jinping",
        "Меркель провела видеоконференцию с участием Путина и Си Цзиньпина.",
    ),
    (
        "meeting",
        f"{TWO} xi-jinping",
        "Меркель усадила Путина и Си Цзиньпина у камина, и разговор втроём затянулся.",
    ),
]
NOT = [
    # the object is somebody else, or none that may be received
    "Ангела Меркель приняла в Берлине делегацию Путина.",
    "Ангела Меркель приняла в Берлине решение наградить Путина.",
    "Ангела Меркель приняла в Берлине посла Путина.",
    # a play, a drawing, a double
    "В Берлине поставлена пьеса, в которой Меркель и Путин до утра спорят за ужином.",
    "На карикатуре Меркель пожимает руку Путину, а в углу Меркель встретилась с Путиным.",
    # how often it was
    "За три года Меркель и Путин встретились четырнадцать раз.",
    "С 2015 года, когда Меркель встретилась с Путиным, многое изменилось.",
    # who takes part in a summit is one of many
    "Меркель и Путин приняли участие в саммите.",
    # who only set off, and why
    "Меркель вылетела в Сочи к Путину.",
    "Оппозиция требует объяснить, зачем Меркель ездила к Путину.",
    # a letter to others
    "Меркель раскритиковала Путина в письме избирателям.",
    # talks that were called impossible, a call that is to come
    "Меркель назвала переговоры с Путиным невозможными.",
    "Пресс-служба сообщила о скором телефонном разговоре Путина с Ангелой Меркель.",
    "Встреча Путина с Ангелой Меркель была сорвана.",
]


@pytest.mark.parametrize(("kind", "leaders", "text"), HELD, ids=[text[:40] for *_, text in HELD])
def test_cases_and_participles_say_who_was_in_contact(kind: str, leaders: str, text: str) -> None:
    assert [(kind, leaders)] == [
        (one.kind, " ".join(sorted(one.leaders))) for one in reported(text, lang="ru")
    ]


@pytest.mark.parametrize("text", NOT)
def test_what_only_looks_like_a_contact_in_russian_is_none(text: str) -> None:
    assert () == reported(text, lang="ru")


def test_two_calls_that_a_sentence_counts_and_names_are_two() -> None:
    told = reported(
        "Путин провёл два телефонных разговора: с Меркель и с Си Цзиньпином.", lang="ru"
    )

    assert {"angela-merkel", "xi-jinping"} == {one.leaders[1] for one in told}


def test_a_meeting_and_a_call_of_one_sentence_are_of_two_kinds() -> None:
    told = reported("Путин встретился с Меркель и поговорил по телефону с Макроном.", lang="ru")

    assert {("meeting", "angela-merkel"), ("call", "emmanuel-macron")} == {
        (one.kind, one.leaders[1]) for one in told
    }


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2025-03-04", "Накануне Меркель и Путин провели переговоры в Сочи."),
        ("2025-03-05", "Меркель сегодня приняла прилетевшего накануне Путина."),
        ("2025", "Накануне саммита Меркель позвонила Путину."),
    ],
    ids=["the day before", "the day of an arrival is another's", "an eve of something"],
)
def test_the_day_before_is_that_of_what_is_told(date: str, text: str) -> None:
    assert [date] == [one.date for one in reported(text, lang="ru", published="2025-03-05")]
