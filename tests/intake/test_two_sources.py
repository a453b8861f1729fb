"""Two sources about one monitor, the log of its checks and the totals of its days: where they agree, and where not.

Both come from one repository.  The log has 66,617 minutes down in 2024, the totals have 3,828: a factor of seventeen in
what would be owed.  Nothing is wrong with either reader: from 30 August on they agree within two minutes on every
day but two, and before that day the totals have no day at all.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from tests.intake.common import records
from tests.intake.logs import imported, mapping, whole

LOG = "upptime/cardano-explorer-checks-2024.csv"
FIRST = "2024-08-30"
"""The first day of this monitor in the totals."""


def seconds_by_day(form: str, file: str, mapping_file: str, **answers: str) -> Counter[str]:
    """For how long "mainnet - API" was down on each day of UTC, by the whole file with these answers."""
    found: Counter[str] = Counter()
    for one in records(imported(form, whole(file), mapping(form, mapping_file, **answers))):
        if one["service"] == "mainnet_api":
            start, end = (dt.datetime.fromisoformat(one[name]) for name in ("start", "end"))
            while start < end:
                midnight = dt.datetime.combine(start.date() + dt.timedelta(days=1), dt.time(), dt.UTC)
                found[start.date().isoformat()] += int((min(end, midnight) - start).total_seconds())
                start = midnight
    return found


@pytest.mark.parametrize(
    ("answers", "minutes"),
    [
        ({}, 66_617),
        ({"opens_after": "2"}, 60_994),
        ({"start": "last good probe before, else first bad probe"}, 130_464),
        ({"unknown_after": "60", "at_a_gap": "it ends", "end": "first good probe, else last bad probe"}, 4_782),
    ],
)
def test_what_the_log_comes_to_hangs_on_the_answers(answers: dict[str, str], minutes: int) -> None:
    found = seconds_by_day("check-log", LOG, "cardano.map.toml", **answers)
    assert sum(found.values()) // 60 == minutes


@pytest.fixture(scope="module")
def log() -> Counter[str]:
    return seconds_by_day("check-log", LOG, "cardano.map.toml")


@pytest.fixture(scope="module")
def totals() -> Counter[str]:
    found = seconds_by_day("upptime", "upptime/cardano-explorer-summary.json", "cardano.map.toml")
    return Counter({day: seconds for day, seconds in found.items() if day < "2025"})


def test_the_two_disagree(log: Counter[str], totals: Counter[str]) -> None:
    assert (sum(log.values()) // 60, len(log)) == (66_617, 98)
    assert (sum(totals.values()) // 60, len(totals)) == (3_828, 19)


def test_on_the_days_of_both_they_agree(log: Counter[str], totals: Counter[str]) -> None:
    apart = {day: abs(log[day] - seconds) / 60 for day, seconds in totals.items()}
    assert min(totals) == FIRST
    assert {day for day, minutes in apart.items() if minutes >= 2} == {"2024-08-30", "2024-08-31"}
    assert (round(log["2024-11-26"] / 60), totals["2024-11-26"] // 60) == (800, 800)


def test_what_they_disagree_on_lies_before_the_totals_begin(log: Counter[str], totals: Counter[str]) -> None:
    before = {day: seconds for day, seconds in log.items() if day < FIRST}
    after = sum(log.values()) - sum(before.values())
    assert (len(before), sum(before.values()) // 60) == (79, 62_794)
    assert (after // 60, sum(totals.values()) // 60) == (3_822, 3_828)
