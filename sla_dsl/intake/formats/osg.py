"""OSG: the downtimes of the Open Science Grid's topology, `…_downtime.yaml`, one entry for each resource.

`SCHEDULED` is planned work: an entry that was announced two days ahead.  Whether that is so is not believed: the
timeline has the time of the announcement (`CreatedTime`), and the policy says how much notice is enough.
"""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.findings.finding import Finding
from sla_dsl.intake import mistakes
from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.reader import Reader, Topic
from sla_dsl.intake.reading.collecting import Collected
from sla_dsl.intake.reading.raw import Raw, kind_of, record_of
from sla_dsl.intake.reading.times import read_english
from sla_dsl.intake.reading.whole import ask_last_line
from sla_dsl.intake.reading.yaml_text import LINE, read_yaml
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import Export, Label, Stated

_TITLE = "OSG downtimes"
_EXTRA = "yaml"
_MARKS = ("ResourceName:", "StartTime:", "Severity:", "Class:")
_SERVICE = Question(
    ("service_from",),
    "Which field says what the policy calls a service?",
    "choice",
    (
        Choice("ResourceName", "the resource: SPRACE-SE"),
        Choice("Services", "what runs on it: SRMv2"),
        Choice("ResourceName and Services", "both: SPRACE-SE SRMv2"),
    ),
)


def sniff(file: SourceFile) -> bool:
    """Some lines at its beginning name the fields of a downtime."""
    text = file.text()
    start = text[:4000] if isinstance(text, str) else ""
    return all(mark in start for mark in _MARKS) and not start.lstrip().startswith(("{", "["))


def read(files: Sequence[SourceFile], asking: Asking) -> Export:
    """The downtimes of all files."""
    collected = Collected()
    naming = asking.one(_SERVICE)
    for file in files:
        ask_last_line(file, asking)
        value, findings = read_yaml(file, _TITLE, _EXTRA)
        collected.findings += findings or _wrong_form(file, value)
        for number, entry in enumerate(value if isinstance(value, list) else (), 1):
            raw = _raw(file, number, entry)
            collected.take(raw, _downtime(raw, naming or ""))
    export = collected.export()._replace(cut_off_unseen=True)
    # Until it is known what a service is called, nothing is asked about services that may be none.
    return export if naming else export._replace(records=())


def _wrong_form(file: SourceFile, value: object) -> list[Finding]:
    if isinstance(value, list):
        return []
    return [mistakes.not_this_form(file.name, _TITLE, f"it is {kind_of(value)}, not a list", "")]


def _raw(file: SourceFile, number: int, entry: object) -> Raw:
    """An entry of the list, by its number and the line on which it begins."""
    line = f" at line {entry[LINE]}" if isinstance(entry, dict) else ""
    return record_of(file.name, f"entry {number}{line}", entry, ", ")


def _downtime(raw: Raw, naming: str) -> Stated:
    if raw.findings:
        return Stated(raw.origin, "outage", "")
    raw.id = raw.text("ID")
    known = raw.text("Class")
    if known not in ("SCHEDULED", "UNSCHEDULED", ""):
        raw.refuse("Class", "SCHEDULED or UNSCHEDULED", kind_of(known))
    planned = known == "SCHEDULED"
    return Stated(
        raw.origin,
        "planned" if planned else "outage",
        raw.id,
        _services(raw, naming),
        raw.time("StartTime", read_english, needed=True),
        raw.time("EndTime", read_english),
        raw.time("CreatedTime", read_english) if planned else (),
        labels=(Label("scheduled" if planned else "unscheduled", raw.text("Severity")),),
    )


def _services(raw: Raw, naming: str) -> tuple[str, ...]:
    resource, services = raw.text("ResourceName"), raw.texts("Services")
    match naming:
        case "Services":
            return services
        case "ResourceName and Services":
            return tuple(f"{resource} {service}" for service in services) or (resource,)
        case _:
            return (resource,)


READER = Reader(
    "osg",
    _TITLE,
    "the _downtime.yaml files of a site in the topology",
    "scheduled ones as maintenance windows, and as incidents where you say that the service was down; "
    "unscheduled ones as incidents",
    sniff,
    read,
    {
        "scheduled": Topic("Was the service down during scheduled work of the severity {}?", "down"),
        "unscheduled": Topic("Does an unscheduled downtime of the severity {} count?"),
    },
    _EXTRA,
)
