"""Rows that a table cannot hold: answers that are compared with each other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sla_dsl.evaluation.policy import read_policy
from sla_dsl.evaluation.using import evaluate, load_policy, load_timelines
from tests.hostile.making import GUARANTEE, HEAD, INPUTS, overlapping
from tests.hostile.rows import EVALUATE, Row
from tests.hostile.running import run, told


def _result(timeline: str, policy: str = "policy.sla", *periods: str) -> dict[str, Any]:
    (read,) = load_timelines(INPUTS / timeline)
    outcome = evaluate(load_policy(INPUTS / policy).require(), read.require(), periods or ["2026-03"])
    return outcome.require().to_dict()


def test_t12_the_order_of_the_records_changes_no_byte() -> None:
    assert json.dumps(_result("T12-unsorted.json")) == json.dumps(_result("T12-sorted.json"))


def test_t20_later_evidence_makes_another_result_and_leaves_the_old_one_alone() -> None:
    old, new = _result("T20-settled.json"), _result("T20-late-evidence.json")
    assert old["evidence"]["digest"] != new["evidence"]["digest"]
    assert json.dumps(old) == json.dumps(_result("T20-settled.json"))


def test_p18_a_rule_that_never_applies_changes_no_amount() -> None:
    assert _money(_result("T20-settled.json", "P18-names.sla")) == _money(_result("T20-settled.json"))


def _money(result: dict[str, Any]) -> list[tuple[str, str]]:
    return [(credit["name"], credit["amount"]) for period in result["periods"] for credit in period["credits"]]


def test_p23_a_share_of_nothing_is_not_known_and_neither_0_nor_100_percent() -> None:
    """The share of a time of which there was none."""
    result = _result("T18-header-only", "P23-at-run-time.sla")["periods"][0]
    assert result["measures"]["share"]["ratio"] is None
    assert result["guarantees"]["share"] == "unknown"


def test_p26_what_looks_like_a_placeholder_is_shown_as_it_is() -> None:
    ended = run("evaluate", "P26-texts.sla", "timeline.json")
    assert ended.status == 0
    assert ended.output.decode("utf-8").startswith("{0.__init__} ${x} %s %n %(a)s __class__\n")


@pytest.mark.parametrize("form", ["text", "json"])
def test_t17_what_would_be_a_formula_or_a_tag_stays_a_text(form: str) -> None:
    ended = run("evaluate", "policy.sla", "T17-cells.json", "--period", "2026-03", "--format", form)
    assert ended.status == 0
    assert b"<script>alert(1)</script>" in ended.output


def test_t13_the_union_of_incidents_that_touch_is_exact(tmp_path: Path) -> None:
    row = Row("T13", "all touch", overlapping(2_000), EVALUATE, 0, options=("--period", "2026-03"))
    result = told(row, tmp_path).result
    assert result is not None
    assert result["periods"][0]["measures"]["downtime"]["seconds"] == (1_999 + 5) * 60


def test_p28_a_language_that_there_is_not_is_refused() -> None:
    assert load_policy(INPUTS / "P28-none.sla").value is None


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"N{number} means Q{number} plus 1 %.\n" for number in range(10_000)),
        f"{GUARANTEE}99 %\n" * 18_000,
    ],
    ids=["unknown names", "no full stop"],
)
def test_p27_a_file_full_of_mistakes_ends_in_findings(text: str) -> None:
    read = read_policy(HEAD + text)
    assert read.value is None
    assert read.findings


def test_p05_a_point_before_a_currency_is_a_mistake_in_the_number() -> None:
    assert [found.code for found in load_policy(INPUTS / "P05-point-before-a-currency.sla").findings] == ["number-form"]
