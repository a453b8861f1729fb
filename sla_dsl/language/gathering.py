"""What the policy says of each name, collected from all its clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import attrs

from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import (
    CreditTerms,
    GuaranteeTerms,
    NameKind,
    TimeDefinition,
    ValueDefinition,
    identifier,
)
from sla_dsl.language.folding import walk
from sla_dsl.language.names import Declared, Names
from sla_dsl.language.quantities import OPEN
from sla_dsl.language.references import references
from sla_dsl.language.weighing import Known

Rules = dict[str, list[n.Sentence]]
Rule = TypeVar("Rule", bound=n.Body)


@attrs.frozen
class Gathered:
    """The records of an agreement, of all that could be read of it; sentences set aside are in none."""

    times: dict[str, TimeDefinition]
    values: dict[str, ValueDefinition]
    truths: dict[str, n.Sentence]
    calendars: dict[str, n.Sentence]
    guarantees: dict[str, GuaranteeTerms]
    credits: dict[str, CreditTerms]
    declarations: dict[str, n.Sentence]
    zone: n.Sentence | None
    period: n.Sentence | None


def counting_sentences(file: n.PolicyFile) -> list[n.Sentence]:
    """The sentences that count: all that are not set aside."""
    return [sentence for sentence in file.sentences if not sentence.set_aside]


def gather(file: n.PolicyFile, names: Names, known: Known) -> Gathered:
    """One record for each name, with every sentence that is about it."""
    active = counting_sentences(file)
    rules = _rules(active)
    measured = _measured(active)
    times, values, granted = _of(names, "time"), _of(names, "value"), _of(names, "credit")
    return Gathered(
        times={key: _time(found, rules.get(key, []), measured) for key, found in times.items()},
        values={key: _value(found, rules.get(key, []), known) for key, found in values.items()},
        truths={key: found.sentence for key, found in _of(names, "truth").items()},
        calendars={key: found.sentence for key, found in _of(names, "calendar").items()},
        guarantees={key: GuaranteeTerms(it.name.text, it.sentence) for key, it in names.guarantees.items()},
        credits={key: _credit(found, rules.get(key, [])) for key, found in granted.items()},
        declarations={key: found.sentence for key, found in names.declared.items() if _is_declaration(found)},
        zone=_first(active, n.TimeZone),
        period=_first(active, n.PeriodOfAccount),
    )


def _of(names: Names, kind: NameKind) -> dict[str, Declared]:
    return {key: found for key, found in names.declared.items() if found.kind == kind}


def _is_declaration(found: Declared) -> bool:
    return isinstance(found.sentence.body, n.Declaration)


def _rules(sentences: Iterable[n.Sentence]) -> Rules:
    """The sentences that are rules about a name, by the name's identifier."""
    rules: Rules = {}
    for sentence in sentences:
        for reference in references(sentence.body):
            if reference.use == "subject":
                rules.setdefault(identifier(reference.name.text), []).append(sentence)
    return rules


def _measured(sentences: list[n.Sentence]) -> set[str]:
    """The sets of time that are more than something to cut others with: see `TimeDefinition.is_measure`."""
    measured: set[str] = set()
    cut: set[str] = set()
    defined: set[str] = set()
    for sentence in sentences:
        if isinstance(sentence.body, n.DefineTime | n.DefineValue):
            defined.add(identifier(sentence.body.name.text))
        for reference in references(sentence.body):
            if reference.use in ("subject", "measured", "expected"):
                measured.add(identifier(reference.name.text))
            elif reference.use == "cut":
                cut.add(identifier(reference.name.text))
    return _with_their_parts(measured | (defined - cut), sentences)


def _with_their_parts(measured: set[str], sentences: list[n.Sentence]) -> set[str]:
    """These sets, and the sets of incidents that one of them is made of: a claim may name any of those."""
    bodies = [sentence.body for sentence in sentences if isinstance(sentence.body, n.DefineTime)]
    time = {identifier(body.name.text): body.time for body in bodies}
    found, pending = set(measured), list(measured)
    while pending:
        parts = _made_of(time[whole]) if (whole := pending.pop()) in time else []
        new = [part for part in parts if part not in found and part in time and _of_incidents(time[part])]
        found.update(new)
        pending += new
    return found


def _made_of(whole: n.Time) -> list[str]:
    """The names of the sets whose time it has; not of those that only cut it."""
    names: list[str] = []
    pending = [whole]
    while pending:
        match pending.pop():
            case n.Together(left=left, right=right):
                pending += (right, left)
            case n.Within(time=time) | n.Outside(time=time):
                pending.append(time)
            case n.TimeName(name=name):
                names.append(identifier(name.text))
            case _:
                pass
    return names


def _of_incidents(time: n.Time) -> bool:
    return any(isinstance(node, n.Down) for node in walk(time))


def _as_time(sentence: n.Sentence) -> n.Sentence:
    """`N means M`, where M is a set of time, is a definition of a set of time."""
    body = sentence.body
    if isinstance(body, n.DefineValue) and isinstance(body.value, n.ValueName):
        time = n.TimeName(body.value.name, span=body.value.span)
        return attrs.evolve(sentence, body=n.DefineTime(body.name, time, span=body.span))
    return sentence


def _first(sentences: Iterable[n.Sentence], form: Callable[..., Rule]) -> n.Sentence | None:
    return next((sentence for sentence in sentences if type(sentence.body) is form), None)


def _every(sentences: Iterable[n.Sentence], *forms: Callable[..., Rule]) -> tuple[n.Sentence, ...]:
    return tuple(sentence for sentence in sentences if type(sentence.body) in forms)


def _time(found: Declared, rules: list[n.Sentence], measured: set[str]) -> TimeDefinition:
    return TimeDefinition(
        found.name.text,
        _as_time(found.sentence),
        identifier(found.name.text) in measured,
        _every(rules, n.NotCounted, n.TimeNotCounted),
        _first(rules, n.Clock),
        _first(rules, n.Join),
        _first(rules, n.LongEnough),
        _first(rules, n.RoundOutages),
        _first(rules, n.RoundTotal),
    )


def _value(found: Declared, rules: list[n.Sentence], known: Known) -> ValueDefinition:
    """A value whose type a mistake leaves open passes for a number: no agreement is made of it."""
    kind = known.get(identifier(found.name.text), OPEN).type or "number"
    return ValueDefinition(found.name.text, found.sentence, kind, _first(rules, n.RoundName))


def _credit(found: Declared, rules: list[n.Sentence]) -> CreditTerms:
    return CreditTerms(
        found.name.text,
        found.sentence,
        _every(rules, n.Limited),
        _first(rules, n.RoundName),
        _every(rules, n.DueOnlyIf),
        _first(rules, n.Claim),
        _first(rules, n.Minimum),
        _first(rules, n.Payment),
    )
