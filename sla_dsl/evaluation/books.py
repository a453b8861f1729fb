"""The books of a measure: what the ledger of any period is read from, worked out once for an account."""

from collections.abc import Mapping, Sequence

from sla_dsl.evaluation.families import Counted, Family, Kind, Outages, flatten
from sla_dsl.evidence.facts import Facts, Piece
from sla_dsl.records import NamedTuple
from sla_dsl.values.intervals import Spans, intersect, normal, subtract, union
from sla_dsl.values.rulers import Ruler, ruler

IN_BREACH = "in_breach"
EXCLUDED = "excluded"
NOT_ATTRIBUTABLE = "not_attributable"
OUTSIDE_HOURS = "outside_service_hours"

Reason = tuple[str, int]
"""A bucket, and the index of the clause that puts time there (-1: none)."""


class Entry(NamedTuple):
    """A bucket, the clause that put the time there (-1: none), and the time."""

    bucket: str
    clause: int
    spans: Spans


class Marks(NamedTuple):
    """Where the buckets come from.

    The rules by number (bucket and clause); the clause of the minimum duration (-2: there is none); the clauses
    of causes that are never counted; the services and the counted causes; the clause of the hours (-2: none).
    """

    rules: Sequence[Reason]
    too_short: int
    unnamed: Mapping[str, int]
    services: frozenset[str]
    causes: frozenset[str | None] | None
    hours: int


class Books(NamedTuple):
    """What the ledger of a period is read from.

    `family` are the incidents as they were chosen, `kept` those of outages that are long enough, both in order
    of start.  `left` measures what counts of the incidents of each kind that lost time, `lost` what was taken
    out of them and why; `inside` measures the hours in which anything counts (None: always).  `layers` is the
    time that does not count, in the ledger's order.
    """

    family: Family
    kept: tuple[Piece, ...]
    left: Mapping[Kind, Ruler]
    lost: Mapping[Kind, tuple[tuple[Reason, Ruler], ...]]
    inside: Ruler | None
    layers: tuple[Entry, ...]


def keep_books(
    facts: Facts, marks: Marks, family: Family, outages: Outages | Family, counted: Counted, whole: Spans
) -> Books:
    """The books of a measure whose counted time, before it is cut to a period, is `whole`."""
    kept = counted.pieces
    left = counted.left
    layers = _lost_layers(counted, marks) if counted.lost or counted.lost_gaps else []
    if marks.too_short >= -1 and isinstance(outages, Outages):
        kept = tuple(sorted(kept))
        layers.append(_lost(family, outages, marks))
    if marks.hours >= -1:
        layers.append(Entry(OUTSIDE_HOURS, marks.hours, subtract(flatten(counted), whole)))
        left = {kind: intersect(spans, whole) for kind, spans in left.items()}
    if marks.causes is not None:
        layers += _strangers(facts, marks, family)
    rulers = {kind: ruler(spans) for kind, spans in left.items()} if left else {}
    inside = ruler(whole) if marks.hours >= -1 else None
    return Books(family, kept, rulers, _reasons(counted, marks) if counted.lost else {}, inside, tuple(layers))


def _reasons(counted: Counted, marks: Marks) -> dict[Kind, tuple[tuple[Reason, Ruler], ...]]:
    return {
        kind: tuple([(marks.rules[rule], ruler(spans)) for rule, spans in taken])
        for kind, taken in counted.lost.items()
    }


def _lost_layers(counted: Counted, marks: Marks) -> list[Entry]:
    """What each rule took out, of all kinds together; breaches come first."""
    by_rule: dict[int, Spans] = {}
    for taken in (*counted.lost.values(), counted.lost_gaps):
        for rule, spans in taken:
            by_rule[rule] = union(by_rule[rule], spans) if rule in by_rule else spans
    ordered = list(by_rule)
    if len(ordered) > 1:
        ordered.sort(key=lambda rule: (marks.rules[rule][0] != IN_BREACH, rule))
    return [Entry(*marks.rules[rule], by_rule[rule]) for rule in ordered]


def _lost(family: Family, outages: Outages, marks: Marks) -> Entry:
    """The time of incidents whose outage was too short, or (where only the excess counts) its beginning."""
    kept = normal([span for at in range(len(outages.groups)) for span in outages.time(at)])
    return Entry(EXCLUDED, marks.too_short, subtract(normal([(s, e) for s, e, _ in family]), kept))


def _strangers(facts: Facts, marks: Marks, family: Family) -> list[Entry]:
    """The time of incidents of the measure's services that it does not count, by the clause that says so."""
    causes = facts.causes
    known = marks.causes or frozenset()
    if None in causes and _are_chosen(facts, family):
        known = known | {None}
    by_clause: dict[int, list[tuple[int, int]]] = {}
    for service in marks.services:
        for start, end, n in [piece for piece in facts.by_service.get(service, ()) if causes[piece[2]] not in known]:
            by_clause.setdefault(marks.unnamed.get(causes[n] or "", -1), []).append((start, end))
    return [Entry(NOT_ATTRIBUTABLE, clause, normal(by_clause[clause])) for clause in sorted(by_clause)]


def _are_chosen(facts: Facts, family: Family) -> bool:
    """Whether the incidents of no known cause are among the chosen: they are in one of two worlds."""
    return any(facts.causes[n] is None for _, _, n in family)
