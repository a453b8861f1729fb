"""Where a record came from is told with it: in the report, in the explanations, in the result."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from sla_dsl.evaluation.noting import notes_of
from sla_dsl.evaluation.schema import result_schema
from sla_dsl.faces.layout import laid_out
from sla_dsl.faces.pictures.branches import drawn
from sla_dsl.faces.pictures.support import support_branches, support_lines
from tests.faces.running import MARCH, incident, policy, printed, result, timeline, written

FROM = "incidents.json, incidents[3]"
RECORDED = f"recorded in {FROM}"
TICKET = {"id": "T-1", "priority": "high", "opened": "2026-03-06T16:30:00Z", "answered": None, "source": FROM}


@pytest.fixture
def acme(tmp_path: Path) -> str:
    first, *others = timeline()["incidents"]
    return written(tmp_path / "acme.json", timeline(incidents=[{**first, "source": FROM}, *others], notes=["By hand."]))


def test_the_report_tells_it_below_the_incident(acme: str) -> None:
    lines = printed("evaluate", "mail.sla", acme, *MARCH).splitlines()
    assert lines.count(f"    {RECORDED}") == 1
    first = timeline()["incidents"][0]["id"]
    assert next(at for at, line in enumerate(lines) if line.startswith(f"  {first}: ")) + 2 == lines.index(
        f"    {RECORDED}"
    )
    assert "  The timeline says: By hand." in lines


def test_the_explanation_tells_it_once(acme: str) -> None:
    first = timeline()["incidents"][0]["id"]
    text = printed("explain", "mail.sla", acme, *MARCH)
    assert f"Where the incidents came from\n     {first}: {RECORDED}\n" in text
    assert printed("explain", "mail.sla", acme, *MARCH, "--incident", first).count(RECORDED) == 1


def test_nothing_is_told_where_nothing_is_said() -> None:
    assert "recorded in" not in printed("evaluate", "mail.sla", "acme.json", *MARCH)
    assert "came from" not in printed("explain", "mail.sla", "acme.json", *MARCH)


def test_the_result_has_it() -> None:
    two = [incident(id="A", source=FROM), incident(id="B")]
    data = result(timeline(incidents=two, notes=["x"], reports=[], claims=[])).to_dict()
    assert [one.get("source") for one in data["periods"][0]["incidents"]] == [FROM, None]
    assert data["notes"][0] == "The timeline says: x"
    Draft202012Validator(result_schema()).validate(data)


def _of_tickets(*tickets: dict[str, Any]) -> Any:
    plain = {"format": "sla-timeline/1", "account": "a", "as_of": "2026-04-10T00:00:00Z", "incidents": []}
    return result({**plain, "tickets": list(tickets)}, "2026-Q1", of=policy("rich.sla"))


def test_tickets_have_it() -> None:
    found = _of_tickets(TICKET, {**TICKET, "id": "T-2", "source": None})
    assert [one.get("source") for one in found.to_dict()["periods"][0]["tickets"]] == [FROM, None]
    assert list(laid_out(support_lines(found.periods[0]), None)).count(f"    {RECORDED}") == 1
    branch, other = support_branches(found.periods[0])
    assert (branch.notes, other.notes) == ((RECORDED,), ())
    assert f"│    {RECORDED}" in list(laid_out(drawn(branch, set()), None))
    Draft202012Validator(result_schema()).validate(found.to_dict())


def test_what_does_not_print_is_escaped(tmp_path: Path) -> None:
    hostile = written(
        tmp_path / "acme.json", timeline(incidents=[incident(source="a\x1b[31m\nb")], notes=["a\x1b[31m\nDue: 5 EUR"])
    )
    for words in (("evaluate",), ("explain",)):
        text = printed(*words, "mail.sla", hostile, *MARCH)
        assert "\x1b" not in text
        assert "\nb" not in text
        assert "\nDue: 5" not in text


def test_notes_stand_before_what_the_program_notes() -> None:
    assert notes_of(result(timeline(notes=["b", "a"])))[:2] == ["The timeline says: b", "The timeline says: a"]
