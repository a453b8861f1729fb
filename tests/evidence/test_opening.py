"""Evidence by the name of a file or a folder: the right reader, the texts for the pictures, no traceback."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evidence.file_mistakes import cannot_read
from sla_dsl.evidence.opening import Evidence, evidence_of, open_evidence
from sla_dsl.evidence.reading import read_plain
from tests.evidence.making import check_words, incident, law, plain, sound, told

TEXT = json.dumps(plain(incidents=[incident()]))
BAD = json.dumps(plain(incidents=[incident(service="")]), indent=1)
INCIDENTS = "id,service,start,end\n"
ROW = "A,api,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z\n"


def write(path: Path, **files: str) -> str:
    """A folder with these tables."""
    path.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (path / f"{name}.csv").write_text(text, encoding="utf-8")
    return str(path)


def opened(path: str | Path, **more: object) -> Evidence:
    evidence = open_evidence(str(path), **more)  # type: ignore[arg-type]
    for finding in evidence.findings:
        check_words(finding)
    return evidence


def timelines(evidence: Evidence) -> list[object]:
    return [reading.timeline for reading in evidence.readings]


@pytest.mark.parametrize("name", ["a.json", "a.JSON", "a", "a.txt", "--help", "a b.json", "é.json"])
def test_a_file_with_one_timeline(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXT)
    evidence = opened(tmp_path / name)
    assert (evidence.form, evidence.findings, evidence.sources) == ("timeline", (), ())
    assert timelines(evidence) == [sound(read_plain(json.loads(TEXT)))]
    assert [reading.account for reading in evidence.readings] == ["acme"]


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.JSONL", "a", "a.txt"])
def test_a_file_with_one_timeline_a_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f"{TEXT}\n{TEXT}\n")
    evidence = opened(tmp_path / name)
    assert evidence.form == "lines"
    assert [reading.line for reading in evidence.readings] == [1, 2]


def test_json_lines_with_one_line_only(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(TEXT)
    assert opened(tmp_path / "a.jsonl").form == "lines"
    assert evidence_of(TEXT.encode()).form == "timeline"


def test_a_json_file_is_one_timeline_even_if_its_lines_are_some(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(f"{TEXT}\n{TEXT}\n")
    (reading,) = opened(tmp_path / "a.json").readings
    assert told(reading.findings) == ["bad-json"]
    assert ".jsonl" in reading.findings[0].repair


def test_a_folder(tmp_path: Path) -> None:
    evidence = opened(write(tmp_path / "acme", incidents=INCIDENTS + ROW))
    assert (evidence.form, evidence.findings, evidence.sources) == ("tables", (), ())
    assert [reading.account for reading in evidence.readings] == ["acme"]
    assert [len(reading.timeline.incidents) for reading in evidence.readings if reading.timeline] == [1]


def test_a_folder_is_named_after_itself_however_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "acme", incidents=INCIDENTS)
    monkeypatch.chdir(path)
    for name in (path, path + "/", ".", "./", "../acme", "../acme//"):
        assert [reading.account for reading in opened(name).readings] == ["acme"]


def test_the_texts_in_which_something_was_found_come_along(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("\ufeff" + BAD, encoding="utf-8")
    evidence = opened(path)
    ((reading,), (source,)) = evidence.readings, evidence.sources
    (finding,) = reading.findings
    assert finding.source == source.name == str(path)
    assert finding.span is not None
    line, column = source.position(finding.span.start)
    assert source.line(line)[column - 1 :].startswith('""')
    assert reading.account == "acme"


def test_the_texts_of_tables_come_along(tmp_path: Path) -> None:
    path = write(tmp_path / "acme", incidents=INCIDENTS + ROW + ROW, rates="from,to,rate\n")
    evidence = opened(path + "/")
    ((reading,), (source,)) = evidence.readings, evidence.sources
    (finding,) = reading.findings
    assert finding.source == source.name == f"{path}/incidents.csv"
    assert finding.span is not None
    assert source.position(finding.span.start) == (3, 1)


def codes(evidence: Evidence) -> list[str]:
    assert list(evidence.readings) == []
    return [finding.code for finding in evidence.findings]


def test_c01_what_there_is_not(tmp_path: Path) -> None:
    for name in ("a", "a.json", "a.jsonl", "a.csv", "nowhere/a.json"):
        assert codes(opened(tmp_path / name)) == ["no-such-file"]
    for name in ("", "a\0.json", "a\0.jsonl"):
        assert codes(opened(name)) == ["no-such-file"]


def test_c01_pipes_and_devices(tmp_path: Path) -> None:
    for name in ("p", "p.json", "p.jsonl"):
        os.mkfifo(tmp_path / name)
        assert codes(opened(tmp_path / name)) == ["not-a-file"]
    assert codes(opened("/dev/zero")) == ["not-a-file"]


def test_c01_the_size_is_bounded(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(TEXT)
    assert codes(opened(tmp_path / "a.json", size_limit=10)) == ["too-large"]
    folder = write(tmp_path / "f", incidents=INCIDENTS + ROW)
    assert codes(opened(folder, size_limit=10)) == ["too-large"]


def test_a_single_table(tmp_path: Path) -> None:
    write(tmp_path, incidents=INCIDENTS)
    evidence = opened(tmp_path / "incidents.csv")
    assert codes(evidence) == ["single-table"]


def test_a_folder_without_tables(tmp_path: Path) -> None:
    assert codes(opened(tmp_path)) == ["no-tables"]
    (tmp_path / "notes.txt").touch()
    assert codes(opened(tmp_path)) == ["no-tables"]
    (tmp_path / "incident.csv").touch()
    evidence = opened(tmp_path)
    assert codes(evidence) == ["no-tables", "unknown-file"]
    assert evidence.findings[1].repair == 'Did you mean "incidents.csv"?'


def test_a_file_that_is_no_table_is_refused_not_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path / "acme", incidents=INCIDENTS, reprots="incident,at\n", notes="")
    (tmp_path / "acme" / "old").mkdir()
    evidence = opened(path)
    assert [(finding.code, finding.field) for finding in evidence.findings] == [
        ("unknown-file", "notes.csv"),
        ("unknown-file", "old"),
        ("unknown-file", "reprots.csv"),
    ]
    assert evidence.findings[2].repair == 'Did you mean "reports.csv"?'


def test_many_files_that_are_no_tables_are_counted(tmp_path: Path) -> None:
    write(tmp_path, incidents=INCIDENTS, **{f"n{number}": "" for number in range(30)})
    evidence = opened(tmp_path)
    assert len(evidence.findings) == 21
    assert evidence.findings[-1].message == "10 more files in the folder are no tables of a timeline."


def test_a_hidden_file_is_passed_over_with_a_note(tmp_path: Path) -> None:
    path = write(tmp_path / "acme", incidents=INCIDENTS)
    (tmp_path / "acme" / ".DS_Store").touch()
    evidence = opened(path)
    assert [(finding.code, finding.severity) for finding in evidence.findings] == [("file-not-read", "note")]
    assert [(timeline is not None, told(findings)) for timeline, findings in evidence.results()] == [
        (True, ["file-not-read .DS_Store"])
    ]


def test_a_table_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "incidents.csv").mkdir()
    assert codes(opened(tmp_path)) == ["not-a-file"]


def test_results_are_all_there_is(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f"{TEXT}\n{{\n{TEXT}")
    results = list(opened(tmp_path / "a.jsonl").results())
    assert [timeline is not None for timeline, _ in results] == [True, False, True]
    assert [(timeline, told(found)) for timeline, found in opened(tmp_path / "nowhere").results()] == [
        (None, ["no-such-file"])
    ]


def test_json_lines_are_opened_when_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(TEXT)
    evidence = opened(path)
    path.unlink()
    (reading,) = evidence.readings
    assert told(reading.findings) == ["no-such-file"]


def test_utf16_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(TEXT.encode("utf-16"))
    (reading,) = opened(tmp_path / "a.json").readings
    assert told(reading.findings) == ["utf-16"]


def test_a_zone_is_handed_on(tmp_path: Path) -> None:
    text = json.dumps(plain(incidents=[incident(start="2026-03-04T09:00:00")]))
    (tmp_path / "a.json").write_text(text)
    (tmp_path / "a.jsonl").write_text(text)
    folder = write(tmp_path / "acme", incidents=INCIDENTS + ROW.replace("10:00:00Z", "10:00:00"))
    for path in (tmp_path / "a.json", tmp_path / "a.jsonl", folder):
        assert timelines(opened(path)) == [None]
        assert timelines(opened(path, zone="Europe/Brussels")) != [None]


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (TEXT, "timeline"),
        (TEXT + "\n", "timeline"),
        ("\n\n" + TEXT + "\n\n", "timeline"),
        (BAD, "timeline"),
        (f"{TEXT}\n{TEXT}", "lines"),
        (f"{TEXT}\r\n{TEXT}\r\n", "lines"),
        (f"\ufeff{TEXT}\n{{", "lines"),
        (f"{TEXT}\n\n{TEXT}", "lines"),
        ("{\n}\n", "timeline"),
        ("", "timeline"),
        ("{}\n[", "lines"),
        ('{"a": {}\n}', "timeline"),
    ],
)
def test_c02_what_comes_on_standard_input(data: str, form: str) -> None:
    assert evidence_of(data.encode(), "-").form == form


@law
@given(st.binary(max_size=60))
def test_any_bytes_are_refused(data: bytes) -> None:
    for timeline, findings in evidence_of(data, "-").results():
        assert timeline is None
        assert findings


class Broken(io.RawIOBase):
    """A file that fails after its first line."""

    def __init__(self) -> None:
        self.lines = [TEXT.encode() + b"\n"]

    def readline(self, size: int | None = -1) -> bytes:
        if self.lines:
            return self.lines.pop()
        raise OSError("the disk is gone")


def test_a_file_that_fails_between_two_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sla_dsl.evidence.opening.open_file", lambda path: Broken())
    readings = list(opened("a.jsonl").readings)
    assert [told(reading.findings) for reading in readings] == [[], ["cannot-read"]]


def test_a_folder_whose_names_cannot_be_had(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sla_dsl.evidence.opening.names_in", cannot_read)
    assert codes(opened(tmp_path)) == ["cannot-read"]
