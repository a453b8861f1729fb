"""Many outages: one after another, each as short as counts."""

from __future__ import annotations

from sla_dsl.analysis.lines import Line
from sla_dsl.analysis.many import MOST_OUTAGES, many_line
from tests.analysis.making import DOWNTIME, HOUR, MINUTE, study

COUNTED = "Each incident of Downtime is an outage of its own.\n"
JOINED = "Incidents of Downtime that overlap or touch are one outage.\n"
PROMISED = "The provider guarantees as Calm that the number of outages of Downtime is at most {}.\n"


def line(text: str) -> Line | None:
    made = study(text)
    (axis,) = made.axes
    return many_line(made.policy, made.usual, axis)


def test_a_policy_that_counts_no_outages_has_no_such_line() -> None:
    assert line(DOWNTIME) is None


def test_two_outages_more_than_is_asked_for() -> None:
    found = line(DOWNTIME + COUNTED + PROMISED.format(3))
    assert found is not None
    assert (found.last, found.along) == (5, "outages")
    (count,) = (
        at for at, node in enumerate(study(DOWNTIME + COUNTED + PROMISED.format(3)).tree.nodes) if node.op == "count"
    )
    assert [found.at(number)[count] for number in range(6)] == [0, 1, 2, 3, 4, 5]


def test_outages_are_as_short_as_counts_and_do_not_touch() -> None:
    text = DOWNTIME + JOINED + "An outage counts as Downtime only if it lasts more than 90 s, and then in full.\n"
    found = line(text + PROMISED.format(8))
    assert found is not None
    outages = found.world(10).outages
    assert {outage.end - outage.start for outage in outages} == {91_000_000}
    assert all(a.end + MINUTE < b.start for a, b in zip(outages, outages[1:], strict=False))


def test_only_so_many_are_tried() -> None:
    found = line(DOWNTIME + COUNTED + PROMISED.format(5000))
    assert found is not None
    assert found.last == MOST_OUTAGES


def test_outages_lie_where_they_count() -> None:
    """At midnight, when the period begins, no outage counts; those of the line lie within the hours."""
    office = "Office means Monday to Friday from 09:00 to 17:00 holidays included.\n"
    downtime = DOWNTIME.replace("because of Failure.", "because of Failure within Office.") + office
    text = downtime + COUNTED + PROMISED.format(2)
    found = line(text)
    assert found is not None
    (count,) = (at for at, node in enumerate(study(text).tree.nodes) if node.op == "count")
    assert [found.at(number)[count] for number in range(5)] == [0, 1, 2, 3, 4]
    assert {outage.end - outage.start for outage in found.world(4).outages} == {MINUTE}


def test_outages_that_must_last_lie_within_the_hours_too() -> None:
    office = "Office means Monday to Friday from 09:00 to 17:00 holidays included.\n"
    downtime = DOWNTIME.replace("because of Failure.", "because of Failure within Office.") + office
    longer = "An outage counts as Downtime only if it lasts at least 3 hours, and then in full.\n"
    found = line(downtime + COUNTED + longer + PROMISED.format(2))
    assert found is not None
    (lasting,) = {outage.end - outage.start for outage in found.world(4).outages}
    assert 3 * HOUR <= lasting < 4 * HOUR
