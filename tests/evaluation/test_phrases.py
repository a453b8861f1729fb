"""The words of steps: what each came to, and what it is called where another reads it."""

from __future__ import annotations

import pytest

from sla_dsl.evaluation.phrases import label, phrases_of, says, value_words
from tests.evaluation.making import DOWNTIME, incident, outcome
from tests.evaluation.test_explaining import DOWN, RULES, at, period

# ---------------------------------------------------------------- values in words


@pytest.mark.parametrize(
    ("op", "words"),
    [
        ("incidents", "3 incidents"),
        ("join", "3 outages"),
        ("keep", "2 outages"),
        ("excuse", "2 incidents"),
        ("flatten", "2 hours 20 min"),
        ("measure", "2 hours 20 min"),
        ("windows", "40 min"),
        ("compare", "no"),
        ("guarantee", "missed"),
        ("credit", "due"),
        ("ledger", "4 parts"),
        ("books", ""),
        ("table", "10 %"),
        ("charge", "100.00 EUR"),
    ],
)
def test_the_value_of_a_step_in_words(op: str, words: str) -> None:
    found = period()
    assert value_words(found, at(found, op)) == words


def test_values_that_are_not_wholly_known() -> None:
    found = period(incident("07 10:00-11:00", None, "X"))
    assert value_words(found, at(found, "incidents")) == "not wholly known"
    assert value_words(found, at(found, "flatten")) == "not wholly known"
    assert value_words(found, at(found, "measure")) == "somewhere from 2 hours 20 min to 3 hours 20 min"
    assert value_words(found, at(found, "ledger")) == "4 parts"
    quiet = outcome(RULES, incident("07 10:00-11:00", None, "X"))
    assert value_words(quiet, at(quiet, "guarantee")) == "not known"


def test_one_of_a_kind_is_told_as_one() -> None:
    found = outcome(RULES, DOWN)
    assert value_words(found, at(found, "incidents")) == "1 incident"
    assert value_words(found, at(found, "join")) == "1 outage"


def test_a_promise_that_was_kept() -> None:
    found = outcome(RULES)
    assert value_words(found, at(found, "guarantee")) == "met"


# ---------------------------------------------------------------- labels


@pytest.mark.parametrize(
    ("op", "words"),
    [
        ("literal", "100 %"),
        ("measure", "Downtime (2 hours 20 min)"),
        ("charge", "Monthly Fee (100.00 EUR)"),
        ("table", "10 %"),
        ("incidents", "the incidents"),
        ("join", "the outages"),
        ("excuse", "what counts"),
        ("windows", "Announced"),
        ("flatten", "that time"),
        ("within", "Downtime"),
        ("books", "it"),
    ],
)
def test_what_an_input_is_called(op: str, words: str) -> None:
    found = period()
    assert label(found, at(found, op)) == words


def test_a_condition_is_called_by_what_it_says() -> None:
    found = period()
    (place,) = [n for n, it in enumerate(found.tree.nodes) if it.op == "negate"]
    assert label(found, place) == "not Grave (no) (yes)"


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("Uptime is less than 99 %", "Uptime (100 %) is less than 99 %"),
        ("not Uptime is less than 99 %", "not Uptime (100 %) is less than 99 % (no)"),
        ("Grave holds and Grave holds", "Grave (no) and Grave (no)"),
        ("the guarantee Calm is missed", "the guarantee Calm is missed"),
        ("the guarantee Calm is met and Grave holds", "the guarantee Calm is met (yes) and Grave (no)"),
        ("not the guarantee Calm is missed", "not the guarantee Calm is missed (no)"),
        ("the guarantee Named is missed", "not Grave (no)"),
    ],
)
def test_a_condition_says_what_it_reads_and_no_more(condition: str, said: str) -> None:
    found = outcome(
        f"{DOWNTIME}Grave means that Uptime is less than 99 %.\nThe provider guarantees as Named that Grave holds.\n"
        f"The provider guarantees as Calm that Downtime is at most 1 hour and Uptime is at least 99 %.\n"
        f"Asked means that {condition}.\nThe provider guarantees as Odd that Asked holds or Uptime is at most 1 %.\n"
    )
    (place,) = [n for n, node in enumerate(found.tree.nodes) if node.name == "Asked"]
    assert says(found, place) == said


def test_a_guarantee_says_its_own_condition_in_full() -> None:
    found = outcome(f"{DOWNTIME}The provider guarantees as Calm that Downtime is at most 1 hour.\n")
    assert says(found, at(found, "guarantee")) == "the provider guarantees that Downtime (0 s) is at most 1 hour (yes)"


def test_phrases_are_made_once() -> None:
    found = period()
    assert phrases_of(found) is phrases_of(found)
