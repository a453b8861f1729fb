"""First policies: whatever is answered, they hold, and what their notes offer can be taken."""

from __future__ import annotations

import datetime as dt
import re
from itertools import product

import pytest

from sla_dsl.evaluation.compiling.examples import run_examples
from sla_dsl.evaluation.compiling.reading import read
from sla_dsl.evaluation.policy import read_policy
from sla_dsl.evaluation.using import evaluate, read_timeline
from sla_dsl.faces.checking import check_policy
from sla_dsl.faces.opening import Opened
from sla_dsl.faces.starting import notes
from sla_dsl.faces.starting.first_files import POLICY, TIMELINE, first_files
from sla_dsl.faces.starting.first_policy import FirstPolicy, first_policy
from sla_dsl.faces.starting.naming import PLAIN, names_for
from sla_dsl.faces.starting.questions import Answers
from sla_dsl.findings.source import Source
from sla_dsl.language.formatting import format_policy
from sla_dsl.language.parsing import parse
from sla_dsl.values.zones import start_of_day, zone_names

USUAL = Answers("Hosting", "Web shop", "Europe/Brussels", "99.9", "10")
STATED = {"assumption", "nothing-computed"}


def of(**changes: str) -> FirstPolicy:
    return first_policy(USUAL._replace(**changes), "policy.sla")


def codes(text: str) -> set[str]:
    return {finding.code for finding in check_policy(Opened("policy.sla", text.encode("utf-8"))).findings} - STATED


def errors(text: str) -> set[str]:
    return {f.code for f in check_policy(Opened("policy.sla", text.encode("utf-8"))).findings if f.severity == "error"}


@pytest.mark.parametrize(
    ("uptime", "back"),
    [
        *product(("100", "99.9", "99.95", "1.000001"), ("0", "10", "100")),
        ("99.999999", "0.0005"),
        ("33.3", "12.345678"),
    ],
)
def test_every_pair_of_percentages_gives_a_policy_that_holds(uptime: str, back: str) -> None:
    text = of(uptime=uptime, back=back).text
    assert codes(text) == set()
    runs = run_examples(read(text, "sha256:0", "policy.sla"))
    assert len(runs) >= 4
    assert all(run.passed for run in runs)


def test_it_is_laid_out() -> None:
    file, _ = parse(Source("", of().text))
    assert file is not None
    assert format_policy(file) == of().text


def test_what_is_decided_is_said() -> None:
    text = of().text
    for sentence in (
        "\nThe period is",
        "\nDowntime means",
        "\nUptime means",
        "\nThe provider guarantees",
        "\nRebate is rounded",
    ):
        assert "\n  assuming " in text[text.index(sentence) :].split(".\n")[0]


def test_without_money_nothing_speaks_of_money() -> None:
    text = of(back="0").text
    assert "Rebate is a credit on Monthly Fee, by" not in text
    assert 'Monthly Fee is a charge: "' not in text
    assert "nothing is paid back for a month" in text


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("service", "name"),
    [
        ("web shop", "Web Shop"),
        ("The gateway", "Gateway"),
        ("SMS", "SMS"),
        ("Café", "Cafe"),
        ("credit", "Credit"),
        ("Monday report", "Service Monday Report"),
        ("Each incident", "Each Incident Service"),
        ("maintenance", "Maintenance Service"),
        ("Monthly fee", "Monthly Fee Service"),
        ("24x7 desk", "Desk"),
        ("Почта", PLAIN),
        ("%", PLAIN),
        ("x" * 150, PLAIN),
    ],
)
def test_the_name_of_the_service(service: str, name: str) -> None:
    found = of(service=service)
    assert found.service in (name, f"{PLAIN} {name.removesuffix(f' {PLAIN}')}")
    assert f'{found.service} is a service: "{service}"' in found.text


def test_there_is_always_a_name() -> None:
    for service in ("", "§", "A", "the an a", "1 2 3", "漢字"):
        assert list(names_for(service)) == [PLAIN]


# ---------------------------------------------------------------- evidence


@pytest.mark.parametrize("zone", ["UTC", "Europe/Brussels", "America/New_York", "Asia/Kathmandu", "Africa/Casablanca"])
def test_the_month_that_goes_with_it(zone: str) -> None:
    files, _ = first_files(USUAL._replace(zone=zone))
    result = evaluate(read_policy(files[POLICY]).require(), read_timeline(files[TIMELINE]).require())
    [june] = result.require().periods
    assert june.guarantees["uptime"] == "missed"
    assert june.credits[0].status == "due"


def test_in_june_no_clock_changes_anywhere() -> None:
    """The examples count on 30 days of 24 hours."""
    for zone in zone_names():
        length = start_of_day(dt.date(2026, 7, 1), zone) - start_of_day(dt.date(2026, 6, 1), zone)
        assert length == 30 * 86_400 * 1_000_000, zone


# ---------------------------------------------------------------- notes

_OFFERED = re.compile(r"'([A-Z][^']*\.)'")


def offered(*texts: str) -> list[str]:
    return [sentence for text in texts for sentence in _OFFERED.findall(text)]


def test_what_the_notes_offer_can_be_added() -> None:
    for sentence in offered(*notes.DOWNTIME, *notes.PROMISE, *notes.MONEY):
        joined = "Incidents of Downtime that overlap or touch are one outage.\n" if "An outage" in sentence else ""
        text = f'{of().text}\n§ "More"\n\n{joined}{sentence}\n'
        assert not [f for f in check_policy(Opened("p", text.encode("utf-8"))).findings if f.severity == "error"], (
            sentence
        )


def test_another_period_can_take_the_place() -> None:
    text = of().text
    for sentence in offered(*notes.NAMES):
        changed = text.replace("The period is each calendar month", sentence.removesuffix("."))
        assert changed != text
        assert errors(changed) == {"example-period"}, sentence


def test_what_is_offered_where_nothing_is_paid() -> None:
    added = "\n".join(['Monthly Fee is a charge: "the fee".', *offered(*notes.NO_MONEY)])
    assert len(offered(*notes.NO_MONEY)) == 3
    assert codes(f'{of(back="0").text}\n§ "More"\n\n{added}\n') <= {"breach-without-credit", "credit-while-kept"}


def test_notes_can_stand_in_quotes() -> None:
    for texts in (notes.READING, notes.NAMES, notes.DOWNTIME, notes.PROMISE, notes.MONEY, notes.NO_MONEY):
        assert all('"' not in text and len(text) < 120 for text in texts)
