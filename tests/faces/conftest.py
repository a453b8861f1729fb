from __future__ import annotations

import pytest

from tests.faces.running import GOLDEN


@pytest.fixture
def without_analyses(monkeypatch: pytest.MonkeyPatch) -> None:
    """For what is about the words of a policy alone, whatever the policy comes to."""
    monkeypatch.setattr("sla_dsl.analysis.checking.CHECKS", ())


@pytest.fixture(autouse=True)
def _in_the_golden_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that file names in what is printed are the same everywhere."""
    monkeypatch.chdir(GOLDEN)
