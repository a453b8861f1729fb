"""A timeline against a policy: whether every name in the evidence is one that the policy knows.

What does not fit is refused, all of it at once; an incident of a plainly different service is not an error
but lies elsewhere, and a note says so.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

from sla_dsl.evaluation import mistakes
from sla_dsl.evaluation.tree import Tree
from sla_dsl.evidence.facts import Facts
from sla_dsl.evidence.limits import FINDINGS
from sla_dsl.evidence.timeline import Incident, Timeline, Window
from sla_dsl.findings.finding import Finding
from sla_dsl.records import NamedTuple
from sla_dsl.values.periods import read_period

NEAR = 80
"""Two names that are alike for at least so many percent are taken for one name misspelt."""

MOST_GUESSES = 1_000
"""So many unknown names are looked at for what was meant; services and pauses always are, as that decides."""

_GUESSED = ("charge", "priority", "step")

Names = Mapping[str, Collection[str]]
"""The names that a policy knows, by their kind."""

At = tuple[str, int, str]
"""Where a name stands: the list, the number of the record, the field."""

Near = Mapping[tuple[str, str], str]
"""For each unknown name, by its kind, the known one that it is nearly; those that are nearly none are left out."""


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
    others |= {("pause", state) for state in tree.paused.values()}
    return Known(frozenset(names["service"]), frozenset((None, *names["cause"])), frozenset(others))


def bind(tree: Tree, known: Known, facts: Facts) -> tuple[list[Finding], list[str]]:
    """The findings that refuse the timeline, and the notes on what lies elsewhere."""
    ours = known.services.issuperset(facts.services) and known.causes.issuperset(facts.causes)
    if ours and facts.others <= known.others:
        return [], []
    found = _findings(tree, facts.timeline, _near_names(tree, known, facts))
    findings = list(islice(found, FINDINGS))
    untold = sum(1 for _ in found)
    if untold:
        from sla_dsl.evidence.related_mistakes import more_findings

        findings.append(more_findings("", untold))
    return findings, _notes(tree, facts.timeline)


def _findings(tree: Tree, line: Timeline, near: Near) -> Iterator[Finding]:
    """What is wrong, record by record, in the order of the lists."""
    names = _names(tree)
    for n, incident in enumerate(line.incidents):
        yield from _incident(names, line, n, incident, near)
    for n, window in enumerate(line.maintenance or ()):
        yield from _service(names, line, ("maintenance", n, "service"), window.service, near)
    for n, charge in enumerate(line.charges or ()):
        yield from _unknown(names, line, ("charges", n, "what"), "charge", charge.what, near)
        if read_period(charge.period, tree.period) is None:
            yield mistakes.wrong_period(charge.period, tree.period, line.place("charges", n, "period"))
    for n, ticket in enumerate(line.tickets or ()):
        yield from _unknown(names, line, ("tickets", n, "priority"), "priority", ticket.priority, near)
        for field, _ in ticket.steps:
            yield from _unknown(names, line, ("tickets", n, field), "step", field, near)
    for n, pause in enumerate(line.pauses or ()):
        meant = near.get(("pause", pause.state))
        if meant:
            yield mistakes.nearly_a_pause(pause.state, meant, line.place("pauses", n, "state"))


def _names(tree: Tree) -> Names:
    return {**tree.names, "step": tuple(tree.recorded.values()), "pause": tuple(tree.paused.values())}


def _near_names(tree: Tree, known: Known, facts: Facts) -> Near:
    """What each unknown name nearly is; each is looked up once, however many records have it."""
    kinds = set(zip(facts.services, facts.causes, strict=True))
    strange, others = {kind for kind in kinds if _is_strange(kind, known)}, facts.others - known.others
    services = {service for service, _ in strange} | {word for kind, word in others if kind == "window"}
    names = _names(tree)
    causes = {("cause", cause) for service, cause in strange if cause and service in names["service"]}
    guesses = sorted(causes | {(kind, word) for kind, word in others if kind in _GUESSED})
    pauses = sorted((kind, word) for kind, word in others if kind == "pause")
    asked = [*(("service", service) for service in sorted(services)), *pauses, *guesses[:MOST_GUESSES]]
    found = {(kind, word): nearest(word, names[kind]) for kind, word in asked if word not in names[kind]}
    return {name: near for name, near in found.items() if near}


def _is_strange(kind: tuple[str, str | None], known: Known) -> bool:
    return kind[0] not in known.services or kind[1] not in known.causes


def _incident(names: Names, line: Timeline, n: int, incident: Incident, near: Near) -> Iterator[Finding]:
    if incident.service not in names["service"]:
        yield from _service(names, line, ("incidents", n, "service"), incident.service, near)
    elif incident.cause is not None:
        yield from _unknown(names, line, ("incidents", n, "cause"), "cause", incident.cause, near)


def _service(names: Names, line: Timeline, at: At, service: str, near: Near) -> Iterator[Finding]:
    """A service is wrong only where it is nearly one of the policy's: others lie elsewhere."""
    meant = near.get(("service", service))
    if meant and service not in names["service"]:
        yield mistakes.nearly_a_service(service, meant, line.place(*at))


def _unknown(names: Names, line: Timeline, at: At, kind: str, word: str, near: Near) -> Iterator[Finding]:
    if word not in names[kind]:
        yield mistakes.unknown_in_evidence(kind, word, names[kind], line.place(*at), near.get((kind, word), ""))


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name that `word` is nearly, or empty; blanks, hyphens and capitals make no difference."""
    from sla_dsl.findings.nearness import most_like

    spelled = {_plain(name): name for name in known}
    plain = _plain(word)
    return spelled.get(plain) or spelled.get(most_like(plain, spelled, NEAR), "")


def _plain(word: str) -> str:
    return word.casefold().replace(" ", "_").replace("-", "_").strip("_")


def _notes(tree: Tree, timeline: Timeline) -> list[str]:
    known = tree.names["service"]
    notes = [_elsewhere("incident", "incidents", timeline.incidents, known)]
    notes.append(_elsewhere("maintenance window", "maintenance windows", timeline.maintenance or (), known))
    notes.append(_not_read(tree, timeline))
    return [note for note in notes if note]


def _not_read(tree: Tree, timeline: Timeline) -> str:
    """The pauses of states in which this policy lets every clock run."""
    known = set(tree.paused.values())
    others = [pause for pause in timeline.pauses or () if pause.state not in known]
    if not others:
        return ""
    states = ", ".join(sorted({pause.state for pause in others}))
    one = len(others) == 1
    many, theirs = ("1 pause of a ticket is", "its") if one else (f"{len(others):,} pauses of tickets are", "their")
    if known:
        return f"{many} of a state in which this policy stops no clock ({states}): {theirs} time counts."
    return f"{many} recorded ({states}), and this policy does not stop the clock of any ticket: {theirs} time counts."


def _elsewhere(one: str, many: str, records: Iterable[Incident | Window], known: Collection[str]) -> str:
    strangers = [r for r in records if r.service not in known]
    if not strangers:
        return ""
    services = ", ".join(sorted({r.service for r in strangers}))
    number = f"1 {one} is" if len(strangers) == 1 else f"{len(strangers)} {many} are"
    return f"{number} of a service that this policy does not cover ({services}): not counted."
