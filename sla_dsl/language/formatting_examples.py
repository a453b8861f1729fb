"""Examples in the canonical layout: what is given, an incident a line; then what is expected."""

from __future__ import annotations

from itertools import groupby
from typing import assert_never

from sla_dsl.language import nodes as n
from sla_dsl.language.filling import INDENT, WIDTH, filled
from sla_dsl.language.formatting_times import (
    because_parts,
    has_seconds,
    instant_text,
    lasting_text,
)
from sla_dsl.language.formatting_values import article, literal_text, value_text

_GIVEN = "  given "
_EXPECT = "  expect "
_SHORT = (n.GivenCharge, n.GivenRate, n.GivenNoList, n.GivenAsOf, n.GivenNothing)


def example_lines(example: n.Example) -> list[str]:
    """The lines of an example, without its full stop."""
    expected = [expect_text(item) for item in example.expect]
    parts = [*(f"{text}," for text in expected[:-1]), *expected[-1:]]
    return [
        f'example "{example.title}" in {example.period}:',
        *_given_lines(example.given),
        *filled(parts, _EXPECT, " " * len(_EXPECT)),
    ]


def _given_lines(items: tuple[n.Given, ...]) -> list[str]:
    """Short items beside each other; every other one on a line of its own, or more, indented further."""
    lines: list[str] = []
    for is_short, group in groupby(enumerate(items, 1), lambda entry: isinstance(entry[1], _SHORT)):
        texts = [_ended(given_parts(item), place == len(items)) for place, item in group]
        rows = [[part for parts in texts for part in parts]] if is_short else texts
        for row in rows:
            first = " " * len(_GIVEN) if lines else _GIVEN
            lines += filled(row, first, " " * len(_GIVEN) + ("" if is_short else INDENT))
    return lines


def _ended(parts: list[str], is_last: bool) -> list[str]:
    return [*parts[:-1], parts[-1] + (";" if is_last else ",")]


# ---------------------------------------------------------------- what is given


def given_parts(given: n.Given) -> list[str]:
    """What is given, in the parts between which a line may end."""
    match given:
        case n.GivenIncident():
            return _incident(given)
        case n.GivenMaintenance():
            announced = f"announced at {instant_text(given.announced)}" if given.announced else "not announced"
            return [f"maintenance{_on(given.service)} {lasting_text(given.start, given.end)}", announced]
        case n.GivenBreach():
            return [f"a breach {lasting_text(given.start, given.end)}"]
        case n.GivenTicket():
            return _ticket(given)
        case n.GivenCharge():
            return [f"{given.charge.text} of {literal_text(given.amount)}"]
        case n.GivenRate():
            return [f"{literal_text(given.left)} being {literal_text(given.right)}"]
        case n.GivenNoList():
            return [f"no list of {given.kind}"]
        case n.GivenAsOf():
            return [f"the record up to {instant_text(given.instant)}"]
        case n.GivenNothing():
            return ["nothing"]
        case _:
            assert_never(given)


def _incident(given: n.GivenIncident) -> list[str]:
    because = because_parts(given.causes)
    beginning = " ".join([f"an incident{_on(given.service)}", *because, lasting_text(given.start, given.end)])
    reported = [f"reported at {instant_text(instant)}" for instant in given.reported]
    return [beginning, *reported, *(f"claimed at {instant_text(instant)}" for instant in given.claimed)]


def _on(service: n.Name | None) -> str:
    return f" on {service.text}" if service else ""


def _ticket(given: n.GivenTicket) -> list[str]:
    ends = (end for _, _, end in given.pauses if end is not None)
    times = (*(instant for _, instant in given.steps), *(start for _, start, _ in given.pauses), *ends)
    seconds = has_seconds(given.opened, *times)
    opened = instant_text(given.opened, seconds)
    steps = [f"with {step.text} at {instant_text(instant, seconds)}" for step, instant in given.steps]
    steps += [f"with {pause.text} {lasting_text(start, end)}" for pause, start, end in given.pauses]
    together = " ".join(steps)
    beginning = f"{article(given.priority)} {given.priority.text} ticket opened at {opened}"
    return [beginning, *([together] if 0 < len(together) <= WIDTH - len(_GIVEN + INDENT) else steps)]


# ---------------------------------------------------------------- what is expected


def expect_text(expect: n.Expect) -> str:
    """`Rebate is 5 %`."""
    match expect:
        case n.ExpectValue():
            return f"{expect.name.text} is {value_text(expect.value)}"
        case n.ExpectVerdict():
            return f"{expect.name.text} is {expect.verdict}"
        case n.ExpectDueAt():
            return f"{expect.name.text} is due at {instant_text(expect.instant)}"
        case n.ExpectClaimable():
            return f"{expect.name.text} is claimable until {expect.until.isoformat()}"
        case _:
            assert_never(expect)
