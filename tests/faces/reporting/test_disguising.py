"""A report without names, amounts and texts: nothing of them is left in any form, and nothing else changes."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sla_dsl.evaluation.policy import read_policy
from sla_dsl.evaluation.result import Result
from sla_dsl.evaluation.tree import Tree
from sla_dsl.evidence.timeline import LISTS
from sla_dsl.faces.reporting.disguising import CHANGES, disguised
from sla_dsl.faces.reporting.forms import written
from sla_dsl.faces.reporting.languages import labels
from sla_dsl.faces.reporting.making import report_of
from sla_dsl.faces.reporting.model import Report
from tests.faces.reporting.reports import EVERY_TENTH, mail, of_case, rich, words
from tests.faces.running import GOLDEN, incident, policy, result, timeline

AMOUNT = re.compile(r"[0-9] ?(?:EUR|USD|CHF)\b")
OF_THE_PROGRAM = set(
    re.findall(r"\w+", " ".join([*labels("en").values(), "maintenance customer credit services"]).lower())
)
"""What the program says by itself, whatever the policy calls its things."""

STRANGE = {
    "Mail service agreement": "Zephyr covenant",
    "Mail": "Zephyr Post",
    "Failure": "Brackage",
    "Works": "Quibbling",
    "Customer": "Dunderhead",
    "Fee": "Moot Toll",
    "Urgent": "Plightful",
    "Answer": "Retortion",
    "Downtime": "Gloomtide",
    "Uptime": "Brightness",
    "Credit": "Solacium",
    "Business": "Bazaar Hours",
    "§ ": "§ Mammon ",
    "EUR": "CHF",
}


def strange() -> Result:
    """The golden result with names that the program never uses by itself."""
    text = (GOLDEN / "mail.sla").read_text("utf-8")
    for name, other in STRANGE.items():
        text = re.sub(rf"(?<![A-Za-z]){re.escape(name)}(?![a-z])", other, text)
    of = read_policy(re.sub(r"(?m)^§ (Mammon) (\d)", r'§ "\1 \2"', text)).require()
    plain = json.dumps(timeline(account="Grimoire & Co"))
    for name, other in STRANGE.items():
        plain = plain.replace(f'"{name.lower()}"', f'"{other.lower().replace(" ", "_")}"')
    plain = plain.replace('"I-', '"Outrage-').replace('"T-', '"Tattle-').replace("EUR", "CHF")
    return result(json.loads(plain), of=of)


def hidden(result: Result) -> Report:
    return report_of(result, incognito=True)


def secrets(result: Result) -> set[str]:
    """Every name and text of the policy and of the timeline, and every amount that was charged."""
    tree, line = result.tree, result.facts.timeline
    found = {line.account, tree.title, *_of_policy(tree)}
    for records in (line.incidents, line.claims, line.maintenance, line.tickets):
        found |= {one.id for one in records or ()}
    found |= {one.service for one in line.incidents} | {one.cause or "" for one in line.incidents}
    found |= {one.what for one in line.breaches or ()}
    found |= {text for one in line.charges or () for text in (one.what, str(one.amount))}
    return {text for text in found if len(text) > 2 and text.lower() not in OF_THE_PROGRAM}


def _of_policy(tree: Tree) -> Iterator[str]:
    yield from (*tree.clauses, *tree.assumptions, *(text for pair in tree.stated for text in pair))
    for names in tree.names.values():
        yield from (*names.keys(), *names.values())
    yield from (entry["words"] for entry in tree.calendars.values())
    for root in (*tree.measures, *tree.guarantees, *tree.credits, *tree.targets):
        yield from (root.words, root.id)
    for node in tree.nodes:
        yield from (node.name, *_texts(node.params.get("paid_as")), node.params.get("naming") or "")


def _texts(value: Any) -> list[str]:
    return [str(one) for one in value or ()]


def leaks(result: Result, text: str) -> list[str]:
    """What of the secrets is found as a word of its own."""
    return [secret for secret in secrets(result) if re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", text)]


def as_text(form: str, data: bytes) -> str:
    """Everything that a file holds."""
    if form != "xlsx":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return "\n".join(parts.read(name).decode() for name in parts.namelist())


@pytest.mark.parametrize("result", [strange(), mail(), rich(), *(of_case(path) for path in EVERY_TENTH)])
def test_no_name_no_text_and_no_amount_is_left(result: Result) -> None:
    text = words(hidden(result))
    assert leaks(result, text) == []
    assert not AMOUNT.search(text)
    assert leaks(result, words(report_of(result)))


@pytest.mark.parametrize("form", ["html", "md", "csv", "xlsx"])
def test_nor_in_any_form(form: str) -> None:
    for one in (strange(), rich()):
        text = as_text(form, written(hidden(one), form))
        assert leaks(one, text) == []
        assert not AMOUNT.search(text)
        assert leaks(one, as_text(form, written(report_of(one), form)))


def test_the_strange_names_are_all_there_to_be_hidden() -> None:
    text = words(report_of(strange()))
    assert [name for name in STRANGE.values() if name.strip("§ ") not in text] == ["Bazaar Hours"]
    assert {"Gloomtide", "Outrage-1", "Tattle-2", "Grimoire & Co"} <= {*leaks(strange(), text)}


def test_no_digest_is_told_because_an_amount_could_be_found_from_it_by_trying() -> None:
    assert "sha256" not in words(hidden(mail()))
    assert hidden(mail()).provenance[:2] == ("", "")


@pytest.mark.parametrize("path", EVERY_TENTH, ids=lambda path: Path(path).stem)
def test_everything_else_comes_to_the_same(path: Path) -> None:
    open_, closed = report_of(of_case(path)), hidden(of_case(path))
    for mine, other in zip(open_.periods, closed.periods, strict=True):
        assert [one.status for one in mine.credits] == [one.status for one in other.credits]
        assert [one.status for one in mine.guarantees] == [one.status for one in other.guarantees]
        assert [one.figure for one in mine.measures if not AMOUNT.search(one.figure.words)] == [
            one.figure for one in other.measures if one.figure.unit != "money"
        ]
        assert [(one.verdict, one.least, one.when) for one in mine.incidents] == [
            (one.verdict, one.least, one.when) for one in other.incidents
        ]
        assert [one.clock for strip in mine.strips for one in strip.totals] == [
            one.clock for strip in other.strips for one in strip.totals
        ]
        assert [len(one.steps) for one in mine.staircases] == [len(one.steps) for one in other.staircases]


def test_what_stands_in_place_of_the_names() -> None:
    (march,) = hidden(mail()).periods
    assert march.answer == (
        "A credit of ●●● (the agreement's limit) is due.",
        "The guarantee that Measure B is at least 99.9 % was missed: Measure B is 99.810185… % (Clause 3).",
    )
    assert march.incidents[1].sentence == "Incident 3: Service A was down because of Cause B"
    assert march.incidents[1].reasons[-1] == "the rest is excluded, because it lies within Term A (Clause 2)"
    assert march.credits[0].amount == ("●●●", None, "money")


def test_services_of_others_get_a_name_as_well() -> None:
    assert (
        "1 incident is of a service that this policy does not cover (Service B): not counted." in hidden(mail()).notes
    )


def test_what_is_missing_names_no_incident_twice_over() -> None:
    (march,) = hidden(mail(incidents=[incident(cause=None)], charges=[])).periods
    assert [one.fact for one in march.missing] == ["the cause of Incident 1", "Charge A of 2026-03"]


def test_a_name_that_is_a_word_of_the_sentences_changes_no_sentence() -> None:
    """A service called `hours` is hidden as a service, and an hour stays an hour."""
    plain = timeline(
        account="of", incidents=[incident(id="it"), incident(id="1", start="2026-03-05T00:00:00Z", end=None)]
    )
    (march,) = hidden(result({**plain, "reports": [], "tickets": []})).periods
    assert march.incidents[0].reasons == ("1 hour 8 min 5 s of it counts (Clause 1)",)
    assert [one.id for one in march.incidents] == ["Incident 1", "Incident 2"]


def test_several_credits_are_numbered_for_their_names_are_told_in_small_letters() -> None:
    assert [one.name for one in hidden(rich()).periods[0].credits] == ["Credit 1", "Credit 2"]
    assert hidden(rich()).periods[0].answer[1] == "A credit 2 of ●●● is due."


def test_the_order_of_records_in_their_file_changes_no_name() -> None:
    plain = timeline()
    turned = {name: value[::-1] if isinstance(value, list) else value for name, value in plain.items()}
    assert words(hidden(result(turned))) == words(hidden(result(plain)))


def test_states_of_tickets_are_hidden() -> None:
    paused = {"ticket": "T-1", "state": "zephyr_waits", "start": "2026-03-06T16:40:00+01:00", "end": None}
    told = mail(pauses=[paused])
    assert "zephyr_waits" in words(report_of(told))
    assert "zephyr_waits" not in words(hidden(told))


def test_records_of_every_list_lose_their_names() -> None:
    assert set(CHANGES) == set(LISTS)


def test_notes_of_the_timeline_and_where_records_came_from_are_hidden() -> None:
    told = mail(incidents=[incident(source="ledger of Zephyr")], notes=["Kept by Zephyr."], reports=[], maintenance=[])
    assert words(report_of(told)).count("Zephyr") == 2
    assert "Zephyr" not in words(hidden(told))


def test_the_same_policy_gets_the_same_names() -> None:
    assert disguised(mail()).tree == disguised(mail()).tree


@pytest.mark.parametrize("write", [json.dumps])
def test_the_result_itself_stays_as_it_was(write: Callable[[Any], str]) -> None:
    kept = mail()
    before = write(kept.to_dict())
    hidden(kept)
    assert write(kept.to_dict()) == before
    assert kept.tree == policy().tree
