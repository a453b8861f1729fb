"""The form of everything in a compiled policy that is no step by itself: settings, names and calendars.

A compiled policy may have been written by anybody.  What passes here can be evaluated without another look;
what does not is refused before anything is worked out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.values.instant import DAY
from sla_dsl.values.money import is_currency
from sla_dsl.values.zones import find_zone

COMPARISONS = ("less than", "at most", "at least", "more than", "exactly")
BUCKETS = ("in_breach", "excluded", "not_attributable")
KINDS = ("service", "cause", "charge", "priority", "step", "pause")
MOST_TIME = 36_525 * DAY
"""No deadline is longer than a hundred years."""

_NUMBER = re.compile(r"-?[0-9]{1,2000}(/[1-9][0-9]{0,2000})?\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_YEAR, _DAY_OF_YEAR = re.compile(r"[12][0-9]{3}\Z"), re.compile(r"[0-9]{2}-[0-9]{2}\Z")


def is_whole(value: Any, most: int = 2**63) -> bool:
    """A whole number from 0; a truth value is none, though Python would have it so."""
    return type(value) is int and 0 <= value <= most


def _text(value: Any) -> bool:
    return type(value) is str


def _number(value: Any) -> bool:
    return _text(value) and bool(_NUMBER.match(value))


def _truth(value: Any) -> bool:
    return type(value) is bool


def _texts(value: Any) -> bool:
    return type(value) is list and all(map(_text, value))


def _one_of(*words: str) -> Callable[[Any], bool]:
    return lambda value: _text(value) and value in words


def _list_of(test: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: type(value) is list and all(map(test, value))


def _map_of(test: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: type(value) is dict and all(_text(key) and test(entry) for key, entry in value.items())


_comparison = _one_of(*COMPARISONS)
_plain: Mapping[str, Callable[[Any], bool]] = {
    "services": _texts,
    "causes": lambda value: value is None or _texts(value),
    "service": _text,
    "charge": _text,
    "start": _one_of("", "second", "minute", "hour", "day"),
    "end": _one_of("", "second", "minute", "hour", "day"),
    "apart": is_whole,
    "inclusive": _truth,
    "gap": _truth,
    "skip": is_whole,
    "bounds": lambda value: _list_of(lambda b: type(b) is list and len(b) == 2 and _comparison(b[0]) and _number(b[1]))(
        value
    ),
    "mode": _one_of("nearest", "down", "up"),
    "halves": _one_of("up", "down", "to even"),
    "started": _truth,
    "pick": _one_of("one", "last"),
    "edge": _one_of("start", "end"),
    "event": _one_of("outage end", "outage start", "period end"),
    "state": _one_of("claimed", "claimable"),
    "naming": _text,
    "claim": _truth,
    "paid_as": _texts,
    "only": _truth,
    "chooser": _one_of("", "customer", "provider", "not given"),
    "recorded": _text,
    "priority": _text,
    "after": _text,
    "pauses": _texts,
}


def is_well_formed(tree: Tree, node: Node) -> bool:
    """Whether each setting of a step has its form, and they fit the step's inputs."""
    sound = all(_setting(tree, node, name, value) for name, value in node.params.items())
    return sound and (node.op != "target" or _pauses_fit(node))


def _pauses_fit(node: Node) -> bool:
    """Days are not counted in parts, so no pause can be left out of them."""
    return not node.params["pauses"] or node.params["within"]["kind"] in ("elapsed", "business")


def _setting(tree: Tree, node: Node, name: str, value: Any) -> bool:
    test = _plain.get(name)
    if test is not None:
        return test(value)
    count = len(node.inputs)
    match name:
        case "value":
            return _amount(value) if node.type == "money" else _number(value)
        case "notice":
            return _notice(value)
        case "calendar":
            return _text(value) and value in tree.calendars
        case "within":
            return _within(tree, value)
        case "unit":
            return _number(value) and _is_unit(value, node.type)
        case "signs" | "powers":
            return _list_of(lambda sign: type(sign) is int and sign in (1, -1))(value) and len(value) == count
        case "comparisons":
            return _list_of(_comparison)(value) and len(value) == count - 1
        case "rows":
            cells = sum(len(row) + 1 for row in value) if _list_of(_list_of(_comparison))(value) else -1
            return cells == count - 1
        case "rules":
            return type(value) is list and all(_rule(tree, node, r) for r in value) and _rules_fit(node, value)
        case "too_short" | "hours":
            return _clause(tree, value, -2)
        case "unnamed":
            return _map_of(lambda clause: _clause(tree, clause))(value)
        case _:
            return False


def _is_unit(value: str, kind: str) -> bool:
    """Whether amounts can be rounded to it: no less than nothing, and nothing itself only for the smallest coin."""
    nothing = not value.partition("/")[0].strip("0")
    return not value.startswith("-") and (kind == "money" or not nothing)


def _clause(tree: Tree, value: Any, least: int = -1) -> bool:
    return type(value) is int and least <= value < len(tree.clauses)


def _amount(value: Any) -> bool:
    return type(value) is list and len(value) == 2 and _number(value[0]) and _text(value[1]) and is_currency(value[1])


def _notice(value: Any) -> bool:
    if type(value) is not dict or set(value) != {"kind", "comparison", "amount"} or not _number(value["amount"]):
        return False
    return value["kind"] == "any" or (value["kind"] in ("elapsed", "days") and _comparison(value["comparison"]))


def _within(tree: Tree, value: Any) -> bool:
    if type(value) is not dict or set(value) != {"kind", "amount", "calendar"}:
        return False
    kind, amount, calendar = value["kind"], value["amount"], value["calendar"]
    if not _text(calendar):
        return False
    if kind in ("business", "business days"):
        return is_whole(amount, MOST_TIME if kind == "business" else MOST_TIME // DAY) and calendar in tree.calendars
    most = MOST_TIME if kind == "elapsed" else MOST_TIME // DAY
    return kind in ("elapsed", "days") and is_whole(amount, most) and calendar == ""


def _rule(tree: Tree, node: Node, rule: Any) -> bool:
    if node.op == "books":
        return type(rule) is list and len(rule) == 2 and rule[0] in BUCKETS and _clause(tree, rule[1])
    if type(rule) is not dict or set(rule) != {"causes", "services", "clause", "bucket"}:
        return False
    names = all(rule[name] is None or _texts(rule[name]) for name in ("causes", "services"))
    return names and rule["bucket"] in BUCKETS and _clause(tree, rule["clause"])


def _rules_fit(node: Node, rules: Sequence[Any]) -> bool:
    return node.op == "books" or len(rules) == len(node.inputs) - 1


def names_are_well_formed(tree: Tree) -> bool:
    """Whether the maps of a tree hold names, and nothing else."""
    names: Any = tree.names
    if type(names) is not dict or set(names) != set(KINDS) or not all(_map_of(_text)(names[kind]) for kind in KINDS):
        return False
    calendars: Any = tree.calendars
    return (
        all(map(_map_of(_text), (tree.recorded, tree.paused)))
        and type(calendars) is dict
        and all(map(_calendar, calendars.values()))
    )


def _calendar(entry: Any) -> bool:
    needed = {"words", "weekdays", "hours", "zone", "countries", "dates"}
    if type(entry) is not dict or not needed <= set(entry) <= {*needed, "listed"}:
        return False
    days, hours = entry["weekdays"], entry["hours"]
    whole = _list_of(lambda day: is_whole(day, 6))(days) and days and type(hours) is list and len(hours) == 2
    if not whole or not all(is_whole(hour, DAY) for hour in hours) or not hours[0] < hours[1]:
        return False
    texts = _text(entry["words"]) and _texts(entry["countries"]) and _list_of(_is_date)(entry["dates"])
    zone = _text(entry["zone"]) and find_zone(entry["zone"]) is not None
    return texts and zone and _listed(entry.get("listed"), entry["countries"])


def _is_date(value: Any) -> bool:
    return _text(value) and bool(_DATE.match(value)) and _exists(value)


def _exists(day: str) -> bool:
    import datetime as dt

    try:
        dt.date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _listed(listed: Any, countries: Sequence[str]) -> bool:
    """The holidays of a compiled policy: of every year a list of days; needed where there is a country."""
    if listed is None:
        return not countries
    if type(listed) is not dict or set(listed) != {"version", "years"} or not _text(listed["version"]):
        return False
    years = listed["years"]
    if type(years) is not dict or not years:
        return False
    return all(_is_year(year) and _list_of(lambda day: _is_day(year, day))(days) for year, days in years.items())  # noqa: B023


def _is_year(year: Any) -> bool:
    return _text(year) and bool(_YEAR.match(year))


def _is_day(year: str, day: Any) -> bool:
    return _text(day) and bool(_DAY_OF_YEAR.match(day)) and _exists(f"{year}-{day}")
