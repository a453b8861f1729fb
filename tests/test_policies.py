"""The two shipped policies: they check, their examples pass, and they hold their agreements whole.

What "whole" means is written here as data: for each clause of an agreement the place and the sentences that
state it, for each of its numbered assumptions the words by which the policy states it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from sla_dsl.evaluation.compiling.examples import ExampleRun, run_examples
from sla_dsl.evaluation.compiling.reading import Read, read
from sla_dsl.language import nodes as n
from sla_dsl.language.places import place_words

FOLDER = Path(__file__).parents[1] / "policies"
POLICIES = ("ecerium", "ezcnam")


class Clause(NamedTuple):
    """Where a clause is stated, and by which sentences: at least one of each kind stands there."""

    place: str
    kinds: tuple[type, ...]


CLAUSES = {
    "ecerium": {
        "E1 headline": Clause('§ "Rock-Solid Uptime Guarantee"', (n.Guarantee,)),
        "E2 how it works": Clause('§ "How it works" paragraph 1', (n.DefineTime, n.NotCounted)),
        "E3 rebate schedule": Clause('§ "Rebate Schedule"', (n.PeriodOfAccount, n.Credit)),
        "E4 definition": Clause('§ "Rebate Schedule" paragraph 1', (n.RoundTotal, n.DefineValue)),
        "E5 eligibility": Clause('§ "Rebate Schedule" paragraph 2', (n.DueOnlyIf, n.Clock)),
        "E6 form and cap": Clause('§ "Rebate Schedule" paragraph 3', (n.Payment, n.Limited, n.RoundName)),
        "E7 support hours": Clause('§ "Technical Support" paragraph 2', (n.DefineCalendar,)),
        "E7 knowledge base": Clause('§ "Technical Support" paragraph 1', (n.NothingComputed,)),
        "E8 urgent": Clause('§ "Urgent Issues"', (n.Target,)),
        "E9 non-urgent": Clause('§ "Non-Urgent Issues"', (n.Target,)),
        "E10 scheduled maintenance": Clause('§ "Scheduled Maintenance"', (n.DefineTime,)),
        "E11 unscheduled maintenance": Clause('§ "Unscheduled Maintenance"', (n.NothingComputed,)),
    },
    "ezcnam": {
        "Z1 opening": Clause('§ "Service Level Agreement"', (n.NothingComputed,)),
        "Z1 first section": Clause('§ "99.99% Availability"', (n.PeriodOfAccount, n.Guarantee, n.Join, n.DefineValue)),
        "Z2 definition": Clause('§ "Defining Unavailability"', (n.DefineTime, n.LongEnough)),
        "Z3 exclusion 1": Clause('§ "Defining Unavailability" item 1', (n.DefineTime, n.NotCounted)),
        "Z4 exclusion 2": Clause('§ "Defining Unavailability" item 2', (n.DefineTime, n.TimeNotCounted, n.NotCounted)),
        "Z5 exclusion 3": Clause('§ "Defining Unavailability" item 3', (n.NotCounted,)),
        "Z6 credit table": Clause('§ "Service Credits"', (n.RoundTotal, n.Credit, n.RoundName)),
        "Z7 claim": Clause('§ "Service Credits" paragraph 2 sentence 1', (n.Claim,)),
        "Z8 confirmation": Clause('§ "Service Credits" paragraph 2 sentence 2', (n.DueOnlyIf,)),
        "Z9 form": Clause('§ "Service Credits" paragraph 2 sentence 3', (n.Payment,)),
        "Z10 maximum": Clause('§ "Service Credits" paragraph 2 sentence 4', (n.Limited,)),
        "Z11 sole remedy": Clause('§ "Service Credits" paragraph 3', (n.NothingComputed,)),
    },
}

ASSUMPTIONS: dict[str, dict[int, tuple[str, ...]]] = {
    "ecerium": {
        1: ("the month's total, after overlaps are merged",),
        2: ("put back to the full minute; an incident that ends as it starts counts nothing",),
        3: ("more than 43,200 minutes down is still 0 %",),
        4: ("to report an incident that counts in that month",),
        5: ("percentages are of the monthly fee, which the agreement does not name",),
        6: ("at the exchange rate that is given", "the maximum comes first"),
        7: ("announced on the 3rd for the 10th is 7 days",),
        8: ("only inside its announced window: an overrun counts, and so does a failure",),
        9: ("Belgian public holidays are not working days", "the calendar month in Brussels"),
    },
    "ezcnam": {
        1: ("the test is of the joined outage, before exclusions and before the month is cut",),
        2: ("excused inside its announced window only", "taken out of an incident, and the rest of it counts"),
        3: ("notice is counted in calendar days", "not counted and the last day counts to its end"),
        4: ("cutting closes its gap between 4:22 and 4:23",),
        5: ("against that month, not the actual one",),
        6: ("one timely claim that names an incident that counts opens the month",),
        7: ("the agreement names no zone",),
        8: ("does not say how amounts are rounded",),
        9: ("incidents that overlap or touch are counted once",),
    },
}


@cache
def reading(name: str) -> Read:
    return read((FOLDER / f"{name}.sla").read_text(encoding="utf-8"), "sha256:0", f"{name}.sla")


@cache
def runs(name: str) -> tuple[ExampleRun, ...]:
    return run_examples(reading(name))


def sentences(name: str) -> tuple[n.Sentence, ...]:
    file = reading(name).file
    assert file is not None
    return file.sentences


@pytest.mark.parametrize("name", POLICIES)
def test_it_checks_without_errors_and_warnings(name: str) -> None:
    assert [f for f in reading(name).findings if f.severity != "note"] == []
    assert reading(name).tree is not None


@pytest.mark.parametrize(("name", "title"), [(p, run.title) for p in POLICIES for run in runs(p)])
def test_its_example_passes(name: str, title: str) -> None:
    run = next(run for run in runs(name) if run.title == title)
    assert (run.differences, run.findings) == ((), ())
    assert run.passed


@pytest.mark.parametrize("name", POLICIES)
def test_every_clause_that_pays_or_takes_out_has_an_example(name: str) -> None:
    shown = {run.place for run in runs(name)}
    kinds = (n.DefineTime, n.TimeNotCounted, n.Credit, n.DueOnlyIf, n.Claim, n.Limited, n.Target, n.RoundTotal)
    stated = {place_words(s.place) for s in sentences(name) if s.place and isinstance(s.body, kinds)}
    never = {'§ "Service Credits" paragraph 2 sentence 2', '§ "Service Credits" paragraph 2 sentence 4'}
    assert stated - shown - never == set()  # uptime is below 99.99 % wherever the table pays, and 20 % never binds


@pytest.mark.parametrize(("name", "clause"), [(p, clause) for p in POLICIES for clause in CLAUSES[p]])
def test_the_clause_is_stated_at_its_place(name: str, clause: str) -> None:
    place, kinds = CLAUSES[name][clause]
    found = [type(s.body) for s in sentences(name) if s.place and place_words(s.place) == place]
    assert [kind for kind in kinds if kind not in found] == []


@pytest.mark.parametrize("name", POLICIES)
def test_eleven_of_eleven_clauses_and_no_other_places(name: str) -> None:
    assert len({clause.split()[0] for clause in CLAUSES[name]}) == 11
    places = {place_words(s.place) for s in sentences(name) if s.place}
    silent = {
        '§ "Technical Support" paragraph 3'
    }  # the urgency of a ticket: nothing to compute, and no clause of its own
    assert places - silent == {clause.place for clause in CLAUSES[name].values()}


@pytest.mark.parametrize(("name", "number"), [(p, number) for p in POLICIES for number in ASSUMPTIONS[p]])
def test_the_assumption_is_stated(name: str, number: int) -> None:
    stated = [s.assuming for s in sentences(name) if s.assuming]
    for words in ASSUMPTIONS[name][number]:
        assert any(words in text for text in stated), words


@pytest.mark.parametrize("name", POLICIES)
def test_nine_of_nine_assumptions(name: str) -> None:
    assert [*ASSUMPTIONS[name]] == list(range(1, 10))


@pytest.mark.parametrize("name", POLICIES)
def test_every_assumption_stated_is_one_of_the_nine_or_names_what_the_agreement_leaves_out(name: str) -> None:
    words = [part for parts in ASSUMPTIONS[name].values() for part in parts]
    more = ("the agreement names no zone for the month",)  # of the ninth of Ecerium, said where the zone is set
    unheard = [s.assuming for s in sentences(name) if s.assuming and not any(w in s.assuming for w in (*words, *more))]
    assert unheard == []


@pytest.mark.parametrize("name", POLICIES)
def test_the_assumptions_travel_into_the_tree(name: str) -> None:
    tree = reading(name).tree
    assert tree is not None
    assert [text for _, text in tree.stated] == [s.assuming for s in sentences(name) if s.assuming]


@pytest.mark.parametrize("name", POLICIES)
def test_every_node_that_computes_has_its_clause(name: str) -> None:
    tree = reading(name).tree
    assert tree is not None
    ends = (root.node for group in (tree.measures, tree.guarantees, tree.credits, tree.targets) for root in group)
    assert [at for at in ends if tree.nodes[at].clause < 0] == []
