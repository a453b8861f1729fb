"""Timelines from JSON Lines: one object a line, read one at a time, so that memory stays bounded.

A line that is refused does not stop the others.  Blank lines may stand at the end, and nowhere else: one in the
middle may be a timeline that got lost.
"""

from collections.abc import Iterator
from typing import BinaryIO

from sla_dsl.evidence import json_mistakes as mistakes
from sla_dsl.evidence import limits
from sla_dsl.evidence.json_timeline import read_timeline
from sla_dsl.evidence.strict_json import decode
from sla_dsl.evidence.timeline import Timeline
from sla_dsl.evidence.utf8 import text_of
from sla_dsl.findings.finding import Finding
from sla_dsl.records import NamedTuple

_MARK = b"\xef\xbb\xbf"


class Reading(NamedTuple):
    """What came of one account: its timeline, or why it is refused.

    `line` counts from 1, and is 0 where there is one timeline only, or tables.  `account` is None where a line
    is so damaged that it cannot be told.
    """

    line: int
    account: str | None
    timeline: Timeline | None
    findings: list[Finding]


def read_lines(
    stream: BinaryIO, source: str = "", zone: str | None = None, size_limit: int = limits.FILE_BYTES
) -> Iterator[Reading]:
    """Each line's timeline, or why it is refused, in the order of the lines.  `size_limit`: bytes of one line.

    Findings name the line in their source (`acme.jsonl, line 3`); their places count within the line.
    """
    blank_from = 0
    for number, line in enumerate(_lines(stream, size_limit), start=1):
        if not line.strip(b" \t\r\n"):
            blank_from = blank_from or number
            continue
        for blank in range(blank_from or number, number):
            yield _refused(blank, mistakes.blank_line(), source)
        blank_from = 0
        reading = _read_line(line, number, source, zone, size_limit)
        yield reading
        if [finding.code for finding in reading.findings] == ["utf-16"]:
            return


def _lines(stream: BinaryIO, size_limit: int) -> Iterator[bytes]:
    """The lines; of one that is too long, as much as shows that it is."""
    while line := stream.readline(size_limit + 1):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(size_limit)
        yield line


def _read_line(line: bytes, number: int, source: str, zone: str | None, size_limit: int) -> Reading:
    # Only the first line of a file may have a byte order mark; on a later one the reader must come upon it.
    data = _MARK + line if number > 1 and line.startswith(_MARK) else line
    timeline, findings = read_timeline(data, _source(source, number), zone, size_limit)
    account = timeline.account if timeline else account_in(data, size_limit)
    return Reading(number, account, timeline, findings)


def account_in(data: bytes, size_limit: int) -> str | None:
    """The account of a text whose timeline was refused, if it can be read so far."""
    text = text_of(data, size_limit)
    value = None if isinstance(text, Finding) else decode(text)[0]
    account = value.get("account") if type(value) is dict else None
    return account if type(account) is str else None


def _refused(number: int, finding: Finding, source: str) -> Reading:
    return Reading(number, None, None, [finding._replace(source=_source(source, number))])


def _source(source: str, number: int) -> str:
    return f"{source}, line {number}" if source else f"line {number}"
