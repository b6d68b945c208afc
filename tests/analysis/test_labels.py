"""Letters with a figure are one name in every script: F-16, אף-16, Су-57, С-400."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Finds

LABELS = (
    *(("F-15", "מטוסי אף-15 המריאו"), ("S-300", "סוללות אס-300 נפרסו"), ("MiG-29", "מיג-29 הופל")),
    *(("F-15", "שני מטוסים מדגם האף-15"), ("Su-34", "Су-34 выполнил задачу")),
    *(("S-300", "комплексы С-300 переброшены"), ("MiG-31", "истребитель МиГ-31 взлетел")),
    *(("Tu-22", "бомбардировщик Ту-22 замечен"), ("Kh-59", "ракета Х-59 сбита")),
    *(("Т-90", "T-90 tanks arrived"), ("Ка-52", "a Ka-52 helicopter was lost")),
    *(
        ("F-15", "طائرات إف-15 أقلعت"),
        ("MiG-29", "مقاتلات ميغ-29 وصلت"),
        ("S-300", "سامانه اس-۳۰۰ آمد"),
    ),
)


@pytest.mark.parametrize(("label", "text"), LABELS)
def test_a_label_is_found_in_every_script(label: str, text: str, finds: Finds) -> None:
    assert finds(label, text)


@pytest.mark.parametrize(
    ("label", "text"),
    [
        pytest.param("F-15", "самолёт Су-15 взлетел", id="another letter"),
        pytest.param("S-300", "комплексы С-400 переброшены", id="another figure"),
        pytest.param("F-16", "אף 16 אנשים לא הגיעו", id="a word beside a number"),
    ],
)
def test_another_label_is_not(label: str, text: str, finds: Finds) -> None:
    assert not finds(label, text)
