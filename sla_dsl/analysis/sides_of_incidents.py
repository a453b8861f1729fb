"""What can be seen of incidents and maintenance: of each cause that a sentence names, that it counts or does not."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.analysis.showing import Shows, Side, sure
from sla_dsl.evaluation.compiling.statements import Exclusion
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.tree import Node, Tree


def announced_sides(node: Node, at: int) -> list[Side]:
    """Maintenance that is announced as it should be, and that is not."""
    service = node.params["service"]

    def windows(period: PeriodResult, inside: bool) -> bool:
        spans = sure(period, at)
        given = [w for w in period.facts.timeline.maintenance or () if w.service == service]
        return spans is not None and any(any(s <= w.start < e for s, e in spans) is inside for w in given)

    enough = ("maintenance is announced as it should be", lambda period: windows(period, True))
    late = ("maintenance is not announced in time", lambda period: windows(period, False))
    return [enough] if node.params["notice"]["kind"] == "any" else [enough, late]


def counted_sides(tree: Tree, at: int) -> list[Side]:
    """An incident counts: for each cause and each service that the definition names."""
    node = tree.nodes[at]
    measures = [root.id for root in tree.ledgers if at in _chosen(tree, root.node)]
    sides = [_counts(measures, "cause", cause, tree.names["cause"][cause]) for cause in node.params["causes"] or ()]
    if len(node.params["services"]) > 1:
        services = node.params["services"]
        sides += [_counts(measures, "service", service, tree.names["service"][service]) for service in services]
    return sides if measures else []


def _chosen(tree: Tree, ledger: int) -> set[int]:
    """The steps from which the incidents of a ledger come."""
    pending, found = [tree.nodes[tree.nodes[ledger].inputs[0]].inputs[0]], set[int]()
    while pending:
        at = pending.pop()
        found.add(at)
        pending += tree.nodes[at].inputs
    return found


def _counts(measures: Sequence[str], field: str, wanted: str, words: str) -> Side:
    def shows(period: PeriodResult) -> bool:
        fates = [fate for measure in measures for fate in period.ledgers[measure].fates() if fate.counted]
        return any(getattr(period.facts.incidents[fate.incident], field) == wanted for fate in fates)

    return f"an incident {'because of' if field == 'cause' else 'on'} {words} counts", shows


def excluded_sides(tree: Tree, exclusion: Exclusion) -> list[Side]:
    """What a sentence takes out, cause by cause; and what it leaves, where it takes out only some of the time."""
    causes: Sequence[str | None] = exclusion.causes or (None,)
    sides = []
    for cause in causes:
        because = f" because of {tree.names['cause'][cause]}" if cause else ""
        sides.append((f"an incident{because} is taken out", _taken(exclusion, cause)))
        if exclusion.limited and exclusion.rules:
            sides.append((f"time of an incident{because} is left", _left(exclusion, cause)))
    return sides


def _taken(exclusion: Exclusion, cause: str | None) -> Shows:
    """Whether something was taken out of an incident with that cause, by this sentence."""

    def by_rule(period: PeriodResult) -> bool:
        counted = sure(period, exclusion.node)
        taken = counted.lost.items() if counted is not None else ()
        return any(rule in exclusion.rules and cause in (None, kind[1]) for kind, parts in taken for rule, _ in parts)

    def by_definition(period: PeriodResult) -> bool:
        fates = period.ledgers[exclusion.measure].fates()
        return any(period.facts.incidents[fate.incident].cause == cause for fate in fates if not fate.most)

    return by_rule if exclusion.rules else by_definition


def _left(exclusion: Exclusion, cause: str | None) -> Shows:
    """Whether some of an incident with that cause counts, though a time in which it would not is given."""

    def shows(period: PeriodResult) -> bool:
        times = period.tree.nodes[exclusion.node].inputs[1:]
        if not any(sure(period, times[rule]) for rule in exclusion.rules):
            return False
        fates = [fate for fate in period.ledgers[exclusion.measure].fates() if fate.counted]
        return any(cause in (None, period.facts.incidents[fate.incident].cause) for fate in fates)

    return shows
