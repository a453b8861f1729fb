"""The beginnings that messages list: each of them is really in the language."""

from __future__ import annotations

import pytest

from sla_dsl.language.lexing import Words, lex
from sla_dsl.language.openings import FAMILIES, beginning_like, by_family
from sla_dsl.language.reading import Stuck, read

FORMS = [form for _, forms in FAMILIES for form in forms]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_can_be_read_up_to_what_it_leaves_open(form: str) -> None:
    literal = form.partition("…")[0].rstrip('"')
    found = lex(literal.replace("Set aside", "Set aside"))
    assert isinstance(found, Words)
    outcome = read("sentence", found.tokens)
    assert isinstance(outcome, Stuck)
    assert outcome.at == len(found.tokens) > 0


def test_each_family_has_a_line() -> None:
    lines = by_family()
    assert len(lines) == len(FAMILIES)
    assert all(family in line for (family, _), line in zip(FAMILIES, lines, strict=True))


def test_forms_are_found_by_their_first_words() -> None:
    assert beginning_like([("THE", "the"), ("PROVIDER", "provider")]) == ["The provider guarantees that …"]
    assert "Name is paid as …" in beginning_like([("NAME", "Rebate"), ("IS", "is"), ("PAID", "paid")])


def test_names_stand_for_any_name() -> None:
    before = [("EACH", "each"), ("OUTAGE", "outage"), ("OF", "of"), ("NAME", "Foo Bar")]
    assert beginning_like(before) == ["Each outage of Name is rounded …"]


def test_too_many_forms_are_none() -> None:
    assert beginning_like([("NAME", "Rebate")]) == []
    assert beginning_like([("WORD", "foo")]) == []
