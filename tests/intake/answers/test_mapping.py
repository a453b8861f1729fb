"""Mapping files: what is an answer, where it stands, and what is wrong with a file that cannot be read."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.findings.finding import Span
from sla_dsl.intake.answers.mapping import Answer, name_of, quoted, read_mapping

HEAD = 'format = "sla-mapping/1"\nexport = "statuspage"\n'


def read(text: str) -> tuple[dict[tuple[str, ...], Answer], list[tuple[str, str]]]:
    mapped, found = read_mapping(HEAD + text, "acme.map.toml", "statuspage")
    told = [(finding.code, (HEAD + text)[finding.span.start : finding.span.end]) for finding in found if finding.span]
    assert len(told) == len(found)
    return dict(mapped.answers), told


def test_an_answer_is_a_line_with_its_reason() -> None:
    line = 'service."Git Operations" = { is = "git", because = "clause 1" }'
    start = len(HEAD)
    answers, found = read(line + "\n")
    assert found == []
    expected = Answer(("git",), "clause 1", Span(start, start + len(line)))
    assert answers == {("service", "Git Operations"): expected}


def test_several_answers_are_a_list() -> None:
    answers, _ = read('service."All" = { is = ["web", "mail"], because = "both" }')
    assert answers["service", "All"].given == ("web", "mail")


def test_answers_may_be_put_in_groups() -> None:
    text = '[service]\n"Web" = { is = "web", because = "so" }\n[record."I-1"]\nend = { is = "x", because = "y" }\n'
    answers, found = read(text)
    assert (found, list(answers)) == ([], [("service", "Web"), ("record", "I-1", "end")])
    span = answers["record", "I-1", "end"].span
    assert span is not None
    assert (HEAD + text)[span.start : span.end] == 'end = { is = "x", because = "y" }'


def test_what_stands_behind_an_answer_or_in_its_name_does_not_move_the_places() -> None:
    """A remark such as those that the questions have, and signs of the file's own inside a name."""
    lines = [
        'impact."major" = { is = "counts", because = "a" }  # page.json, incidents[0] = [1]',
        'service."[1] a = b # \\"c\\"" = { is = "web", because = "b" }',
        'start = { is = "started_at", because = "c" }  # page.json, incidents[0]',
    ]
    text = "\n".join(lines) + "\n"
    answers, found = read(text)
    assert found == []
    spans = [answer.span for answer in answers.values()]
    assert [(HEAD + text)[span.start : span.end] for span in spans if span is not None] == lines


def test_an_answer_without_a_reason_is_told_later_by_its_place() -> None:
    answers, found = read('account = { is = "acme" }')
    assert (answers["account",].because, found) == ("", [])


def test_a_name_that_looks_like_part_of_an_answer() -> None:
    answers, _ = read('service."is" = { is = "web", because = "it is called so" }')
    assert list(answers) == [("service", "is")]


@pytest.mark.parametrize(
    "line",
    [
        'account = "acme"',
        "account = 3",
        'account = { is = 3, because = "x" }',
        'account = { is = [], because = "x" }',
        'account = { is = "x", why = "x" }',
        'account = { is = "x", because = ["y"] }',
        "account = 2026-03-04",
    ],
)
def test_what_is_no_answer_is_told_with_its_line(line: str) -> None:
    answers, found = read(line)
    assert (answers, found) == ({}, [("mapping-form", line)])


@pytest.mark.parametrize("line", ['records = { is = 3, because = "x" }', "records = 3"])
def test_a_number_belongs_in_quotation_marks(line: str) -> None:
    _, [finding] = read_mapping(HEAD + line, "acme.map.toml", "statuspage")
    assert finding.repair == 'Write it as records = { is = "3", because = "…" }.'


def test_the_commonest_slips_have_plain_words() -> None:
    _, [curly] = read_mapping(HEAD + "start = { is = “x”, because = “y” }", "acme.map.toml")
    _, [bare] = read_mapping(HEAD + 'start = { is = leave out, because = "y" }', "acme.map.toml")
    _, [odd] = read_mapping(HEAD + "start", "acme.map.toml")
    assert curly.message == "This line cannot be read: its quotation marks are curly."
    assert bare.repair == 'Write the text in quotation marks: "leave out".'
    assert (odd.message, odd.repair[:27]) == ("This line cannot be read.", "Each answer is one line: na")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('account = { is = "acme, because = "x" }', 'account = { is = "acme, because = "x" }'),
        ("account = acme", "account = acme"),
        ('account = { is = "a", because = "b" }\naccount = { is = "c", because = "d" }', ""),
    ],
)
def test_a_line_that_cannot_be_read_is_shown(line: str, words: str) -> None:
    _, found = read_mapping(HEAD + line + "\n", "acme.map.toml", "statuspage")
    assert [finding.code for finding in found] == ["mapping-form"]
    span = found[0].span
    assert span is not None
    assert words in (HEAD + line)[span.start : span.end]


def test_deep_nesting_ends() -> None:
    _, found = read_mapping(HEAD + "a = " + "[" * 5_000, "acme.map.toml", "statuspage")
    assert [finding.code for finding in found] == ["mapping-form"]
    _, found = read_mapping(HEAD + ".".join("a" * 300) + " = 1", "acme.map.toml", "statuspage")
    assert [finding.code for finding in found] == ["mapping-form"]


@pytest.mark.parametrize(
    "text", ["", 'format = "sla-mapping/2"\nexport = "statuspage"', 'format = 1\nexport = "statuspage"']
)
def test_the_first_line_says_what_it_is(text: str) -> None:
    _, found = read_mapping(text, "acme.map.toml", "statuspage" if text else "")
    assert [finding.code for finding in found] == ["mapping-form"]


def test_answers_for_another_form_are_refused() -> None:
    _, found = read_mapping(HEAD, "acme.map.toml", "slack")
    assert [(finding.code, finding.span) for finding in found] == [("mapping-of-other-form", Span(25, 46))]


@given(st.lists(st.text(min_size=1), min_size=2, max_size=3))
def test_every_name_is_read_back_as_it_was_written(parts: list[str]) -> None:
    key = ("service", *parts)
    text = f'{HEAD}{name_of(key)} = {{ is = {quoted(parts[0])}, because = "so" }}'
    mapped, found = read_mapping(text, "acme.map.toml")
    if not any("\ud800" <= letter <= "\udfff" for part in parts for letter in part):
        assert found == []
        assert {k: a.given for k, a in mapped.answers.items()} == {key: (parts[0],)}


def test_quoted_text_is_toml() -> None:
    odd = 'a "b" \\ \n \u202e \x07'
    assert tomllib.loads(f"x = {quoted(odd)}") == {"x": odd}
    assert "\n" not in quoted(odd)
    assert "\u202e" not in quoted(odd)


def test_a_number_that_is_too_long_is_no_answer() -> None:
    _, found = read_mapping(f"{HEAD}records = {'9' * 5000}", "acme.map.toml")
    assert [finding.message for finding in found] == ["This line cannot be read: a number in it is too long."]


def test_a_mapping_file_that_names_no_form_of_export() -> None:
    _, found = read_mapping('format = "sla-mapping/1"', "acme.map.toml", "slack")
    [told] = [(finding.message, finding.repair) for finding in found]
    assert told[0] == "The mapping file does not say about which form of export its answers are."
    assert 'export = "slack"' in told[1]
