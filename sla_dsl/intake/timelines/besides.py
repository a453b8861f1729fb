"""What no export holds (charges, reports, claims), kept in a file of its own and put beside what was imported."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from sla_dsl.evidence.timeline import LISTS
from sla_dsl.findings.finding import Finding, is_error
from sla_dsl.findings.wording import counted, listed
from sla_dsl.intake import mistakes
from sla_dsl.intake.reading.raw import kind_of
from sla_dsl.intake.sources import SourceFile
from sla_dsl.records import NamedTuple


class Besides(NamedTuple):
    """The lists of such a file, each record with where it stands, and a note on what they are."""

    file: str
    lists: Mapping[str, list[Any]]
    note: str


def read_besides(file: SourceFile) -> Besides | list[Finding]:
    """The lists, or what is wrong with the file; what is wrong in a record is found with the whole timeline."""
    value, found = file.json()
    if any(map(is_error, found)):
        return found
    if not isinstance(value, dict):
        return [mistakes.no_lists(file.name, "", f"it is {kind_of(value)}", LISTS)]
    wrong = [mistakes.no_lists(file.name, name, f'"{name}" is none', LISTS) for name in value if name not in LISTS]
    wrong += [
        mistakes.wrong_field(file.name, name, "a list", kind_of(records))
        for name, records in value.items()
        if name in LISTS and not isinstance(records, list)
    ]
    return wrong or _with_sources(file, value)


def _with_sources(file: SourceFile, value: Mapping[str, list[Any]]) -> Besides:
    lists = {
        name: [_with_source(record, f"{file.name}, {name}[{number}]") for number, record in enumerate(records)]
        for name, records in value.items()
    }
    held = listed([counted(len(records), "record") + f" of {name}" for name, records in lists.items()], "and")
    digest = hashlib.sha256(file.data).hexdigest()
    return Besides(file.name, lists, f"Beside the export: {held or 'nothing'}, from {file.name} (sha256:{digest}).")


def _with_source(record: Any, source: str) -> Any:
    return {**record, "source": source} if isinstance(record, dict) and "source" not in record else record
