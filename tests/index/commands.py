"""Commands: `readout` as it is typed, on an archive of three articles."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from index.cli import app

ARTICLES = {
    "a.txt": "Putin and Netanyahu spoke\n\nVladimir Putin called Netanyahu of Israel about the ceasefire in Gaza.",
    "b.txt": "Preşedintele a vorbit cel puţin o oră la telefon.",
    "c.txt": "ראש הממשלה בנימין נתניהו שוחח עם הנשיא.",
}


def run(*words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, list(words), input=given)


def indexed(place: Path) -> Path:
    """The folder of the three articles, indexed where READOUT_INDEX says."""
    folder = place / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert 0 == run("index", str(folder)).exit_code
    return folder
