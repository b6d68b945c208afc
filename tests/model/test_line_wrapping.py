"""Line wrapping: lines that only the width of a page parted, and lines that are meant."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.model.line_wrapping import unwrapped
from search.model.paragraphs import paragraphs

ENGLISH = (
    "The two presidents spoke on the telephone for an hour about grain on the river and the prices"
    " of water in the hills. Neither of their offices said who had called. They agreed that their"
    " ministers would meet next month in Geneva, where the last round of talks had ended early."
)
ROMANIAN = (
    "Cei doi președinți au vorbit astăzi la telefon despre transportul grânelor pe Dunăre și pe"
    " mare. Ei s-au înțeles ca miniștrii lor să se întâlnească luna viitoare la Geneva, ca să ducă"
    " mai departe discuția. Convorbirea a durat o oră, iar birourile au dat câte un comunicat."
)
HEBREW = (
    "שני הנשיאים שוחחו היום בטלפון במשך שעה על הובלת התבואה בנהר ועל מחירי המים בהרים. איש"
    " מלשכותיהם לא אמר מי התקשר. הם סיכמו כי שריהם ייפגשו בחודש הבא בז'נבה, מקום שבו הסתיים"
    " הסבב הקודם של השיחות לפני הזמן, והוסיפו כי ימשיכו לשוחח בשבועות הקרובים."
)
TEXTS = {"English": ENGLISH, "Romanian": ROMANIAN, "Hebrew": HEBREW}


@pytest.mark.parametrize("width", [60, 65, 72, 80])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_wrapped_paragraph_is_one(text: str, width: int) -> None:
    assert text == unwrapped(textwrap.fill(text, width))


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["a blank line", "no blank line"])
def test_paragraphs_stay_apart(between: str) -> None:
    """Where nothing stands between them, the last line of each is short."""
    paragraphs = [ENGLISH, f"Later {ENGLISH[4:-90]}", ROMANIAN]

    found = unwrapped(between.join(textwrap.fill(one, 68) for one in paragraphs))

    assert between.join(paragraphs) == found


def test_a_title_stays_above_its_text() -> None:
    title = "Presidents speak about grain"

    assert [title, ENGLISH] == unwrapped(f"{title}\n{textwrap.fill(ENGLISH, 70)}").split("\n")


LISTED = """\
The ministers agreed on these points:
- grain goes by the river until the end of the year, and by the sea after that
- the prices are set once a month
- a line between the two offices is open day and night, also on days of rest
- nobody speaks to the press before the other side has seen the text
- the next meeting is in Geneva"""
NUMBERED = """\
1. Grain goes by the river until the end of this year and by sea after that
2. The prices are set once a month by a table that both sides have signed for
3. A line between the two offices is open day and night also on days of rest
4. The next meeting of the two ministers will be in Geneva in the next month"""
VERSE = """\
When all the grain had gone upon the river
And no one knew what prices it would bring
The two old men who never could deliver
Sat down and spoke about another thing
They spoke of rain that fell upon the mountains
Of summers when the water did not come
Of villages that gathered round the fountains
And of the wells that in the end were dumb"""
HEADLINES = """\
Presidents speak about grain on the river
Ministers to meet in Geneva next month, offices say
Price of water falls for the third week
No agreement on the line between the two offices yet
A quiet day on the river after the call
Opposition asks what was said and who had called whom"""
TABLE = """\
Month        Grain by river   Grain by sea   Price
January               1,200          3,400      10
February              1,100          3,900      12
March                   900          4,100      11"""
SENTENCES = """\
The presidents spoke for an hour about grain and the prices of water there.
The ministers will meet in Geneva in the next month to speak about a line.
The offices said little about the call and nothing about who had called it.
The river has less water than in any other year since it was first counted."""
QUOTED = """\
> The presidents spoke for an hour about grain on the river and about
> the prices of water in the hills, and their ministers will meet next
> month in Geneva, where the last round of talks had ended early on."""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LISTED, id="a list"),
        pytest.param(NUMBERED, id="a numbered list"),
        pytest.param(VERSE, id="verse"),
        pytest.param(HEADLINES, id="headlines"),
        pytest.param(TABLE, id="a table"),
        pytest.param(SENTENCES, id="a sentence a line"),
        pytest.param(QUOTED, id="a quotation in e-mail"),
        pytest.param(f"{ENGLISH}\n{ROMANIAN}\n{HEBREW}", id="a paragraph a line"),
        pytest.param("Presidents speak about grain on the river\nGeneva, Monday", id="two lines"),
        pytest.param("", id="nothing"),
    ],
)
def test_lines_that_are_meant_stay(text: str) -> None:
    assert text == unwrapped(text)


def test_a_list_in_a_wrapped_text_stays_one() -> None:
    prose = textwrap.fill(ENGLISH, 70)

    found = unwrapped(f"{prose}\n\n{LISTED}\n\n{prose}")

    assert f"{ENGLISH}\n\n{LISTED}\n\n{ENGLISH}" == found


@given(text=st.text(alphabet="aA .\n-\t1", max_size=300))
def test_no_character_moves(text: str) -> None:
    """Offsets are those of the text as it is."""
    found = unwrapped(text)

    assert len(text) == len(found)
    assert all(
        one == other or (one, other) == ("\n", " ") for one, other in zip(text, found, strict=True)
    )


def test_a_page_shows_a_wrapped_paragraph_as_one() -> None:
    written = f"{textwrap.fill(ENGLISH, 70)}\n\n{textwrap.fill(ROMANIAN, 70)}"

    assert [ENGLISH, ROMANIAN] == [one.text.strip() for one in paragraphs(written, [(70, 75)], [])]
