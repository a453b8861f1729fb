from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _without_wishes_for_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that texts are the same whatever whoever runs the tests has asked of programs."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
