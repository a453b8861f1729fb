"""Timelines as plain mappings, made short for the tests; and findings made short to compare."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import settings

from sla_dsl.evidence.timeline import Timeline
from sla_dsl.findings.finding import Finding
from sla_dsl.values.instant import read_instant

law = settings(max_examples=120, deadline=None, database=None)

CASES = Path(__file__).parent.parent / "cases"

START = "2026-03-04T09:12:40+01:00"
END = "2026-03-04T09:20:05+01:00"


def at(text: str) -> int:
    """The instant of a text that is one."""
    instant = read_instant(text)
    assert isinstance(instant, int)
    return instant


def plain(**fields: Any) -> dict[str, Any]:
    """A timeline without incidents, and what is to be different in it."""
    return {"format": "sla-timeline/1", "account": "acme", "incidents": [], **fields}


def incident(id: Any = "INC-1", **fields: Any) -> dict[str, Any]:
    return {"id": id, "service": "api", "start": START, "end": END, "cause": "fire", **fields}


def window(id: Any = "MW-1", **fields: Any) -> dict[str, Any]:
    return {"id": id, "service": "api", "announced": "2026-02-20T10:00:00Z", "start": START, "end": END, **fields}


def report(incident: Any = "INC-1", **fields: Any) -> dict[str, Any]:
    return {"incident": incident, "at": END, **fields}


def claim(id: Any = "C-1", **fields: Any) -> dict[str, Any]:
    return {"id": id, "at": END, "incidents": ["INC-1"], **fields}


def breach(**fields: Any) -> dict[str, Any]:
    return {"start": START, "end": END, "what": "unpaid invoice", **fields}


def charge(**fields: Any) -> dict[str, Any]:
    return {"period": "2026-03", "what": "fee", "amount": "900.00", "currency": "EUR", **fields}


def rate(**fields: Any) -> dict[str, Any]:
    return {"from": "EUR", "to": "USD", "rate": "1.0837", **fields}


def ticket(id: Any = "T-1", **fields: Any) -> dict[str, Any]:
    return {"id": id, "priority": "urgent", "opened": START, **fields}


def pause(ticket: Any = "T-1", **fields: Any) -> dict[str, Any]:
    return {"ticket": ticket, "state": "waiting", "start": START, "end": END, **fields}


def without(record: dict[str, Any], name: str) -> dict[str, Any]:
    """The record without one of its fields."""
    return {key: value for key, value in record.items() if key != name}


def told(findings: Iterable[Finding]) -> list[str]:
    """`code field` of each finding."""
    return [f"{finding.code} {finding.field}".rstrip() for finding in findings]


def sound(result: tuple[Timeline | None, list[Finding]]) -> Timeline:
    """The timeline of a reading in which nothing is wrong."""
    timeline, findings = result
    assert timeline is not None, findings
    assert all(finding.severity == "note" for finding in findings)
    return timeline


def refused(result: tuple[Timeline | None, list[Finding]]) -> list[str]:
    """The mistakes of a reading that was refused."""
    timeline, findings = result
    assert timeline is None
    assert findings
    for finding in findings:
        check_words(finding)
    return told(finding for finding in findings if finding.severity == "error")


def check_words(finding: Finding) -> None:
    """What every finding keeps to: a sentence that ends, a repair for every mistake, nothing that upsets a terminal."""
    assert finding.message.endswith((".", ":")), finding
    assert finding.severity == "note" or finding.repair, finding
    for words in (finding.message, finding.repair, finding.field):
        assert words.isprintable(), finding
        for foreign in ("None", "dict(", "str'", "<class", "Traceback", "tuple", "NoneType", "Fraction("):
            assert foreign not in words, finding


def golden_timelines() -> list[dict[str, Any]]:
    """The timelines of all the cases that were worked out by hand or by the oracle."""
    return [json.loads(path.read_text())["timeline"] for path in sorted(CASES.glob("*/*.json"))]
