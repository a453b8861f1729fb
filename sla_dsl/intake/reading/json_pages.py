"""Answers of web interfaces that come in pages: read together, if all of them were saved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sla_dsl.evidence.wrong import Number
from sla_dsl.findings.finding import Finding
from sla_dsl.intake import mistakes
from sla_dsl.intake.reading.json_export import JsonExport, read_json
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import AnyStated, Aside, Export
from sla_dsl.records import NamedTuple

_WHOLE = re.compile(r"\d{1,12}", re.ASCII)


class Paging(NamedTuple):
    """How a form says that there is more: the list of records, their total, whether this is the last page.

    `id`: the field by which a record that stands on two pages is known.  `token`: fields that are there only if a page
    follows.
    """

    records: str
    total: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    id: str = "id"
    token: tuple[str, ...] = ()


def read_pages(files: Sequence[SourceFile], paging: Paging, make: Callable[[Raw], AnyStated | Aside]) -> Export:
    """The records of all pages."""
    exports: list[JsonExport] = []

    def read_one(export: JsonExport) -> Iterator[AnyStated]:
        exports.append(export)
        page = export.whole((paging.records,), f'"{paging.records}"')
        if page is not None:
            yield from export.records(page, paging.records, make)

    found = read_json(files, read_one)
    return found._replace(findings=(*found.findings, *missing_pages(exports, paging)))


def missing_pages(exports: Sequence[JsonExport], paging: Paging) -> list[Finding]:
    """A finding, where the files say that there are more records than they hold."""
    values = [export.value for export in exports if isinstance(export.value, dict)]
    pages = [value for value in values if isinstance(value.get(paging.records), list)]
    if not pages:
        return []
    listed = [record for page in pages if isinstance(found := page.get(paging.records), list) for record in found]
    held = len({_name(record, paging.id) or f"[{number}]" for number, record in enumerate(listed)})
    totals = [int(total.written) for page in pages if (total := _total(page, paging)) is not None]
    file = exports[-1].file.name
    if totals and max(totals) > held:
        why = f"of {max(totals):,} records {held:,} are here; export the other pages as well, and give all files"
        return [mistakes.cannot_be_read(file, why)]
    if any(_goes_on(page, paging) for page in pages) and not any(_is_last(page, paging) for page in pages):
        why = "it says that further pages follow; export them as well, and give all files"
        return [mistakes.cannot_be_read(file, why)]
    return []


def _goes_on(page: dict[str, Any], paging: Paging) -> bool:
    """Whether a page says that another follows."""
    return _says(page, paging.last, False) or _says(page, paging.more, True) or any(map(page.get, paging.token))


def _is_last(page: dict[str, Any], paging: Paging) -> bool:
    said = _says(page, paging.last, True) or _says(page, paging.more, False)
    return said or (bool(paging.token) and not _goes_on(page, paging))


def _name(record: object, field: str) -> str:
    found = record.get(field) if isinstance(record, dict) else None
    return found.written if isinstance(found, Number) else found if isinstance(found, str) else ""


def _total(page: dict[str, Any], paging: Paging) -> Number | None:
    found = _inside(page, paging.total) if paging.total else None
    return found if isinstance(found, Number) and _WHOLE.fullmatch(found.written) else None


def _says(page: dict[str, Any], path: Sequence[str], wanted: bool) -> bool:
    return bool(path) and _inside(page, path) is wanted


def _inside(page: dict[str, Any], path: Sequence[str]) -> object:
    value: object = page
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def holes(files: Sequence[SourceFile], lists: Sequence[str]) -> list[Finding]:
    """A finding, where the pages of a list, by the `offset` that each has, leave out records before the last page."""
    pages = [(file, value) for file in files if isinstance(value := file.json()[0], dict)]
    return [finding for name in lists for finding in _holes([page for page in pages if name in page[1]], name)]


def _holes(pages: Sequence[tuple[SourceFile, dict[str, Any]]], name: str) -> Iterator[Finding]:
    held, known = 0, [(_offset(page), file, page) for file, page in pages]
    for offset, file, page in sorted(known, key=lambda one: one[0]):
        if offset > held:
            why = f"records {held + 1:,} to {offset:,} are on pages that are missing; export them as well"
            yield mistakes.cannot_be_read(file.name, why)
        held = max(held, offset + len(page[name] if isinstance(page[name], list) else ()))


def _offset(page: dict[str, Any]) -> int:
    found = page.get("offset")
    return int(found.written) if isinstance(found, Number) and _WHOLE.fullmatch(found.written) else 0
