"""From records as they are stated to a timeline: what is asked, what is made, and that the counts add up."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.findings.finding import Finding
from sla_dsl.intake.stated import Aside, Label, Origin, Refused, Said, Stated
from tests.intake.trying import FILE, codes, imported, outage, planned, questions, said, stamp, timeline

WORK = {'cause."(planned work)"': "maintenance", "planned": "down"}
LOCAL = said(started_at="local 29 02:30"), said(resolved_at="local 29 04:00")


def incidents(*records: Stated, **answers: str) -> list[dict[str, Any]]:
    return list(timeline(*records, answers=answers)["incidents"])


def test_a_failure_becomes_an_incident_that_knows_where_it_comes_from() -> None:
    assert incidents(outage()) == [
        {
            "id": "I-0",
            "service": "web",
            "start": "2026-03-04T10:00:00Z",
            "end": "2026-03-04T11:00:00Z",
            "source": "export.json, incidents[0]",
            "cause": "failure",
        }
    ]


def test_the_head_and_the_notes() -> None:
    found = timeline(outage(), answers={"as_of": "2026-04-01T00:00:00Z"})
    assert (found["format"], found["account"], found["as_of"]) == ("sla-timeline/1", "acme", "2026-04-01T00:00:00Z")
    assert found["notes"][1:] == [
        "1 record read: 1 imported, as 1 incident; 0 set aside, 0 refused.",
        'Whose account is this timeline about? "acme", because so it is',
        'Up to when does the export tell everything that happened? "2026-04-01T00:00:00Z", because so it is',
        'Which service of the policy is "Web"? "web", because so it is',
        'The export does not say what caused its records. What did? "failure", because so it is',
    ]
    assert found["notes"][0].startswith("Made from export.json (sha256:44136fa355b3678a")
    assert "as_of" not in timeline(outage())


def test_what_is_always_asked() -> None:
    unanswered = {"account": "?", "as_of": "?", 'service."Web"': "?", 'cause."(not said)"': "?"}
    found = imported(outage(), answers=unanswered)
    assert (found.timeline, found.tally) == (None, None)
    assert questions(found) == ["account", "as_of", 'service."Web"', 'cause."(not said)"']


def test_an_account_that_the_export_states_is_not_asked_for() -> None:
    found = imported(outage(), answers={"account": "?"}, account="47004321")
    assert questions(found) == ["account"]
    assert timeline(outage(), account="47004321")["account"] == "acme"


def test_a_label_decides_whether_records_count() -> None:
    minor, major = outage(0, labels=(Label("impact", "minor"),)), outage(1, labels=(Label("impact", "major"),))
    found = imported(minor, major, answers={'impact."minor"': "leave out", 'impact."major"': "counts"})
    assert found.tally is not None
    assert list(found.tally.lines()) == [
        "2 records read",
        "  1 imported, as 1 incident",
        "  1 set aside",
        '    1: impact "minor" (so it is)',
        "  0 refused",
    ]
    assert found.timeline is not None
    assert 'Set aside: 1 record: impact "minor" (so it is).' in found.timeline["notes"]


def test_a_record_set_aside_asks_nothing_further() -> None:
    aside = outage(labels=(Label("impact", "minor"),), services=("Mail",), ends=())
    assert questions(imported(aside, answers={'impact."minor"': "leave out"})) == []


def test_several_services_make_several_incidents() -> None:
    both = outage(services=("Web", "Mail"))
    made = incidents(both, **{'service."Mail"': "mail"})
    assert [(one["id"], one["service"]) for one in made] == [("I-0/web", "web"), ("I-0/mail", "mail")]


def test_two_names_for_one_service_make_one_incident() -> None:
    made = incidents(outage(services=("Web", "Site")), **{'service."Site"': "web"})
    assert [one["id"] for one in made] == ["I-0"]


def test_a_record_is_set_aside_when_none_of_its_services_counts() -> None:
    both = outage(services=("Web", "Mail"))
    assert [one["id"] for one in incidents(both, **{'service."Mail"': "leave out"})] == ["I-0"]
    found = imported(outage(services=("Mail",)), answers={'service."Mail"': "leave out"})
    assert found.tally is not None
    assert (found.tally.imported, found.tally.aside) == (0, {'service "Mail" (so it is)': 1})


def test_a_record_that_names_no_service() -> None:
    bare = outage(services=())
    assert questions(imported(bare)) == ['service."(not named)"']
    assert incidents(bare, **{'service."(not named)"': "web"})[0]["service"] == "web"


def test_a_single_record_may_be_answered_by_its_name() -> None:
    own = {
        'record."I-0".start': "2026-03-04T09:00:00Z",
        'record."I-0".end': "2026-03-04T12:00:00Z",
        'record."I-0".cause': "flood",
        'record."I-0".service': "mail",
    }
    first, second = incidents(outage(0), outage(1), **own)
    assert (first["start"], first["end"]) == ("2026-03-04T09:00:00Z", "2026-03-04T12:00:00Z")
    assert (first["cause"], first["service"]) == ("flood", "mail")
    assert (second["start"], second["cause"], second["service"]) == ("2026-03-04T10:00:00Z", "failure", "web")


def test_a_single_record_may_be_left_out() -> None:
    found = imported(outage(0), outage(1), answers={'record."I-1".use': "leave out"})
    assert found.tally is not None
    assert found.tally.aside == {"the record by its name (so it is)": 1}


def test_times_that_differ_are_a_question() -> None:
    two = outage(starts=said(started_at="04 10:00", created_at="04 10:23"))
    found = imported(two, outage(1))
    assert questions(found) == ["start"]
    assert found.questions[0].words == "Which time is the start of a record? (They lie up to 23 min apart.)"
    assert found.questions[0].about == "export.json, incidents[0]"
    assert incidents(two, start="created_at")[0]["start"] == "2026-03-04T10:23:00Z"


def test_times_that_are_the_same_are_none() -> None:
    assert questions(imported(outage(starts=said(started_at="04 10:00", created_at="04 10:00")))) == []


def test_a_time_that_may_not_be_what_it_is_called_is_a_question() -> None:
    late = (Said("date_updated", stamp("04 12:00"), "it is the time of the last note"),)
    found = imported(outage(ends=late))
    assert questions(found) == ["end"]
    assert "it is the time of the last note" in found.questions[0].words


def test_the_first_time_that_a_record_has_may_be_taken() -> None:
    full = outage(0, starts=said(impact="04 09:00", started_at="04 10:00"))
    found = incidents(full, outage(1), start="impact, else started_at")
    assert [one["start"] for one in found] == ["2026-03-04T09:00:00Z", "2026-03-04T10:00:00Z"]
    assert questions(imported(full, outage(1), answers={"start": "impact"})) == ['record."I-1".start']


def test_an_end_that_is_not_said() -> None:
    endless = outage(ends=())
    assert questions(imported(endless)) == ["no_end"]
    assert questions(imported(endless, answers={"no_end": "each by itself"})) == ['record."I-0".end']
    ended = {"no_end": "each by itself", 'record."I-0".end': "2026-03-05T00:00:00Z"}
    assert incidents(endless, **ended)[0]["end"] == "2026-03-05T00:00:00Z"
    left = imported(endless, answers={"no_end": "leave out"})
    assert left.tally is not None
    assert left.tally.aside == {"a record without an end (so it is)": 1}


def test_an_incident_that_goes_on_needs_to_know_how_far_the_record_goes() -> None:
    going = outage(ends=(), still_open=True)
    found = imported(going)
    assert (codes(found), found.timeline) == (["open-without-as-of"], None) or found.timeline is None
    assert found.findings[0].field == "export.json, incidents[0], end"
    assert incidents(going, as_of="2026-04-01T00:00:00Z")[0]["end"] is None


def test_local_times_need_a_zone() -> None:
    local = outage(starts=said(started_at="local 04 10:00"), ends=said(resolved_at="local 04 11:00"))
    found = imported(local)
    assert questions(found) == ["zone"]
    assert incidents(local, zone="Europe/Brussels")[0]["start"] == "2026-03-04T09:00:00Z"


def test_a_local_time_that_does_not_exist_is_refused_until_somebody_says_which_it_was() -> None:
    skipped = outage(starts=LOCAL[0], ends=LOCAL[1])
    found = imported(skipped, answers={"zone": "Europe/Brussels"})
    assert (codes(found), found.timeline) == (["export-time"], None)
    assert 'record."I-0".start' in found.findings[0].repair
    assert found.tally is not None
    assert (found.tally.refused, found.tally.imported) == (1, 0)
    own = {"zone": "Europe/Brussels", 'record."I-0".start': "2026-03-29T01:30:00Z"}
    assert incidents(skipped, **own)[0]["start"] == "2026-03-29T01:30:00Z"


def test_planned_work_is_a_window_and_perhaps_a_failure() -> None:
    assert questions(imported(planned())) == ["planned"]
    window = timeline(planned(), answers={"planned": "not down"})
    assert (window["incidents"], [one["id"] for one in window["maintenance"]]) == ([], ["I-0"])
    both = timeline(planned(), answers=WORK)
    assert [one["cause"] for one in both["incidents"]] == ["maintenance"]
    assert len(both["maintenance"]) == 1


def test_when_planned_work_was_announced() -> None:
    told = timeline(planned(announced=said(created_at="01 09:00")), answers={"planned": "not down"})
    assert told["maintenance"][0]["announced"] == "2026-03-01T09:00:00Z"
    assert "announced" not in timeline(planned(), answers={"planned": "not down"})["maintenance"][0]


def test_that_no_stated_time_is_the_one_of_announcing_can_be_answered() -> None:
    notice = Said("DTSTAMP", stamp("11 09:00"), "it is when the notice was written")
    assert questions(imported(planned(announced=(notice,)), answers={"planned": "not down"})) == ["announced"]
    answers = {"planned": "not down", "announced": "not known"}
    assert "announced" not in timeline(planned(announced=(notice,)), answers=answers)["maintenance"][0]


def test_a_label_may_say_whether_the_service_was_down() -> None:
    full = planned(0, labels=(Label("effect", "outage"),))
    none = planned(1, labels=(Label("effect", "none"),))
    answers = {'effect."outage"': "down", 'effect."none"': "not down", 'cause."(planned work)"': "work"}
    made = timeline(full, none, answers=answers)
    assert ([one["id"] for one in made["incidents"]], len(made["maintenance"])) == (["I-0"], 2)


def test_a_stated_cause_is_asked_for_by_its_name() -> None:
    assert questions(imported(outage(cause="Network"))) == ['cause."Network"']
    assert "cause" not in incidents(outage(cause="Network"), **{'cause."Network"': "not known"})[0]


def test_the_same_record_twice_is_kept_once() -> None:
    found = imported(outage(0), outage(0, origin=Origin("other.json", "incidents[7]")))
    assert found.tally is not None
    assert found.tally.aside == {"the same record a second time": 1}


def test_two_records_of_one_name_are_refused() -> None:
    found = imported(
        outage(0), outage(0, ends=said(resolved_at="04 12:00"), origin=Origin("other.json", "incidents[7]"))
    )
    assert (codes(found), found.timeline) == (["export-double"], None)
    assert (found.findings[0].source, found.findings[0].field) == ("other.json", "incidents[7]")
    assert found.tally is not None
    assert found.tally.refused == 1


def test_an_end_before_the_start_is_refused() -> None:
    found = imported(outage(ends=said(resolved_at="04 09:00")))
    assert codes(found) == ["export-order"]
    assert found.timeline is None


def test_zero_length_is_kept() -> None:
    assert len(incidents(outage(ends=said(resolved_at="04 10:00")))) == 1


def refused(number: int) -> Refused:
    origin = Origin(FILE, f"incidents[{number}]")
    return Refused(origin, f"I-{number}", (Finding("export-field", "It has no end.", field=origin.place, source=FILE),))


def test_a_record_that_cannot_be_read_stops_the_import_until_it_is_left_out() -> None:
    found = imported(outage(0), read=2, refused=(refused(1),))
    assert (codes(found), found.timeline) == (["export-field"], None)
    assert 'record."I-1".use' in found.findings[0].repair
    left = imported(outage(0), read=2, refused=(refused(1),), answers={'record."I-1".use': "leave out"})
    assert left.timeline is not None
    assert left.tally is not None
    assert (left.tally.read, left.tally.imported, left.tally.aside) == (2, 1, {"the record by its name (so it is)": 1})


def test_what_a_reader_sets_aside_is_counted_by_its_reason() -> None:
    cancelled = tuple(Aside(Origin(FILE, f"events[{n}]"), "it was cancelled") for n in range(3))
    found = imported(outage(), read=6, aside=cancelled, silent=2)
    assert found.tally is not None
    assert (found.tally.imported, found.tally.aside) == (3, {"it was cancelled": 3})


def test_the_number_of_records_is_asked_for_where_a_cut_cannot_be_seen() -> None:
    assert questions(imported(outage(), cut_off_unseen=True)) == ["records"]
    assert timeline(outage(), cut_off_unseen=True, answers={"records": "1"})
    assert timeline(outage(), cut_off_unseen=True, answers={"records": "not known"})
    found = imported(outage(), cut_off_unseen=True, answers={"records": "2"})
    assert (codes(found), found.timeline) == (["export-count"], None)
    assert found.findings[0].message == "1 record was read, and there should be 2."


def test_what_happened_later_than_the_record_goes_is_refused_by_its_place_in_the_export() -> None:
    found = imported(outage(), answers={"as_of": "2026-03-01T00:00:00Z"})
    assert found.timeline is None
    assert {finding.field.rsplit(", ", 1)[0] for finding in found.findings} == {"export.json, incidents[0]"}


def test_findings_on_the_file_as_a_whole_stop_everything() -> None:
    wrong = (Finding("export-form", "This is something else.", source=FILE),)
    found = imported(findings=wrong)
    assert (found.timeline, found.questions, found.findings) == (None, (), wrong)


def test_an_export_without_records_is_an_empty_timeline() -> None:
    assert timeline()["incidents"] == []


RECORDS = st.lists(
    st.builds(
        lambda impact, ends, services, copies: (impact, ends, tuple(services), copies),
        st.sampled_from(["minor", "major", ""]),
        st.sampled_from([said(resolved_at="04 11:00"), said(resolved_at="04 09:00"), ()]),
        st.lists(st.sampled_from(["Web", "Mail"]), unique=True),
        st.integers(1, 3),
    ),
    max_size=8,
)


@given(RECORDS, st.sampled_from(["leave out", "still going on"]), st.sampled_from(["mail", "leave out"]))
def test_every_record_is_imported_or_set_aside_or_refused(records: list[Any], no_end: str, mail: str) -> None:
    made = [
        outage(n, ends=ends, services=services, labels=(Label("impact", impact),) if impact else (), parts=parts)
        for n, (impact, ends, services, parts) in enumerate(records)
    ]
    answers = {
        'impact."minor"': "leave out",
        'impact."major"': "counts",
        'service."Mail"': mail,
        'service."(not named)"': "web",
        "no_end": no_end,
        "as_of": "2026-04-01T00:00:00Z",
    }
    found = imported(*made, answers=answers)
    assert found.questions == ()
    assert found.tally is not None
    assert found.tally.read == sum(record.parts for record in made)
    assert found.tally.read == found.tally.imported + sum(found.tally.aside.values()) + found.tally.refused
    assert (found.timeline is None) is (found.tally.refused > 0)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_every_question_is_asked_at_once(order: tuple[int, ...]) -> None:
    records = [
        outage(0, ends=(), services=("Mail",)),
        outage(1, starts=said(a="04 10:00", b="04 11:00"), cause="Network"),
        planned(2, starts=said(from_="local 10 02:00")),
    ]
    found = imported(*(records[number] for number in order))
    assert sorted(questions(found)) == ['cause."Network"', "no_end", "planned", 'service."Mail"', "start", "zone"]


def test_the_times_of_planned_work_are_chosen_apart_from_those_of_failures() -> None:
    starts, ends = said(started_at="04 10:00", created_at="04 10:23"), said(until="10 04:00", resolved_at="10 03:10")
    found = imported(outage(0, starts=starts), planned(1, ends=ends), answers={"planned": "not down"})
    assert questions(found) == ["start", "planned_end"]
    answers = {"planned": "not down", "start": "started_at", "planned_end": "resolved_at"}
    made = timeline(outage(0, starts=starts), planned(1, ends=ends), answers=answers)
    assert (made["incidents"][0]["start"], made["maintenance"][0]["end"]) == (
        "2026-03-04T10:00:00Z",
        "2026-03-10T03:10:00Z",
    )
    own = timeline(planned(1), answers={"planned": "not down", 'record."I-1".end': "2026-03-10T05:00:00Z"})
    assert own["maintenance"][0]["end"] == "2026-03-10T05:00:00Z"


def test_one_of_two_records_of_one_name_may_be_left_out_by_its_place() -> None:
    other = outage(0, ends=said(resolved_at="04 12:00"), origin=Origin("other.json", "incidents[7]"))
    found = imported(outage(0), other, answers={'record."I-0 at incidents[7]".use': "leave out"})
    assert found.timeline is not None
    assert found.tally is not None
    assert found.tally.aside == {"the record by its name (so it is)": 1}
