"""What holds for all tests: no test has a clock, so that a slow machine fails none."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")
