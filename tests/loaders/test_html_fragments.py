"""Tags: texts that exports keep as HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.loaders import fields
from index.loaders.html_fragments import seen


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("<p>One <b>call</b>.</p>\n<p>Two.</p>", "One call.\n\nTwo.", id="paragraphs"),
        pytest.param("One.<br />Two.<BR>Three.", "One.\nTwo.\nThree.", id="line breaks"),
        pytest.param("<p>One\n   line.</p>", "One line.", id="lines of the source"),
        pytest.param("<p>Seen.</p><script>hidden()</script>", "Seen.", id="a script"),
        pytest.param("<p>Seen.</p><!-- hidden --><![if x]> too", "Seen.\n\ntoo", id="declarations"),
        pytest.param("<p>Seen.</p><![x[ a", "Seen.\n\n<![x[ a", id="a broken declaration"),
        pytest.param("<p><![CDATA[Seen.]]></p>", "Seen.", id="CDATA"),
        pytest.param('<a href="https://example.org">a call</a> today', "a call today", id="a link"),
        pytest.param(
            "Ana &amp; Ion said &#8222;da&#8221;", "Ana & Ion said „da”", id="entities alone"
        ),
        pytest.param("3 < 4 > 2 & more; a <tag", "3 < 4 > 2 & more; a <tag", id="no HTML at all"),
        pytest.param(
            "Reuters <RTRS> said\nso", "Reuters <RTRS> said\nso", id="angle brackets of an agency"
        ),
        pytest.param("<p>Unclosed <b>tags", "<p>Unclosed <b>tags", id="no end of anything"),
    ],
)
def test_a_text_is_what_a_reader_sees(written: str, shown: str) -> None:
    """Else `strong` and `href` would be words of every article."""
    assert shown == seen(written)


def test_records_are_read_so() -> None:
    said = fields.read({"title": "Ana &amp; Ion", "content": {"rendered": "<p>They spoke.</p>"}})

    assert ("Ana & Ion", "They spoke.") == (said.title, said.text)


@given(text=st.text(max_size=100))
def test_a_text_without_tags_and_entities_stays(text: str) -> None:
    if "<" not in text and "&" not in text:
        assert text == seen(text)


PIECES = [
    "<p>",
    "</p>",
    "<",
    ">",
    "<!",
    "<![",
    "]]>",
    "--",
    "[",
    "x",
    "&",
    "amp;",
    "&#",
    "</",
    "<?",
    '"',
    "<script>",
    "\n",
]


@given(text=st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_any_tags_are_taken(text: str) -> None:
    """Broken HTML is the rule."""
    assert isinstance(seen(text), str)
