"""Which way is worse."""

from __future__ import annotations

import pytest

from sla_dsl.findings.source import Source
from sla_dsl.language.cycles import arrange
from sla_dsl.language.directions import LESS, MORE, NEITHER, Worse, directions
from sla_dsl.language.names import declare
from sla_dsl.language.parsing import parse
from tests.language.programs import PRELUDES

BOTH = MORE | LESS
PLANNED = "Planned means the maintenance announced or not. "


def direction(name: str, text: str) -> Worse:
    """The direction of a name in a policy that is continued like this."""
    file, findings = parse(Source("", PRELUDES["measure"] + text))
    assert file is not None
    assert findings == []
    names, _ = declare(file)
    return directions(arrange(file, names)[0])[name]


@pytest.mark.parametrize(
    ("means", "worse"),
    [
        ("Uptime", LESS),
        ("Downtime", MORE),
        ("Downtime divided by the length of the period", MORE),
        ("1 hour minus Downtime", LESS),
        ("10 % minus Downtime divided by 1 hour plus 5 %", LESS),
        ("1 hour divided by Downtime", LESS),
        ("Downtime divided by Downtime", BOTH),
        ("Uptime minus Downtime divided by 1 hour", LESS),
        ("Uptime plus Downtime divided by 1 hour", BOTH),
        ("Uptime but at least 10 %", LESS),
        ("Uptime but at most 99 %", LESS),
        ("the greater of Downtime and 1 hour", MORE),
        ("the lesser of Downtime and 1 hour", MORE),
        ("the part of Downtime beyond 30 min", MORE),
        ("the part of 30 min beyond Downtime", LESS),
        ("20 % of Downtime", MORE),
        ("5 % for each started 30 min of Downtime", MORE),
        ("5 % for each full Rest of 3 hours. Rest means 1 hour minus Downtime", MORE),
        ("the number of outages of Downtime", MORE),
        ("the longest outage of Downtime", MORE),
        ("the length of the period", NEITHER),
        ("Monthly Fee", NEITHER),
        ("99 %", NEITHER),
        ("Nobody", NEITHER),
    ],
)
def test_the_direction_follows_from_how_a_value_is_made(means: str, worse: Worse) -> None:
    assert direction("it", f"It means {means}.") == worse


@pytest.mark.parametrize(
    ("means", "worse"),
    [
        ("the time in which any of Gateway and Gateway are down within Downtime", MORE),
        ("the whole period", NEITHER),
        ("the whole period outside Downtime", LESS),
        ("the time of Downtime outside Downtime", BOTH),
        ("the time of Downtime together with the maintenance announced or not", MORE),
        ("the time in which the customer is in breach", NEITHER),
        ("the maintenance announced or not", NEITHER),
    ],
)
def test_the_direction_follows_from_how_a_time_is_made(means: str, worse: Worse) -> None:
    assert direction("it", f"It means {means}.") == worse


@pytest.mark.parametrize(
    ("promise", "worse"),
    [
        ("Planned is at most 1 hour", MORE),
        ("Planned is less than 1 hour", MORE),
        ("Planned is at least 1 hour", LESS),
        ("Planned is more than 1 hour", LESS),
        ("Planned is exactly 1 hour", NEITHER),
        ("Planned is at least 1 hour but at most 2 hours", NEITHER),
        ("Uptime is at least 99 % and (Downtime is at most 1 hour or Planned is at most 1 hour)", MORE),
        ("Uptime is at least 99 % and not Planned is at most 1 hour", NEITHER),
        ("Planned is at most 1 hour or Planned is at least 4 hours", BOTH),
    ],
)
def test_of_what_is_not_made_of_incidents_a_promise_tells_it(promise: str, worse: Worse) -> None:
    assert direction("planned", f"{PLANNED}The provider guarantees as Calm that {promise}.") == worse


def test_what_is_made_of_incidents_needs_no_promise_and_follows_none() -> None:
    assert direction("downtime", "The provider guarantees as Odd that Downtime is at least 1 hour.") == MORE


def test_what_is_made_of_something_promised_goes_with_it() -> None:
    text = f"{PLANNED}Rest means 9 hours minus Planned. The provider guarantees that Planned is at most 1 hour."
    assert direction("rest", text) == LESS
