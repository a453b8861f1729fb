"""Every row of the list of bad inputs: through the Python interface, and a part of them as processes."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from tests.hostile.making import INPUTS
from tests.hostile.rows import ELSEWHERE, SECONDS, Row
from tests.hostile.rows_of_policies import ROWS as POLICIES
from tests.hostile.rows_of_timelines import ROWS as TIMELINES
from tests.hostile.running import input_of, run, shown, told

ROWS = (*POLICIES, *TIMELINES)
IDS = [*(f"P{n:02d}" for n in range(1, 30)), *(f"T{n:02d}" for n in range(1, 21))]


OTHERS = {"timeline.json", "T12-sorted.json", "P23-at-run-time.sla"}
OTHERS |= {"P05-point-before-a-currency.sla", "P28-none.sla"}
"""Files that have a test of their own in `test_answers.py`."""


def _named(row: Row) -> str:
    return row.name


def test_every_row_of_the_list_is_here() -> None:
    assert sorted({row.id for row in ROWS}) == IDS
    assert set(ELSEWHERE) <= set(IDS)


def test_every_file_is_given_by_some_row() -> None:
    given = {row.given for row in ROWS if isinstance(row.given, str)}
    assert {path.name for path in INPUTS.iterdir()} == given | {"policy.sla", ".gitattributes", *OTHERS}


@pytest.mark.parametrize("row", ROWS, ids=_named)
def test_a_row_ends_in_time_and_in_its_place(row: Row, tmp_path: Path) -> None:
    path = input_of(row, tmp_path)
    given = row._replace(given=lambda folder: path)
    begun = time.process_time()
    found, result = told(given, tmp_path)
    assert time.process_time() - begun < SECONDS
    assert _agree(found, row.findings), found[:20]
    for part in row.shows:
        place, _, value = part.partition(" ")
        assert result is not None
        assert str(shown(result, place)) == value


def _agree(found: tuple[str, ...], expected: tuple[str, ...]) -> bool:
    """Whether these are the findings; a last `…` stands for more, one for a place for any place."""
    more = bool(expected) and expected[-1] == "…"
    expected = expected[:-1] if more else expected
    if len(found) < len(expected) or (len(found) > len(expected) and not more):
        return False
    return all(_same(one, other) for one, other in zip(found, expected, strict=False))


def _same(found: str, expected: str) -> bool:
    code, _, place = expected.partition(" ")
    return found.partition(" ")[0] == code if place == "…" else found == expected


@pytest.mark.parametrize("row", [row for row in ROWS if row.process], ids=_named)
def test_a_row_as_a_process(row: Row, tmp_path: Path) -> None:
    ended = run(*row.command, str(input_of(row, tmp_path)), *row.options)
    assert ended.status == row.status
    assert b"Traceback" not in ended.output + ended.complaint
    assert ended.seconds < SECONDS
    codes = [finding.partition(" ")[0] for finding in row.findings if finding != "…"]
    told_of = re.findall(r"\[([a-z0-9-]+)\]$", ended.complaint.decode(), re.MULTILINE)
    assert set(codes) <= set(told_of)
