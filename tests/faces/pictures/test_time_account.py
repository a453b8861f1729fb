"""Where the time of a period went: parts that add up, each with its clause."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sla_dsl.evaluation.ledger import Entry
from sla_dsl.faces.layout import laid_out
from sla_dsl.faces.pictures.time_account import bucket_words, time_lines
from tests.faces.running import GOLDEN, incident, policy, result, timeline

LEDGERED = policy()


def _table(plain: dict[str, Any], *periods: str) -> list[str]:
    return list(laid_out(time_lines(result(plain, *periods, of=LEDGERED).periods[0]), None))


def test_one_measure_needs_no_heading() -> None:
    assert _table(timeline()) == [
        "      1:21:35  counted as Downtime (§ 1)",
        "      2:00:00  excluded (§ 2)",
        "      1:30:00  for a cause that does not count (§ 2)",
        "    738:08:25  without an incident",
        "    ---------",
        "    743:00:00  in March 2026",
    ]


def test_several_measures_have_one_each() -> None:
    plain = json.loads(Path(GOLDEN / "rich.json").read_text("utf-8"))
    lines = list(laid_out(time_lines(result(plain, "2026-Q1", of=policy("rich.sla")).periods[0]), None))
    assert [line for line in lines if line.startswith("  ") and line[2] != " "] == [
        "  Network Downtime",
        "  Portal Downtime",
    ]


def test_fractions_of_a_second_keep_the_columns() -> None:
    lines = _table(timeline(incidents=[incident(end="2026-03-04T10:20:05.25+01:00")]))
    assert lines[0].startswith("      1:08:05.25  counted as ")
    assert lines[-1].startswith("    743:00:00     in March 2026")


def test_words_of_every_part() -> None:
    period = result(timeline(), of=LEDGERED).periods[0]
    told = {bucket: bucket_words(period, Entry(bucket, -1, ()), "Downtime", "§ 9") for bucket in _BUCKETS}
    assert told["counted"] == "counted as Downtime (§ 9)"
    assert told["undecided"] == "perhaps Downtime: something is not known"
    assert len(set(told.values())) == len(_BUCKETS)
    assert not any("_" in words or "{" in words for words in told.values())


_BUCKETS = (
    *("counted", "undecided", "in_breach", "excluded", "not_attributable"),
    *("outside_service_hours", "not_observed", "up"),
)

MINUTES = 31 * 24 * 60
spans = st.tuples(st.integers(0, MINUTES - 1), st.integers(0, MINUTES - 1)).map(sorted)
incidents = st.lists(st.tuples(spans, st.sampled_from(["failure", "works", "customer"])), max_size=6)


def _at(minute: int) -> str:
    return f"2026-03-{1 + minute // 1_440:02d}T{minute // 60 % 24:02d}:{minute % 60:02d}:00Z"


@settings(max_examples=60, deadline=None, database=None)
@given(incidents)
def test_the_parts_always_add_up(drawn: list[tuple[list[int], str]]) -> None:
    records = [
        {"id": f"I-{number}", "service": "mail", "start": _at(start), "end": _at(end), "cause": cause}
        for number, ((start, end), cause) in enumerate(drawn)
    ]
    lines = _table(timeline(incidents=records, reports=[], maintenance=[], tickets=[]))
    *parts, _, whole = [line.split()[0] for line in lines]
    assert sum(map(_seconds, parts)) == _seconds(whole) == 743 * 3_600


def _seconds(clock: str) -> int:
    hours, minutes, seconds = clock.replace(",", "").split(":")
    return (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
