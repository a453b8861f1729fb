"""Who declares what: the first pass.

A name is known by its identifier, because the evidence and the results know it by that.  Guarantees have a
name space of their own: `Uptime is at least 99.9 %` is a promise about the value `Uptime` and is called so.
Sentences that are set aside declare names too, but only for other sentences that are set aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from sla_dsl.findings.finding import Finding
from sla_dsl.language import mistakes
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import NameKind, identifier
from sla_dsl.language.first_words import FIRST_WORDS
from sla_dsl.records import NamedTuple


class Declared(NamedTuple):
    """A name, what kind of thing it names, and the sentence that says so."""

    name: n.Name
    kind: NameKind
    sentence: n.Sentence


@attrs.frozen
class Names:
    """All the names of a policy by identifier; `aside` are those that only sentences set aside declare."""

    declared: Mapping[str, Declared]
    guarantees: Mapping[str, Declared]
    aside: Mapping[str, Declared]

    def find(self, name: n.Name, kinds: tuple[NameKind, ...], *, aside: bool = False) -> Declared | None:
        """What the name stands for where one of `kinds` is meant; of the kinds it fits, if it has several."""
        key = identifier(name.text)
        guarantee = self.guarantees.get(key)
        other = self.declared.get(key) or (self.aside.get(key) if aside else None)
        found = [it for it in (other, guarantee) if it is not None and it.name.text == name.text]
        fitting = [it for it in found if it.kind in kinds]
        return next(iter(fitting or found), None)

    def kind(self, name: n.Name) -> NameKind | None:
        """What kind of thing the name stands for, guarantees apart."""
        found = self.declared.get(identifier(name.text))
        return found.kind if found else None

    def everyone(self) -> Iterator[Declared]:
        """All that is declared by sentences that count, guarantees last."""
        yield from self.declared.values()
        yield from self.guarantees.values()


def declare(file: n.PolicyFile) -> tuple[Names, list[Finding]]:
    """The names of the file, and what is wrong with them."""
    findings: list[Finding] = []
    names: dict[str, Declared] = {}
    guarantees: dict[str, Declared] = {}
    aside: dict[str, Declared] = {}
    values = _aliases(file)
    for sentence in file.sentences:
        found = declares(sentence, values)
        if found is None:
            continue
        findings += _odd_name(found)
        if sentence.set_aside:
            aside.setdefault(identifier(found.name.text), found)
        else:
            findings += _enter(found, guarantees if found.kind == "guarantee" else names)
    findings += _shared(names, guarantees)
    return Names(names, guarantees, aside), findings


def declares(sentence: n.Sentence, times: frozenset[str] = frozenset()) -> Declared | None:
    """The name that the sentence declares; `times` are the names that turn out to be sets of time."""
    body = sentence.body
    match body:
        case n.Declaration():
            return Declared(body.name, body.kind, sentence)
        case n.DefineTime():
            return Declared(body.name, "time", sentence)
        case n.DefineValue():
            kind: NameKind = "time" if identifier(body.name.text) in times else "value"
            return Declared(body.name, kind, sentence)
        case n.DefineTruth():
            return Declared(body.name, "truth", sentence)
        case n.DefineCalendar():
            return Declared(body.name, "calendar", sentence)
        case n.Credit():
            return Declared(body.name, "credit", sentence)
        case n.Guarantee():
            name = guarantee_name(body)
            return Declared(name, "guarantee", sentence) if name else None
        case _:
            return None


def guarantee_name(body: n.Guarantee) -> n.Name | None:
    """The name after `as`, else that of the measure that is compared first; None where there is neither."""
    if body.name is not None:
        return body.name
    condition = body.condition
    while isinstance(condition, n.Both | n.Either):
        condition = condition.parts[0]
    if isinstance(condition, n.Compare) and isinstance(condition.value, n.ValueName):
        return condition.value.name
    return None


def _aliases(file: n.PolicyFile) -> frozenset[str]:
    """The names N of `N means M` where M is a set of time, or such a name itself."""
    times: set[str] = set()
    meant: dict[str, list[str]] = {}
    for sentence in file.sentences:
        body = sentence.body
        if isinstance(body, n.DefineTime):
            times.add(identifier(body.name.text))
        elif isinstance(body, n.DefineValue) and isinstance(body.value, n.ValueName):
            meant.setdefault(identifier(body.value.name.text), []).append(identifier(body.name.text))
    found: set[str] = set()
    pending = list(times)
    while pending:
        new = [name for name in meant.get(pending.pop(), ()) if name not in found and name not in times]
        found.update(new)
        pending += new
    return frozenset(found)


def _enter(found: Declared, names: dict[str, Declared]) -> list[Finding]:
    """Adds the name, or says where it was declared before."""
    first = names.setdefault(identifier(found.name.text), found)
    if first is found:
        return []
    if first.name.text != found.name.text:
        return [mistakes.names_too_alike(found.name, first.name, first.sentence.place)]
    return [mistakes.declared_twice(found.name, first.name, first.sentence.place)]


def _odd_name(found: Declared) -> list[Finding]:
    first = found.name.text.split(" ", 1)[0]
    return [mistakes.name_begins_with_word(found.name, first)] if first in FIRST_WORDS else []


def _shared(names: Mapping[str, Declared], guarantees: Mapping[str, Declared]) -> list[Finding]:
    """A guarantee may be called as a measure is; a credit and a step have verdicts of their own."""
    return [
        mistakes.declared_twice(found.name, names[key].name, names[key].sentence.place)
        for key, found in guarantees.items()
        if key in names and names[key].kind in ("credit", "step")
    ]
