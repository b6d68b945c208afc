"""Russian and Ukrainian surnames are found in every case, and never by the words that they look like."""

from __future__ import annotations

from itertools import product

import pytest

from tests.analysis.conftest import Finds

MEN = (  # a given name in four cases, with a sentence for each
    ("Заявление {}а {} вызвало споры", "Антон"),
    ("Посол написал {}у {} письмо", "Максим"),
    ("Встреча с {}ом {} длилась час", "Иван"),
    ("Газета пишет о {}е {} и его планах", "Артём"),
)
SURNAMES = (
    *(
        "Волков",
        "Орлов",
        "Козлов",
        "Соколов",
        "Баранов",
        "Зайцев",
        "Комаров",
        "Воробьёв",
        "Соловьёв",
        "Журавлёв",
    ),
    *(
        "Медведев",
        "Голубев",
        "Кузнецов",
        "Мельников",
        "Рыбаков",
        "Плотников",
        "Ковалёв",
        "Казаков",
        "Поляков",
        "Попов",
    ),
    *(
        "Королёв",
        "Громов",
        "Морозов",
        "Ветров",
        "Холодов",
        "Туманов",
        "Цветков",
        "Шубин",
        "Калинин",
        "Малинин",
    ),
    *(
        "Рябинин",
        "Осинин",
        "Сорокин",
        "Синицын",
        "Галкин",
        "Птицын",
        "Зимин",
        "Рощин",
        "Бородин",
        "Головин",
    ),
    *(
        "Носов",
        "Зубов",
        "Усов",
        "Пальцев",
        "Платонов",
        "Тарасов",
        "Филатов",
        "Ермаков",
        "Третьяков",
        "Степанов",
    ),
    *(
        "Сахаров",
        "Пирогов",
        "Огурцов",
        "Блинов",
        "Рублёв",
        "Рыльский",
        "Вяземский",
        "Раевский",
        "Троицкий",
        "Донецкий",
    ),
)
ADJECTIVE, NOUN = ("ого", "ому", "им", "ом"), ("а", "у", "ым", "е")
WORDS = (  # a surname, a text with a word that is spelled alike, and that word
    ("Волков", "Стая волков вышла к деревне", "волк"),
    ("Орлов", "Над степью видели орлов", "орел"),
    ("Козлов", "Фермер продал трёх козлов", "козел"),
    ("Зубов", "У акулы триста зубов", "зуб"),
    ("Комаров", "Летом здесь тучи комаров", "комар"),
    ("Холодов", "Жители ждут холодов", "холод"),
    ("Жуков", "Мальчик собирал жуков в коробку", "жук"),
    ("Морозов", "Весна пришла после долгих морозов", "мороз"),
    ("Усов", "Мужчина без усов вошёл в зал", "ус"),
    ("Соколов", "Охота на соколов запрещена", "сокол"),
    ("Мельников", "Гильдия мельников собралась весной", "мельник"),
    ("Плотников", "Бригада плотников строит мост", "плотник"),
    ("Блинов", "К чаю подали гору блинов", "блин"),
    ("Огурцов", "Тонну огурцов отправили на рынок", "огурец"),
    ("Поляков", "Делегация поляков прибыла утром", "поляк"),
)


def cases(surname: str) -> tuple[str, ...]:
    """Genitive, dative, instrumental, prepositional, as a man bears it."""
    return tuple(
        surname.removesuffix("ий") + end for end in (ADJECTIVE if surname.endswith("ий") else NOUN)
    )


def test_a_surname_finds_its_cases(finds: Finds) -> None:
    texts = [
        (surname, sentence.format(given, form))
        for surname in SURNAMES
        for (sentence, given), form in zip(MEN, cases(surname), strict=True)
    ]
    lost = [text for surname, text in texts if not finds(surname, text)]

    assert 240 == len(texts)
    assert len(lost) <= 0.05 * len(texts), lost


def test_a_surname_finds_no_other_surname(finds: Finds) -> None:
    texts = [MEN[2][0].format("Иван", cases(surname)[2]) for surname in SURNAMES]
    wrong = [
        (one, text)
        for (n, one), (m, text) in product(enumerate(SURNAMES), enumerate(texts))
        if n != m and finds(one, text)
    ]

    assert [] == wrong


@pytest.mark.parametrize(("surname", "text", "word"), WORDS)
def test_a_surname_is_no_word(surname: str, text: str, word: str, finds: Finds) -> None:
    """Neither finds the other: not the word by the name, nor the name by the word."""
    name = f"Встреча с Иваном {surname.replace('ё', 'е')}ым длилась час, сообщил {surname}"

    assert (False, False) == (finds(surname, text), finds(word, name))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("Захарова", "по словам Марии Захаровой", id="a woman's name"),
        pytest.param("Боровая", "по словам Марии Боровой", id="one that is an adjective"),
        pytest.param("Терешкова", "вручили Валентине Терешковой орден", id="another"),
        pytest.param("Голикова", "выступление Татьяны Голиковой", id="a woman's genitive"),
        pytest.param("Светлова", "роман о Марине Светловой", id="a woman's name that is a word"),
        pytest.param("Силуанов", "по мнению А. Силуанова, рост замедлится", id="behind an initial"),
        pytest.param("Голов", "судья предупредил Андрея Голова", id="behind a given name"),
        pytest.param("волков", "заявил Волков вечером", id="typed small, a name"),
        pytest.param("волков", "стая волков", id="typed small, a word"),
        pytest.param("волк", "Волков в лесу стало больше", id="a word that begins a sentence"),
        pytest.param("министр", "заседание Совета Министров", id="a word with a capital"),
        pytest.param("гол", "Много голов забили в матче", id="a word that few are called"),
        pytest.param("Петренков", "у Сергея Петренкова дома", id="a name that no dictionary has"),
        pytest.param("Кузнєцов", "розмова з Іваном Кузнєцовим", id="ukrainian instrumental"),
        pytest.param("Резніков", "міністру Олексію Резнікову", id="ukrainian dative"),
        pytest.param("Денісова", "за даними Людмили Денісової", id="ukrainian woman"),
    ],
)
def test_names_are_found_where_they_stand(query: str, text: str, finds: Finds) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("год", "весной 2016 г. прошли выборы", id="a year's г."),
        pytest.param("год", "в 1990-х гг. было иначе", id="years"),
        pytest.param("рік", "навесні 2016 р. пройшли вибори", id="a Ukrainian year"),
        pytest.param("город", "дом в г. Калуга", id="a town's г."),
        pytest.param("век", "в XIX в. здесь был монастырь", id="a century"),
        pytest.param("тысяча", "помощь получили 12 тыс. семей", id="thousands"),
    ],
)
def test_what_is_cut_short_is_found_whole(query: str, text: str, finds: Finds) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("год", "дом в г. Калуга", id="a town is no year"),
        pytest.param("город", "весной 2016 г. прошли выборы", id="a year is no town"),
        pytest.param("век", "в лесу", id="a preposition is no century"),
    ],
)
def test_what_is_cut_short_is_not_mistaken(query: str, text: str, finds: Finds) -> None:
    assert not finds(query, text)
