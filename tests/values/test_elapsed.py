from __future__ import annotations

import datetime as dt

from sla_dsl.values.elapsed import DAY, EPOCH, HOUR, MICROSECOND, MINUTE, SECOND, instant_of


def test_each_unit_is_made_of_the_smaller_one() -> None:
    assert (SECOND, MINUTE, HOUR, DAY) == (1_000_000 * MICROSECOND, 60 * SECOND, 60 * MINUTE, 24 * HOUR)


def test_the_count_starts_in_1970_in_utc() -> None:
    assert instant_of(EPOCH) == 0
    assert instant_of(dt.datetime(1970, 1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=1)))) == 0


def test_to_the_microsecond_and_before_the_start() -> None:
    assert instant_of(dt.datetime(1970, 1, 1, 0, 0, 1, 7, tzinfo=dt.UTC)) == 1_000_007
    assert instant_of(dt.datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=dt.UTC)) == -1


def test_far_ahead_nothing_is_lost() -> None:
    assert instant_of(dt.datetime(2200, 12, 31, 23, 59, 59, 999_999, tzinfo=dt.UTC)) % SECOND == 999_999
