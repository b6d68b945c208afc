"""The article's date.

Found where a text or a path gives it, and never taken from a day that is merely mentioned.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dates.text_dates import published

STORY = "The two leaders spoke by telephone about the ceasefire and agreed that their ministers would meet soon."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("October 23, 2016 01:15", "2016-10-23", id="English, with the time"),
        pytest.param("Published: Oct. 23, 2016", "2016-10-23", id="a label and a short month"),
        pytest.param("Sunday, 23rd October 2016", "2016-10-23", id="a weekday and an ordinal"),
        pytest.param(
            "By Dana Levi | October 23, 2016 | 2 minute read",
            "2016-10-23",
            id="between an author and more",
        ),
        pytest.param(
            "יום ראשון, 23 באוקטובר 2016, 01:15",
            "2016-10-23",
            id="Hebrew preposition before the month",
        ),
        pytest.param("פורסם ב-23.10.16", "2016-10-23", id="Hebrew label, two digits of the year"),
        pytest.param("23 APRİL 2016", "2016-04-23", id="a capital of a Turkish keyboard"),
        pytest.param("23 Aprıl 2016", "2016-04-23", id="a small letter of a Turkish keyboard"),
        pytest.param("luni, 9 martie 2026, 14:05", "2026-03-09", id="Romanian"),
        pytest.param("Publicat: 09.03.2026", "2026-03-09", id="Romanian digits"),
        pytest.param("Sâmbătă 7 martie 2026", "2026-03-07", id="Romanian weekday without a comma"),
        pytest.param("8 мая 2025 года, 10:10", "2025-05-08", id="Russian"),
        pytest.param("16 квітня 2025", "2025-04-16", id="Ukrainian"),
        pytest.param("١٦ أبريل ٢٠٢٥", "2025-04-16", id="Arabic digits"),
        pytest.param("16 نيسان 2025", "2025-04-16", id="Levantine month"),
        pytest.param("۱۶ آوریل ۲۰۲۵", "2025-04-16", id="Persian digits"),
        pytest.param("۱۶ فروردین ۱۴۰۴", "2025-04-05", id="Persian calendar"),
        pytest.param("۱۴۰۴/۰۱/۱۶", "2025-04-05", id="Persian calendar, digits alone"),
        pytest.param("۱۶/۱/۱۴۰۴", "2025-04-05", id="Persian calendar, the day first"),
        pytest.param("16 בניסן 5785", "2025-04-14", id="Hebrew calendar"),
        pytest.param("7 באדר א' 5784", "2024-02-16", id="Hebrew calendar, a leap month"),
        pytest.param("16 Nisan 5785", "2025-04-14", id="Hebrew calendar in English"),
        pytest.param("2016-10-23", "2016-10-23", id="ISO 8601"),
        pytest.param("2016-10-23T14:22:00Z", "2016-10-23", id="ISO 8601 with a time"),
        pytest.param("2016-10-23T14:22:00.000+03:00", "2016-10-23", id="ISO 8601 with a zone"),
        pytest.param("14:22 23.10.2016", "2016-10-23", id="the clock first"),
        pytest.param("14:22 | 23 октября 2016", "2016-10-23", id="the clock first, behind a bar"),
        pytest.param("23-Oct-2016", "2016-10-23", id="hyphens"),
        pytest.param("5 фев. 2017", "2017-02-05", id="a short month with a full stop"),
        pytest.param("23 oct. 2016, 14:22", "2016-10-23", id="a short month in Romanian"),
        pytest.param("23 באוק' 2016", "2016-10-23", id="a short month in Hebrew"),
        pytest.param("Posted on October 23, 2016 by jane in Elbonia", "2016-10-23", id="posted by"),
        pytest.param("Posted October 23, 2016", "2016-10-23", id="posted"),
        pytest.param("First published on 23 October 2016 at 14:22", "2016-10-23", id="published"),
        pytest.param("FOR IMMEDIATE RELEASE October 23, 2016", "2016-10-23", id="a release"),
        pytest.param(
            "de Ion Exemplu, publicat la 23 octombrie 2016, ora 14:22, actualizat la 24 octombrie 2016",
            "2016-10-23",
            id="an author, then published, then changed",
        ),
        pytest.param(
            "עודכן 24.10.2016 פורסם 23.10.2016", "2016-10-23", id="changed, then published"
        ),
        pytest.param(
            "Опубликовано 23 октября 2016, 14:22", "2016-10-23", id="published in Russian"
        ),
        pytest.param("By Jane Doe, October 23, 2016", "2016-10-23", id="an author with a comma"),
        pytest.param("By Jane Doe – 23 October 2016", "2016-10-23", id="an author with a dash"),
        pytest.param("מאת דנה לוי 23.10.2016", "2016-10-23", id="an author in Hebrew"),
        pytest.param(
            "By Jane Doe, The Island Post, 23 Oct 2016", "2016-10-23", id="an author and an outlet"
        ),
        pytest.param("מאת: דנה לוי, 23.10.2016", "2016-10-23", id="an author behind a colon"),
        pytest.param("Published at 14:22 on 23 October 2016", "2016-10-23", id="a clock before"),
        pytest.param("23-10-2016", "2016-10-23", id="digits and hyphens"),
        pytest.param("București, 23 oct 2016 /Agenție/", "2016-10-23", id="a place, an agency"),
        pytest.param("Москва. 23 октября 2016 года. АГЕНТСТВО", "2016-10-23", id="in capitals"),
        pytest.param('כ"א בתשרי תשע"ז', "2016-10-23", id="Hebrew numerals"),
        pytest.param("יום ראשון, כ״א תשרי ה'תשע״ז", "2016-10-23", id="numerals and a weekday"),
        pytest.param("ט' באב תש\"ף", "2020-07-30", id="numerals of one letter"),
        pytest.param('פורסם בכ"א בתשרי תשע"ז', "2016-10-23", id="numerals behind a prefix"),
        pytest.param("ב' בתשרי תשע\"ז", "2016-10-04", id="a numeral that looks like a prefix"),
        pytest.param("Date: 23 October 2016", "2016-10-23", id="a date by its name"),
        pytest.param("10/23/2016", "2016-10-23", id="American order that can only be one day"),
        pytest.param("03/04/2016", "2016", id="two days are possible: only the year"),
        pytest.param("תאריך: 03/04/2016", "2016-04-03", id="in Hebrew the day comes first"),
        pytest.param(
            "\u200fOctober\u00a023, 2016", "2016-10-23", id="marks and spaces that nobody sees"
        ),
    ],
)
def test_a_line_of_the_head_dates_the_article(line: str, expected: str) -> None:
    assert (expected, "dateline") == published(
        f"Two leaders speak by telephone\n\n{line}\n\n{STORY}"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"JERUSALEM, Oct. 23, 2016 (Agency) — {STORY}",
            "2016-10-23",
            id="place and agency before the story",
        ),
        pytest.param(
            f"Новости Разговор по телефону 8 мая 2025 года 10:10 Москва {STORY}",
            "2025-05-08",
            id="a clock",
        ),
        pytest.param(
            f"A call\n\n{STORY}\nעודכן: 24.10.16, 10:00, פורסם: 23.10.16, 14:22",
            "2016-10-23",
            id="changed, then published, each with a clock",
        ),
        pytest.param(
            f"Разговор\n{STORY}\nДата публикации: 8 мая 2025 года, 10:10",
            "2025-05-08",
            id="a label at the foot",
        ),
    ],
)
def test_a_marked_date_inside_a_line_dates_the_article(text: str, expected: str) -> None:
    assert (expected, "dateline") == published(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"A call\n\nIt was the first since December 2023. {STORY}", id="since"),
        pytest.param(
            f"A call\n\nOn October 7, 2023 the war broke out. {STORY}", id="a day in a sentence"
        ),
        pytest.param(f"Attack of October 7, 2023\n\n{STORY}", id="a day in the title"),
        pytest.param(
            f"October 7, 2023 — a day to remember\n\n{STORY}", id="a title that begins with a day"
        ),
        pytest.param(
            f"A call\n\n{STORY * 4}\n\nRelated\n\nFebruary 22, 2018\nBasketball tonight",
            id="a sidebar",
        ),
        pytest.param(
            f"A call\n\nThere may 2025 troops remain. {STORY}", id="a word that looks like a month"
        ),
        pytest.param(
            f"A call\n\n{STORY}\nThey will meet when the new parliament sits on\nMarch 17, 2025.",
            id="a broken line",
        ),
        pytest.param(f"A call\n\nOctober 32, 2016\n\n{STORY}", id="no such day"),
        pytest.param(
            f"A call\n\n31 בניסן 5785\n\n{STORY}", id="no such day of the Hebrew calendar"
        ),
        pytest.param(f"A call\n\n۳۱ مهر ۱۴۰۴\n\n{STORY}", id="no such day of the Persian calendar"),
        pytest.param(f"A call\n\n1404/01/16\n\n{STORY}", id="a year of the Middle Ages"),
        pytest.param(f"A call\n\nThe attack of Oct. 7 came up on Sunday. {STORY}", id="no year"),
        pytest.param(f"A call\n\nThe first half of 2026 brought talks. {STORY}", id="a period"),
        pytest.param(
            f"A call\n\nThe first call since 2022 was short. {STORY}", id="the first since a year"
        ),
        pytest.param(
            f"A call\n\nIt was like the first call of 2022, in 2024. {STORY}",
            id="an earlier year's first call",
        ),
        pytest.param(
            f"Convorbire\n\nConvorbirea, prima din 2022 încoace, a fost scurtă. {STORY}",
            id="Romanian since",
        ),
        pytest.param(
            f"A call\n\nHe wrote: today, May 8, 1945, the war ended. In 2016 we read it. {STORY}",
            id="a quote",
        ),
        pytest.param(
            f"A call\n\nThey meet today; May 8, 2025 was a holiday. {STORY}", id="a day after today"
        ),
        pytest.param(f"A call\n\n{STORY}\n\nAccess date: 3 May 2020", id="when it was read"),
        pytest.param(f"A call\n\n{STORY}\n\nBirth date: 3 May 1950", id="a birth"),
        pytest.param(f"A call\n\n{STORY}\n\nDue date: 3 May 2020", id="a deadline"),
        pytest.param(f"A call\n\n{STORY}\n\nDate of birth: 3 May 1950", id="a birth by its day"),
        pytest.param(f"A call\n\n{STORY}\n\nDate accessed: 3 May 2020", id="a day of access"),
        pytest.param(f"A call\n\n{STORY}\n\nPassport issued: 3 May 2020", id="a passport"),
        pytest.param(f"A call\n\n{STORY}\n\nDownloaded: 5 May 2018 10:00", id="a download"),
        pytest.param(f"A call\n\n{STORY}\n\nAccessed 5 May 2018, 10:00", id="a visit"),
        pytest.param(f"A call\n\n{STORY}\n\nThe meeting: 5 May 2018, 10:00", id="an event"),
        pytest.param(f"שיחה\n\n{STORY}\n\nעודכן: 05.05.2018 10:00", id="a change in Hebrew"),
        pytest.param(f"Звонок\n\n{STORY}\n\nОбновлено 05.05.2018 10:00", id="in Russian"),
        pytest.param(f"שיחה\n\n{STORY}\n\nתאריך לידה: 3.5.1950", id="a birth in Hebrew"),
        pytest.param(f"Apel\n\n{STORY}\n\nData nașterii: 3 mai 1950", id="a birth in Romanian"),
        pytest.param(f"Звонок\n\n{STORY}\n\nДата рождения: 3 мая 1950", id="a birth in Russian"),
        pytest.param(f"A call\n\nUpdated October 24, 2016\n\n{STORY}", id="a change"),
        pytest.param(f"A call\n1.10.2016 - 23.10.2016\n\n{STORY}", id="a span"),
        pytest.param(f"A call\n1 October 2016 – 5 October 2016\n\n{STORY}", id="one of months"),
        pytest.param(f"A call\nFrom 1 May 2016 10:00 to 5 May 2016 12:00\n\n{STORY}", id="hours"),
        pytest.param(f"A call\nEvent date: 23.10.2016 19:00\n\n{STORY}", id="an event's day"),
        pytest.param(f"A call\nTel. 03-12-2016\n\n{STORY}", id="a telephone"),
        pytest.param(f"A call\nInvoice, 23-10-2016\n\n{STORY}", id="an invoice"),
        pytest.param(f"A call\n\nBy the summit of May 3, 2020\n\n{STORY}", id="by a day"),
        pytest.param(
            f"A call\n\nThe book was published on May 3, 2020 and sold well.\n\n{STORY}",
            id="a book",
        ),
        pytest.param("", id="nothing"),
    ],
)
def test_a_date_that_is_only_mentioned_is_nobodys(text: str) -> None:
    """A wrong year in a facet is worse than none."""
    assert published(text) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "— News desk (@news_desk) April 16, 2025", "2025", id="an embedded post dates the year"
        ),
        pytest.param(
            "— News desk (@news_desk)April 16, 2025", "2025", id="a post that lost its space"
        ),
        pytest.param(
            "It was the first conversation of 2026 between the two.", "2026", id="English"
        ),
        pytest.param(
            "Convorbirea, prima dintre cei doi lideri din 2026, a durat o oră.",
            "2026",
            id="Romanian",
        ),
        pytest.param(
            "Conversaţia, prima dintre cei doi lideri din 2026, a durat o oră.",
            "2026",
            id="Romanian cedillas",
        ),
        pytest.param("זו השיחה הראשונה של 2026 בין השניים.", "2026", id="Hebrew"),
        pytest.param("Это был первый разговор двух лидеров 2026 года.", "2026", id="Russian"),
    ],
)
def test_a_text_that_dates_itself_gives_its_year(sentence: str, expected: str) -> None:
    assert (expected, "text") == published(f"A call\n\n{STORY}\n\n{sentence}\n{STORY}")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The leaders spoke today, October 23, 2016.", id="English"),
        pytest.param(
            "השניים שוחחו היום, יום ראשון, 23 באוקטובר 2016.", id="Hebrew, with the weekday"
        ),
        pytest.param("Cei doi au discutat astăzi, 23 octombrie 2016.", id="Romanian"),
        pytest.param("Лидеры поговорили сегодня, 23 октября 2016 года.", id="Russian"),
        pytest.param("Лідери поговорили сьогодні — 23.10.2016.", id="Ukrainian"),
    ],
)
def test_a_text_that_names_today_gives_its_day(sentence: str) -> None:
    """Only the day on which a text is written is its today."""
    assert ("2016-10-23", "text") == published(f"A call\n\n{STORY}\n\n{sentence}\n{STORY}")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("news/2016/10/23/call.txt", "2016-10-23", id="folders"),
        pytest.param("news/2016-10-23-call.txt", "2016-10-23", id="a file's name"),
        pytest.param("news/20161023_call.txt", "2016-10-23", id="digits in a row"),
        pytest.param("news/2016-10-23/call.txt", "2016-10-23", id="one folder"),
        pytest.param("news/2016_10_23 14.22 call.html", "2016-10-23", id="a name with a time"),
        pytest.param("news/2016-10-23T142200Z.json", "2016-10-23", id="a name that is a time"),
        pytest.param(
            "2016-10-23-call (conflicted copy 2026-11-20).txt",
            "2016-10-23",
            id="a copy of a dated name",
        ),
        pytest.param("23-10-2016 call.txt", "2016-10-23", id="the day first"),
        pytest.param("10_23_2016_call.txt", "2016-10-23", id="the month first"),
        pytest.param("10.10.2016.txt", "2016-10-10", id="the same either way"),
        pytest.param(
            "2016/10/2016-10-23-call.txt", "2016-10-23", id="a name in the folder of its month"
        ),
    ],
)
def test_a_path_dates_the_article(path: str, expected: str) -> None:
    assert (expected, "path") == published(STORY, path=path)


@pytest.mark.parametrize(
    "path",
    [
        "archive2016/call.txt",
        "2016/call.txt",
        "2016/10/call.txt",
        "004_77c0fa2ac9a019fa.txt",
        "1/2/20161/3",
        "call_20161023.txt",
        "20161023142200-call.txt",
        "2016-13-40-call.txt",
        "05-04-2016-call.txt",
        "23-10-20161-call.txt",
        "23-10-2016 copy.txt",
        "2016-10-23 - 2016-10-25.txt",
        "23-10-2016_25-10-2016.txt",
        "notes to 2016-10-23/call.txt",
        "002 (Case conflict 2026-11-20).txt",
        "call.sync-conflict-20261120-101500-ABCDEFG.txt",
        "2026-11-20-download/call.txt",
        "downloads/2026-11-20/call.txt",
        "2026-11-20 export.csv",
        "20261120_101500_backup.json",
        "2026-11-20 10.15.00 Screenshot.html",
        "Backups/2026/11/20/call.txt",
        "Screenshot 2026-11-20 at 10.15.00.txt",
        "call (copy 2026-11-20).txt",
        "הורדות/2026-11-20/שיחה.txt",
        "2026-11-20 - Copie.txt",
        "Загрузки/2026-11-20/a.txt",
    ],
)
def test_numbers_in_a_path_are_not_dates(path: str) -> None:
    """A copy, a download, an export bears the day on which it was made, and would put itself first."""
    assert published(STORY, path=path) is None


def test_the_dateline_goes_before_the_path() -> None:
    """Archives are filed by the day on which they were saved."""
    assert ("2016-10-23", "dateline") == published(
        f"A call\n\nOctober 23, 2016\n\n{STORY}", path="2018/01/02/call.txt"
    )


def test_of_several_posts_the_last_counts() -> None:
    """An article may quote old posts, but none from after it was written."""
    posts = "— A (@a) March 1, 2014\n— B (@b) April 16, 2025\n"

    assert ("2025", "text") == published(f"A call\n\n{STORY}\n{posts}")


@given(st.text(alphabet=st.sampled_from("0123456789./-:, \nMay|@()—ab")))
def test_any_text_is_read_without_an_error(text: str) -> None:
    published(text, path=text)
