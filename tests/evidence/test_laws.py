"""The three doors agree: the same evidence from JSON, from Python objects and from tables is the same timeline."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sla_dsl.evidence.csv_folder import read_folder
from sla_dsl.evidence.csv_header import columns_of
from sla_dsl.evidence.fields import KINDS
from sla_dsl.evidence.json_timeline import read_timeline
from sla_dsl.evidence.objects import timeline_from
from sla_dsl.evidence.timeline import LISTS, Timeline
from tests.evidence.making import golden_timelines, law, sound

OFFSETS = st.integers(-23 * 60 - 59, 23 * 60 + 59).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
MOMENTS = st.datetimes(dt.datetime(1971, 1, 1), dt.datetime(2199, 1, 1), timezones=OFFSETS)  # noqa: DTZ001
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=6)
TEXTS = WORDS.filter(lambda text: bool(text.strip()) and not text.isspace())
AMOUNTS = st.decimals(0, 10**12, places=2)


def instant(moment: dt.datetime) -> str:
    text = moment.isoformat()
    return text.replace("-00:00", "+00:00")


@st.composite
def spans(draw: st.DrawFn, open_end: bool) -> dict[str, Any]:
    first, second = sorted([draw(MOMENTS), draw(MOMENTS)])
    return {"start": first, "end": None if open_end and draw(st.booleans()) else second}


@st.composite
def timelines(draw: st.DrawFn) -> dict[str, Any]:
    """A timeline of Python objects in which nothing is wrong."""
    closed = draw(st.booleans())
    case: dict[str, Any] = {"format": "sla-timeline/1", "account": draw(TEXTS), "as_of": None}
    if not closed:
        case["as_of"] = dt.datetime(2200, 1, 2, tzinfo=dt.UTC)
    ids = draw(st.lists(TEXTS, max_size=3, unique=True))
    causes = st.none() | TEXTS
    case["incidents"] = [
        {"id": id, "service": draw(TEXTS), "cause": draw(causes), **draw(spans(not closed))} for id in ids
    ]
    case["maintenance"] = [
        {"id": id, "service": draw(TEXTS), "announced": draw(st.none() | MOMENTS), **draw(spans(not closed))}
        for id in draw(st.lists(TEXTS, max_size=2, unique=True))
    ]
    case["breaches"] = [{"what": draw(TEXTS), **draw(spans(not closed))} for _ in range(draw(st.integers(0, 2)))]
    if ids:
        case["reports"] = [
            {"incident": id, "at": draw(MOMENTS)} for id in draw(st.lists(st.sampled_from(ids), max_size=3))
        ]
        case["claims"] = [
            {"id": id, "at": draw(MOMENTS), "incidents": draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3))}
            for id in draw(st.lists(TEXTS, max_size=2, unique=True))
        ]
    periods = draw(st.lists(st.sampled_from(["2026-01", "2026-Q3", "2027"]), unique=True))
    case["charges"] = [{"period": p, "what": draw(TEXTS), "amount": draw(AMOUNTS), "currency": "EUR"} for p in periods]
    pairs = draw(st.lists(st.permutations(["EUR", "USD", "JPY"]), max_size=2, unique_by=lambda pair: tuple(pair[:2])))
    case["rates"] = [{"from": one, "to": other, "rate": draw(AMOUNTS) + 1} for one, other, _ in pairs]
    steps = draw(st.lists(st.sampled_from(["acted", "responded", "Ended"]), unique=True))
    case["tickets"] = [
        {
            "id": id,
            "priority": draw(TEXTS),
            "opened": draw(MOMENTS),
            **{step: draw(st.none() | MOMENTS) for step in steps},
        }
        for id in draw(st.lists(TEXTS, max_size=2, unique=True))
    ]
    named = [ticket["id"] for ticket in case["tickets"]]
    case["pauses"] = [
        {"ticket": id, "state": draw(TEXTS), "source": draw(st.none() | TEXTS), **draw(spans(not closed))}
        for id in draw(st.lists(st.sampled_from(named), max_size=3) if named else st.just([]))
    ]
    absent = draw(st.sets(st.sampled_from(LISTS[1:])))
    return {name: value for name, value in case.items() if name not in absent}


def in_texts(value: Any) -> Any:
    """The same with texts for instants and amounts, as JSON has them."""
    match value:
        case dict():
            return {name: in_texts(one) for name, one in value.items()}
        case list():
            return [in_texts(one) for one in value]
        case dt.datetime():
            return instant(value)
        case Decimal():
            return format(value, "f")
        case _:
            return value


def written(columns: list[str], rows: list[dict[str, Any]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerows([columns, *([row.get(name) for name in columns] for row in rows)])
    return out.getvalue().encode()


def in_tables(case: dict[str, Any]) -> dict[str, bytes]:
    """The same as a folder of tables."""
    files = {"accounts.csv": written(["account", "as_of"], [case])}
    for kind in KINDS:
        if kind.name in case:
            rows = case[kind.name]
            if kind.name == "claims":
                rows = [{**row, "incident": id} for row in rows for id in row["incidents"]]
            known = list(columns_of(kind))
            steps = sorted({name for row in rows for name in row} - set(known)) if kind.steps else []
            files[f"{kind.name}.csv"] = written([*known, *steps], rows)
    return files


def from_tables(case: dict[str, Any]) -> Timeline:
    (reading,), findings = read_folder(in_tables(case), "folder")
    assert findings == []
    assert reading.timeline is not None, reading.findings
    return reading.timeline


@law
@given(timelines())
def test_json_objects_and_tables_say_the_same(case: dict[str, Any]) -> None:
    from_objects = sound(timeline_from(case))
    assert sound(timeline_from(in_texts(case))) == from_objects
    assert sound(read_timeline(json.dumps(in_texts(case)))) == from_objects
    assert sound(read_timeline(json.dumps(in_texts(case), indent=1, ensure_ascii=False).encode())) == from_objects
    assert from_tables(in_texts(case)) == from_objects
    assert from_tables(in_texts(case)).digest() == from_objects.digest()
    assert from_tables(in_texts(case)).sources == from_objects.sources


def test_every_given_timeline_is_the_same_from_tables() -> None:
    for case in golden_timelines():
        assert from_tables(case) == sound(timeline_from(case))


@law
@given(timelines(), st.randoms(use_true_random=False), OFFSETS)
def test_m1_m8_order_and_offsets_leave_no_trace_in_the_digest(
    case: dict[str, Any], chance: Any, offset: dt.timezone
) -> None:
    def turned(value: Any) -> Any:
        if isinstance(value, dt.datetime):
            return value.astimezone(offset)
        if isinstance(value, dict):
            items = list(value.items())
            chance.shuffle(items)
            return {name: turned(one) for name, one in items}
        if isinstance(value, list):
            return [turned(one) for one in chance.sample(value, len(value))]
        return value

    assert sound(timeline_from(turned(case))).digest() == sound(timeline_from(case)).digest()


@law
@given(timelines(), st.data())
def test_m21_a_field_taken_out_is_refused_or_unknown_but_never_read_as_something_else(
    case: dict[str, Any], data: st.DataObject
) -> None:
    lists = [name for name in LISTS if case.get(name)]
    if not lists:
        return
    name = data.draw(st.sampled_from(lists))
    number = data.draw(st.integers(0, len(case[name]) - 1))
    field = data.draw(st.sampled_from(sorted({*case[name][number]} - {"source"})))  # Where it came from is no fact.
    records = [dict(record) for record in case[name]]
    del records[number][field]
    timeline, findings = timeline_from({**case, name: records})
    before = sound(timeline_from(case))
    if timeline is None:
        assert any(finding.field == f"{name}[{number}].{field}" for finding in findings)
    elif field != "cause" or getattr(before, name)[number].cause is not None:
        assert timeline.digest() != before.digest()
