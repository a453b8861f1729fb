"""Strict JSON: what the standard allows is read, everything else is told, and nothing raises.

The texts are those that surveys of JSON readers use: each is a way in which two readers disagree.
"""

from __future__ import annotations

import json
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evidence import limits
from sla_dsl.evidence.strict_json import UNREADABLE, decode, deep_nesting
from sla_dsl.evidence.wrong import Number
from tests.evidence.making import check_words, law

GOOD = [
    "{}",
    "[]",
    " [ ] ",
    '{"a":[]}',
    '"a"',
    "true",
    "null",
    "[1]",
    "[-0]",
    "[1e5]",
    "[1E+5]",
    "[1.5e-3]",
    '[""]',
    '["\\u0061\\n\\"\\\\\\/"]',
    '["\\ud83d\\ude00"]',
    '{"":0}',
    '{"a":{"a":1}}',
    "\t[\n]\r\n",
    '["\u2028\u007f"]',
    "[123456789012345678901234567890]",
    "[0e1000000]",
    "[-1e400]",
    '{"a":1,"b":2}',
    "[[[[[[[[]]]]]]]]",
    '["é\U0001f600"]',
]

BAD = [
    "",
    " ",
    "[",
    "]",
    "{",
    "}",
    "[1",
    "[1,",
    "[1,]",
    "[,1]",
    "[1,,2]",
    "[1 2]",
    "[1;2]",
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,',
    '{"a":1,}',
    "{,}",
    '{"a" 1}',
    '{"a"::1}',
    "{a:1}",
    "{'a':1}",
    "{1:1}",
    '{"a":1 "b":2}',
    '{"a":1}}',
    "[]]",
    "[] []",
    "{} x",
    "[01]",
    "[1.]",
    "[.5]",
    "[+1]",
    "[-]",
    "[- 1]",
    "[1e]",
    "[1e+]",
    "[0x10]",
    "[1_000]",
    "[--1]",
    "[１]",
    "[٥]",
    '["a',
    '["\\x"]',
    '["\\u12"]',
    '["\\',
    '["\t"]',
    '["\n"]',
    '["\0"]',
    "tru",
    "True",
    "nil",
    "undefined",
    "/* */[]",
    "[] // x",
    "# x\n[]",
    "\ufeff[]",
    "[\u00a0]",
    "[\x0c]",
    "\u2028[]",
    "“a”",
    "[“a”]",
    "\x00",
    "[\x00]",
    "*",
    "<timeline/>",
    "a: 1",
    "---\na: 1",
    "(1)",
    '["a"',
    '["a":1]',
    '{"a":[}',
    "[{]}",
    '{"a", "b"}',
    "{[]:1}",
    "[\\u0061]",
    "[1}",
    "'a'",
    "\\",
]


@pytest.mark.parametrize("text", GOOD)
def test_t16_what_is_json_is_read(text: str) -> None:
    value, findings = decode(text)
    assert findings == []
    assert value is not UNREADABLE


@pytest.mark.parametrize("text", BAD)
def test_t16_what_is_no_json_is_told_with_its_place(text: str) -> None:
    value, (finding,) = decode(text)
    assert value is UNREADABLE
    assert finding.code == "bad-json"
    assert finding.span is not None
    assert 0 <= finding.span.start <= finding.span.end <= max(len(text), 1)
    check_words(finding)


def test_numbers_are_kept_as_they_are_written() -> None:
    value, _ = decode("[0.10, 1e400, 7e1, -0, 1E5]")
    assert value == [Number("0.10"), Number("1e400"), Number("7e1"), Number("-0"), Number("1E5")]


def test_a_very_long_number_costs_nothing() -> None:
    started = time.process_time()
    value, findings = decode("[" + "9" * 1_000_000 + ", 1e1000000000]")
    assert findings == []
    assert isinstance(value, list)
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_t16_nan_and_infinity_are_told_and_the_rest_is_read(word: str) -> None:
    value, (finding,) = decode(f'{{"a": {word}, "b": ["x"]}}')
    assert (finding.code, finding.field) == ("not-a-number", "a")
    assert finding.span == (6, 6 + len(word))
    assert isinstance(value, dict)
    assert value["b"] == ["x"]
    check_words(finding)


def test_t16_a_double_key_is_told_at_the_second_one() -> None:
    text = '{"a": 1, "b": {"c": 1, "c": 2}, "a": 3}'
    _, findings = decode(text)
    assert [(finding.code, finding.field) for finding in findings] == [("double-field", "b.c"), ("double-field", "a")]
    assert [text[finding.span.start : finding.span.end] for finding in findings if finding.span] == ['"c"', '"a"']
    assert [finding.span.start for finding in findings if finding.span] == [23, 32]


def test_t16_a_double_key_is_one_also_if_it_is_written_otherwise() -> None:
    _, (finding,) = decode('{"a": 1, "\\u0061": 2}')
    assert finding.code == "double-field"


def test_the_same_key_in_two_objects_is_no_mistake() -> None:
    assert decode('[{"a": 1}, {"a": 2}, {"b": {"a": 3}, "a": 1}]')[1] == []


def test_long_keys_that_begin_alike_are_not_the_same() -> None:
    # Shown they look alike, because what is long is cut.
    text = json.dumps({"x" * 200 + "1": 1, "x" * 200 + "2": 2})
    assert decode(text)[1] == []
    assert [finding.code for finding in decode(text[:-1] + ', "n": NaN}')[1]] == ["not-a-number"]


def test_a_double_key_in_a_text_that_breaks_off_later() -> None:
    value, (finding,) = decode('[{"a": 1, "a": 2}, {"b": ')
    assert value is UNREADABLE
    assert finding.code == "bad-json"


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def test_lists_may_be_inside_each_other_up_to_a_bound() -> None:
    assert deep_nesting(nested(limits.NESTING)) is None
    finding = deep_nesting(nested(limits.NESTING + 1))
    assert finding is not None
    assert finding.span == (limits.NESTING, limits.NESTING + 1)
    check_words(finding)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        nested(100_000),
        '{"a":' * 100_000,
        '{"a":' * 100_000 + "1" + "}" * 100_000,
        '[{"a":' * 50_000,
        "[" * 2_000_000,
        '{"a":1,"a":1,"b":' + nested(100_000) + "}",
        nested(990),
    ],
    ids=[
        "open",
        "closed",
        "objects",
        "closed objects",
        "mixed",
        "two million",
        "with a double key",
        "near the stack's end",
    ],
)
def test_t16_a_nesting_bomb_is_a_finding(text: str) -> None:
    started = time.process_time()
    value, found = decode(text)
    assert value is UNREADABLE or not found
    deep = deep_nesting(text)
    assert deep is not None
    assert deep.code == "nested-too-deep"
    assert found in ([], [deep])
    assert time.process_time() - started < 2


def test_brackets_in_texts_are_not_counted() -> None:
    assert deep_nesting(json.dumps(["[" * 1000, '\\"[' * 1000])) is None


def test_a_recursion_error_never_escapes_however_deep_the_caller_is() -> None:
    def deeper(levels: int) -> None:
        if levels:
            return deeper(levels - 1)
        decode(nested(30))
        decode('{"a":1,"a":' + nested(30) + "}")
        return None

    for left in range(20, 120, 10):
        depth = 0
        frame = sys._getframe()
        while frame.f_back:
            frame, depth = frame.f_back, depth + 1
        deeper(sys.getrecursionlimit() - depth - left - 40)


@law
@given(st.text(max_size=60))
def test_any_text_gives_a_value_or_a_finding(text: str) -> None:
    value, findings = decode(text)
    assert (value is UNREADABLE) <= bool(findings)


FRAGMENTS = st.sampled_from([*'{}[]:,"\\', '"a"', "1", "null", "NaN", " ", "\n", "\\u", "-", "e", "'"])


@law
@given(st.lists(FRAGMENTS, max_size=25).map("".join))
def test_the_verdict_is_that_of_the_standard_reader_or_stricter(text: str) -> None:
    try:
        json.loads(text)
        fine = True
    except ValueError:
        fine = False
    value, findings = decode(text)
    assert (value is UNREADABLE) == (not fine)
    for finding in findings:
        check_words(finding)
        assert fine <= (finding.code in ("double-field", "not-a-number"))


def test_t17_a_text_that_never_ends_takes_linear_time() -> None:
    started = time.process_time()
    for text in ('["' + "\\" * 1_000_001, '"' * 500_001, '["' + 'a\\"' * 500_000, "[" + '"x",' * 300_000):
        assert decode(text)[0] is UNREADABLE
    assert time.process_time() - started < 4


def test_the_patient_reader_meets_the_end_of_the_stack_too(monkeypatch: pytest.MonkeyPatch) -> None:
    class Deep:
        def decode(self, text: str) -> object:
            raise RecursionError

    monkeypatch.setattr("sla_dsl.evidence.strict_json._PATIENT", Deep())
    value, (finding,) = decode('{"a": 1, "a": 2}')
    assert value is UNREADABLE
    assert finding.code == "nested-too-deep"
