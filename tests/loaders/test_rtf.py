"""RTF reads as Word shows it, however broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.loaders.reading import read
from tests.loaders.samples import articles


@pytest.mark.parametrize(
    ("written", "text"),
    [
        pytest.param(
            r"{\rtf1\ansi One \b bold\b0  word.\par Two.}", "One bold word.\n\nTwo.", id="formats"
        ),
        pytest.param(r"{\rtf1{\fonttbl{\f0 Arial;}}{\*\generator x;}One.}", "One.", id="tables"),
        pytest.param(r"{\rtf1 a{\i0\*\cs7 b}}", "ab", id="a star within a group"),
        pytest.param(
            r"{\rtf1\ansicpg1250\u537?edin\'fea}",
            "ședinţa",
            id="letters by number and by code page",
        ),
        pytest.param(r"{\rtf1\uc2\u1513\'f9\'f9x}", "שx", id="two signs stand in"),
        pytest.param(
            r"{\rtf1\ansicpg1252{\fonttbl{\f1\fcharset177 David;}}{\f1 \'f9\'e9\'e7\'e4} said}",
            "שיחה said",
            id="a font's",
        ),
        pytest.param(r"{\rtf1\u-10179?\u-8704?}", "😀", id="a pair"),
        pytest.param(r"{\rtf1 a\cell b\cell\row c\cell d\cell\row}", "a\tb\nc\td", id="a table"),
        pytest.param(r"{\rtf1 One{\footnote Noted.}.}", "One.\n\nNoted.", id="a note"),
        pytest.param(
            r"{\rtf1 a{\v hidden}{\deleted out}b\{\}\\}", r"ab{}" + "\\", id="what is hidden"
        ),
        pytest.param("{\\rtf1 a{\\pict\\bin3 }}}}b}", "ab", id="bytes of a picture"),
        pytest.param(
            r"{\rtf1{\field{\*\fldinst HYPERLINK x}{\fldrslt a link}}}", "a link", id="a link"
        ),
    ],
)
def test_rtf_reads_as_word_shows_it(tmp_path: Path, written: str, text: str) -> None:
    assert text == read(tmp_path, "a.rtf", written).text


def test_the_title_of_an_rtf_counts_if_it_stands_in_the_text(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        "a.rtf",
        r"{\rtf1{\info{\title A call about grain}}A call about grain\par They spoke.}",
    )

    assert ("A call about grain", "They spoke.") == (article.title, article.text)


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    pieces=st.lists(
        st.sampled_from(
            [
                "{",
                "}",
                "\\par",
                "\\u99999999?",
                "\\'",
                "\\'e9",
                "\\bin99 ",
                "\\f9",
                "\\fcharset177",
                "\\*",
                "\\",
                "x",
                "\\uc-1",
                "\\ansicpg99999",
                "\\title",
                "\\footnote ",
                "\\u-1",
                "\n",
            ]
        ),
        max_size=20,
    )
)
def test_any_rtf_is_read(tmp_path: Path, pieces: list[str]) -> None:
    """Broken files are the rule where old programs wrote them."""
    path = tmp_path / "a.rtf"
    path.write_text("{\\rtf1 " + "".join(pieces), encoding="utf-8")

    assert 1 == len(articles(path))
