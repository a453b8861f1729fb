"""Changes to a policy after which something is known to hold: layout, names, rows, thresholds (M14 to M16, M18)."""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from sla_dsl import Policy, evaluate, timeline_from
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.findings.source import Source
from sla_dsl.language.formatting import format_policy
from sla_dsl.language.nodes import PolicyFile
from sla_dsl.language.parsing import parse
from tests import scenes as s
from tests.scenes import Scene, outcome, result, scenes, values

both = pytest.mark.parametrize("name", s.POLICIES)

# ---------------------------------------------------------------- M14: the layout


def parsed(words: str) -> PolicyFile:
    file, findings = parse(Source("", words))
    assert findings == []
    assert file is not None
    return file


def meaning(words: str) -> dict[str, Any]:
    """A policy compiled, without its digests and where in the text each step comes from."""
    compiled: dict[str, Any] = json.loads(s.policy_from(words).to_compiled())
    return {**compiled, "digest": "", "seal": "", "nodes": [node[:-1] for node in compiled["nodes"]]}


def crowded(words: str) -> str:
    """Everything on as few lines as possible, as after pasting from a mail."""
    return " ".join(words.split())


def airy(words: str) -> str:
    """A line for each word, outside quotation marks."""
    pieces = words.split('"')
    return '"'.join(piece if n % 2 else piece.replace(" ", "\n\t ") for n, piece in enumerate(pieces))


@both
def test_m14_the_layout_says_nothing(name: str) -> None:
    for lay_out in (format_policy_text, crowded, airy):
        assert parsed(lay_out(s.text(name))) == parsed(s.text(name)), lay_out
        assert meaning(lay_out(s.text(name))) == meaning(s.text(name)), lay_out


@both
def test_m14_a_layout_laid_out_again_stays(name: str) -> None:
    for lay_out in (format_policy_text, crowded, airy):
        once = format_policy_text(lay_out(s.text(name)))
        assert once == format_policy_text(s.text(name))
        assert format_policy_text(once) == once


def format_policy_text(words: str) -> str:
    return format_policy(parsed(words))


# ---------------------------------------------------------------- M15, M16: names, rows, thresholds


@cache
def changed(name: str, *changes: tuple[str, str]) -> Policy:
    words = s.text(name)
    for old, new in changes:
        assert old in words
        words = words.replace(old, new)
    return s.policy_from(words)


def same_money(name: str, other: Policy, known_as: Callable[[str], str] = str) -> None:
    for scene in scenes(name, 80):
        before = {known_as(key): value for key, value in values(outcome(scene)).items()}
        timeline = json.loads(known_as(json.dumps(scene.timeline)))
        after = values(result(other, timeline, scene.period).periods[0])
        assert {key: after[key] for key in before} == before, scene


RENAMED = {
    "ecerium": (("Provider Failure", "Own Fault"), ("Downtime", "Lost Time"), ("Rebate is", "Discount is")),
    "ezcnam": (("Equipment", "Hardware"), ("Downtime", "Lost Time"), ("Availability", "Promise")),
}


@both
def test_m15_another_name_is_the_same_money(name: str) -> None:
    plain = [("Rebate", new.split()[0]) if old == "Rebate is" else (old, new) for old, new in RENAMED[name]]
    words = s.text(name).replace('Rebate Schedule"', 'Table"').replace('% Availability"', '% Uptime"')
    for old, new in plain:
        words = words.replace(old, new)
    identifiers = [(old.lower().replace(" ", "_"), new.lower().replace(" ", "_")) for old, new in plain]

    def known_as(key: str) -> str:
        for old, new in identifiers:
            key = key.replace(old, new)
        return key

    same_money(name, s.policy_from(words), known_as)


@both
def test_m15_a_rule_that_nothing_reads_is_the_same_money(name: str) -> None:
    more = '\n\n§ 99 "More"\n\nSpare Time means the time in which the customer is in breach.\n\nSpare means 5 min.\n'
    same_money(name, s.policy_from(s.text(name) + more))


SPLIT = {
    "ecerium": ("less than  97 % gives  50 %,", "less than 97 % gives 50 %, less than 96.5 % gives 50 %,"),
    "ezcnam": (
        "at least 4 min 23 s but at most 20 min gives 10 %,",
        "at least 4 min 23 s but at most 9 min gives 10 %, more than 9 min but at most 20 min gives 10 %,",
    ),
}


@both
def test_m15_a_row_split_into_two_equal_ones_is_the_same_money(name: str) -> None:
    same_money(name, changed(name, SPLIT[name]))


MOVED = {
    "ecerium": ((("less than  95 % gives 100 %", "less than 0.0001 % gives 100 %"),), Fraction(1), Fraction(3, 4)),
    "ezcnam": (
        (("but at most 20 min gives", "but at most 900 hours gives"), ("more than 20 min", "more than 900 hours")),
        Fraction(1, 5),
        Fraction(1, 10),
    ),
}


@both
def test_m16_a_threshold_moved_past_all_data_changes_only_its_own_rows(name: str) -> None:
    changes, touched, instead = MOVED[name]
    example = [sentence for sentence in s.text(name).split("\n\n") if sentence.startswith("Example ")]
    other = changed(name, *changes, *((words, "") for words in example))
    reached = 0
    for scene in scenes(name, 400):
        before, after = outcome(scene), result(other, scene.timeline, scene.period).periods[0]
        one, two = before.credits[0].rate, after.credits[0].rate
        if one.value is None or before.measures["uptime"].known.least == 0:
            continue
        reached += one.value == touched
        assert two.value == (instead if one.value == touched else one.value), scene
        if one.value != touched:
            assert values(after) == values(before), scene
    assert reached >= 10


# ---------------------------------------------------------------- M18: each threshold, and a microsecond beside it

MICROSECOND = Fraction(1, 1_000_000)


def period_with(name: str, seconds: Fraction, period: str = "2026-01") -> PeriodResult:
    """A month in which so many seconds count, in one incident that begins on a full minute."""
    start = s.instant(f"{period}-03T00:00:00Z")
    span = {"start": s.iso(start), "end": s.iso(start + int(seconds * 1_000_000))}
    incident = {"id": "A", "service": s.SERVICE[name], "cause": s.COUNTED[name], **span}
    timeline = timeline_from({"format": "sla-timeline/1", "account": "a", "incidents": [incident]}).require()
    return evaluate(s.policy(name), timeline, [period]).require().periods[0]


FLIPS = {
    "ecerium": [
        ("rate", Fraction(30), 0, 5),
        ("uptime", Fraction(43 * 60 + 30), "met", "missed"),
        *(
            ("rate", Fraction(minutes * 60 + 30), below, beyond)
            for minutes, below, beyond in (
                (432, 5, 10), (864, 10, 25), (1296, 25, 50), (1728, 50, 75), (2160, 75, 100),
            )
        ),
    ],
    "ezcnam": [
        ("rate", Fraction(263), 0, 10),
        ("availability", Fraction(264), "met", "missed"),
        ("rate", Fraction(1201), 10, 20),
    ],
}  # fmt: skip
"""What flips, at how many seconds, from what to what: totals are rounded to the minute, or cut to the second."""

TABLE = [(name, *flip) for name in s.POLICIES for flip in FLIPS[name]]


@pytest.mark.parametrize(("name", "what", "seconds", "below", "from_there_on"), TABLE)
def test_m18_it_flips_once_and_on_the_stated_side(
    name: str, what: str, seconds: Fraction, below: object, from_there_on: object
) -> None:
    beside = (-1, -MICROSECOND, 0, MICROSECOND, Fraction(1, 2))
    found = [shown(period_with(name, seconds + step), what) for step in beside]
    assert found == [below, below, from_there_on, from_there_on, from_there_on]


def shown(period: PeriodResult, what: str) -> object:
    if what != "rate":
        return period.guarantees[what]
    rate = period.credits[0].rate.value
    assert isinstance(rate, int | Fraction)
    return rate * 100


EXACT = """Agreement "Exact". The time zone is UTC. The period is each calendar month.
Api is a service: "the interface". Failure is a cause: "a failure".
Downtime means the time in which Api is down because of Failure.
Uptime means 100 % minus Downtime divided by the length of the period.
The provider guarantees that Uptime is {bound}."""


@pytest.mark.parametrize("period", ["2026-02", "2028-02", "2026-04", "2026-01"])
@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        ("at least 99.95 %", ["met", "met", "missed"]),
        ("more than 99.95 %", ["met", "missed", "missed"]),
        ("less than 99.95 %", ["missed", "missed", "met"]),
        ("at most 99.95 %", ["missed", "met", "met"]),
        ("exactly 99.95 %", ["missed", "met", "missed"]),
    ],
)
def test_m18_the_words_of_a_bound_in_months_of_every_length(period: str, bound: str, expected: list[str]) -> None:
    policy = s.policy_from(EXACT.format(bound=bound))
    start = s.instant(f"{period}-01T00:00:00Z")
    days = {"2026-02": 28, "2028-02": 29, "2026-04": 30, "2026-01": 31}[period]
    allowed = days * 86_400_000_000 // 2000
    assert [kept(policy, period, start, allowed + step) for step in (-1, 0, 1)] == expected


def kept(policy: Policy, period: str, start: int, length: int) -> str:
    incident = {"id": "A", "service": "api", "cause": "failure", "start": s.iso(start), "end": s.iso(start + length)}
    scene = Scene("", 0, {"format": "sla-timeline/1", "account": "a", "incidents": [incident]}, period)
    return result(policy, scene.timeline, period).periods[0].guarantees["uptime"]
