from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.values.instant import DAY, HOUR, MINUTE, SECOND, read_instant, show_instant
from tests.values.strategies import around_a_change, instants, law, zones

BRUSSELS = "Europe/Brussels"


def is_refused(text: str, zone: str | None = None) -> bool:
    return isinstance(read_instant(text, zone), str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1970-01-01T00:00:00Z", 0),
        ("1970-01-01T01:00:00+01:00", 0),
        ("1970-01-01T00:00:00+01:00", -HOUR),
        ("1970-01-02T00:00:00.000001Z", DAY + 1),
        ("1970-01-01T00:00:00.5Z", SECOND // 2),
        ("1970-01-01T00:00:00.120Z", 120_000),
        ("1970-01-01T00:00:00.000Z", 0),
        ("1970-01-01T00:00:00-23:59", 23 * HOUR + 59 * MINUTE),
        ("1970-01-02T00:00:00+23:59", MINUTE),
        ("1970-01-01t00:00:00z", 0),
        ("2026-03-04T09:12:40+01:00", 1_772_611_960 * SECOND),
        ("2200-12-31T23:59:59.999999Z", 7_289_654_400 * SECOND - 1),
        ("2024-02-29T00:00:00Z", 1_709_164_800 * SECOND),
    ],
)
def test_read(text: str, expected: int) -> None:
    assert read_instant(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "2026-03-04",
        "2026-03-04T10:00:00",
        "2026-03-04T10:00Z",
        "2026-03-04 10:00:00Z",
        "2026-03-04T10:00:00 Z",
        " 2026-03-04T10:00:00Z",
        "2026-03-04T10:00:00Z\n",
        "2026-3-4T10:00:00Z",
        "20260304T100000Z",
        "2026-03-04T10:00:00,5Z",
        "2026-03-04T10:00:00.Z",
        "2026-03-04T10:00:00.1234567Z",
        "2026-03-04T10:00:60Z",
        "2026-03-04T24:00:00Z",
        "2026-03-04T25:00:00Z",
        "2026-03-04T10:60:00Z",
        "2026-03-04T10:00:00-00:00",
        "2026-03-04T10:00:00+0100",
        "2026-03-04T10:00:00+01",
        "2026-03-04T10:00:00+24:00",
        "2026-03-04T10:00:00+00:60",
        "2026-03-04T10:00:00+99:00",
        "2026-03-04T10:00:00+01:00:30",
        "2026-03-04T10:00:00\u221201:00",
        "2026-W10-3T10:00:00Z",
        "2026-063T10:00:00Z",
        "02/03/2024",
        "2026-02-29T00:00:00Z",
        "2026-00-10T00:00:00Z",
        "2026-13-10T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "2201-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "10000-01-01T00:00:00Z",
        "+2026-03-04T10:00:00Z",
        "٢٠٢٦-03-04T10:00:00Z",
        "２０２６-03-04T10:00:00Z",
        "1772611960",
        "2026-03-04T10:00:00Z" * 1_000,
    ],
)
def test_refused_with_a_reason(text: str) -> None:
    reason = read_instant(text)
    assert isinstance(reason, str)
    assert len(reason) < 140


def test_the_reason_shows_what_to_write() -> None:
    assert read_instant("2026-03-04T10:00:00") == "it has no offset; write for example 2026-03-04T10:00:00+01:00"


def test_with_a_zone_an_offset_is_not_needed_but_kept() -> None:
    assert read_instant("2026-03-04T10:00:00", BRUSSELS) == read_instant("2026-03-04T10:00:00+01:00")
    assert read_instant("2026-07-04T10:00:00.5", BRUSSELS) == read_instant("2026-07-04T10:00:00.5+02:00")
    assert read_instant("2026-03-04T10:00:00Z", BRUSSELS) == read_instant("2026-03-04T10:00:00Z")


def test_with_a_zone_the_rest_is_as_strict() -> None:
    assert is_refused("2026-03-04T10:00", BRUSSELS)
    assert is_refused("2026-02-30T10:00:00", BRUSSELS)
    assert is_refused("2026-03-04T10:00:00-00:00", BRUSSELS)


def test_a_time_that_the_clocks_skip_is_refused() -> None:
    assert read_instant("2024-03-31T02:30:00", BRUSSELS) == (
        "the clocks of Europe/Brussels skip this time; give it with its offset"
    )


def test_a_time_that_the_clocks_show_twice_is_refused_with_the_choices() -> None:
    assert read_instant("2026-10-25T02:30:00", BRUSSELS) == (
        "the clocks of Europe/Brussels show this time twice; "
        "write 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00"
    )


def test_an_unknown_zone_is_named_not_opened() -> None:
    assert read_instant("2026-03-04T10:00:00", "Europe/Brussel") == "there is no time zone named Europe/Brussel"
    assert is_refused("2026-03-04T10:00:00", "../../etc/passwd")


@pytest.mark.parametrize(
    ("instant", "zone", "expected"),
    [
        (0, "UTC", "1970-01-01T00:00:00Z"),
        (0, "Etc/UTC", "1970-01-01T00:00:00Z"),
        (-1, "UTC", "1969-12-31T23:59:59.999999Z"),
        (1, "UTC", "1970-01-01T00:00:00.000001Z"),
        (500_000, "UTC", "1970-01-01T00:00:00.5Z"),
        (1_772_611_960 * SECOND, BRUSSELS, "2026-03-04T09:12:40+01:00"),
        (1_772_611_960 * SECOND, "America/St_Johns", "2026-03-04T04:42:40-03:30"),
        (1_772_611_960 * SECOND, "Europe/London", "2026-03-04T08:12:40+00:00"),
        # Monrovia was 44 minutes and 30 seconds behind, which the form cannot say.
        (0, "Africa/Monrovia", "1970-01-01T00:00:00Z"),
    ],
)
def test_show(instant: int, zone: str, expected: str) -> None:
    assert show_instant(instant, zone) == expected


@given(instants, zones)
@law
def test_what_is_shown_is_read_back(instant: int, zone: str) -> None:
    assert read_instant(show_instant(instant, zone)) == instant


@given(around_a_change())
@law
def test_a_local_time_is_read_in_its_zone_or_refused(drawn: tuple[str, dt.datetime]) -> None:
    zone, shown = drawn
    instant = read_instant(shown.isoformat(), zone)
    if isinstance(instant, int):
        assert show_instant(instant, zone).startswith(shown.isoformat())
    else:
        assert "skip" in instant or "twice" in instant


@given(st.text(max_size=40) | st.text(alphabet="0123456789-+:.TZtz W/", max_size=30))
@law
def test_any_text_is_read_or_refused(text: str) -> None:
    found = read_instant(text, BRUSSELS)
    assert isinstance(found, int) or found
