"""What is said of the field: every feature is there, today's sentences work, those to come have room."""

from __future__ import annotations

from pathlib import Path

import pytest

from sla_dsl.evaluation.operations import OPERATIONS
from tests.docs import grammars
from tests.docs.blocks import Block, blocks, document, in_code, sections, table
from tests.docs.features import NAME, Standing, feature_rows, features
from tests.docs.policies import errors, operations, policy_of, reading, told, words

SURVEY = (Path(__file__).parent / "survey.txt").read_text("utf-8").split()
"""The seventy features in the order of the survey: their number is their place."""

TEXT = document(NAME)
FEATURES = features()
SAID = [said for feature in FEATURES for said in feature.said]
TODAY = [(block, standing) for block, standing in SAID if standing.today and block.words == ("today",)]
COMING = [block for block in blocks(NAME) if block.words == ("coming",)]
NEW = {in_code(row[0])[0]: row for row in table(TEXT, "operation", "takes", "gives")}


def _named(value: Block | Standing) -> str:
    return value.name if isinstance(value, Block) else ""


def test_every_feature_of_the_survey_is_there_once() -> None:
    assert sorted((it.number, it.name) for it in FEATURES) == list(enumerate(SURVEY, 1))


def test_the_table_says_how_it_stands_with_each() -> None:
    assert table(TEXT, "#", "feature") == feature_rows()


def test_every_feature_has_a_sentence_or_shows_what_is_refused() -> None:
    assert [it.name for it in FEATURES if not it.said or not it.meaning] == []
    for block, standing in SAID:
        assert block.words == (("today",) if standing.today else ("coming",)) or block.words == ("refused",)


@pytest.mark.parametrize(("block", "standing"), TODAY, ids=_named)
def test_what_is_said_today_works_today(block: Block, standing: Standing) -> None:
    text = policy_of(block)
    assert [(f.code, words(text, f)) for f in told(text)] == []
    assert reading(text).tree is not None
    assert set(standing.core) <= operations(text)


def test_what_the_checker_sees_by_itself_is_seen() -> None:
    for block in blocks(NAME):
        if block.words == ("refused",):
            assert [f.code for f in told(policy_of(block))] == [block.options["code"]]


@pytest.mark.parametrize("block", COMING, ids=_named)
def test_what_is_to_come_has_room_in_the_grammar_and_is_refused_today(block: Block) -> None:
    assert grammars.used_coming(policy_of(block))
    assert errors(policy_of(block))


def test_every_form_to_come_is_shown() -> None:
    used = {rule for block in COMING for rule in grammars.used_coming(policy_of(block))}
    assert grammars.rules(coming=True) - grammars.rules() - used == set()


def test_what_is_there_and_what_is_new_are_kept_apart() -> None:
    for block, standing in SAID:
        assert set(standing.core) - {"none"} <= set(OPERATIONS), block.name
        assert set(standing.new) <= set(NEW), block.name
    assert set(NEW).isdisjoint(OPERATIONS)


@pytest.mark.parametrize("name", NEW)
def test_a_new_operation_says_for_which_features_it_is(name: str) -> None:
    wanted = sorted({it.number for it in FEATURES for _, standing in it.said if name in standing.new})
    *_, last = NEW[name]
    if wanted:
        assert last == ", ".join(map(str, wanted))
    else:
        assert not last[0].isdigit()


def test_the_operations_that_take_more_are_there_today() -> None:
    wider = {op for row in table(TEXT, "operation", "takes besides") for op in in_code(row[0])}
    assert wider <= set(OPERATIONS)


def test_each_agreement_of_the_prototype_has_its_section() -> None:
    titles = sections(sections(TEXT, 2)["The agreements of the prototype"], 3)
    assert sum(f"({number})" in title for title in titles for number in NUMBERS) == len(NUMBERS)


NUMBERS = ("S05", "S13", "S18", "S28", "S31", "S33", "S36", "S52")
