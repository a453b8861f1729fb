"""The shipped timelines: each comes out as their README says, and the real month is what its script makes of it."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sla_dsl import Policy, Result, Timeline, evaluate, load_policy, load_timelines, timeline_from
from sla_dsl.findings.outcome import Outcome
from sla_dsl.values.elapsed import MINUTE
from sla_dsl.values.intervals import length, normal
from tests.docs.blocks import in_code, table

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "examples"
README = (FOLDER / "README.md").read_text(encoding="utf-8")
ROWS = {in_code(row[0])[0]: (in_code(row[1])[0], row[2]) for row in table(README, "timeline", "policy")}
REAL = FOLDER / "github-2024-04"


@cache
def policy(name: str) -> Policy:
    return load_policy(ROOT / "policies" / name).require()


def results(name: str) -> Iterator[Outcome[Result]]:
    """What each account of an example comes to, or why it is refused."""
    chosen = policy(ROWS[name][0])
    for timeline in load_timelines(FOLDER / name):
        if timeline.value is None:
            yield Outcome(None, timeline.findings)
        else:
            yield evaluate(chosen, timeline.value)


def periods(name: str) -> list[dict[str, Any]]:
    return [period for result in results(name) for period in result.require().to_dict()["periods"]]


def test_every_timeline_has_a_line_in_the_readme() -> None:
    files = {
        path.relative_to(FOLDER).as_posix() for pattern in ("*.json*", "*/*.json") for path in FOLDER.glob(pattern)
    }
    assert set(ROWS) == files | {"tables"}


@pytest.mark.parametrize("name", [name for name in ROWS if name != "accounts.jsonl"])
def test_it_is_evaluated_without_a_word_against_it(name: str) -> None:
    outcomes = list(results(name))
    assert outcomes
    assert [finding for outcome in outcomes for finding in outcome.findings] == []
    assert [note for outcome in outcomes for note in outcome.require().notes] == []


@pytest.mark.parametrize(
    ("name", "rate", "amount", "currency"),
    [
        ("ecerium.json", "10", "90.00", "EUR"),
        ("ezcnam.json", "10", "124.00", "USD"),
        ("github-2024-04/ecerium.json", "10", "118.00", "EUR"),
        ("github-2024-04/ezcnam.json", "20", "146.48", "USD"),
    ],
)
def test_its_credit_is_what_the_readme_says(name: str, rate: str, amount: str, currency: str) -> None:
    [period] = periods(name)
    credit = period["credits"][0]
    assert (credit["status"], credit["rate"], credit["amount"]) == ("due", rate, amount)
    assert credit["currency"] == currency
    assert f"{rate} %" in ROWS[name][1]
    assert f"{amount} {currency}" in ROWS[name][1]


def test_without_the_overrun_it_would_be_less() -> None:
    [timeline] = [outcome.require() for outcome in load_timelines(FOLDER / "ecerium.json")]
    kept = tuple(incident for incident in timeline.incidents if incident.cause != "maintenance")
    shorter = Timeline("acme", incidents=kept, reports=timeline.reports, charges=timeline.charges)
    assert [credit_of("ecerium.sla", line)["rate"] for line in (timeline, shorter)] == ["10", "5"]


def credit_of(name: str, timeline: Timeline) -> dict[str, Any]:
    [period] = evaluate(policy(name), timeline).require().to_dict()["periods"]
    credit: dict[str, Any] = period["credits"][0]
    return credit


def test_the_tickets_are_judged_as_the_readme_says() -> None:
    [period] = periods("support.json")
    verdicts = {t["id"]: [target["verdict"] for target in t["targets"]] for t in period["tickets"]}
    assert verdicts == {"T-1": ["met", "missed"], "T-2": ["met", "met"], "T-3": ["met", "pending"]}


def test_of_the_three_accounts_one_is_due_one_unknown_and_one_refused() -> None:
    due, unknown, refused = results("accounts.jsonl")
    [paid], [bounded] = ([p["credits"][0] for p in o.require().to_dict()["periods"]] for o in (due, unknown))
    assert (paid["status"], paid["amount"]) == ("due", "45.00")
    assert (bounded["status"], bounded["least"], bounded["most"]) == ("unknown", "0.00", "125.00")
    assert refused.value is None
    assert len(refused.findings) == 3


def test_the_tables_hold_two_accounts() -> None:
    accounts = {result.require().account: result.require() for result in results("tables")}
    assert sorted(accounts) == ["acme", "birch"]
    assert accounts["birch"].to_dict()["periods"][0]["credits"][0]["currency"] == "USD"


@cache
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("from_github", FOLDER / "from_github.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["ecerium.json", "ezcnam.json"])
def test_the_real_month_is_what_the_script_makes(name: str) -> None:
    made = script().timelines(script().read_windows())[name]
    assert (REAL / name).read_text(encoding="utf-8") == script().as_text(made)


def test_the_windows_are_those_of_the_month() -> None:
    windows = script().read_windows()
    assert {window["downtime_start"][:7] for window in windows} == {"2024-04"}
    assert [window["impact"] for window in windows].count("major") == 5
    assert len(windows) == 18


def test_what_the_minor_ones_would_come_to() -> None:
    with_minor = script().timelines(script().read_windows(), ("major", "minor"))
    for name, amount in (("ecerium", "125.00"), ("ezcnam", "146.48")):
        timeline = timeline_from(with_minor[f"{name}.json"]).require()
        assert length(normal((i.start, i.end or 0) for i in timeline.incidents)) == (25 * 60 + 59) * MINUTE
        assert credit_of(f"{name}.sla", timeline)["amount"] == amount
