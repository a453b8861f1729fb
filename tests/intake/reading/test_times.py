"""The times of exports: what is read, as what, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.intake.reading.times import (
    DayOrder,
    day_orders,
    in_zone,
    is_in_numbers,
    read_english,
    read_iso,
    read_numbers,
    read_unix,
)
from sla_dsl.intake.stated import Stamp
from sla_dsl.values.instant import read_instant, show_instant


def told(stamp: Stamp | str) -> str:
    if isinstance(stamp, str):
        return f"refused: {stamp}"
    return stamp.local if stamp.instant is None else show_instant(stamp.instant, "UTC")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2024-02-29T20:41:00Z", "2024-02-29T20:41:00Z"),
        ("2024-02-29 20:41:00+00:00", "2024-02-29T20:41:00Z"),
        ("2024-02-29T20:41:00.295Z", "2024-02-29T20:41:00.295Z"),
        ("2019-08-23T10:53:23-07:00", "2019-08-23T17:53:23Z"),
        ("2019-08-23T10:53-0700", "2019-08-23T17:53:00Z"),
        ("2019-08-23T10:53:00+02", "2019-08-23T08:53:00Z"),
        ("2019-08-23 10:53 UTC", "2019-08-23T10:53:00Z"),
        (" 2019-08-23 10:53 ", "2019-08-23T10:53:00"),
        ("2019-08-23T10:53:23", "2019-08-23T10:53:23"),
    ],
)
def test_times_in_the_form_of_iso(written: str, found: str) -> None:
    assert told(read_iso(written)) == found


@pytest.mark.parametrize(
    "written",
    [
        "",
        "2024-02-29",
        "yesterday",
        "2024-02-30T10:00:00Z",
        "2024-13-01T10:00:00Z",
        "2024-02-29T24:00:00Z",
        "2024-02-29T23:59:60Z",
        "2024-02-29T20:41:00.1234567Z",
        "1969-02-28T20:41:00Z",
        "2024-W09-4T10:00:00Z",
        "2024-02-29T20:41:00-00:00",
        "2024-02-29T20:41:00+99:00",
        "２０２４-02-29T20:41:00Z",
        "29-02-2016 01:16",
    ],
)
def test_what_is_not_read_has_a_reason(written: str) -> None:
    found = read_iso(written)
    assert isinstance(found, str)
    assert found
    assert found[0].islower() or not found[0].isalpha()


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Jan 16, 2017 11:00 +0000", "2017-01-16T11:00:00Z"),
        ("May 3, 2026 9:05 -0500", "2026-05-03T14:05:00Z"),
        ("September 3, 2026 09:05 UTC", "2026-09-03T09:05:00Z"),
        ("Sep 3, 2026 09:05", "2026-09-03T09:05:00"),
        ("Sept 3, 2026 09:05", "2026-09-03T09:05:00"),
    ],
)
def test_times_with_an_english_month(written: str, found: str) -> None:
    assert told(read_english(written)) == found


@pytest.mark.parametrize(
    "written",
    ["Mai 3, 2026 09:05 +0000", "Marraskuu 3, 2026 09:05 +0000", "Feb 30, 2026 09:05 +0000", "16 Jan 2017 11:00", ""],
)
def test_other_months_are_refused(written: str) -> None:
    assert isinstance(read_english(written), str)


@pytest.mark.parametrize(
    ("written", "order", "found"),
    [
        ("29-02-2016 01:16", "day first", "2016-02-29T01:16:00"),
        ("3/4/2026 1:16 PM", "month first", "2026-03-04T13:16:00"),
        ("3/4/2026 1:16 PM", "day first", "2026-04-03T13:16:00"),
        ("3/4/2026 12:16 AM", "month first", "2026-03-04T00:16:00"),
        ("3/4/2026 12:16 p.m.", "month first", "2026-03-04T12:16:00"),
        ("03.04.2026, 13:16:30", "day first", "2026-04-03T13:16:30"),
    ],
)
def test_dates_in_numbers_are_read_in_the_order_that_was_named(written: str, order: DayOrder, found: str) -> None:
    assert told(read_numbers(written, order)) == found


@pytest.mark.parametrize(
    "written", ["29/02/2015 10:00", "3/4/2026 13:16 PM", "3/4/2026 0:16 AM", "3/4/26 10:00", "3/4/2026"]
)
def test_dates_in_numbers_that_are_none(written: str) -> None:
    assert isinstance(read_numbers(written, "day first"), str)


@pytest.mark.parametrize(
    ("written", "orders"),
    [
        ("29-02-2016 01:16", {"day first"}),
        ("02/29/2016 01:16", {"month first"}),
        ("03/04/2016 01:16", {"day first", "month first"}),
        ("45/45/2016 01:16", set()),
        ("2016-02-29T01:16:00", {"day first", "month first"}),
    ],
)
def test_which_orders_a_date_leaves(written: str, orders: set[DayOrder]) -> None:
    assert day_orders(written) == orders
    assert is_in_numbers(written) is ("T" not in written)


def test_seconds_since_1970() -> None:
    assert told(read_unix("1624564393")) == "2021-06-24T19:53:13Z"
    assert isinstance(read_unix("16245643930"), str)
    assert isinstance(read_unix("-1"), str)


def test_a_local_time_is_read_by_the_clocks_of_the_zone() -> None:
    summer = read_iso("2026-07-04 10:00")
    assert isinstance(summer, Stamp)
    assert in_zone(summer, "Europe/Brussels") == read_instant("2026-07-04T10:00:00+02:00")
    skipped = read_iso("2026-03-29 02:30")
    assert isinstance(skipped, Stamp)
    assert isinstance(in_zone(skipped, "Europe/Brussels"), str)


@given(st.text(max_size=40))
def test_no_text_ever_raises(text: str) -> None:
    for read in (read_iso, read_english, read_unix):
        assert isinstance(read(text), (Stamp, str))
    assert isinstance(read_numbers(text, "day first"), (Stamp, str))
    assert day_orders(text) <= {"day first", "month first"}


@given(
    st.datetimes(min_value=__import__("datetime").datetime(1970, 1, 2)), st.sampled_from(["Z", "+02:00", "-0530", ""])
)
def test_iso_times_come_back_as_they_were(moment: object, offset: str) -> None:
    text = moment.isoformat(sep=" ")  # type: ignore[attr-defined]
    found = read_iso(text + offset)
    if moment.year < 2200:  # type: ignore[attr-defined]
        assert isinstance(found, Stamp)
        assert (found.instant is None) is (offset == "")
