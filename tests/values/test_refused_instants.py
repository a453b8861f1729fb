from __future__ import annotations

import pytest

from sla_dsl.values.refused_instants import no_offset, shown_twice, skipped, unknown_zone, why_refused


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("2026-03-04T10:00:00\u221201:00", "no plain letter"),
        ("2026-03-04 10:00:00Z", "blank between"),
        ("2026-03-04T10:00:00 +01:00", "has a blank"),
        ("2026-03-04T10:00:00Z\n", "has a blank"),
        ("02/03/2024", "order year-month-day"),
        ("4.3.2026 10:00", "has a blank"),
        ("4.3.2026", "order year-month-day"),
        ("2026/03/04", "hyphens"),
        ("2026-W10-3", "weeks"),
        ("2026W103", "weeks"),
        ("2026-063", "days of the year"),
        ("20260304T100000Z", "no hyphens"),
        ("20260304", "no hyphens"),
        ("2026-03", "names a month"),
        ("2026-03-04", "no time of day"),
        ("1772611960", "bare number"),
        ("2026-13-04T10:00:00Z", "no such month"),
        ("2026-00-04T10:00:00", "no such month"),
        ("0000-01-01T00:00:00Z", "1970 to 2200"),
        ("1969-12-31T23:59:59Z", "1970 to 2200"),
        ("2201-01-01T00:00:00Z", "1970 to 2200"),
        ("10000-01-01T00:00:00Z", "1970 to 2200"),
        ("-2026-01-01T00:00:00Z", "1970 to 2200"),
        ("2026-03-04T24:00:00Z", "00:00:00 of the next day"),
        ("2026-03-04T10:00Z", "no seconds"),
        ("2026-03-04T10:00", "no seconds"),
        ("2016-12-31T23:59:60Z", "no second 60"),
        ("2026-03-04T25:00:00Z", "no such hour"),
        ("2026-03-04T10:61:00Z", "no such minute"),
        ("2026-03-04T10:00:61Z", "no such second"),
        ("2026-03-04T10:00:00,5Z", "comma"),
        ("2026-03-04T10:00:00.1234567Z", "six digits"),
        ("2026-03-04T10:00:00-00:00", "not known"),
        ("2026-03-04T10:00:00+0100", "+01:00"),
        ("2026-03-04T10:00:00+01", "+01:00"),
        ("2026-03-04T10:00:00+24:00", "no such offset"),
        ("2026-03-04T10:00:00+01:00:30", "no such offset"),
        ("2026-03-04T10:00:00+01:60", "no such offset"),
        ("2026-02-30T10:00:00Z", "no such day"),
        ("2026-06-31T13:42:00+02:00", "no such day"),
        ("2026-02-29T13:42:00-23:59", "no such day"),
        ("2023-02-29T10:00:00", "no such day"),
        ("yesterday", "not a date and a time"),
        ("2026-03-04T10:00:00.Z", "not a date and a time"),
    ],
)
def test_the_reason(text: str, words: str) -> None:
    assert words in why_refused(text)


def test_a_long_text_is_looked_at_no_further_than_its_beginning() -> None:
    assert why_refused("2026-03-04T10:00:00." + "1" * 1_000_000) == "it has more than six digits of a second"
    assert len(why_refused("x" * 1_000_000)) < 100


def test_reasons_speak_to_a_person() -> None:
    for text in ("", "now", "2026-W10", "2026-03-04T10:00:00+24:00"):
        reason = why_refused(text)
        assert reason[0].islower()
        assert not reason.endswith(".")
        assert "\\" not in reason


def test_the_named_ones() -> None:
    assert "2026-03-04T10:00:00+01:00" in no_offset("2026-03-04T10:00:00.5")
    assert unknown_zone("Mars/Base") == "there is no time zone named Mars/Base"
    assert len(unknown_zone("A" * 5_000)) < 100
    assert "skip" in skipped("Europe/Brussels")
    assert shown_twice("UTC", ["a", "b"]).endswith("write a or b")
