"""The sentences of a policy as data, for those who ask about them without knowing the language."""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.evaluation.compiling.named_sets import services_of
from sla_dsl.evaluation.compiling.reading import Read
from sla_dsl.evaluation.compiling.times import never_chosen
from sla_dsl.evaluation.compiling.workshop import known
from sla_dsl.evaluation.tree import Tree
from sla_dsl.findings.finding import Span
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import TimeDefinition
from sla_dsl.language.names import declare
from sla_dsl.language.places import place_words
from sla_dsl.language.references import references
from sla_dsl.records import NamedTuple


class Exclusion(NamedTuple):
    """What a sentence takes out of a measure.

    `node` is the step that takes out and `rules` the numbers of the sentence's rules in it; no rules where the
    sentence is about causes that are not counted anyway.  `causes` is empty for any; `limited`: only in some time.
    """

    measure: str
    node: int
    rules: tuple[int, ...]
    causes: tuple[str, ...]
    limited: bool


class Statement(NamedTuple):
    """A sentence: its words, its clause ("" before the first), the name that it defines ("" for none), those it uses.

    `kind` is that of the defined name, and `words` the name as it is written.  `computes` is False where nothing can
    depend on the sentence: it says that nothing is computed, or how something is paid.
    """

    span: Span
    place: str
    kind: str
    defines: str
    words: str
    uses: frozenset[str]
    computes: bool
    exclusions: tuple[Exclusion, ...]


def statements(read: Read) -> tuple[Statement, ...]:
    """Every sentence of a policy but its examples and what is set aside, in its order."""
    assert read.file is not None
    assert read.agreement is not None
    assert read.tree is not None
    names, _ = declare(read.file)
    defined = {id(found.sentence): found for found in names.declared.values()}
    exclusions: dict[int, list[Exclusion]] = {}
    for definition in read.agreement.times.values():
        for sentence, exclusion in _exclusions(definition, read.tree):
            exclusions.setdefault(id(sentence), []).append(exclusion)
    return tuple(
        Statement(
            span=sentence.body.span,
            place=place_words(sentence.place) if sentence.place else "",
            kind=defined[id(sentence)].kind if id(sentence) in defined else "",
            defines=known(defined[id(sentence)].name.text) if id(sentence) in defined else "",
            words=defined[id(sentence)].name.text if id(sentence) in defined else "",
            uses=frozenset(known(reference.name.text) for reference in references(sentence.body)),
            computes=not isinstance(sentence.body, n.NothingComputed | n.Payment),
            exclusions=tuple(exclusions.get(id(sentence), ())),
        )
        for sentence in read.file.sentences
        if not sentence.set_aside and not isinstance(sentence.body, n.Example)
    )


def _exclusions(definition: TimeDefinition, tree: Tree) -> Iterator[tuple[n.Sentence, Exclusion]]:
    """What each sentence takes out of a measure that is made of incidents, numbered as the compiler does."""
    measure = known(definition.name)
    ledger = next((root.node for root in tree.ledgers if root.id == measure), None)
    if ledger is None:
        return
    excuse = tree.nodes[tree.nodes[ledger].inputs[0]].inputs[2]
    counted = tree.nodes[tree.nodes[ledger].inputs[0]].params["causes"]
    number = 0
    for sentence in definition.not_counted:
        body = sentence.body
        assert isinstance(body, n.NotCounted | n.TimeNotCounted)
        causes = tuple(known(cause.text) for cause in body.causes) if isinstance(body, n.NotCounted) else ()
        many = 0 if never_chosen(body, counted) else len(services_of(definition)) if body.limit else 1
        yield sentence, Exclusion(measure, excuse, tuple(range(number, number + many)), causes, body.limit is not None)
        number += many


class Citation(NamedTuple):
    """A place of the agreement that the policy cites: in words, and taken apart into number, title and parts."""

    place: str
    number: str
    title: str
    parts: tuple[tuple[str, str], ...]
    span: Span


def citations(read: Read) -> tuple[Citation, ...]:
    """Every place that the policy cites, each once, where it stands first."""
    assert read.file is not None
    found: dict[str, Citation] = {}
    for place in read.file.places:
        words = place_words(place)
        found.setdefault(words, Citation(words, place.number, place.title, place.parts, place.span))
    return tuple(found.values())
