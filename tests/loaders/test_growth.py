"""Growth: a document twice as long is read in about twice the time, whatever it repeats."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

import pytest

from index.loaders import load
from search.errors import SourceError
from tests.index.test_growth import GROWTH, NOISE, REPEATED
from tests.loaders.samples import docx

LENGTH: Final = 40_000  # characters, and then twice as many
WRITTEN: Final[Mapping[str, Callable[[str], bytes]]] = {
    ".docx": lambda text: docx(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"),
    ".mbox": lambda text: f"From a Mon May  6 10:00:00 2024\nSubject: a\n\n{text}".encode(),
    ".rss": lambda text: f"<rss><item><description>{text}</description></item></rss>".encode(),
    ".rtf": lambda text: f"{{\\rtf1 {text}}}".encode(),
    ".srt": lambda text: f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n".encode(),
}


@pytest.mark.parametrize("repeated", REPEATED.values(), ids=REPEATED.keys())
@pytest.mark.parametrize("extension", WRITTEN)
def test_a_document_twice_as_long_is_read_in_twice_the_time(
    tmp_path: Path, extension: str, repeated: str
) -> None:
    path = tmp_path / f"a{extension}"

    def seconds(length: int) -> float:
        path.write_bytes(WRITTEN[extension]((repeated * length)[:length]))
        started = time.process_time()
        try:
            list(load(path))
        except SourceError:
            return 0.0  # refused: as good as read
        return time.process_time() - started

    tries = ((seconds(LENGTH), seconds(2 * LENGTH)) for _ in range(5))

    assert any(twice < NOISE or twice <= GROWTH * once for once, twice in tries)
