from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl import timeline_from
from sla_dsl.evidence.facts import LATEST, Facts, facts_of
from sla_dsl.evidence.timeline import Incident, Timeline

MINUTE = 60_000_000


def known(*incidents: Incident, **lists: Any) -> Facts:
    return Facts(Timeline("acme", incidents=incidents, **lists))


def incident(name: str, start: int, end: int | None, cause: str | None = "f", service: str = "a") -> Incident:
    return Incident(name, service, start, end, cause)


def test_incidents_are_in_order_of_start_end_and_id() -> None:
    found = known(incident("d", 5, 6), incident("b", 1, 9), incident("c", 1, 9), incident("a", 1, 3))
    assert [i.id for i in found.incidents] == ["a", "b", "c", "d"]
    assert found.numbers == {"a": 0, "b": 1, "c": 2, "d": 3}
    assert (found.starts, found.ends) == ((1, 1, 1, 5), (3, 9, 9, 6))


def test_incidents_that_come_in_order_stay_as_they_are() -> None:
    given_ = (incident("b", 1, 3), incident("a", 2, 3))
    assert known(*given_).incidents == given_


def test_what_is_still_going_on_comes_last_of_those_that_start_together() -> None:
    found = known(incident("a", 1, None), incident("b", 1, 9), as_of=9)
    assert [i.id for i in found.incidents] == ["b", "a"]
    assert found.ends == (9, 9)
    assert found.open == {1}
    assert known(incident("a", 1, None)).ends == (LATEST,)


def test_an_incident_of_no_length_is_no_piece() -> None:
    found = known(incident("a", 1, 1), incident("b", 2, 3))
    assert found.pieces == ((2, 3, 1),)
    assert found.starts == (1, 2)


def test_pieces_of_each_service() -> None:
    found = known(incident("a", 1, 2), incident("b", 3, 4, service="b"), incident("c", 5, 6), incident("d", 7, 7))
    assert {name: list(pieces) for name, pieces in found.by_service.items()} == {
        "a": [(1, 2, 0), (5, 6, 2)],
        "b": [(3, 4, 1)],
    }


def test_the_latest_end_up_to_each() -> None:
    assert known(incident("a", 1, 9), incident("b", 2, 3), incident("c", 10, 11)).reach == (9, 9, 11)


def test_nothing_is_known_of_lists_that_were_not_supplied() -> None:
    found = known()
    assert (found.incidents, found.pieces, found.by_service) == ((), (), {})
    assert (found.claims, found.charges, found.tickets) == (None, None, None)
    assert (found.reported, found.breaches, found.others) == (frozenset(), (), frozenset())


PLAIN: dict[str, Any] = {
    "format": "sla-timeline/1",
    "account": "acme",
    "incidents": [
        {"id": "I", "service": "a", "start": "2026-03-01T00:00:00Z", "end": "2026-03-01T01:00:00Z", "cause": "f"}
    ],
    "maintenance": [
        {"id": "M", "service": "b", "start": "2026-03-01T00:00:00Z", "end": "2026-03-01T01:00:00Z", "announced": None}
    ],
    "reports": [{"incident": "I", "at": "2026-03-01T02:00:00Z"}],
    "claims": [
        {"id": "2", "at": "2026-03-03T00:00:00Z", "incidents": ["I"]},
        {"id": "1", "at": "2026-03-02T00:00:00Z", "incidents": ["I"]},
    ],
    "charges": [{"period": "2026-03", "what": "fee", "amount": "1.50", "currency": "EUR"}],
    "tickets": [
        {"id": "2", "priority": "p1", "opened": "2026-03-02T00:00:00Z", "replied": "2026-03-02T01:00:00Z"},
        {"id": "1", "priority": "p2", "opened": "2026-03-01T00:00:00Z"},
    ],
}


def test_the_other_lists_are_put_in_order() -> None:
    found = facts_of(timeline_from(PLAIN).require())
    assert found.reported == {0}
    assert [c.id for c in found.claims or ()] == ["1", "2"]
    assert [t.id for t in found.tickets or ()] == ["1", "2"]
    assert {key: (money.amount * 2, money.currency) for key, money in (found.charges or {}).items()} == {
        ("fee", "2026-03"): (3, "EUR")
    }
    assert found.others == {
        ("window", "b"),
        ("charge", "fee"),
        ("period", "month"),
        ("priority", "p1"),
        ("priority", "p2"),
        ("step", "replied"),
    }


def test_facts_are_worked_out_once_for_a_timeline() -> None:
    line = timeline_from(PLAIN).require()
    found = facts_of(line)
    assert facts_of(line) is found
    assert found.pieces is found.pieces


def test_facts_never_change() -> None:
    with pytest.raises(AttributeError, match="never changes"):
        known().starts = (1,)


@given(st.permutations([incident(name, start, end) for name, start, end in (("a", 3, 4), ("b", 1, 4), ("c", 1, 2))]))
def test_the_order_in_which_incidents_were_supplied_means_nothing(given_: list[Incident]) -> None:
    assert known(*given_).incidents == (incident("c", 1, 2), incident("b", 1, 4), incident("a", 3, 4))
