"""Why a text is no JSON, in words for somebody who has never programmed."""

from __future__ import annotations

import json

import pytest

from sla_dsl.evidence.json_syntax import why_not_json
from sla_dsl.evidence.strict_json import decode


@pytest.mark.parametrize(
    ("text", "here", "message"),
    [
        ("", "", "There is nothing in this file."),
        ("\n\n", "", "There is nothing in this file."),
        ('{"a": "b', '"', "This text has no end."),
        ('{"a": "b\nc"}', "\n", "A text goes on over the end of a line, or has a tab in it."),
        ('{"a": "\\y"}', "\\", "The sign \\ in a text is not followed by one that it goes with."),
        ("{}\n{}", "{", "The timeline is complete, and more follows."),
        ('{"a": [1, 2', "2", "The text ends before it is complete."),
        ('{"a": [1, 2,\n\n', ",", "The text ends before it is complete."),
        ("{'a': 1}", "'", "Texts stand in straight double quotes."),
        ('{"a": “b”}', "“", "Texts stand in straight double quotes."),
        ('{"a": /* b */ 1}', "/", "JSON has no comments."),
        ('{"a": 1,}', "}", "Before this bracket something is missing, or there is a comma too many."),
        ('{"a": [1,]}', "]", "Before this bracket something is missing, or there is a comma too many."),
        ('{"a": }', "}", "Before this bracket something is missing, or there is a comma too many."),
        ('{"a": 1 "b": 2}', '"', "Here a comma or a closing bracket is missing."),
        ('{"a": 01}', "1", "Here a comma or a closing bracket is missing."),
        ('{"a" 1}', "1", "After the name of a field a colon is missing."),
        ("{a: 1}", "a", "Here the name of a field was expected."),
        ('{"a": yes}', "yes", '"yes" is not a value.'),
        ('{"a": 2026-03-04}', "-03-04", "Here a comma or a closing bracket is missing."),
        ('Agreement "A".', "Agreement", "This file does not begin with { or [, as JSON does."),
        ("\n id,service\n", "id", "This file does not begin with { or [, as JSON does."),
        (", {}", ",", "This file does not begin with { or [, as JSON does."),
        ('{"a": \x1b[0m}', "\x1b", '"\\x1b" is not a value.'),
    ],
)
def test_reasons(text: str, here: str, message: str) -> None:
    _, (finding,) = decode(text)
    assert finding.message == message
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == here


@pytest.mark.parametrize(("text", "comma"), [('{"a": 1,}', 7), ('{"a": [1, \n ]}', 8)])
def test_a_comma_too_many_is_told_alike_by_every_python(text: str, comma: int) -> None:
    words = "Illegal trailing comma before end of object"
    _, (here,) = decode(text)
    assert why_not_json(text, json.JSONDecodeError(words, text, comma)) == here


def test_the_words_of_the_reader_underneath_are_never_shown() -> None:
    for text in ('{"a"', "[", '["', "{]", "[1 2]", "x", '{"a":\\}', "[}", '"\\u1"'):
        _, (finding,) = decode(text)
        assert "Expecting" not in finding.message + finding.repair
        assert "char" not in finding.message.split()
        assert "delimiter" not in finding.message


def test_several_timelines_in_one_file_are_told_of_json_lines() -> None:
    _, (finding,) = decode("{}\n{}\n")
    assert ".jsonl" in finding.repair
