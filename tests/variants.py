"""Variants of the two agreements: the same facts under other rules, as a policy's text and as the oracle's description.

Which rule is chosen is drawn by a seed.  Both forms are written from one description, sentence by sentence, so
that the evaluator and the oracle are asked the same thing in two languages.
"""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar

from sla_dsl import Policy, read_policy
from tests.oracle.agreements import BY_NAME
from tests.oracle.clock import HOUR, MINUTE, SECOND
from tests.oracle.rules import Row, Rules

T = TypeVar("T")

CLAUSES = {"window": "§ 2", "breach": "§ 3", "never": "§ 4", "short": "§ 5"}
GRAINS = {1: "", SECOND: "second", MINUTE: "minute", HOUR: "hour"}
ZONES = ("UTC", "Europe/Brussels", "America/St_Johns", "Asia/Kathmandu")


@cache
def variant(base: str, seed: int) -> tuple[Rules, Policy]:
    """The rules of a variant, and its policy."""
    rules = drawn(BY_NAME[base], random.Random(f"{base} {seed}"))
    return rules, read_policy(written(rules)).require()


def drawn(base: Rules, rng: random.Random) -> Rules:
    """Other rules for the services, causes and charges of the base."""

    def one_of(*choices: T) -> T:
        return rng.choice(choices)

    never = [cause for cause, treatment in base.causes.items() if treatment == "never counts"]
    zone = one_of(*ZONES)
    changes: dict[str, Any] = {
        "clauses": dict.fromkeys(never, CLAUSES["never"]) | CLAUSES,
        "zone": zone,
        "office": (zone, *base.office[1:]),
        "notice_days": one_of(1, 3, 7),
        "snap": one_of(1, SECOND, MINUTE) if zone != "UTC" else one_of(1, MINUTE, HOUR),
        "unit": one_of(1, SECOND, MINUTE),
        "half_up": one_of(True, False),
        "month_length": one_of(30 * 24 * 60, 43_830) * MINUTE,
        "never_below_zero": one_of(True, False),
        "join": one_of(True, False),
        "longer_than": one_of(-1, 0, 30 * SECOND, 60 * SECOND, 5 * MINUTE),
        "cap": one_of(None, (125, "EUR"), (3, "EUR")),
        "cap_share": one_of(None, Fraction(1, 10), Fraction(1, 20)),
        "only_below": one_of(None, Fraction(9999, 10000), Fraction(98, 100)),
    }
    return dataclasses.replace(base, **changes, **promise(one_of(1, 2)), **asked(one_of(1, 2, 3)), **table(rng))


def promise(kind: int) -> dict[str, Any]:
    if kind == 1:
        return {"uptime_at_least": Fraction(999, 1000), "downtime_at_most": None}
    return {"uptime_at_least": None, "downtime_at_most": 263 * SECOND}


def asked(kind: int) -> dict[str, Any]:
    """Whether the customer has to report, to claim, or to do nothing."""
    return {"report": kind == 1, "claim_days": 30 if kind == 2 else None}


def table(rng: random.Random) -> dict[str, Any]:
    if rng.random() < 0.5:
        edges = sorted(rng.sample((100, 99, 98, 97, 96, 95), 3), reverse=True)
        rows = tuple(Row(gives, below=Fraction(edge, 100)) for edge, gives in zip(edges, (5, 10, 50), strict=True))
        return {"table": rows, "table_of": "uptime", "table_row": "last"}
    low, high = sorted(rng.sample((60, 262, 263, 1200, 25_920), 2))
    rows = (Row(0, at_most=low), Row(10, above=low, at_most=high), Row(20, above=high))
    return {"table": rows, "table_of": "downtime", "table_row": "one"}


# ---------------------------------------------------------------- the same rules as a policy


def words(name: str) -> str:
    return name.replace("_", " ").title()


def listed(names: list[str]) -> str:
    return " or ".join([", ".join(map(words, names[:-1])), words(names[-1])] if len(names) > 1 else map(words, names))


def written(rules: Rules) -> str:
    return "\n".join([*head(rules), *counting(rules), *measuring(rules), *paying(rules), *supporting(rules)])


def head(rules: Rules) -> Iterator[str]:
    yield f'Agreement "Variant". The time zone is {rules.zone}. The period is each calendar month.'
    yield f'{words(rules.service)} is a service: "it". {words(rules.charge)} is a charge: "the fee".'
    for cause in rules.causes:
        yield f'{words(cause)} is a cause: "one of them".'


def counting(rules: Rules) -> Iterator[str]:
    counted = [cause for cause, treatment in rules.causes.items() if treatment != "never counts"]
    never = [cause for cause, treatment in rules.causes.items() if treatment == "never counts"]
    yield f"§ 1 Downtime means the time in which {words(rules.service)} is down because of {listed(counted)}."
    days = f"{rules.notice_days} {'day' if rules.notice_days == 1 else 'days'}"
    yield f"§ 2 Announced Work means the maintenance announced at least {days} before it starts."
    yield "An incident because of Maintenance within Announced Work does not count as Downtime."
    if rules.breaches:
        yield "§ 3 Breach means the time in which the customer is in breach."
        yield "Time within Breach does not count as Downtime."
    yield f"§ 4 An incident because of {listed(never)} does not count as Downtime."
    if rules.join:
        yield "§ 5 Incidents of Downtime that overlap or touch are one outage."
    else:
        yield "§ 5 Each incident of Downtime is an outage of its own."
    if rules.longer_than >= 0:
        yield f"An outage counts as Downtime only if it lasts more than {seconds(rules.longer_than)}, and then in full."
    if rules.snap > 1:
        yield f"Each incident of Downtime runs from the start of its {GRAINS[rules.snap]}."


def seconds(microseconds: int) -> str:
    return f"{microseconds // SECOND} s"


def measuring(rules: Rules) -> Iterator[str]:
    if rules.unit > 1:
        grain = GRAINS[rules.unit]
        way = f"to the nearest {grain}, halves up" if rules.half_up else f"down to the {grain}"
        yield f"§ 6 The total of Downtime is rounded {way}."
    floor = " but at least 0 %" if rules.never_below_zero else ""
    yield f"§ 7 Uptime means 100 % minus Downtime divided by {rules.month_length // MINUTE} min{floor}."
    if rules.uptime_at_least is not None:
        yield f"The provider guarantees as {words(rules.guarantee)} that Uptime is at least 99.9 %."
    else:
        yield f"The provider guarantees as {words(rules.guarantee)} that Downtime is at most 263 s."


def paying(rules: Rules) -> Iterator[str]:
    name, base = words(rules.credit), words(rules.charge)
    pick = "last" if rules.table_row == "last" else "one"
    rows = ", ".join(row_text(row, rules.table_of) for row in rules.table)
    yield f"§ 8 {name} is a credit on {base}, by the {pick} row that applies to {words(rules.table_of)}: {rows}."
    yield f"{name} is rounded to the nearest cent, halves up."
    if rules.cap is not None:
        yield f"{name} is limited to {rules.cap[0]} {rules.cap[1]}, converted at the given rate."
    if rules.cap_share is not None:
        yield f"{name} is limited to {rules.cap_share * 100} % of {base}."
    if rules.only_below is not None:
        yield f"{name} is due only if Uptime is less than {percent(rules.only_below)} %."
    if rules.report:
        yield f"{name} is due only if the customer reported an incident that counts as Downtime."
    if rules.claim_days is not None:
        yield f"{name} must be claimed within {rules.claim_days} days after the end of an outage of Downtime,"
        yield "and one claim opens the period."


def row_text(row: Row, of: str) -> str:
    edges = {"less than": row.below, "at most": row.at_most, "more than": row.above, "at least": row.at_least}
    bounds = [f"{word} {edge(of, bound)}" for word, bound in reversed(edges.items()) if bound is not None]
    return f"{' but '.join(bounds)} gives {row.gives} %"


def edge(of: str, bound: Fraction | int) -> str:
    return f"{percent(Fraction(bound))} %" if of == "uptime" else f"{bound} s"


def percent(share: Fraction) -> str:
    hundredths = share * 10_000
    assert hundredths.denominator == 1
    return f"{hundredths.numerator // 100}.{hundredths.numerator % 100:02d}"


def supporting(rules: Rules) -> Iterator[str]:
    if not rules.targets:
        return
    yield "§ 9 Business means Monday to Friday from 09:00 to 17:00 except holidays of Belgium."
    for step, (field, _) in next(iter(rules.targets.values())).items():
        yield f'{words(step)} is a step on tickets recorded as {words(field)}: "a step".'
    for priority, targets in rules.targets.items():
        yield f'{words(priority)} is a priority: "one of them".'
        for step, (_, hours) in targets.items():
            after = f"within {hours} Business hours after it is opened"
            yield f"{words(step)} is due on a {words(priority)} ticket {after}."
