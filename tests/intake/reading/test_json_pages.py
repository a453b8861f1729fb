"""Answers that come in pages: all of them are there, or the import says which are not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sla_dsl.intake.reading.json_pages import Paging, read_pages
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import Export, Stated

PAGING = Paging("issues", ("total",), ("isLast",), ("meta", "more"))
ISSUE = {"key": "A-1"}


def read(*pages: dict[str, Any]) -> Export:
    files = [SourceFile(f"{number}.json", json.dumps(page).encode()) for number, page in enumerate(pages, 1)]
    return read_pages(files, PAGING, lambda raw: Stated(raw.origin, "outage", _key(raw)))


def _key(raw: Raw) -> str:
    return raw.text("key")


def whys(export: Export) -> list[str]:
    return [finding.message for finding in export.findings]


def test_the_records_of_all_pages_are_read_in_order() -> None:
    export = read({"issues": [ISSUE], "total": 2}, {"issues": [{"key": "A-2"}], "total": 2})
    assert [record.id for record in export.records] == ["A-1", "A-2"]
    assert (export.read, export.findings) == (2, ())


def test_a_page_is_missing_by_the_total() -> None:
    [why] = whys(read({"issues": [ISSUE], "total": 2}))
    assert "of 2 records 1 are here" in why


@pytest.mark.parametrize("page", [{"isLast": False}, {"meta": {"more": True}}])
def test_a_page_says_that_others_follow(page: dict[str, Any]) -> None:
    [why] = whys(read({"issues": [ISSUE], **page}))
    assert "further pages follow" in why
    assert whys(read({"issues": [ISSUE], **page}, {"issues": [], "isLast": True})) == []


def test_a_file_that_is_no_page_is_refused() -> None:
    [why] = whys(read({"values": []}))
    assert 'it does not have "issues"' in why
