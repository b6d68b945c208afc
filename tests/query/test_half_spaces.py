"""Persian compounds are found however they are written: with a half-space, a space, or joined."""

from __future__ import annotations

from typing import Final

from search.engine.port import Request
from search.entities.gazetteer import gazetteer
from search.model.articles import Article
from search.query.compiler import compile_query
from search.query.parser import parse
from tests.archive import engine_of

COMPOUNDS: Final = (
    *("پیش‌نویس", "هم‌پیمان", "بین‌المللی", "صلح‌طلب", "جنگ‌افزار", "پیام‌رسان", "راه‌آهن", "نخست‌وزیر"),
    *("خبرگزاری‌ها", "تحریم‌های", "موشک‌های", "سخن‌گوی", "گروه‌های", "کشتی‌ها", "پرونده‌ای", "برنامه‌ای"),
    *("بزرگ‌تر", "مهم‌ترین", "می‌گوید", "نمی‌داند", "چشم‌انداز", "پیش‌شرط", "خط‌مشی", "هم‌زمان"),
    *("غنی‌سازی", "دست‌نشانده", "سوخت‌رسانی", "عقب‌نشینی", "نشست‌ها", "بی‌طرف", "هواپیمای‌بی‌سرنشین"),
)
SENTENCE: Final = "دیروز در تهران {} دیده شد"


def found(query: str, *compounds: str) -> set[str]:
    """The compounds whose sentence a query finds whole, as the engine in memory has them."""
    texts = [Article(article_id=one, title="", text=SENTENCE.format(one)) for one in compounds]
    compiled = compile_query(parse(query), gazetteer=gazetteer(), interface="en", loose=False)
    answer = engine_of(texts).search(Request(clauses=compiled.clauses, size=len(texts)))
    return {hit.article_id for hit in answer.hits} if answer.match == "all" else set()


def test_a_compound_is_found_with_a_space_and_with_a_half_space() -> None:
    """A space in the query and a half-space in the text, and the other way round."""
    pairs = [
        pair
        for one in COMPOUNDS
        for pair in ((one.replace("\u200c", " "), one), (one, one.replace("\u200c", " ")))
    ]
    lost = [pair for pair in pairs if not found(*pair)]

    assert len(lost) <= 0.05 * len(pairs), lost


def test_a_compound_written_as_one_word_is_found_with_a_space_and_finds_it() -> None:
    """The parts are words, so no list has to know the whole."""
    ways = [(one.replace("\u200c", ""), one.replace("\u200c", " ")) for one in COMPOUNDS]
    pairs = [pair for one, two in ways for pair in ((one, two), (two, one))]
    lost = [pair for pair in pairs if not found(*pair)]

    assert len(lost) <= 0.05 * len(pairs), lost


def test_a_plural_of_people_is_no_word_before_those() -> None:
    assert set() == found("دیگران", "دیگر آن", "دیگر ان")


def test_a_compound_finds_no_other() -> None:
    wrong = {one: found(one.replace("\u200c", " "), *COMPOUNDS) - {one} for one in COMPOUNDS}

    assert {} == {one: others for one, others in wrong.items() if others}


def test_a_plural_behind_a_space_finds_its_word_whatever_letters_it_has() -> None:
    """کتابها without its space would be Arabic: her book."""
    assert {"کتاب"} == found("کتاب ها", "کتاب", "نامه")
    assert {"سرباز"} == found("سرباز هایشان", "سرباز", "نامه")
