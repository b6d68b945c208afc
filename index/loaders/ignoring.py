"""Ignoring: which files of a folder are left alone, by its owner's rules?

`.readoutignore` has gitignore's rules, in any folder, for what is below it; a nearer one wins.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # most folders have no rules
    from pathspec import GitIgnoreSpec

RULES_FILE: Final = ".readoutignore"


@dataclass(frozen=True, slots=True)
class IgnoreRules:
    """The rules of a folder, and those of the folders above it."""

    folder: str
    spec: GitIgnoreSpec
    above: IgnoreRules | None = None

    def leave_out(self, path: str, *, is_folder: bool) -> bool:
        """Whether a file or folder is to be left alone."""
        below = path[len(self.folder) :].lstrip(os.sep).replace(os.sep, "/")
        said = self.spec.check_file(f"{below}/" if is_folder else below).include
        if said is None:
            return self.above is not None and self.above.leave_out(path, is_folder=is_folder)
        return said


def rules_in(folder: str, above: IgnoreRules | None) -> IgnoreRules | None:
    """The rules that hold in a folder; raises ValueError with a line that is none."""
    try:
        written = Path(folder, RULES_FILE).read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return above
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  searching needs none of it

    return IgnoreRules(folder, GitIgnoreSpec.from_lines(written.splitlines()), above)
