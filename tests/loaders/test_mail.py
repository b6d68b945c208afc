"""E-mail: messages, and pages that browsers save in the same form."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.loaders import Ignored, Loaded, load
from search.errors import SourceError
from tests.loaders.letters import headed, letter, only
from tests.loaders.samples import articles

PAGE = "<html><body><table><tr><td><p>They spoke about grain.</p><p>Call us.</p></td></tr></table></body></html>"


@pytest.mark.parametrize(
    ("header", "title"),
    [
        pytest.param(
            "Subject: =?utf-8?B?16nXmdeX15Q=?=\r\n =?utf-8?Q?_=D7=91=D7=9B=D7=99?=",
            "שיחה בכי",
            id="two words",
        ),
        pytest.param("Subject: =?windows-1255?B?+enn5A==?=", "שיחה", id="an old code page"),
        pytest.param("Subject: =?iso-8859-8-i?B?+enn5A==?=", "שיחה", id="one with its direction"),
        pytest.param(
            "Subject: Convorbire la București", "Convorbire la București", id="plain UTF-8"
        ),
        pytest.param(
            "Subject: =?iso-8859-1?Q?=93Call=94?=", "“Call”", id="what calls itself Latin-1"
        ),
        pytest.param("Subject: =?nonsense?Q?Call?=", "Call", id="an unknown name"),
        pytest.param("SUBJECT: a call\r\n  of two lines", "a call of two lines", id="two lines"),
        pytest.param("Subject: =?utf-8?B?!!!?= call", "call", id="no base64"),
    ],
)
def test_a_subject_is_the_title(tmp_path: Path, header: str, title: str) -> None:
    assert title == only(tmp_path, headed(header)).title


@pytest.mark.parametrize(
    ("charset", "raw"),
    [
        pytest.param("windows-1255", "שוחחו בטלפון על תבואה".encode("cp1255"), id="Hebrew"),
        pytest.param(
            "iso-8859-8-i",
            "שוחחו בטלפון על תבואה".encode("iso8859-8"),
            id="Hebrew in reading order",
        ),
        pytest.param(
            "iso-8859-1", "שוחחו בטלפון על תבואה".encode("cp1255"), id="Hebrew that is called Latin"
        ),
        pytest.param("utf-8", "שוחחו בטלפון על תבואה".encode(), id="UTF-8"),
        pytest.param(
            "iso-2022-jp", "電話で話した".encode("iso2022-jp"), id="Japanese of seven bits"
        ),
        pytest.param(
            "windows-1257", "Jie kalbėjosi telefonu".encode("cp1257"), id="one that we do not know"
        ),
    ],
)
def test_a_text_is_in_the_charset_that_fits(tmp_path: Path, charset: str, raw: bytes) -> None:
    """What the message says counts, unless mailers say it of any text."""
    article = only(tmp_path, headed(f"Content-Type: text/plain; charset={charset}", body=raw))

    assert article.text in {"שוחחו בטלפון על תבואה", "電話で話した", "Jie kalbėjosi telefonu"}


def test_who_sent_it_and_when_is_known(tmp_path: Path) -> None:
    message = letter(
        From='"Agency, of ours" <news@example.org>', Date="Sun, 23 Oct 2016 23:15:00 -0700"
    )

    article = only(tmp_path, message.as_bytes())

    assert ("Agency, of ours", "2016-10-23", "metadata") == (
        article.outlet,
        article.published,
        article.published_source,
    )


def test_a_year_of_two_digits_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(b"Subject: One\nDate: 23 Oct 16 14:22 EET\n\nThey met.\n")

    assert ["2016-10-23"] == [
        part.published for part in load(tmp_path / "a.eml") if isinstance(part, Loaded)
    ]


def test_an_address_alone_is_who_sent_it(tmp_path: Path) -> None:
    assert "ana@example.org" == only(tmp_path, letter().as_bytes()).outlet


def test_a_broken_header_hides_none_behind_it(tmp_path: Path) -> None:
    raw = headed("X-Title: of two", "lines", "Subject: A call")

    assert ("A call", "They spoke.") == ((one := only(tmp_path, raw)).title, one.text)


def test_of_two_forms_the_plain_one_is_read(tmp_path: Path) -> None:
    message = letter("They spoke about grain, plainly.")
    message.add_alternative(PAGE, subtype="html")

    assert "They spoke about grain, plainly." == only(tmp_path, message.as_bytes()).text


def test_a_plain_form_that_only_points_to_the_page_is_not_read(tmp_path: Path) -> None:
    """Newsletters say: your program can't show this."""
    message = letter("This message needs HTML.")
    message.add_alternative(PAGE.replace("grain", "grain on the river " * 20), subtype="html")

    assert "grain on the river" in only(tmp_path, message.as_bytes()).text


def test_a_page_alone_is_read_whole(tmp_path: Path) -> None:
    """No menu surrounds it, so nothing is cut away."""
    message = EmailMessage()
    message["Subject"] = "A call"
    message.set_content(PAGE, subtype="html")

    assert ["They", "spoke", "about", "grain.", "Call", "us."] == only(
        tmp_path, message.as_bytes()
    ).text.split()


def test_lines_that_flow_are_made_whole(tmp_path: Path) -> None:
    """The mailer broke them, and says so; a quotation and a signature keep theirs."""
    body = b"They spoke \r\nabout grain.\r\n> quoted \r\n> twice\r\n-- \r\nAna"

    article = only(tmp_path, headed("Content-Type: text/plain; format=flowed", body=body))

    assert "They spoke about grain.\n> quoted \n> twice\n-- \nAna" == article.text


def test_an_attachment_of_a_kind_that_is_read_is_an_article(tmp_path: Path) -> None:
    message = letter()
    message.add_attachment(b"\x89PNG", "image", "png", filename="logo.png")
    message.add_attachment(b"The text of both.", "text", "plain", filename="text.txt")
    message.add_attachment(b"Another text.", "text", "plain", filename="../text.txt")
    path = tmp_path / "a.eml"
    path.write_bytes(message.as_bytes())

    found = list(load(path))

    assert [
        ("", "They spoke."),
        ("/text.txt", "The text of both."),
        ("/text-2.txt", "Another text."),
    ] == [(part.locator, part.text) for part in found if isinstance(part, Loaded)]
    assert [Ignored("logo.png")] == [part for part in found if isinstance(part, Ignored)]


def test_a_message_that_is_passed_on_is_an_article_with_its_own_date(tmp_path: Path) -> None:
    message = letter("See below.")
    message.add_attachment(letter("Said then.", Date="Sun, 23 Oct 2016 10:00:00 +0000"))
    path = tmp_path / "a.eml"
    path.write_bytes(message.as_bytes())

    read = [(one.locator, one.published) for one in articles(path) if isinstance(one, Loaded)]

    assert [("", None), ("/message.eml", "2016-10-23")] == read


def test_what_is_encrypted_says_so(tmp_path: Path) -> None:
    raw = headed(
        "Subject: A call", 'Content-Type: multipart/encrypted; boundary="x"', body=b"--x--"
    )

    assert ("encrypted: only its headers are read",) == only(tmp_path, raw).notes


def test_parts_within_parts_do_not_exhaust_the_stack(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(
        b"".join(
            b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(3000)
        )
    )

    with pytest.raises(SourceError, match="nested too deeply"):
        list(load(path))


def test_a_saved_page_has_the_address_that_it_was_saved_from(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Saved"
    text = "".join(
        f"<p>They spoke {number} times on the telephone about grain and water.</p>"
        for number in range(9)
    )
    message.set_content(
        f"<html><body><article><h1>A call</h1>{text}</article></body></html>", subtype="html"
    )
    message["Content-Location"] = "https://example.org/call"

    article = only(tmp_path, message.as_bytes(), "a.mht")

    assert ("A call", "https://example.org/call", None) == (
        article.title,
        article.url,
        article.published,
    )


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    lines=st.lists(
        st.sampled_from(
            [
                "From a Mon May  6 10:00:00 2024",
                "Subject: =?utf-8?B?2=?=",
                "Content-Type: multipart/mixed; boundary=x",
                "Content-Type: message/rfc822",
                "Content-Type: text/html; charset=base64",
                "Content-Disposition: attachment; filename*=x'y'\"a.txt",
                "Content-Transfer-Encoding: uuencode",
                "Content-Type: text/plain; charset*=a%00; format*=flowed",
                "--x",
                "--x--",
                "",
                "<p>x</p>",
                "Date: Mon, 99 May",
            ]
        ),
        max_size=12,
    ),
    extension=st.sampled_from(["eml", "mbox", "mhtml"]),
)
def test_any_message_is_read_or_refused(tmp_path: Path, lines: list[str], extension: str) -> None:
    """Python's parser has stumbled over headers before."""
    path = tmp_path / f"a.{extension}"
    path.write_bytes("\n".join(lines).encode())
    try:
        list(load(path))
    except SourceError as error:
        assert error.reason  # noqa: PT017 - most are no messages, and need not be
