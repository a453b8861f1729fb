"""The sentence for each credit and each guarantee."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sla_dsl.evaluation.policy import read_policy
from sla_dsl.evaluation.using import load_policy
from sla_dsl.faces.layout import laid_out
from sla_dsl.faces.pictures.answers import answer_lines, in_running_text, with_article
from tests.faces.running import CASES, POLICIES, incident, result, timeline

FROM_MORNING = {"start": "2026-03-04T10:00:00+01:00", "end": "2026-03-04T11:00:00+01:00"}


def _answers(plain: dict[str, Any]) -> list[str]:
    return list(laid_out(answer_lines(result(plain).periods[0]), None))


def _one(**changes: Any) -> dict[str, Any]:
    reports = [{"incident": "I-1", "at": "2026-03-04T10:15:00+01:00"}]
    fees = [{"period": "2026-03", "what": "fee", "amount": "300.00", "currency": "EUR"}]
    whole = {"incidents": [incident(**FROM_MORNING)], "reports": reports, "charges": fees, **changes}
    return timeline(**whole)


def test_due() -> None:
    credit, guarantee = _answers(_one())
    assert credit == "A credit of 30.00 EUR is due."
    assert guarantee == "The guarantee that Uptime is at least 99.9 % was missed: Uptime is 99.861111… % (§ 3)."


def test_due_and_held_to_the_limit() -> None:
    fees = [{"period": "2026-03", "what": "fee", "amount": "900.00", "currency": "EUR"}]
    assert _answers(_one(charges=fees))[0] == "A credit of 50.00 EUR (the agreement's limit) is due."


def test_nothing_is_due() -> None:
    credit, guarantee = _answers(_one(incidents=[], reports=[]))
    assert credit == "No credit is due: no row of the table applies to Uptime (100 %) (§ 4)."
    assert guarantee == "The guarantee that Uptime is at least 99.9 % was met: Uptime is 100 % (§ 3)."


def test_a_condition_that_is_not_met() -> None:
    credit = _answers(_one(reports=[]))[0]
    assert credit == "No credit is due, because this is not so: the customer reported an incident that counts (§ 4)."


def test_what_cannot_be_decided() -> None:
    credit = _answers(_one(reports=None))[0]
    assert credit == (
        "Whether a credit is due cannot be decided without the list of reports. "
        "It comes to at least 0.00 EUR and at most 30.00 EUR."
    )


def test_an_amount_without_a_fee() -> None:
    credit = _answers(_one(charges=[]))[0]
    assert credit.startswith("Whether a credit is due cannot be decided without the charge ")
    assert "at least 0 " not in credit


def test_a_guarantee_that_cannot_be_decided() -> None:
    unnamed = {name: value for name, value in incident(**FROM_MORNING).items() if name != "cause"}
    guarantee = _answers(_one(incidents=[unnamed]))[1]
    assert guarantee.startswith("Whether the guarantee that Uptime is at least 99.9 % was met is not known: Uptime is ")


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        ("041", "A service credit of 100.00 USD is due, to be paid only as Prepaid Balance."),
        ("056", "A service credit of 100.00 USD can be claimed until 2026-04-03."),
        ("055", "No service credit is due, because it was not claimed by 2026-04-03; C-1 came too late ("),
        ("057", "No service credit is due, because it was not claimed by 2026-04-03 ("),
        ("058", "Whether a service credit is due cannot be decided without the list of claims. It comes to at "),
        ("066", "Whether a service credit is due cannot be decided without the charge "),
        ("038", "No service credit is due: Downtime (1 min) is at most 4 min 22 s, which gives 0 % ("),
    ],
)
def test_claims(case: str, sentence: str) -> None:
    (path,) = Path(CASES / "ezcnam").glob(f"{case}-*.json")
    data = json.loads(path.read_text("utf-8"))
    policy = load_policy(POLICIES / "ezcnam.sla").require()
    period = result(data["timeline"], *data["periods"], of=policy).periods[0]
    assert next(laid_out(answer_lines(period), None)).startswith(sentence)


# ---------------------------------------------------------------- claims that open only what they name

OUTAGES = [
    {"id": "I-1", "start": "2026-03-04T10:00:00Z", "end": "2026-03-04T10:10:00Z"},
    {"id": "I-2", "start": "2026-03-10T10:00:00Z", "end": "2026-03-10T10:20:00Z"},
]


def _claimed(as_of: str, *claimed: str, **further: Any) -> str:
    """The sentence on the credit, with two outages of which some were claimed the day after."""
    text = (POLICIES / "ezcnam.sla").read_text("utf-8")
    assert "and one claim opens the period" in text
    named = read_policy(
        text.replace("and one claim opens the period", "and a claim opens only what it names")
    ).require()
    claims = [{"id": f"C-{n}", "at": "2026-03-11T00:00:00Z", "incidents": [one]} for n, one in enumerate(claimed, 1)]
    plain = {
        "format": "sla-timeline/1",
        "account": "a",
        "as_of": as_of,
        "incidents": [{**one, "service": "cnam", "cause": "equipment"} for one in OUTAGES],
        "charges": [{"period": "2026-03", "what": "usage_fees", "amount": "1000.00", "currency": "USD"}],
        "claims": claims,
        **further,
    }
    return next(laid_out(answer_lines(result(plain, of=named).periods[0]), None))


def test_one_of_two_outages_is_claimed() -> None:
    due = "A service credit of 100.00 USD is due, to be paid only as Prepaid Balance."
    assert _claimed("2026-03-20T00:00:00Z", "I-1") == f"{due} More can still be claimed until 2026-04-09."
    assert _claimed("2026-04-20T00:00:00Z", "I-1") == due


def test_both_and_none_are_claimed() -> None:
    assert _claimed("2026-03-20T00:00:00Z", "I-1", "I-2").startswith("A service credit of 200.00 USD is due, ")
    assert _claimed("2026-03-20T00:00:00Z") == "A service credit of 200.00 USD can be claimed until 2026-04-09."
    assert _claimed("2026-04-20T00:00:00Z").startswith("No service credit is due, because it was not claimed by ")


def test_what_can_be_claimed_without_a_known_fee() -> None:
    sentence = _claimed("2026-03-20T00:00:00Z", charges=[])
    assert sentence.startswith(
        "A service credit can be claimed until 2026-04-09. Its amount cannot be decided without "
    )
    assert sentence.endswith("It may come to any amount.")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Rebate", "a rebate"),
        ("Service Credit", "a service credit"),
        ("Uptime Credit", "an uptime credit"),
        ("Usage Credit", "a usage credit"),
        ("Hourly Credit", "an hourly credit"),
        ("SLA Credit", "an SLA credit"),
        ("VAT Refund", "a VAT refund"),
        ("Émission", "a émission"),
    ],
)
def test_names_in_running_text(name: str, words: str) -> None:
    assert with_article(in_running_text(name)) == words
