"""The nodes of a policy as it is written: one class for each sentence form and each form of value.

A node holds its parts and its `span` (the words it was read from), which is no part of equality: two
policies that say the same are equal however they are laid out.  Nodes carry no meaning; the passes give
it (`match` over the closed unions at the end of each section).
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Literal

import attrs

from sla_dsl.findings.finding import Span

NOWHERE = Span(0, 0)


def _span() -> Span:
    span: Span = attrs.field(default=NOWHERE, kw_only=True)
    return span


class Node:
    """What all nodes have in common: they are equal if their parts are, wherever they stand.

    Written once here and not made anew for each of sixty classes: making it took longer than reading a policy.
    """

    __slots__ = ()

    def _parts(self) -> tuple[object, ...]:
        names = (field.name for field in attrs.fields(type(self)))  # type: ignore[arg-type]
        return tuple(getattr(self, name) for name in names if name != "span")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return isinstance(other, Node) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash((type(self), self._parts()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(repr, self._parts()))})"


# ---------------------------------------------------------------- names and places


@attrs.frozen(eq=False, repr=False, slots=False)
class Name(Node):
    """A Capitalised Name, its words joined by single blanks."""

    text: str
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Place(Node):
    """The place in the agreement that a clause comes from: `§ 4.2 "Title" item 2`."""

    number: str
    title: str
    parts: tuple[tuple[str, str], ...]
    span: Span = _span()


# ---------------------------------------------------------------- values

UnitWord = Literal["s", "min", "hour", "hours", "day", "days"]
Grain = Literal["second", "minute", "hour", "day", "cent"]


@attrs.frozen(eq=False, repr=False, slots=False)
class Percent(Node):
    """`99.9 %`: `amount` is 999/10."""

    amount: Fraction
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Number(Node):
    amount: Fraction
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Amount(Node):
    """`125 EUR`: an amount of money; whether the code is a currency is for the checker."""

    amount: Fraction
    currency: Name
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Elapsed(Node):
    """`4 min 22 s`, `30.4375 days`: pairs of number and unit, as written."""

    parts: tuple[tuple[Fraction, UnitWord], ...]
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Business(Node):
    """`2 Business hours`: an amount of a calendar's time."""

    amount: Fraction
    calendar: Name
    unit: UnitWord
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Sum(Node):
    """`A plus B minus C`: terms with their signs; the first has sign 1."""

    terms: tuple[Value, ...]
    signs: tuple[Literal[1, -1], ...]
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Product(Node):
    """`A times B divided by C`: factors with their powers; the first has power 1."""

    factors: tuple[Value, ...]
    powers: tuple[Literal[1, -1], ...]
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class ValueName(Node):
    name: Name
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class ShareOf(Node):
    """`20 % of Usage Fees`."""

    percent: Fraction
    base: Value
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class PeriodLength(Node):
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class LongestOutage(Node):
    measure: Name
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class OutageCount(Node):
    measure: Name
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class PartBeyond(Node):
    """`the part of A beyond B`: A minus B, and nothing where A is the smaller."""

    value: Value
    threshold: Value
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class GreaterOf(Node):
    left: Value
    right: Value
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class LesserOf(Node):
    left: Value
    right: Value
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class AtLeast(Node):
    """`A but at least B`."""

    value: Value
    floor: Value
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class AtMost(Node):
    """`A but at most B`."""

    value: Value
    ceiling: Value
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class PerUnit(Node):
    """`5 % for each full 30 min of Downtime`; `units` is None where the file does not say which units."""

    price: Literal_
    units: Literal["full", "started"] | None
    size: Value
    of: Value
    span: Span = _span()


Literal_ = Percent | Number | Amount | Elapsed | Business
Value = (
    Literal_
    | Sum
    | Product
    | ValueName
    | ShareOf
    | PeriodLength
    | LongestOutage
    | OutageCount
    | PartBeyond
    | GreaterOf
    | LesserOf
    | AtLeast
    | AtMost
    | PerUnit
)

# ---------------------------------------------------------------- conditions

Comparison = Literal["less than", "at most", "at least", "more than", "exactly"]


@attrs.frozen(eq=False, repr=False, slots=False)
class Bound(Node):
    comparison: Comparison
    value: Value
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Compare(Node):
    """`A is at least B [but less than C]`."""

    value: Value
    bounds: tuple[Bound, ...]
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Holds(Node):
    name: Name
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Not(Node):
    condition: Condition
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Both(Node):
    """All of the parts, however many."""

    parts: tuple[Condition, ...]
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Either(Node):
    """Any of the parts, however many."""

    parts: tuple[Condition, ...]
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Reported(Node):
    """The customer reported an incident that counts as `measure`."""

    measure: Name
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class GuaranteeIs(Node):
    guarantee: Name
    kept: Literal["met", "missed"]
    span: Span = _span()


Condition = Compare | Holds | Not | Both | Either | Reported | GuaranteeIs

# ---------------------------------------------------------------- sets of time and calendars


@attrs.frozen(eq=False, repr=False, slots=False)
class Down(Node):
    """`the time in which any of A and B are down because of C or D`; no causes: whatever the cause."""

    services: tuple[Name, ...]
    causes: tuple[Name, ...]
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class InBreach(Node):
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Announced(Node):
    """`the maintenance announced …`: with a bound on the notice, before it starts, or (`or not`) all of it."""

    notice: Bound | Literal["before", "or not"]
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class WholePeriod(Node):
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class TimeName(Node):
    name: Name
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Within(Node):
    time: Time
    limit: Time
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Outside(Node):
    time: Time
    limit: Time
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Together(Node):
    left: Time
    right: Time
    span: Span = _span()


Time = Down | InBreach | Announced | WholePeriod | TimeName | Within | Outside | Together

Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@attrs.frozen(eq=False, repr=False, slots=False)
class HolidayRule(Node):
    """One `except …` of a calendar: a country's holidays, dates, or (`included`) none."""

    country: Name | None = None
    dates: tuple[dt.date, ...] = ()
    included: bool = False
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class CalendarHours(Node):
    """`Monday to Friday from 09:00 to 17:00 [in ZONE] …`; no opening and closing: all day."""

    first_day: Weekday
    last_day: Weekday
    opening: dt.time | None
    closing: dt.time | None
    zone: str
    holidays: tuple[HolidayRule, ...]
    span: Span = _span()


# ---------------------------------------------------------------- sentences

PeriodKind = Literal["month", "quarter", "year"]
DeclaredKind = Literal["service", "cause", "charge", "priority", "step", "pause"]


@attrs.frozen(eq=False, repr=False, slots=False)
class TimeZone(Node):
    zone: str
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class PeriodOfAccount(Node):
    kind: PeriodKind
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Declaration(Node):
    """`N is a cause: "gloss"`; `recorded_as` only for a step on tickets or a pause of them."""

    kind: DeclaredKind
    name: Name
    gloss: str
    recorded_as: Name | None = None
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class DefineTime(Node):
    name: Name
    time: Time
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class DefineValue(Node):
    """`N means V`; a `V` that is one name alone may turn out to be a set of time."""

    name: Name
    value: Value
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class DefineTruth(Node):
    name: Name
    condition: Condition
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class DefineCalendar(Node):
    name: Name
    calendar: CalendarHours
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Limit(Node):
    """`within T` (`inside` true) or `outside T`."""

    inside: bool
    time: Time
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class NotCounted(Node):
    """`an incident [because of C] [within T] does not count as M or N`; no causes: any cause."""

    causes: tuple[Name, ...]
    limit: Limit | None
    measures: tuple[Name, ...]
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class TimeNotCounted(Node):
    limit: Limit
    measures: tuple[Name, ...]
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Clock(Node):
    """`each incident of M runs from the start of its minute until the end of its minute`."""

    measure: Name
    start: Grain | None
    end: Grain | None
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Join(Node):
    """How incidents make outages: touching ones, those a bound apart, or never.

    `gap` (for `near` only) says whether the time between counts; None where the file does not say.
    """

    measure: Name
    how: Literal["touching", "near", "never"]
    apart: Bound | None = None
    gap: Literal["with", "without"] | None = None
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class LongEnough(Node):
    """`an outage counts as M only if it lasts …`; `extent` is None where the file does not say."""

    measure: Name
    bound: Bound
    extent: Literal["in full", "for the excess"] | None
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Rounding(Node):
    """`grain` is a word or a literal; `halves` is None for `nearest` where the file does not say."""

    mode: Literal["nearest", "down", "up"]
    grain: Grain | Literal_
    halves: Literal["up", "down", "to even"] | None
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class RoundTotal(Node):
    measure: Name
    rounding: Rounding
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class RoundOutages(Node):
    measure: Name
    rounding: Rounding
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class RoundName(Node):
    """`N is rounded …`: a credit or a value."""

    name: Name
    rounding: Rounding
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Limited(Node):
    """`N is limited to V [, converted at the given rate]`."""

    name: Name
    value: Value
    converted: bool
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Guarantee(Node):
    """`the provider guarantees [as N] that C`; without a name it takes that of the measure compared."""

    name: Name | None
    condition: Condition
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Row(Node):
    bounds: tuple[Bound, ...]
    gives: Value
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Table(Node):
    """`by the one row / the last row that applies to V: …`."""

    pick: Literal["one", "last"]
    value: Value
    rows: tuple[Row, ...]
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Credit(Node):
    """`N is a credit on V, of V` or `, by the … row that applies to V: …`."""

    name: Name
    base: Value
    rate: Value | Table
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class DueOnlyIf(Node):
    name: Name
    condition: Condition
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Anchor(Node):
    """What a claim's days run from; `measure` only for an outage."""

    event: Literal["outage end", "outage start", "period end"]
    measure: Name | None = None
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Claim(Node):
    """`N must be claimed within D after A`; `opens` is None where the file does not say."""

    name: Name
    within: Elapsed | Business
    anchor: Anchor
    naming: str
    opens: Literal["period", "named"] | None
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Minimum(Node):
    """`N is paid only if it is at least V`."""

    name: Name
    bound: Bound
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Payment(Node):
    """`N is paid [only] as A or B …`; `chooser` says who chooses among several, "" where nothing is said."""

    name: Name
    forms: tuple[Name, ...]
    only: bool
    chooser: Literal["", "customer", "provider", "not given"]
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Target(Node):
    """`N is due on a P ticket within D after it is opened` (`after` None) or after another step, `not counting Q`."""

    step: Name
    priority: Name
    within: Elapsed | Business
    after: Name | None
    pauses: tuple[Name, ...] = ()
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class NothingComputed(Node):
    because: str
    span: Span = _span()


# ---------------------------------------------------------------- examples


@attrs.frozen(eq=False, repr=False, slots=False)
class LocalInstant(Node):
    """A wall-clock time; in the policy's zone unless `zone` names another."""

    moment: dt.datetime
    zone: str = ""
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class GivenIncident(Node):
    service: Name | None
    causes: tuple[Name, ...]
    start: LocalInstant
    end: LocalInstant | None
    reported: tuple[LocalInstant, ...]
    claimed: tuple[LocalInstant, ...]
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class GivenMaintenance(Node):
    service: Name | None
    start: LocalInstant
    end: LocalInstant | None
    announced: LocalInstant | None
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class GivenBreach(Node):
    start: LocalInstant
    end: LocalInstant | None
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class GivenCharge(Node):
    charge: Name
    amount: Literal_
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class GivenRate(Node):
    """`1 EUR being 1.0837 USD`."""

    left: Literal_
    right: Literal_
    span: Span = _span()


GivenPause = tuple[Name, LocalInstant, LocalInstant | None]
"""`with N from … to …` of a ticket; no end: it goes on."""


@attrs.frozen(eq=False, repr=False, slots=False)
class GivenTicket(Node):
    priority: Name
    opened: LocalInstant
    steps: tuple[tuple[Name, LocalInstant], ...]
    pauses: tuple[GivenPause, ...] = ()
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class GivenNoList(Node):
    kind: Literal["reports", "claims", "breaches", "maintenance", "tickets", "pauses"]
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class GivenAsOf(Node):
    instant: LocalInstant
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class GivenNothing(Node):
    span: Span = _span()


Given = (
    GivenIncident
    | GivenMaintenance
    | GivenBreach
    | GivenCharge
    | GivenRate
    | GivenTicket
    | GivenNoList
    | GivenAsOf
    | GivenNothing
)

Verdict = Literal["met", "missed", "unknown", "pending", "due", "none", "not eligible", "claimable"]


@attrs.frozen(eq=False, repr=False, slots=False)
class ExpectValue(Node):
    name: Name
    value: Value
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class ExpectVerdict(Node):
    name: Name
    verdict: Verdict
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class ExpectDueAt(Node):
    name: Name
    instant: LocalInstant
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class ExpectClaimable(Node):
    name: Name
    until: dt.date
    span: Span = _span()


Expect = ExpectValue | ExpectVerdict | ExpectDueAt | ExpectClaimable


@attrs.frozen(eq=False, repr=False, slots=False)
class Example(Node):
    title: str
    period: str
    given: tuple[Given, ...]
    expect: tuple[Expect, ...]
    span: Span = _span()


# ---------------------------------------------------------------- the whole file

Body = (
    TimeZone
    | PeriodOfAccount
    | Declaration
    | DefineTime
    | DefineValue
    | DefineTruth
    | DefineCalendar
    | NotCounted
    | TimeNotCounted
    | Clock
    | Join
    | LongEnough
    | RoundTotal
    | RoundOutages
    | RoundName
    | Limited
    | Guarantee
    | Credit
    | DueOnlyIf
    | Claim
    | Minimum
    | Payment
    | Target
    | NothingComputed
    | Example
)


@attrs.frozen(eq=False, repr=False, slots=False)
class Accepting(Node):
    """`accepting "CODE", because "…"`: a finding about the sentence that is meant to be so."""

    code: str
    because: str
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class Sentence(Node):
    """One sentence: where it comes from, what it says, what it assumes and accepts, and whether it is set aside.

    `place` is None for a sentence before the first clause; `assuming` and `set_aside` are the texts
    given with those words, empty where they are not used.
    """

    body: Body
    place: Place | None = None
    assuming: str = ""
    set_aside: str = ""
    accepting: tuple[Accepting, ...] = ()
    span: Span = _span()


@attrs.frozen(eq=False, repr=False, slots=False)
class PolicyFile(Node):
    """A whole file: its head, its sentences in order (each with its place), and its places in order."""

    title: str
    in_force: dt.date | None
    language: int
    sentences: tuple[Sentence, ...]
    places: tuple[Place, ...]
    span: Span = _span()
