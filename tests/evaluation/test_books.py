from __future__ import annotations

from collections.abc import Mapping

import pytest

from sla_dsl.evaluation.books import (
    EXCLUDED,
    IN_BREACH,
    NOT_ATTRIBUTABLE,
    OUTSIDE_HOURS,
    Books,
    Entry,
    Marks,
    keep_books,
)
from sla_dsl.evaluation.families import Family, Outages, Rule, excuse, flatten, join, keep
from sla_dsl.evidence.facts import Facts
from sla_dsl.evidence.timeline import Incident
from sla_dsl.values.intervals import Spans, intersect
from tests.evaluation.making import facts

NO_CLAUSE = -1
NONE = -2


def marks(
    *rules: tuple[str, int],
    too_short: int = NONE,
    unnamed: Mapping[str, int] | None = None,
    causes: str | None = "f w",
    hours: int = NONE,
) -> Marks:
    counted = None if causes is None else frozenset[str | None](causes.split())
    return Marks(rules, too_short, unnamed or {}, frozenset({"a"}), counted, hours)


def of(*incidents: tuple[int, int, str | None], service: str = "a") -> Facts:
    return facts(*(Incident(str(n), service, s, e, c) for n, (s, e, c) in enumerate(incidents)))


def chosen(known: Facts, causes: str = "f w") -> Family:
    return tuple([piece for piece in known.pieces if known.causes[piece[2]] in causes.split()])


def kept(known: Facts, made: Marks, *rules: Rule, outages: Outages | None = None, hours: Spans | None = None) -> Books:
    family = chosen(known)
    counted = excuse(outages or family, rules, known.causes, known.services)
    whole = flatten(counted) if hours is None else intersect(flatten(counted), hours)
    return keep_books(known, made, family, outages or family, counted, whole)


def rule(number: int, start: int, end: int, causes: str | None = None) -> Rule:
    return Rule(number, None if causes is None else frozenset(causes.split()), None, ((start, end),))


def test_where_everything_counts_there_are_no_layers() -> None:
    books = kept(of((0, 10, "f")), marks())
    assert (books.layers, dict(books.left), dict(books.lost), books.inside) == ((), {}, {}, None)
    assert books.family == books.kept == ((0, 10, 0),)


def test_a_layer_for_each_rule_with_its_bucket_and_clause() -> None:
    books = kept(of((0, 10, "f")), marks((EXCLUDED, 3), (EXCLUDED, 7)), rule(0, 0, 2), rule(1, 1, 5))
    assert books.layers == (Entry(EXCLUDED, 3, ((0, 2),)), Entry(EXCLUDED, 7, ((2, 5),)))


def test_breaches_come_first_wherever_they_stand() -> None:
    books = kept(of((0, 10, "f")), marks((EXCLUDED, 3), (IN_BREACH, 7)), rule(0, 0, 2), rule(1, 4, 5))
    assert [(e.bucket, e.clause) for e in books.layers] == [(IN_BREACH, 7), (EXCLUDED, 3)]


def test_a_rule_that_takes_nothing_has_no_layer() -> None:
    assert kept(of((0, 10, "f")), marks((EXCLUDED, 3)), rule(0, 10, 20)).layers == ()


def test_a_layer_holds_what_its_rule_took_of_all_kinds() -> None:
    books = kept(of((0, 10, "f"), (4, 20, "w")), marks((EXCLUDED, 3)), rule(0, 2, 12))
    assert books.layers == (Entry(EXCLUDED, 3, ((2, 12),)),)
    assert set(books.lost) == set(books.left) == {("a", "f"), ("a", "w")}


def test_what_a_rule_took_of_the_time_between_is_in_its_layer() -> None:
    known = of((0, 2, "f"), (6, 8, "f"))
    books = kept(known, marks((EXCLUDED, 3)), rule(0, 3, 5), outages=join(chosen(known), 4, True, True))
    assert books.layers == (Entry(EXCLUDED, 3, ((3, 5),)),)
    assert dict(books.lost) == {}


def test_time_of_outages_that_are_too_short_has_the_clause_of_the_minimum() -> None:
    known = of((0, 2, "f"), (6, 18, "f"))
    outages = keep(join(chosen(known), 0, True, True), lambda lasting: lasting > 5, 0)
    books = kept(known, marks(too_short=4), outages=outages)
    assert books.layers == (Entry(EXCLUDED, 4, ((0, 2),)),)
    assert (books.family, books.kept) == (((0, 2, 0), (6, 18, 1)), ((6, 18, 1),))


def test_the_first_part_that_does_not_count_has_the_clause_of_the_minimum() -> None:
    known = of((0, 10, "f"), (1, 20, "w"))
    outages = keep(join(chosen(known), 0, True, True), lambda lasting: True, 5)
    books = kept(known, marks(too_short=4), outages=outages)
    assert books.layers == (Entry(EXCLUDED, 4, ((0, 5),)),)
    assert books.kept == ((5, 10, 0), (5, 20, 1))


def test_time_outside_the_hours_has_their_clause() -> None:
    books = kept(of((0, 10, "f"), (20, 30, "f")), marks(hours=6), hours=((5, 25),))
    assert books.layers == (Entry(OUTSIDE_HOURS, 6, ((0, 5), (25, 30))),)
    assert books.inside is not None


def test_what_is_excused_is_not_outside_the_hours_too() -> None:
    books = kept(of((0, 10, "f")), marks((EXCLUDED, 3), hours=NO_CLAUSE), rule(0, 0, 7), hours=((5, 25),))
    assert books.layers == (Entry(EXCLUDED, 3, ((0, 7),)), Entry(OUTSIDE_HOURS, NO_CLAUSE, ()))


def test_strangers_are_the_other_causes_of_the_services() -> None:
    known = of((0, 10, "f"), (20, 30, "x"), (25, 40, "y"), (50, 60, "z"))
    books = kept(known, marks(unnamed={"x": 2, "y": 2, "z": 1}))
    assert books.layers == (Entry(NOT_ATTRIBUTABLE, 1, ((50, 60),)), Entry(NOT_ATTRIBUTABLE, 2, ((20, 40),)))


def test_a_cause_that_nothing_is_said_of_has_no_clause() -> None:
    assert kept(of((0, 10, "x")), marks()).layers == (Entry(NOT_ATTRIBUTABLE, NO_CLAUSE, ((0, 10),)),)


def test_incidents_of_other_services_are_no_strangers() -> None:
    assert kept(of((0, 10, "x"), service="b"), marks()).layers == ()


def test_where_every_cause_counts_nobody_is_a_stranger() -> None:
    known = of((0, 10, "x"), (3, 4, None))
    family = known.pieces
    counted = excuse(family, (), known.causes, known.services)
    assert keep_books(known, marks(causes=None), family, family, counted, flatten(counted)).layers == ()


@pytest.mark.parametrize("counts", [True, False])
def test_an_incident_of_unknown_cause_is_a_stranger_in_one_of_two_worlds(counts: bool) -> None:
    known = of((0, 10, "f"), (20, 30, None))
    family = ((0, 10, 0), (20, 30, 1)) if counts else ((0, 10, 0),)
    counted = excuse(family, (), known.causes, known.services)
    books = keep_books(known, marks(), family, family, counted, flatten(counted))
    assert books.layers == (() if counts else (Entry(NOT_ATTRIBUTABLE, NO_CLAUSE, ((20, 30),)),))
