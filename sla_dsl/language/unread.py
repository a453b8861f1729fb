"""Declarations that nothing reads, and causes of which a measure says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Set

from sla_dsl.findings.finding import Finding
from sla_dsl.language import mistakes
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import NameKind, TimeDefinition, identifier
from sla_dsl.language.folding import walk
from sla_dsl.language.gathering import Gathered, counting_sentences
from sla_dsl.language.names import Names
from sla_dsl.language.references import references

_MISSING: dict[NameKind, str] = {
    "service": "no definition is about the time in which it is down",
    "cause": "no sentence says whether it counts",
    "charge": "no credit and no value is worked out from it",
    "priority": "no target is set for tickets of this priority",
    "step": "no target is set for it",
    "pause": "no target leaves it out",
    "time": "no value, guarantee, credit or other time uses it",
    "value": "no guarantee, credit or other value uses it",
    "truth": "no sentence says what happens if it holds",
    "calendar": "no deadline is counted in it",
}


def unread(file: n.PolicyFile, names: Names, gathered: Gathered, meant: Set[str]) -> list[Finding]:
    """The names that only their own declaration mentions, and the causes that are left undecided.

    `meant` are names that are misspelt where they are used: their identifiers count as read.
    """
    undecided = list(_undecided(gathered))
    told = [mistakes.undecided_causes(causes, measure) for measure, causes in undecided]
    left = {identifier(cause.text) for _, causes in undecided for cause in causes}
    read = _read(file) | meant
    told += [
        mistakes.unread(found.name, found.kind, _MISSING[found.kind])
        for key, found in names.declared.items()
        if key not in read and found.kind in _MISSING and not (found.kind == "cause" and key in left)
    ]
    return [*told, *_never_counting(gathered)]


def _read(file: n.PolicyFile) -> set[str]:
    """The names that some sentence reads.  What an example expects is read too: it is part of the result."""
    return {
        identifier(reference.name.text)
        for sentence in counting_sentences(file)
        for reference in references(sentence.body)
        if reference.use not in ("subject", "given")
    }


# ---------------------------------------------------------------- causes


def _undecided(gathered: Gathered) -> Iterator[tuple[n.Name, list[n.Name]]]:
    """The measures that count named causes only, each with the causes of which it does not speak."""
    declared = _causes(gathered)
    for time in gathered.times.values():
        counted = _counted(time, gathered)
        if not time.is_measure or not counted:
            continue
        decided = counted | _ruled_out(time)
        left = [cause for key, cause in declared.items() if key not in decided]
        body = time.definition.body
        if left and isinstance(body, n.DefineTime):
            yield body.name, left


def _causes(gathered: Gathered) -> dict[str, n.Name]:
    bodies = {key: sentence.body for key, sentence in gathered.declarations.items()}
    return {key: body.name for key, body in bodies.items() if isinstance(body, n.Declaration) and body.kind == "cause"}


def _counted(time: TimeDefinition, gathered: Gathered) -> set[str]:
    """The causes that the measure names; none where it counts whatever the cause, or is made of other times only."""
    downs = [node for node in _nodes(time) if isinstance(node, n.Down)]
    if not downs or not all(down.causes for down in downs):
        return set()
    others = [node.name.text for node in _nodes(time) if isinstance(node, n.TimeName)]
    borrowed = [gathered.times[key] for name in others if (key := identifier(name)) in gathered.times]
    downs += [node for other in borrowed for node in _nodes(other) if isinstance(node, n.Down)]
    return {identifier(cause.text) for down in downs for cause in down.causes}


def _nodes(time: TimeDefinition) -> Iterator[n.Time]:
    body = time.definition.body
    if isinstance(body, n.DefineTime):
        for node in walk(body.time):
            if isinstance(node, n.Time):
                yield node


def _ruled_out(time: TimeDefinition) -> set[str]:
    """The causes that never count: a rule for some hours only leaves the others open."""
    return {
        identifier(cause.text)
        for sentence in time.not_counted
        if isinstance(sentence.body, n.NotCounted) and sentence.body.limit is None
        for cause in sentence.body.causes
    }


def _never_counting(gathered: Gathered) -> Iterator[Finding]:
    """Causes that the definition counts and a rule takes out again, at all times."""
    for time in gathered.times.values():
        counted = {
            identifier(cause.text): cause for node in _nodes(time) if isinstance(node, n.Down) for cause in node.causes
        }
        for sentence in time.not_counted:
            body = sentence.body
            if isinstance(body, n.NotCounted) and body.limit is None and isinstance(time.definition.body, n.DefineTime):
                for cause in body.causes:
                    if identifier(cause.text) in counted:
                        first = counted[identifier(cause.text)].span
                        yield mistakes.never_counts(cause, time.definition.body.name, first)
