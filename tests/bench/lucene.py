"""Lucene: the same articles and queries in Lucene itself, when Debian's liblucene8-java and a JDK are there."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

from tests.bench import archive

SOURCE: Final = Path(__file__).with_name("Bench.java")
JARS: Final = Path("/usr/share/java")
PARTS: Final = ("core", "analyzers-common", "facet", "highlighter", "memory", "queries")
HEAP: Final = "-Xmx2g"  # as much as Java may take for objects


def is_there() -> bool:
    """Whether Lucene can be asked."""
    return all(_jars()) and shutil.which("javac") is not None


def measured(folder: Path, rounds: int) -> dict[str, Any]:
    """Its figures, as those of the other engines."""
    figures = _said(folder, str(rounds))
    kept = folder / "lucene" / "load.json"
    if "load" in figures:
        kept.write_text(json.dumps(figures["load"]), encoding="utf-8")
    return {**figures, "load": json.loads(kept.read_text(encoding="utf-8"))}


def memory(folder: Path) -> dict[str, float]:
    """The megabytes of its process after every query was asked once."""
    return _said(folder)


def _said(folder: Path, *more: str) -> dict[str, Any]:
    """What `Bench` prints."""
    made = folder / "lucene"
    made.mkdir(exist_ok=True)
    lines = (
        "\t".join([kind, *words])
        for kind, queries in archive.queries(folder).items()
        for words in queries
    )
    (made / "queries.tsv").write_text("\n".join(lines), encoding="utf-8")
    path = ":".join(str(jar) for found in _jars() for jar in found[:1])
    subprocess.run(["javac", "-cp", path, "-d", made, SOURCE], check=True)  # noqa: S607 - wherever it is
    words: list[str | Path] = [
        "-cp",
        f"{path}:{made}",
        "Bench",
        folder / "articles.tsv",
        made,
        *more,
    ]
    told = subprocess.run(["java", HEAP, *words], check=True, stdout=subprocess.PIPE, text=True)  # noqa: S607
    figures: dict[str, Any] = json.loads(told.stdout)
    return figures


def _jars() -> list[list[Path]]:
    return [sorted(JARS.glob(f"lucene-{part}-[0-9]*.jar")) for part in PARTS]
