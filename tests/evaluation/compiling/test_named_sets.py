"""Which named sets are made first, and which of them differ from service to service."""

from __future__ import annotations

import pytest

from sla_dsl.evaluation.compiling.named_sets import Named, read_first, services_of, time_of, with_maintenance
from sla_dsl.findings.source import Source
from sla_dsl.language.agreement import Agreement
from sla_dsl.language.checking import check
from sla_dsl.language.parsing import parse
from tests.evaluation.making import DOWNTIME

SETS = """Breach means the time in which the customer is in breach.
Owing means Breach.
Planned means the maintenance announced or not.
Late means the time of Planned outside Owing.
Busy means Monday to Friday from 09:00 to 17:00 holidays included.
Fair means the whole period outside Breach within Busy.
Odd means the time of Late together with Late outside Planned.
Out means the time in which Gateway is down because of Failure outside Late.
Around means the whole period outside Out.
The provider guarantees as Calm that Around is at least 1 day and Fair is at least 1 day and Odd is at most 1 day.
"""


def agreement(text: str = DOWNTIME + SETS) -> Agreement:
    file, found = parse(Source("", text))
    assert file is not None, found
    checked, findings = check(file)
    assert checked is not None, findings
    return checked


def first(name: str, services: tuple[str, ...] = (), made: tuple[Named, ...] = ()) -> list[Named]:
    policy = agreement()
    return read_first(policy, time_of(policy.times[name]), services, lambda named: named in made)


def test_each_set_comes_after_those_that_it_reads_and_once() -> None:
    assert first("odd") == [("planned", ()), ("breach", ()), ("owing", ()), ("late", ())]


def test_what_is_made_already_is_left_out_with_all_that_it_reads() -> None:
    assert first("odd", made=(("late", ()),)) == [("planned", ())]


def test_calendars_are_no_sets_to_be_made() -> None:
    assert first("fair") == [("breach", ())]


def test_sets_are_read_with_the_services_of_what_they_cut() -> None:
    assert set(first("late", ("cloud",))) == {("planned", ("cloud",)), ("owing", ("cloud",)), ("breach", ("cloud",))}


def test_what_is_made_of_incidents_is_read_with_its_own_services() -> None:
    named = dict(first("around", ("cloud",)))
    assert named == {"out": ("cloud",), "late": ("gateway",), "planned": ("gateway",)} | dict.fromkeys(
        ("owing", "breach"), ("gateway",)
    )


def test_maintenance_is_found_by_whatever_names() -> None:
    assert with_maintenance(agreement()) == {"planned", "late", "odd"}


@pytest.mark.parametrize(("name", "services"), [("out", ("gateway",)), ("around", ()), ("owing", ())])
def test_services_are_those_of_the_incidents(name: str, services: tuple[str, ...]) -> None:
    assert services_of(agreement().times[name]) == services
