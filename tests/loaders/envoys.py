"""Envoys: two short articles, as records of many shapes have them."""

from __future__ import annotations

from typing import Final

SAID: Final = (
    "The envoys of the two islands met in the old customs house and spoke until the evening."
)
MORE: Final = (
    "A second meeting is planned for the spring, said the harbour master to those who waited."
)
ONE: Final = {"title": "Envoys meet", "text": SAID}
TWO: Final = {"title": "Spring meeting", "text": MORE}
BOTH: Final = ["Envoys meet", "Spring meeting"]
