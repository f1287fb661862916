"""What holds for all tests: none is a race, so hypothesis sets no deadlines."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("suite", deadline=None)
settings.load_profile("suite")
