"""In which order definitions can be worked out, and those that go round in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sla_dsl.findings.finding import Finding
from sla_dsl.language import mistakes
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import identifier
from sla_dsl.language.names import Declared, Names
from sla_dsl.language.references import references

Key = tuple[str, str]
"""`("name", identifier)`, or `("guarantee", identifier)` in the guarantees' own name space."""
Edges = Mapping[Key, dict[Key, None]]

_ORDERED = ("time", "value", "truth", "guarantee")


def arrange(file: n.PolicyFile, names: Names) -> tuple[tuple[Declared, ...], list[Finding]]:
    """Times, values, conditions and guarantees, each after all that it reads; and the circles among them."""
    known = {_key(found): found for found in names.everyone() if found.kind in _ORDERED}
    order, circles = _sorted(_edges(file, known))
    findings = [mistakes.defined_by_itself([known[key].name for key in circle]) for circle in circles]
    return tuple(known[key] for key in order), [*findings, *_after_itself(file)]


def _after_itself(file: n.PolicyFile) -> Iterator[Finding]:
    """Steps that are due some time after themselves."""
    for sentence in file.sentences:
        body = sentence.body
        if isinstance(body, n.Target) and body.after is not None and body.after.text == body.step.text:
            yield mistakes.defined_by_itself([body.after])


def _key(found: Declared) -> Key:
    return ("guarantee" if found.kind == "guarantee" else "name", identifier(found.name.text))


def _edges(file: n.PolicyFile, known: Mapping[Key, Declared]) -> Edges:
    """What each definition reads, together with what the rules about it read."""
    edges: Edges = {key: {} for key in known}
    defined = {id(found.sentence): key for key, found in known.items()}
    for sentence in file.sentences:
        if sentence.set_aside or isinstance(sentence.body, n.Example):
            continue
        owners, read = _reads(sentence.body)
        if id(sentence) in defined:
            owners.append(defined[id(sentence)])
        for owner in owners:
            edges.get(owner, {}).update((key, None) for key in read if key in known)
    return edges


def _reads(body: n.Body) -> tuple[list[Key], list[Key]]:
    """The names that the sentence is a rule about, and the names that it reads."""
    owners: list[Key] = []
    read: list[Key] = []
    for reference in references(body):
        space = "guarantee" if reference.kinds == ("guarantee",) else "name"
        (owners if reference.use == "subject" else read).append((space, identifier(reference.name.text)))
    return owners, read


def _sorted(edges: Edges) -> tuple[list[Key], list[list[Key]]]:
    """Depth first with a stack of its own: the keys, what is read first; and one circle for each way back."""
    order: list[Key] = []
    done: set[Key] = set()
    circles: list[list[Key]] = []
    for root in edges:
        path: dict[Key, Iterator[Key]] = {} if root in done else {root: iter(edges[root])}
        while path:
            key = next(reversed(path))
            following = next(path[key], None)
            if following is None:
                del path[key]
                done.add(key)
                order.append(key)
            elif following in path:
                circles.append(_circle(list(path), following))
            elif following not in done:
                path[following] = iter(edges[following])
    return order, _apart(circles)


def _circle(path: list[Key], back_to: Key) -> list[Key]:
    return path[path.index(back_to) :]


def _apart(circles: list[list[Key]]) -> list[list[Key]]:
    """The circles that have no name in common with one told before: mending one may mend the others."""
    told: set[Key] = set()
    found = []
    for circle in circles:
        if told.isdisjoint(circle):
            found.append(circle)
        told.update(circle)
    return found
