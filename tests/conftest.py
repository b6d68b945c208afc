"""What holds for all tests: no clock decides, and what is left out is said.

Hypothesis looks for wrong answers, not for slow ones: speed is measured by the benchmark.
"""

from __future__ import annotations

from importlib.util import find_spec

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

collect_ignore = [] if find_spec("playwright") else ["browser"]


def pytest_report_header() -> list[str]:
    """Say that the browser tests are left out, and what they want."""
    wanted = "browser tests: left out; they want `pip install -e '.[browser]'` and Debian's chromium"
    return [wanted] if collect_ignore else []
