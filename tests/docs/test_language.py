"""The reference against the language: every form, every operation, every type is there, and is as it says."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from sla_dsl.evaluation import books, ledger
from sla_dsl.evaluation.operations import OPERATIONS
from sla_dsl.language import first_words
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import ValueType
from sla_dsl.language.quantities import product_type, quotient_type
from tests.docs import grammars
from tests.docs.blocks import Block, blocks, document, in_code, sections, table
from tests.docs.examples import differences
from tests.docs.operations import operation_rows
from tests.docs.policies import operations, policy_of, preamble, reading

NAME = "language.md"
TEXT = document(NAME)
BLOCKS = blocks(NAME)
PASSING = [block for block in BLOCKS if block.words == ("passing",)]
SECTIONS = sections(TEXT, 3)
TYPES: dict[str, ValueType] = {
    "percentage": "ratio",
    "plain number": "number",
    "length of time": "elapsed",
    "amount of money": "money",
}
WORDS = {kind: words for words, kind in TYPES.items()}


def _form(block: Block) -> str:
    return block.options.get("form", "")


def test_every_sentence_form_of_the_grammar_has_a_section() -> None:
    assert sorted(filter(None, map(_form, PASSING))) == sorted(grammars.sentence_forms())


@pytest.mark.parametrize("block", [block for block in PASSING if _form(block)], ids=_form)
def test_the_section_of_a_form_shows_it_passing_and_failing(block: Block) -> None:
    assert _form(block) in grammars.used(block.text if not block.options.get("in") else policy_of(block))
    section = [b for b in BLOCKS if b.heading == block.heading]
    assert [b.words for b in section].count(("failing",)) == 1
    assert section[0].language == "form"


def test_every_rule_of_the_grammar_is_used_in_some_example() -> None:
    used = {rule for block in PASSING for rule in grammars.used(policy_of(block))}
    assert grammars.rules() - used == set()


@pytest.mark.parametrize("title", [t for t, body in SECTIONS.items() if "\nCore: " in body])
def test_the_core_of_a_section_is_in_the_trees_of_its_examples(title: str) -> None:
    line = next(line for line in SECTIONS[title].split("\n\n") if line.startswith("Core: "))
    named = {word for word in in_code(line) if re.fullmatch("[a-z_]+", word)}
    assert named <= set(OPERATIONS)
    if not line.startswith("Core: none"):
        made = {op for b in PASSING if b.heading == title for op in operations(policy_of(b))}
        assert named & made


def test_the_beginnings_that_are_shown_are_those_that_are_used() -> None:
    shown = {block.options["preamble"]: block.text for block in BLOCKS if "preamble" in block.options}
    assert shown == {name: preamble(name) for name in ("credit", "support")}
    assert all(preamble("credit").startswith(preamble(name)) for name in ("settings", "names", "downtime"))


def test_every_section_of_a_sentence_form_names_its_core() -> None:
    assert [b.heading for b in PASSING if _form(b) and "\nCore: " not in SECTIONS[b.heading]] == []


# ---------------------------------------------------------------- tables


def test_the_table_of_operations_is_the_core() -> None:
    assert table(TEXT, "operation", "takes", "gives") == operation_rows()


def test_every_type_of_the_core_is_explained() -> None:
    section = sections(TEXT, 2)["The core"]
    named = {kind for row in table(section, "type", "what it is") for kind in in_code(row[0])}
    named |= set(in_code(next(part for part in section.split("\n\n") if part.startswith("In the table"))))
    kinds = {kind.removesuffix("*") for it in OPERATIONS.values() for kind in (*it.takes, it.gives)}
    assert kinds <= named


@pytest.mark.parametrize(("heading", "rule"), [("times", product_type), ("divided by", quotient_type)])
def test_the_tables_of_arithmetic_are_those_of_the_checker(heading: str, rule: object) -> None:
    assert callable(rule)
    for first, *given in table(TEXT, heading, *TYPES):
        results = [rule(TYPES[first], right) for right in TYPES.values()]
        assert given == [WORDS[result] if result else "—" for result in results]


def test_the_types_of_values_are_all_there() -> None:
    assert [(row[1], row[2]) for row in table(TEXT, "written", "type")] == [(w, f"`{k}`") for w, k in TYPES.items()]
    assert set(TYPES.values()) == set(get_args(ValueType))


def test_the_forms_in_the_tables_name_operations_that_there_are() -> None:
    for heading in ("form", "step"):
        for body in sections(TEXT, 2).values():
            if f"| {heading} |" in body and "| core |" in body:
                named = {op for row in table(body, heading) for op in in_code(row[-1])}
                assert named - {"… is missed", "missed"} <= set(OPERATIONS)


def test_the_buckets_of_the_ledger_are_those_of_the_program() -> None:
    buckets = {
        value for name, value in {**vars(books), **vars(ledger)}.items() if name.isupper() and isinstance(value, str)
    }
    assert {in_code(row[0])[0] for row in table(TEXT, "bucket")} == buckets


def test_the_words_for_units_are_those_of_the_grammar() -> None:
    written = {word for row in table(TEXT, "unit", "written") for word in in_code(row[1])}
    assert set(get_args(n.UnitWord)) <= written


def test_the_comparisons_are_all_named() -> None:
    paragraph = next(part for part in TEXT.split("\n\n") if part.startswith("There are five **bounds**"))
    assert tuple(in_code(paragraph)) == get_args(n.Comparison)


def test_the_first_words_with_a_capital_are_all_named() -> None:
    paragraph = next(part for part in TEXT.split("\n\n") if part.startswith("**A name**"))
    assert set(first_words.FIRST_WORDS) <= set(in_code(paragraph))


def test_the_statuses_of_a_credit_are_those_of_the_examples() -> None:
    statuses = {in_code(row[0])[0] for row in table(TEXT, "status", "when")}
    assert statuses == {"none", "not eligible", "unknown", "claimable", "due"} <= set(get_args(n.Verdict))


NAMED_ONLY = """Incidents of Downtime that overlap or touch are one outage.
Rebate must be claimed within 30 days after the end of an outage of Downtime, and a claim opens only what it names.
Example "ten hours that no claim names, two that one does" in 2026-03:
  given Monthly Fee of 100 EUR,
        an incident because of Failure from 2026-03-04 00:00 to 10:00,
        an incident because of Failure from 2026-03-05 10:00 to 12:00 claimed at 2026-03-06 10:00;
  expect Rebate is 5 %.
"""


def test_a_claim_that_opens_only_what_it_names() -> None:
    assert differences(reading(preamble("credit") + NAMED_ONLY)) == []
