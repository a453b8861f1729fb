"""Damaged exports of every form: a finding with its place, a question, or the same records; never fewer in silence."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import pytest

from sla_dsl.findings.finding import is_error
from sla_dsl.intake.importing import Imported
from sla_dsl.intake.listing import READERS
from tests.intake.corpus import SAMPLES, Sample, outcome

HOSTILE = (
    b"",
    b" ",
    b"\n",
    b"{",
    b"[]",
    b"{}",
    b"null",
    b"3",
    b'"text"',
    b"[" * 100_000,
    b'{"a":' * 5_000,
    b"\xef\xbb\xbf",
    b"\xff\xfe{\x00}\x00",
    b"\x00" * 64,
    b"PK\x03\x04" + b"\x00" * 64,
    b"[NaN]",
    b"[1e999999999]",
    b'{"incidents": 3, "page": {}}',
    b'{"page": {"name": "x"}, "incidents": [3, null, "x", [], {}]}',
    b"a,b\n1\n",
    b'a,b\n"1,2\n',
    b"BEGIN:VCALENDAR\n",
    b"- a: &x [*x]\n",
    "\u202e\u0000\u2028".encode(),
)


def _named(sample: Sample) -> str:
    return sample.name


@cache
def whole(sample: Sample) -> dict[str, Any]:
    """The timeline of the file as it is, without the note that names its digest."""
    found = outcome(sample, sample.file.read_bytes())
    assert found.timeline is not None, found
    return records(found)


def records(found: Imported) -> dict[str, Any]:
    """What an import made, but for the notes."""
    return {name: value for name, value in (found.timeline or {}).items() if name != "notes"}


def assert_told(sample: Sample, data: bytes) -> None:
    """Nothing was made of it, and it is said why; or the same as of the whole file."""
    found = outcome(sample, data)
    if found.timeline is not None:
        assert records(found) == whole(sample)
    else:
        errors = [finding for finding in found.findings if is_error(finding)]
        assert errors or found.questions
        assert all(finding.source for finding in errors)
        assert all("\n" not in finding.message and len(finding.message) < 400 for finding in errors)


def test_every_form_has_a_sample() -> None:
    assert {sample.form for sample in SAMPLES} == {reader.name for reader in READERS}


@pytest.mark.parametrize("sample", SAMPLES, ids=_named)
def test_a_sample_imports_whole(sample: Sample) -> None:
    found = outcome(sample, sample.file.read_bytes())
    assert found.tally is not None
    assert found.tally.read > 0
    assert (found.tally.refused, found.questions) == (0, ())
    assert [finding for finding in found.findings if is_error(finding)] == []


@pytest.mark.parametrize("sample", SAMPLES, ids=_named)
def test_a_file_cut_off_at_every_byte(sample: Sample) -> None:
    data = sample.file.read_bytes()
    for length in range(len(data)):
        assert_told(sample, data[:length])


@pytest.mark.parametrize("sample", SAMPLES, ids=_named)
def test_hostile_files_are_told_and_never_raise(sample: Sample) -> None:
    for data in HOSTILE:
        found = outcome(sample, data)
        assert found.timeline is None or not found.timeline["incidents"]
        assert found.findings or found.questions or found.timeline


@pytest.mark.parametrize("sample", SAMPLES, ids=_named)
def test_changed_bytes_never_raise(sample: Sample) -> None:
    data = sample.file.read_bytes()
    dice = random.Random(sample.name)
    for _ in range(300):
        bent = bytearray(data)
        for _ in range(dice.randrange(1, 4)):
            bent[dice.randrange(len(bent))] = dice.randrange(256)
        outcome(sample, bytes(bent))


@pytest.mark.parametrize("sample", SAMPLES, ids=_named)
def test_a_form_is_told_from_all_others(sample: Sample) -> None:
    from sla_dsl.intake.sources import SourceFile

    looks = [reader.name for reader in READERS if reader.sniff(SourceFile(sample.file.name, sample.file.read_bytes()))]
    assert looks == [sample.form]
    for data in HOSTILE:
        for reader in READERS:
            reader.sniff(SourceFile("x", data))
