"""A folder of tables: whose the rows are, what they say, and that no row is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evidence.csv_folder import TABLES, read_folder
from sla_dsl.evidence.json_lines import Reading
from sla_dsl.evidence.timeline import LISTS, Claim, Ticket, Timeline
from sla_dsl.findings.finding import Finding
from tests.evidence.making import at, check_words, law, told

INCIDENTS = "id,service,start,end,cause\n"
ROW = "A,api,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z,fire\n"
MANY = "account,id,service,start,end\n"
AT = "2026-03-05T10:00:00Z"


def read(zone: str | None = None, **files: str) -> tuple[list[Reading], list[Finding]]:
    return read_folder({f"{name}.csv": text.encode() for name, text in files.items()}, "acme", "in", zone)


def sound(**files: str) -> Timeline:
    """The timeline of a folder with one account in which nothing is wrong."""
    (reading,), findings = read(**files)
    assert findings == []
    assert reading.timeline is not None, reading.findings
    return reading.timeline


def refused(**files: str) -> list[str]:
    """The mistakes of a folder that is refused as a whole."""
    readings, findings = read(**files)
    assert readings == []
    for finding in findings:
        check_words(finding)
    return told(findings)


def mistakes(**files: str) -> list[str]:
    """The mistakes of the only account."""
    (reading,), findings = read(**files)
    assert findings == []
    assert reading.timeline is None
    for finding in reading.findings:
        check_words(finding)
    return told(reading.findings)


def test_a_folder_with_one_table_is_one_account_of_the_folder_s_name() -> None:
    timeline = sound(incidents=INCIDENTS + ROW)
    assert timeline.account == "acme"
    assert timeline.as_of is None
    assert [i.id for i in timeline.incidents] == ["A"]
    assert [getattr(timeline, name) for name in LISTS[1:]] == [None] * 8


def test_a_table_with_its_header_only_is_known_to_be_empty() -> None:
    timeline = sound(incidents=INCIDENTS, breaches="start,end,what\n", reports="incident,at\n")
    assert (timeline.breaches, timeline.reports, timeline.claims) == ((), (), None)


def test_incidents_must_be_there() -> None:
    assert refused(reports="incident,at\n") == ["missing-table incidents.csv"]


def test_the_table_of_accounts_names_the_account_and_says_up_to_when() -> None:
    timeline = sound(incidents=INCIDENTS, accounts="account,as_of\nblue,2026-04-01T00:00:00Z\n")
    assert (timeline.account, timeline.as_of) == ("blue", at("2026-04-01T00:00:00Z"))
    assert sound(incidents=INCIDENTS, accounts="account,as_of\nblue,\n").as_of is None
    assert sound(incidents=INCIDENTS, accounts="account\nblue\n").as_of is None


def test_empty_cells() -> None:
    timeline = sound(
        accounts="account,as_of\na,2026-04-01T00:00:00Z\n",
        incidents=INCIDENTS + "A,api,2026-03-04T10:00:00Z,,\n",
        maintenance="id,service,announced,start,end\nW,api,,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z\n",
        tickets=f"id,priority,opened,acted,responded\nT,u,{AT},,{AT}\n",
    )
    assert timeline.incidents[0].end is None
    assert timeline.incidents[0].cause is None
    assert timeline.maintenance is not None
    assert timeline.maintenance[0].announced_known
    assert timeline.tickets == (Ticket("T", "u", at(AT), (("acted", None), ("responded", at(AT)))),)


def test_a_column_left_out_is_unknown() -> None:
    timeline = sound(
        incidents=INCIDENTS, maintenance="id,service,start,end\nW,api,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z\n"
    )
    assert timeline.maintenance is not None
    assert not timeline.maintenance[0].announced_known


def test_other_empty_cells_are_refused_at_their_line_and_column() -> None:
    assert mistakes(incidents=INCIDENTS + ",,,x,\n") == [
        "empty-text incidents.csv, line 2, column id",
        "empty-text incidents.csv, line 2, column service",
        "empty-text incidents.csv, line 2, column start",
        "bad-instant incidents.csv, line 2, column end",
    ]


def test_findings_have_their_file_and_their_characters() -> None:
    text = INCIDENTS + ROW + 'B,"x""y",soon,2026-03-04T11:00:00Z,\n'
    ((reading,), _) = read(incidents=text)
    (finding,) = reading.findings
    assert finding.source == "in/incidents.csv"
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == "soon"
    assert finding.field == "incidents.csv, line 3, column start"


def test_t01_t11_mistakes_between_rows_are_told_by_line() -> None:
    text = INCIDENTS + ROW + ROW + "B,api,2026-03-04T11:00:00Z,2026-03-04T10:00:00Z,\n"
    ((reading,), _) = read(incidents=text, reports=f"at,incident\n{AT},A\n{AT},C\n")
    assert told(reading.findings) == [
        "double-id incidents.csv, line 3, column id",
        "end-before-start incidents.csv, line 4, column end",
        "unknown-incident reports.csv, line 3, column incident",
    ]
    assert "in incidents.csv, line 2 has" in reading.findings[0].message


def test_findings_are_in_order_of_lines_also_beyond_the_ninth() -> None:
    rows = "".join(f"I{n},api,x,2026-03-04T11:00:00Z,\n" for n in range(12))
    ((reading,), _) = read(incidents=INCIDENTS + rows)
    spans = [finding.span for finding in reading.findings if finding.span]
    assert len(spans) == 12
    assert spans == sorted(spans)


def test_a_claim_has_one_row_for_each_incident() -> None:
    rows = f"id,at,incident\nC,{AT},A\nD,{AT},B\nC,2026-03-05T11:00:00+01:00,B\n"
    timeline = sound(incidents=INCIDENTS + ROW + ROW.replace("A,", "B,"), claims=rows)
    assert timeline.claims == (Claim("C", at(AT), ("A", "B")), Claim("D", at(AT), ("B",)))
    assert timeline.place("claims", 0, "incidents[1]") == "claims.csv, line 4, column incident"
    assert timeline.place("claims", 1, "at") == "claims.csv, line 3, column at"


def test_rows_of_one_claim_agree_on_its_instant() -> None:
    rows = f"id,at,incident\nC,{AT},A\nC,2026-03-05T10:00:01Z,A\n"
    assert mistakes(incidents=INCIDENTS + ROW, claims=rows) == ["claim-rows-disagree claims.csv, line 3, column at"]


def test_mistakes_in_a_claim_are_told_at_the_row_of_the_incident() -> None:
    rows = f"id,at,incident\nC,{AT},A\nC,{AT},\nC,{AT},Z\n,{AT},A\n,{AT},A\n"
    assert mistakes(incidents=INCIDENTS + ROW, claims=rows) == [
        "empty-text claims.csv, line 3, column incident",
        "empty-text claims.csv, line 5, column id",
        "empty-text claims.csv, line 6, column id",
    ]
    rows = f"id,at,incident\nC,{AT},A\nC,{AT},Z\n"
    assert mistakes(incidents=INCIDENTS + ROW, claims=rows) == ["unknown-incident claims.csv, line 3, column incident"]


def test_several_accounts_come_in_order_of_their_names() -> None:
    rows = (
        MANY + "b,I,api,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z\na,I,api,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z\n"
    )
    readings, findings = read(
        incidents=rows, reports=f"incident,at,account\nI,{AT},c\n", claims="account,id,at,incident\n"
    )
    assert findings == []
    assert [one.account for one in readings] == ["a", "b", "c"]
    assert [one.line for one in readings] == [0, 0, 0]
    timelines = [one.timeline for one in readings]
    assert timelines[2] is None  # Its report is of no incident: ids do not reach from one account into another.
    assert [timeline.claims for timeline in timelines if timeline] == [(), ()]
    assert [timeline.reports for timeline in timelines if timeline] == [(), ()]


def test_an_account_without_rows_is_there_if_it_is_listed() -> None:
    readings, _ = read(incidents=MANY, accounts="account\nz\ny\n")
    assert [(one.account, one.timeline.incidents if one.timeline else None) for one in readings] == [
        ("y", ()),
        ("z", ()),
    ]


def test_t14_rows_of_an_account_that_is_not_listed() -> None:
    files = {
        "accounts": "account\nblue\nred\n",
        "incidents": MANY + "bleu,I,api,2026-03-04T10:00:00Z,\n",
        "rates": "from,to,rate\n",
    }
    assert refused(**files) == [
        "unknown-account incidents.csv, line 2, column account",
        "no-account-column rates.csv, line 1",
    ]
    assert read(**files)[1][0].repair == 'Did you mean "blue"?'


def test_with_several_accounts_every_table_says_whose_its_rows_are() -> None:
    assert refused(incidents=MANY + "a,I,api,,\nb,I,api,,\n", rates="from,to,rate\n") == [
        "no-account-column rates.csv, line 1"
    ]


def test_with_one_account_a_table_need_not_say_whose_its_rows_are() -> None:
    (reading,), findings = read(
        accounts="account\nblue\n", incidents=INCIDENTS + ROW, reports=f"account,incident,at\nblue,A,{AT}\n"
    )
    assert findings == []
    assert reading.timeline is not None
    assert reading.timeline.account == "blue"


def test_accounts_that_are_there_twice_or_not_at_all() -> None:
    assert (
        refused(incidents=INCIDENTS, accounts="account\na\nb\na\n")[0]
        == "double-account accounts.csv, line 4, column account"
    )
    assert refused(incidents=INCIDENTS, accounts="account\n") == ["no-account accounts.csv"]
    assert refused(incidents=MANY) == ["no-account accounts.csv"]


def test_an_account_without_a_name_is_refused_and_the_others_are_read() -> None:
    rows = (
        MANY + ",I,api,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z\na,I,api,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z\n"
    )
    (nameless, named), _ = read(incidents=rows)
    assert told(nameless.findings) == ["empty-text incidents.csv, line 2, column account"]
    assert named.timeline is not None


def test_h09_a_mistake_of_one_account_is_not_told_of_another() -> None:
    rows = MANY + "a,I,api,soon,2026-03-04T11:00:00Z\nb,I,api,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z\n"
    (bad, good), _ = read(incidents=rows)
    assert told(bad.findings) == ["bad-instant incidents.csv, line 2, column start"]
    assert good.findings == []


def test_an_odd_as_of_is_told_in_the_table_of_accounts() -> None:
    assert mistakes(incidents=INCIDENTS, accounts="account,as_of\na,soon\n") == [
        "bad-instant accounts.csv, line 2, column as_of"
    ]


def test_what_is_wrong_with_how_tables_are_written_is_told_of_all_at_once() -> None:
    assert refused(incidents="id\n", rates="from,to,rate\nEUR\n", reports="", breaches='start,end,what\n"') == [
        "missing-column incidents.csv, line 1, column service",
        "missing-column incidents.csv, line 1, column start",
        "missing-column incidents.csv, line 1, column end",
        "no-header reports.csv",
        "open-quote breaches.csv, line 2",
        "ragged-row rates.csv, line 2",
    ]


def test_a_zone_may_be_named() -> None:
    files = {
        "incidents": INCIDENTS + ROW.replace("Z", ""),
        "claims": f"id,at,incident\nC,{AT[:-1]},A\nC,2026-03-05T10:00:00+01:00,A\n",
    }
    assert mistakes(**files) == [
        "claim-rows-disagree claims.csv, line 3, column at",
        "no-offset incidents.csv, line 2, column start",
        "no-offset incidents.csv, line 2, column end",
        "no-offset claims.csv, line 2, column at",
    ]
    ((reading,), _) = read("Europe/Brussels", **files)
    assert reading.timeline is not None
    assert [finding.code for finding in reading.findings] == ["zone-assumed"]


def test_columns_of_the_writer_are_counted() -> None:
    ((reading,), _) = read(incidents="id,service,start,end,x_a\n" + ROW.replace("fire", "") + ROW.replace("A,", "B,"))
    assert reading.timeline is not None
    assert [finding.message for finding in reading.findings] == ["2 values of fields that begin with x_ were not read."]


def test_t19_cells_are_texts() -> None:
    rows = "".join(ROW.replace("A,", f"{id},") for id in ("007", "7", "1e5", "NULL", " a ", "true"))
    assert [i.id for i in sound(incidents=INCIDENTS + rows).incidents] == ["007", "7", "1e5", "NULL", " a ", "true"]


def test_t17_an_over_long_cell() -> None:
    assert mistakes(incidents=INCIDENTS + ROW.replace("fire", "x" * 200_000)) == [
        "value-too-long incidents.csv, line 2, column cause"
    ]


def test_places_of_a_whole_table_and_a_whole_record() -> None:
    place = sound(incidents=INCIDENTS + ROW).place
    assert place("incidents", 0, "") == "incidents.csv, line 2"
    assert place("incidents", 0, "cause") == "incidents.csv, line 2, column cause"
    assert place("reports", -1, "") == "reports.csv"
    assert place("", 0, "account") == "folder acme, column account"


def test_the_tables_are_those_of_the_kinds_and_of_the_accounts() -> None:
    assert set(TABLES) == {*(f"{name}.csv" for name in LISTS), "accounts.csv"}


def test_b04_one_account_among_many_does_not_stop_the_others() -> None:
    rows = "".join(f"{n},I,api,2026-03-04T10:00:00Z,{'' if n == 7 else '2026-03-04T11:00:00Z'}\n" for n in range(300))
    readings, _ = read(incidents=MANY + rows)
    assert [one.account for one in readings if one.timeline is None] == ["7"]
    assert len(readings) == 300


@law
@given(st.lists(st.sampled_from(["a", "b", "c", ""]), min_size=1, max_size=20))
def test_t18_every_row_is_in_exactly_one_account(owners: list[str]) -> None:
    rows = "".join(f"{owner},I{n},api,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z\n" for n, owner in enumerate(owners))
    readings, findings = read(incidents=MANY + rows)
    assert findings == []
    kept = [i.id for one in readings if one.timeline for i in one.timeline.incidents]
    assert sorted(kept) == sorted(f"I{n}" for n, owner in enumerate(owners) if owner)
    assert [one.account for one in readings] == sorted(set(owners))
