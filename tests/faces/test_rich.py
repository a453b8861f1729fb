"""A policy that uses most of the sentence forms: whatever a tree holds can be shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sla_dsl.evaluation.operations import OPERATIONS
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.faces.pictures.answers import promise_words
from tests.faces.running import assert_golden, policy, printed, result

COMMANDS = {
    "evaluate": ("evaluate", "rich.sla", "rich.json"),
    "explain": ("explain", "rich.sla", "rich.json"),
    "incident": ("explain", "rich.sla", "rich.json", "--incident", "N-1"),
    "tree": ("tree", "rich.sla"),
}


def _period() -> PeriodResult:
    plain = json.loads(Path("rich.json").read_text("utf-8"))
    return result(plain, "2026-Q1", of=policy("rich.sla")).periods[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_in_full(name: str) -> None:
    assert_golden(f"rich-{name}.txt", printed(*COMMANDS[name]))


@pytest.mark.parametrize("name", COMMANDS)
def test_no_name_of_the_program_is_shown(name: str) -> None:
    text = printed(*COMMANDS[name])
    for operation in OPERATIONS:
        assert f": {operation} (" not in text
        assert "_" not in operation or operation not in text
    assert "Traceback" not in text
    assert "None" not in text


def test_a_promise_of_several_parts_is_told_without_the_values_of_the_period() -> None:
    period = _period()
    promises = [promise_words(period, period.tree.nodes[root.node].inputs[0]) for root in period.tree.guarantees]
    assert promises[0].startswith("Uptime is at least 99.9 % and the longest ")
    assert promises[0].endswith(" is at most 8 hours")
    assert promises[1] == "Portal Outages is at most 3"
    assert not any("(" in promise for promise in promises)


def test_every_measure_has_its_own_account_of_time() -> None:
    text = printed(*COMMANDS["evaluate"])
    assert text.count("  in the first quarter of 2026\n") == 2
    assert "        1:00:00  in the customer's breach (§ 2)\n" in text
    assert "        2:10:00  outside the service hours (§ 3)\n" in text


def test_json_of_it_is_the_librarys() -> None:
    text = printed(*COMMANDS["evaluate"], "--period", "2026-Q1", "--format", "json")
    assert json.loads(text)["periods"][0]["measures"]["portal_outages"] == {"number": "4"}


def test_the_formatter_and_the_compiler_take_it(tmp_path: Path) -> None:
    compiled = str(tmp_path / "rich.json")
    printed("compile", "rich.sla", "-o", compiled)
    assert printed("evaluate", compiled, "rich.json") == printed(*COMMANDS["evaluate"])
    once = printed("format", "-", given=Path("rich.sla").read_bytes())
    assert printed("format", "-", given=once) == once
