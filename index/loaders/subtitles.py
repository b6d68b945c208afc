"""Subtitles: what is said, without the times at which it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from index.loaders import html_fragments
from index.loaders.clean import clean
from index.loaders.loaded import Loaded, Skipped
from index.loaders.records import finished
from index.loaders.source import read

CUE: Final = re.compile(r"(?:\d{1,3}:)?\d{1,2}:\d{2}[,.]\d{1,3} --> .*")
NUMBER: Final = re.compile(r"\d+")
WEBVTT_HEAD: Final = re.compile(r"WEBVTT\b.*|(?:NOTE|STYLE|REGION)\b.*")
STYLE: Final = re.compile(r"</?(?:[bcuiv]|font|ruby|rt|lang)\b[^<>]*>|\{\\[^{}]*\}")


def load(path: Path) -> Iterator[Loaded | Skipped]:
    """The one text of the file."""
    text, notes = read(path)
    cues = (_said(block) for block in re.split(r"\n[ \t]*\n", clean(text)))
    yield finished(Loaded(number=1, text="\n".join(filter(None, cues)), notes=notes))


def _said(block: str) -> str:
    """The lines of a block below its time.

    Of one without a time all, but for what subtitles begin with.
    """
    lines = [line.strip() for line in block.strip().split("\n")]
    timed = next((number for number, line in enumerate(lines) if CUE.fullmatch(line)), None)
    if timed is not None:
        lines = lines[timed + 1 :]
    elif WEBVTT_HEAD.fullmatch(lines[0]) or NUMBER.fullmatch(lines[0]):
        return ""
    return html_fragments.seen(STYLE.sub("", " ".join(lines))).strip()
