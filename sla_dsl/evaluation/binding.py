"""A timeline against a policy: whether every name in the evidence is one that the policy knows.

What does not fit is refused, all of it at once; an incident of a plainly different service is not an error
but lies elsewhere, and a note says so.
"""

from collections.abc import Collection, Iterable, Mapping

from sla_dsl.evaluation import mistakes
from sla_dsl.evaluation.tree import Tree
from sla_dsl.evidence.facts import Facts
from sla_dsl.evidence.timeline import Charge, Incident, Ticket, Timeline, Window
from sla_dsl.findings.finding import Finding
from sla_dsl.records import NamedTuple
from sla_dsl.values.periods import read_period

NEAR = 0.8
"""Two names that are at least this much alike (of 1) are taken for one name misspelt."""


class Known(NamedTuple):
    """Every name that the policy knows, in the form in which the facts list theirs."""

    services: frozenset[str]
    causes: frozenset[str | None]
    others: frozenset[tuple[str, str]]


def known_names(tree: Tree) -> Known:
    """The names of a policy, made ready once."""
    names = tree.names
    others = {("window", service) for service in names["service"]} | {("period", tree.period)}
    others |= {("charge", charge) for charge in names["charge"]}
    others |= {("priority", priority) for priority in names["priority"]}
    others |= {("step", field) for field in tree.recorded.values()}
    return Known(frozenset(names["service"]), frozenset((None, *names["cause"])), frozenset(others))


def bind(tree: Tree, known: Known, facts: Facts) -> tuple[list[Finding], list[str]]:
    """The findings that refuse the timeline, and the notes on what lies elsewhere."""
    ours = known.services.issuperset(facts.services) and known.causes.issuperset(facts.causes)
    if ours and facts.others <= known.others:
        return [], []
    names, timeline = tree.names, facts.timeline
    findings = [f for n, i in enumerate(timeline.incidents) for f in _incident(names, timeline, n, i)]
    findings += [f for n, w in enumerate(timeline.maintenance or ()) for f in _window(names, timeline, n, w)]
    findings += [f for n, c in enumerate(timeline.charges or ()) for f in _charge(tree, timeline, n, c)]
    findings += [f for n, t in enumerate(timeline.tickets or ()) for f in _ticket(tree, timeline, n, t)]
    return findings, _notes(tree, timeline)


def _incident(names: Mapping[str, Mapping[str, str]], line: Timeline, n: int, incident: Incident) -> list[Finding]:
    if incident.service not in names["service"]:
        return _near_service(names, line.place("incidents", n, "service"), incident.service)
    if incident.cause is None or incident.cause in names["cause"]:
        return []
    place = line.place("incidents", n, "cause")
    return [
        mistakes.unknown_in_evidence(
            "cause", incident.cause, names["cause"], place, nearest(incident.cause, names["cause"])
        )
    ]


def _window(names: Mapping[str, Mapping[str, str]], line: Timeline, n: int, window: Window) -> list[Finding]:
    if window.service in names["service"]:
        return []
    return _near_service(names, line.place("maintenance", n, "service"), window.service)


def _near_service(names: Mapping[str, Mapping[str, str]], place: str, service: str) -> list[Finding]:
    near = nearest(service, names["service"])
    return [mistakes.nearly_a_service(service, near, place)] if near else []


def _charge(tree: Tree, line: Timeline, n: int, charge: Charge) -> list[Finding]:
    findings = []
    known = tree.names["charge"]
    if charge.what not in known:
        place = line.place("charges", n, "what")
        findings.append(mistakes.unknown_in_evidence("charge", charge.what, known, place, nearest(charge.what, known)))
    if read_period(charge.period, tree.period) is None:
        findings.append(mistakes.wrong_period(charge.period, tree.period, line.place("charges", n, "period")))
    return findings


def _ticket(tree: Tree, line: Timeline, n: int, ticket: Ticket) -> list[Finding]:
    findings = []
    known = tree.names["priority"]
    if ticket.priority not in known:
        place = line.place("tickets", n, "priority")
        near = nearest(ticket.priority, known)
        findings.append(mistakes.unknown_in_evidence("priority", ticket.priority, known, place, near))
    fields = tree.recorded.values()
    for field, _ in ticket.steps:
        if field not in fields:
            place = line.place("tickets", n, field)
            findings.append(mistakes.unknown_in_evidence("step", field, fields, place, nearest(field, fields)))
    return findings


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name that `word` is nearly, or empty."""
    known = list(known)
    plain = _plain(word)
    same = next((k for k in known if _plain(k) == plain), "")
    if same or not known:
        return same
    from difflib import SequenceMatcher

    best = max(known, key=lambda k: (SequenceMatcher(None, plain, _plain(k)).ratio(), k))
    return best if SequenceMatcher(None, plain, _plain(best)).ratio() >= NEAR else ""


def _plain(word: str) -> str:
    return word.casefold().replace(" ", "_").replace("-", "_").strip("_")


def _notes(tree: Tree, timeline: Timeline) -> list[str]:
    known = tree.names["service"]
    notes = [_elsewhere("incident", "incidents", timeline.incidents, known)]
    notes.append(_elsewhere("maintenance window", "maintenance windows", timeline.maintenance or (), known))
    return [note for note in notes if note]


def _elsewhere(one: str, many: str, records: Iterable[Incident | Window], known: Collection[str]) -> str:
    strangers = [r for r in records if r.service not in known]
    if not strangers:
        return ""
    services = ", ".join(sorted({r.service for r in strangers}))
    number = f"1 {one} is" if len(strangers) == 1 else f"{len(strangers)} {many} are"
    return f"{number} of a service that this policy does not cover ({services}): not counted."
