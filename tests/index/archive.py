"""A folder of articles and the index made of it, for tests of runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from index.engines import open_engine
from index.update.build import build
from search.engine.port import Request
from search.model.articles import Article

ROMANIAN = "Președintele a vorbit la telefon cu omologul său. Convorbirea a durat o oră."
ENGLISH = "The prime minister spoke with the president by telephone on Sunday evening."


class Archive:
    """A folder of articles and the index made of it."""

    def __init__(self, place: Path) -> None:
        self.folder = place / "articles"
        self.folder.mkdir()
        self.index = place / "index"

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def build(self, *paths: Path, **asked: Any) -> dict[str, Any]:  # noqa: ANN401
        return build(self.index, paths or [self.folder], **asked).to_json()

    def counts(self, *paths: Path, **asked: Any) -> tuple[int, int, int, int]:  # noqa: ANN401
        summary = self.build(*paths, **asked)
        return summary["indexed"], summary["unchanged"], summary["deleted"], len(summary["skipped"])

    def ids(self) -> list[str]:
        found = open_engine(self.index).search(Request(size=100))
        return sorted(hit.article_id for hit in found.hits)

    def article(self, article_id: str) -> Article:
        return open_engine(self.index).get([article_id])[0]
