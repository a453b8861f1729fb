"""A timeline from plain mappings: its head, its lists, and everything at once that is wrong with it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from sla_dsl.evidence import limits
from sla_dsl.evidence.reading import read_plain
from sla_dsl.evidence.timeline import LISTS, Breach, Charge, Claim, Incident, Rate, Report, Ticket, Window
from sla_dsl.findings.finding import Finding
from sla_dsl.values.instant import read_instant
from tests.evidence.making import (
    END,
    START,
    at,
    breach,
    charge,
    claim,
    golden_timelines,
    incident,
    plain,
    rate,
    refused,
    report,
    sound,
    ticket,
    window,
    without,
)

BRUSSELS = "Europe/Brussels"
BEGAN, ENDED, TOLD = (at(text) for text in (START, END, "2026-02-20T10:00:00Z"))


def only(result: tuple[object, list[Finding]]) -> Finding:
    """The one finding of a reading."""
    (finding,) = result[1]
    return finding


def test_the_example_of_the_contract() -> None:
    timeline = sound(
        read_plain(
            {
                "format": "sla-timeline/1",
                "account": "acme",
                "as_of": "2026-04-15T00:00:00Z",
                "incidents": [incident()],
                "maintenance": [window()],
                "reports": [report()],
                "claims": [claim()],
                "breaches": [breach(end=None)],
                "charges": [charge()],
                "rates": [rate()],
                "tickets": [ticket(responded=None, acted=END)],
            }
        )
    )
    assert timeline.account == "acme"
    assert timeline.as_of == read_instant("2026-04-15T00:00:00Z")
    assert timeline.incidents == (Incident("INC-1", "api", BEGAN, ENDED, "fire"),)
    assert timeline.maintenance == (Window("MW-1", "api", TOLD, True, BEGAN, ENDED),)
    assert timeline.reports == (Report("INC-1", ENDED),)
    assert timeline.claims == (Claim("C-1", ENDED, ("INC-1",)),)
    assert timeline.breaches == (Breach(BEGAN, None, "unpaid invoice"),)
    assert timeline.charges == (Charge("2026-03", "fee", Fraction(900), "EUR"),)
    assert timeline.rates == (Rate("EUR", "USD", Fraction(10837, 10000)),)
    assert timeline.tickets == (Ticket("T-1", "urgent", BEGAN, (("acted", ENDED), ("responded", None))),)


def test_every_given_timeline_is_read() -> None:
    timelines = golden_timelines()
    assert len(timelines) > 190
    for case in timelines:
        timeline = sound(read_plain(case))
        for name in LISTS:
            records = getattr(timeline, name)
            assert (None if records is None else len(records)) == (len(case[name]) if name in case else None)


def test_a_list_that_is_absent_is_not_a_list_that_is_empty() -> None:
    absent = sound(read_plain(plain()))
    empty = sound(read_plain(plain(**{name: [] for name in LISTS})))
    assert [getattr(absent, name) for name in LISTS[1:]] == [None] * 8
    assert [getattr(empty, name) for name in LISTS[1:]] == [()] * 8
    assert absent != empty


def test_incidents_must_be_there() -> None:
    assert refused(read_plain(without(plain(), "incidents"))) == ["missing-list incidents"]


def test_the_account_must_be_there() -> None:
    result = read_plain(without(plain(), "account"))
    assert refused(result) == ["missing-field account"]
    assert only(result).repair == 'Add "account".'
    assert "customer" in only(result).message


@pytest.mark.parametrize(
    ("account", "code"),
    [
        ("", "empty-text"),
        ("  ", "empty-text"),
        (None, "null-not-allowed"),
        (7, "wrong-value"),
        ("x" * 5000, "value-too-long"),
    ],
)
def test_odd_accounts(account: object, code: str) -> None:
    assert refused(read_plain(plain(account=account))) == [f"{code} account"]


def test_as_of_may_be_left_out_or_null_and_then_the_record_is_closed() -> None:
    assert sound(read_plain(plain())).as_of is None
    assert sound(read_plain(plain(as_of=None))).as_of is None


def test_an_odd_as_of_is_told_once() -> None:
    # What is compared with it cannot be judged, so nothing more is said.
    assert refused(read_plain(plain(as_of="tomorrow", incidents=[incident(end=None)]))) == ["bad-instant as_of"]


def test_without_a_format_the_rest_is_read_all_the_same() -> None:
    result = read_plain(without(plain(incidents=[incident(id="")]), "format"))
    assert refused(result) == ["missing-format", "empty-text incidents[0].id"]
    assert result[1][0].repair == 'Add "format": "sla-timeline/1".'


@pytest.mark.parametrize("format", ["sla-timeline/2", "sla-timeline/10", "sla-timeline/999999999"])
def test_a_newer_format_is_not_guessed_at(format: str) -> None:
    result = read_plain({"format": format, "customer": "acme"})
    assert refused(result) == ["newer-format format"]
    assert "newer" in only(result).message


@pytest.mark.parametrize(
    "format", ["", "sla-result/1", "sla-timeline/0", "sla-timeline/01", "sla-timeline/", "x" * 9999, 1, None, []]
)
def test_another_format_is_not_read(format: object) -> None:
    assert refused(read_plain({"format": format, "customer": "acme"})) == ["unknown-format format"]


@pytest.mark.parametrize("value", [None, 1, "text", [], [plain()], True, object()])
def test_what_is_no_mapping(value: object) -> None:
    assert refused(read_plain(value)) == ["not-a-timeline"]


def test_an_unknown_list_is_told_with_the_nearest_name() -> None:
    result = read_plain(plain(incident=[], zone="UTC"))
    assert refused(result) == ["unknown-field incident", "unknown-field zone"]
    assert result[1][0].repair.startswith('Did you mean "incidents"?')
    assert result[1][1].repair.startswith("The fields are format, account, as_of, notes, incidents,")


def test_t16_fields_of_the_writer_are_passed_over_and_counted() -> None:
    timeline, findings = read_plain(plain(x_region="eu", x_=[[]], incidents=[incident(x_a=1), incident("B", x_b=None)]))
    assert timeline is not None
    (note,) = findings
    assert (note.code, note.severity) == ("fields-not-read", "note")
    assert note.message == "4 values of fields that begin with x_ were not read."


def test_one_field_of_the_writer_is_counted_as_one() -> None:
    _, (note,) = read_plain(plain(x_region="eu"))
    assert note.message == "One value of a field that begins with x_ was not read."


@pytest.mark.parametrize("value", [None, {}, "", "[]", 0, True])
@pytest.mark.parametrize("name", LISTS)
def test_what_is_no_list(name: str, value: object) -> None:
    assert refused(read_plain({**plain(), name: value})) == [f"not-a-list {name}"]


def test_there_are_bounds_on_the_length_of_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RECORDS", 2)
    assert sound(read_plain(plain(reports=[], incidents=[incident("A"), incident("B")])))
    assert refused(read_plain(plain(incidents=[incident("A"), incident("B"), incident("C")]))) == [
        "too-many-records incidents"
    ]


def test_everything_that_is_wrong_is_told_at_once_in_order_of_place() -> None:
    result = read_plain(
        plain(
            acount="x",
            as_of="2026-03-31T00:00:00Z",
            incidents=[
                incident(start="x", cause=""),
                incident(end="2026-03-04T00:00:00Z"),
                incident("B", service=None),
            ],
            reports=[report("INC-2"), report(at="2027-01-01T00:00:00Z")],
            claims=[claim(incidents=["INC-1", "B", "INC-9"])],
            charges=[charge(amount=1.5), charge(period="2026-13", currency="eur")],
            rates=[rate(rate="0")],
        )
    )
    assert refused(result) == [
        "unknown-field acount",
        "bad-instant incidents[0].start",
        "empty-text incidents[0].cause",
        "end-before-start incidents[1].end",
        "double-id incidents[1].id",
        "null-not-allowed incidents[2].service",
        "unknown-incident reports[0].incident",
        "after-as-of reports[1].at",
        "unknown-incident claims[0].incidents[2]",
        "inexact-amount charges[0].amount",
        "bad-period charges[1].period",
        "bad-currency charges[1].currency",
        "zero-rate rates[0].rate",
    ]


def test_more_than_a_thousand_mistakes_are_counted() -> None:
    timeline, findings = read_plain(plain(incidents=[incident(f"I{n}", start=5) for n in range(limits.FINDINGS + 7)]))
    assert timeline is None
    assert len(findings) == limits.FINDINGS + 1
    assert findings[-1].code == "more-findings"
    assert findings[-1].message == "7 more mistakes were found and not listed."


def test_t05_a_zone_may_be_named_for_instants_without_an_offset() -> None:
    case = plain(incidents=[incident(start="2026-03-04T09:12:40", end=END)], as_of="2026-04-01T00:00:00")
    timeline, (note,) = read_plain(case, zone=BRUSSELS)
    assert timeline is not None
    assert timeline.incidents[0].start == BEGAN
    assert timeline.as_of == read_instant("2026-03-31T22:00:00Z")
    assert note.code == "zone-assumed"
    assert note.message == "2 times without an offset were read in Europe/Brussels."


def test_t05_a_zone_changes_nothing_where_there_are_offsets() -> None:
    case = plain(incidents=[incident()], tickets=[ticket(acted=END)])
    assert read_plain(case, zone="Pacific/Apia") == read_plain(case)


@pytest.mark.parametrize(
    ("text", "words"),
    [("2026-03-29T02:30:00", "skip"), ("2026-10-25T02:30:00", "twice")],
    ids=["T06-gap", "T06-overlap"],
)
def test_t06_a_time_that_the_clocks_skip_or_show_twice_is_refused(text: str, words: str) -> None:
    result = read_plain(plain(incidents=[incident(start=text, end="2026-12-01T00:00:00Z")]), zone=BRUSSELS)
    assert refused(result) == ["bad-instant incidents[0].start"]
    assert words in only(result).message


def test_a_zone_mends_no_other_mistake() -> None:
    assert refused(read_plain(plain(incidents=[incident(start="2026-W01")]), zone=BRUSSELS)) == [
        "bad-instant incidents[0].start"
    ]


@pytest.mark.parametrize("zone", ["", "Europe", "Mars/Base", "../../etc/passwd", "A" * 5000, "\0", "Europe/Brussels\n"])
def test_a_zone_that_there_is_not(zone: str) -> None:
    assert refused(read_plain(plain(), zone=zone)) == ["unknown-time-zone"]


def test_places_are_named_by_whoever_knows_them() -> None:
    def place(kind: str, index: int, field: str) -> str:
        return f"<{kind} {index} {field}>"

    assert refused(read_plain(plain(incidents=[incident(service="")]), place)) == ["empty-text <incidents 0 service>"]
    assert sound(read_plain(plain(), place)).place("rates", 1, "rate") == "<rates 1 rate>"


def test_the_mapping_is_not_changed() -> None:
    case = plain(incidents=[incident()], claims=[claim()], tickets=[ticket(acted=None)])
    before = repr(case)
    read_plain(case)
    assert repr(case) == before


def test_names_that_are_no_texts() -> None:
    mapping: dict[Any, Any] = {**plain(), 5: "x", None: "y"}
    assert refused(read_plain(mapping)) == ["field-without-name", "field-without-name"]
