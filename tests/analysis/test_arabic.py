"""Arabic words are found under the article, particles and pronouns; Persian ones with half-spaces."""

from __future__ import annotations

from itertools import product

import pytest

from search.analysis.morphology.ar_clitics import teh_marbuta
from tests.analysis.conftest import Finds

NOUNS = (
    *("زيارة", "هدنة", "رئيس", "سفير", "مبعوث", "حرب", "حدود", "عقوبة", "صاروخ", "طائرة", "تهديد"),
    *("دعم", "بيان", "معبر", "رهينة", "قرار", "جيش", "معاهدة", "نفط", "غاز", "دستور", "برلمان"),
    *("مسؤول", "مؤتمر", "ميزانية", "مصرف", "سلطة", "ثورة", "تعاون", "وساطة", "قصف", "احتلال"),
)
# Drawn after the rules were written.
DRAWN = (
    *("محافظ", "نزاع", "لجنة", "مقترح", "مهلة", "جولة", "منظمة", "مراقب", "ضمانة", "سجين"),
    *("أسير", "مستوطنة", "حصار", "توتر", "تصعيد", "مفاعل", "منصة", "خلاف", "تفاهم", "تمديد"),
)
CLITICS = ("ال", "وال", "بال", "كال", "فال", "و", "ب", "ل")


@pytest.mark.parametrize("nouns", [NOUNS, DRAWN], ids=["known", "drawn"])
def test_a_noun_is_found_behind_clitics(nouns: tuple[str, ...], finds: Finds) -> None:
    """Both ways: typed bare, and typed with them."""
    pairs = [(noun, clitic + noun) for noun, clitic in product(nouns, CLITICS)]
    lost = [pair for pair in pairs if not (finds(*pair) and finds(*reversed(pair)))]

    assert len(lost) <= 0.05 * len(pairs), lost


def test_a_noun_behind_clitics_is_no_other_noun(finds: Finds) -> None:
    pairs = [
        (noun, clitic + other)
        for noun, other, clitic in product(NOUNS, NOUNS, ("وال", "ب"))
        if noun != other
    ]
    wrong = [pair for pair in pairs if finds(*pair)]

    assert len(wrong) <= 0.01 * len(pairs), wrong


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("زيارة", "وانتهت زيارتهم أمس", id="a pronoun behind ة"),
        pytest.param("السلطة", "للسلطة دور في الوساطة", id="two lams"),
        pytest.param("سلطة", "وللسلطة دور", id="and before two lams"),
        pytest.param("مؤتمر", "عقد المسؤول موتمرا صحفيا", id="hamza on waw left out"),
        pytest.param("خاص", "لقاءات خاصة", id="an adjective's feminine, as with the article"),
        pytest.param("السيسي", "قال سيسي إن", id="a name"),
        pytest.param("لقاء", "بعد لقائهما في عمّان", id="hamza before a pronoun of two"),
        pytest.param("انتخاب", "جرى انتخابًا رئاسيا", id="an accusative with its mark"),
        pytest.param("مكالمة", "مكالمات هاتفية بين الزعيمين", id="a plural that no dictionary has"),
        pytest.param("استقبل", "استقبلت الملكة ضيفها", id="a verb that she did"),
        pytest.param("ذهب", "فذهب إلى القاهرة", id="a verb that goes on with a story"),
    ],
)
def test_an_arabic_word_is_found(query: str, text: str, finds: Finds) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("لد", "ولد الطفل أمس", id="a word that begins like a particle"),
        pytest.param("اب", "فتح الباب", id="and one that begins so behind the article"),
        pytest.param("فط", "سعر النفط", id="a part of a noun"),
    ],
)
def test_an_arabic_word_keeps_its_first_letter(query: str, text: str, finds: Finds) -> None:
    assert not finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("فيلم", "أفلام المخرج", id="a plural of another spelling"),
        pytest.param("مدرسة", "قصف المدارس", id="a school is no teacher"),
        pytest.param("جزيرة", "الجزر الثلاث", id="a plural that looks like another word"),
        pytest.param("شهر", "ستة أشهر", id="and one like a comparative"),
        pytest.param("كتاب", "كتب جديدة", id="books, which someone may have written"),
        pytest.param("دبابة", "دبابتين", id="two"),
        pytest.param("سمح", "لن نسمح بذلك", id="a person of the present"),
        pytest.param("وصل", "وصلوا إلى بيروت", id="and of the past"),
        pytest.param("استسلام", "بعد الاستسلام", id="a verb's noun"),
    ],
)
def test_a_form_of_an_arabic_word_is_found(query: str, text: str, finds: Finds) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("ماكر", "ماكرون في بيروت", id="a name that ends like a plural"),
        pytest.param("قدم", "التقدم العلمي", id="a noun that begins like a present"),
        pytest.param("استسلم", "بعد الاستسلام", id="a verb's noun is not the verb"),
    ],
)
def test_an_arabic_word_is_no_other(query: str, text: str, finds: Finds) -> None:
    assert not finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("القاهره", "وصل إلى القاهرة أمس", id="a name without its dots"),
        pytest.param("الوزارة", "أعلنت الوزاره أمس", id="in a text"),
        pytest.param("حكومه", "قررت الحكومة اليوم", id="and behind an article"),
    ],
)
def test_dots_may_be_left_out_at_the_end(query: str, text: str, finds: Finds) -> None:
    assert finds(query, text)


def test_a_name_that_ends_like_a_dual_is_none(finds: Finds) -> None:
    assert (True, False) == (
        finds("اجتماع", "عقد اجتماعان في جنيف"),
        finds("سليم", "وصل سليمان إلى جنيف"),
    )


def test_his_book_is_no_writing() -> None:
    """A pronoun ends like a noun without its dots."""
    assert (None, "حكومة") == (teh_marbuta("كتابه"), teh_marbuta("حكومه"))
