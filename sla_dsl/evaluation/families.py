"""Families of incidents: snapped to their clock, joined into outages, kept if long enough, excused.

The order of work is fixed (`docs/language.md`, "The order of work").  A piece is the time of one incident;
pieces may overlap until they are flattened into a set.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from sla_dsl.evidence.facts import Piece
from sla_dsl.records import NamedTuple
from sla_dsl.values.intervals import EMPTY, Spans, clip, intersect, normal, subtract

Family = tuple[Piece, ...]
"""The chosen incidents, in order of start."""

Group = tuple[int, int, int, int]
"""Start and end of an outage, and where its pieces begin and stop among those of `Outages`."""


class Outages(NamedTuple):
    """Outages in order of start, and the pieces that they are made of.

    `spans` holds the time that each outage is, where that is not simply all from its start to its end.
    `gap`: there may be time between the incidents of an outage, and it counts.
    """

    pieces: tuple[Piece, ...]
    groups: tuple[Group, ...]
    spans: tuple[Spans, ...] | None = None
    gap: bool = False

    def time(self, at: int) -> Spans:
        """The time of the outage at this place."""
        return self.spans[at] if self.spans is not None else (self.groups[at][:2],)

    def lasting(self, at: int) -> int:
        """How long the outage at this place lasts, in microseconds."""
        if self.spans is None:
            return self.groups[at][1] - self.groups[at][0]
        return sum(e - s for s, e in self.spans[at])


Kind = tuple[str, str | None]
"""Service and cause of an incident: an exclusion treats all incidents of a kind alike."""


class Counted(NamedTuple):
    """The incidents after exclusions, kind by kind: what is the same for many is worked out once.

    `pieces` are the incidents as they were chosen.  For each kind that lost time, `lost` holds what each rule
    (by number) took out of its time, each instant once and by the first rule that reaches it, and `left` what
    remains; `free` is the time of all other incidents.  `gaps` is the time between joined incidents that
    counts, `lost_gaps` what rules took out of it.
    """

    pieces: tuple[Piece, ...]
    free: Sequence[tuple[int, int]]
    lost: Mapping[Kind, tuple[tuple[int, Spans], ...]]
    left: Mapping[Kind, Spans]
    gaps: Spans
    lost_gaps: tuple[tuple[int, Spans], ...]


GAP = -1
"""The number that stands for "no incident": the time between two incidents of one outage."""


def snap(pieces: Iterable[Piece], start: Callable[[int], int] | None, end: Callable[[int], int] | None) -> Family:
    """Each piece from the start (until the end) of its unit; a piece of no length never got here."""
    return tuple(sorted([(start(s) if start else s, end(e) if end else e, i) for s, e, i in pieces]))


def join(pieces: Family, apart: int, inclusive: bool, with_gap: bool) -> Outages:
    """Pieces at most (`inclusive`) or less than `apart` microseconds from each other make one outage."""
    groups: list[Group] = []
    first = begin = reach = 0
    limit = apart + 1 if inclusive else apart  # an overlap always joins: its distance is below nothing
    for at, (start, end, _) in enumerate(pieces):
        if at and (start - reach < limit or start < reach):
            reach = max(reach, end)
        else:
            if at:
                groups.append((begin, reach, first, at))
            first, begin, reach = at, start, end
    if pieces:
        groups.append((begin, reach, first, len(pieces)))
    plain = with_gap or not apart
    spans = None if plain else tuple(normal((s, e) for s, e, _ in pieces[g[2] : g[3]]) for g in groups)
    return Outages(pieces, tuple(groups), spans, with_gap and apart > 0)


def separate(pieces: Family) -> Outages:
    """Each incident an outage of its own."""
    return Outages(pieces, tuple((s, e, at, at + 1) for at, (s, e, _) in enumerate(pieces)))


def keep(outages: Outages, long_enough: Callable[[int], bool], skip: int) -> Outages:
    """The outages whose time passes the test; the first `skip` microseconds of each are not counted."""
    return only(outages, [at for at in range(len(outages.groups)) if long_enough(outages.lasting(at))], skip)


def only(outages: Outages, kept: Sequence[int], skip: int = 0) -> Outages:
    """The outages at these places, without the first `skip` microseconds of each."""
    if len(kept) == len(outages.groups) and not skip:
        return outages
    pieces: list[Piece] = []
    groups: list[Group] = []
    spans: list[Spans] = []
    for at in kept:
        start, end, first, stop = outages.groups[at]
        time = _beyond(outages.time(at), skip) if skip else outages.time(at)
        mine = outages.pieces[first:stop]
        mine = tuple((s, e, n) for a, b, n in mine for s, e in clip(time, a, b)) if skip else mine
        groups.append((start, end, len(pieces), len(pieces) + len(mine)))
        pieces.extend(mine)
        spans.append(time)
    explicit = tuple(spans) if skip or outages.spans is not None else None
    return Outages(tuple(pieces), tuple(groups), explicit, outages.gap)


def _beyond(spans: Spans, skip: int) -> Spans:
    rest: list[tuple[int, int]] = []
    for start, end in spans:
        begin = min(end, start + skip)
        skip -= begin - start
        if begin < end:
            rest.append((begin, end))
    return tuple(rest)


class Rule(NamedTuple):
    """An exclusion: which causes (None: any) and services it is for, and the time in which it works."""

    number: int
    causes: frozenset[str] | None
    services: frozenset[str] | None
    time: Spans


def excuse(
    chosen: Outages | Family, rules: Sequence[Rule], cause: Sequence[str | None], service: Sequence[str]
) -> Counted:
    """Takes each incident's excused time out of it.

    Time that another incident explains stays counted, since each kind keeps its own rest and the rests are
    merged later.  The time between joined incidents belongs to no incident: only rules for any cause reach it.
    """
    pieces = chosen.pieces if isinstance(chosen, Outages) else chosen
    gaps = _gaps(chosen) if isinstance(chosen, Outages) else EMPTY
    if not rules:
        return Counted(pieces, [piece[:2] for piece in pieces], {}, {}, gaps, ())
    free, kinds = _concerned(pieces, rules, cause, service)
    lost: dict[Kind, tuple[tuple[int, Spans], ...]] = {}
    left: dict[Kind, Spans] = {}
    for kind, spans in kinds.items():
        mine = [rule for rule in rules if _concerns(rule, *kind)]
        taken, rest = _take_out(normal(spans), mine) if mine else ((), EMPTY)
        if taken:
            lost[kind], left[kind] = taken, rest
        else:
            free += spans
    lost_gaps, gaps = _take_out(gaps, [r for r in rules if r.causes is None]) if gaps else ((), gaps)
    return Counted(pieces, free, lost, left, gaps, lost_gaps)


def _concerned(
    pieces: Family, rules: Sequence[Rule], cause: Sequence[str | None], service: Sequence[str]
) -> tuple[list[tuple[int, int]], dict[Kind, list[tuple[int, int]]]]:
    """The time of incidents that no rule can reach, for their cause, and that of the others, kind by kind."""
    kinds: dict[Kind, list[tuple[int, int]]] = {}
    reach = _causes_of(rules)
    free = [] if reach is None else [(start, end) for start, end, number in pieces if cause[number] not in reach]
    for start, end, number in pieces if reach is None else [p for p in pieces if cause[p[2]] in reach]:
        kind = (service[number], cause[number])
        if kind in kinds:
            kinds[kind].append((start, end))
        else:
            kinds[kind] = [(start, end)]
    return free, kinds


def _causes_of(rules: Sequence[Rule]) -> frozenset[str | None] | None:
    """Every cause that some rule is for; None where one is for any."""
    if len(rules) == 1:
        return rules[0].causes
    sets = [rule.causes for rule in rules if rule.causes is not None]
    return frozenset().union(*sets) if len(sets) == len(rules) else None


def _concerns(rule: Rule, service: str, cause: str | None) -> bool:
    return (rule.causes is None or cause in rule.causes) and (rule.services is None or service in rule.services)


def _take_out(time: Spans, rules: Sequence[Rule]) -> tuple[tuple[tuple[int, Spans], ...], Spans]:
    """What each rule takes out of a set of time, by its number, and what is left of it."""
    taken = []
    for rule in rules:
        hit = intersect(time, rule.time)
        if hit:
            taken.append((rule.number, hit))
            time = subtract(time, hit)
    return tuple(taken), time


def _gaps(outages: Outages) -> Spans:
    """The time of outages in which none of their incidents lasts."""
    if not outages.gap:
        return EMPTY
    pieces = outages.pieces
    return normal(
        span
        for at, (_, _, first, stop) in enumerate(outages.groups)
        for span in subtract(outages.time(at), normal((s, e) for s, e, _ in pieces[first:stop]))
    )


def flatten(counted: Counted) -> Spans:
    """The time counted, each instant once."""
    return normal([*counted.free, *chain.from_iterable(counted.left.values()), *counted.gaps])
