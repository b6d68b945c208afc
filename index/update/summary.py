"""The summary of a run: what became of each article and of each file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import PurePath
from typing import Any


@dataclass(slots=True)
class Summary:
    """What a run did, counted in articles.

    `notes` say what was repaired or left out of what was read.
    Of what was skipped it has the file, the number of the article there (None: the whole file), and
    why. `ignored` counts files whose kind is not read, by their endings; `ignored_files` are no
    articles, each with the reason. `withheld` are PATHs of which nothing was deleted, with how many
    of their articles are gone, and why they stay. `tagged_anew` are unchanged articles that may
    name others, for names of the archive's own have changed.
    """

    indexed: int = 0
    unchanged: int = 0
    deleted: int = 0
    duplicates: int = 0
    tagged_anew: int = 0
    skipped: list[tuple[str, int | None, str]] = field(default_factory=list)
    ignored: Counter[str] = field(default_factory=Counter)
    ignored_files: list[tuple[str, str]] = field(default_factory=list)
    withheld: list[tuple[str, int, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether all was done that was asked for."""
        return not self.skipped and not self.withheld

    def note(self, file: str, notes: Iterable[str]) -> None:
        """Keep what is to be said of a file, each once: its articles may be thousands."""
        said = ((file, note) for note in notes)
        self.notes.extend(one for one in said if one not in self.notes[-20:])

    def ignore(self, file: str, ignored: Iterable[tuple[str, str]]) -> None:
        """Count what of a file is no article: its name in the file, and why.

        Without a name it is the whole file, without a reason its kind is not read.
        """
        for name, reason in ignored:
            if reason:
                self.ignored_files.append((f"{file}/{name}" if name else file, reason))
            else:
                self.ignored[PurePath(name).suffix.lower()] += 1

    def since(self, before: Summary) -> Summary:
        """The same without what was said of files before, as a run says it each time."""
        return replace(
            self,
            skipped=[one for one in self.skipped if one not in before.skipped],
            ignored=self.ignored - before.ignored,
            ignored_files=[one for one in self.ignored_files if one not in before.ignored_files],
            withheld=[one for one in self.withheld if one not in before.withheld],
            notes=[one for one in self.notes if one not in before.notes],
        )

    @property
    def is_news(self) -> bool:
        """Whether it says that anything was done, or of files anything."""
        told = (self.skipped, self.ignored, self.ignored_files, self.withheld, self.notes)
        return bool(self.indexed or self.deleted or self.tagged_anew or any(told))

    def to_json(self) -> dict[str, Any]:
        """The summary as the command line prints it."""
        return {
            **asdict(self),
            "skipped": [
                {"path": path, "number": number, "reason": reason}
                for path, number, reason in self.skipped
            ],
            "ignored": dict(sorted(self.ignored.items())),
            "ignored_files": [
                {"path": path, "reason": reason} for path, reason in sorted(self.ignored_files)
            ],
            "withheld": [
                {"path": path, "gone": gone, "reason": reason}
                for path, gone, reason in self.withheld
            ],
            "notes": [{"path": path, "note": note} for path, note in self.notes],
            "seconds": round(self.seconds, 3),
        }
