"""How kinds, types, places and exact quantities are said to a person: the words that the messages are made of."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from sla_dsl.findings import wording
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import NameKind, ValueType
from sla_dsl.values.elapsed import HOUR, MINUTE, SECOND
from sla_dsl.values.numbers import Exact, show_number

KINDS: dict[NameKind, str] = {
    "service": "a service",
    "cause": "a cause",
    "charge": "a charge",
    "priority": "a priority",
    "step": "a step on tickets",
    "pause": "a pause of tickets",
    "time": "a set of time",
    "value": "a value",
    "truth": "a condition",
    "calendar": "a calendar",
    "guarantee": "a guarantee",
    "credit": "a credit",
}

TYPES: dict[ValueType, str] = {
    "ratio": "a percentage",
    "number": "a plain number",
    "elapsed": "a length of time",
    "money": "an amount of money",
}

MOST = 10
"""How many names or places one message lists."""

_UNITS: tuple[tuple[int, str], ...] = ((HOUR, "hours"), (MINUTE, "min"), (SECOND, "s"))


def kinds(wanted: Iterable[NameKind]) -> str:
    """`a cause`, `a value or a set of time`."""
    return listed([KINDS[kind] for kind in wanted], "or")


def listed(words: list[str], joint: str) -> str:
    """`A`, `A or B`, `A, B or C`; of more than ten, the first nine and `…`."""
    words = words if len(words) <= MOST else [*words[: MOST - 1], "…"]
    return wording.listed(words, joint)


def quoted(names: Iterable[str], joint: str = "and") -> str:
    """`'A'`, `'A' and 'B'`, `'A', 'B' and C'`."""
    return listed([f"'{name}'" for name in names], joint)


def place(where: n.Place) -> str:
    """`§ 4.2 "Title" item 2`."""
    number = f" {where.number}" if where.number else ""
    title = f' "{where.title}"' if where.title else ""
    return f"§{number}{title}" + "".join(f" {word} {value}" for word, value in where.parts)


def located(where: n.Place | None) -> str:
    """`in § 4.2 "Title"`; for a sentence before the first clause, `before the first §`."""
    return "before the first §" if where is None else f"in {place(where)}"


def decimal(amount: Exact) -> str:
    """`99.95`; a number with no end, such as a third, as `1 divided by 3`."""
    return show_number(amount).replace("/", " divided by ")


def quantity(amount: Exact, kind: ValueType, currency: str = "") -> str:
    """An exact quantity as the language writes it: `99.9 %`, `4 min 22 s`, `125 EUR`, `3`."""
    match kind:
        case "ratio":
            return f"{decimal(amount * 100)} %"
        case "number":
            return decimal(amount)
        case "money":
            return f"{decimal(amount)} {currency}".rstrip()
        case "elapsed":
            return _length(amount)


def _length(microseconds: Exact) -> str:
    """`2 hours 4 min 22.5 s`; never days, which are calendar days to a reader."""
    if microseconds < 0:
        return f"minus {_length(-microseconds)}"
    parts = []
    rest = Fraction(microseconds)
    for size, unit in _UNITS:
        count = rest / size if unit == "s" else Fraction(rest // size)
        rest -= count * size
        if count:
            parts.append(f"{decimal(count)} {_unit(unit, count)}")
    return " ".join(parts) or "0 s"


def _unit(unit: str, count: Fraction) -> str:
    return "hour" if unit == "hours" and count == 1 else unit
