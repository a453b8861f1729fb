"""Lengths of time and places of records, as questions and notes name them."""

from __future__ import annotations

from sla_dsl.values.instant import DAY, HOUR, MINUTE, SECOND


def first_at(number: int, what: str, first: str) -> str:
    """`41 records, the first at incidents.json, incidents[3]`; of one only where it is."""
    return first if number == 1 else f"{number:,} {what}, the first at {first}"


def roughly(length: int) -> str:
    """A length of time in its two largest units."""
    parts, left = [], length
    for size, name in ((DAY, "d"), (HOUR, "h"), (MINUTE, "min"), (SECOND, "s")):
        number, left = divmod(left, size)
        parts += [f"{number} {name}"] if number else []
    return " ".join(parts[:2]) or "less than a second"
