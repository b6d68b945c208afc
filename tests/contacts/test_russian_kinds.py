"""Kinds of Russian sentences: long offices, gaps for a verb, letters, groups and how often."""

from __future__ import annotations

import pytest

from tests.contacts.told import reported

TWO = "angela-merkel vladimir-putin"
WANG = "sergey-lavrov wang-yi"
HELD = [
    # one person with two offices, in one case
    (
        "meeting",
        WANG,
        "Сергей Лавров принял члена Политбюро ЦК КПК, министра иностранных дел КНР Ван И.",
    ),
    (
        "meeting",
        WANG,
        (
            "Член Политбюро, глава канцелярии комиссии по внешним делам, министр иностранных дел "
            "Китая Ван И провёл в Пекине переговоры с Сергеем Лавровым."
        ),
    ),
    (
        "meeting",
        "min-aung-hlaing vladimir-putin",
        (
            "В Сочи прошли переговоры Владимира Путина с председателем Военного совета, "
            "премьер-министром Мьянмы Мин Аун Хлайном."
        ),
    ),
    (
        "message",
        "adylbek-kasymaliev vladimir-putin",
        (
            "Владимир Путин направил телеграмму председателю кабинета министров, руководителю "
            "администрации президента Адылбеку Касымалиеву."
        ),
    ),
    (
        "video",
        "adylbek-kasymaliev vladimir-putin",
        (
            "Владимир Путин в режиме видеоконференции провёл переговоры с председателем кабинета "
            "министров Киргизии Адылбеком Касымалиевым."
        ),
    ),
    # an official page explains a name right behind it
    (
        "call",
        TWO,
        (
            "В ходе телефонного разговора с Ангелой Меркель Меркель Ангела Канцлер ФРГ "
            "Владимир Путин пожелал ей удачи."
        ),
    ),
    # by video, before who talked
    ("video", TWO, "По каналу закрытой видеосвязи Меркель провела переговоры с Путиным."),
    ("call", TWO, "Меркель с борта самолёта провела телефонный разговор с Путиным."),
    # a letter with what it was written for
    (
        "message",
        TWO,
        (
            "Ангела Меркель направила поздравления по случаю юбилея Победы Президенту России "
            "Владимиру Путину."
        ),
    ),
    ("message", TWO, "Письмо, которое Меркель отправила в среду Путину, заняло две страницы."),
    # talks first, then who led them
    ("meeting", TWO, "Переговоры с Ангелой Меркель Владимир Путин провёл в Сочи."),
    (
        "meeting",
        TWO,
        "Беседу с Ангелой Меркель, начавшуюся с опозданием на час, Владимир Путин открыл шуткой.",
    ),
    # a colon before the talks
    (
        "meeting",
        TWO,
        "Меркель прилетела в Сочи на шесть часов: переговоры с Путиным начались днём.",
    ),
    # leaders by their countries
    (
        "meeting",
        TWO,
        "Меркель показала Путину сад, после чего лидеры Германии и России час беседовали наедине.",
    ),
    ("meeting", TWO, "Меркель прибыла в Сочи с утра пораньше, и Путин угостил её обедом."),
    ("call", TWO, "Меркель сняла трубку и полчаса объясняла Путину свой отказ."),
    (
        "call",
        TWO,
        "Меркель пожелала Путину здоровья в ходе состоявшегося между ними телефонного разговора.",
    ),
    (
        "meeting",
        TWO,
        "Путин поздравил Меркель, после чего президент России и канцлер Германии поговорили в Сочи.",
    ),
    # who came first, then who received him
    ("meeting", TWO, "В Берлине, куда Путин приехал на день, его приняла Ангела Меркель."),
    ("meeting", TWO, "Меркель, которую Владимир Путин принял в Сочи, назвала день удачным."),
    ("call", TWO, "Меркель, которой Владимир Путин позвонил в среду, назвала день удачным."),
    # `asked` behind a contact is no plan of one
    ("meeting", TWO, "Встретившись в Сочи с Владимиром Путиным, Меркель попросила не спешить."),
    ("call", TWO, "Меркель в телефонной беседе с Владимиром Путиным обсудила поставки газа."),
    # over a meal, without a comma, and a place
    ("meeting", TWO, "За пловом Меркель и Путин уточнили цену на газ."),
    ("meeting", TWO, "За чашкой чая Путин объяснил Меркель, как ловят щуку."),
    ("meeting", TWO, "Меркель и Путин выпили в Сочи по бокалу вина и подписали меморандум."),
    ("meeting", TWO, "Меркель и Путин в кулуарах форума продолжили обсуждение цен."),
    # half hours
    (
        "meeting",
        TWO,
        "Меркель и Путин проговорили в Сочи два с половиной часа.",
    ),
    ("call", TWO, "Вечером Меркель снова была на телефоне с Путиным."),
    # letters
    ("message", TWO, "В личном письме Владимиру Путину Меркель попросила отпустить моряков."),
    ("message", TWO, "Письмо Меркель Путину было опубликовано в среду."),
    # groups
    (
        "call",
        f"{TWO} xi-jinping",
        "Меркель провела общий телефонный разговор с Путиным и Си Цзиньпином.",
    ),
    (
        "meeting",
        f"{TWO} emmanuel-macron xi-jinping",
        (
            "В Пекин прилетели Меркель, Путин и Макрон, и к вечеру все трое сели за стол переговоров "
            "с Си Цзиньпином."
        ),
    ),
]
NOT = [
    # how often
    "С начала года Меркель и Путин встречались четырежды.",
    "За это время Меркель и Путин разговаривали больше двадцати раз.",
    "Больше сорока раз встречались за эти годы Меркель и Путин.",
    # two persons, or whose aide he is
    "Меркель встретилась с министром обороны, помощником президента Владимира Путина.",
    "Меркель направила телеграмму министру обороны по случаю визита Президента Владимира Путина.",
    # others than those who were named
    "Меркель рассказала Путину, что президенты Франции и Польши встретились наедине.",
    "Меркель увиделась с послом, затем с советником Владимира Путина.",
    "Меркель прилетела в Сочи, её приняли министры, а Путин остался в Москве.",
    "За чашкой чая Путин рассказал журналистам о Меркель.",
    "Письмо Меркель о Путине было опубликовано в среду.",
    # what is denied or to come
    "Меркель, которую Владимир Путин пока не принял, осталась в Берлине.",
    "Меркель, которую Владимир Путин примет в Сочи, назвала день удачным.",
    "Меркель в телефонной беседе с помощником Владимира Путина обсудила поставки газа.",
    "Письмо, которое Меркель так и не отправила Путину, заняло две страницы.",
    "Меркель прилетела в Сочи: переговоры с Путиным начнутся завтра.",
    "Меркель с борта самолёта обвинила Путина во лжи.",
]


def _told(text: str) -> set[tuple[str, str]]:
    return {
        ("video" if one.video else one.kind, " ".join(sorted(one.leaders)))
        for one in reported(text, lang="ru")
    }


@pytest.mark.parametrize(("kind", "leaders", "text"), HELD, ids=[text[:40] for *_, text in HELD])
def test_kinds_of_russian_sentences_report(kind: str, leaders: str, text: str) -> None:
    assert {(kind, " ".join(sorted(leaders.split())))} == _told(text)


@pytest.mark.parametrize("text", NOT)
def test_near_ones_report_nothing(text: str) -> None:
    assert set() == _told(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            {("call", TWO), ("call", "emmanuel-macron xi-jinping")},
            "Меркель говорила по телефону с Путиным, а президент Франции Макрон — с Си Цзиньпином.",
        ),
        (
            {("meeting", TWO), ("meeting", WANG)},
            "Меркель провела в Сочи переговоры с Путиным, Ван И – с Лавровым.",
        ),
        (
            {("meeting", TWO), ("meeting", "emmanuel-macron xi-jinping")},
            "Меркель встретилась в Сочи с Путиным, а вечером Макрон — в Пекине с Си Цзиньпином.",
        ),
        (set(), "Меркель не встретилась с Путиным, а Макрон — с Си Цзиньпином."),
        ({("call", TWO)}, "Меркель позвонила Путину, а Макрон — человек гордый."),
        (
            {("meeting", TWO), ("meeting", "angela-merkel xi-jinping")},
            "Меркель встретилась с Путиным, а затем отдельно — с Си Цзиньпином.",
        ),
    ],
    ids=[
        "a call",
        "talks",
        "a day and a place",
        "denied",
        "a dash before what he is",
        "the same subject",
    ],
)
def test_a_dash_stands_for_a_verb(expected: set[tuple[str, str]], text: str) -> None:
    """`A met B, and C – D`: the clause behind leaves out what the one before has."""
    assert expected == _told(text)


def test_greetings_on_a_feast_go_to_each_who_is_named() -> None:
    told = _told(
        "Владимир Путин направил тёплые поздравления по случаю праздника Навруз Президенту "
        "Казахстана Касым-Жомарту Токаеву и Президенту Таджикистана Эмомали Рахмону."
    )

    assert {
        ("message", "kassym-jomart-tokayev vladimir-putin"),
        ("message", "emomali-rahmon vladimir-putin"),
    } == told


@pytest.mark.parametrize(
    "headline",
    [
        "Владимир Путин проводит переговоры с Ангелой Меркель",
        "Владимир Путин встречается с Ангелой Меркель в Дрездене",
    ],
)
def test_a_headline_in_the_present_tells_what_is_under_way(headline: str) -> None:
    """A sentence of the text in that tense may tell what is usual, and another day is a plan."""
    later = headline.replace("Путин", "Путин завтра")

    assert [TWO.split()] == [sorted(one.leaders) for one in reported(headline)]
    assert () == reported(later) == reported(f"{headline}. Позже они выйдут к прессе.")
