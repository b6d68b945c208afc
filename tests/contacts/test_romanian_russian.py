"""Contacts in Romanian and Russian: kinds that only these languages have."""

from __future__ import annotations

import pytest

from search.model.contacts import Contact
from tests.contacts.told import reported

HELD = [
    # typed without diacritics, or with î inside as in older texts
    ("ro", "meeting", "Angela Merkel s-a intalnit joi cu Vladimir Putin si a cerut pace."),
    ("ro", "meeting", "Angela Merkel si Vladimir Putin au negociat fata in fata la Soci."),
    ("ro", "call", "Angela Merkel a avut marti dimineata o convorbire telefonica cu Putin."),
    ("ro", "meeting", "Angela Merkel s-a întîlnit joi seară cu Vladimir Putin la Soci."),
    # an official visit is no official
    (
        "ro",
        "meeting",
        "Merkel, aflată în vizită oficială la Soci, a fost primită de Vladimir Putin.",
    ),
    ("ro", "meeting", "Merkel și Putin au avut vineri, la Soci, convorbiri oficiale de trei ore."),
    ("ro", "call", "Merkel a spus într-o conferință de presă că a vorbit la telefon cu Putin."),
    # since when it was the first
    ("ro", "call", "Merkel a vorbit la telefon cu Putin de la preluarea mandatului luna trecută."),
    ("ro", "meeting", "Cancelarul federal Angela Merkel l-a primit pe Vladimir Putin la Berlin."),
    ("ru", "call", "Меркель впервые с начала года поговорила по телефону с Владимиром Путиным."),
    (
        "ru",
        "meeting",
        "Ангела Меркель прилетела без свиты и встретилась в Сочи с Владимиром Путиным.",
    ),
    ("ru", "meeting", "Ангела Меркель успела провести в Сочи переговоры с Владимиром Путиным."),
    # an adverb in quotation marks, `also with`, somebody of no table before
    ("ro", "call", "Merkel a vorbit „îndelung” la telefon cu Vladimir Putin."),
    ("ro", "call", "Merkel a avut o convorbire telefonică și cu Vladimir Putin."),
    (
        "ro",
        "meeting",
        "Merkel a avut convorbiri cu omologul său, Ion Pop, și cu președintele Vladimir Putin.",
    ),
    # `lui` says to whom, behind a word without an article
    ("ro", "call", "Merkel i-a cerut scuze lui Vladimir Putin, într-o convorbire telefonică."),
    ("ro", "call", "Angela Merkel a spus presei că Vladimir Putin a sunat-o."),
    ("ro", "meeting", "La Soci au avut loc negocieri între Merkel, Putin și Macron."),
    ("ru", "meeting", "Меркель прилетела в Сочи и в пятницу была принята Владимиром Путиным."),
    (
        "ru",
        "meeting",
        "Саммит с участием Ангелы Меркель, Владимира Путина и Макрона прошёл в Сочи.",
    ),
    ("ru", "meeting", "Меркель после переговоров с Владимиром Путиным заявила о дружбе."),
    ("ru", "meeting", "Меркель показала Путину парк, после чего лидеры два часа вели переговоры."),
    ("ru", "call", "Ангела Меркель рассказала журналистам, что Владимир Путин звонил ей."),
    # days, places and reasons behind the verb
    ("ro", "call", "Merkel l-a sunat, pe 12 martie, pe președintele Vladimir Putin."),
    ("ro", "meeting", "Merkel a avut, în marja summitului G20, o întrevedere cu Vladimir Putin."),
    ("ro", "meeting", "Merkel l-a primit din nou, la scurt timp după atac, pe Vladimir Putin."),
    (
        "ro",
        "message",
        "Merkel i-a trimis vineri, la Soci, o scrisoare președintelui Vladimir Putin.",
    ),
    (
        "ro",
        "meeting",
        "Pacea e aproape, a anunțat, marți, Merkel, la finalul unei întrevederi cu Putin.",
    ),
    ("ru", "call", "Меркель провела по инициативе немецкой стороны телефонный разговор с Путиным."),
    ("ru", "call", "Меркель перед встречей в Париже поговорила по телефону с Владимиром Путиным."),
    ("ru", "call", "Ангела Меркель позвонила поздно вечером 12 марта Владимиру Путину."),
    ("ru", "meeting", "В переговорах приняли участие Ангела Меркель и Владимир Путин."),
    # who took part, what it was and the verb in any order
    ("ro", "meeting", "Primită la Soci de Vladimir Putin, Angela Merkel a promis ajutoare."),
    ("ro", "meeting", "După ce s-a întâlnit la Soci cu Vladimir Putin, Merkel a promis ajutoare."),
    (
        "ro",
        "message",
        "Merkel a primit, joi, un mesaj de felicitare din partea lui Vladimir Putin.",
    ),
    (
        "ro",
        "meeting",
        "La Soci a avut loc joi o întâlnire de o oră între Merkel și Vladimir Putin.",
    ),
    ("ru", "meeting", "С президентом Владимиром Путиным Ангела Меркель встретилась в Сочи."),
    ("ru", "meeting", "Встретившись в Сочи с Владимиром Путиным, Меркель пообещала помощь."),
    ("ru", "call", "Переговорив по телефону с Владимиром Путиным, Меркель пообещала помощь."),
    ("ru", "message", "В письме Владимиру Путину Ангела Меркель пообещала помощь."),
    ("ru", "message", "Ангела Меркель получила письмо от Владимира Путина."),
    ("ru", "call", "Меркель сообщила, что по телефону обсудила с Владимиром Путиным поставки."),
    # meals and tea, how long they talked, where they sat
    ("ro", "meeting", "Merkel a băut o cafea cu Vladimir Putin pe o terasă din Soci."),
    ("ro", "meeting", "Vladimir Putin și Angela Merkel au vorbit cinci ore despre gaze."),
    ("ro", "meeting", "Angela Merkel l-a îmbrățișat pe Putin, iar apoi au discutat o oră."),
    ("ru", "meeting", "Путин и Меркель пили чай на террасе."),
    ("ru", "meeting", "Путин и Меркель проговорили пять часов."),
    ("ru", "meeting", "За чашкой чая в Сочи Путин и Меркель обсуждали цены."),
    ("ru", "meeting", "За столом переговоров оказались Ангела Меркель и Владимир Путин."),
    ("ru", "meeting", "Меркель, прибывшая в Сочи утром, обсуждала с Путиным поставки."),
    # a verb in the plural, and those who were named before
    ("ro", "meeting", "Merkel și Putin au depus flori, după care au purtat discuții la Soci."),
    ("ru", "meeting", "Меркель и Путин возложили венки, а затем провели переговоры."),
    ("ru", "meeting", "Меркель и Путин возложили венки, затем состоялись переговоры."),
    ("ru", "meeting", "Меркель прилетела к Путину в Сочи и час вела с ним переговоры."),
    ("ru", "meeting", "Меркель поддержала Владимира Путина после беседы с ним."),
    ("ru", "meeting", "Меркель уговаривала Путина подождать, их беседа длилась два часа."),
    # talks that lasted, ended or were called something; those that they had
    ("ro", "meeting", "Merkel a sosit la Soci, iar întrevederea cu Putin a durat o oră."),
    ("ro", "meeting", "Merkel l-a lăudat pe Putin după discuțiile pe care cei doi le-au avut."),
    (
        "ro",
        "meeting",
        "Întrevederea de la Soci s-a încheiat cu o ceartă între Merkel și Putin.",
    ),
    (
        "ro",
        "call",
        "Despre convorbirea pe care a avut-o joi cu Putin, Merkel a spus puțin.",
    ),
    ("ro", "meeting", "Merkel a semnat cu Putin un acord de tranzit, după discuții la Soci."),
    ("ru", "call", "Телефонный разговор с Владимиром Путиным Меркель назвала полезным."),
    # who received stands last, or is told something
    ("ro", "meeting", "Primită joi la Soci, Angela Merkel i-a mulțumit lui Vladimir Putin."),
    ("ru", "meeting", "Владимира Путина приняла в своей резиденции канцлер Ангела Меркель."),
    # by telephone, in the passive or by several
    ("ro", "call", "Merkel a fost sunată de Vladimir Putin în noaptea alegerilor."),
    ("ro", "call", "Merkel a fost felicitată la telefon de Vladimir Putin."),
    ("ru", "call", "Меркель и Макрон предупредили Путина в телефонном разговоре о санкциях."),
    ("ro", "call", "La telefon, Angela Merkel i-a mulțumit lui Vladimir Putin pentru sprijin."),
    ("ro", "call", "Merkel a avut joi, cu președintele Vladimir Putin, o convorbire telefonică."),
    ("ro", "call", "Merkel s-a numărat printre primii care l-au sunat pe Vladimir Putin."),
    # letters that stand first, guests, what they went through
    ("ro", "message", "Scrisoarea lui Vladimir Putin i-a fost înmânată Angelei Merkel."),
    ("ro", "meeting", "Angela Merkel a fost invitata lui Vladimir Putin la Soci."),
    ("ro", "meeting", "Angela Merkel și Vladimir Putin au trecut în revistă, la Soci, proiectele."),
    ("ru", "message", "Поздравительное письмо Владимиру Путину направила Ангела Меркель."),
    ("ru", "meeting", "Ангела Меркель в пятницу гостила у Владимира Путина в Сочи."),
    ("ru", "meeting", "Меркель показала Путину сад, затем политики поговорили наедине."),
]
NOT_HELD = [
    ("ro", "Merkel si Putin urmeaza sa se intalneasca la Soci."),
    ("ro", "Potrivit lui Macron, Merkel și Putin s-au întâlnit deja la Soci."),
    ("ro", "Anularea întâlnirii dintre Merkel și Putin a stârnit nemulțumire la Berlin."),
    ("ro", "Ultima întâlnire dintre Merkel și Putin a avut loc la Soci."),
    ("ro", "Șoigu i-a transmis lui Kim Jong-un un mesaj din partea lui Putin."),
    ("ro", "Merkel și Macron au susținut conferințe de presă telefonice."),
    ("ro", "Merkel l-a sunat pe fratele său, la o zi de la întâlnirea cu Putin."),
    ("ro", "Merkel a vorbit joi, la Soci, despre relația cu Vladimir Putin."),
    ("ro", "O delegație este primită de Angela Merkel și de Vladimir Putin."),
    ("ru", "Меркель поговорила в Сочи о сотрудничестве с Владимиром Путиным."),
    ("ru", "Меркель пообещала Владимиру Путину позвонить в пятницу."),
    ("ru", "Меркель и Путин провели в Сочи три встречи."),
    ("ru", "Меркель и Путин согласились принять участие во встрече в Париже."),
    ("ru", "Меркель приняла в четверг предложение Владимира Путина."),
    ("ru", "Лавров позвонил Кулебе, но тот не взял трубку."),
    ("ru", "Отмена встречи Меркель и Путина вызвала разочарование в Берлине."),
    ("ru", "Меркель сообщила Путину о том, что выступает за возобновление переговоров."),
    # whoever is still to go, and what others did
    ("ro", "Merkel i-a promis lui Vladimir Putin să vină la negocieri."),
    ("ro", "Merkel l-a întrebat pe Vladimir Putin dacă vine la discuții."),
    (
        "ro",
        "Merkel i-a propus lui Putin o pauză, dar a refuzat să stea la masa negocierilor.",
    ),
    ("ro", "Merkel și Putin au depus flori, iar diplomații au purtat discuții."),
    ("ro", "Merkel și Putin au evocat, în declarații separate, criza din Libia."),
    ("ro", "Merkel și Putin au trecut în revistă, în scrisori către presă, proiectele."),
    ("ru", "Меркель пообещала Путину приехать на переговоры."),
    ("ru", "Меркель и Путин возложили венки, а послы провели переговоры."),
    ("ru", "Меркель и Путин возложили венки, затем состоялись переговоры министров."),
]
# several who were in one group, or one who met several, one after another
TOGETHER = [
    (
        "ro",
        [3],
        "Merkel și Putin și-au strâns mâna, la capătul unei discuții în trei cu Macron.",
    ),
    ("ro", [3], "Merkel i-a primit pe Putin și pe Macron, iar cei trei au convenit o pauză."),
    ("ru", [3], "Меркель приняла Путина и Макрона, и втроём они обсудили перемирие."),
    ("ru", [2, 2], "Меркель встретилась сначала в Сочи с Путиным, а затем в Париже с Макроном."),
    ("ru", [2, 2], "Меркель провела переговоры с Путиным в Сочи, а потом с Макроном в Париже."),
]


def told(lang: str, text: str) -> tuple[Contact, ...]:
    return reported(text, lang=lang, published="2020-03-13")


def kinds(lang: str, text: str) -> list[str]:
    return [one.kind for one in told(lang, text)]


@pytest.mark.parametrize(("lang", "kind", "text"), HELD, ids=[text[:50] for _, _, text in HELD])
def test_a_kind_of_sentence_tells_of_a_contact(lang: str, kind: str, text: str) -> None:
    assert [kind] == kinds(lang, text)


@pytest.mark.parametrize(("lang", "text"), NOT_HELD, ids=[text[:50] for _, text in NOT_HELD])
def test_a_kind_of_sentence_tells_of_none(lang: str, text: str) -> None:
    assert [] == kinds(lang, text)


@pytest.mark.parametrize(
    ("lang", "sizes", "text"), TOGETHER, ids=[text[:50] for *_, text in TOGETHER]
)
def test_those_who_were_one_group_are_one_contact(lang: str, sizes: list[int], text: str) -> None:
    found = told(lang, text)
    assert sizes == [len(one.leaders) for one in found]
    assert {"meeting"} == {one.kind for one in found}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ro", "Putin a vorbit la telefon cu Merkel, iar aceasta s-a întâlnit cu Macron."),
        ("ru", "Путин поговорил по телефону с Меркель, а она встретилась с Макроном."),
    ],
)
def test_a_pronoun_behind_a_contrast_is_whoever_acted_not(lang: str, text: str) -> None:
    met = [set(one.leaders) for one in told(lang, text) if one.kind == "meeting"]
    assert [{"angela-merkel", "emmanuel-macron"}] == met
