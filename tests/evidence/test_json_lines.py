"""JSON Lines: one timeline a line, each by itself, and no line lost."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from itertools import islice

import pytest

from sla_dsl.evidence.json_lines import Reading, read_lines
from sla_dsl.evidence.reading import read_plain
from tests.evidence.making import golden_timelines, incident, plain, refused, sound, told


def line(account: str = "acme", **fields: object) -> str:
    return json.dumps(plain(account=account, **fields))


def read(text: str | bytes, source: str = "a.jsonl") -> list[Reading]:
    data = text.encode() if isinstance(text, str) else text
    return list(read_lines(io.BytesIO(data), source))


def summary(readings: list[Reading]) -> list[tuple[int, str | None, list[str]]]:
    return [(one.line, one.account, told(one.findings)) for one in readings]


def test_every_line_is_a_timeline_in_the_order_of_the_lines() -> None:
    cases = golden_timelines()
    readings = read("".join(json.dumps(case) + "\n" for case in cases))
    assert [one.line for one in readings] == list(range(1, len(cases) + 1))
    assert [one.timeline for one in readings] == [sound(read_plain(case)) for case in cases]
    assert all(one.findings == [] for one in readings)


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n", "\n \r\n\t\n"])
def test_blank_lines_may_stand_at_the_end(end: str) -> None:
    assert summary(read(line("a") + "\n" + line("b") + end)) == [(1, "a", []), (2, "b", [])]


def test_a_file_without_a_line_has_no_timelines() -> None:
    assert read("") == []
    assert read("\n\n") == []


def test_blank_lines_in_the_middle_may_be_timelines_that_got_lost() -> None:
    assert summary(read(f"\n{line('a')}\n\n \n{line('b')}\n\n")) == [
        (1, None, ["blank-line"]),
        (2, "a", []),
        (3, None, ["blank-line"]),
        (4, None, ["blank-line"]),
        (5, "b", []),
    ]


def test_b04_a_line_that_is_refused_does_not_stop_the_others() -> None:
    bad = line("b", incidents=[incident(service="")])
    text = "\n".join([line("a"), bad, "{", '{"account": 5}', line("c")])
    assert summary(read(text)) == [
        (1, "a", []),
        (2, "b", ["empty-text incidents[0].service"]),
        (3, None, ["bad-json"]),
        (4, None, ["missing-format", "missing-list incidents", "number-for-text account"]),
        (5, "c", []),
    ]


def test_findings_name_the_line_and_count_within_it() -> None:
    text = line("a") + "\n" + line("b", incidents=5) + "\n"
    (finding,) = read(text)[1].findings
    assert finding.source == "a.jsonl, line 2"
    assert finding.span is not None
    assert text.split("\n")[1][finding.span.start : finding.span.end] == "5"
    (blank,) = read("\n" + line(), "")[0].findings
    assert blank.source == "line 1"


def test_one_byte_order_mark_at_the_beginning_of_the_file() -> None:
    assert summary(read("\ufeff" + line("a") + "\n" + line("b"))) == [(1, "a", []), (2, "b", [])]
    assert summary(read(line("a") + "\n\ufeff" + line("b")))[1] == (2, None, ["bad-json"])


def test_two_timelines_on_one_line() -> None:
    assert summary(read(line("a") + line("b") + "\n")) == [(1, None, ["bad-json"])]
    assert summary(read(line("a") + "\r" + line("b") + "\n")) == [(1, None, ["bad-json"])]


def test_utf16_is_told_once() -> None:
    text = line("a") + "\n" + line("b") + "\n"
    for encoding in ("utf-16", "utf-16-le", "utf-32"):
        assert summary(read(text.encode(encoding))) == [(1, None, ["utf-16"])]


def test_bytes_that_are_no_utf8_spoil_their_line_only() -> None:
    data = line("a").encode() + b"\n\xff\n" + line("c").encode()
    assert [one.account for one in read(data)] == ["a", None, "c"]


def test_a_line_is_bounded_and_the_next_one_is_read() -> None:
    text = "\n".join([line("a"), line("b", x_long="x" * 500), line("c")])
    readings = list(read_lines(io.BytesIO(text.encode()), size_limit=200))
    assert summary(readings) == [(1, "a", []), (2, None, ["too-large"]), (3, "c", [])]


class Endless(io.RawIOBase):
    """A file of timelines that never ends, and counts how much of it was read."""

    def __init__(self) -> None:
        self.taken = 0

    def readline(self, size: int | None = -1) -> bytes:
        self.taken += 1
        return line(f"account {self.taken}").encode() + b"\n"


def test_lines_are_read_one_at_a_time() -> None:
    endless = Endless()
    readings: Iterator[Reading] = read_lines(endless)  # type: ignore[arg-type]
    assert [one.account for one in islice(readings, 3)] == ["account 1", "account 2", "account 3"]
    assert endless.taken == 3


def test_a_zone_is_for_every_line() -> None:
    text = line(incidents=[incident(start="2026-03-04T09:00:00")])
    (without,) = read(text)
    (within,) = read_lines(io.BytesIO(text.encode()), zone="Europe/Brussels")
    assert refused((without.timeline, without.findings)) == ["no-offset incidents[0].start"]
    assert within.timeline is not None
