"""Own time: a contact is dated by the words that tell of it, and by no other day of its sentence."""

from __future__ import annotations

import pytest

from tests.contacts.told import reported

FRIDAY, SATURDAY, NEW_YEAR = "2025-03-14", "2025-03-15", "2025-01-01"


def day(text: str, lang: str, published: str) -> str | None:
    (contact,) = reported(text, lang=lang, published=published)
    return contact.date


@pytest.mark.parametrize(
    ("lang", "published", "text", "expected"),
    [
        ("en", SATURDAY, "Macron called Zelensky last Friday.", "2025"),
        ("en", "2025-03-12", "Macron called Zelensky last Friday.", "2025-03-07"),
        ("en", FRIDAY, "Macron called Zelensky the day before yesterday.", "2025-03-12"),
        ("en", FRIDAY, "Macron spoke with Zelensky before the summit on Sunday.", "2025"),
        ("en", FRIDAY, "Macron spoke with Zelensky about the strikes of Wednesday.", "2025"),
        ("en", FRIDAY, "Macron spoke with Zelensky about the accords of 2015.", "2025"),
        ("en", FRIDAY, "On Thursday, a day after the vote on Wednesday, Macron spoke with Zelensky.", "2025-03-13"),
        ("en", FRIDAY, "Macron spoke with Zelensky on 13/03/2025.", "2025-03-13"),
        ("en", FRIDAY, "Macron spoke with Zelensky on 03/04/2025.", "2025"),
        ("en", NEW_YEAR, "Macron spoke with Zelensky on December 30.", "2024-12-30"),
        ("en", FRIDAY, "Macron spoke with Zelensky on 10 March 2025.", "2025-03-10"),
        ("he", FRIDAY, "מקרון שוחח היום (חמישי) בטלפון עם זלנסקי.", "2025-03-13"),
        ("he", FRIDAY, "מקרון שוחח שלשום בטלפון עם זלנסקי.", "2025-03-12"),
        ("ru", SATURDAY, "Макрон поговорил по телефону с Зеленским в прошлую пятницу.", "2025"),
        ("ru", FRIDAY, "Макрон поговорил по телефону с Зеленским в ночь на четверг.", "2025"),
        ("ru", FRIDAY, "Макрон поговорил по телефону с Зеленским 13.03.2025.", "2025-03-13"),
        ("ro", FRIDAY, "Macron a vorbit la telefon cu Zelenski alaltăieri.", "2025-03-12"),
        ("ro", FRIDAY, "Macron a ajuns joi la Kiev, unde s-a întâlnit cu Zelenski.", "2025-03-13"),
        ("ru", FRIDAY, "Макрон прибыл в четверг в Киев, где встретился с Зеленским.", "2025-03-13"),
        ("en", FRIDAY, "Macron came to Kyiv on Thursday, where he met Zelensky.", "2025-03-13"),
        ("ro", FRIDAY, "Macron a spus joi că a vorbit la telefon cu Zelenski.", "2025"),
        ("ro", SATURDAY, "Macron a vorbit la telefon cu Zelenski vinerea trecută.", "2025"),
        ("ro", FRIDAY, "Macron a vorbit la telefon cu Zelenski despre summitul de duminică.", "2025"),
    ],
)  # fmt: skip
def test_a_contact_is_dated_by_its_own_words(
    lang: str, published: str, text: str, expected: str
) -> None:
    """Where they may mean two days, or there are none, the year of publication is what is known."""
    assert expected == day(text, lang, published)
