"""What must hold between records: each case told at the record that breaks it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from sla_dsl.evidence.reading import read_plain
from sla_dsl.findings.finding import Finding
from tests.evidence.making import (
    END,
    START,
    breach,
    charge,
    claim,
    incident,
    pause,
    plain,
    rate,
    refused,
    report,
    sound,
    ticket,
    window,
)

AS_OF = "2026-03-10T00:00:00Z"
LATER = "2026-03-10T00:00:00.000001Z"


def findings(case: dict[str, Any]) -> list[Finding]:
    return read_plain(case)[1]


@pytest.mark.parametrize(
    ("kind", "make"), [("incidents", incident), ("maintenance", window), ("breaches", breach), ("pauses", pause)]
)
def test_t01_an_end_before_its_start_is_told_with_both_values(kind: str, make: Any) -> None:
    (finding,) = findings({**plain(), kind: [make(start=END, end=START)]})
    assert (finding.code, finding.field) == ("end-before-start", f"{kind}[0].end")
    assert finding.message == f"The end {START} is before the start {END}."


def test_t01_values_that_came_as_no_text_are_shown_in_utc() -> None:
    start, end = datetime(2026, 3, 2, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC)
    (finding,) = findings(plain(incidents=[incident(start=start, end=end)]))
    assert finding.message == "The end 2026-03-01T00:00:00Z is before the start 2026-03-02T00:00:00Z."


def test_t01_one_microsecond_is_enough() -> None:
    case = plain(incidents=[incident(start="2026-03-04T10:00:00.000001Z", end="2026-03-04T10:00:00Z")])
    assert refused(read_plain(case)) == ["end-before-start incidents[0].end"]


def test_an_end_is_compared_as_an_instant_not_as_a_text() -> None:
    assert sound(read_plain(plain(incidents=[incident(start="2026-03-04T10:00:00+01:00", end="2026-03-04T09:00:01Z")])))


@pytest.mark.parametrize(
    ("kind", "make"), [("incidents", incident), ("maintenance", window), ("claims", claim), ("tickets", ticket)]
)
def test_t11_a_double_id(kind: str, make: Any) -> None:
    case = plain(incidents=[incident()])
    case[kind] = [make("A"), make("B"), make("A")]
    if kind == "incidents":
        case[kind].append(make("INC-1"))
    (finding,) = findings(case)
    assert (finding.code, finding.field) == ("double-id", f"{kind}[2].id")
    assert f"{kind}[0] has the id" in finding.message


def test_t11_a_double_id_says_whether_the_records_are_the_same() -> None:
    same, other = (findings(plain(incidents=[incident(), one]))[0] for one in (incident(), incident(cause="flood")))
    assert same.repair == "It says the same; take it out."
    assert other.repair == "Give one of the two another id, or take it out."


def test_t11_the_same_times_under_other_ids_are_two_incidents() -> None:
    assert len(sound(read_plain(plain(incidents=[incident("A"), incident("B")]))).incidents) == 2


def test_ids_of_different_kinds_do_not_meet() -> None:
    case = plain(
        incidents=[incident("A")],
        maintenance=[window("A")],
        tickets=[ticket("A")],
        claims=[claim("A", incidents=["A"])],
    )
    assert sound(read_plain(case))


def test_a_third_one_is_told_of_the_first() -> None:
    told = findings(plain(incidents=[incident()] * 3))
    assert [finding.field for finding in told] == ["incidents[1].id", "incidents[2].id"]
    assert all("incidents[0] has" in finding.message for finding in told)


def test_t14_a_report_of_no_incident() -> None:
    (finding,) = findings(plain(incidents=[incident()], reports=[report(), report("INC-2")]))
    assert (finding.code, finding.field) == ("unknown-incident", "reports[1].incident")
    assert finding.repair == 'Did you mean "INC-1"?'


def test_t14_each_unknown_incident_of_a_claim_is_told() -> None:
    case = plain(incidents=[incident()], claims=[claim(incidents=["A", "INC-1", "B"])])
    assert refused(read_plain(case)) == [
        "unknown-incident claims[0].incidents[0]",
        "unknown-incident claims[0].incidents[2]",
    ]


def test_references_to_an_incident_that_is_refused_for_something_else_are_no_mistake() -> None:
    case = plain(incidents=[incident(start="soon")], reports=[report()], claims=[claim()])
    assert refused(read_plain(case)) == ["bad-instant incidents[0].start"]


def test_without_a_list_of_incidents_references_cannot_be_judged() -> None:
    assert refused(read_plain(plain(incidents=None, reports=[report()]))) == ["not-a-list incidents"]


def test_ids_are_compared_exactly() -> None:
    case = plain(incidents=[incident("inc-1"), incident("7")], reports=[report("INC-1"), report("07")])
    assert refused(read_plain(case)) == ["unknown-incident reports[0].incident", "unknown-incident reports[1].incident"]


def test_two_reports_of_one_incident_are_no_mistake() -> None:
    assert sound(read_plain(plain(incidents=[incident()], reports=[report(), report()])))


def test_a_claim_may_name_no_incident() -> None:
    assert sound(read_plain(plain(claims=[claim(incidents=[])])))


def test_two_charges_for_one_thing_and_period() -> None:
    case = plain(charges=[charge(), charge(what="sms"), charge(period="2026-04"), charge(amount="1")])
    (finding,) = findings(case)
    assert (finding.code, finding.field) == ("double-charge", "charges[3].period")
    assert finding.message == 'The charge in charges[0] is of "fee" for "2026-03", too.'


def test_two_charges_in_two_currencies_are_two_charges() -> None:
    assert refused(read_plain(plain(charges=[charge(), charge(currency="USD")]))) == ["double-charge charges[1].period"]


def test_two_rates_for_one_pair() -> None:
    case = plain(rates=[rate(), rate(to="GBP"), {"from": "USD", "to": "EUR", "rate": "0.92"}, rate(rate="1.0838")])
    (finding,) = findings(case)
    assert (finding.code, finding.field) == ("double-rate", "rates[3].from")
    assert "rates[0] is from" in finding.message


@pytest.mark.parametrize(("kind", "make"), [("incidents", incident), ("maintenance", window), ("breaches", breach)])
def test_t03_an_open_end_needs_as_of(kind: str, make: Any) -> None:
    case = {**plain(), kind: [make(end=None)]}
    assert refused(read_plain(case)) == [f"open-end-without-as-of {kind}[0].end"]
    assert refused(read_plain({**case, "as_of": None})) == [f"open-end-without-as-of {kind}[0].end"]
    timeline = sound(read_plain({**case, "as_of": AS_OF}))
    assert getattr(timeline, kind)[0].end is None


HAPPENED = {
    "incidents[0].start": plain(incidents=[incident(start=LATER, end=None)]),
    "incidents[0].end": plain(incidents=[incident(end=LATER)]),
    "maintenance[0].announced": plain(maintenance=[window(announced=LATER)]),
    "reports[0].at": plain(incidents=[incident()], reports=[report(at=LATER)]),
    "claims[0].at": plain(incidents=[incident()], claims=[claim(at=LATER)]),
    "breaches[0].start": plain(breaches=[breach(start=LATER, end=None)]),
    "breaches[0].end": plain(breaches=[breach(end=LATER)]),
    "tickets[0].opened": plain(tickets=[ticket(opened=LATER)]),
    "tickets[0].acted": plain(tickets=[ticket(acted=LATER)]),
}


@pytest.mark.parametrize("field", HAPPENED)
def test_what_happened_later_than_as_of(field: str) -> None:
    case = {**HAPPENED[field], "as_of": AS_OF}
    (finding,) = findings(case)
    assert (finding.code, finding.field) == ("after-as-of", field)
    assert finding.message == f"{LATER} is later than {AS_OF}, up to which this timeline is kept."


def test_what_happened_at_as_of_is_in_the_record() -> None:
    case = plain(
        as_of=AS_OF,
        incidents=[incident(end=AS_OF)],
        reports=[report(at=AS_OF)],
        claims=[claim(at=AS_OF)],
        tickets=[ticket(opened=AS_OF, acted=AS_OF)],
        breaches=[breach(start=AS_OF, end=AS_OF)],
    )
    assert sound(read_plain(case))


def test_an_announced_window_may_lie_ahead() -> None:
    ahead = window(start="2026-05-01T00:00:00Z", end="2026-05-02T00:00:00Z")
    assert sound(read_plain(plain(as_of=AS_OF, maintenance=[ahead])))


def test_a_charge_may_be_for_a_period_that_lies_ahead() -> None:
    assert sound(read_plain(plain(as_of=AS_OF, charges=[charge(period="2027-01")])))


def test_what_cannot_be_read_is_told_once() -> None:
    case = plain(
        incidents=[incident(start="?", end=None), 5, incident(id=None)],
        claims=[claim(incidents=5), None],
        charges=[charge(what=5), charge(what=5), None],
        rates=[rate(to="x"), rate(to="x")],
        tickets=[None, ticket(acted=5)],
        as_of=AS_OF,
    )
    assert refused(read_plain(case)) == [
        "bad-instant incidents[0].start",
        "not-a-record incidents[1]",
        "null-not-allowed incidents[2].id",
        "wrong-value claims[0].incidents",
        "not-a-record claims[1]",
        "wrong-value charges[0].what",
        "wrong-value charges[1].what",
        "not-a-record charges[2]",
        "bad-currency rates[0].to",
        "bad-currency rates[1].to",
        "not-a-record tickets[0]",
        "wrong-value tickets[1].acted",
    ]


def test_many_unknown_references_among_many_incidents_take_no_long_time() -> None:
    case = plain(incidents=[incident(f"I{n}") for n in range(5_000)], reports=[report(f"R{n}") for n in range(5_000)])
    timeline, told = read_plain(case)
    assert timeline is None
    assert told[-1].code == "more-findings"
    assert told[0].repair == "Add the incident, or correct the id."


def test_a_pause_is_of_a_ticket_of_the_timeline() -> None:
    assert sound(read_plain(plain(tickets=[ticket()], pauses=[pause()])))
    (finding,) = findings(plain(tickets=[ticket()], pauses=[pause(), pause("T1")]))
    assert (finding.code, finding.field) == ("unknown-ticket", "pauses[1].ticket")
    assert (finding.message, finding.repair) == ('There is no ticket "T1".', 'Did you mean "T-1"?')
    assert refused(read_plain(plain(tickets=[], pauses=[pause()]))) == ["unknown-ticket pauses[0].ticket"]


def test_without_a_list_of_tickets_nobody_knows_which_there_are() -> None:
    assert sound(read_plain(plain(pauses=[pause()]))).tickets is None


def test_a_pause_that_goes_on_needs_to_know_up_to_when() -> None:
    given = {"tickets": [ticket()], "pauses": [pause(end=None)]}
    assert refused(read_plain(plain(**given))) == ["open-end-without-as-of pauses[0].end"]
    assert sound(read_plain(plain(**given, as_of=AS_OF)))
    late = {**given, "pauses": [pause(start=LATER, end=None)]}
    assert refused(read_plain(plain(**late, as_of=AS_OF))) == ["after-as-of pauses[0].start"]
