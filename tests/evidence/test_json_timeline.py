"""A timeline from a JSON text: values, findings with their places, and limits."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evidence import limits
from sla_dsl.evidence.json_timeline import read_timeline
from sla_dsl.evidence.reading import read_plain
from sla_dsl.findings.source import Source
from tests.evidence.making import charge, claim, golden_timelines, incident, law, plain, refused, sound, ticket

TEXT = """{
  "format": "sla-timeline/1",
  "account": "acme",
  "incidents": [
    {"id": "A", "service": "api", "start": "2026-03-04T10:00:00Z", "end": "2026-03-04T09:00:00Z"},
    {"id": 7, "service": "api", "start": "2026-03-04T10:00:00Z", "ende": null},
    {"id": "A", "service": "api", "start": "2026-03-04T10:00:00Z", "end": "2026-03-04T11:00:00Z", "id": "B"}
  ],
  "charges": [{"period": "2026-03", "what": "fee", "amount": 900.00, "currency": "EUR"}]
}
"""


def test_every_given_timeline_is_read_as_from_python() -> None:
    for case in golden_timelines():
        for text in (json.dumps(case), json.dumps(case, indent=2).encode()):
            assert sound(read_timeline(text)) == sound(read_plain(case))


def test_every_finding_has_its_file_its_path_its_line_and_its_column() -> None:
    timeline, findings = read_timeline(TEXT, "acme.json")
    source = Source("acme.json", TEXT)
    assert timeline is None
    assert {finding.source for finding in findings} == {"acme.json"}
    assert [
        (finding.code, finding.field, *source.position(finding.span.start), TEXT[finding.span.start : finding.span.end])
        for finding in findings
        if finding.span
    ] == [
        ("end-before-start", "incidents[0].end", 5, 75, '"2026-03-04T09:00:00Z"'),
        ("missing-field", "incidents[1].end", 6, 5, "{"),
        ("number-for-text", "incidents[1].id", 6, 12, "7"),
        ("unknown-field", "incidents[1].ende", 6, 66, '"ende"'),
        ("double-field", "incidents[2].id", 7, 99, '"id"'),
        ("amount-as-number", "charges[0].amount", 9, 62, "900.00"),
    ]


def test_what_is_missing_is_told_where_it_should_stand() -> None:
    text = '{"format": "sla-timeline/1", "incidents": [{"id": "A"}]}'
    _, findings = read_timeline(text)
    places = {finding.field: finding.span.start for finding in findings if finding.span}
    assert places["account"] == 0
    assert places["incidents[0].start"] == text.index('{"id"')


def test_notes_come_last_and_leave_the_timeline() -> None:
    timeline, findings = read_timeline(json.dumps(plain(x_a={"b": [1, 1.5, "c"]})), "a.json")
    assert timeline is not None
    assert [(finding.code, finding.span, finding.source) for finding in findings] == [
        ("fields-not-read", None, "a.json")
    ]


def test_a_zone_may_be_named() -> None:
    text = json.dumps(plain(incidents=[incident(start="2026-03-04T09:00:00")]))
    assert refused(read_timeline(text)) == ["no-offset incidents[0].start"]
    timeline, findings = read_timeline(text, zone="Europe/Brussels")
    assert timeline is not None
    assert [finding.code for finding in findings] == ["zone-assumed"]


def test_t16_amounts_as_numbers_are_refused_whatever_they_say() -> None:
    for number in ("900", "900.00", "9e2", "1e400", "-0", "1E1000000"):
        text = json.dumps(plain(charges=[charge(amount="@")])).replace('"@"', number)
        timeline, (finding,) = read_timeline(text)
        assert timeline is None
        assert finding.code == "amount-as-number"
        assert finding.repair == f'Write it in quotes: "{number}".'


def test_t19_an_id_that_is_a_number_is_refused_with_its_repair() -> None:
    text = json.dumps(plain(incidents=[incident(7)]))
    _, (finding,) = read_timeline(text)
    assert (finding.code, finding.repair) == ("number-for-text", 'Write it in quotes: "7".')


def test_t16_a_double_key_is_told_with_everything_else() -> None:
    text = '{"format": "sla-timeline/1", "account": "a", "account": "b", "incidents": [{}]}'
    told = refused(read_timeline(text))
    assert told[0] == "double-field account"
    assert told[1:] == [f"missing-field incidents[0].{name}" for name in ("id", "service", "start", "end")]


def test_half_a_character_written_as_an_escape() -> None:
    text = '{"format": "sla-timeline/1", "account": "\\ud800", "x_\\ud800": 1, "\\udfff": 2, "incidents": []}'
    assert refused(read_timeline(text)) == ["damaged-text account", 'unknown-field "\\udfff"']


def test_the_writer_s_own_fields_must_be_strict_json_too() -> None:
    deep = "[" * 40 + "]" * 40
    assert refused(
        read_timeline(f'{{"x_a": {deep}, "format": "sla-timeline/1", "account": "a", "incidents": []}}')
    ) == ["nested-too-deep"]
    assert refused(read_timeline(json.dumps(plain())[:-1] + ', "x_a": {"b": 1, "b": NaN}}')) == [
        "double-field x_a.b",
        "not-a-number x_a.b",
    ]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff", b"\xff\xfe{\x00}\x00", b"{}{}", b"[" * 100_000])
def test_c01_bytes_that_are_no_timeline(data: bytes) -> None:
    told = refused(read_timeline(data, "a.json"))
    assert len(told) == 1
    assert read_timeline(data, "a.json")[1][0].source == "a.json"


def test_c01_the_size_is_bounded() -> None:
    text = json.dumps(plain())
    assert sound(read_timeline(text, size_limit=len(text)))
    assert refused(read_timeline(text, size_limit=len(text) - 1)) == ["too-large"]
    assert limits.FILE_BYTES == 256 * 1024 * 1024


def test_t17_a_text_of_ten_million_characters() -> None:
    started = time.process_time()
    assert refused(read_timeline(json.dumps(plain(account="x" * 10_000_000)))) == ["value-too-long account"]
    assert time.process_time() - started < 2


def test_p11_one_byte_order_mark() -> None:
    text = json.dumps(plain())
    assert sound(read_timeline("\ufeff" + text))
    assert sound(read_timeline(("\ufeff" + text).encode()))
    assert refused(read_timeline("\ufeff\ufeff" + text)) == ["bad-json"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=10,
)
NAMES = ["format", "account", "as_of", "incidents", "claims", "charges", "tickets", "id", "end", "amount", "at"]
NEARLY = st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=4), JSON, max_size=8)


@law
@given(JSON)
def test_a01_any_json_value_is_read_or_refused(value: Any) -> None:
    timeline, findings = read_timeline(json.dumps(value))
    assert (timeline is None) == any(finding.severity == "error" for finding in findings)


@law
@given(NEARLY, st.lists(NEARLY, max_size=3))
def test_a01_any_nearly_right_value_is_read_or_refused(whole: dict[str, Any], records: list[dict[str, Any]]) -> None:
    case = {**plain(), **whole, "format": "sla-timeline/1"}
    for name in ("incidents", "claims", "charges", "tickets"):
        if name in whole:
            case[name] = records
    text = json.dumps(case)
    timeline, findings = read_timeline(text)
    assert (timeline is None) == any(finding.severity == "error" for finding in findings)
    spans = [finding.span for finding in findings if finding.span]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@law
@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    timeline, findings = read_timeline(data)
    assert timeline is None
    assert findings


WHOLE = json.dumps(
    plain(as_of="2026-12-01T00:00:00Z", incidents=[incident(end=None)], claims=[claim()], tickets=[ticket(a=None)])
)


def test_m22_a_text_that_is_cut_anywhere_is_refused() -> None:
    for length in range(len(WHOLE)):
        timeline, findings = read_timeline(WHOLE[:length])
        assert timeline is None
        assert [finding.code for finding in findings] == ["bad-json"]


def test_a_text_with_any_character_changed_is_read_or_refused() -> None:
    for place in range(len(WHOLE)):
        for character in '"{}[],:0x\\ \n\x00é':
            timeline, findings = read_timeline(WHOLE[:place] + character + WHOLE[place + 1 :])
            assert (timeline is None) == any(finding.severity == "error" for finding in findings)


def many(count: int) -> str:
    return json.dumps(plain(incidents=[incident(f"INC-{n}") for n in range(count)]))


def test_reading_takes_linear_time() -> None:
    def seconds(text: str) -> float:
        started = time.process_time()
        assert sound(read_timeline(text))
        return time.process_time() - started

    few, lots = many(5_000), many(50_000)
    assert min(seconds(lots) for _ in range(2)) < 20 * max(min(seconds(few) for _ in range(3)), 0.02)


def test_h08_what_costs_time_to_import_is_not_imported_for_good_input() -> None:
    program = (
        "import sys, types\n"
        "package = types.ModuleType('sla_dsl'); package.__path__ = [sys.argv[1]]; sys.modules['sla_dsl'] = package\n"
        "from sla_dsl.evidence.json_timeline import read_timeline\n"
        "assert read_timeline(sys.argv[2])[0]\n"
        "print(*(n for n in ('csv', 'pathlib', 'hashlib', 'difflib', 'dataclasses', 'logging', 'lark', 'holidays',"
        " 'importlib.resources', 'sla_dsl.evidence.json_places', 'sla_dsl.evidence.csv_folder') if n in sys.modules))"
    )
    import sla_dsl

    package = sla_dsl.__path__[0]
    done = subprocess.run(
        [sys.executable, "-c", program, package, json.dumps(plain(incidents=[incident()], charges=[charge()]))],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []


@pytest.mark.parametrize(
    "fields",
    ['"as_of": NaN', '"account": -Infinity', '"incidents": NaN', '"charges": [{"charge": "fee", "amount": NaN}]'],
)
def test_a_value_that_json_does_not_have_is_told_of_once(fields: str) -> None:
    _, findings = read_timeline(f'{{"format": "sla-timeline/1", {fields}}}')
    place = next(finding.field for finding in findings if finding.code == "not-a-number")
    assert [finding.code for finding in findings if finding.field == place] == ["not-a-number"]


def test_its_name_is_told_of_too() -> None:
    _, findings = read_timeline('{"format": "sla-timeline/1", "account": "a", "incidents": [], "as_if": NaN}')
    assert {finding.code for finding in findings} == {"not-a-number", "unknown-field"}
