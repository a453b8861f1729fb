from __future__ import annotations

import pytest

from sla_dsl.analysis.samples import samples, usual
from sla_dsl.values.periods import PeriodKind

HOUR = 3_600_000_000


@pytest.mark.parametrize(
    ("kind", "zone", "hours"),
    [
        ("month", "UTC", [672, 696, 720, 744]),
        ("month", "Europe/Brussels", [672, 696, 720, 743, 744, 745]),
        ("month", "America/New_York", [672, 696, 720, 721, 743, 744]),
        ("month", "Australia/Lord_Howe", [672, 696, 720, 720.5, 743.5, 744]),
        ("quarter", "UTC", [90 * 24, 91 * 24, 92 * 24]),
        ("quarter", "Europe/Brussels", [90 * 24 - 1, 91 * 24 - 1, 91 * 24, 92 * 24, 92 * 24 + 1]),
        ("year", "Europe/Brussels", [365 * 24, 366 * 24]),
    ],
)
def test_one_period_of_each_length(kind: PeriodKind, zone: str, hours: list[float]) -> None:
    assert [sample.length / HOUR for sample in samples(kind, zone)] == hours


def test_the_usual_period_is_the_one_that_readers_think_of() -> None:
    assert usual("month", "Europe/Brussels").length == 720 * HOUR
    assert usual("quarter", "UTC").length == 91 * 24 * HOUR
    assert usual("year", "UTC").length == 365 * 24 * HOUR
