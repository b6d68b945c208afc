"""XML articles: what agencies and corpora write is read, and other XML is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.loaders import Loaded, load
from search.errors import NotAnArticleError
from tests.loaders.envoys import BOTH, MORE, SAID

NITF = f"""<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><head><title>{BOTH[0]}</title>
<docdata><date.issue norm="20161023T142200Z"/></docdata></head><body><body.head><hedline>
<hl1>{BOTH[0]}</hl1></hedline></body.head><body.content><p>{SAID}</p><p>{MORE}</p></body.content>
</body></nitf>"""
NEWSML = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><contentMeta>
<contentCreated>2016-10-23T10:00:00Z</contentCreated><headline>{BOTH[0]}</headline></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{SAID}</p><p>{MORE}</p>
</body></html></inlineXML></contentSet></newsItem>"""
CORPUS = f"""<newsitem itemid="2286" date="2016-10-23"><headline>{BOTH[0]}</headline>
<text><p>{SAID}</p><p>{MORE}</p></text></newsitem>"""


@pytest.mark.parametrize("written", [NITF, NEWSML, CORPUS], ids=["NITF", "NewsML", "a corpus"])
def test_an_agencys_article_is_read(tmp_path: Path, written: str) -> None:
    (tmp_path / "a.xml").write_text(written, encoding="utf-8")

    (article,) = load(tmp_path / "a.xml")

    assert isinstance(article, Loaded)
    assert (BOTH[0], f"{SAID}\n\n{MORE}", "2016-10-23") == (
        article.title,
        article.text,
        article.published,
    )


def test_each_article_of_a_list_is_one(tmp_path: Path) -> None:
    articles = "".join(
        f"<article id='{number}'><title>{title}</title><source>Island Post</source>"
        f"<body>{text}</body></article>"
        for number, (title, text) in enumerate(zip(BOTH, (SAID, MORE), strict=True))
    )
    (tmp_path / "a.xml").write_text(f"<export>{articles}</export>", encoding="utf-8")

    found = [part for part in load(tmp_path / "a.xml") if isinstance(part, Loaded)]

    assert [(BOTH[0], SAID, "0"), (BOTH[1], MORE, "1")] == [
        (one.title, one.text, one.source_id) for one in found
    ]


def test_short_news_beside_articles_is_lost_no_more_than_they(tmp_path: Path) -> None:
    """A title alone is an article too."""
    written = "".join(
        f"<article><title>{title}</title><body>{text}</body></article>"
        for title, text in ((BOTH[0], SAID), ("They met", "For an hour."), ("They part", ""))
    )
    (tmp_path / "a.xml").write_text(f"<export>{written}</export>", encoding="utf-8")

    found = [part for part in load(tmp_path / "a.xml") if isinstance(part, Loaded)]

    assert [(BOTH[0], SAID), ("They met", "For an hour."), ("They part", "")] == [
        (one.title, one.text) for one in found
    ]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("<urlset><url><loc>https://example.org/1</loc></url></urlset>", id="a map"),
        pytest.param("<opml><body><outline text='x'/></body></opml>", id="a list of feeds"),
        pytest.param(
            "<project><title>A tool</title><version>1</version></project>", id="a program"
        ),
        pytest.param("<doc>" * 3000 + "</doc>" * 3000, id="nothing, deep"),
    ],
)
def test_other_xml_is_no_article(tmp_path: Path, written: str) -> None:
    (tmp_path / "a.xml").write_text(written, encoding="utf-8")

    with pytest.raises(NotAnArticleError):
        list(load(tmp_path / "a.xml"))
