"""Evidence by the name of a file or a folder: which reader it is for, and what that makes of it.

A folder holds tables; `.jsonl` and `.ndjson` hold one timeline a line; any other file is JSON, unless its first
line is an object by itself and more follow.
"""

import io
import os
from collections.abc import Iterable, Iterator
from typing import Literal

from sla_dsl.evidence import file_mistakes as mistakes
from sla_dsl.evidence import limits
from sla_dsl.evidence.files import is_folder, names_in, open_file, read_file
from sla_dsl.evidence.json_lines import Reading, account_in, read_lines
from sla_dsl.evidence.json_timeline import read_timeline
from sla_dsl.evidence.strict_json import UNREADABLE, decode
from sla_dsl.evidence.timeline import Timeline
from sla_dsl.evidence.utf8 import text_of
from sla_dsl.evidence.wording import nearest
from sla_dsl.findings.finding import Finding, is_error
from sla_dsl.findings.source import Source
from sla_dsl.records import NamedTuple

Form = Literal["timeline", "lines", "tables"]

_TOLD = 20
"""Files that are no tables, told one by one."""


class Evidence(NamedTuple):
    """What was found under a name.

    `readings`: one for each account, read as it is asked for if the form is `lines`.  `findings`: what is wrong with
    the file or folder as a whole; where one is an error there are no readings.  `sources`: the texts in which
    findings stand, so that their words can be shown.
    """

    form: Form
    readings: Iterable[Reading] = ()
    findings: tuple[Finding, ...] = ()
    sources: tuple[Source, ...] = ()

    def results(self) -> Iterator[tuple[Timeline | None, tuple[Finding, ...]]]:
        """Each account's timeline or None, and what was found; of a whole that is refused, one None and why."""
        if any(map(is_error, self.findings)):
            yield None, self.findings
        notes = self.findings
        for reading in self.readings:
            yield reading.timeline, (*notes, *reading.findings)
            notes = ()


def open_evidence(path: str, zone: str | None = None, size_limit: int = limits.FILE_BYTES) -> Evidence:
    """The evidence of a file or a folder.  Never raises for what is there, or is not.

    `zone`: where instants without an offset are read.  `size_limit`: bytes of one file, of JSON Lines of one line.
    """
    if is_folder(path):
        return _open_folder(path, zone, size_limit)
    suffix = os.path.splitext(path)[1].lower()
    if suffix in (".jsonl", ".ndjson"):
        return _open_lines(path, zone, size_limit)
    data = read_file(path, size_limit)
    if isinstance(data, Finding):
        return Evidence("timeline", findings=(data,))
    if suffix == ".csv":
        return Evidence("tables", findings=(mistakes.single_table(path),))
    if suffix == ".json":
        return _of_one(data, path, zone, size_limit)
    return evidence_of(data, path, zone, size_limit)


def evidence_of(
    data: bytes, source: str = "", zone: str | None = None, size_limit: int = limits.FILE_BYTES
) -> Evidence:
    """The evidence of bytes without a file's name, as from standard input: JSON, or JSON Lines."""
    if _is_lines(data):
        return Evidence("lines", read_lines(io.BytesIO(data), source, zone, size_limit))
    return _of_one(data, source, zone, size_limit)


def _is_lines(data: bytes) -> bool:
    """Whether the first line is an object by itself, and more follow."""
    first, _, rest = data.strip().partition(b"\n")
    first = first.strip()
    if not (rest.strip() and first.endswith(b"}")):
        return False
    text = text_of(first)
    return isinstance(text, str) and decode(text)[0] is not UNREADABLE


def _of_one(data: bytes, source: str, zone: str | None, size_limit: int) -> Evidence:
    timeline, findings = read_timeline(data, source, zone, size_limit)
    account = timeline.account if timeline else account_in(data, size_limit)
    text = text_of(data, size_limit) if findings else ""
    sources = (Source(source, text),) if isinstance(text, str) and findings else ()
    return Evidence("timeline", (Reading(0, account, timeline, findings),), sources=sources)


def _open_lines(path: str, zone: str | None, size_limit: int) -> Evidence:
    opened = open_file(path)
    if isinstance(opened, Finding):
        return Evidence("lines", findings=(opened,))
    # Opened again when the first line is asked for, so that no file stays open if none ever is.
    opened.close()
    return Evidence("lines", _lines_of(path, zone, size_limit))


def _lines_of(path: str, zone: str | None, size_limit: int) -> Iterator[Reading]:
    opened = open_file(path)
    if isinstance(opened, Finding):
        yield Reading(1, None, None, [opened])
        return
    with opened:
        try:
            yield from read_lines(opened, path, zone, size_limit)
        except OSError:
            yield Reading(0, None, None, [mistakes.cannot_read(path)])


def _open_folder(path: str, zone: str | None, size_limit: int) -> Evidence:
    from sla_dsl.evidence.csv_folder import TABLES, read_folder

    names = names_in(path)
    if isinstance(names, Finding):
        return Evidence("tables", findings=(names,))
    notes = tuple(mistakes.hidden_file(path, name) for name in names if name.startswith("."))
    tables = [name for name in names if name in TABLES]
    files = {name: read_file(os.path.join(path, name), size_limit) for name in tables}
    wrong = [*_unknown_files(path, names, tuple(TABLES)), *(one for one in files.values() if isinstance(one, Finding))]
    if wrong:
        return Evidence("tables", findings=(*wrong, *notes))
    contents = {name: data for name, data in files.items() if isinstance(data, bytes)}
    source = path.rstrip(os.sep) or path
    readings, found = read_folder(contents, os.path.basename(os.path.abspath(path)), source, zone)
    told = [*found, *(finding for reading in readings for finding in reading.findings)]
    return Evidence("tables", readings, (*found, *notes), _sources(contents, source, told))


def _unknown_files(path: str, names: list[str], known: tuple[str, ...]) -> Iterator[Finding]:
    """Files that are no tables.  If there is no table at all, probably another folder is meant."""
    unknown = [name for name in names if name not in known and not name.startswith(".")]
    if not any(name in known for name in names):
        yield mistakes.no_tables(path, known)
        unknown = [name for name in unknown if nearest(name, known)]
    for name in unknown[:_TOLD]:
        yield mistakes.unknown_file(path, name, known)
    if len(unknown) > _TOLD:
        yield mistakes.more_unknown_files(path, len(unknown) - _TOLD)


def _sources(contents: dict[str, bytes], source: str, told: list[Finding]) -> tuple[Source, ...]:
    """The texts of the tables in which something was found."""
    named = {finding.source for finding in told}
    texts = {f"{source}/{name}": text_of(data) for name, data in contents.items() if f"{source}/{name}" in named}
    return tuple(Source(name, text) for name, text in texts.items() if isinstance(text, str))
