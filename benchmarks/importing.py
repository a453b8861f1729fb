"""Importing an export of Statuspage, with every question answered: against `json.loads` of the same text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from typing import Any

from benchmarks.measuring import over, race
from benchmarks.tables import table, taken, times
from sla_dsl.intake.answers.mapping import Mapped, read_mapping
from sla_dsl.intake.formats.statuspage import READER
from sla_dsl.intake.importing import Imported, import_files
from sla_dsl.intake.sources import SourceFile
from sla_dsl.values.instant import show_instant

SECOND = 1_000_000
HOUR = 3_600 * SECOND
_ANSWERS = """
format = "sla-mapping/1"
export = "statuspage"
account = { is = "acme", because = "it is" }
as_of = { is = "closed", because = "it is" }
impact."major" = { is = "counts", because = "it does" }
service."Delivery" = { is = "mail", because = "it is" }
start = { is = "started_at", because = "it is" }
cause."(not said)" = { is = "failure", because = "it is" }
"""


def measure(sizes: Sequence[int], rounds: int) -> None:
    """Prints the ratios for exports with so many records."""
    rows = []
    for size in sizes:
        texts = [json.dumps(_export(size))] * max(1, 1_000 // size)
        found = race({"plain": partial(over, texts, json.loads), "import": partial(over, texts, imported)}, rounds)
        cells = (taken(found.seconds("plain")), taken(found.seconds("import")), times(found.ratio("import", "plain")))
        rows.append((f"{size:,} records", *cells))
    heading = ("an export with", "json.loads", "import", "× json.loads")
    table("Importing an export of Statuspage, every question answered", heading, rows)


def imported(text: str) -> Imported:
    """The timeline, checked as it will be read."""
    found = import_files(READER, (SourceFile("incidents.json", text.encode()),), _mapped())
    if found.timeline is None:
        raise ValueError(found)
    return found


def _mapped() -> Mapped:
    mapped, _ = read_mapping(_ANSWERS, "acme.map.toml", "statuspage")
    return mapped


def _export(size: int) -> dict[str, Any]:
    """A page with so many incidents, each two hours after the one before it."""
    page = {"id": "p", "name": "Example", "time_zone": "UTC", "updated_at": _at(0)}
    return {"page": page, "incidents": [_incident(number) for number in range(size)]}


def _incident(number: int) -> dict[str, Any]:
    start = number * 2 * HOUR
    return {
        "id": f"i{number}",
        "name": "Something failed",
        "status": "resolved",
        "impact": "major",
        "started_at": _at(start),
        "created_at": _at(start + SECOND),
        "monitoring_at": None,
        "resolved_at": _at(start + HOUR),
        "components": [{"id": "c", "name": "Delivery"}],
    }


def _at(instant: int) -> str:
    return show_instant(1_767_225_600 * SECOND + instant, "UTC")
