"""The oracle: what one account comes to in one period, found by looking at every piece of time by itself.

Every instant at which anything begins or ends cuts the line of time into *ticks*, within which nothing changes. Each
tick is judged alone, by plain loops over all records. What is not known is not reasoned about either: each way to
fill in the causes that nobody named, and whether notice was given in time, is a *world*; each world is worked out in
full, and what differs between them is unknown.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Any

from tests.oracle.answer import Answer, Span, merged
from tests.oracle.clock import SECOND, day_of, deadline, instant, month, start_of
from tests.oracle.rules import Rules

Key = tuple[str, str]
"""A bucket of the ledger and the clause that puts time there."""
DAY, FOREVER = timedelta(days=1), 10**20


@dataclass(frozen=True)
class Incident:
    id: str
    start: int
    snapped: int
    end: int
    lasts: bool  # still going on when the record ends
    cause: str | None


@dataclass(frozen=True)
class Window:
    start: int
    end: int
    early: bool | None
    """Announced early enough? None where nobody says when."""


@dataclass(frozen=True)
class Facts:
    start: int
    end: int
    as_of: int | None
    incidents: list[Incident]
    windows: list[Window]
    breaches: list[Span]
    ticks: list[Span]


@dataclass(frozen=True)
class World:
    places: list[Key]
    """Of each tick."""
    counted: dict[str, int]
    """The microseconds of each incident that count in the period."""
    ends: dict[str, int | None]
    """From when the time to claim runs, for each incident that counts in the period; None while its outage lasts."""
    downtime: int
    uptime: Fraction
    kept: bool
    rate: int


@dataclass(frozen=True)
class Outcome:
    """Of the credit, in cents."""

    status: str
    least: int = 0
    most: int | None = 0
    capped: bool | None = None
    claim_by: str | None = None
    fails: bool = False  # a condition is not met, whatever the rate


def evaluate(rules: Rules, timeline: Mapping[str, Any], period: str) -> Answer:
    facts, listed = read(rules, timeline, period), timeline["incidents"]
    worlds = [judge(rules, facts, causes, early) for causes, early in possible(rules, facts)]
    outcomes = [outcome for world in worlds for outcome in settle(rules, facts, world, timeline, period)]
    status = verdict_on(outcomes)
    paying = not {o.status for o in outcomes} <= {"none", "not_eligible"}
    amounts = {amount for o in outcomes for amount in (o.least, o.most)} if paying else {0}
    owed = amounts.pop() if status in ("due", "claimable") and len(amounts) == 1 else None
    doubt = status == "unknown" or (status == "claimable" and owed is None)
    nothing = status == "unknown"  # what can still be claimed may then come to nothing
    capped, claim_by = {o.capped for o in outcomes}, {o.claim_by for o in outcomes}
    guarantees = {"met" if world.kept else "missed" for world in worlds}
    return Answer(
        period=period,
        start=facts.start,
        end=facts.end,
        ledger=ledger(facts, worlds),
        downtime=spread([Fraction(w.downtime, SECOND) for w in worlds]),
        uptime=spread([w.uptime for w in worlds]),
        guarantee=guarantees.pop() if len(guarantees) == 1 else "unknown",
        incidents={i["id"]: spread([Fraction(w.counted.get(i["id"], 0), SECOND) for w in worlds]) for i in listed},
        verdicts=verdicts(facts, worlds),
        rate=spread([Fraction(w.rate) for w in worlds]),
        status=status,
        amount=cents(owed),
        currency=charge(rules, timeline, period)[1] if paying else None,
        capped=capped.pop() if status in ("due", "claimable") and len(capped) == 1 else None,
        claim_by=claim_by.pop() if status == "claimable" and len(claim_by) == 1 else None,
        least=cents(min(0 if nothing and o.status == "claimable" else o.least for o in outcomes)) if doubt else None,
        most=cents(None if None in amounts else max(o.most or 0 for o in outcomes)) if doubt else None,
        tickets=tickets(rules, facts, timeline),
    )


def verdict_on(outcomes: Sequence[Outcome]) -> str:
    """The status that all the worlds agree on: no rate at all, a condition that fails, or what is due."""
    statuses = {o.status for o in outcomes}
    if len(statuses) > 1 and all(o.fails for o in outcomes):
        return "not_eligible"
    amounts = {amount for o in outcomes for amount in (o.least, o.most)}
    return "unknown" if len(statuses) > 1 or (statuses == {"due"} and len(amounts) > 1) else statuses.pop()


def read(rules: Rules, timeline: Mapping[str, Any], period: str) -> Facts:
    start, end = month(period, rules.zone)
    as_of = None if timeline.get("as_of") is None else instant(timeline["as_of"])

    def span(record: Mapping[str, Any]) -> Span:
        until = as_of if record["end"] is None else instant(record["end"])
        if until is None:
            raise ValueError("still going on, and nobody says up to when the record is kept")
        return instant(record["start"]), until

    def early(window: Mapping[str, Any], begins: int) -> bool | None:
        announced = window.get("announced")
        if announced is None:
            return False if "announced" in window else None
        return day_of(begins, rules.zone) - day_of(instant(announced), rules.zone) >= DAY * rules.notice_days

    incidents, windows = [], []
    for i in timeline["incidents"]:
        begins, ends = span(i)
        if i["service"] == rules.service and begins < ends:
            spans = begins, begins - begins % rules.snap, ends
            incidents.append(Incident(i["id"], *spans, i["end"] is None, i.get("cause")))
    for w in timeline.get("maintenance") or []:
        if w["service"] == rules.service:
            windows.append(Window(*span(w), early(w, span(w)[0])))
    breaches = [span(b) for b in timeline.get("breaches") or []] if rules.breaches else []
    edges = {start, end, start if as_of is None else as_of, *itertools.chain(*breaches)}
    edges |= {edge for w in windows for edge in (w.start, w.end)}
    edges |= {edge for i in incidents for edge in (i.start, i.snapped, i.end)}
    return Facts(start, end, as_of, incidents, windows, breaches, list(itertools.pairwise(sorted(edges))))


def possible(rules: Rules, facts: Facts) -> Iterator[tuple[tuple[str, ...], tuple[bool, ...]]]:
    """Each way to fill in what is not known: one cause of each treatment, and notice in time or not."""
    any_cause = tuple({treatment: cause for cause, treatment in rules.causes.items()}.values())
    causes = [any_cause if i.cause is None else (i.cause,) for i in facts.incidents]
    notices = [(True, False) if w.early is None else (w.early,) for w in facts.windows]
    return itertools.product(itertools.product(*causes), itertools.product(*notices))


def judge(rules: Rules, facts: Facts, causes: Sequence[str], early: Sequence[bool]) -> World:
    ticks, numbers = facts.ticks, range(len(causes))
    ours = [rules.causes[cause] != "never counts" for cause in causes]
    begins = [i.snapped if own else i.start for i, own in zip(facts.incidents, ours, strict=True)]
    here = [[n for n in numbers if begins[n] <= a and b <= facts.incidents[n].end] for a, b in ticks]
    outages = {n: outage(rules, here, ours, n) for n in numbers if ours[n]}
    long = {n for n, (first, last) in outages.items() if ticks[last][1] - ticks[first][0] > rules.longer_than}

    def place(t: int) -> tuple[Key, list[int]]:
        """Where a tick belongs, and the incidents of which it counts."""
        a, b = ticks[t]
        announced = any(known and w.start <= a and b <= w.end for w, known in zip(facts.windows, early, strict=True))
        excused = [n for n in here[t] if announced and rules.causes[causes[n]] == "counts unless announced"]
        guilty = [n for n in here[t] if n in long and n not in excused]
        if facts.as_of is not None and a >= facts.as_of:
            return ("not_observed", ""), []
        if guilty and any(start <= a and b <= end for start, end in facts.breaches):
            return ("in_breach", rules.clauses["breach"]), []
        if guilty:
            return ("counted", ""), guilty
        if any(n in long for n in here[t]):
            return ("excluded", rules.clauses["window"]), []
        if any(ours[n] for n in here[t]):
            return ("excluded", rules.clauses["short"]), []
        if here[t]:
            why = {causes[n] for n in here[t]}
            return ("not_attributable", next(rules.clauses[cause] for cause in rules.causes if cause in why)), []
        return ("up", ""), []

    places = [place(t) for t in range(len(ticks))]
    total, counted = 0, dict.fromkeys((i.id for i in facts.incidents), 0)
    for (a, b), (key, guilty) in zip(ticks, places, strict=True):
        if facts.start <= a and b <= facts.end and key == ("counted", ""):
            total += b - a
            for n in guilty:
                counted[facts.incidents[n].id] += b - a
    ends: dict[str, int | None] = {}
    for n, (first, last) in outages.items():
        if counted[facts.incidents[n].id] > 0:
            same = {m for t in range(first, last + 1) for m in here[t] if ours[m]} if rules.join else {n}
            lasts = any(facts.incidents[m].lasts for m in same)
            ends[facts.incidents[n].id] = None if lasts else ticks[last][1]
    return conclude(rules, World([key for key, _ in places], counted, ends, total, Fraction(1), True, 0))


def outage(rules: Rules, here: list[list[int]], ours: list[bool], n: int) -> tuple[int, int]:
    """The first and the last tick of what an incident belongs to."""
    first, last = (f([t for t, numbers in enumerate(here) if n in numbers]) for f in (min, max))
    while rules.join and first > 0 and any(ours[m] for m in here[first - 1]):
        first -= 1
    while rules.join and last + 1 < len(here) and any(ours[m] for m in here[last + 1]):
        last += 1
    return first, last


def conclude(rules: Rules, world: World) -> World:
    """From the total to the rate: round, divide, compare, look up."""
    downtime = (world.downtime + (rules.unit // 2 if rules.half_up else 0)) // rules.unit * rules.unit
    uptime = 1 - Fraction(downtime, rules.month_length)
    uptime = max(uptime, Fraction(0)) if rules.never_below_zero else uptime
    kept = rules.uptime_at_least is None or uptime >= rules.uptime_at_least
    kept = kept and (rules.downtime_at_most is None or downtime <= rules.downtime_at_most)
    value = uptime if rules.table_of == "uptime" else Fraction(downtime, SECOND)
    rows = [row.gives for row in rules.table if row.applies(value)]
    if rules.table_row == "one" and len(rows) != 1:
        raise ValueError(f"{len(rows)} rows apply to {value}")
    return World(world.places, world.counted, world.ends, downtime, uptime, kept, rows[-1] if rows else 0)


def settle(rules: Rules, facts: Facts, world: World, timeline: Mapping[str, Any], period: str) -> Iterator[Outcome]:
    """What happens to the credit: once for each thing that the customer may have done without our knowing."""
    for outcome in conditions(rules, facts, world, timeline, period):
        yield outcome if world.rate > 0 else Outcome("none", fails=outcome.fails)


def conditions(rules: Rules, facts: Facts, world: World, timeline: Mapping[str, Any], period: str) -> Iterator[Outcome]:
    due, refused = Outcome("due", *money(rules, world.rate, timeline, period)), Outcome("not_eligible", fails=True)
    counting = {k for k, counted in world.counted.items() if counted > 0}
    if rules.only_below is not None and world.uptime >= rules.only_below:
        yield refused
    elif rules.report:
        reports = timeline.get("reports")
        reported = any(report["incident"] in counting for report in reports or [])
        yield from [due, refused] if reports is None and counting else [due] if reported else [refused]
    elif rules.claim_days is not None:
        claims = timeline.get("claims")
        days = {k: end and day_of(end, rules.zone) + DAY * rules.claim_days for k, end in world.ends.items()}
        over = {k: start_of(day + DAY, rules.zone) if day else FOREVER for k, day in days.items()}
        named = [(instant(c["at"]), k) for c in claims or [] for k in counting & set(c["incidents"])]
        ahead = facts.as_of is not None and any(facts.as_of < over[k] for k in counting)
        known = [day for day in days.values() if day]
        last = str(max(known)) if known and len(known) == len(days) else None
        waiting = Outcome("claimable", due.least, due.most, due.capped, last) if ahead else refused
        claimed = any(at < over[k] for at, k in named)
        yield from [due, waiting] if claims is None and counting else [due] if claimed else [waiting]
    else:
        yield due


def charge(rules: Rules, timeline: Mapping[str, Any], period: str) -> tuple[Fraction | None, str | None]:
    for row in timeline.get("charges") or []:
        if row["what"] == rules.charge and row["period"] == period:
            return Fraction(row["amount"]), row["currency"]
    return None, None


def money(rules: Rules, rate: int, timeline: Mapping[str, Any], period: str) -> tuple[int, int | None, bool | None]:
    """The least and the most in cents, and whether a cap lowered it: rate of the base, caps, cent."""
    base, currency = charge(rules, timeline, period)
    if base is None:
        return 0, None, None
    full = base * rate / 100
    caps = [] if rules.cap_share is None else [base * rules.cap_share]
    if rules.cap is not None:
        amount, given = rules.cap
        rates = {(r["from"], r["to"]): Fraction(r["rate"]) for r in timeline.get("rates") or []} | {(given, given): 1}
        if (given, currency) not in rates and full > 0:
            return 0, half_up(min([full, *caps])), None
        caps.append(amount * Fraction(rates.get((given, currency or given), 1)))
    return half_up(min([full, *caps])), half_up(min([full, *caps])), min([full, *caps]) < full


def half_up(amount: Fraction) -> int:
    return int((200 * amount + 1) // 2)


def cents(amount: int | None) -> str | None:
    return None if amount is None else f"{amount // 100}.{amount % 100:02d}"


def spread(values: list[Fraction]) -> tuple[Fraction, Fraction]:
    return min(values), max(values)


def ledger(facts: Facts, worlds: Sequence[World]) -> dict[Key, list[Span]]:
    found: dict[Key, list[Span]] = {}
    for t, (a, b) in enumerate(facts.ticks):
        if facts.start <= a and b <= facts.end:
            keys = {world.places[t] for world in worlds}
            found.setdefault(keys.pop() if len(keys) == 1 else ("open", ""), []).append((a, b))
    return {key: merged(spans) for key, spans in found.items()}


def verdicts(facts: Facts, worlds: Sequence[World]) -> dict[str, str]:
    """Of each incident: outside the period, or how much of its part of it counts; unknown where worlds differ."""
    out = {}
    for i in facts.incidents:
        part = min(i.end, facts.end) - max(i.snapped, facts.start)
        found = {
            "excluded" if w.counted[i.id] == 0 else "counted" if w.counted[i.id] == part else "partly" for w in worlds
        }
        out[i.id] = "elsewhere" if part <= 0 else found.pop() if len(found) == 1 else "unknown"
    return out


def tickets(rules: Rules, facts: Facts, timeline: Mapping[str, Any]) -> dict[str, dict[str, tuple[int, str]]]:
    out: dict[str, dict[str, tuple[int, str]]] = {}
    for ticket in timeline.get("tickets") or []:
        opened = instant(ticket["opened"])
        if facts.start <= opened < facts.end:
            for target, (step, hours) in rules.targets.get(ticket["priority"], {}).items():
                due = deadline(opened, hours, *rules.office)
                ahead = facts.as_of is not None and facts.as_of <= due
                done = None if ticket.get(step) is None else instant(ticket[step])
                verdict = ("pending" if ahead else "missed") if done is None else "met" if done <= due else "missed"
                verdict = verdict if step in ticket else "unknown"
                out.setdefault(ticket["id"], {})[target] = (due, verdict)
    return out
