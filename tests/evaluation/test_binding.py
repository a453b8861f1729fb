from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.evaluation.binding import MOST_GUESSES, bind, known_names, nearest
from sla_dsl.evaluation.mistakes import unknown_in_evidence
from sla_dsl.evidence.facts import facts_of
from sla_dsl.evidence.limits import FINDINGS
from sla_dsl.evidence.timeline import Charge, Incident
from sla_dsl.findings.finding import Finding
from tests.evaluation.making import DOWNTIME, charge, incident, pause, ticket, timeline, tree, window

TEXT = (
    DOWNTIME
    + """Urgent is a priority: "urgent".
Non-Urgent is a priority: "not so".
Reply is a step on tickets recorded as Replied: "an answer".
Reply is due on an Urgent ticket within 4 hours after it is opened.
Reply is due on a Non-Urgent ticket within 8 hours after it is opened.
Support Fee is a charge: "support".
Base means Monthly Fee plus Support Fee.
Rebate is a credit on Base, of 5 %.
Rebate is rounded down to the cent.
"""
)


def bound(*incidents: Incident, **lists: Any) -> tuple[list[Finding], list[str]]:
    of = tree(TEXT)
    return bind(of, known_names(of), facts_of(timeline(*incidents, **lists)))


def told(*incidents: Incident, **lists: Any) -> list[tuple[str, str, str]]:
    """Code, field and repair of each finding."""
    findings, _ = bound(*incidents, **lists)
    return [(f.code, f.field, f.repair) for f in findings]


def test_a_timeline_that_fits_is_bound_without_a_word() -> None:
    lists: dict[str, Any] = {
        "maintenance": [window("04 10:00-11:00")],
        "charges": [charge("5"), charge("6", what="support_fee")],
        "tickets": [ticket("04 10:00", "non_urgent", replied=None), ticket("05 10:00", "urgent")],
    }
    assert bound(incident("04 10:00-11:00"), incident("04 10:00-11:00", None), **lists) == ([], [])


def test_the_names_of_a_policy() -> None:
    known = known_names(tree(TEXT))
    assert "gateway" in known.services
    assert {None, "work"} <= known.causes
    assert {
        ("window", "gateway"),
        ("period", "month"),
        ("charge", "support_fee"),
        ("priority", "non_urgent"),
    } <= known.others
    assert ("step", "replied") in known.others
    assert ("step", "reply") not in known.others


@pytest.mark.parametrize(
    ("cause", "repair"),
    [
        ("falure", 'Did you mean "failure"?'),
        ("Failure", 'Did you mean "failure"?'),
        ("lightning", 'It declares: "failure", "work".'),
    ],
)
def test_an_unknown_cause(cause: str, repair: str) -> None:
    assert told(incident("04 10:00-11:00"), incident("05 10:00-11:00", cause)) == [
        ("unknown-cause", "incidents[1].cause", repair)
    ]


def test_a_service_that_is_nearly_one_of_the_policys() -> None:
    findings, notes = bound(
        incident("04 10:00-11:00", service="gatewa"), maintenance=[window("04 10:00-11:00", service="Gate-way")]
    )
    assert [(f.code, f.field) for f in findings] == [
        ("unknown-service", "incidents[0].service"),
        ("unknown-service", "maintenance[0].service"),
    ]
    assert findings[0].message == 'The policy covers no service called "gatewa", but one called "gateway".'
    assert len(notes) == 2


def test_a_plainly_different_service_lies_elsewhere() -> None:
    findings, notes = bound(
        incident("04 10:00-11:00", "lightning", service="email"),
        incident("05 10:00-11:00", service="cloud"),
        maintenance=[window("04 10:00-11:00", service="email"), window("05 10:00-11:00")],
    )
    assert findings == []
    assert notes == [
        "2 incidents are of a service that this policy does not cover (cloud, email): not counted.",
        "1 maintenance window is of a service that this policy does not cover (email): not counted.",
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (charge("5", what="monthly fee"), [("unknown-charge", "charges[0].what", 'Did you mean "monthly_fee"?')]),
        (
            charge("5", what="parking"),
            [("unknown-charge", "charges[0].what", 'It declares: "monthly_fee", "support_fee".')],
        ),
        (charge("5", period="2026"), [("wrong-period", "charges[0].period", "Write it like this: 2026-03.")]),
        (charge("5", period="soon"), [("wrong-period", "charges[0].period", "Write it like this: 2026-03.")]),
    ],
)
def test_charges(given: Charge, expected: list[tuple[str, str, str]]) -> None:
    assert told(charges=[given]) == expected


def test_a_charge_may_be_wrong_in_two_ways() -> None:
    assert [code for code, _, _ in told(charges=[charge("5", what="parking", period="2026-Q1")])] == [
        "unknown-charge",
        "wrong-period",
    ]


def test_tickets() -> None:
    assert told(tickets=[ticket("04 10:00", "urgent"), ticket("05 10:00", "non urgent", replid=None, closed=None)]) == [
        ("unknown-priority", "tickets[1].priority", 'Did you mean "non_urgent"?'),
        ("unknown-step", "tickets[1].replid", 'Did you mean "replied"?'),
        ("unknown-step", "tickets[1].closed", 'It declares: "replied".'),
    ]


def test_where_the_policy_declares_none_the_repair_says_so() -> None:
    of = tree(DOWNTIME)
    findings, _ = bind(of, known_names(of), facts_of(timeline(tickets=[ticket("04 10:00", replied=None)])))
    assert [f.repair for f in findings] == [
        "The policy declares no priority at all; take the record out, or declare it in the policy.",
        "The policy declares no step at all; take the record out, or declare it in the policy.",
    ]


def test_everything_that_does_not_fit_is_told_at_once_in_the_order_of_the_lists() -> None:
    codes = [
        code
        for code, _, _ in told(
            incident("05 10:00-11:00", "lightning"),
            incident("04 10:00-11:00", "hail"),
            tickets=[ticket("04 10:00", "low")],
            charges=[charge("5", what="parking")],
        )
    ]
    assert codes == ["unknown-cause", "unknown-cause", "unknown-charge", "unknown-priority"]


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("failure", ["failure", "work"], "failure"),
        ("FAILURE", ["failure", "work"], "failure"),
        ("non urgent", ["urgent", "non_urgent"], "non_urgent"),
        ("Non-Urgent", ["urgent", "non_urgent"], "non_urgent"),
        ("_failure_", ["failure"], "failure"),
        ("failur", ["failure", "work"], "failure"),
        ("fail", ["failure", "work"], ""),
        ("lightning", ["failure", "work"], ""),
        ("ab", ["aa", "bb"], ""),
        ("", ["failure"], ""),
        ("failure", [], ""),
        ("abcdefghix", ["abcdefghiy", "abcdefghiz"], "abcdefghiz"),
    ],
)
def test_the_nearest_name(word: str, known: list[str], found: str) -> None:
    assert nearest(word, known) == found


def test_of_many_names_some_are_listed_and_long_ones_are_cut() -> None:
    known = [f"cause_{number}" for number in range(11)]
    found = unknown_in_evidence("cause", "x" * 4_096, known, "incidents[0].cause", "")
    listed = ", ".join(f'"{name}"' for name in known[:9])
    assert found.repair == f"It declares: {listed}, …."
    assert len(found.message) < 200
    assert unknown_in_evidence("cause", "x", known[:10], "", "").repair.endswith('"cause_9".')


def looked_up(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that are looked up from now on; none is like any other."""
    asked: list[str] = []

    def nothing(word: str, known: object) -> str:
        asked.append(word)
        return ""

    monkeypatch.setattr("sla_dsl.evaluation.binding.nearest", nothing)
    return asked


def test_what_was_meant_is_looked_up_once_for_each_name(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = looked_up(monkeypatch)
    repairs = {repair for _, _, repair in told(*[incident(f"{day:02} 10:00-11:00", "falure") for day in range(1, 20)])}
    assert (asked, repairs) == (["falure"], {'It declares: "failure", "work".'})


def test_the_cause_of_an_incident_that_lies_elsewhere_is_not_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = looked_up(monkeypatch)
    assert told(incident("04 10:00-11:00", "falure", service="email")) == []
    assert asked == ["email"]


def test_of_many_unknown_names_the_first_are_looked_up_and_the_first_mistakes_told() -> None:
    many = MOST_GUESSES + 200
    strangers = [incident("04 10:00-11:00", f"falure{n:04}", f"I{n}") for n in range(many)]
    misspelt = [incident("04 10:00-11:00", service=f"gateway{n:03x}", name=f"S{n}") for n in range(many)]
    found = told(*strangers)
    assert [field for _, field, _ in found] == [*(f"incidents[{n}].cause" for n in range(FINDINGS)), ""]
    assert {repair for _, _, repair in found[:-1]} == {'It declares: "failure", "work".'}
    assert (found[-1][0], bound(*strangers)[0][-1].message) == (
        "more-findings",
        "200 more mistakes were found and not listed.",
    )
    codes = [code for code, _, _ in told(*misspelt)]
    assert codes == ["unknown-service"] * FINDINGS + ["more-findings"]


def test_beyond_so_many_names_the_repair_lists_what_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sla_dsl.evaluation.binding.MOST_GUESSES", 1)
    assert told(incident("04 10:00-11:00", "falure"), incident("04 10:00-11:00", "failur", "B")) == [
        ("unknown-cause", "incidents[0].cause", 'It declares: "failure", "work".'),
        ("unknown-cause", "incidents[1].cause", 'Did you mean "failure"?'),
    ]
    misspelt = [incident("04 10:00-11:00", service=name, name=name) for name in ("gatewa", "gatewy")]
    assert [code for code, _, _ in told(*misspelt)] == ["unknown-service"] * 2


PAUSED = TEXT.replace("4 hours after it is opened.", "4 hours after it is opened, not counting Waiting.").replace(
    "Reply is due on a Non-", 'Waiting is a pause of tickets recorded as On Hold: "it waits".\nReply is due on a Non-'
)


def bound_to_pauses(text: str, *states: str) -> tuple[list[tuple[str, str, str]], list[str]]:
    """What is told of a ticket with these pauses, and noted."""
    pauses = [pause("T", state, "04 10:00-11:00") for state in states]
    line = timeline(tickets=[ticket("04 10:00", name="T", replied=None)], pauses=pauses)
    findings, notes = bind(tree(text), known_names(tree(text)), facts_of(line))
    return [(f.code, f.field, f.repair) for f in findings], notes


def test_a_state_that_is_nearly_one_of_the_policys_is_refused() -> None:
    assert bound_to_pauses(PAUSED, "on_hold") == ([], [])
    found, _ = bound_to_pauses(PAUSED, "on_hold", "onhold")
    repair = 'Write "on_hold" if that is meant; if it is another state, give it a name that is not so alike.'
    assert found == [("unknown-pause", "pauses[1].state", repair)]


def test_a_plainly_different_state_is_noted() -> None:
    note = "1 pause of a ticket is of a state in which this policy stops no clock (with_supplier): its time counts."
    assert bound_to_pauses(PAUSED, "on_hold", "with_supplier") == ([], [note])


def test_where_the_policy_stops_no_clock_all_pauses_are_noted() -> None:
    found, notes = bound_to_pauses(TEXT, "with_supplier", "on_hold")
    assert found == []
    assert notes == [
        "2 pauses of tickets are recorded (on_hold, with_supplier), and this policy does not stop the clock of any"
        " ticket: their time counts."
    ]
