"""The wording of mistakes in sentences, clauses and the head of a policy: one constructor a mistake."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.findings.finding import Finding, Related, Span
from sla_dsl.language.endings import Ending
from sla_dsl.language.expected import phrase
from sla_dsl.language.openings import by_family
from sla_dsl.language.phrases import listed
from sla_dsl.language.word_mistakes import shown

# ---------------------------------------------------------------- the head of a policy, and its clauses


def empty_policy() -> Finding:
    """A text without a word in it."""
    message = "There is nothing in this policy."
    return Finding("empty-policy", message, Span(0, 0), repair='A policy begins with its name: Agreement "title".')


def no_head(span: Span) -> Finding:
    """A policy that does not say which agreement it writes down."""
    message = "The policy does not begin with the name of the agreement."
    return Finding("no-head", message, span, repair='Begin with a sentence such as: Agreement "title".')


def head_not_first(span: Span) -> Finding:
    """`Agreement "…".` after other sentences."""
    message = "The name of the agreement does not stand at the beginning."
    return Finding("head-not-first", message, span, repair="Make this the first sentence of the policy.")


def second_head(span: Span, first: Span) -> Finding:
    """Two policies in one text."""
    related = (Related("it is named here", first),)
    message = "The agreement is named a second time."
    repair = "Take this sentence out, or make a policy of its own from here on."
    return Finding("second-head", message, span, repair=repair, related=related)


def empty_clause(span: Span) -> Finding:
    """A heading right before the next, or at the end."""
    repair = "If nothing in it can be computed, write 'Nothing is computed here, because \"…\".' under it."
    return Finding("empty-clause", "This clause has no sentence.", span, repair=repair)


def place_incomplete(span: Span) -> Finding:
    """`§` alone."""
    message = "The sign § begins a clause, and needs a number or a title in quotes after it."
    return Finding("place-form", message, span, repair='Write for example § 4.2 or § "Service Credits".')


def place_goes_wrong(written: str, span: Span) -> Finding:
    """`§ "Title" page 2`."""
    message = f"{shown(written)} cannot stand in the place of a clause."
    repair = 'Write for example § 4.2(a) "Service Credits" paragraph 2.'
    return Finding("place-form", message, span, repair=repair)


def part_without_number(word: str, span: Span) -> Finding:
    """`§ "Title" item (a)`."""
    message = f"After {shown(word)} in the place of a clause stands a number."
    repair = f"Write for example '{word} 2'; a letter belongs to the number of the section, as in § 4(a)."
    return Finding("place-form", message, span, repair=repair)


def full_stop_after_place(span: Span) -> Finding:
    """`§ "Title".`"""
    message = "No full stop stands after the place of a clause."
    return Finding("place-form", message, span, repair="Take the full stop out.")


# ---------------------------------------------------------------- sentences that end too early or too late


def full_stop_missing(after: str, before: str, span: Span) -> Finding:
    """`after` are the last words, `before` the word that begins the next sentence; empty where nothing follows."""
    message = f"A full stop is missing after {shown(after)}."
    where = f" before {shown(before)}" if before else ""
    return Finding("full-stop-missing", message, span, repair=f"Put a full stop there{where}.")


def full_stop_inside(after: str, span: Span) -> Finding:
    """`Downtime means the time. in which …`"""
    message = f"The full stop after {shown(after)} stands inside a sentence."
    return Finding("full-stop-inside", message, span, repair="Take it out.")


def lone_full_stop(span: Span) -> Finding:
    """Two full stops in a row."""
    return Finding("lone-full-stop", "This full stop ends no sentence.", span, repair="Take it out.")


def sentence_unfinished(after: str, expected: list[str], span: Span) -> Finding:
    """The sentence ends where more must follow."""
    message = f"The sentence ends too early, after {shown(after)}."
    return Finding("sentence-unfinished", message, span, repair=_belongs(expected, "Go on with"))


# ---------------------------------------------------------------- words that cannot stand where they do


def unknown_opening(written: str, span: Span) -> Finding:
    """A sentence that begins as none does."""
    message = f"No sentence begins with {shown(written)}."
    return Finding("unknown-opening", message, span, repair=_lines("Sentences begin so:", by_family()))


def name_in_lower_case(written: str, name: str, span: Span) -> Finding:
    """`downtime means …`"""
    message = f"Names begin with capitals, and {shown(written)} does not."
    return Finding("name-in-lower-case", message, span, repair=f"If a name is meant, write '{name}'.")


def currency_in_lower_case(written: str, span: Span) -> Finding:
    """`5 eur`"""
    message = f"A currency is written in capitals, and {shown(written)} is not."
    return Finding("name-in-lower-case", message, span, repair=f"Write '{written.upper()}'.")


def word_with_capital(written: str, plain: str, span: Span) -> Finding:
    """`An outage counts As …`"""
    message = f"Only names have capitals, and {shown(written)} is no part of a name here."
    return Finding("word-with-capital", message, span, repair=f"Write '{plain}'.")


def unknown_word(written: str, meant: str, span: Span) -> Finding:
    """A word that is nearly right, or that people use for one of the language."""
    message = f"{shown(written)} cannot stand here."
    return Finding("unknown-word", message, span, repair=f"Did you mean '{meant}'?")


def unknown_ending(written: str, choices: Sequence[Ending], span: Span) -> Finding:
    """The sentence goes wrong inside an ending of which there are only a few."""
    message = f"No sentence goes on with {shown(written)} here."
    return Finding("unknown-ending", message, span, repair=_choices(choices))


def ending_unfinished(after: str, choices: Sequence[Ending], span: Span) -> Finding:
    """The sentence ends inside an ending of which there are only a few."""
    message = f"The sentence ends too early, after {shown(after)}."
    return Finding("unknown-ending", message, span, repair=_choices(choices))


def _choices(endings: Sequence[Ending]) -> str:
    lines = [f"{ending.words}  ({ending.meaning})" for ending in endings]
    return _lines("The choices are:", [line.replace("NUMBER", "5").replace("NAME", "Name") for line in lines])


def _lines(lead: str, lines: Sequence[str]) -> str:
    return "\n  ".join([lead, *lines])


def unknown_form(written: str, forms: Sequence[str], span: Span) -> Finding:
    """The sentence goes wrong right after its beginning."""
    message = f"No sentence goes on with {shown(written)} here."
    return Finding("unknown-form", message, span, repair=_lines("Sentences that begin so:", forms))


def word_missing(missing: list[str], before: str, span: Span) -> Finding:
    """One word was left out; `missing` are those that would fit."""
    message = f"{_what(missing)} is missing before {shown(before)}."
    return Finding("word-missing", message, span, repair=_belongs(missing, "Put in"))


def _what(missing: list[str]) -> str:
    """`'is'`, `A number`, `A date` without its example; `A word` where it could be one of several."""
    one = missing[0].partition(" such as ")[0].partition(" (")[0]
    return f"{one[0].upper()}{one[1:]}" if len(missing) == 1 and "," not in one else "A word"


def word_too_many(written: str, span: Span) -> Finding:
    """One word stands twice, or should not be there."""
    return Finding("word-too-many", f"{shown(written)} is too much here.", span, repair="Take it out.")


def unexpected_word(written: str, after: str, expected: list[str], span: Span) -> Finding:
    """No better explanation was found; `expected` is what could stand there."""
    where = f"after {shown(after)}" if after else "here"
    message = f"{shown(written)} cannot stand {where}."
    return Finding("unexpected-word", message, span, repair=_could(expected, where))


def _could(expected: list[str], where: str) -> str:
    """What could stand there; where it is a full stop, that first."""
    others = [words for words in expected if words != phrase("DOT")]
    if len(others) == len(expected):
        said = listed(expected, "or")
        return f"{said[:1].upper()}{said[1:]} can stand {where}." if said else _LOOK_AGAIN
    ends = "If the sentence ends here, put a full stop."
    return f"{ends} It can go on with {listed(others, 'or')}." if others else ends


_LOOK_AGAIN = "Look at this sentence again, word by word."


def _belongs(expected: list[str], verb: str) -> str:
    return f"{verb} {listed(expected, 'or')}." if expected else _LOOK_AGAIN


# ---------------------------------------------------------------- limits


def too_deep(limit: int, span: Span) -> Finding:
    """More brackets inside each other than are read."""
    message = f"Brackets or phrases stand inside each other more than {limit} deep here."
    return Finding("too-deep", message, span, repair="Give the inner part a name of its own: 'Name means …'.")


def too_many_parts(limit: int, span: Span) -> Finding:
    """A longer chain than is read."""
    message = f"More than {limit:,} parts stand side by side here."
    return Finding("too-many-parts", message, span, repair="Give some of them a name of their own: 'Name means …'.")
