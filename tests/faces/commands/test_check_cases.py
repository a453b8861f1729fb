"""`sla check`: what a policy comes to, with the case that shows it, and the cases as files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.faces.running import POLICIES, assert_golden, printed, sla

ECERIUM, EZCNAM = (str(POLICIES / f"{name}.sla") for name in ("ecerium", "ezcnam"))


def test_what_the_agreements_get_wrong_is_told() -> None:
    done = sla("check", ECERIUM, EZCNAM)
    assert done.exit_code == 0
    assert_golden("check-agreements.txt", (done.stderr + done.stdout).replace(f"{POLICIES}/", ""))


def test_the_check_fails_by_a_warning_if_asked_to() -> None:
    assert sla("check", ECERIUM, "--fail-on", "warning").exit_code == 1


def test_a_case_is_part_of_the_data() -> None:
    found = json.loads(printed("check", EZCNAM, "--format", "json"))
    cases = {one["code"]: one["situation"] for one in found}
    assert cases["credit-while-kept"].startswith("In 2026-04, CNAM is down because of Equipment for 4 min 23 s")


def test_cases_are_written_and_say_the_same_when_they_are_evaluated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert sla("check", EZCNAM, ECERIUM, "--save-situations", "cases").exit_code == 0
    listed = Path("cases/situations.txt").read_text("utf-8")
    files = sorted(path.name for path in Path("cases").glob("*.json"))
    assert sorted(line for line in listed.splitlines() if line.endswith(".json")) == files
    assert {"ezcnam-credit-while-kept-1.json", "ecerium-limit-depends-on-charge-1.json"} <= set(files)
    answer = printed("evaluate", EZCNAM, "cases/ezcnam-credit-while-kept-1.json")
    assert "A service credit of 100.00 EUR is due" in answer
    assert "was met: Downtime is 4 min 23 s" in answer
    assert "A rebate of 125.00 EUR (the agreement's limit) is due" in printed(
        "evaluate", ECERIUM, "cases/ecerium-limit-depends-on-charge-1.json"
    )


def test_a_gap_has_a_case_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = Path(EZCNAM).read_text("utf-8")
    start, end = text.index("The total of Downtime is rounded down"), text.index("Service Credit is a credit")
    Path("gap.sla").write_text(text[:start] + text[end:], "utf-8")
    done = sla("check", "gap.sla", "--save-situations", "cases")
    assert done.exit_code == 1
    assert "and no row applies." in done.stderr
    assert Path("cases/gap-gap-between-rows-1.json").exists()


def test_an_accepted_finding_is_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = Path(EZCNAM).read_text("utf-8")
    accepting = ' accepting "limit-never-binds", because "rows may be added".'
    Path("it.sla").write_text(
        text.replace("limited to 20 % of Usage Fees.", f"limited to 20 % of Usage Fees{accepting}")
    )
    done = sla("check", "it.sla")
    assert "[limit-never-binds]" not in done.stderr
    assert "1 finding is accepted" in done.stdout
