"""Subtitles are what is said."""

from __future__ import annotations

from pathlib import Path

from tests.loaders.reading import read


def test_subtitles_are_what_is_said(tmp_path: Path) -> None:
    first = "1\n00:01.000 --> 00:02.000 align:left\n<v Ana>They\nspoke.\n\n"
    written = f"WEBVTT\n\nNOTE made by hand\n\n{first}00:03.000 --> 00:04.000\nTwice.\n"

    assert "They spoke.\nTwice." == read(tmp_path, "a.vtt", written).text
