"""Bundles in documents: what databases of news export to Word, RTF and PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.loaders import Loaded
from tests.loaders.samples import articles, docx

OLDER = """\
{number} of 2 DOCUMENTS

The Paper of Ours

October {number}, 2016 Sunday

Call {number} about grain

LENGTH: 12 words

They spoke about grain for the time number {number}.

Neither said more.

LOAD-DATE: October 25, 2016
"""
NEWER = """\
Call {number} about grain

The Paper of Ours

October {number}, 2016 Sunday

Copyright 2016 The Paper of Ours

Length: 12 words

Byline: Ana Pop

Body

They spoke about grain for the time number {number}.

Neither said more.

Load-Date: October 25, 2016

End of Document
"""


def exported(form: str) -> str:
    return "\n\n".join(form.format(number=number) for number in (1, 2))


def known(path: Path) -> list[tuple[object, ...]]:
    return [
        (one.locator, one.title, one.outlet, one.published, one.text)
        for one in articles(path)
        if isinstance(one, Loaded)
    ]


EXPECTED = [
    (
        locator,
        f"Call {number} about grain",
        "The Paper of Ours",
        f"2016-10-0{number}",
        f"They spoke about grain for the time number {number}.\n\nNeither said more.",
    )
    for number, locator in ((1, ""), (2, "#2"))
]


@pytest.mark.parametrize("form", [OLDER, NEWER], ids=["numbered", "ended"])
def test_each_article_of_an_export_is_one(tmp_path: Path, form: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(exported(form), encoding="utf-8")

    assert EXPECTED == known(path)


def test_an_export_to_word_is_read_alike(tmp_path: Path) -> None:
    lines = exported(NEWER).split("\n\n")
    path = tmp_path / "a.docx"
    path.write_bytes(docx("".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in lines)))

    assert EXPECTED == known(path)


def test_an_export_to_rtf_is_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_text("{\\rtf1 " + exported(NEWER).replace("\n\n", "\\par ") + "}", encoding="utf-8")

    assert EXPECTED == known(path)
