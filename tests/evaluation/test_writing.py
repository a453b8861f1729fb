from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest

from sla_dsl.evaluation.ledger import Fate
from sla_dsl.evaluation.result import Known, Measure
from sla_dsl.evaluation.writing import FORMAT, measure_data, result_data, verdict, versions
from sla_dsl.values.holidays import holidays_version
from sla_dsl.values.money import Money
from sla_dsl.values.numbers import Exact
from sla_dsl.values.zones import tzdata_version
from tests.evaluation.making import (
    CREDIT,
    DOWNTIME,
    SUPPORT,
    charge,
    claim,
    incident,
    lasting,
    policy,
    report,
    result,
    ticket,
    timeline,
    window,
)

DOWN = incident("04 10:00-20:00", name="A")
DOUBTFUL = incident("05 10:00-20:00", None, "D")
FEE = [charge("100")]


def data(text: str, *incidents: Any, as_of: str | None = None, **lists: Any) -> dict[str, Any]:
    return result_data(result(text, timeline(*incidents, as_of=as_of, **lists)))


def period(text: str, *incidents: Any, as_of: str | None = None, **lists: Any) -> dict[str, Any]:
    found: dict[str, Any] = data(text, *incidents, as_of=as_of, **lists)["periods"][0]
    return found


# ---------------------------------------------------------------- the head


def test_the_head_says_what_was_evaluated_on_what() -> None:
    text = CREDIT.replace("divided by 30 days.", 'divided by 30 days assuming "thirty".')
    found = data(text, lasting("04 10:00"), as_of="20 12:00:00.5", maintenance=None)
    assert (found["format"], found["account"], found["as_of"]) == (FORMAT, "acme", "2026-03-20T12:00:00.5Z")
    assert found["policy"] == {"name": "Test", "digest": policy(text).digest}
    assert found["evidence"]["digest"].startswith("sha256:")
    assert found["evidence"]["records"]["incidents"] == {"given": 1, "used": 1, "excluded": 0, "outside": 0}
    assert found["evidence"]["records"]["maintenance"] is None
    assert found["assumptions"] == [{"clause": "", "assuming": "thirty"}]
    assert [*found] == [
        "format", "policy", "account", "as_of", "versions", "evidence", "assumptions", "periods", "notes",
    ]  # fmt: skip


def test_a_closed_record_has_no_as_of() -> None:
    assert data(CREDIT)["as_of"] is None


TARGETS = SUPPORT + "Reply is due on an Urgent ticket within 2 Business hours after it is opened.\n"
HOLIDAYS = TARGETS.replace("holidays included", "except holidays of Belgium")


def test_versions_of_what_the_answer_depends_on() -> None:
    plain = {"language": 1, "tzdata": tzdata_version()}
    tickets = [ticket("04 10:00", replied=None)]
    assert versions(result(TARGETS, timeline(tickets=tickets))) == plain
    assert versions(result(HOLIDAYS, timeline())) == plain
    assert versions(result(HOLIDAYS, timeline(tickets=tickets))) == {**plain, "holidays": holidays_version()}


def test_holidays_that_hours_and_claims_ask_for_are_versions_too() -> None:
    office = "Office means Monday to Friday from 09:00 to 17:00 except holidays of Belgium.\n"
    hours = DOWNTIME.replace("because of Failure or Work.", "because of Failure or Work within Office.") + office
    claims = CREDIT + office
    claims += (
        "Rebate must be claimed within 5 Office days after the end of the period, and one claim opens the period.\n"
    )
    for text in (hours, claims):
        assert versions(result(text, timeline(DOWN, charges=FEE)))["holidays"] == holidays_version()


def test_a_compiled_policy_names_the_holidays_that_it_holds() -> None:
    from sla_dsl import evaluate, read_policy

    held = policy(HOLIDAYS).to_compiled()
    compiled = read_policy(held).require()
    found = evaluate(compiled, timeline(tickets=[ticket("04 10:00", replied=None)]), ["2026-03"]).require()
    assert versions(found)["holidays"] == json.loads(held)["calendars"]["business"]["listed"]["version"]


# ---------------------------------------------------------------- measures


def known(value: Any) -> Known:
    return Known(value, value, value)


@pytest.mark.parametrize(
    ("kind", "given", "expected"),
    [
        ("elapsed", known(90 * 1_000_000), {"seconds": 90}),
        ("elapsed", known(1), {"seconds": "0.000001"}),
        ("ratio", known(Fraction(1, 3)), {"ratio": "1/3", "percent": "33.333333"}),
        ("ratio", known(1), {"ratio": "1", "percent": "100.000000"}),
        ("number", known(Fraction(7, 2)), {"number": "3.5"}),
        ("money", known(Money(45, "EUR")), {"amount": "45.00", "currency": "EUR"}),
        ("money", known(Money(Fraction(1, 8), "EUR")), {"amount": "0.125", "currency": "EUR"}),
        (
            "elapsed", Known(None, 0, 60_000_000, ("x",)),
            {"seconds": None, "least": {"seconds": 0}, "most": {"seconds": 60}, "needs": ["x"]},
        ),
        (
            "ratio", Known(None, None, None, ("x", "y")),
            {"ratio": None, "percent": None, "least": None, "most": None, "needs": ["x", "y"]},
        ),
        (
            "number", Known(None, 1, None, ("x",)),
            {"number": None, "least": {"number": "1"}, "most": None, "needs": ["x"]},
        ),
        (
            "money", Known(None, Money(0, ""), None, ("x",)),
            {
                "amount": None, "currency": None,
                "least": {"amount": "0", "currency": None}, "most": None, "needs": ["x"],
            },
        ),
    ],
)  # fmt: skip
def test_measures(kind: str, given: Known, expected: dict[str, Any]) -> None:
    assert measure_data(Measure("it", "It", kind, given)) == expected


def test_a_period_has_its_bounds_in_the_zone() -> None:
    found = period(CREDIT.replace("is UTC", "is Europe/Brussels"))
    assert (found["period"], found["start"], found["end"]) == (
        "2026-03",
        "2026-03-01T00:00:00+01:00",
        "2026-04-01T00:00:00+02:00",
    )


# ---------------------------------------------------------------- credits

CLAIMED = CREDIT + (
    "Rebate must be claimed within 10 days after the end of the period, and one claim opens the period.\n"
)


def credit(text: str, *incidents: Any, **lists: Any) -> dict[str, Any]:
    (found,) = period(text, *incidents, **{"charges": FEE, **lists})["credits"]
    assert found.pop("because")
    return dict(found)


def test_how_a_credit_is_paid() -> None:
    assert "paid_as" not in credit(CREDIT, DOWN)
    said = "Rebate is paid as Bonus or Refund at the choice of the customer.\n"
    assert credit(CREDIT + said, DOWN)["paid_as"] == {
        "forms": ["Bonus", "Refund"],
        "only": False,
        "chooser": "customer",
    }
    assert credit(f"{CREDIT}Rebate is paid only as Refund.\n", DOWN)["paid_as"] == {
        "forms": ["Refund"], "only": True, "chooser": None,
    }  # fmt: skip


def test_a_credit_that_is_due() -> None:
    assert credit(CREDIT, DOWN) == {
        "name": "rebate", "status": "due", "rate": "50", "amount": "50.00", "currency": "EUR", "capped": False,
        "needs": [],
    }  # fmt: skip


def test_a_credit_of_nothing_has_no_amount() -> None:
    found = credit(CREDIT)
    assert (found["status"], found["rate"], found["amount"], found["currency"]) == ("none", "0", None, "EUR")


def test_a_credit_that_can_be_claimed_has_its_last_day() -> None:
    found = credit(CLAIMED, DOWN, as_of="05 00:00")
    assert (found["status"], found["amount"], found["claim_by"]) == ("claimable", "50.00", "2026-04-10")
    assert "claim_by" not in credit(CLAIMED, DOWN, claims=[claim("05 10:00", "A")])
    assert "claim_by" not in credit(CLAIMED, DOWN)


def test_a_credit_that_is_not_eligible_has_no_amount() -> None:
    found = credit(CLAIMED, DOWN)
    assert (found["status"], found["rate"], found["amount"]) == ("not_eligible", "50", None)


def test_a_credit_that_is_not_known_has_its_bounds() -> None:
    found = credit(CREDIT, DOUBTFUL)
    assert (found["status"], found["rate"], found["amount"]) == ("unknown", None, None)
    assert (found["rate_least"], found["rate_most"], found["least"], found["most"]) == ("0", "50", "0.00", "50.00")
    assert found["needs"] == ["the cause of incident D"]


def test_a_credit_without_a_charge_has_no_currency() -> None:
    found = credit(CREDIT, DOWN, charges=[])
    assert (found["status"], found["currency"], found["least"], found["most"]) == ("unknown", None, "0", None)


def test_a_credit_that_can_be_claimed_but_not_counted() -> None:
    found = credit(CLAIMED, DOWN, as_of="05 00:00", charges=[])
    assert (found["status"], found["amount"], found["least"], found["most"]) == ("claimable", None, "0", None)


# ---------------------------------------------------------------- incidents


def fate(counted: Exact, most: Exact | None = None, reasons: Any = (), most_reasons: Any = None) -> Fate:
    highest = int(counted if most is None else most)
    return Fate(0, int(counted), reasons, highest, reasons if most_reasons is None else most_reasons)


EXCLUDED = (("excluded", 0),)


@pytest.mark.parametrize(
    ("fates", "expected"),
    [
        ((), "elsewhere"),
        ((fate(5),), "counted"),
        ((fate(0, reasons=EXCLUDED),), "excluded"),
        ((fate(0),), "excluded"),
        ((fate(5, reasons=EXCLUDED),), "partly"),
        ((fate(5), fate(0, reasons=EXCLUDED)), "counted"),
        ((fate(0, reasons=EXCLUDED), fate(5, reasons=EXCLUDED)), "partly"),
        ((fate(0, 5, EXCLUDED, ()),), "unknown"),
        ((fate(2, 5, EXCLUDED, EXCLUDED),), "partly"),
        ((fate(2, 5, EXCLUDED, ()),), "unknown"),
    ],
)
def test_verdict(fates: tuple[Fate, ...], expected: str) -> None:
    assert verdict(fates) == expected


def test_every_incident_that_was_supplied_has_its_row_in_order_of_time() -> None:
    later = incident("2026-06-04 10:00 - 2026-06-04 11:00", name="L")
    rows = period(CREDIT, later, DOUBTFUL, DOWN)["incidents"]
    assert [(row["id"], row["verdict"], row["seconds"]) for row in rows] == [
        ("A", "counted", 36_000),
        ("D", "unknown", None),
        ("L", "elsewhere", 0),
    ]
    assert (rows[1]["least"], rows[1]["most"]) == (0, 36_000)
    assert "least" not in rows[0]
    assert all(row["because"] for row in rows)


def test_seconds_are_exact() -> None:
    (row,) = period(CREDIT, incident("04 10:00:00-10:00:00.000001"))["incidents"]
    assert row["seconds"] == "0.000001"


# ---------------------------------------------------------------- tickets and the ledger


def test_tickets() -> None:
    text = SUPPORT + "Reply is due on an Urgent ticket within 2 Business hours after it is opened.\n"
    text += "Repair is due on an Urgent ticket within 8 hours after Reply.\n"
    (row,) = period(text, tickets=[ticket("04 10:00", name="T", replied=None)])["tickets"]
    assert row == {
        "id": "T",
        "targets": [
            {"name": "reply", "due": "2026-03-04T12:00:00Z", "verdict": "missed"},
            {"name": "repair", "due": None, "verdict": "pending"},
        ],
    }


def test_the_ledger_adds_up_to_the_period() -> None:
    text = CREDIT + "§ 1\nAnnounced means the maintenance announced or not.\n"
    text += "An incident because of Work within Announced does not count as Downtime.\n"
    work, windows = incident("05 10:00-11:00", "work"), [window("05 10:00-10:40")]
    (rows,) = period(text, DOWN, work, maintenance=windows)["ledger"].values()
    assert rows == [
        {"bucket": "counted", "clause": "", "seconds": 36_000 + 1_200},
        {"bucket": "excluded", "clause": "§ 1", "seconds": 2_400},
        {"bucket": "up", "clause": "", "seconds": 31 * 86_400 - 39_600},
    ]


def test_all_of_it_is_json() -> None:
    found = data(CREDIT, DOWN, DOUBTFUL, charges=FEE, reports=[report("A")])
    assert json.loads(json.dumps(found)) == found
    assert found == result(CREDIT, timeline(DOWN, DOUBTFUL, charges=FEE, reports=[report("A")])).to_dict()
