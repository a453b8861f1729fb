"""Between which ends an amount lies."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sla_dsl.findings.source import Source
from sla_dsl.language.cycles import arrange
from sla_dsl.language.names import declare
from sla_dsl.language.parsing import parse
from sla_dsl.language.quantities import Ends
from sla_dsl.language.types import quantities_of
from tests.language.programs import PRELUDES, checked

HOUR = 3_600_000_000
MORE = """Incidents of Downtime that overlap or touch are one outage.
Share means Downtime divided by the length of the period.
Left means 1 hour minus Downtime.
"""


def ends(means: str, rest: str = "") -> Ends:
    """The ends of a value that means this."""
    file, findings = parse(Source("", f"{PRELUDES['measure']}{MORE}Worth means {means}. {rest}"))
    assert file is not None
    assert findings == []
    names, _ = declare(file)
    return quantities_of(file, names, arrange(file, names)[0])["worth"].ends()


@pytest.mark.parametrize(
    ("means", "expected"),
    [
        ("5 %", (Fraction(1, 20), Fraction(1, 20))),
        ("Downtime", (0, None)),
        ("Downtime plus 1 hour", (HOUR, None)),
        ("Monthly Fee", (0, None)),
        ("the length of the period", (0, None)),
        ("the longest outage of Downtime", (0, None)),
        ("the number of outages of Downtime", (0, None)),
        ("Share", (0, 1)),
        ("Uptime", (0, 1)),
        ("Share plus 50 %", (Fraction(1, 2), Fraction(3, 2))),
        ("50 % minus Share", (Fraction(-1, 2), Fraction(1, 2))),
        ("Left", (None, HOUR)),
        ("Left minus Downtime", (None, HOUR)),
        ("Left plus Downtime", (None, None)),
        ("Downtime divided by 1 hour", (0, None)),
        ("100 % minus Downtime divided by 30 days", (None, 1)),
        ("the length of the period divided by the length of the period", (0, None)),
        ("Downtime times 2 divided by the length of the period", (0, None)),
        ("Share times Share", (0, 1)),
        ("Share times 3", (0, 3)),
        ("Share divided by 2", (0, Fraction(1, 2))),
        ("1 divided by (Share plus 100 %)", (Fraction(1, 2), 1)),
        ("1 divided by Share", (1, None)),
        ("Left times 2", (None, None)),
        ("20 % of Downtime", (0, None)),
        ("20 % of Share", (0, Fraction(1, 5))),
        ("the part of Left beyond 10 min", (0, HOUR * 5 // 6)),
        ("the part of Downtime beyond 10 min", (0, None)),
        ("5 % for each started 30 min of Downtime", (0, None)),
        ("the greater of Left and 0 min", (0, HOUR)),
        ("Left but at least 0 min", (0, HOUR)),
        ("the greater of Left and Downtime", (0, None)),
        ("the lesser of Left and Downtime", (None, HOUR)),
        ("Left but at most 1 min", (None, HOUR // 60)),
        ("the lesser of Share and Uptime", (0, 1)),
    ],
)
def test_the_ends_follow_from_how_a_value_is_made(means: str, expected: Ends) -> None:
    assert ends(means) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("The total of Downtime is rounded up to the hour.", (0, None)),
        ("Each outage of Downtime is rounded up to the hour.", (0, None)),
        ("Share is rounded up to the 0.01 %.", (0, 1)),
        ("Share is rounded up to the 30 %.", (0, None)),
        ('Set aside, because "no": Share is rounded up to the 30 %.', (0, 1)),
    ],
)
def test_what_is_rounded_may_go_beyond_its_ends(rule: str, expected: Ends) -> None:
    assert ends("Share", rule) == expected


def test_ends_of_too_many_digits_are_let_go() -> None:
    long = " times ".join(["1.123456789012"] * 14)
    assert ends(f"Share times {long}") == (0, None)


@pytest.mark.parametrize(
    ("promise", "code"),
    [
        ("Load is at most 200 %", ""),
        ("Left is less than 0 min", ""),
        ("Left is at most 0 min", ""),
        ("Downtime is less than 0 min", "threshold-below-zero"),
        ("Uptime is less than 0 %", "threshold-below-zero"),
        ("Uptime is more than 100 %", "percent-above-hundred"),
        ("Monthly Fee is less than 0 EUR", "threshold-below-zero"),
        ("the longest outage of Downtime is less than 0 min", "threshold-below-zero"),
    ],
)
def test_a_threshold_is_refused_only_where_it_cannot_be_reached(promise: str, code: str) -> None:
    load = "Load means Downtime divided by 1 hour.\n"
    _, findings = checked(f"{PRELUDES['measure']}{MORE}{load}The provider guarantees as Calm that {promise}.")
    assert [finding.code for finding in findings if finding.severity == "error"] == ([code] if code else [])
