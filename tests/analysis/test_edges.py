"""Edges: what comes just below, at and just above each number that something hangs on."""

from __future__ import annotations

from sla_dsl.analysis.boundaries import Point, Table, boundaries
from sla_dsl.analysis.edges import crossings
from sla_dsl.evaluation.wording import elapsed
from tests.analysis.making import CREDIT, study
from tests.analysis.table_policies import POLICIES


def _table(text: str) -> Table:
    made = study(text)
    return boundaries(made, [made.usual], made.fee).tables[0]


def edges(text: str) -> list[tuple[str, ...]]:
    table = _table(text)
    return [(*sorted(c.results), *(_words(table, p) for p in (c.under, c.at, c.over))) for c in crossings(table)]


def _words(table: Table, point: Point | None) -> str:
    if point is None:
        return "-"
    place = str(point.place) if table.line.along == "outages" else elapsed(point.place)
    return " ".join([place, *(str(point.payable(root.id)) for root in table.credits)])


def test_below_at_and_above() -> None:
    assert edges(CREDIT) == [
        (
            "credit rebate",
            "guarantee uptime",
            "43 min 11.999999 s 0",
            "43 min 12 s 0",
            "43 min 12.000001 s 100",
        ),
        ("credit rebate", "7 hours 11 min 59.999999 s 100", "7 hours 12 min 100", "7 hours 12 min 0.000001 s 500"),
    ]


def test_an_edge_that_no_rounded_downtime_is_on() -> None:
    """A month in whole minutes has no uptime of just 99.9 %; one of 100 % is where everything begins."""
    first, second, third, *_ = edges(POLICIES["ecerium"])
    assert first == ("credit rebate", "-", "0 s 0", "30 s 50")
    assert second == ("guarantee uptime", "43 min 29.999999 s 50", "-", "43 min 30 s 50")
    assert third[1:] == ("7 hours 11 min 29.999999 s 50", "7 hours 11 min 30 s 50", "7 hours 12 min 30 s 100")


def test_one_number_of_two_sentences_is_one_edge() -> None:
    assert [
        row for row in edges(POLICIES["ezcnam"]) if row[:2] == ("credit service_credit", "guarantee availability")
    ] == [
        (
            "credit service_credit",
            "guarantee availability",
            "4 min 22.999999 s 0",
            "4 min 23 s 100",
            "4 min 24 s 100",
        )
    ]


def test_edges_that_outages_pass_over() -> None:
    assert edges(POLICIES["minimum"])[0] == ("guarantee calm", "0 s 0", "-", "5 min 0")


def test_numbers_of_outages() -> None:
    assert ("credit rebate", "5 50", "6 50", "7 200") in edges(POLICIES["count"])
