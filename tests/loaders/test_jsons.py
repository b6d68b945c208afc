"""JSON Lines has no largest size."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.loaders import Loaded, load


def test_json_lines_larger_than_memory_are_read_a_line_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An archive exported as one file has no limit: only what is read whole has."""
    monkeypatch.setattr("index.loaders.source.LARGEST", 10)
    file = tmp_path / "large.jsonl"
    file.write_text('{"text": "Președintele a vorbit."}\n\n{broken\n\0\1\n{"text": "שוחח"}\n', encoding="utf-8")

    read = [one.text if isinstance(one, Loaded) else one.number for one in load(file)]

    assert ["Președintele a vorbit.", 2, 3, "שוחח"] == read
