"""From what an example gives to a timeline: everything else is known not to have happened."""

from __future__ import annotations

import pytest

from sla_dsl.evaluation.compiling.given import scene_of, timeline_of
from sla_dsl.values.instant import read_instant
from tests.evaluation.compiling.scenarios import example


def test_what_is_not_given_did_not_happen() -> None:
    made, found = example("nothing")
    assert found.agreement is not None
    assert found.tree is not None
    timeline = timeline_of(made, scene_of(found.agreement, found.tree))
    assert (timeline.account, timeline.as_of, timeline.incidents) == ("it", None, ())
    lists = (timeline.maintenance, timeline.reports, timeline.claims, timeline.breaches, timeline.tickets)
    assert lists == ((), (), (), (), ())
    assert timeline.pauses == ()
    assert (timeline.charges, timeline.rates) == ((), ())


@pytest.mark.parametrize("kind", ["reports", "claims", "breaches", "maintenance", "tickets", "pauses"])
def test_a_list_that_is_not_there_is_unknown(kind: str) -> None:
    made, found = example(f"no list of {kind}")
    assert found.agreement is not None
    assert found.tree is not None
    timeline = timeline_of(made, scene_of(found.agreement, found.tree))
    assert getattr(timeline, kind) is None


def test_records_have_the_numbers_in_which_they_are_given() -> None:
    made, found = example(
        "an incident from 2026-03-29 01:00 to 03:00 reported at 2026-03-29 04:00 claimed at 2026-03-30 10:00, "
        "an incident because of Work from 2026-03-04 10:00 to 11:00 claimed at 2026-03-05 10:00 "
        "claimed at 2026-03-06 10:00, an Urgent ticket opened at 2026-03-04 10:00 with Repair at 2026-03-04 11:00"
    )
    assert found.agreement is not None
    assert found.tree is not None
    timeline = timeline_of(made, scene_of(found.agreement, found.tree))
    assert [(i.id, i.service, i.cause) for i in timeline.incidents] == [
        ("1", "gateway", None),
        ("2", "gateway", "work"),
    ]
    assert timeline.incidents[0].start == read_instant("2026-03-29T00:00:00Z")
    assert timeline.incidents[0].end == read_instant("2026-03-29T01:00:00Z")
    assert [r.incident for r in timeline.reports or ()] == ["1"]
    assert [(c.id, c.incidents) for c in timeline.claims or ()] == [
        ("claim 1", ("1",)),
        ("claim 2", ("2",)),
        ("claim 3", ("2",)),
    ]
    assert timeline.tickets is not None
    assert [(t.id, t.priority) for t in timeline.tickets] == [("ticket 1", "urgent")]
    assert timeline.tickets[0].steps == (("replied", None), ("repaired", read_instant("2026-03-04T10:00:00Z")))


def test_a_ticket_has_the_pauses_that_are_given_with_it() -> None:
    made, found = example(
        "the record up to 2026-03-05 10:00, an Urgent ticket opened at 2026-03-04 10:00, an Urgent ticket "
        "opened at 2026-03-04 10:00 with Waiting from 2026-03-04 11:00 to 12:00 with Reply at 2026-03-04 12:00 "
        "with Waiting from 2026-03-04 13:00"
    )
    assert found.agreement is not None
    assert found.tree is not None
    timeline = timeline_of(made, scene_of(found.agreement, found.tree))
    start, end, again = (read_instant(f"2026-03-04T{hour}:00:00+01:00") for hour in (11, 12, 13))
    assert timeline.pauses == (
        ("ticket 2", "awaiting_customer", start, end),
        ("ticket 2", "awaiting_customer", again, None),
    )
