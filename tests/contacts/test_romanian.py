"""Contacts in Romanian: verbs of any kind in its past tense, and the frames that sentences have."""

from __future__ import annotations

import pytest

from tests.contacts.told import reported

HELD = [
    # a past tense that no table has, with what may part it from its participle
    ("call", 2, "Angela Merkel s-a certat la telefon cu Vladimir Putin."),
    ("call", 2, "Angela Merkel l-a dojenit pe Vladimir Putin într-o convorbire telefonică."),
    ("meeting", 2, "Angela Merkel s-a mai întâlnit, la Soci, cu Vladimir Putin."),
    ("call", 2, "Angela Merkel a convenit telefonic cu Vladimir Putin să trimită observatori."),
    ("meeting", 2, "Angela Merkel și Vladimir Putin au luat aseară cina la Soci."),
    ("meeting", 2, "Angela Merkel a oferit o cină în cinstea lui Vladimir Putin."),
    ("meeting", 2, "Angela Merkel a primit la Berlin vizita lui Vladimir Putin."),
    ("meeting", 2, "Angela Merkel a găzduit o întrevedere cu Vladimir Putin."),
    ("meeting", 2, "Angela Merkel a petrecut în compania lui Vladimir Putin peste trei ore."),
    ("meeting", 2, "Patru ore au petrecut la Soci Angela Merkel și Vladimir Putin."),
    ("meeting", 2, "Angela Merkel i-a cerut lui Vladimir Putin, între patru ochi, să cedeze."),
    ("meeting", 2, "Pe Vladimir Putin, Angela Merkel l-a primit vineri."),
    ("message", 2, "Lui Vladimir Putin i-a scris marți Angela Merkel."),
    ("message", 2, "Angela Merkel i-a cerut în scris lui Vladimir Putin să cedeze."),
    ("message", 2, "Angela Merkel și Vladimir Putin și-au trimis scrisori."),
    ("message", 2, "Scrisoarea trimisă de Angela Merkel lui Vladimir Putin a fost citită în plen."),
    ("message", 2, "Printr-o depeșă transmisă la Moscova, Merkel i-a urat lui Putin succes."),
    # what a contact was about, where it was, how long, who held it
    ("call", 2, "Gazul a făcut obiectul unei convorbiri telefonice între Merkel și Putin."),
    ("meeting", 2, "Gazul a fost tema discuțiilor pe care Merkel le-a purtat la Soci cu Putin."),
    ("call", 2, "Discuția telefonică purtată de Angela Merkel cu Vladimir Putin a fost lungă."),
    ("call", 2, "În convorbirea telefonică de joi, Merkel i-a cerut lui Putin să cedeze."),
    ("meeting", 2, "Merkel și Putin au deschis, printr-o întrevedere de o oră, o nouă etapă."),
    ("meeting", 2, "La capătul a trei ore de negocieri cu Putin, Merkel a anunțat un acord."),
    ("meeting", 2, "În cadrul unei întrevederi ținute la Soci, Merkel și Putin au analizat pacea."),
    ("meeting", 2, "Merkel l-a plimbat pe Putin, iar întâlnirea dintre cei doi a durat trei ore."),
    # the subject of the first clause goes on
    ("call", 2, "Merkel și-a scurtat vacanța și i-a spus lui Putin la telefon că pleacă."),
    ("call", 2, "Angela Merkel a declarat că l-a felicitat la telefon pe Vladimir Putin."),
    ("message", 2, "Merkel a sosit la Berlin, unde i-a răspuns lui Putin printr-o scrisoare."),
    ("call", 2, "După ce a vorbit la telefon cu Vladimir Putin, Angela Merkel pleacă la Paris."),
    # in a clause that leans on whoever was named, or done to him next
    (
        "meeting",
        2,
        "Merkel a făcut o escală la Soci ca să-i ureze noroc lui Putin, cu care a cinat.",
    ),
    ("meeting", 2, "Merkel i-a promis ajutor lui Putin, iar apoi l-a primit la Berlin."),
    ("meeting", 2, "Merkel a coborât la Soci, în ploaie, alături de Putin, care a îmbrățișat-o."),
    ("call", 2, "Merkel a regretat convorbirea telefonică avută joi cu Putin."),
    ("call", 2, "Așa a povestit Angela Merkel convorbirea telefonică avută joi cu Putin."),
    ("call", 2, "Merkel l-a avut joi la telefon pe Putin, căruia i-a cerut pace."),
    (
        "call",
        2,
        "Merkel a vorbit despre gaz în convorbirea pe care a inițiat-o joi, prin telefon, cu Putin.",
    ),
    ("call", 2, "După o oră și jumătate la telefon cu Putin, Merkel a vorbit despre pace."),
    ("message", 2, "O lungă scrisoare a lui Vladimir Putin a ajuns joi la Angela Merkel."),
    # a day within a phrase, what somebody managed to do, who received after how long
    ("meeting", 2, "Angela Merkel a fost joi oaspetele lui Vladimir Putin."),
    ("meeting", 2, "Angela Merkel i-a acordat joi o audiență lui Vladimir Putin."),
    ("meeting", 2, "Angela Merkel a reușit să schimbe câteva cuvinte cu Vladimir Putin."),
    ("meeting", 2, "Angela Merkel a fost primită aproape două ore de Vladimir Putin."),
    (
        "meeting",
        2,
        "Vizita la Soci a Angelei Merkel s-a încheiat cu o întrevedere cu Vladimir Putin.",
    ),
    ("meeting", 2, "Angela Merkel l-a plimbat pe Vladimir Putin prin grădinile castelului."),
    ("meeting", 2, "Stând alături de Putin la Soci, Merkel a anunțat un acord."),
    # whatever a contact did, how long it was, and hours of it first
    (
        "call",
        2,
        "Convorbirea telefonică de joi a lui Barack Obama cu Putin i-a iritat pe polonezi.",
    ),
    ("meeting", 2, "Întâlnirea dintre Angela Merkel și Vladimir Putin a relansat dialogul."),
    ("meeting", 2, "Merkel și Putin au rupt gheața joi la Soci, într-o întâlnire de 40 de minute."),
    ("meeting", 2, "Patru ore de negocieri au avut joi Angela Merkel și Vladimir Putin."),
    # a letter of which is told that it was sent, by whom before to whom or behind
    ("message", 2, "Un mesaj de solidaritate a fost transmis de Merkel președintelui Putin."),
    ("message", 2, "O depeșă i-a fost trimisă lui Vladimir Putin de cancelara Angela Merkel."),
    # whom somebody received, named first; who held him where he came
    ("meeting", 2, "Putin, pe care Merkel l-a primit joi la castel, a plecat cu o carte."),
    ("meeting", 2, "Putin a coborât din tren la Soci, unde Merkel l-a ținut la discuții două ore."),
    ("meeting", 2, "Putin a urcat la castel, unde Merkel l-a primit în biroul de la etaj."),
    ("meeting", 2, "Merkel a intrat în biroul lui Putin, cu care a stat de vorbă până la prânz."),
    # a clause behind `but` is open by nothing that went before it
    ("meeting", 2, "Nu au avut martori, dar Merkel și Putin au stat de vorbă joi la Soci."),
    ("meeting", 2, "Nimeni nu s-a grăbit, iar Angela Merkel l-a primit pe Putin cu pâine și sare."),
    ("meeting", 2, "Merkel și Putin s-au așezat, în sfârșit, la aceeași masă."),
    ("meeting", 2, "Merkel și Putin au stat umăr la umăr mai bine de o oră."),
    (
        "meeting",
        2,
        "Merkel l-a condus pe Putin în grădină, iar discuția lor a depășit cu mult ora.",
    ),
    # a guest who was awaited, given a dinner, taken aside; what two did together
    ("meeting", 2, "Merkel a coborât din avion la Soci, unde îl aștepta Vladimir Putin."),
    ("meeting", 2, "Merkel a urcat pe jos la vilă, unde Putin a așteptat-o în prag, cu flori."),
    ("meeting", 2, "Angela Merkel i-a oferit lui Vladimir Putin un dineu de gală."),
    ("meeting", 2, "Angela Merkel l-a tras deoparte pe Vladimir Putin după ceremonie."),
    ("meeting", 2, "Angela Merkel și Vladimir Putin au rămas joi la taclale, la Soci."),
    ("meeting", 2, "Angela Merkel i-a făcut joi o vizită fulger lui Vladimir Putin."),
    ("meeting", 2, "Guvernele s-au reunit la Soci, sub conducerea lui Merkel și Putin."),
    ("meeting", 2, "Angela Merkel și Vladimir Putin au parafat joi, la Soci, un tratat."),
    # through whom a letter came, how long a call was
    ("message", 2, "Merkel i-a trimis lui Putin, prin ministrul său de externe, o scrisoare."),
    ("message", 2, "Merkel i-a urat la mulți ani lui Putin printr-o telegramă."),
    ("call", 2, "Convorbirea telefonică dintre Merkel și Putin a ținut aproape o oră."),
    ("call", 2, "Angela Merkel s-a aflat joi la telefon cu Vladimir Putin."),
    # what a guest did by telephone, and what the host did face to face
    ("meeting", 2, "Merkel l-a primit joi pe Putin, care a vorbit la telefon și cu presa."),
    (
        "meeting",
        2,
        "La cafea, în foișorul vilei, Angela Merkel și Vladimir Putin au vorbit de pace.",
    ),
    # an office or an adjective before a name that no table has
    ("meeting", 2, "Angela Merkel a discutat la Soci cu liderul prorus Vladimir Putin."),
    # a talk of no told kind, which is a call; what was told of or during talks; whom a wife was with
    ("call", 2, "Angela Merkel a anunțat că a avut „o discuție bună” cu Vladimir Putin."),
    ("meeting", 2, "Angela Merkel a avut la Soci „o discuție bună” cu Vladimir Putin."),
    ("call", 2, "Kremlinul a confirmat discuția telefonică dintre Merkel și Putin."),
    ("meeting", 2, "Culisele întâlnirii dintre Angela Merkel și Vladimir Putin"),
    ("meeting", 2, "Detalii de la întâlnirea Merkel – Putin"),
    ("meeting", 2, "În ora cât a durat întâlnirea, Angela Merkel i-a mulțumit lui Vladimir Putin."),
    (
        "meeting",
        2,
        "Angela Merkel împreună cu soțul său au fost primiți la Soci de Vladimir Putin.",
    ),
    (
        "message",
        2,
        "Merkel a primit felicitări pentru realegerea sa din partea lui Vladimir Putin.",
    ),
    (
        "message",
        2,
        "Merkel, rivala lui Gerhard Schroeder, i-a transmis un mesaj lui Vladimir Putin.",
    ),
]

OTHERS = [
    # what was thought of, asked for or said of a contact
    "Angela Merkel a renunțat la întâlnirea cu Vladimir Putin.",
    "Angela Merkel a visat la o întrevedere cu Vladimir Putin.",
    "Angela Merkel s-a opus la o convorbire telefonică cu Vladimir Putin.",
    "Angela Merkel s-a declarat dispusă la o întrevedere cu Vladimir Putin.",
    "Angela Merkel a recunoscut că ultima sa întâlnire cu Vladimir Putin datează din 2021.",
    "Pregătirile pentru întâlnirea dintre Angela Merkel și Vladimir Putin au început.",
    "Organizarea unei întâlniri între Angela Merkel și Vladimir Putin a fost tema discuției.",
    "Angela Merkel a îndemnat la o întâlnire între Volodimir Zelenski și Vladimir Putin.",
    "Un tablou cu întâlnirea dintre Angela Merkel și Vladimir Putin a fost vândut.",
    "Angela Merkel l-a descris pe Vladimir Putin într-un mesaj pe Telegram.",
    # a summit of many, and what another side denies
    "Angela Merkel și Vladimir Putin au participat la summitul de la Antalya.",
    "Angela Merkel a insistat că l-a sunat pe Putin, dar nu a avut loc niciun apel.",
    # a count, and what goes on
    "Angela Merkel și Vladimir Putin s-au văzut de peste 30 de ori din 2005 încoace.",
    "Angela Merkel a vorbit la telefon cu Vladimir Putin de vreo 60 de ori.",
    "Angela Merkel a spus că dialogul cu Vladimir Putin este util.",
    "Angela Merkel a declarat că discuțiile cu Vladimir Putin merg bine.",
    "Se lucrează la o convorbire între Angela Merkel și Vladimir Putin, a confirmat purtătorul.",
    # one of them is known to no table
    "Anton Popa, Angela Merkel și Vladimir Putin au stabilit traseul într-o întrevedere.",
    "Premierul Ion Rus, Merkel, cancelara, și Ana Vlad, ministra, au avut joi o reuniune.",
    "Cancelara, Angela Merkel, liderul rus, Vladimir Putin, și premierul Ion Popa, au avut o ședință.",
    # who is awaited is not there yet, and what is signed for a newspaper is signed at home
    "Angela Merkel îl aștepta joi pe Vladimir Putin la Berlin.",
    "Vladimir Putin a plecat la Soci, iar Angela Merkel îl aștepta în zadar la Berlin.",
    "Angela Merkel a ajuns la Soci, unde îl aștepta trimisul lui Vladimir Putin.",
    "Angela Merkel i-a oferit lui Vladimir Putin un termen de două săptămâni.",
    "Angela Merkel și Vladimir Putin au semnat o tribună în Le Monde.",
    # others' meeting, and others who acted
    "Angela Merkel i-a urat succes lui Vladimir Putin la negocierile cu Donald Trump.",
    "Scrisoarea trimisă de consilierul Angelei Merkel lui Vladimir Putin a fost publicată.",
    "Angela Merkel i-a răspuns lui Vladimir Putin, la cancelarie, că nu va semna.",
    "Angela Merkel l-a certat pe Vladimir Putin la o întrunire a presei.",
    "Angela Merkel a declarat că s-au întâlnit la Soci Vladimir Putin și Xi Jinping.",
    # of all the years
    "Angela Merkel a avut de-a lungul anilor discuții cu Vladimir Putin.",
    "Angela Merkel a avut întâlniri multiple cu Vladimir Putin în marja consiliilor.",
    "Angela Merkel s-a întâlnit recent cu Vladimir Putin.",
    "Kremlinul a confirmat întâlnirea dintre Angela Merkel și Vladimir Putin.",
    "Angela Merkel a primit asigurări pentru gaz din partea lui Vladimir Putin.",
    "Culisele întâlnirii ratate dintre Angela Merkel și Vladimir Putin",
]


@pytest.mark.parametrize(("kind", "leaders", "text"), HELD, ids=[text for *_, text in HELD])
def test_it_is_found(kind: str, leaders: int, text: str) -> None:
    assert [(kind, leaders)] == [
        (one.kind, len(one.leaders)) for one in reported(text, lang="ro", published="2015-06-12")
    ]


@pytest.mark.parametrize("text", OTHERS)
def test_angela_merkel_was_in_contact_with_nobody(text: str) -> None:
    assert [] == [one for one in reported(text, lang="ro") if "angela-merkel" in one.leaders]


def test_one_who_met_several_by_turns_met_each() -> None:
    text = "Merkel a discutat pe rând, la Soci, mai întâi cu Vladimir Putin, apoi cu Xi Jinping."

    assert [("angela-merkel", "vladimir-putin"), ("angela-merkel", "xi-jinping")] == [
        one.leaders for one in reported(text, lang="ro")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Merkel a vorbit într-o convorbire telefonică comună cu Putin și Xi Jinping.",
        "Merkel a vorbit la telefon, simultan, cu Vladimir Putin și Xi Jinping.",
        "Merkel a fost primită la Soci de Vladimir Putin, alături de Xi Jinping.",
        "Întrunirea la care au participat Angela Merkel, Vladimir Putin și Xi Jinping a fost lungă.",
        "La Soci, Angela Merkel, Vladimir Putin și Xi Jinping au luat parte la un summit tripartit.",
    ],
)
def test_three_of_one_call_or_session_are_one_group(text: str) -> None:
    assert [{"angela-merkel", "vladimir-putin", "xi-jinping"}] == [
        set(one.leaders) for one in reported(text, lang="ro")
    ]


def test_three_who_stayed_together_are_one_group() -> None:
    text = "Merkel i-a făcut lui Putin cunoștință cu Xi Jinping, iar toți trei au stat de vorbă."

    assert [("angela-merkel", "vladimir-putin", "xi-jinping")] == [
        one.leaders for one in reported(text, lang="ro")
    ]
