"""What holds for all tests: no clock decides.

Hypothesis looks for wrong answers, not for slow ones: speed is measured by the benchmark.
"""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
