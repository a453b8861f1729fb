"""What the laws of this room are tried on: values drawn so that they meet, touch and miss by one."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as st

from sla_dsl.values.elapsed import DAY, EPOCH, instant_of
from sla_dsl.values.intervals import Spans, normal
from sla_dsl.values.zones import to_instants

law = settings(max_examples=150, deadline=None, database=None)
costly_law = settings(max_examples=40, deadline=None, database=None)

# Few places, so that pieces often share an end.
places = st.integers(0, 24)
pairs = st.lists(st.tuples(places, places), max_size=8)


@st.composite
def spans(draw: st.DrawFn) -> Spans:
    return normal(draw(pairs))


# Zones whose clocks do unusual things, with some that do nothing.
ZONES = (
    "UTC",
    "Europe/Brussels",
    "Europe/London",
    "America/New_York",
    "America/Havana",
    "America/St_Johns",
    "America/Asuncion",
    "Asia/Amman",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "Africa/Monrovia",
    "Antarctica/Troll",
    "Australia/Lord_Howe",
    "Pacific/Apia",
)
zones = st.sampled_from(ZONES)

# From the second day on: on the first, clocks to the west still show 1969.
_FIRST = instant_of(EPOCH) + DAY
_LAST = instant_of(dt.datetime(2199, 1, 1, tzinfo=dt.UTC))
instants = st.integers(_FIRST, _LAST)

# Changes of the clocks, for the instants and local times around them.
CHANGES: tuple[tuple[str, dt.datetime], ...] = (
    ("Europe/Brussels", dt.datetime(2026, 3, 29, 2, 0)),  # noqa: DTZ001
    ("Europe/Brussels", dt.datetime(2026, 10, 25, 2, 0)),  # noqa: DTZ001
    ("America/Havana", dt.datetime(2020, 11, 1, 0, 0)),  # noqa: DTZ001
    ("America/Asuncion", dt.datetime(2023, 10, 1, 0, 0)),  # noqa: DTZ001
    ("America/St_Johns", dt.datetime(2009, 11, 1, 0, 0)),  # noqa: DTZ001
    ("Australia/Lord_Howe", dt.datetime(2026, 4, 5, 1, 30)),  # noqa: DTZ001
    ("Pacific/Apia", dt.datetime(2011, 12, 30, 0, 0)),  # noqa: DTZ001
)


@st.composite
def around_a_change(draw: st.DrawFn) -> tuple[str, dt.datetime]:
    """A zone, and a local time within a day and a half of one of its changes, often to the minute."""
    zone, change = draw(st.sampled_from(CHANGES))
    minutes = draw(st.integers(-36 * 60, 36 * 60) | st.integers(-90, 90))
    return zone, change + dt.timedelta(minutes=minutes)


fractions = st.fractions(min_value=-1_000, max_value=1_000, max_denominator=60)
exacts = st.integers(-1_000, 1_000) | fractions
units = st.sampled_from((1, 5, 60, Fraction(1, 100), Fraction(1, 3), Fraction(5, 2)))


def only(zone: str, *local: int) -> int:
    """The one instant of a local time, given as year, month, day, hour…"""
    (instant,) = to_instants(dt.datetime(*local), zone)  # type: ignore[arg-type]  # noqa: DTZ001
    return instant
