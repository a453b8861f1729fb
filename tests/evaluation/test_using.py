from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from sla_dsl import Timeline, evaluate, load_policy, load_timelines, read_timeline, timeline_from
from tests.evaluation.making import DOWNTIME, at, incident, policy, timeline

PLAIN: dict[str, Any] = {
    "format": "sla-timeline/1",
    "account": "acme",
    "incidents": [
        {
            "id": "I1",
            "service": "gateway",
            "start": "2026-03-04T10:00:00Z",
            "end": "2026-03-04T11:00:00Z",
            "cause": "failure",
        }
    ],
}
LOCAL = {
    **PLAIN,
    "incidents": [{**PLAIN["incidents"][0], "start": "2026-03-04T10:00:00", "end": "2026-03-04T11:00:00"}],
}


# ---------------------------------------------------------------- policies


def test_a_policy_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "test.sla"
    file.write_text(DOWNTIME, encoding="utf-8")
    for path in (file, str(file)):
        assert load_policy(path).require().digest == policy(DOWNTIME).digest
    compiled = tmp_path / "test.json"
    compiled.write_text(policy(DOWNTIME).to_compiled(), encoding="utf-8")
    assert load_policy(compiled).require().to_compiled() == policy(DOWNTIME).to_compiled()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "missing.sla"
    (finding,) = load_policy(missing).findings
    assert load_policy(missing).value is None
    assert finding.severity == "error"
    assert finding.repair
    assert "missing.sla" in finding.message + finding.source


def test_a_folder_is_no_policy(tmp_path: Path) -> None:
    outcome = load_policy(tmp_path)
    assert outcome.value is None
    assert [f.severity for f in outcome.findings] == ["error"]


def test_findings_of_a_file_name_it(tmp_path: Path) -> None:
    file = tmp_path / "wrong.sla"
    file.write_text("Nonsense.", encoding="utf-8")
    assert {f.source for f in load_policy(file).findings} == {str(file)}


# ---------------------------------------------------------------- timelines


def test_a_timeline_from_json_and_from_plain_objects() -> None:
    from_text, from_objects = read_timeline(json.dumps(PLAIN)).require(), timeline_from(PLAIN).require()
    assert from_text == from_objects
    assert (from_text.account, from_text.incidents[0].start) == ("acme", at("04 10:00"))


def test_instants_may_be_dates_of_python() -> None:
    start = dt.datetime(2026, 3, 4, 10, tzinfo=dt.UTC)
    made = {**PLAIN, "incidents": [{**PLAIN["incidents"][0], "start": start, "end": start + dt.timedelta(hours=1)}]}
    assert timeline_from(made).require() == timeline_from(PLAIN).require()


def test_times_without_an_offset_need_a_zone() -> None:
    assert read_timeline(json.dumps(LOCAL)).value is None
    assert timeline_from(LOCAL).value is None
    for found in (read_timeline(json.dumps(LOCAL), zone="Europe/Brussels"), timeline_from(LOCAL, "Europe/Brussels")):
        assert found.require().incidents[0].start == at("04 09:00")


def test_a_timeline_that_is_refused_has_only_findings() -> None:
    outcome = read_timeline('{"format": "sla-timeline/1"}', "it.json")
    assert outcome.value is None
    assert {f.source for f in outcome.findings} == {"it.json"}
    assert any(f.severity == "error" for f in outcome.findings)


def test_one_timeline_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    file.write_text(json.dumps(PLAIN), encoding="utf-8")
    (outcome,) = load_timelines(file)
    assert outcome.require() == timeline_from(PLAIN).require()


def test_many_accounts_one_a_line(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    lines = [json.dumps({**PLAIN, "account": name}) for name in "abc"]
    file.write_text("\n".join([lines[0], '{"format": "sla-timeline/1"}', lines[2]]) + "\n", encoding="utf-8")
    outcomes = list(load_timelines(str(file)))
    assert [o.value.account if o.value else None for o in outcomes] == ["a", None, "c"]


def test_a_folder_of_tables(tmp_path: Path) -> None:
    header = "id,service,start,end,cause\n"
    row = "I1,gateway,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z,failure\n"
    folder = tmp_path / "acme"
    folder.mkdir()
    (folder / "incidents.csv").write_text(header + row, encoding="utf-8")
    (outcome,) = load_timelines(folder)
    assert outcome.require() == timeline_from(PLAIN).require()


def test_evidence_that_is_not_there(tmp_path: Path) -> None:
    (outcome,) = load_timelines(tmp_path / "missing.json")
    assert outcome.value is None
    assert outcome.findings


# ---------------------------------------------------------------- evaluating


def test_a_result_or_the_findings_that_refuse_it() -> None:
    line = timeline(incident("04 10:00-11:00"))
    assert evaluate(policy(DOWNTIME), line).require().periods[0].name == "2026-03"
    outcome = evaluate(policy(DOWNTIME), timeline(incident("04 10:00-11:00", "lightning")), ["soon"])
    assert outcome.value is None
    assert [f.code for f in outcome.findings] == ["wrong-period", "unknown-cause"]


@pytest.mark.parametrize("periods", [["2026-03"], ("2026-03",), "2026-03", iter(["2026-03"]), {"2026-03": 1}])
def test_periods_in_any_shape(periods: Any) -> None:
    found = evaluate(policy(DOWNTIME), timeline(), periods).require()
    assert [p.name for p in found.periods] == ["2026-03"]


def test_evaluating_twice_gives_the_same() -> None:
    line = Timeline("acme", incidents=(incident("04 10:00-11:00"),))
    first, second = (evaluate(policy(DOWNTIME), line).require().to_dict() for _ in range(2))
    assert first == second
