"""Makes the timelines in `github-2024-04` from the windows that lie beside them: `python examples/from_github.py`.

What is real: when GitHub was disturbed in April 2024, and how badly by its own word.  What is made up: that it was
the provider of the two agreements, what its customer paid, reported and claimed (see `github-2024-04/NOTICE`).
With `--minor` the windows that GitHub called minor are taken as outages too, which the shipped files do not do.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "github-2024-04"
MONTH = "2024-04"

Window = dict[str, str]
Timeline = dict[str, Any]


def read_windows() -> list[Window]:
    """The windows of the month, as they were published."""
    with (FOLDER / "windows.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def timelines(windows: Sequence[Window], impacts: Sequence[str] = ("major",)) -> dict[str, Timeline]:
    """The timelines by the name of their file; only windows of these impacts are outages."""
    chosen = [window for window in windows if window["impact"] in impacts]
    return {"ecerium.json": _of_ecerium(chosen), "ezcnam.json": _of_ezcnam(chosen)}


def _of_ecerium(windows: Iterable[Window]) -> Timeline:
    return {
        "format": "sla-timeline/1",
        "account": "a customer that was made up",
        "incidents": _incidents(windows, "sms_gateway", "provider_failure"),
        "maintenance": [],
        "reports": [{"incident": "GH-20530168", "at": "2024-04-14T15:02:00Z"}],
        "charges": [{"period": MONTH, "what": "monthly_fee", "amount": "1180.00", "currency": "EUR"}],
        "tickets": [],
    }


def _of_ezcnam(windows: Iterable[Window]) -> Timeline:
    return {
        "format": "sla-timeline/1",
        "account": "a customer that was made up",
        "incidents": _incidents(windows, "cnam", "equipment"),
        "maintenance": [],
        "breaches": [],
        "claims": [{"id": "C-1", "at": "2024-05-06T09:30:00Z", "incidents": ["GH-20494482", "GH-20530168"]}],
        "charges": [{"period": MONTH, "what": "usage_fees", "amount": "732.40", "currency": "USD"}],
    }


def _incidents(windows: Iterable[Window], service: str, cause: str) -> list[dict[str, str]]:
    return [
        {
            "id": f"GH-{window['incident_id']}",
            "service": service,
            "cause": cause,
            "start": window["downtime_start"],
            "end": window["downtime_end"],
        }
        for window in windows
    ]


def as_text(timeline: Timeline) -> str:
    """The timeline as its file has it."""
    return json.dumps(timeline, indent=1, ensure_ascii=False) + "\n"


def main(arguments: Sequence[str]) -> None:
    """Writes the two timelines."""
    impacts = ("major", "minor") if "--minor" in arguments else ("major",)
    for name, timeline in timelines(read_windows(), impacts).items():
        (FOLDER / name).write_text(as_text(timeline), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
