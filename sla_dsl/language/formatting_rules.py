"""Sentences of a policy in the canonical wording, in the parts between which a line may end.

Examples and credits by a table have a layout of their own (`formatting_examples`, `formatting`).
"""

from __future__ import annotations

from typing import assert_never

from sla_dsl.language import nodes as n
from sla_dsl.language.formatting_times import because_parts, calendar_parts, operand_text, time_parts
from sla_dsl.language.formatting_values import (
    article,
    bound_text,
    condition_parts,
    literal_text,
    names_text,
    sum_parts,
    sum_text,
    value_text,
)

Rule = (
    n.TimeZone
    | n.PeriodOfAccount
    | n.Declaration
    | n.DefineTime
    | n.DefineValue
    | n.DefineTruth
    | n.DefineCalendar
    | n.NotCounted
    | n.TimeNotCounted
    | n.Clock
    | n.Join
    | n.LongEnough
    | n.RoundTotal
    | n.RoundOutages
    | n.RoundName
    | n.Limited
    | n.Guarantee
    | n.Credit
    | n.DueOnlyIf
    | n.Claim
    | n.Minimum
    | n.Payment
    | n.Target
    | n.NothingComputed
)


def rule_parts(rule: Rule) -> list[str]:
    """The sentence without its full stop, its first word small."""
    match rule:
        case n.TimeZone():
            return [f"the time zone is {rule.zone}"]
        case n.PeriodOfAccount():
            return [f"the period is each calendar {rule.kind}"]
        case n.Declaration():
            return [_declaration(rule)]
        case n.DefineTime():
            return _after(f"{rule.name.text} means", time_parts(rule.time))
        case n.DefineValue():
            return _after(f"{rule.name.text} means", _value_parts(rule.value))
        case n.DefineTruth():
            return _after(f"{rule.name.text} means that", condition_parts(rule.condition))
        case n.DefineCalendar():
            return _after(f"{rule.name.text} means", calendar_parts(rule.calendar))
        case n.NothingComputed():
            return [f'nothing is computed here, because "{rule.because}"']
        case n.NotCounted() | n.TimeNotCounted() | n.Clock() | n.Join() | n.LongEnough():
            return _counting(rule)
        case n.RoundTotal() | n.RoundOutages() | n.RoundName() | n.Limited():
            return _adjusting(rule)
        case _:
            return _promise(rule)


def _after(beginning: str, parts: list[str]) -> list[str]:
    return [f"{beginning} {parts[0]}", *parts[1:]]


def _value_parts(value: n.Value) -> list[str]:
    return sum_parts(value) if isinstance(value, n.Sum) else [value_text(value)]


def _declaration(rule: n.Declaration) -> str:
    if rule.recorded_as:
        kind = "a pause of" if rule.kind == "pause" else "a step on"
        return f'{rule.name.text} is {kind} tickets recorded as {rule.recorded_as.text}: "{rule.gloss}"'
    return f'{rule.name.text} is a {rule.kind}: "{rule.gloss}"'


# ---------------------------------------------------------------- what counts


def _counting(rule: n.NotCounted | n.TimeNotCounted | n.Clock | n.Join | n.LongEnough) -> list[str]:
    match rule:
        case n.NotCounted():
            return [*_who(rule), f"does not count as {names_text(rule.measures, 'or')}"]
        case n.TimeNotCounted():
            return [f"time {_limit(rule.limit)}", f"does not count as {names_text(rule.measures, 'or')}"]
        case n.Clock():
            start = f" from the start of its {rule.start}" if rule.start else ""
            end = f" until the end of its {rule.end}" if rule.end else ""
            return [f"each incident of {rule.measure.text} runs{start}{end}"]
        case n.Join():
            return _join(rule)
        case n.LongEnough():
            beginning = f"an outage counts as {rule.measure.text} only if it lasts {bound_text(rule.bound)}"
            return [f"{beginning},", f"and then {rule.extent}"] if rule.extent else [beginning]
        case _:
            assert_never(rule)


def _who(rule: n.NotCounted) -> list[str]:
    """`an incident because of A or B within C`: one part, but for a long row of causes."""
    because = because_parts(rule.causes)
    limit = [_limit(rule.limit)] if rule.limit else []
    if len(because) < 2:
        return [" ".join(["an incident", *because, *limit])]
    return [*_after("an incident", because), *limit]


def _limit(limit: n.Limit) -> str:
    return f"{'within' if limit.inside else 'outside'} {operand_text(limit.time)}"


def _join(rule: n.Join) -> list[str]:
    measure = rule.measure.text
    if rule.how == "never":
        return [f"each incident of {measure} is an outage of its own"]
    if rule.apart is None:
        return [f"incidents of {measure} that overlap or touch are one outage"]
    beginning = f"incidents of {measure} {bound_text(rule.apart)} apart are one outage"
    return [f"{beginning},", f"{rule.gap} the time between"] if rule.gap else [beginning]


# ---------------------------------------------------------------- rounding and limits


def _adjusting(rule: n.RoundTotal | n.RoundOutages | n.RoundName | n.Limited) -> list[str]:
    match rule:
        case n.RoundTotal():
            return [f"the total of {rule.measure.text} is rounded {_rounding(rule.rounding)}"]
        case n.RoundOutages():
            return [f"each outage of {rule.measure.text} is rounded {_rounding(rule.rounding)}"]
        case n.RoundName():
            return [f"{rule.name.text} is rounded {_rounding(rule.rounding)}"]
        case n.Limited():
            parts = _after(f"{rule.name.text} is limited to", _value_parts(rule.value))
            return [*parts[:-1], f"{parts[-1]}, converted at the given rate"] if rule.converted else parts
        case _:
            assert_never(rule)


def _rounding(rounding: n.Rounding) -> str:
    grain = rounding.grain if isinstance(rounding.grain, str) else literal_text(rounding.grain)
    if rounding.mode != "nearest":
        return f"{rounding.mode} to the {grain}"
    return f"to the nearest {grain}" + (f", halves {rounding.halves}" if rounding.halves else "")


# ---------------------------------------------------------------- promises, credits, targets

_CHOOSERS = {
    "": "",
    "customer": " at the choice of the customer",
    "provider": " at the choice of the provider",
    "not given": " by a rule that the agreement does not give",
}
_OPENS = {"period": "and one claim opens the period", "named": "and a claim opens only what it names"}


def _promise(
    rule: n.Guarantee | n.Credit | n.DueOnlyIf | n.Claim | n.Minimum | n.Payment | n.Target,
) -> list[str]:
    match rule:
        case n.Guarantee():
            named = f" as {rule.name.text}" if rule.name else ""
            return _after(f"the provider guarantees{named} that", condition_parts(rule.condition))
        case n.Credit():
            return _credit(rule)
        case n.DueOnlyIf():
            return _after(f"{rule.name.text} is due only if", condition_parts(rule.condition))
        case n.Claim():
            return _claim(rule)
        case n.Minimum():
            return [f"{rule.name.text} is paid only if it is {bound_text(rule.bound)}"]
        case n.Payment():
            only = "only " if rule.only else ""
            return [f"{rule.name.text} is paid {only}as {names_text(rule.forms, 'or')}{_CHOOSERS[rule.chooser]}"]
        case n.Target():
            after = rule.after.text if rule.after else "it is opened"
            beginning = f"{rule.step.text} is due on {article(rule.priority)} {rule.priority.text} ticket"
            whole = f"{beginning} within {literal_text(rule.within)} after {after}"
            return [f"{whole},", f"not counting {names_text(rule.pauses, 'or')}"] if rule.pauses else [whole]
        case _:
            assert_never(rule)


def _credit(rule: n.Credit) -> list[str]:
    """A credit; of one by a table, what stands before the rows."""
    beginning = f"{rule.name.text} is a credit on {value_text(rule.base)},"
    if isinstance(rule.rate, n.Table):
        return [beginning, f"by the {rule.rate.pick} row that applies to {sum_text(rule.rate.value)}:"]
    return [beginning, f"of {value_text(rule.rate)}"]


def _claim(rule: n.Claim) -> list[str]:
    beginning = f"{rule.name.text} must be claimed within {literal_text(rule.within)} after {_anchor(rule.anchor)}"
    endings = [f'naming "{rule.naming}"'] if rule.naming else []
    endings += [_OPENS[rule.opens]] if rule.opens else []
    return [f"{part}," for part in [beginning, *endings][:-1]] + [beginning, *endings][-1:]


def _anchor(anchor: n.Anchor) -> str:
    measure = anchor.measure.text if anchor.measure else ""
    match anchor.event:
        case "outage end":
            return f"the end of an outage of {measure}"
        case "outage start":
            return f"the start of an outage of {measure}"
        case "period end":
            return "the end of the period"
        case _:
            assert_never(anchor.event)
