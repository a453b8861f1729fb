"""Calendars of planned work: times of every kind, versions, repeated events, and what is asked."""

from __future__ import annotations

import sys

import pytest

from sla_dsl.intake.answers.mapping import Key
from sla_dsl.intake.importing import Imported
from tests.intake.common import equation, errors, records
from tests.intake.logs import of_text, open_keys, spans

PLAIN: dict[Key, str] = {
    ("service_from",): "SUMMARY",
    ("service", "Router"): "router",
    ("planned",): "not down",
    ("announced",): "DTSTAMP",
}
BRUSSELS = """BEGIN:VTIMEZONE
TZID:Our zone
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19810329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
"""


def event(*lines: str, uid: str = "1", title: str = "Router") -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", *lines, "END:VEVENT", ""])


def calendar(*events: str, head: str = "") -> str:
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{''.join(events)}END:VCALENDAR\n"


def found(*events: str, head: str = "", answers: dict[Key, str] | None = None) -> Imported:
    return of_text("calendar", calendar(*events, head=head), {**PLAIN, **(answers or {})})


def windows(*events: str, head: str = "", **answers: str) -> list[tuple[str, str | None]]:
    given: dict[Key, str] = {(key,): answer for key, answer in answers.items()}
    return spans(found(*events, head=head, answers=given), "maintenance")


HOUR = ("DTSTART:20240301T020000Z", "DTEND:20240301T030000Z")


@pytest.mark.parametrize(
    ("lines", "span"),
    [
        (HOUR, ("2024-03-01T02:00:00Z", "2024-03-01T03:00:00Z")),
        (
            ("DTSTART;VALUE=DATE-TIME:20240301T020000Z", "DURATION:PT90M"),
            ("2024-03-01T02:00:00Z", "2024-03-01T03:30:00Z"),
        ),
        (
            ("DTSTART;TZID=Europe/Brussels:20240301T020000", "DTEND;TZID=Europe/Brussels:20240301T040000"),
            ("2024-03-01T01:00:00Z", "2024-03-01T03:00:00Z"),
        ),
        (
            ("DTSTART;TZID=W. Europe Standard Time:20240701T020000", "DURATION:PT1H"),
            ("2024-07-01T00:00:00Z", "2024-07-01T01:00:00Z"),
        ),
        (
            ("DTSTART;TZID=/freeassociation.sourceforge.net/America/New_York:20240701T020000", "DURATION:PT1H"),
            ("2024-07-01T06:00:00Z", "2024-07-01T07:00:00Z"),
        ),
        # A day of the calendar has the hours that it has; elapsed time has not.
        (
            ("DTSTART;TZID=Europe/Brussels:20240330T120000", "DURATION:P1D"),
            ("2024-03-30T11:00:00Z", "2024-03-31T10:00:00Z"),
        ),
        (
            ("DTSTART;TZID=Europe/Brussels:20240330T120000", "DURATION:PT24H"),
            ("2024-03-30T11:00:00Z", "2024-03-31T11:00:00Z"),
        ),
        # Where the clocks skip or repeat a time, the format says which instant is meant (RFC 5545, 3.3.5).
        (
            ("DTSTART;TZID=Europe/Brussels:20240331T023000", "DURATION:PT1H"),
            ("2024-03-31T01:30:00Z", "2024-03-31T02:30:00Z"),
        ),
        (
            ("DTSTART;TZID=Europe/Brussels:20241027T023000", "DURATION:PT1H"),
            ("2024-10-27T00:30:00Z", "2024-10-27T01:30:00Z"),
        ),
    ],
)
def test_times_and_lengths(lines: tuple[str, ...], span: tuple[str, str]) -> None:
    assert windows(event(*lines)) == [span]


@pytest.mark.parametrize(
    ("lines", "span"),
    [
        (("DTSTART:20240701T020000", "DTEND:20240701T030000"), ("2024-07-01T00:00:00Z", "2024-07-01T01:00:00Z")),
        (("DTSTART;VALUE=DATE:20240331",), ("2024-03-30T23:00:00Z", "2024-03-31T22:00:00Z")),
        (
            ("DTSTART;VALUE=DATE:20240331", "DTEND;VALUE=DATE:20240402"),
            ("2024-03-30T23:00:00Z", "2024-04-01T22:00:00Z"),
        ),
        (("DTSTART:20240330T120000", "DURATION:PT24H"), ("2024-03-30T11:00:00Z", "2024-03-31T11:00:00Z")),
    ],
)
def test_for_days_and_times_of_no_zone_the_zone_is_asked(lines: tuple[str, ...], span: tuple[str, str]) -> None:
    asked = found(event(*lines), head="X-WR-TIMEZONE:Europe/Paris\n")
    assert open_keys(asked) == [("zone",)]
    assert "(the export speaks of Europe/Paris)" in asked.questions[0].words
    assert windows(event(*lines), zone="Europe/Brussels") == [span]


def test_a_zone_that_only_the_calendar_knows_is_read_from_its_rules() -> None:
    summer = event("DTSTART;TZID=Our zone:20240701T020000", "DURATION:PT1H")
    winter = event("DTSTART;TZID=Our zone:20240101T020000", "DURATION:PT1H", uid="2")
    skipped = event("DTSTART;TZID=Our zone:20240331T023000", "DURATION:PT1H", uid="3")
    twice = event("DTSTART;TZID=Our zone:20241027T023000", "DURATION:PT1H", uid="4")
    assert [start for start, _ in windows(summer, winter, skipped, twice, head=BRUSSELS)] == [
        "2024-07-01T00:00:00Z",
        "2024-01-01T01:00:00Z",
        "2024-03-31T01:30:00Z",
        "2024-10-27T00:30:00Z",
    ]


def test_each_calendar_has_its_own_rules() -> None:
    one = event("DTSTART;TZID=Our zone:20240701T020000", "DURATION:PT1H")
    west = BRUSSELS.replace("+0200", "-0400").replace("+0100", "-0500")
    both = calendar(one, head=BRUSSELS) + calendar(one.replace("UID:1", "UID:2"), head=west)
    found = spans(of_text("calendar", both, PLAIN), "maintenance")
    assert [start for start, _ in found] == ["2024-07-01T00:00:00Z", "2024-07-01T06:00:00Z"]


def test_without_its_library_a_calendar_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "icalendar"]:
        monkeypatch.setitem(sys.modules, name, None)
    [finding] = [one for one in found(event(*HOUR)).findings if one.severity == "error"]
    assert (finding.code, "sla-dsl[calendar]" in finding.repair) == ("export-form", True)


def test_rules_that_deny_the_zone_of_their_name_are_asked_about() -> None:
    wrong = BRUSSELS.replace("Our zone", "Europe/London")
    one = event("DTSTART;TZID=Europe/London:20240701T020000", "DURATION:PT1H")
    key = ("tzid", "Europe/London")
    assert open_keys(found(one, head=wrong)) == [key]
    assert spans(found(one, head=wrong, answers={key: "the calendar"}), "maintenance")[0][0] == "2024-07-01T00:00:00Z"
    assert spans(found(one, head=wrong, answers={key: "Europe/London"}), "maintenance")[0][0] == "2024-07-01T01:00:00Z"
    right = BRUSSELS.replace("Our zone", "Europe/Paris")
    assert windows(one.replace("London", "Paris"), head=right) == [("2024-07-01T00:00:00Z", "2024-07-01T01:00:00Z")]


def test_a_zone_that_nobody_describes_is_asked_for() -> None:
    one = event("DTSTART;TZID=Head office:20240701T020000", "DURATION:PT1H")
    key = ("tzid", "Head office")
    assert open_keys(found(one)) == [key]
    assert spans(found(one, answers={key: "Asia/Tokyo"}), "maintenance") == [
        ("2024-06-30T17:00:00Z", "2024-06-30T18:00:00Z")
    ]


def test_the_newest_version_is_read() -> None:
    old = event("SEQUENCE:1", "DTSTAMP:20240201T000000Z", *HOUR)
    new = event("SEQUENCE:2", "DTSTAMP:20240101T000000Z", "DTSTART:20240302T020000Z", "DURATION:PT1H")
    for order in ((old, new), (new, old)):
        result = found(*order)
        assert spans(result, "maintenance") == [("2024-03-02T02:00:00Z", "2024-03-02T03:00:00Z")]
        assert result.tally is not None
        assert result.tally.aside == {"an older version of the same event": 1}


def test_of_two_versions_of_one_number_the_later_notice_is_read() -> None:
    old = event("DTSTAMP:20240101T000000Z", *HOUR)
    new = event("DTSTAMP:20240201T000000Z", "DTSTART:20240302T020000Z", "DURATION:PT1H")
    assert windows(new, old) == [("2024-03-02T02:00:00Z", "2024-03-02T03:00:00Z")]


def test_two_events_that_say_different_things_in_one_version_are_refused() -> None:
    other = event("DTSTART:20240302T020000Z", "DURATION:PT1H")
    assert [code for code, _ in errors(found(event(*HOUR), other))] == ["export-double"]


WEEKLY = ("DTSTART;TZID=Europe/Brussels:20240324T020000", "DURATION:PT1H")
THREE = [("2024-03-24T01:00:00Z", "2024-03-24T02:00:00Z"), ("2024-03-31T01:00:00Z", "2024-03-31T02:00:00Z")]


def test_repeated_events_follow_the_clocks() -> None:
    made = found(event(*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=3"))
    assert spans(made, "maintenance") == [*THREE, ("2024-04-07T00:00:00Z", "2024-04-07T01:00:00Z")]
    assert equation(made) == (1, 1, 0, 0)
    assert next(one["id"] for one in records(made, "maintenance")) == "1/2024-03-24T01:00:00Z"


@pytest.mark.parametrize(
    "rule",
    [
        "RRULE:FREQ=WEEKLY;UNTIL=20240331T010000Z",
        "RRULE:FREQ=WEEKLY;UNTIL=20240331",
        "RRULE:FREQ=WEEKLY;UNTIL=20240331T020000",
        "RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=2;WKST=MO",
        "RRULE:FREQ=DAILY;COUNT=2;INTERVAL=7",
        "RRULE:FREQ=MONTHLY;COUNT=2;BYDAY=4SU,5SU",
        "RDATE;TZID=Europe/Brussels:20240331T020000",
        "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;TZID=Europe/Brussels:20240407T020000",
        "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20240407T000000Z",
    ],
)
def test_rules_with_an_end_ask_nothing(rule: str) -> None:
    assert windows(event(*WEEKLY, *rule.split("\n"))) == THREE


def test_for_a_rule_without_an_end_it_is_asked_up_to_when() -> None:
    endless = event(*WEEKLY, "RRULE:FREQ=WEEKLY")
    assert open_keys(found(endless)) == [("repeats_until",)]
    assert windows(endless, repeats_until="2024-03-31T01:00:00Z") == THREE
    assert windows(endless, repeats_until="2024-03-31T00:59:59Z") == THREE[:1]
    nothing = found(endless, answers={("repeats_until",): "2024-01-01T00:00:00Z"})
    assert (spans(nothing, "maintenance"), equation(nothing)) == ([], (1, 0, 1, 0))


def test_one_occurrence_can_be_moved() -> None:
    moved = event("RECURRENCE-ID;TZID=Europe/Brussels:20240331T020000", "DTSTART:20240401T100000Z", "DURATION:PT2H")
    made = found(event(*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=2"), moved)
    assert spans(made, "maintenance") == [THREE[0], ("2024-04-01T10:00:00Z", "2024-04-01T12:00:00Z")]
    assert [one["id"] for one in records(made, "maintenance")] == ["1/2024-03-24T01:00:00Z", "1/2024-03-31T01:00:00Z"]
    assert equation(made) == (2, 2, 0, 0)


def test_a_cancelled_occurrence_is_asked_about_by_its_status() -> None:
    gone = event("RECURRENCE-ID:20240331T010000Z", "STATUS:CANCELLED", "DTSTART:20240331T010000Z", "DURATION:PT1H")
    series = event(*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=2")
    assert open_keys(found(series, gone)) == [("status", "CANCELLED")]
    assert spans(found(series, gone, answers={("status", "CANCELLED"): "leave out"}), "maintenance") == THREE[:1]


def test_a_calendar_that_cancels_says_so_for_all_its_events() -> None:
    assert open_keys(found(event(*HOUR), head="METHOD:CANCEL\n")) == [("status", "CANCELLED")]


@pytest.mark.parametrize(
    ("field", "services"),
    [
        ("SUMMARY", ["Router"]),
        ("LOCATION", ["Brussels, rack 4"]),
        ("CATEGORIES", ["Network", "Mail"]),
        ("none", ["(not named)"]),
    ],
)
def test_what_names_the_service_of_a_plain_event_is_asked_first(field: str, services: list[str]) -> None:
    plain = event("LOCATION:Brussels\\, rack 4", "CATEGORIES:Network,Mail", *HOUR)
    assert open_keys(found(plain, answers={("service_from",): "?"})) == [("service_from",)]
    named = found(plain, answers={("service_from",): field, ("service", "Router"): "?"})
    assert open_keys(named) == [("service", service) for service in services]


def test_when_it_was_announced_is_asked_as_two_times_may_say_it() -> None:
    told = event("DTSTAMP:20240220T000000Z", "CREATED:20240201T000000Z", *HOUR)
    assert open_keys(found(told, answers={("announced",): "?"})) == [("announced",)]
    made = found(told, answers={("announced",): "CREATED"})
    assert records(made, "maintenance")[0]["announced"] == "2024-02-01T00:00:00Z"


@pytest.mark.parametrize(("sequence", "told"), [("0", False), ("2", True)])
def test_when_an_event_was_made_says_less_once_it_was_changed(sequence: str, told: bool) -> None:
    changed = event("DTSTAMP:20240220T000000Z", "CREATED:20240201T000000Z", f"SEQUENCE:{sequence}", *HOUR)
    [question] = found(changed, answers={("announced",): "?"}).questions
    assert ("CREATED: events of which some have been changed since" in question.words) == told


def test_a_creation_in_the_year_0_is_none() -> None:
    made = found(event("CREATED:00001231T000000Z", *HOUR))
    assert errors(made) == []
    assert "announced" not in records(made, "maintenance")[0]


def test_an_event_without_an_end_is_asked_about() -> None:
    assert open_keys(found(event("DTSTART:20240301T020000Z"))) == [("no_end",)]


def test_the_services_of_a_notice_are_parted_by_their_impact() -> None:
    lines = [
        *HOUR,
        "X-MAINTNOTE-ACCOUNT:7",
        "X-MAINTNOTE-IMPACT:NO-IMPACT",
        "X-MAINTNOTE-OBJECT-ID:line A",
        "X-MAINTNOTE-OBJECT-ID;X-MAINTNOTE-OBJECT-IMPACT=OUTAGE:line B",
        "X-MAINTNOTE-STATUS:CONFIRMED",
    ]
    answers: dict[Key, str] = {
        ("impact", "NO-IMPACT"): "not down",
        ("impact", "OUTAGE"): "down",
        ("status", "CONFIRMED"): "counts",
        ("service", "line A"): "a",
        ("service", "line B"): "b",
        ("cause", "(planned work)"): "work",
    }
    made = found(event(*lines), answers=answers)
    assert [(one["id"], one["service"]) for one in records(made, "maintenance")] == [
        ("1/NO-IMPACT", "a"),
        ("1/OUTAGE", "b"),
    ]
    assert [one["id"] for one in records(made)] == ["1/OUTAGE"]
    assert equation(made) == (1, 1, 0, 0)


def test_what_is_no_event_is_set_aside() -> None:
    made = found(event(*HOUR), "BEGIN:VTODO\nUID:9\nBEGIN:VALARM\nEND:VALARM\nEND:VTODO\n")
    assert made.tally is not None
    assert (equation(made), made.tally.aside) == ((2, 1, 1, 0), {"VTODO, which is no event": 1})


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (("DTSTART:20240230T020000Z",), "DTSTART"),
        (("DTSTART:tomorrow",), "DTSTART"),
        (("DTSTART:20240301T020060Z",), "DTSTART"),
        (("DTSTART:19690301T020000Z",), "DTSTART"),
        ((), "DTSTART"),
        ((*HOUR, "DURATION:PT1H"), "DURATION"),
        (("DTSTART:20240301T020000Z", "DURATION:-PT1H"), "DURATION"),
        (("DTSTART:20240301T020000Z", "DURATION:P"), "DURATION"),
        (("DTSTART:20240301T020000Z", "DTEND;VALUE=DATE:20240302"), "DTEND"),
        ((*HOUR, "SEQUENCE:one"), "SEQUENCE"),
        ((*HOUR, "RRULE:FREQ=SECONDLY"), "RRULE"),
        ((*HOUR, "RRULE:FREQ=HOURLY;COUNT=3"), "RRULE"),
        ((*HOUR, "RRULE:FREQ=DAILY;INTERVAL=0"), "RRULE"),
        ((*HOUR, "RRULE:FREQ=DAILY;COUNT=0"), "RRULE"),
        ((*HOUR, "RRULE:FREQ=DAILY;UNTIL=soon"), "RRULE"),
        ((*HOUR, "RRULE:FREQ=DAILY;BYHOUR=1,2,3;COUNT=3"), "RRULE"),
        ((*HOUR, "RRULE:FREQ=WEEKLY;BYDAY=XX;COUNT=3"), "RRULE"),
        # The first of March 2024 is a Friday: the format does not say what begins on a day that the rule does not give.
        ((*HOUR, "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3"), "RRULE"),
        ((*HOUR, "RRULE:FREQ=DAILY;COUNT=6000"), "RRULE"),
        ((*HOUR, "RRULE:FREQ=DAILY;COUNT=3", "RRULE:FREQ=WEEKLY;COUNT=3"), "RRULE"),
        ((*HOUR, "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20240302"), "EXDATE"),
        ((*HOUR, "RECURRENCE-ID;RANGE=THISANDFUTURE:20240301T020000Z"), "RECURRENCE-ID"),
    ],
)
def test_an_event_with_anything_wrong_is_refused_with_its_place(lines: tuple[str, ...], place: str) -> None:
    made = found(event(*lines), answers={("zone",): "UTC"})
    assert made.timeline is None
    assert {one for _, one in errors(made)} == {f"event at line 3, {place}"}
    assert equation(made) == (1, 0, 0, 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", "line 3 ends VCALENDAR, which has not begun"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n", "VEVENT, which begins on line 2, has no end"),
        ("BEGIN:VCALENDAR\nno line\nEND:VCALENDAR\n", "line 2 is no line of a calendar"),
        ("BEGIN:VEVENT\nEND:VEVENT\n", "line 1 begins VEVENT where none can begin"),
        ("VERSION:2.0\n", "line 1 stands outside a calendar"),
        ("", 'it has no "BEGIN:VCALENDAR"'),
        (
            "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:X\nEND:VTIMEZONE\nEND:VCALENDAR\n",
            "line 2: the time zone has no rules",
        ),
        ("BEGIN:VCALENDAR\n" + "BEGIN:A\n" * 99, "line 32 begins A where none can begin"),
    ],
)
def test_a_file_with_anything_wrong_in_its_form_is_not_read(text: str, words: str) -> None:
    made = of_text("calendar", text, PLAIN)
    assert [code for code, _ in errors(made)] == ["export-form"]
    assert words in made.findings[0].message


def test_folded_lines_are_one() -> None:
    assert windows(event("DTSTART:20240301T0\n 20000Z", "DTEND:20240301\r\n\tT030000Z")) == [
        ("2024-03-01T02:00:00Z", "2024-03-01T03:00:00Z")
    ]
