"""Policies of every form, made at random: the nodes themselves, for the laws of writing and reading.

Only what can be written is made: an operand of `within` that is no chain, an amount that has an end, names that
begin with no word of sentences.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from sla_dsl.language import nodes as n

_WORDS = ("Downtime", "Uptime", "Monthly", "Fee", "Rebate", "Non-Urgent", "Service", "Level2", "X", "Third", "Party")
names = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(lambda words: n.Name(" ".join(words)))
row_of_names = st.lists(names, min_size=1, max_size=12).map(tuple)
_LETTERS = "abcdeXYZ äöüßéŁЖ中😀.,;:!?'()%&#/*+-–—<>=[]{}0123456789"
texts = st.text(st.sampled_from(_LETTERS), min_size=1, max_size=30).map(lambda text: " ".join(text.split()) or "x")
amounts = st.builds(lambda whole, places: Fraction(whole, 10**places), st.integers(0, 10**9), st.integers(0, 4))
units: SearchStrategy[n.UnitWord] = st.sampled_from(["s", "min", "hour", "hours", "day", "days"])
grains = st.sampled_from(["second", "minute", "hour", "day"])
zones = st.sampled_from(["UTC", "Europe/Brussels", "America/Argentina/Buenos_Aires"])
dates = st.dates(dt.date(1970, 1, 1), dt.date(2200, 12, 31))
clocks = st.times().map(lambda time: time.replace(fold=0))

# ---------------------------------------------------------------- values

elapsed = st.lists(st.tuples(amounts, units), min_size=1, max_size=3).map(lambda parts: n.Elapsed(tuple(parts)))
business = st.builds(n.Business, amounts, names, units)
spans = elapsed | business
literals = (
    st.builds(n.Percent, amounts)
    | st.builds(n.Number, amounts)
    | st.builds(n.Amount, amounts, st.sampled_from(["EUR", "USD", "JPY", "Tokens"]).map(n.Name))
    | spans
)
_simple = (
    literals
    | st.builds(n.ValueName, names)
    | st.builds(n.PeriodLength)
    | st.builds(n.LongestOutage, names)
    | st.builds(n.OutageCount, names)
)
_SIGNS = st.sampled_from([1, -1])


def _sum(terms: list[n.Value], data: list[int]) -> n.Sum:
    return n.Sum(tuple(terms), (1, *data[: len(terms) - 1]))  # type: ignore[arg-type]


def _product(factors: list[n.Value], data: list[int]) -> n.Product:
    return n.Product(tuple(factors), (1, *data[: len(factors) - 1]))  # type: ignore[arg-type]


def _longer(inner: SearchStrategy[n.Value]) -> SearchStrategy[n.Value]:
    chains = st.lists(inner, min_size=2, max_size=4)
    signs = st.lists(_SIGNS, min_size=3, max_size=3)
    return (
        st.builds(_sum, chains, signs)
        | st.builds(_product, chains, signs)
        | st.builds(n.ShareOf, amounts, inner)
        | st.builds(n.PartBeyond, inner, inner)
        | st.builds(n.GreaterOf, inner, inner)
        | st.builds(n.LesserOf, inner, inner)
        | st.builds(n.AtLeast, inner, inner)
        | st.builds(n.AtMost, inner, inner)
        | st.builds(
            n.PerUnit,
            literals,
            st.sampled_from(["full", "started", None]),
            literals | st.builds(n.ValueName, names),
            inner,
        )
    )


values: SearchStrategy[n.Value] = st.recursive(_simple, _longer, max_leaves=8)

# ---------------------------------------------------------------- bounds and conditions

_COMPARISONS = st.sampled_from(["less than", "at most", "at least", "more than", "exactly"])
bounds = st.builds(n.Bound, _COMPARISONS, values)
pairs_of_bounds = st.lists(bounds, min_size=1, max_size=2).map(tuple)
_conditions = (
    st.builds(n.Compare, values, pairs_of_bounds)
    | st.builds(n.Holds, names)
    | st.builds(n.Reported, names)
    | st.builds(n.GuaranteeIs, names, st.sampled_from(["met", "missed"]))
)
conditions: SearchStrategy[n.Condition] = st.recursive(
    _conditions,
    lambda inner: (
        st.builds(n.Not, inner)
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: n.Both(tuple(parts)))
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: n.Either(tuple(parts)))
    ),
    max_leaves=6,
)

# ---------------------------------------------------------------- sets of time and calendars

_time_atoms = (
    st.builds(n.Down, row_of_names, st.just(()) | row_of_names)
    | st.builds(n.InBreach)
    | st.builds(n.Announced, bounds | st.sampled_from(["before", "or not"]))
    | st.builds(n.WholePeriod)
    | st.builds(n.TimeName, names)
)
times: SearchStrategy[n.Time] = st.recursive(
    _time_atoms,
    lambda inner: (
        st.builds(n.Within, inner, _time_atoms)
        | st.builds(n.Outside, inner, _time_atoms)
        | st.builds(n.Together, inner, _time_atoms)
    ),
    max_leaves=4,
)
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
holiday_rules = (
    st.builds(n.HolidayRule, country=names)
    | st.builds(n.HolidayRule, dates=st.lists(dates, min_size=1, max_size=20).map(tuple))
    | st.just(n.HolidayRule(included=True))
)
calendars = st.builds(
    lambda days, hours, zone, rules: n.CalendarHours(days[0], days[1], hours[0], hours[1], zone, tuple(rules)),
    st.just(("Monday", "Sunday")) | st.tuples(st.sampled_from(_DAYS), st.sampled_from(_DAYS)),
    st.just((None, None)) | st.tuples(clocks, clocks),
    st.just("") | zones,
    st.lists(holiday_rules, max_size=3),
)

# ---------------------------------------------------------------- rules

_KINDS = st.sampled_from(["service", "cause", "charge", "priority"])
limits = st.builds(n.Limit, st.booleans(), _time_atoms)
roundings = st.builds(
    n.Rounding,
    st.just("nearest"),
    grains | st.just("cent") | literals,
    st.sampled_from(["up", "down", "to even", None]),
) | st.builds(n.Rounding, st.sampled_from(["up", "down"]), grains | st.just("cent") | literals, st.none())
joins = st.builds(n.Join, names, st.sampled_from(["touching", "never"])) | st.builds(
    n.Join, names, st.just("near"), bounds, st.sampled_from(["with", "without", None])
)
tables = st.builds(
    n.Table,
    st.sampled_from(["one", "last"]),
    values,
    st.lists(st.builds(n.Row, pairs_of_bounds, values), min_size=1, max_size=4).map(tuple),
)
anchors = st.builds(n.Anchor, st.sampled_from(["outage end", "outage start"]), names) | st.just(n.Anchor("period end"))
FORMS: tuple[SearchStrategy[n.Body], ...] = (
    st.builds(n.TimeZone, zones),
    st.builds(n.PeriodOfAccount, st.sampled_from(["month", "quarter", "year"])),
    st.builds(n.Declaration, _KINDS, names, texts),
    st.builds(n.Declaration, st.sampled_from(["step", "pause"]), names, texts, names),
    st.builds(n.DefineTime, names, times),
    st.builds(n.DefineValue, names, values),
    st.builds(n.DefineTruth, names, conditions),
    st.builds(n.DefineCalendar, names, calendars),
    st.builds(n.NotCounted, st.just(()) | row_of_names, st.none() | limits, row_of_names),
    st.builds(n.TimeNotCounted, limits, row_of_names),
    st.builds(n.Clock, names, grains, st.none() | grains),
    st.builds(n.Clock, names, st.none(), grains),
    joins,
    st.builds(n.LongEnough, names, bounds, st.sampled_from(["in full", "for the excess", None])),
    st.builds(n.RoundTotal, names, roundings),
    st.builds(n.RoundOutages, names, roundings),
    st.builds(n.RoundName, names, roundings),
    st.builds(n.Limited, names, values, st.booleans()),
    st.builds(n.Guarantee, st.none() | names, conditions),
    st.builds(n.Credit, names, values, values | tables),
    st.builds(n.DueOnlyIf, names, conditions),
    st.builds(n.Claim, names, spans, anchors, st.just("") | texts, st.sampled_from(["period", "named", None])),
    st.builds(n.Minimum, names, bounds),
    st.builds(
        n.Payment, names, row_of_names, st.booleans(), st.sampled_from(["", "customer", "provider", "not given"])
    ),
    st.builds(n.Target, names, names, spans, st.none() | names, st.just(()) | row_of_names),
    st.builds(n.NothingComputed, texts),
)
"""A strategy for each form of a rule."""
rules: SearchStrategy[n.Body] = st.one_of(*FORMS)

# ---------------------------------------------------------------- examples

instants = st.builds(
    lambda date, time, zone: n.LocalInstant(dt.datetime.combine(date, time), zone), dates, clocks, st.just("") | zones
)
_LISTS = st.sampled_from(["reports", "claims", "breaches", "maintenance", "tickets", "pauses"])
_ends = st.none() | instants
_on_one_day = st.tuples(instants, clocks).map(
    lambda pair: (pair[0], n.LocalInstant(dt.datetime.combine(pair[0].moment, pair[1]), pair[0].zone))
)
_lastings = st.tuples(instants, _ends) | _on_one_day
_several = st.lists(instants, max_size=2).map(tuple)
given_items = (
    st.builds(
        lambda service, causes, lasting, *tails: n.GivenIncident(service, causes, lasting[0], lasting[1], *tails),
        *(st.none() | names, st.just(()) | row_of_names, _lastings, _several, _several),
    )
    | st.builds(
        lambda service, lasting, announced: n.GivenMaintenance(service, lasting[0], lasting[1], announced),
        *(st.none() | names, _lastings, _ends),
    )
    | _lastings.map(lambda lasting: n.GivenBreach(lasting[0], lasting[1]))
    | st.builds(n.GivenCharge, names, literals)
    | st.builds(n.GivenRate, literals, literals)
    | st.builds(
        n.GivenTicket,
        *(names, instants, st.lists(st.tuples(names, instants), max_size=3).map(tuple)),
        st.lists(st.tuples(names, _lastings).map(lambda pause: (pause[0], *pause[1])), max_size=2).map(tuple),
    )
    | st.builds(n.GivenNoList, _LISTS)
    | st.builds(n.GivenAsOf, instants)
    | st.just(n.GivenNothing())
)
_VERDICTS = st.sampled_from(["met", "missed", "unknown", "pending", "due", "none", "not eligible", "claimable"])
expected_items = (
    st.builds(n.ExpectValue, names, values)
    | st.builds(n.ExpectVerdict, names, _VERDICTS)
    | st.builds(n.ExpectDueAt, names, instants)
    | st.builds(n.ExpectClaimable, names, dates)
)
examples = st.builds(
    n.Example,
    texts,
    st.sampled_from(["2026-03", "2026-Q1", "2026"]),
    st.lists(given_items, min_size=1, max_size=4).map(tuple),
    st.lists(expected_items, min_size=1, max_size=6).map(tuple),
)

# ---------------------------------------------------------------- policies

# An example holds many forms, and each form of a rule is one of thirty: so every fourth sentence is an example.
bodies: SearchStrategy[n.Body] = st.sampled_from([rules, rules, rules, examples]).flatmap(lambda one: one)
accepted = st.lists(st.builds(n.Accepting, st.just("row-never-applies") | texts, texts), max_size=2).map(tuple)
sentences = st.builds(n.Sentence, bodies, st.none(), st.just("") | texts, st.just("") | texts, st.just(()) | accepted)
_PARTS = st.sampled_from(["paragraph", "item", "sentence", "note", "row", "point", "line"])
_parts = st.lists(st.tuples(_PARTS, st.sampled_from(["1", "2", "10"])), max_size=2).map(tuple)
_NUMBERS = st.sampled_from(["1", "4.2", "4.2(a)", "4(a)(12)"])
places = st.builds(n.Place, _NUMBERS, st.just("") | texts, _parts) | st.builds(n.Place, st.just(""), texts, _parts)


def _file(
    title: str, in_force: dt.date | None, before: list[n.Sentence], clauses: list[tuple[n.Place, list[n.Sentence]]]
) -> n.PolicyFile:
    placed = [attrs.evolve(it, place=place) for place, sentences in clauses for it in sentences]
    return n.PolicyFile(title, in_force, 1, (*before, *placed), tuple(place for place, _ in clauses))


policies = st.builds(
    _file,
    texts,
    st.none() | dates,
    st.lists(sentences, max_size=3),
    st.lists(st.tuples(places, st.lists(sentences, min_size=1, max_size=3)), max_size=2),
)
