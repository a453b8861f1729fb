"""The notes of a result: what was taken for granted about the evidence."""

from __future__ import annotations

from sla_dsl.evaluation.asked import asked_years
from sla_dsl.evaluation.calendars import known_years
from sla_dsl.evaluation.result import PeriodResult, Result
from sla_dsl.values.instant import show_instant


def notes_of(result: Result) -> list[str]:
    """The notes, in a fixed order: what the timeline notes, names elsewhere, lists taken as empty, open periods."""
    timeline = result.facts.timeline
    reads = {node.op for node in result.tree.nodes}
    notes = [f"The timeline says: {note}" for note in timeline.notes]
    notes += result.notes
    if timeline.zone is not None:
        notes.append(f"Times that are written without an offset were read in {timeline.zone}.")
    if timeline.maintenance is None and "windows" in reads:
        notes.append("No list of maintenance was supplied: taken as none announced.")
    if timeline.breaches is None and "breaches" in reads:
        notes.append("No list of breaches was supplied: taken as none.")
    if timeline.tickets is None and result.tree.targets:
        notes.append("No list of tickets was supplied: support targets were not judged.")
    if not result.periods:
        notes.append("No incident, charge or ticket touches any period, and none was asked for: nothing was evaluated.")
    notes += _unknown_holidays(result)
    notes += [_running(result, p) for p in result.periods if p.trace.observed < p.trace.end]
    return notes


def _unknown_holidays(result: Result) -> list[str]:
    """Years for which a calendar was asked, and of which its holidays are not known."""
    notes = []
    for name, years in asked_years(result).items():
        entry = result.tree.calendars[name]
        known = known_years(entry)
        missing = [year for year in years if known and not known[0] <= year <= known[1]]
        if missing:
            listed = ", ".join(str(year) for year in missing)
            notes.append(f"The holidays of {entry['words']} are not known for {listed}: no day was taken as a holiday.")
    return notes


def _running(result: Result, period: PeriodResult) -> str:
    if period.trace.observed == period.trace.start:
        return f"{period.name}: the record ends before this period begins; nothing of it is observed yet."
    ends = show_instant(period.trace.observed, result.tree.zone)
    return f"{period.name}: provisional, for the record of this period ends at {ends}."
