"""How much a policy may hold, at the limit and just beyond it."""

from __future__ import annotations

import ast
import inspect
import time

import pytest

from sla_dsl.findings.source import Source
from sla_dsl.language import limits
from sla_dsl.language import nodes as n
from sla_dsl.language.parsing import parse

HEAD = 'Agreement "Test".\n'


def codes(text: str) -> list[str]:
    return [finding.code for finding in parse(Source("", text))[1]]


def test_every_limit_says_what_it_limits() -> None:
    body = ast.parse(inspect.getsource(limits)).body
    for place, node in enumerate(body):
        if isinstance(node, ast.Assign):
            assert isinstance(body[place + 1], ast.Expr)


def test_p27_a_text_that_is_too_long_is_not_read() -> None:
    assert parse(Source("", " " * (limits.TEXT + 1)))[0] is None
    assert codes(" " * (limits.TEXT + 1)) == ["policy-too-long"]
    assert codes(HEAD + " " * (limits.TEXT - len(HEAD))) == []


def test_p27_too_many_words_are_not_read() -> None:
    assert codes("x " * (limits.WORDS + 1)) == ["policy-too-long"]
    assert codes(HEAD + "x " * (limits.WORDS - 3)) == ["unknown-opening"]


@pytest.mark.parametrize("letter", ["a", "A", "1", '"', "§", "(", "-", ".", "é", "\u200b"])
def test_p27_one_word_without_end_takes_no_time(letter: str) -> None:
    start = time.process_time()
    parse(Source("", HEAD + letter * 100_000))
    assert time.process_time() - start < 5


def test_p27_ten_thousand_mistakes_are_told_up_to_a_limit() -> None:
    start = time.process_time()
    found = codes(HEAD + "Rebate is a foo.\n" * 10_000)
    assert found == ["unknown-form"] * limits.MISTAKES
    assert time.process_time() - start < 10


# ---------------------------------------------------------------- depth

NESTED = {
    "brackets": ("Aa means {}.", "(", "5", ")"),
    "brackets in conditions": ("Aa means that {}.", "(", "Bb holds", ")"),
    "not": ("Aa means that {}.", "not ", "Bb holds", ""),
    "shares": ("Aa means {}.", "1 % of ", "Bb", ""),
    "parts": ("Aa means {}.", "the part of ", "Bb", " beyond 5"),
    "greater": ("Aa means {}.", "the greater of ", "Bb", " and 5"),
    "units": ("Aa means {}.", "5 for each 1 of ", "Bb", ""),
    "bounds": ("Aa means {}.", "", "Bb", " but at least 5"),
    "times": ("Aa means {}.", "", "the whole period", " within Bb"),
}


@pytest.mark.parametrize("kind", NESTED)
def test_p02_depth_is_bounded_with_a_finding_at_the_first_too_many(kind: str) -> None:
    form, opening, core, closing = NESTED[kind]

    def nested(depth: int) -> str:
        return HEAD + form.format(opening * depth + core + closing * depth)

    assert codes(nested(limits.DEPTH)) == []
    assert codes(nested(limits.DEPTH + 1)) == ["too-deep"]


@pytest.mark.parametrize("depth", [1_000, 10_000, 60_000])
@pytest.mark.parametrize("kind", ["brackets", "not", "shares"])
def test_p02_great_depth_neither_fails_nor_takes_long(kind: str, depth: int) -> None:
    form, opening, core, closing = NESTED[kind]
    start = time.process_time()
    assert codes(HEAD + form.format(opening * depth + core + closing * depth)) == ["too-deep"]
    assert time.process_time() - start < 5


def test_p02_brackets_that_never_close_are_a_mistake_like_another() -> None:
    assert codes(HEAD + "Aa means " + "(" * 100_000) == ["sentence-unfinished"]


def test_the_words_that_are_too_deep_are_underlined() -> None:
    text = HEAD + "Aa means " + "(" * 65 + "Bb" + ")" * 65 + "."
    finding = parse(Source("", text))[1][0]
    assert finding.span is not None
    assert text[slice(*finding.span)] == "(Bb)"


# ---------------------------------------------------------------- width

ROW = "less than 5 % gives 1 %"
WIDE = {
    "sum": ("Aa means {}.", "Bb", " plus "),
    "product": ("Aa means {}.", "Bb", " times "),
    "and": ("Aa means that {}.", "Bb holds", " and "),
    "or": ("Aa means that {}.", "Bb holds", " or "),
    "names": ("Time within Aa does not count as {} or Cc.", "Bb", ", "),
    "dates": ("Aa means every day all day except {}.", "2026-01-01", ", "),
}


@pytest.mark.parametrize("kind", WIDE)
def test_p03_a_thousand_parts_are_ordinary_and_more_are_a_finding(kind: str) -> None:
    form, part, joint = WIDE[kind]
    many = limits.PARTS - (kind == "names")
    assert codes(HEAD + form.format(joint.join([part] * many))) == []
    assert codes(HEAD + form.format(joint.join([part] * (limits.PARTS + 1)))) == ["too-many-parts"]


def test_p03_ten_thousand_terms_are_a_finding_too() -> None:
    assert codes(HEAD + "Aa means " + " plus ".join(["Bb"] * 10_000) + ".") == ["too-many-parts"]


def test_p03_five_hundred_terms_stay_side_by_side() -> None:
    file, _ = parse(Source("", HEAD + "Aa means " + " plus ".join(["Bb"] * 500) + "."))
    assert file is not None
    body = file.sentences[0].body
    assert isinstance(body, n.DefineValue)
    assert isinstance(body.value, n.Sum)
    assert len(body.value.terms) == 500


def test_a_table_may_have_hundreds_of_rows() -> None:
    rows = f"Aa is a credit on Bb, by the one row that applies to Cc: {', '.join([ROW] * 900)}."
    assert codes(HEAD + rows) == []
    assert codes(HEAD + rows.replace(ROW, f"{ROW}, {ROW}")) == ["too-many-parts"]


def test_a_sentence_that_is_too_large_costs_only_itself() -> None:
    wide = "Aa means " + " plus ".join(["Bb"] * 1_001) + "."
    file, findings = parse(Source("", HEAD + 'Cc is a cause: "x". ' + wide + ' Dd is a cause: "x".'))
    assert [finding.code for finding in findings] == ["too-many-parts"]
    assert file is not None
    assert len(file.sentences) == 2


# ---------------------------------------------------------------- single words


def test_texts_names_and_numbers_at_their_limits() -> None:
    name = "A" + "b" * (limits.NAME - 1)
    assert codes(HEAD + f'{name} is a cause: "{"x" * limits.QUOTED}".') == []
    assert codes(HEAD + f'{name}b is a cause: "x".') == ["name-too-long"]
    assert codes(HEAD + f'Aa is a cause: "{"x" * (limits.QUOTED + 1)}".') == ["text-too-long"]
    digits = "1" * (limits.DIGITS - limits.PLACES)
    assert codes(HEAD + f"Aa means {digits}.{'1' * limits.PLACES}.") == []
    assert codes(HEAD + f"Aa means {digits}1.{'1' * limits.PLACES}.") == ["number-too-long"]
