"""GitHub in 2024: downtime worked out from the incidents is that of the project which keeps them, to the minute.

The list of downtimes that the project publishes takes the time of the later explanation where there is one, and the
declared one otherwise; an import with that answer gives the same windows, all 124 of them.  With the declared times 25
are others: 24 start at another time, and one (21506412) only ends at another.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

import sla_dsl
from sla_dsl import read_policy, timeline_from
from sla_dsl.intake.answers.mapping import Key
from sla_dsl.values.instant import MINUTE, read_instant
from sla_dsl.values.intervals import Spans, length, normal
from tests.intake.common import DATA, mapping, records, whole
from tests.intake.exports import answered, imported

FORM = "github-history"
JSON, CSV = "github-reconstructed/incidents-2024.json", "github-reconstructed/downtime_windows-2024.csv"
DECLARED: dict[Key, str] = {("start",): "started_at", ("end",): "resolved_at"}
REBUILT: dict[Key, str] = {("start",): "downtime_start", ("end",): "downtime_end"}
MAJOR: dict[Key, str] = {("impact", "minor"): "leave out", ("impact", "none"): "leave out"}

POLICY = """Agreement "Site".
The time zone is UTC.
Site is a service: "the whole site".
§ 1 "Availability"
The period is each calendar year.
Downtime means the time in which Site is down.
Availability means 100 % minus Downtime divided by the length of the period.
The provider guarantees that Availability is at least 99.9 %.
"""

OTHER = {
    "19850844": (-740, -42),
    "20081184": (-13, 0),
    "20132654": (-22, -18),
    "20135877": (-30, 0),
    "20212410": (-104, 85),
    "20272496": (-13, 0),
    "20778761": (-48, -13),
    "20800199": (-33, -13),
    "20841162": (-65, 0),
    "21009829": (-17, 0),
    "21289093": (-24, 0),
    "21319915": (-33, -169),
    "21380971": (-162, -81),
    "21458536": (-213, 0),
    "21506412": (0, -38),
    "21580456": (-54, -19),
    "21731722": (-11, 0),
    "21754049": (-21, -16),
    "21839481": (-21, -11),
    "21858990": (-39, 0),
    "21952389": (-22, 0),
    "22182729": (-5, 0),
    "22186983": (-20, 12),
    "22924587": (-60, -55),
    "23055857": (-13, 0),
}
"""What the explanation moves: the start and the end of each of the rows that differ, in minutes; later is more."""


def times(rows: list[dict[str, Any]], names: tuple[str, str, str]) -> dict[str, tuple[int, int]]:
    """The start and the end of each incident."""
    return {row[names[0]]: (_instant(row[names[1]]), _instant(row[names[2]])) for row in rows}


def _instant(text: str) -> int:
    instant = read_instant(text)
    assert isinstance(instant, int)
    return instant


def windows(path: Path, *impacts: str) -> dict[str, tuple[int, int]]:
    """The project's own windows, of these impacts or of all."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not impacts or row["impact"] in impacts]
    return times(rows, ("incident_id", "downtime_start", "downtime_end"))


def ours(path: Path, changes: dict[Key, str] | None = None) -> dict[str, tuple[int, int]]:
    """The windows of an import, with some answers changed."""
    found = imported(FORM, path, answered(mapping(FORM, "real.map.toml"), changes or {}))
    return times(records(found), ("id", "start", "end"))


def minutes(found: dict[str, tuple[int, int]]) -> tuple[int, int]:
    """All lengths added up, and the length of the union, in minutes."""
    pairs = list(found.values())
    spans: Spans = normal(pair for pair in pairs if pair[0] < pair[1])
    whole_minutes = [divmod(total, MINUTE) for total in (sum(end - start for start, end in pairs), length(spans))]
    assert [rest for _, rest in whole_minutes] == [0, 0]
    return whole_minutes[0][0], whole_minutes[1][0]


def hours(hour: int, minute: int) -> int:
    return 60 * hour + minute


def differing(one: dict[str, tuple[int, int]], other: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """How many minutes the start and the end of a row lie later in the other, where they do not agree."""
    assert list(one) == list(other)
    moved = {name: (other[name][0] - start, other[name][1] - end) for name, (start, end) in one.items()}
    return {name: (start // MINUTE, end // MINUTE) for name, (start, end) in moved.items() if start or end}


def test_the_excerpt_has_the_windows_of_the_project() -> None:
    path = DATA / FORM / "incidents.json"
    assert ours(path) == windows(DATA / FORM / "windows.csv")
    assert ours(path, REBUILT) == ours(path)
    assert minutes(ours(path, MAJOR)) == (382, 362)


def test_every_window_is_that_of_the_project() -> None:
    found = ours(whole(JSON))
    assert differing(found, windows(whole(CSV))) == {}
    assert len(found) == 124
    assert minutes(found) == (hours(229, 43), hours(222, 13))


def test_what_the_project_took_for_the_truth_is_the_explanation_where_there_is_one() -> None:
    assert ours(whole(JSON), REBUILT) == ours(whole(JSON))


def test_major_incidents_alone() -> None:
    found = ours(whole(JSON), MAJOR)
    assert found == windows(whole(CSV), "major", "critical")
    assert (len(found), minutes(found)) == (26, (hours(63, 4), hours(62, 44)))


def test_the_declared_times_differ_in_a_fifth_of_the_rows() -> None:
    moved = differing(ours(whole(JSON), DECLARED), windows(whole(CSV)))
    assert moved == OTHER
    assert [name for name, (start, _) in moved.items() if not start] == ["21506412"]
    assert (len(moved), sum(end != 0 for _, end in moved.values())) == (25, 13)


def test_declarations_are_late_and_never_early() -> None:
    """Of 26 explained incidents 24 began earlier than declared, and two when they were declared."""
    late = sorted([-start for start, _ in OTHER.values() if start] + [0, 0])
    assert (len(late), late[0], (late[12] + late[13]) / 2, late[-1]) == (26, 0, 23, 740)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [({}, (hours(206, 18), hours(202, 11))), (MAJOR, (hours(64, 5), hours(63, 45)))],
)
def test_the_declared_downtime(changes: dict[Key, str], expected: tuple[int, int]) -> None:
    assert minutes(ours(whole(JSON), {**DECLARED, **changes})) == expected


@pytest.mark.parametrize(("changes", "expected"), [({}, hours(222, 13)), (MAJOR, hours(62, 44))])
def test_the_downtime_of_a_policy_is_the_same(changes: dict[Key, str], expected: int) -> None:
    found = imported(FORM, whole(JSON), answered(mapping(FORM, "real.map.toml"), changes))
    assert found.timeline is not None
    result = sla_dsl.evaluate(read_policy(POLICY).require(), timeline_from(found.timeline).require()).require()
    [year] = result.to_dict()["periods"]
    assert (year["period"], year["measures"]["downtime"]) == ("2024", {"seconds": expected * 60})
