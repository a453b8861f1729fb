from __future__ import annotations

import signal

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None, database=None)
settings.load_profile("untimed")
"""No test is timed: how long an example takes says only how much else the machine does."""

# Whoever starts the tests in the background has Ctrl-C ignored, by them and by all that they start; here it is tried.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _without_wishes_for_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that texts are the same whatever whoever runs the tests has asked of programs."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
