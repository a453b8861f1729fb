"""The wording of mistakes about names and rules, and of what a policy takes for granted: one constructor a mistake.

Other subjects have files of their own: `setting_mistakes`, `type_mistakes`, `incident_mistakes`, `choices`,
`band_mistakes`, `example_mistakes`.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sla_dsl.findings.finding import Finding, Related, Span
from sla_dsl.language import nodes as n
from sla_dsl.language import phrases
from sla_dsl.language.agreement import NameKind

# ---------------------------------------------------------------- names


def unknown_name(name: n.Name, wanted: Sequence[NameKind], near: str = "") -> Finding:
    """Nothing is called so; `near` is the declared name that was probably meant."""
    repair = f"Did you mean '{near}'?" if near else f"Correct the name, or add a sentence that declares '{name.text}'."
    message = f"Nothing here is called '{name.text}'; the name of {phrases.kinds(wanted)} belongs here."
    return Finding("unknown-name", message, name.span, repair=repair)


def names_run_together(name: n.Name, inside: Sequence[str]) -> Finding:
    """An unknown longer name that is made of declared ones: a sign between them was lost."""
    message = f"Nothing here is called '{name.text}', but {phrases.quoted(inside)} are names."
    repair = (
        f"Put a full stop after '{inside[0]}' if a sentence ends there, "
        "or a comma, 'and' or 'or' if it is one of several names."
    )
    return Finding("names-run-together", message, name.span, repair=repair)


def name_set_aside(name: n.Name, declared: n.Name) -> Finding:
    """The name is declared, but only by a sentence that does not count."""
    related = (Related("this sentence is set aside", declared.span),)
    message = f"'{name.text}' is declared only by a sentence that is set aside."
    repair = "Bring that sentence back, or set this one aside as well."
    return Finding("name-set-aside", message, name.span, repair=repair, related=related)


def wrong_kind(name: n.Name, wanted: Sequence[NameKind], kind: NameKind, declared: n.Name) -> Finding:
    """A name stands where another kind of name is meant."""
    message = f"'{name.text}' is {phrases.KINDS[kind]}, but {phrases.kinds(wanted)} is meant here."
    related = (Related(f"'{name.text}' is made {phrases.KINDS[kind]} here", declared.span),)
    repair = f"Write the name of {phrases.kinds(wanted)}."
    return Finding("wrong-kind-of-name", message, name.span, repair=repair, related=related)


def total_not_named(name: n.Name, declared: n.Name) -> Finding:
    """`Downtime is rounded …`, where the total of a set of time is meant."""
    related = (Related(f"'{name.text}' is made a set of time here", declared.span),)
    message = f"'{name.text}' is a set of time, and a set of time itself cannot be rounded."
    repair = f"Write 'The total of {name.text} is rounded …' or 'Each outage of {name.text} is rounded …'."
    return Finding("wrong-kind-of-name", message, name.span, repair=repair, related=related)


def condition_as_value(name: n.Name, declared: n.Name) -> Finding:
    """The name of a condition stands where a value is meant."""
    related = (Related(f"'{name.text}' is made a condition here", declared.span),)
    message = f"'{name.text}' is a condition, so it has no size."
    repair = f"Where a condition is meant, write '{name.text} holds'."
    return Finding("wrong-kind-of-name", message, name.span, repair=repair, related=related)


def declared_twice(name: n.Name, first: n.Name, where: n.Place | None) -> Finding:
    """One name for two things, or one thing declared two times."""
    related = (Related(f"'{name.text}' is declared here first, {phrases.located(where)}", first.span),)
    message = f"'{name.text}' is declared already, {phrases.located(where)}."
    repair = "Keep one of the two sentences, or give one of them another name."
    return Finding("declared-twice", message, name.span, repair=repair, related=related)


def names_too_alike(name: n.Name, first: n.Name, where: n.Place | None) -> Finding:
    """Two names that the evidence could not tell apart."""
    related = (Related(f"'{first.text}' is declared here, {phrases.located(where)}", first.span),)
    message = (
        f"'{name.text}' and '{first.text}' differ only in hyphens or capitals, so the record cannot tell them apart."
    )
    repair = "Give one of them another name, or write both in the same way."
    return Finding("names-too-alike", message, name.span, repair=repair, related=related)


def name_begins_with_word(name: n.Name, word: str) -> Finding:
    """A name that begins with a word with which sentences begin."""
    message = f"The name '{name.text}' begins with '{word}', a word with which sentences begin."
    repair = f"Choose a name that does not begin with '{word}'."
    return Finding("name-begins-with-word", message, name.span, repair=repair)


def guarantee_without_name(body: n.Guarantee) -> Finding:
    """A guarantee that takes its name from no measure, and is given none."""
    message = "This guarantee has no name, and it does not begin with a measure that could give it one."
    repair = "Name it: 'The provider guarantees as Availability that …'."
    return Finding("guarantee-without-name", message, body.span, repair=repair)


def credit_missing(name: n.Name) -> Finding:
    """Rules about a credit that no sentence grants."""
    message = f"There are rules about '{name.text}', but no sentence says what the credit is."
    repair = f"Add a sentence such as '{name.text} is a credit on Monthly Fee, of 5 %.', or correct the name."
    return Finding("credit-missing", message, name.span, repair=repair)


def defined_by_itself(cycle: Sequence[n.Name]) -> Finding:
    """Definitions that go round in a circle; the first name of `cycle` is not repeated at its end."""
    names = [name.text for name in cycle]
    names = names if len(names) <= phrases.MOST else [*names[: phrases.MOST - 1], "…"]
    chain = " → ".join([*names, names[0]])
    message = f"'{names[0]}' is defined by itself: {chain}."
    related = tuple(Related(f"'{name.text}' is defined here", name.span) for name in cycle[1 : phrases.MOST])
    repair = "Define one of these names without the others."
    return Finding("defined-by-itself", message, cycle[0].span, repair=repair, related=related)


# ---------------------------------------------------------------- rules


def said_twice(what: str, span: Span, first: Span, where: n.Place | None) -> Finding:
    """Two sentences that settle the same thing; `what` says which: `how incidents of 'Downtime' make outages`."""
    message = f"It is said twice {what}: here, and {phrases.located(where)}."
    related = (Related("it is said here first", first),)
    return Finding("said-twice", message, span, repair="Keep one of the two sentences.", related=related)


def recorded_twice(body: n.Declaration, field: n.Name, other: n.Name) -> Finding:
    """A field of a ticket that two steps are read from, or that is no step's; a state that two pauses are."""
    message = f"'{field.text}' in the record belongs to something else already."
    own = "a state" if body.kind == "pause" else "a field"
    repair = f"Give the {body.kind} '{body.name.text}' {own} of its own: 'recorded as …'."
    related = (Related(f"it belongs to '{other.text}'", other.span),) if other is not field else ()
    return Finding("recorded-twice", message, field.span, repair=repair, related=related)


def nothing_to_choose(body: n.Payment) -> Finding:
    """Somebody chooses among forms of payment, and there is only one: a comma or `or` was lost in its name."""
    message = f"'{body.forms[0].text}' is the only form of payment here, so there is nothing to choose."
    repair = "Put a comma or 'or' between two forms, or leave out who chooses."
    return Finding("nothing-to-choose", message, body.forms[0].span, repair=repair)


def never_counts(cause: n.Name, measure: n.Name, counted: Span) -> Finding:
    """A cause that is counted by the definition and taken out by a rule, wholly."""
    message = f"'{cause.text}' is among the causes of '{measure.text}', but this sentence says it never counts."
    repair = "Take it out of the causes there, or take it out of this sentence."
    related = (Related("here it counts", counted),)
    return Finding("cause-never-counts", message, cause.span, repair=repair, related=related, severity="warning")


def undecided_causes(causes: Sequence[n.Name], measure: n.Name) -> Finding:
    """Causes of which the measure says neither that they count nor that they do not."""
    names = [cause.text for cause in causes]
    message = f"Nothing says whether an incident because of {phrases.quoted(names, 'or')} counts as '{measure.text}'."
    repair = (
        f"As it stands it does not count. Say so: 'An incident because of {phrases.listed(names, 'or')} "
        f"does not count as {measure.text}.', or add it to the causes of '{measure.text}'."
    )
    related = tuple(Related(f"'{cause.text}' is declared here", cause.span) for cause in causes[: phrases.MOST])
    return Finding("undecided-cause", message, measure.span, repair=repair, related=related, severity="warning")


def unread(name: n.Name, kind: NameKind, missing: str) -> Finding:
    """A declaration that no other sentence uses; `missing` says what would use it."""
    message = f"No sentence uses '{name.text}': {missing}."
    repair = f"Use '{name.text}' in a sentence, or take this sentence out."
    return Finding("unread-declaration", message, name.span, repair=repair, severity="warning")


# ---------------------------------------------------------------- the whole policy


def newer_language(language: Fraction, known: int, span: Span) -> Finding:
    """A policy written for a later version of the language: nobody can know what it means here."""
    if language < known or language.denominator > 1:
        return _no_such_language(known, span)
    message = f"This policy is written in language {language}, and only languages up to {known} are known here."
    return Finding("newer-language", message, span, repair="Use a newer version of this tool to read it.")


def _no_such_language(known: int, span: Span) -> Finding:
    message = f"There is no such language: the languages are counted 1, 2, 3, and {known} is the newest known here."
    return Finding("newer-language", message, span, repair=f"Write `written in language {known}`.")


def assumption(text: str, where: n.Place | None, span: Span) -> Finding:
    """What the policy takes for granted, in its own words."""
    message = f"Assumed {phrases.located(where)}: {text}."
    return Finding("assumption", message, span, severity="note")


def set_aside(reason: str, where: n.Place | None, span: Span) -> Finding:
    """A sentence that does not count, and why."""
    message = f"Set aside {phrases.located(where)}: {reason}."
    return Finding("set-aside", message, span, severity="note")


def nothing_computed(reason: str, where: n.Place | None, span: Span) -> Finding:
    """A clause of which nothing is worked out, and why."""
    message = f"Nothing is computed {phrases.located(where)}: {reason}."
    return Finding("nothing-computed", message, span, severity="note")
