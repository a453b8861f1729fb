"""The endings that messages list: each of them is really in the language."""

from __future__ import annotations

import pytest

from sla_dsl.language.endings import CHOICES, Ending, choices_after
from sla_dsl.language.grammar import keywords
from sla_dsl.language.lexing import Words, lex
from sla_dsl.language.reading import Stuck, expected, read

# A sentence up to where each group of endings begins, in the order of the groups.
BEGINNINGS = [
    "An outage counts as Downtime only if it lasts more than 60 s",
    "Incidents of Downtime at most 5 min apart are one outage",
    "Rebate is rounded to the nearest cent",
    "Rebate is",
    "Rebate is a credit on Fee,",
    "Rebate is a credit on Fee, of 5 %",
    "Rebate must be claimed within 30 days after the end of the period",
    "Rebate is paid as Cash or Refund",
    "Incidents of Downtime",
    "Work means",
    "Each incident of Downtime runs",
    "Rebate must be claimed within 30 days",
]
CASES = [(before, ending) for before, group in zip(BEGINNINGS, CHOICES, strict=True) for ending in group]


def states(text: str) -> Stuck:
    found = lex(text)
    assert isinstance(found, Words)
    outcome = read("sentence", found.tokens)
    assert isinstance(outcome, Stuck)
    assert outcome.at == len(found.tokens)
    return outcome


@pytest.mark.parametrize(("before", "ending"), CASES, ids=[ending.words for _, ending in CASES])
def test_an_ending_can_stand_after_its_sentence(before: str, ending: Ending) -> None:
    states(f"{before} {ending.words}".replace("NUMBER", "5").replace("NAME", "Downtime"))


@pytest.mark.parametrize(("before", "ending"), CASES, ids=[ending.words for _, ending in CASES])
def test_all_choices_are_listed_wherever_nothing_else_could_follow(before: str, ending: Ending) -> None:
    words = ending.words.replace("NUMBER", "5").replace("NAME", "Downtime").split()
    listed = 0
    for length in range(1, len(words)):
        said = f"{before} {' '.join(words[:length])}"
        found = lex(said)
        assert isinstance(found, Words)
        pairs = [(word.type, str(word)) for word in found.tokens[-12:]]
        possible = expected(states(said))
        choices = choices_after(pairs, possible)
        assert ending in choices or len(possible) > 1 or words[length - 1] == "at"
        listed += ending in choices
    assert listed >= 2


def test_no_choices_are_listed_where_no_ending_has_begun() -> None:
    stuck = states("Rebate is limited to")
    assert choices_after([("IS", "is"), ("LIMITED", "limited"), ("TO", "to")], expected(stuck)) == ()


@pytest.mark.parametrize("group", CHOICES, ids=lambda group: group[0].words)
def test_each_choice_says_what_it_means(group: tuple[Ending, ...]) -> None:
    assert len(group) > 1
    assert len({ending.meaning for ending in group}) == len(group)
    assert all(
        word in keywords() or word in ("NUMBER", "NAME")
        for ending in group
        for word in ending.words.replace(",", " ,").split()
    )
