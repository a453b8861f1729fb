"""The fixed endings of sentences that nobody can guess, with what each means.

Where a sentence goes wrong inside one of them, the message lists them all.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sla_dsl.language.grammar import keywords
from sla_dsl.records import NamedTuple


class Ending(NamedTuple):
    """The words, and what they mean.  A word in capitals stands for any word of that kind."""

    words: str
    meaning: str


Choices = tuple[Ending, ...]

CHOICES: tuple[Choices, ...] = (
    (
        Ending(", and then in full", "all of it counts, from its first second"),
        Ending(", and then for the excess", "only what is over that length counts"),
    ),
    (
        Ending(", with the time between", "the outage lasts from the first start to the last end"),
        Ending(", without the time between", "the outage lasts as long as its incidents do"),
    ),
    (
        Ending(", halves up", "a half goes to the greater one"),
        Ending(", halves down", "a half goes to the smaller one"),
        Ending(", halves to even", "a half goes to the even one of the two"),
    ),
    (
        Ending("rounded to the nearest", "to whichever is nearer"),
        Ending("rounded down to the", "what is begun is left out"),
        Ending("rounded up to the", "what is begun is taken as a whole"),
    ),
    (
        Ending("by the one row that applies to", "no two rows may hold at once"),
        Ending("by the last row that applies to", "of the rows that hold, the last one counts"),
    ),
    (
        Ending("for each full", "what is begun does not count"),
        Ending("for each started", "what is begun counts as a whole"),
    ),
    (
        Ending(", and one claim opens the period", "one claim in time is enough for all outages of the period"),
        Ending(", and a claim opens only what it names", "each outage needs a claim that names it"),
    ),
    (
        Ending("at the choice of the customer", "the customer chooses"),
        Ending("at the choice of the provider", "the provider chooses"),
        Ending("by a rule that the agreement does not give", "the agreement does not say who chooses"),
    ),
    (
        Ending("that overlap or touch are one outage", "without a moment of service in between"),
        Ending("at most NUMBER min apart are one outage", "short returns of the service are part of the outage"),
    ),
    (
        Ending("the maintenance announced at least NUMBER days before it starts", "with that much notice"),
        Ending("the maintenance announced before it starts", "with any notice"),
        Ending("the maintenance announced or not", "with or without notice"),
    ),
    (
        Ending("from the start of its minute", "its beginning is put back to the full minute"),
        Ending("until the end of its minute", "its end is put off to the full minute"),
    ),
    (
        Ending("after the end of an outage of NAME", "the days run from where an outage ends"),
        Ending("after the start of an outage of NAME", "the days run from where an outage begins"),
        Ending("after the end of the period", "the days run from the end of the period"),
    ),
)


# So many words are an ending for sure; fewer are one only where nothing else could follow them.
_SURE = {
    "for each full": 2,
    "the maintenance announced before it starts": 3,
    "at most NUMBER min apart are one outage": 5,
}


def choices_after(before: Sequence[tuple[str, str]], expected: Collection[str]) -> Choices:
    """The endings of which one had begun: `before` holds the kinds and the words that stand there already."""
    begun = [(_begun(group, before, expected), group) for group in CHOICES]
    length, group = max(begun, key=lambda entry: entry[0])
    return group if length else ()


def _begun(group: Choices, before: Sequence[tuple[str, str]], expected: Collection[str]) -> int:
    """How many words of one of the endings stand there, where its next word could follow."""
    lengths = {ending: _length(ending.words.split(), before, expected) for ending in group}
    longest = max(lengths.values())
    following = {_kind(ending.words.split()[longest]) for ending, length in lengths.items() if length == longest}
    sure = any(length >= _SURE.get(ending.words, len(ending.words)) for ending, length in lengths.items())
    return longest if sure or following >= set(expected) else 0


def _length(ending: list[str], before: Sequence[tuple[str, str]], expected: Collection[str]) -> int:
    fewest = 2 if ending[0] == "at" else 1  # `converted at the given rate` begins as a choice does
    for length in range(min(len(ending) - 1, len(before)), fewest - 1, -1):
        pairs = zip(ending[:length], before[-length:], strict=True)
        if _kind(ending[length]) in expected and all(wanted in entry for wanted, entry in pairs):
            return length
    return 0


def _kind(word: str) -> str:
    """The kind of words of a fixed word; in an ending, capitals stand for the kind itself."""
    return keywords().get(word, word)
