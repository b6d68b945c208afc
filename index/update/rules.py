"""Rules: by which rules is an index made, and when must it be made anew?"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Final, Literal

from index import extract, tagging
from index.settings import file_limits
from index.update.manifest import Manifest
from search.analysis.fingerprint import fingerprint
from search.errors import IndexStateError

Mode = Literal["changes", "rebuild", "full"]  # rebuild: anew only if another analysis made it

OTHER_ANALYSIS: Final = (
    "the index was made by another analysis; "
    "`readout index --rebuild` makes it anew beside the old one"
)


def fingerprints() -> dict[str, str]:
    """The rules by which an index is made, a version a kind."""
    return {
        "analysis": fingerprint(),
        "extraction": extract.fingerprint(),
        "tagging": tagging.fingerprint(),
    }


def limits() -> str:
    """How much of one file is read; where that changes, what could not be read may be now."""
    return json.dumps(asdict(file_limits()))


def is_made_anew(manifest: Manifest, mode: Mode, *, is_readable: bool) -> bool:
    """Whether a run makes the index anew; raises `IndexStateError` where it must, and may not."""
    # None before the first commit
    other = manifest.fact("analysis") not in {None, fingerprints()["analysis"]}
    if other and mode == "changes":
        raise IndexStateError(OTHER_ANALYSIS)
    return other or (mode == "rebuild" and not is_readable) or mode == "full"
