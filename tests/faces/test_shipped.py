"""The shipped policies in full, as a customer and a lawyer would see them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.faces.running import CASES, POLICIES, assert_golden, printed, written

SHOWN = {"ecerium": "021", "ezcnam": "056"}


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("command", ["evaluate", "explain"])
def test_a_case_of_each(name: str, command: str, tmp_path: Path) -> None:
    (path,) = (CASES / name).glob(f"{SHOWN[name]}-*.json")
    case = json.loads(path.read_text("utf-8"))
    given = written(tmp_path / "timeline.json", case["timeline"])
    periods = [word for period in case["periods"] for word in ("--period", period)]
    assert_golden(f"{command}-{name}.txt", printed(command, str(POLICIES / f"{name}.sla"), given, *periods))


@pytest.mark.parametrize("name", SHOWN)
def test_the_tree_of_each(name: str) -> None:
    assert_golden(f"tree-{name}.txt", printed("tree", str(POLICIES / f"{name}.sla")))
