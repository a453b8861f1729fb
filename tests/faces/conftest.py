from __future__ import annotations

import pytest

from tests.faces.running import GOLDEN


@pytest.fixture(autouse=True)
def _in_the_golden_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that file names in what is printed are the same everywhere."""
    monkeypatch.chdir(GOLDEN)
