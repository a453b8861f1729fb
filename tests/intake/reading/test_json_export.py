"""Records of JSON while they are read: all that is wrong is told with its place, and the counts hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sla_dsl.intake.answers.mapping import read_mapping
from sla_dsl.intake.importing import import_files
from sla_dsl.intake.listing import reader_named
from sla_dsl.intake.reading.json_export import JsonExport, first_has, read_json
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import AnyStated, Aside, Export, Stated
from tests.intake.trying import ASKED


def record(raw: Raw) -> Stated | Aside:
    """A record with an id, parts with a name each, and a shell around a time."""
    raw.id = raw.text("id")
    shell = raw.inner("shell")
    services = tuple(part.text("name") for part in raw.items("parts"))
    if raw.has("gone"):
        return Aside(raw.origin, "gone")
    return Stated(raw.origin, "outage", raw.id, services, shell.time("at") if shell else ())


def listed(text: str, *signs: str) -> Export:
    def read_one(export: JsonExport) -> Iterator[AnyStated]:
        yield from export.listed(record, *signs)

    return read_json((SourceFile("a.json", text.encode()),), read_one)


def told(export: Export) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.field) for one in export.refused for finding in one.findings]


def test_what_is_wrong_inside_a_record_refuses_the_record() -> None:
    export = listed('[{"id": "a", "parts": [{"name": "web"}, {}]}, {"id": "b", "shell": {"at": "soon"}}, {"id": "c"}]')
    assert told(export) == [("export-field", "[0].parts[1].name"), ("export-time", "[1].shell.at")]
    assert ([one.name for one in export.refused], [one.id for one in export.records]) == (["a", "b"], ["c"])
    assert export.read == 3


def test_what_is_no_record_is_refused_where_it_stands() -> None:
    export = listed('[3, {"id": "a"}, null, {"id": "b", "parts": ["web"]}, {"id": "c", "shell": 3, "parts": 4}]')
    assert told(export) == [
        ("export-field", "[0]"),
        ("export-field", "[2]"),
        ("export-field", "[3].parts[0]"),
        ("export-field", "[4].shell"),
        ("export-field", "[4].parts"),
    ]
    assert (export.read, len(export.records), len(export.refused), export.findings) == (5, 1, 4, ())


def test_what_a_reader_sets_aside() -> None:
    export = listed('[{"id": "a", "gone": true}, {"id": "b"}]')
    assert ([one.reason for one in export.aside], len(export.records)) == (["gone"], 1)


def test_a_list_of_other_records_is_one_finding() -> None:
    export = listed('[{"name": "a"}, {"name": "b"}]', "id", "parts")
    assert [finding.message.split(": ")[-1] for finding in export.findings] == ['none of its records has "id".']
    assert (export.read, export.refused) == (0, ())
    assert listed('[{"name": "a"}, {"parts": []}]', "id", "parts").read == 2
    assert listed("[]", "id").findings == ()


def test_what_is_no_list_is_one_finding() -> None:
    for text in ("{}", "3", "null", '"text"', "true"):
        assert [finding.code for finding in listed(text).findings] == ["export-form"]


def test_a_list_in_a_record_that_is_none() -> None:
    def read_one(export: JsonExport) -> Iterator[AnyStated]:
        page = export.whole(("all",), "all")
        if page:
            yield from export.records(page, "all", record)

    for text, codes in (('{"all": 3}', ["export-field"]), ('{"all": null}', []), ('{"none": []}', ["export-form"])):
        export = read_json((SourceFile("a.json", text.encode()),), read_one)
        assert [finding.code for finding in export.findings] == codes


def test_notes_are_told_once() -> None:
    def read_one(export: JsonExport) -> Iterator[AnyStated]:
        export.notes += ["as ever", f"of {export.file.name}"]
        yield from export.listed(record)

    files = (SourceFile("a.json", b"[]"), SourceFile("b.json", b"[]"))
    assert read_json(files, read_one).notes == ("as ever", "of a.json", "of b.json")


def test_the_first_record_tells_the_form() -> None:
    values: list[tuple[Any, bool]] = [([{"a": 1, "b": None}], True), ([{"a": 1}], False), ([], False), ([3], False)]
    assert [first_has(value, "a", "b") for value, _ in values] == [expected for _, expected in values]
    assert not first_has({"a": 1, "b": 2}, "a", "b")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "There is nothing in this file."),
        ('{"id": 1}\n{"id": 2}\n', "The export is complete, and more follows."),
        ("[" * 200, "Here more than 32 lists and objects are inside each other."),
    ],
)
def test_what_is_wrong_with_the_json_is_told_of_an_export(text: str, message: str) -> None:
    value, [finding] = SourceFile("a.json", text.encode()).json()
    assert (value, finding.message) == (None, message)
    assert finding.repair == "Export it again; what stands in several lines, as one list."


def test_records_without_an_id_are_told_apart_by_their_files() -> None:
    event = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:{}T100000Z\nDTEND:{}T110000Z\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    files = [SourceFile(name, event.format(day, day).encode()) for name, day in (("a", "20260304"), ("b", "20260305"))]
    answers = {"service_from": "none", 'service."(not named)"': "web", "planned": "not down"}
    lines = [f'{name} = {{ is = "{answer}", because = "x" }}' for name, answer in {**ASKED, **answers}.items()]
    mapped, _ = read_mapping("\n".join(['format = "sla-mapping/1"', *lines]), "m")
    reader = reader_named("calendar")
    assert reader is not None
    timeline = import_files(reader, files, mapped).timeline
    assert timeline is not None
    assert [one["id"] for one in timeline["maintenance"]] == ["a, event at line 2", "b, event at line 2"]


def test_leaving_out_a_row_that_cannot_be_read_leaves_out_that_of_one_file() -> None:
    header, bad = "day,minutes\n", "2026-03-04,many\n"
    files = [SourceFile(name, (header + bad).encode()) for name in ("a.csv", "b.csv")]
    answers = {
        **{"column.day": "day", "column.service": "none", "minutes": "minutes", "records": "2"},
        **{"within_day": "from the start of the day", "zone": "UTC", 'record."a.csv, line 2".use': "leave out"},
    }
    lines = [f'{name} = {{ is = "{answer}", because = "x" }}' for name, answer in {**ASKED, **answers}.items()]
    mapped, _ = read_mapping("\n".join(['format = "sla-mapping/1"', *lines]), "m")
    reader = reader_named("daily-minutes")
    assert reader is not None
    [wrong] = [one for one in import_files(reader, files, mapped).findings if one.severity == "error"]
    assert (wrong.source, 'record."b.csv, line 2".use' in wrong.repair) == ("b.csv", True)
