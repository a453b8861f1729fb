"""Timelines that aim: almost everything in them lies on an edge of the rules, or a microsecond or a second beside it.

`generate(seed, policy)` gives a timeline of the contract and the period to ask for. The same seed gives the same
timeline on every machine. Everything it gives is well formed: it never has to be refused.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, timedelta, timezone
from functools import cache
from typing import Any, TypeVar

from tests.oracle.clock import DAY, EPOCH, HOUR, MINUTE, SECOND, day_of, deadline, local, month, start_of

T = TypeVar("T")

MONTHS = ("2026-02", "2028-02", "2026-04", "2026-09", "2026-01", "2026-05", "2025-12", "2026-03", "2026-10", "2027-03")
"""28, 29, 30 and 31 days, the turn of a year, and the months in which the clocks of Brussels change."""

BESIDE = (0, 0, 0, 1, -1, 1, -1, SECOND, -SECOND, 500_000)
NEVER = -1
"""When work is announced of which it is known that nobody ever did."""
OFFSETS = tuple(timezone(timedelta(minutes=m)) for m in (0, 60, 120, -300, 345))
AMOUNTS = ("1000.00", "0.00", "0.01", "10.10", "1.25", "99.99", "125.00", "333.33", "499.99", "500.00", "500.02",
           "2500.00", "2500.20", "1249.96", "125000.00", "9.99", "0.10", "4999.95")  # fmt: skip
RATES = ("1.0837", "0.9999", "1.1", "0.86", "1.00004", "1")


@dataclass(frozen=True)
class Aim:
    """What there is to aim at in one agreement."""

    service: str
    counted: tuple[str, ...]
    never: tuple[str, ...]
    zone: str
    notice_days: int
    charge: str
    grain: int
    totals: tuple[int, ...]
    """The totals, in microseconds, at which the answer changes."""
    lengths: tuple[int, ...]
    """The lengths of one outage at which it changes."""


AIMS = {
    "ecerium": Aim(
        service="sms_gateway",
        counted=("provider_failure",),
        never=("customer_code", "customer_configuration", "third_party"),
        zone="Europe/Brussels",
        notice_days=7,
        charge="monthly_fee",
        grain=MINUTE,
        totals=(
            *(
                SECOND * s
                for m in (1, 43, 432, 864, 1296, 1728, 2160)
                for s in (60 * m, *[60 * m + 30] * 3, 60 * m - 30)
            ),
            43 * MINUTE + 12 * SECOND,
            43_200 * MINUTE,
            43_200 * MINUTE + 30 * SECOND,
        ),
        lengths=(30 * SECOND, 60 * SECOND, 90 * SECOND),
    ),
    "ezcnam": Aim(
        service="cnam",
        counted=("equipment", "utilities", "personnel"),
        never=("customer_action", "force_majeure", "internet_access", "blocking", "attack", "other_external"),
        zone="UTC",
        notice_days=3,
        charge="usage_fees",
        grain=1,
        totals=tuple(SECOND * s for s in (262, 263, 263, 264, 1200, 1200, 1201)),
        lengths=(60 * SECOND,),
    ),
}


@dataclass(frozen=True)
class Month:
    name: str
    start: int
    end: int
    edges: tuple[int, ...]
    """The ends of the month, the changes of the clock in it, and some midnights."""


@cache
def a_month(name: str, zone: str) -> Month:
    start, end = month(name, zone)
    hours = range(start, end, HOUR)
    belgium = [
        h for h in hours if local(h, "Europe/Brussels").utcoffset() != local(h - 1, "Europe/Brussels").utcoffset()
    ]
    midnights = [start_of(day_of(start + n * DAY + HOUR, zone), zone) for n in (1, 9, 14, 27)]
    return Month(name, start, end, (start, start, end, end, *belgium, *belgium, *midnights))


@dataclass
class Incident:
    start: int
    end: int
    cause: str | None
    service: str
    open: bool = False


@dataclass
class Draft:
    """A timeline while it grows, its instants as numbers."""

    rng: random.Random
    aim: Aim
    month: Month
    incidents: list[Incident] = field(default_factory=list)
    windows: list[tuple[str, int | None, int, int]] = field(default_factory=list)
    breaches: list[tuple[int, int | None]] = field(default_factory=list)
    as_of: int | None = None

    def any(self, choices: Sequence[T]) -> T:
        return choices[int(self.rng.random() * len(choices))]

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def between(self, low: int, high: int) -> int:
        return low + int(self.rng.random() * (high - low))

    def somewhere(self, length: int) -> int:
        """A start for something of this length, inside the month."""
        if self.chance(0.35):
            edge = self.any(self.month.edges)
            start = self.any((edge, edge - length, edge - length // 2 // MINUTE * MINUTE))
        else:
            start = self.month.start + self.between(0, (self.month.end - self.month.start) // MINUTE) * MINUTE
        return max(self.month.start, min(start, self.month.end - length))

    def edge(self) -> int:
        """An instant that already means something, or one just beside it."""
        pool = [*self.month.edges[:4]]
        for incident in self.incidents[:4]:
            pool += [incident.start, incident.end]
        for window in self.windows[:2]:
            pool += window[2:]
        for breach in self.breaches[:1]:
            pool.append(breach[0])
        return self.any(pool) + self.any((*BESIDE, MINUTE, -61 * SECOND, 10 * MINUTE))

    def cause(self) -> str | None:
        roll = self.rng.random()
        if roll < 0.5:
            return self.any(self.aim.counted)
        return "maintenance" if roll < 0.7 else self.any(self.aim.never)

    def add(self, start: int, end: int, cause: str | None, service: str = "") -> Incident:
        incident = Incident(start, max(start, end), cause, service or self.aim.service)
        self.incidents.append(incident)
        return incident

    def announced(self, start: int, *, early: bool | None = None) -> int:
        """When a window is announced: at the last instant that is early enough, or just before or after it."""
        first_late = start_of(day_of(start, self.aim.zone) - timedelta(days=self.aim.notice_days - 1), self.aim.zone)
        if early or (early is None and self.chance(0.5)):
            return first_late - self.any((1, 1, SECOND, HOUR, DAY, 20 * DAY))
        return first_late + self.any((0, 0, 1, SECOND, HOUR, 2 * DAY))

    def window(self, start: int, end: int, *, early: bool | None = None, service: str = "") -> None:
        announced = None if early is None and self.chance(0.06) else self.announced(start, early=early)
        if early is None and announced is not None and self.chance(0.05):
            announced = NEVER
        self.windows.append((service or self.aim.service, announced, start, max(start, end)))


def generate(seed: int, policy: str) -> tuple[dict[str, Any], str]:
    rng = random.Random(f"{policy} {seed}")
    aim = AIMS[policy]
    draft = Draft(rng, aim, a_month(MONTHS[int(rng.random() * len(MONTHS))], aim.zone))
    roll = rng.random()
    if roll < 0.62:
        aim_at_total(draft)
    elif roll < 0.75:
        aim_at_length(draft)
    elif roll < 0.85:
        aim_at_notice(draft)
    for _ in range(draft.any((0, 1, 2, 3, 5))):
        harmless(draft)
    if roll > 0.5:
        for _ in range(draft.any((0, 1, 2)) if roll < 0.85 else draft.any((1, 2, 3, 5, 8))):
            wild(draft)
    forget_causes(draft)
    record_end(draft)
    return written(draft, policy), draft.month.name


def aim_at_total(draft: Draft) -> None:
    """Pieces that add up to a total at which the answer changes, or to just beside it."""
    aim = draft.aim
    longest = draft.month.end - draft.month.start
    left = min(max(1, draft.any(aim.totals) + draft.any(BESIDE)), longest)
    taken: list[tuple[int, int]] = []
    pieces = draft.any((1, 1, 2, 3)) if left > 4 * MINUTE else 1
    for n in range(pieces):
        length = left if n == pieces - 1 else max(61 * SECOND, draft.between(0, left // 2) // MINUTE * MINUTE)
        start = draft.somewhere(length)
        for _ in range(8):
            if not any(a - 2 * MINUTE < start + length and start < b + 2 * MINUTE for a, b in taken):
                break
            start = draft.between(draft.month.start // MINUTE, (draft.month.end - length) // MINUTE + 1) * MINUTE
        taken.append((start, start + length))
        left -= length
        piece(draft, start, start + length)


def piece(draft: Draft, start: int, end: int) -> None:
    """The time from start to end counts: written as one incident, or as several that come to the same."""
    aim, rng = draft.aim, draft.rng
    whole = draft.add(start, end, draft.any(aim.counted))
    if start == draft.month.start and draft.chance(0.6):
        whole.start -= draft.any((1, SECOND, 40 * SECOND, 2 * HOUR))
    elif aim.grain > 1 and draft.chance(0.6):
        whole.start += draft.between(0, min(aim.grain, end - start))
    if end == draft.month.end and draft.chance(0.6):
        whole.end += draft.any((1, SECOND, 61 * SECOND, 2 * HOUR))
    shape = rng.random()
    middle = draft.between(whole.start, whole.end)
    if shape < 0.12:  # two that touch
        whole.end = draft.add(middle, whole.end, draft.any(aim.counted)).start
    elif shape < 0.24:  # two that overlap
        draft.add(middle, whole.end, draft.any((*aim.counted, "maintenance")))
        whole.end = draft.between(middle, whole.end)
    elif shape < 0.32:  # one inside another, one the same again
        draft.add(middle, draft.between(middle, whole.end), draft.any(aim.counted))
        draft.add(whole.start, whole.end, draft.any(aim.counted))
    elif shape < 0.44 and end < draft.month.end:  # an announced window, of which only the overrun counts
        whole.cause, more = "maintenance", draft.any((1, SECOND, MINUTE, 2 * HOUR))
        whole.end = min(end + more, draft.month.end)
        draft.window(end, whole.end + draft.any((0, 1, HOUR)), early=True)
    elif shape < 0.56 and end < draft.month.end and aim.service == "cnam":  # a breach, before and after which it counts
        whole.end = min(end + draft.any((1, SECOND, MINUTE, 2 * HOUR)), draft.month.end)
        draft.breaches.append((end, whole.end + draft.any((0, 1, HOUR))))


def aim_at_length(draft: Draft) -> None:
    """Outages of just the length from which one counts, alone or joined from two that touch or nearly touch."""
    for _ in range(draft.any((1, 2, 5))):
        length = max(0, draft.any(draft.aim.lengths) + draft.any(BESIDE))
        start = draft.somewhere(length) + draft.any((0, 0, 1, SECOND, 29_999_999))
        end = start + length
        if draft.chance(0.4):
            middle = draft.between(start, end)
            draft.add(start, middle + draft.any((0, 0, 0, 1, -1)), draft.any(draft.aim.counted))
            start = middle
        draft.add(start, end, draft.any((*draft.aim.counted, "maintenance")))


def aim_at_notice(draft: Draft) -> None:
    """Work in a window that was announced at the last instant, with edges of the two on or beside each other."""
    length = draft.any((5 * MINUTE, 30 * MINUTE, 2 * HOUR, 50 * HOUR))
    start = draft.somewhere(length)
    draft.add(start, start + length, "maintenance")
    for _ in range(draft.any((1, 1, 2))):
        opens = start + draft.any((*BESIDE, -MINUTE, MINUTE, length // 2))
        draft.window(opens, start + length + draft.any((*BESIDE, -MINUTE, MINUTE, -length // 3)))
    if draft.chance(0.3):
        draft.add(start + length // 2, start + length + draft.any(BESIDE), draft.any(draft.aim.counted))


def harmless(draft: Draft) -> None:
    """Something that changes no total: another's failure, another service, no length at all, announced work."""
    kind = draft.rng.random()
    start = draft.edge()
    length = draft.any((1, SECOND, MINUTE, 61 * SECOND, HOUR, 3 * DAY))
    if kind < 0.45:
        draft.add(start, start + length, draft.any(draft.aim.never))
    elif kind < 0.6:
        draft.add(start, start, draft.any((*draft.aim.counted, *draft.aim.never)))
    elif kind < 0.72:
        draft.add(start, start + length, draft.any(draft.aim.counted), "website")
    elif kind < 0.8:
        draft.window(start, start + length, service=draft.any(("website", "")))
    elif length >= MINUTE:
        start -= start % draft.aim.grain
        draft.add(start, start + length, "maintenance")
        draft.window(start - draft.any((0, 1, HOUR)), start + length + draft.any((0, 1, HOUR)), early=True)


def wild(draft: Draft) -> None:
    kind = draft.rng.random()
    start, end = sorted((draft.edge(), draft.edge()))
    if draft.chance(0.5):
        end = start + draft.any((0, 1, 30 * SECOND, 60 * SECOND, 61 * SECOND, 263 * SECOND, HOUR, 8 * HOUR))
    if kind < 0.65:
        draft.add(start, end, draft.cause())
    elif kind < 0.8 or draft.aim.service != "cnam":
        draft.window(start, end)
    else:
        draft.breaches.append((start, end))


def forget_causes(draft: Draft) -> None:
    """Now and then nobody says why: at most twice, as each doubles or trebles the worlds."""
    if draft.incidents and draft.chance(0.08):
        for _ in range(draft.any((1, 1, 2))):
            draft.any(draft.incidents).cause = None


def record_end(draft: Draft) -> None:
    """Up to when the record is kept: closed, in the middle of something, or about the last day to claim."""
    kind = draft.rng.random()
    if kind < 0.5:
        return
    latest = max((i.end for i in draft.incidents), default=draft.month.end)
    if kind < 0.62 and draft.incidents:  # one goes on
        going_on = max(draft.incidents, key=lambda i: i.end)
        draft.as_of, going_on.open = going_on.end, True
    elif kind < 0.7:
        draft.as_of = draft.edge()
    elif draft.incidents and kind < 0.9:
        draft.as_of = last_instant(draft, draft.any(draft.incidents).end) + draft.any(BESIDE)
    else:
        draft.as_of = latest + draft.any((0, 1, DAY, 30 * DAY, 90 * DAY))
    until = draft.as_of
    draft.incidents = [i for i in draft.incidents if i.start <= until]
    draft.breaches = [b for b in draft.breaches if b[0] <= until]
    draft.windows = [w for w in draft.windows if w[1] is None or w[1] <= until]
    for incident in draft.incidents:
        if incident.end > until or (incident.end == until and draft.chance(0.2)):
            incident.end, incident.open = until, True
    for n, (start, end) in enumerate(draft.breaches):
        if end is not None and (end > until or draft.chance(0.2)):
            draft.breaches[n] = (start, None)


def known_by(draft: Draft) -> int:
    """The earliest that the record can end with all that it has so far (a report comes at most a day later)."""
    happened = [i.end + DAY for i in draft.incidents] + [w[1] or 0 for w in draft.windows]
    return max(happened, default=0)


def last_instant(draft: Draft, end: int) -> int:
    """The midnight before which something that ended then has to be claimed."""
    return start_of(day_of(end, draft.aim.zone) + timedelta(days=31), draft.aim.zone)


At = Callable[[int], str]


def written(draft: Draft, policy: str) -> dict[str, Any]:
    """The timeline as JSON has it; the order of records says nothing."""
    draft.rng.shuffle(draft.incidents)
    names = [f"INC-{n}" for n in range(1, len(draft.incidents) + 1)]
    zone = draft.any(OFFSETS)

    def at(instant: int) -> str:
        text = (EPOCH + timedelta(microseconds=instant)).astimezone(zone if instant % 3 else UTC).isoformat()
        return text.replace("+00:00", "Z")

    out: dict[str, Any] = {"format": "sla-timeline/1", "account": f"account-{draft.between(0, 100)}"}
    if draft.as_of is not None:
        out["as_of"] = at(draft.as_of)
    out["incidents"] = [
        {"id": name, "service": i.service, "start": at(i.start), "end": None if i.open else at(i.end)}
        | ({} if i.cause is None else {"cause": i.cause})
        for name, i in zip(names, draft.incidents, strict=True)
    ]
    if draft.windows or draft.chance(0.5):
        out["maintenance"] = [
            {"id": f"MW-{n}", "service": service, "start": at(start), "end": at(end)}
            | ({} if announced is None else {"announced": None if announced == NEVER else at(announced)})
            for n, (service, announced, start, end) in enumerate(draft.windows, 1)
        ]
    if policy == "ecerium":
        reports(draft, names, out, at)
        tickets(draft, out, at)
    else:
        claims(draft, names, out, at)
        if draft.breaches or draft.chance(0.4):
            out["breaches"] = [
                {"start": at(start), "end": None if end is None else at(end), "what": "unpaid invoice"}
                for start, end in draft.breaches
            ]
    money(draft, out)
    return out


def reports(draft: Draft, names: list[str], out: dict[str, Any], at: At) -> None:
    kind = draft.rng.random()
    if kind < 0.07:
        return  # nobody says
    out["reports"] = []
    if kind < 0.15:
        return  # nobody reported
    share = draft.any((1.0, 1.0, 0.5, 0.2))
    for name, incident in zip(names, draft.incidents, strict=True):
        told = draft.any((incident.start, incident.end, incident.end + DAY, incident.start + SECOND))
        if draft.chance(share) and (draft.as_of is None or told <= draft.as_of):
            out["reports"].append({"incident": name, "at": at(told)})


def claims(draft: Draft, names: list[str], out: dict[str, Any], at: At) -> None:
    kind = draft.rng.random()
    if kind < 0.07:
        return  # nobody says
    out["claims"] = []
    if kind < 0.25 or not names:
        return  # nobody claimed
    for n in range(draft.any((1, 1, 1, 2, 4))):
        which = int(draft.rng.random() * len(names))
        incident = draft.incidents[which]
        middle = draft.between(incident.start, incident.end + 1)
        late = last_instant(draft, incident.end)
        asked = draft.any((incident.end, incident.end, middle, incident.end + 9 * DAY, late, late - 1, late + DAY))
        asked = late + draft.any(BESIDE) if draft.chance(0.25) else asked
        named = [names[which], *({draft.any(names)} - {names[which]} if draft.chance(0.2) else ())]
        if draft.as_of is None or asked <= draft.as_of:
            out["claims"].append({"id": f"C-{n + 1}", "at": at(asked), "incidents": named})


def money(draft: Draft, out: dict[str, Any]) -> None:
    """The charge of the month, or none; in euro, or in another currency with or without a rate."""
    currency = draft.any(("EUR", "EUR", "EUR", "USD", "USD", "GBP", "CHF"))
    other = "2025-11" if draft.chance(0.5) else "2028-03"
    out["charges"] = [
        {"period": period, "what": draft.aim.charge, "amount": draft.any(AMOUNTS), "currency": currency}
        for period, share in ((draft.month.name, 0.94), (other, 0.2))
        if draft.chance(share)
    ]
    if not out["charges"] and draft.chance(0.5):
        del out["charges"]
    if draft.chance(0.6 if currency == "EUR" else 0.85):
        to = (currency if draft.chance(0.93) else "JPY") if currency != "EUR" else "USD"
        out["rates"] = [{"from": "EUR", "to": to, "rate": draft.any(RATES)}]


def tickets(draft: Draft, out: dict[str, Any], at: At) -> None:
    if draft.chance(0.7):
        return
    out["tickets"] = []
    for n in range(draft.any((1, 1, 2))):
        hour = draft.any((9, 9, 17, 17, 13, 15, 16, 8, 23, 0)) * HOUR + draft.any((*BESIDE, 30 * MINUTE))
        first = draft.month.end - 4 * DAY if draft.chance(0.3) else draft.month.start
        day = day_of(draft.between(first, draft.month.end), draft.aim.zone)
        opened = max(draft.month.start, start_of(day, draft.aim.zone) + hour)
        urgent = draft.chance(0.6)
        events: dict[str, int | None] = {}
        for step, hours in (("acted", 2 if urgent else 8), ("responded", 4 if urgent else 8)):
            due = deadline(opened, hours, draft.aim.zone, "BE", 9, 17)
            events[step] = max(opened, due + draft.any((*BESIDE, -HOUR, HOUR))) if draft.chance(0.8) else None
            if draft.as_of is None and n == 0 and due - SECOND > known_by(draft) and draft.chance(0.5):
                draft.as_of = due + draft.any(BESIDE)
                out["as_of"] = at(draft.as_of)
        if draft.as_of is not None and opened > draft.as_of:
            continue
        texts = {s: None if e is None or e > (draft.as_of or e) else at(e) for s, e in events.items()}
        if draft.chance(0.1):  # nobody says whether
            del texts[draft.any(("acted", "responded"))]
        priority = "urgent" if urgent else "non_urgent"
        out["tickets"].append({"id": f"T-{n + 1}", "priority": priority, "opened": at(opened), **texts})
