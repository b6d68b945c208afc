"""Persian words are found in the plural, with what hangs on them, and tied to the next word."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Finds


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("پرونده", "پرونده‌های تازه", id="a plural behind a half-space"),
        pytest.param("پرونده", "پرونده های تازه", id="behind a space"),
        pytest.param("بندر", "بندرها بسته شد", id="behind nothing"),
        pytest.param("نامه", "نامه‌ی رهبر", id="ezafe behind ه"),
        pytest.param("نامه", "نامهٔ رهبر", id="ezafe as a hamza"),
        pytest.param("صدا", "صدای مردم", id="ezafe behind a long vowel"),
        pytest.param("شدید", "شدیدترین حمله", id="a superlative"),
        pytest.param("گفتگو", "گفت و گوی دو رهبر", id="one word of three"),
        pytest.param("هسته‌ای", "برنامه هسته ای", id="an ending behind a space"),
        pytest.param("مسؤول", "مسوول دفتر", id="hamza on waw"),
        pytest.param("رئیس", "رییس مجلس", id="hamza on yeh"),
        pytest.param("گفتگو", "گفت‌وگوها ادامه یافت", id="a plural of one word of three"),
        pytest.param("فروخت", "نفت می‌فروشند", id="a verb's past finds its present"),
        pytest.param("پذیرفت", "شرط‌ها را نپذیرفته‌اند", id="and its perfect that is denied"),
        pytest.param("آورد", "باید بیاورند", id="and what is to be done"),
        pytest.param("شد", "دیروز بسته شده‌اند", id="become is a verb of its own"),
        pytest.param("نیست", "آنان نیستند", id="is not"),
        pytest.param("بازگشت", "به تهران بازمی‌گردد", id="a verb behind its particle"),
        pytest.param("گرداند", "او را بازگرداندند", id="and without the particle"),
        pytest.param("برادر", "برادرش را دید", id="a possessive of a word of the list"),
        pytest.param("سرباز", "سربازهای جوان", id="a plural that might be of a rare word"),
        pytest.param("کشور", "کشورشان را دوست دارند", id="and of several"),
        pytest.param("خانواده", "با خانواده‌اش رفت", id="and behind ه"),
    ],
)
def test_a_persian_word_is_found(query: str, text: str, finds: Finds) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("تن", "تنها یک نفر", id="a word that ends like a plural"),
        pytest.param("جه", "جهان امروز", id="and like another"),
        pytest.param("هست", "برنامه هسته‌ای", id="nuclear is no being"),
        pytest.param("آمد", "میان دو کشور", id="among is no coming"),
        pytest.param("مرد", "مردم شهر", id="people do not die"),
        pytest.param("آمد", "درآمد دولت", id="an income does not come"),
        pytest.param("شست", "کنار او نشسته است", id="who sits does not wash"),
        pytest.param("آت", "آتش روشن شد", id="fire is nobody's"),
        pytest.param("جمهوری", "جمهوریت نظام", id="an abstract noun is nobody's"),
    ],
)
def test_a_persian_word_keeps_its_end(query: str, text: str, finds: Finds) -> None:
    assert not finds(query, text)
