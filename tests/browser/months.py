"""The months that the page is looked at with: quiet, real, not fully known, hostile, and far too many incidents."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from sla_dsl import evaluate, read_policy, read_timeline
from sla_dsl.faces.reporting.making import report_of
from sla_dsl.faces.reporting.model import Report

ROOT = Path(__file__).parents[2]

HOSTILE = (
    '"><img src=x onerror=alert(1)>',
    "<script>document.title='taken'</script>",
    "turned \u202e round \u2066 and back",
    "'-->]]></style><svg onload=alert(2)>",
    "{{ 7 * 7 }} {% raw %}",
    "مرحبا بالعالم",
)
"""Names that must come out as nothing but text."""


def report(policy: str, timeline: Any, *periods: str, language: str = "en", kind: str = "quarter") -> Report:
    """The report of a timeline (a path below the project, or the data itself), for another kind of period if asked."""
    text = (ROOT / timeline).read_text("utf-8") if isinstance(timeline, str) else json.dumps(timeline)
    path = ROOT / (policy if "/" in policy else f"policies/{policy}.sla")
    rules = read_policy(path.read_text("utf-8").replace("each calendar quarter", f"each calendar {kind}")).require()
    result = evaluate(
        rules, read_timeline(text if kind == "quarter" else text.replace("2026-Q1", "2026")).require(), periods
    ).require()
    return report_of(result, language)


def case(policy: str, name: str) -> Report:
    """The report of a golden case."""
    golden = json.loads((ROOT / "tests" / "cases" / policy / f"{name}.json").read_text("utf-8"))
    return report(policy, golden["timeline"], *golden["periods"])


def _incident(number: int, start: int, minutes: int, service: str, cause: str | None) -> dict[str, Any]:
    def at(minute: int) -> str:
        day, rest = divmod(minute, 24 * 60)
        return f"2026-03-{day + 1:02d}T{rest // 60:02d}:{rest % 60:02d}:00Z"

    made = {"id": f"INC-{number}", "service": service, "start": at(start), "end": at(start + minutes)}
    return made if cause is None else {**made, "cause": cause}


def _many(count: int) -> Report:
    """As many incidents in March, of all causes, from a minute to a quarter of an hour long."""
    causes = ("equipment", "personnel", "utilities", "attack")
    every = 31 * 24 * 60 // count
    incidents = [
        _incident(n, n * every + n * 7 % 5, 1 + n * n % 15, "cnam", causes[n % len(causes)]) for n in range(count)
    ]
    timeline = {
        "format": "sla-timeline/1", "account": "acme", "incidents": incidents, "maintenance": [], "breaches": [],
        "claims": [{"id": "C-1", "at": "2026-04-03T09:00:00Z", "incidents": ["INC-14"]}],
        "charges": [{"period": "2026-03", "what": "usage_fees", "amount": "1240.00", "currency": "USD"}],
    }  # fmt: skip
    return report("ezcnam", timeline, "2026-03")


def _unknown() -> Report:
    """A cause that nobody wrote down, a long outage, reports that were not supplied."""
    incidents = [
        {**_incident(1, 4_800, 480, "sms_gateway", "provider_failure")},
        _incident(2, 9_000, 600, "sms_gateway", None),
        _incident(3, 20_000, 90, "sms_gateway", "third_party"),
    ]
    timeline = {
        "format": "sla-timeline/1", "account": "birch", "as_of": "2026-03-25T12:00:00Z",
        "incidents": incidents, "maintenance": [],
        "charges": [{"period": "2026-03", "what": "monthly_fee", "amount": "900.00", "currency": "EUR"}],
    }  # fmt: skip
    return report("ecerium", timeline, "2026-03")


def _named(*names: str) -> Report:
    """An incident of each name, under an account of the first."""
    incidents = [
        {**_incident(n, 1_500 * n, 100, "sms_gateway", "provider_failure"), "id": name}
        for n, name in enumerate(names, 1)
    ]
    timeline = {
        "format": "sla-timeline/1", "account": names[0], "incidents": incidents, "maintenance": [],
        "reports": [{"incident": names[1], "at": "2026-03-05T09:30:00+01:00"}],
        "charges": [{"period": "2026-03", "what": "monthly_fee", "amount": "900.00", "currency": "EUR"}],
    }  # fmt: skip
    return report("ecerium", timeline, "2026-03")


MONTHS: dict[str, Callable[[], Report]] = {
    "three": lambda: report("ecerium", "examples/ecerium.json"),
    "overlapping": lambda: report("ezcnam", "examples/ezcnam.json"),
    "breach": lambda: case("ezcnam", "052-customer-in-breach"),
    "clocks": lambda: case("ecerium", "027-the-hour-that-comes-twice"),
    "skipped": lambda: case("ecerium", "026-the-hour-that-the-clocks-skip"),
    "unknown": _unknown,
    "real": lambda: report("ecerium", "examples/github-2024-04/ecerium.json"),
    "real-claimed": lambda: report("ezcnam", "examples/github-2024-04/ezcnam.json"),
    "support": lambda: report("ecerium", "examples/support.json"),
    "quarter": lambda: report("tests/faces/golden/rich.sla", "tests/faces/golden/rich.json"),
    "year": lambda: report("tests/faces/golden/rich.sla", "tests/faces/golden/rich.json", kind="year"),
    "german": lambda: report("ecerium", "examples/ecerium.json", language="de"),
    "several": lambda: report("ecerium", "examples/ecerium.json", "2026-02", "2026-03", "2026-04"),
    "folded": lambda: _many(450),
    "many": lambda: _many(2_000),
    "hostile": lambda: _named(*HOSTILE),
    "long": lambda: _named("x" * 190, "y" * 180, "z w" * 60),
}


@cache
def month(name: str) -> Report:
    """The report of one of these months."""
    return MONTHS[name]()
