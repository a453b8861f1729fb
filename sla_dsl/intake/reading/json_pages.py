"""Answers of web interfaces that come in pages: read together, if all of them were saved."""

from __future__ import annotations

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


class Paging(NamedTuple):
    """How a form says that there is more: the list of records, their total, whether this is the last page."""

    records: str
    total: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


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
    pages = [export.value for export in exports if isinstance(export.value, dict)]
    if not pages:
        return []
    held = sum(len(page[paging.records]) for page in pages if isinstance(page.get(paging.records), list))
    totals = [int(total.written) for page in pages if (total := _total(page, paging)) is not None]
    file = exports[-1].file.name
    if totals and max(totals) > held:
        why = f"of {max(totals):,} records {held:,} are here; export the other pages as well, and give all files"
        return [mistakes.cannot_be_read(file, why)]
    if any(_says(page, paging.last, False) or _says(page, paging.more, True) for page in pages) and not any(
        _says(page, paging.last, True) or _says(page, paging.more, False) for page in pages
    ):
        why = "it says that further pages follow; export them as well, and give all files"
        return [mistakes.cannot_be_read(file, why)]
    return []


def _total(page: dict[str, Any], paging: Paging) -> Number | None:
    found = _inside(page, paging.total) if paging.total else None
    return found if isinstance(found, Number) and found.written.isdecimal() else None


def _says(page: dict[str, Any], path: Sequence[str], wanted: bool) -> bool:
    return bool(path) and _inside(page, path) is wanted


def _inside(page: dict[str, Any], path: Sequence[str]) -> object:
    value: object = page
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value
